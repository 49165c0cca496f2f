"""Sorting: the built-in sort with and without keys, and sorts written in the language."""


def random_numbers(count):
    state = 20011
    numbers = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        numbers.append(state >> 8)
    return numbers


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left = merge_sort(items[:middle])
    right = merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


class Record:
    def __init__(self, number):
        self.number = number
        self.group = number % 10

    def __lt__(self, other):
        return self.number < other.number


def digest(numbers):
    total = 0
    for i, number in enumerate(numbers):
        total = (total + i * number) % 1000000007
    return total


def main():
    numbers = random_numbers(100000)
    print("built-in", digest(sorted(numbers)))
    print("reverse", digest(sorted(numbers, reverse=True)))
    print("floats", digest(int(x * 8) for x in sorted(n / 8 for n in numbers)))
    print("strings", len("".join(sorted(str(n) for n in numbers))[:1000]))
    print("key", digest(sorted(numbers, key=lambda n: n % 1000)))
    print("tuples", digest(n for _, n in sorted((n % 100, n) for n in numbers)))
    records = [Record(n) for n in numbers]
    print("attribute", digest(r.number for r in sorted(records, key=lambda r: (r.group, r.number))))
    print("operator", digest(r.number for r in sorted(records[:20000])))
    print("merge", digest(merge_sort(numbers)))
    copy = numbers[:]
    quicksort(copy, 0, len(copy) - 1)
    print("quick", digest(copy))


main()

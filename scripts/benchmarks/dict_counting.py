"""Dictionaries of integers, tuples and strings: counting, grouping, deleting, merging."""
# benchmark: allocation-heavy


def random_numbers(count, seed):
    state = seed
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        yield state >> 33


def count_values(numbers, modulus):
    counts = {}
    for number in numbers:
        key = number % modulus
        counts[key] = counts.get(key, 0) + 1
    return counts


def count_pairs(numbers):
    counts = {}
    previous = 0
    for number in numbers:
        pair = (previous, number % 50)
        if pair in counts:
            counts[pair] += 1
        else:
            counts[pair] = 1
        previous = number % 50
    return counts


def group_by_name(numbers):
    groups = {}
    for number in numbers:
        groups.setdefault("group%d" % (number % 2000), []).append(number)
    return groups


def churn(numbers):
    """Inserts and deletes so that the table keeps a steady size."""
    live = {}
    removed = 0
    for number in numbers:
        key = number % 5000
        if key in live:
            del live[key]
            removed += 1
        else:
            live[key] = number
    return len(live), removed


def main():
    numbers = list(random_numbers(600000, 42))
    counts = count_values(numbers, 100000)
    print(len(counts), max(counts.values()), sum(counts.values()))
    pairs = count_pairs(numbers)
    print(len(pairs), max(pairs.values()))
    groups = group_by_name(numbers)
    print(len(groups), max(len(group) for group in groups.values()))
    print(*churn(numbers))
    merged = {}
    for _ in range(5):
        merged.update(counts)
        merged |= {key + 1000000: value for key, value in counts.items() if value > 3}
    print(len(merged), sum(key * value for key, value in merged.items()) % 1000003)


main()

"""Edit distance and longest common subsequence by dynamic programming over rows."""


def make_word(length, seed):
    letters = []
    for _ in range(length):
        seed = (seed * 48271 + 11) % 2147483647
        letters.append("abcdefgh"[(seed >> 16) % 8])
    return "".join(letters)


def distance(left, right):
    previous = list(range(len(right) + 1))
    for i in range(len(left)):
        current = [i + 1]
        letter = left[i]
        for j in range(len(right)):
            best = previous[j] + (0 if letter == right[j] else 1)
            if previous[j + 1] + 1 < best:
                best = previous[j + 1] + 1
            if current[j] + 1 < best:
                best = current[j] + 1
            current.append(best)
        previous = current
    return previous[-1]


def common(left, right):
    previous = [0] * (len(right) + 1)
    for i in range(len(left)):
        current = [0] * (len(right) + 1)
        for j in range(len(right)):
            if left[i] == right[j]:
                current[j + 1] = previous[j] + 1
            else:
                current[j + 1] = max(previous[j + 1], current[j])
        previous = current
    return previous[-1]


def main():
    words = [make_word(300 + 40 * (i % 4), i * 77 + 5) for i in range(9)]
    for i in range(1, len(words)):
        print(distance(words[0], words[i]), common(words[i - 1], words[i]))
    total = 0
    for i in range(len(words)):
        for j in range(i + 1, len(words)):
            total += distance(words[i], words[j])
    print(total)


main()

"""List, set, dict and generator comprehensions over numbers and records."""
# benchmark: allocation-heavy


def triples(limit):
    squares = {n * n: n for n in range(1, limit + 1)}
    return [
        (a, b, squares[a * a + b * b])
        for a in range(1, limit)
        for b in range(a, limit)
        if a * a + b * b in squares
    ]


def transpose(matrix):
    return [[row[i] for row in matrix] for i in range(len(matrix[0]))]


def main():
    found = triples(2000)
    print(len(found), found[-1])

    records = [(i, i % 97, i * 3 % 1009) for i in range(500000)]
    print(len([r for r in records if r[1] < 50]))
    print(len({(a, b) for _, a, b in records}))
    index = {b: a for a, _, b in records}
    print(len(index), sum(index.values()))
    print(sum(a * b for a, b, _ in records))
    print(max(x - y for x, y in zip([r[1] for r in records], [r[2] for r in records])))

    matrix = [[i * j for j in range(300)] for i in range(300)]
    for _ in range(21):
        matrix = transpose(matrix)
    flat = [value for row in matrix for value in row if value % 2]
    print(len(flat), sum(flat))
    print(any(n < 0 for n in flat), all(n > 0 for n in flat))


main()

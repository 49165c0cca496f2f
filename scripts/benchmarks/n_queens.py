"""All ways to place queens on a board: backtracking over lists of flags in a closure."""


def placements(size):
    columns = [False] * size
    rising = [False] * (2 * size)
    falling = [False] * (2 * size)

    def place(row):
        if row == size:
            return 1
        found = 0
        for column in range(size):
            up = row + column
            down = row - column + size
            if columns[column] or rising[up] or falling[down]:
                continue
            columns[column] = rising[up] = falling[down] = True
            found += place(row + 1)
            columns[column] = rising[up] = falling[down] = False
        return found

    return place(0)


def main():
    for size in range(4, 13):
        print(size, placements(size))


main()

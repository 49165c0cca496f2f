"""Matrix product and elimination over lists of lists: nested loops and double subscripts."""


def make_matrix(size, seed):
    matrix = []
    for _ in range(size):
        row = []
        for _ in range(size):
            seed = (seed * 16807) % 2147483647
            row.append(seed % 1000 / 100.0 - 5.0)
        matrix.append(row)
    return matrix


def multiply(a, b):
    size = len(a)
    result = []
    for i in range(size):
        row = []
        for j in range(size):
            total = 0.0
            for k in range(size):
                total += a[i][k] * b[k][j]
            row.append(total)
        result.append(row)
    return result


def determinant(matrix):
    rows = [row[:] for row in matrix]
    size = len(rows)
    result = 1.0
    for column in range(size):
        best = column
        for i in range(column + 1, size):
            if abs(rows[i][column]) > abs(rows[best][column]):
                best = i
        if best != column:
            rows[column], rows[best] = rows[best], rows[column]
            result = -result
        pivot = rows[column]
        result *= pivot[column]
        for i in range(column + 1, size):
            row = rows[i]
            factor = row[column] / pivot[column]
            for k in range(column, size):
                row[k] -= factor * pivot[k]
    return result


def main():
    a = make_matrix(150, 11)
    b = make_matrix(150, 77)
    for _ in range(3):
        c = multiply(a, b)
        trace = 0.0
        for i in range(len(c)):
            trace += c[i][i]
        print("%.6f" % trace)
        a, b = b, [[x / 300.0 for x in row] for row in c]
    print("%.9e" % determinant(make_matrix(150, 5)))


main()

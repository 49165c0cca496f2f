"""Largest singular value of an infinite matrix's corner, by power iteration: calls and floats."""
import math


def entry(row, column):
    diagonal = row + column
    return 1.0 / (diagonal * (diagonal + 1) // 2 + row + 1)


def multiply(vector, size):
    result = []
    for row in range(size):
        total = 0.0
        for column in range(size):
            total += entry(row, column) * vector[column]
        result.append(total)
    return result


def multiply_transposed(vector, size):
    result = []
    for row in range(size):
        total = 0.0
        for column in range(size):
            total += entry(column, row) * vector[column]
        result.append(total)
    return result


def spectral_norm(size, rounds):
    u = [1.0] * size
    v = u
    for _ in range(rounds):
        v = multiply_transposed(multiply(u, size), size)
        u = multiply_transposed(multiply(v, size), size)
    uv = vv = 0.0
    for i in range(size):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return math.sqrt(uv / vv)


def main():
    print("%.9f" % spectral_norm(400, 10))


main()

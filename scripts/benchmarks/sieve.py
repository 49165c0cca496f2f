"""Prime numbers by striking out multiples: list reads and writes in while and for loops."""


def sieve(limit):
    composite = [False] * (limit + 1)
    primes = []
    for n in range(2, limit + 1):
        if composite[n]:
            continue
        primes.append(n)
        multiple = n * n
        while multiple <= limit:
            composite[multiple] = True
            multiple += n
    return primes


def smallest_factors(limit):
    factor = [0] * (limit + 1)
    for n in range(2, limit + 1):
        if factor[n] == 0:
            for multiple in range(n, limit + 1, n):
                if factor[multiple] == 0:
                    factor[multiple] = n
    return factor


def main():
    primes = sieve(3000000)
    print(len(primes), primes[-1])
    factor = smallest_factors(1200000)
    total = 0
    for n in range(2, len(factor)):
        total += factor[n]
    print(total)


main()

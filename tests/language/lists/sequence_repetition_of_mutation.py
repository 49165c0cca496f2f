# Stacks, queues, rotation, flattening, chunking, in-place algorithms.
stack = []
for tok in '3 4 + 2 * 7 -'.split():
    if tok.isdigit(): stack.append(int(tok))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({'+': a + b, '-': a - b, '*': a * b}[tok])
print(stack)
q = [1]
order = []
while q:
    n = q.pop(0)
    order.append(n)
    if n < 8: q += [2 * n, 2 * n + 1]
print(order)
l = list(range(7)); k = 3
l[:] = l[k:] + l[:k]; print(l)
def flat(x): return [z for y in x for z in (flat(y) if isinstance(y, list) else [y])]
print(flat([1, [2, [3, [4]], 5], [], [[6]]]))
print([l[i:i + 3] for i in range(0, len(l), 3)], [*zip(*[iter(range(6))] * 2)])
def qsort(a): return a if len(a) < 2 else qsort([x for x in a[1:] if x < a[0]]) + [a[0]] + qsort([x for x in a[1:] if x >= a[0]])
print(qsort([3, 6, 1, 8, 2, 9, 2]))
def bubble(a):
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
print(bubble([5, 2, 9, 1, 5, 6]))
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [row[::-1] for row in m[::-1]], sum(m, []))
def perm(a, n=0):
    if n == len(a): yield a[:]
    for i in range(n, len(a)):
        a[n], a[i] = a[i], a[n]
        yield from perm(a, n + 1)
        a[n], a[i] = a[i], a[n]
print(list(perm([1, 2, 3])))
sieve = [True] * 50
for i in range(2, 8): sieve[i * i::i] = [False] * len(sieve[i * i::i])
print([i for i in range(2, 50) if sieve[i]])

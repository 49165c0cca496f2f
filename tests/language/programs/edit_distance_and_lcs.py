# Dynamic programming: edit distance, longest common subsequence, knapsack, coin change.
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print([edit(a, b) for a, b in (('kitten', 'sitting'), ('', 'abc'), ('flaw', 'lawn'), ('same', 'same'),
    ('日本語', '日本'))])
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            t[i][j] = 1 + t[i + 1][j + 1] if a[i] == b[j] else max(t[i + 1][j], t[i][j + 1])
    i = j = 0
    out = []
    while i < len(a) and j < len(b):
        if a[i] == b[j]: out.append(a[i]); i += 1; j += 1
        elif t[i + 1][j] >= t[i][j + 1]: i += 1
        else: j += 1
    return ''.join(out)
print(lcs('AGGTAB', 'GXTXAYB'), lcs('abcdefghij', 'cdgi'), repr(lcs('abc', 'xyz')),
    len(lcs('ab' * 50, 'ba' * 50)))
def knapsack(items, cap):
    best = {0: (0, ())}
    for name, w, v in items:
        for c, (bv, names) in sorted(best.items(), reverse=True):
            if c + w <= cap and bv + v > best.get(c + w, (-1,))[0]: best[c + w] = bv + v, names + (name,)
    return max(best.values())
print(knapsack([('gold', 10, 60), ('silver', 20, 100), ('bronze', 30, 120)], 50))
def coins(total, kinds):
    ways = [1] + [0] * total
    least = [0] + [None] * total
    for k in kinds:
        for t in range(k, total + 1):
            ways[t] += ways[t - k]
            if least[t - k] is not None and (least[t] is None or least[t - k] + 1 < least[t]): least[t] = least[t - k] + 1
    return ways[total], least[total]
print(coins(100, [1, 5, 10, 25, 50]), coins(7, [2, 4]), coins(1000, [1, 7, 13, 99]))
def lis(seq):
    tails = []
    for x in seq:
        lo, hi = 0, len(tails)
        while lo < hi:
            mid = (lo + hi) // 2
            if tails[mid] < x: lo = mid + 1
            else: hi = mid
        tails[lo:lo + 1] = [x]
    return len(tails)
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis(i * 37 % 1001 for i in range(1000)))
def matrix_chain(dims, memo={}):
    if len(dims) == 2: return 0
    if dims not in memo: memo[dims] = min(matrix_chain(dims[:k + 1]) + matrix_chain(dims[k:]) + dims[0] * dims[k] * dims[-1] for k in range(1,
            len(dims) - 1))
    return memo[dims]
print(matrix_chain((40, 20, 30, 10, 30)), len(matrix_chain.__defaults__[0]))

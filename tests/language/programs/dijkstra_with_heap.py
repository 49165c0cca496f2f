# A binary heap class and shortest paths over it.
class Heap:
    def __init__(self, items=()):
        self.a = []
        for i in items: self.push(i)
    def push(self, x):
        a = self.a
        a.append(x)
        i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]:
            j = (i - 1) // 2
            a[i], a[j] = a[j], a[i]
            i = j
    def pop(self):
        a = self.a
        if not a: raise IndexError('pop from an empty heap')
        top, last = a[0], a.pop()
        if a:
            a[0] = last
            i = 0
            while True:
                k = 2 * i + 1
                if k >= len(a): break
                if k + 1 < len(a) and a[k + 1] < a[k]: k += 1
                if not a[k] < a[i]: break
                a[i], a[k] = a[k], a[i]
                i = k
        return top
    def __len__(self): return len(self.a)
    def __iter__(self):
        while self: yield self.pop()
print(list(Heap([5, 3, 8, 1, 9, 2])), list(Heap('heapsort')), list(Heap([(2, 'b'), (1, 'z'), (2, 'a')])))
try: Heap().pop()
except IndexError as e: print(e)
def shortest(graph, start):
    dist, prev, heap = {start: 0}, {}, Heap([(0, start)])
    done = set()
    while heap:
        d, n = heap.pop()
        if n in done: continue
        done.add(n)
        for m, w in graph.get(n, {}).items():
            if d + w < dist.get(m, float('inf')):
                dist[m] = d + w
                prev[m] = n
                heap.push((d + w, m))
    return dist, prev
def path(prev, to):
    out = [to]
    while to in prev: out.append(to := prev[to])
    return '->'.join(reversed(out))
g = {'a': {'b': 7, 'c': 9, 'f': 14}, 'b': {'c': 10, 'd': 15}, 'c': {'d': 11, 'f': 2}, 'd': {'e': 6},
    'f': {'e': 9}}
dist, prev = shortest(g, 'a')
print(sorted(dist.items()), path(prev, 'e'), path(prev, 'd'))
grid = {(x, y): {(x + dx, y + dy): (x * 7 + y * 3) % 5 + 1 for dx,
    dy in ((1, 0), (0, 1), (-1, 0), (0,
    -1)) if 0 <= x + dx < 20 and 0 <= y + dy < 20} for x in range(20) for y in range(20)}
dist, prev = shortest(grid, (0, 0))
print(dist[19, 19], len(dist), path({str(k): str(v) for k, v in prev.items()}, '(2, 2)'))

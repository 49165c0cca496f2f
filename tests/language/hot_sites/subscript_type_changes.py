# One subscript site sees lists, tuples, dicts, strings, bytes, ranges, and user types.
class G:
    def __getitem__(self, k): return ('G', k)
class D(dict):
    def __missing__(self, k): return 'missing'
class L(list):
    def __getitem__(self, k): return 'L!'
class S(str): pass
def get(o, k): return o[k]
def put(o, k, v): o[k] = v
objs = [[10, 20, 30], (1, 2, 3), {0: 'zero', 1: 'one', -1: 'neg'}, 'abc', b'abc', range(5, 9), G(),
    D({1: 'd'}), L([1, 2]), bytearray(b'xyz'), memoryview(b'mem'), S('sub')]
keys = [0, 1, -1, True, 5, 'k', 1.0, None, slice(0, 2), 2 ** 70]
def run():
    out = []
    for o in objs:
        row = []
        for k in keys:
            try: r = get(o, k); row.append(r.tobytes() if isinstance(r, memoryview) else r)
            except Exception as e: row.append(type(e).__name__)
        out.append(row)
    return out
first = run()
for row in first: print(row)
for _ in range(60):
    if str(run()) != str(first): print('differs')
targets = [[0, 0, 0], {}, bytearray(3), D(), (1,), 'abc', L([0, 0])]
for t in targets * 30:
    for k, v in (0, 65), (-1, 66), ('k', 67), (9, 68):
        try: put(t, k, v)
        except Exception: pass
print(targets)
m = [[0] * 3 for _ in range(3)]
for i in range(9): m[i // 3][i % 3] = i; m[i // 3][i % 3] += m[0][0]
print(m)
d = {}
for w in ('a', 'b', 'a', 1, 1.0, True, (1,), 'a'): d[w] = d.get(w, 0) + 1
print(d)
s = 0
idx = [3, 1, 2, 0, -1]
for _ in range(1000):
    for i in idx: s += idx[i]
print(s)

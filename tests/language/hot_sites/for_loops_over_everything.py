# One loop site iterates lists, ranges, generators, dicts, strings, files, user iterators, and fails.
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
class Get:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
def gen():
    yield 'g1'
    yield 'g2'
def loop(it):
    out = []
    for x in it: out.append(x)
    else: out.append('else')
    return out
def makers(): return [[1, 2], (3, 4), range(3), range(5, 0, -2), range(2 ** 63, 2 ** 63 + 2), gen(),
        {'k': 1, 'l': 2}, {'k': 1}.items(), {'k': 5}.values(), 'añ😀', b'ab', {7}, frozenset([8]), It(),
        Get(), iter([9]), zip('ab', [1, 2]), enumerate('x'), map(str, [1]), filter(None, [0, 1]),
        reversed([1, 2]), (i * i for i in range(3)), [], '', {}, memoryview(b'm'), bytearray(b'z'),
        iter(int, 0)]
first = [loop(m) for m in makers()]
print(first)
for _ in range(100):
    if [loop(m) for m in makers()] != first: print('differs')
for bad in 5, None, object(), int, len, 1.5:
    try: loop(bad)
    except TypeError as e: print(e)
def nested():
    t = 0
    for i in range(20):
        for j in [1, 2, 3] if i % 2 else gen():
            for k in (i, j):
                if isinstance(k, str): continue
                if k > 15: break
                t += k
    return t
print([nested() for _ in range(5)])
l = [1, 2, 3]
r = []
for x in l:
    r.append(x)
    if x == 2: l = 'rebinding does not matter'
print(r, l)
for i in range(3):
    for x in range(i):
        if x == 1: break
    else:
        print('no break', i)
        continue
    print('broke', i)

# Comparison results may be any object; chains and not convert to truth.
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return ['lt', o]
    def __eq__(self, o): return []
    def __contains__(self, o): return 'yes'
x = V(1)
print(x < 5, x == 5, x != 5, not (x < 5))
print(5 in x, 5 not in x)
print(1 if x < 3 else 2, 1 if x == 3 else 2)
class Bad:
    def __bool__(self): return 'no bool'
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return 'x'
class LenHuge:
    def __len__(self): return 2 ** 70
for o in Bad(), BadLen(), BadLen2(), LenHuge():
    for f in (lambda: not o), (lambda: o and 1), (lambda: bool(o)), (lambda: 1 if o else 2):
        try: f()
        except Exception as e: print(type(e).__name__, e)

# A contextmanager written on generators, an exit stack, and reuse.
class contextmanager:
    def __init__(self, f): self.f = f
    def __call__(self, *a, **k): return _Ctx(self.f(*a, **k))
class _Ctx:
    def __init__(self, g): self.g = g
    def __enter__(self): return next(self.g)
    def __exit__(self, t, v, tb):
        if t is None:
            try: next(self.g)
            except StopIteration: return False
            raise RuntimeError('did not stop')
        try: self.g.throw(v)
        except StopIteration: return True
        except BaseException as e:
            if e is v: return False
            raise
@contextmanager
def tag(n, swallow=False):
    print(f'<{n}>')
    try: yield n.upper()
    except ValueError as e:
        print('saw', e)
        if not swallow: raise
    finally: print(f'</{n}>')
with tag('a') as x, tag('b') as y: print(x, y)
with tag('s', swallow=True): raise ValueError('swallowed')
try:
    with tag('p'): raise ValueError('passed')
except ValueError as e: print('out', e)
try:
    with tag('k'): raise KeyError('other')
except KeyError as e: print('out', e)
class Stack:
    def __init__(self): self.cbs = []
    def enter(self, cm): v = cm.__enter__(); self.cbs.append(cm.__exit__); return v
    def callback(self, f, *a): self.cbs.append(lambda *exc: f(*a) and False)
    def __enter__(self): return self
    def __exit__(self, *exc):
        for cb in reversed(self.cbs):
            if cb(*exc): exc = (None, None, None)
        return exc[0] is None
with Stack() as st:
    st.callback(print, 'last'); print(st.enter(tag('in'))); st.callback(print, 'first')
with Stack() as st: st.enter(tag('sw', True)); raise ValueError('through the stack')
class Re:
    depth = 0
    def __enter__(self): self.depth += 1; return self.depth
    def __exit__(self, *a): self.depth -= 1
r = Re()
with r as a, r as b:
    with r as c: print(a, b, c, r.depth)
print(r.depth)

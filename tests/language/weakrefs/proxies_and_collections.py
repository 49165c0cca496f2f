# weakref.proxy, WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod, finalize.
import weakref, gc
class C:
    def __init__(self, v): self.v = v
    def m(self): return self.v
    def __len__(self): return 7
    def __repr__(self): return f'C({self.v})'
c = C(1); p = weakref.proxy(c)
print(p.v, p.m(), len(p), str(p), type(p).__name__, bool(p)); p.v = 2; print(c.v)
wv = weakref.WeakValueDictionary(a=c); wv['b'] = d = C(3)
print(len(wv), wv['a'].v, 'b' in wv, sorted(wv), wv.get('zz'), sorted((k, v.v) for k, v in wv.items()))
wk = weakref.WeakKeyDictionary(); wk[c] = 'data'; print(wk[c], len(wk), c in wk)
ws = weakref.WeakSet([c, d]); print(len(ws), c in ws)
wm = weakref.WeakMethod(c.m); print(wm()() == 2)
fin = weakref.finalize(c, print, 'finalized', 1); print(fin.alive)
del c; gc.collect()
print(len(wv), 'a' in wv, len(wk), len(ws), wm(), fin.alive)
for code in 'p.v', 'len(p)', 'p.m()', 'p.x = 1', 'str(p)':
    try: eval(compile(code, '', 'single'))
    except ReferenceError as e: print(code, e)
f = weakref.finalize(d, lambda: 'result'); print(f(), f(), f.alive)
try: wv['a']
except KeyError as e: print('KeyError', e)

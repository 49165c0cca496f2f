# Pickler and Unpickler: files, memo, persistent ids, find_class.
import io, pickle
f = io.BytesIO()
p = pickle.Pickler(f)
shared = ['s']
p.dump(shared); p.dump(shared); p.clear_memo(); p.dump(shared)
print(f.getvalue())
f.seek(0)
u = pickle.Unpickler(f)
a, b, c = u.load(), u.load(), u.load()
print(a is b, b is c, f.read())
class Ref:
    def __init__(self, key): self.key = key
store = {'k': Ref('k')}
class P(pickle.Pickler):
    def persistent_id(self, obj):
        return ('ref', obj.key) if isinstance(obj, Ref) else None
class U(pickle.Unpickler):
    def persistent_load(self, pid):
        kind, key = pid
        return store[key]
    def find_class(self, module, name):
        print('find', module, name)
        if name == 'system': raise pickle.UnpicklingError('forbidden')
        return super().find_class(module, name)
f = io.BytesIO(); P(f).dump([store['k'], len]); f.seek(0)
r = U(f).load(); print(r[0] is store['k'], r[1])
try: U(io.BytesIO(b"cos\nsystem\n(S'x'\ntR.")).load()
except pickle.UnpicklingError as error: print(error)
class O(pickle.Pickler):
    def reducer_override(self, obj):
        return (str, ('fn',)) if callable(obj) and obj is not str else NotImplemented
f = io.BytesIO(); O(f).dump([len, 1]); print(pickle.loads(f.getvalue()))
class T:
    pass
f = io.BytesIO(); p = pickle.Pickler(f); p.dispatch_table = {T: lambda obj: (int, ('7',))}; p.dump(T()); print(pickle.loads(f.getvalue()))
for bad in (1, None):
    for call in (lambda: pickle.Pickler(bad), lambda: pickle.Unpickler(bad), lambda: pickle.loads(bad)):
        try: call()
        except TypeError as error: print(error)
p = pickle.Pickler(io.BytesIO()); print(p.fast, p.bin)

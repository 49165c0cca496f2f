# __getattr__ is the fallback, __getattribute__ sees every access.
class Fallback:
    real = 'real'
    def __getattr__(self, n):
        if n.startswith('x'): return 'made ' + n
        raise AttributeError(f'no {n} here')
f = Fallback()
print(f.real, f.x1, getattr(f, 'y', 'default'), hasattr(f, 'y'), hasattr(f, 'xx'))
try: f.y
except AttributeError as e: print(e)
f.x1 = 'instance'
print(f.x1)
class All:
    a = 1
    def __getattribute__(self, n):
        if n == 'secret': raise AttributeError('hidden')
        if n.startswith('raw_'): return object.__getattribute__(self, n[4:])
        return 'got ' + n
    def __getattr__(self, n): return 'fallback ' + n
    def __len__(self): return 3
o = All()
print(o.a, o.zzz, o.raw_a, o.secret, len(o), o.raw_missing)
print(o.__class__, type(o).__name__, o.__len__)
class PropErr:
    @property
    def p(self): raise AttributeError('inside property')
    def __getattr__(self, n): return 'fallback for ' + n
print(PropErr().p)
class Deep:
    def __getattr__(self, n):
        d = Deep()
        d.__dict__['path'] = self.__dict__.get('path', '') + '.' + n
        return d
print(Deep().a.b.c.path)
class Rec:
    def __getattr__(self, n): return self.other
try: Rec().x
except RecursionError: print('recursion')

# Descriptors of every completeness, on class and metaclass, against instance attributes.
log = []
def make(parts):
    body = {}
    if 'g' in parts: body['__get__'] = lambda self, obj, cls: (log.append(('get', obj is not None, cls.__name__)), 'got')[1]
    if 's' in parts: body['__set__'] = lambda self, obj, value: log.append(('set', value))
    if 'd' in parts: body['__delete__'] = lambda self, obj: log.append(('delete',))
    return type('D_' + (parts or 'none'), (), body)
def attempt(label, f):
    log.clear()
    try: r = f(); r = r if isinstance(r, (str, int, type(None), tuple)) else type(r).__name__
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(label, r, *log)
for parts in ('', 'g', 's', 'd', 'gs', 'gd', 'sd', 'gsd'):
    D = make(parts)
    class Meta(type): on_meta = D()
    class C(metaclass=Meta): x = D()
    class Slotted: __slots__ = ('other',); x = D()
    class Child(C): pass
    for kind in C, Child, Slotted:
        o = kind()
        n = kind.__name__ + ' ' + parts
        attempt(n + ' get', lambda: o.x)
        attempt(n + ' set', lambda: setattr(o, 'x', 5))
        attempt(n + ' get after set', lambda: o.x)
        attempt(n + ' dict', lambda: tuple(sorted(vars(o))))
        if hasattr(o, '__dict__'): o.__dict__['x'] = 'own'
        attempt(n + ' get with own', lambda: o.x)
        attempt(n + ' delete', lambda: delattr(o, 'x'))
        attempt(n + ' delete again', lambda: delattr(o, 'x'))
        attempt(n + ' class get', lambda: kind.x)
        attempt(n + ' super', lambda: super(kind, o).x)
        attempt(n + ' hasattr', lambda: hasattr(o, 'x'))
    attempt('meta get ' + parts, lambda: C.on_meta)
    attempt('meta set ' + parts, lambda: setattr(C, 'on_meta', 6))
    attempt('meta get after ' + parts, lambda: C.on_meta)
    attempt('meta delete ' + parts, lambda: delattr(C, 'on_meta'))
    attempt('instance does not see it ' + parts, lambda: C().on_meta)
    attempt('class set replaces ' + parts, lambda: (setattr(C, 'x', 1), C.x))
class Named:
    def __set_name__(self, owner, name): log.append((owner.__name__, name))
attempt('set_name', lambda: type('K', (), {'b': Named(), 'a': Named()}).__name__)
class Bad:
    def __set_name__(self, owner, name): raise ValueError(name)
attempt('set_name fails', lambda: type('K', (), {'b': Bad()}))
class GetFails:
    def __get__(self, o, c): raise AttributeError('hidden')
class WithFallback:
    x = GetFails()
    def __getattr__(self, name): return 'fallback ' + name
attempt('getattr after failing get', lambda: WithFallback().x)
attempt('class attribute of failing get', lambda: WithFallback.x)
class P:
    @property
    def x(self): raise AttributeError('inside')
    y = property(None, lambda self, v: log.append(v), None, 'doc')
    z = property()
    w = property(lambda self: 1)
for code in ('p.x', 'p.y', 'p.z', 'p.w', 'p.w == 1', 'P.y.__doc__', 'P.w.fget is not None and P.w.fset', 'setattr(p, "w", 1)', 'setattr(p, "x", 1)', 'setattr(p, "y", 3)', 'delattr(p, "w")', 'delattr(p, "y")', 'setattr(p, "z", 1)', 'P.w.getter(lambda s: 2).fget(0)', 'P.w.__get__(None, P) is P.w', 'P.w.__set__(p, 1)', 'type(P.w).__name__', 'property(1).fget'):
    p = P(); attempt(code, lambda: eval(code))

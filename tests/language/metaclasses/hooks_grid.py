# Metaclasses: what is called when, with which arguments, and what wrong results of hooks do.
log = []
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): log.append(('prepare', mcs.__name__, name, [b.__name__ for b in bases], kw)); return {'prepared': 1}
    def __new__(mcs, name, bases, ns, **kw): log.append(('new', name, sorted(k for k in ns if k[:2] != '__'), kw)); return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): log.append(('init', cls.__name__, kw)); super().__init__(name, bases, ns)
    def __call__(cls, *args, **kw): log.append(('call', cls.__name__, args, kw)); return super().__call__(*args, **kw)
    def __instancecheck__(cls, obj): log.append(('instancecheck', cls.__name__)); return obj == 'yes'
    def __subclasscheck__(cls, sub): log.append(('subclasscheck', cls.__name__)); return sub is str
    def __getattr__(cls, name): return 'meta ' + name
    def __len__(cls): return 5
    def __iter__(cls): return iter('abc')
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return ('item', k)
    def __add__(cls, o): return ('add', o)
    def __eq__(cls, o): return o == 'same'
    def __hash__(cls): return 7
    def __bool__(cls): return False
    def __repr__(cls): return f'<meta {cls.__name__}>'
    def __dir__(cls): return ['z', 'y']
    def __setattr__(cls, k, v): log.append(('set', k)); super().__setattr__(k, v)
    def __delattr__(cls, k): log.append(('del', k)); super().__delattr__(k)
class A(metaclass=Meta, x=1):
    attr = 2
    def __init__(self, *args, **kw): log.append(('A init', args, kw))
class B(A, y=2): pass
C = Meta('C', (A,), {'q': 1}, z=3)
D = type('D', (A,), {})
print(*log, sep='\n'); log.clear()
for code in ('A(1, k=2).__class__', 'isinstance("yes", A)', 'isinstance(5, A)', 'isinstance(A(), A)', 'issubclass(str, A)', 'issubclass(B, A)', 'A.nope', 'A().nope', 'len(A)', 'list(A)', '1 in A, 2 in A', 'A[3]', 'A + 4', 'A == "same", A == 5, A != "same"', 'hash(A)', 'bool(A), not A', 'repr(A), str(B)', 'dir(A)', 'setattr(A, "n", 1)', 'delattr(A, "n")', 'A.n', 'type(B).__name__', 'A.__class__.__name__', 'A.mro()', 'Meta.mro(B)', 'A().__len__', 'A.__call__', 'callable(A)', 'A.__prepare__("x", ())', 'type(A)("E", (), {}).__name__', 'type.__call__(A)', '{A: 1}[A]', 'f"{A}"', 'A.attr, B.attr, C.q'):
    log.clear()
    try: r = eval(code); r = type(r).__name__ if ' at 0x' in repr(r) else r
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(code, '=', r, log)
def attempt(label, source):
    log.clear(); scope = dict(globals())
    try: exec(source, scope); r = scope.get('R', 'ok')
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(label, '->', r)
class Other(type): pass
attempt('conflict', 'class X(A, metaclass=Other): pass')
attempt('conflict of bases', 'class O(metaclass=Other): pass\nclass X(A, O): pass')
attempt('function as metaclass', 'def meta(name, bases, ns, **kw): return (name, bases, kw)\nclass X(int, metaclass=meta, a=1): pass\nR = X')
attempt('metaclass is an instance', 'class X(metaclass=5): pass')
attempt('metaclass None', 'class X(metaclass=None): pass')
attempt('prepare gives no mapping', 'class M(type):\n  __prepare__ = classmethod(lambda *a: 5)\nclass X(metaclass=M): pass')
attempt('prepare gives a list', 'class M(type):\n  __prepare__ = classmethod(lambda *a: [])\nclass X(metaclass=M): a = 1')
attempt('new gives another thing', 'class M(type):\n  def __new__(*a): return 5\nclass X(metaclass=M): pass\nR = X')
attempt('init gives a value', 'class M(type):\n  def __init__(*a): return 5\nclass X(metaclass=M): pass')
attempt('unknown keyword', 'class X(a=1): pass')
attempt('unknown keyword of type', 'type("X", (), {}, a=1)')
attempt('mro gives nonsense', 'class M(type):\n  def mro(cls): return [5]\nclass X(metaclass=M): pass')
attempt('mro empty', 'class M(type):\n  def mro(cls): return []\nclass X(metaclass=M): pass\nR = X.__mro__')
attempt('mro not iterable', 'class M(type):\n  def mro(cls): return 5\nclass X(metaclass=M): pass')
attempt('mro custom', 'class M(type):\n  def mro(cls): return [cls, str, object] if cls.__name__ == "Y" else [cls, object]\nclass X(metaclass=M): pass\nR = X.__mro__[1:]')
for args in ((1, (), {}), ('a', 1, {}), ('a', (), 1), ('a', (1,), {}), ('a', (int, str), {}), ('a', (bool,), {}), ('a', (int, int), {}), ('a\0b', (), {}), ('', (), {}), ('a', (), {'__slots__': 5}), ('a', (object, int), {}), ('a', (), {1: 2}), ('a', (type(None),), {}), ('a', (type(len),), {}), ('a', (), {'__qualname__': 5}), ('a', (), {'__doc__': 5}), ('a', (), {'__classcell__': 5}), ('a',), ('a', ()), ('a', (), {}, {}), (list, [], {})):
    try: r = type(*args); print(ascii(args), r.__name__ if isinstance(r, type) else r, [b.__name__ for b in r.__mro__])
    except Exception as e: print(ascii(args), type(e).__name__, ascii(str(e)))
for attr, values in {'__name__': ('N', 5, 'a\0', ''), '__qualname__': ('q.w', 5), '__module__': ('m', 5), '__bases__': ((object,), (), 5, (int,), [object]), '__doc__': ('d', 5), '__mro__': ((),), '__dict__': ({},), '__class__': (type, Other, int, 5), '__abstractmethods__': ((), ['x'], 5), '__annotations__': ({}, 5), '__slots__': (5,), '__new__': (5,), '__hash__': (None,), '__basicsize__': (1,)}.items():
    for v in values:
        class T: pass
        try: setattr(T, attr, v); print(attr, v, '=', getattr(T, attr, 'gone') if attr not in ('__class__',) else type(T).__name__)
        except Exception as e: print(attr, v, type(e).__name__, e)
    class T: pass
    try: delattr(T, attr); print('del', attr, 'ok')
    except Exception as e: print('del', attr, type(e).__name__, e)
for attr in ('__name__', 'x', '__doc__', '__class__', '__bases__', '__module__'):
    for t in (int, type, type(len), type(None)):
        try: setattr(t, attr, 1); print('set')
        except Exception as e: print(attr, type(e).__name__, e)

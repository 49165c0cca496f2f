# __prepare__, body, __new__, __set_name__, __init_subclass__, __init__ in order.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'from_prepare': 1}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, sorted(k for k in ns if k[0] != '_'), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', cls.__name__, a, k)
        return super().__call__(*a, **k)
class Name:
    def __set_name__(self, o, n): print('set_name', n)
class Base(metaclass=Meta, opt=1):
    print('body sees', from_prepare)
    n = Name()
    def __init_subclass__(cls, **kw): print('init_subclass', cls.__name__)
    def __init__(self, v): print('instance init', v)
class Sub(Base, opt=2):
    print('sub body')
Sub(5)
print(type(Sub) is Meta, Sub.from_prepare, isinstance(Sub, Meta))
X = Meta('X', (), {'a': 1})

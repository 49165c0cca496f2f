# Special methods that are descriptors, classmethods or plain objects on the type.
class Prop:
    @property
    def __len__(self): return lambda: 42
    @property
    def __call__(self): return lambda *a: ('called', a)
print(len(Prop()), Prop()(1))
class Static:
    __len__ = staticmethod(lambda: 5)
    __getitem__ = staticmethod(lambda k: ('item', k))
    __add__ = classmethod(lambda cls, o: (cls.__name__, o))
print(len(Static()), Static()[3], Static() + 1)
class CallableObj:
    def __call__(self, *a): return a
class Plain:
    __getitem__ = CallableObj()
    __eq__ = lambda *a: 'eq'
    __contains__ = dict(a=1).__contains__
    __iter__ = [1, 2].__iter__
    __str__ = 'text'.upper
print(Plain()[7], Plain() == 1, 'a' in Plain(), 'b' in Plain(), list(Plain()), str(Plain()))
class NoneOut:
    __hash__ = None
    __iter__ = None
    __contains__ = None
    __getitem__ = lambda self, k: k
    __reversed__ = None
for f in (lambda: hash(NoneOut())), (lambda: iter(NoneOut())), (lambda: 1 in NoneOut()), (lambda: list(NoneOut())), \
        (lambda: reversed(NoneOut())):
    try: print(f())
    except TypeError as e: print(e)
class NoAdd:
    __add__ = None
    __radd__ = None
for f in (lambda: NoAdd() + 1), (lambda: 1 + NoAdd()):
    try: f()
    except TypeError as e: print(e)

# __class_getitem__ makes a class subscriptable; generic aliases of builtins.
class G:
    def __class_getitem__(cls, k): return cls.__name__, k
class H(G): pass
print(G[int], G[1, 2], H['x'], H[()])
try: G()[0]
except TypeError as e: print(e)
class P: pass
try: P[int]
except TypeError as e: print(e)
class Meta(type):
    def __getitem__(cls, k): return 'meta', k
class Q(metaclass=Meta):
    def __class_getitem__(cls, k): return 'class', k
print(Q[1])
print(list[int], dict[str, int], tuple[int, ...], set[list[int]], type[int])
a = list[int]
print(a.__origin__, a.__args__, a == list[int], a != list[str], type(a).__name__,
    hash(a) == hash(list[int]))
print(a([1, 2]), a.append is list.append, a() == [])
try: isinstance([], a)
except TypeError as e: print(e)
try: int[str]
except TypeError as e: print(e)
class Sub(list[int]): pass
print(Sub.__bases__, Sub.__orig_bases__, Sub([1]))
print(int | str, int | None, (int | str).__args__, int | str == str | int, int | int,
    type(int | str).__name__)
try: int | 1
except TypeError as e: print(e)

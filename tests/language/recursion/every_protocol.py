# Endless recursion ends in RecursionError whichever protocol it goes through.
# heavy
import sys


def attempt(name, action):
    try:
        result = action()
    except RecursionError:
        print(name, "RecursionError")
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, "ended with", type(result).__name__)


class Lt:
    def __lt__(self, other): return sorted([Lt(), Lt()]) and True

class Getattr:
    def __getattr__(self, name): return self.other

class Getattribute:
    def __getattribute__(self, name): return self.other

class Setattr:
    def __setattr__(self, name, value): self.x = value

class Eq:
    def __eq__(self, other): return self == other

class EqOfLists:
    def __eq__(self, other): return [self] == [other]

class Repr:
    def __repr__(self): return repr(self)

class ReprOfLists:
    def __repr__(self): return repr([ReprOfLists()])

class Str:
    def __str__(self): return f"{self}"

class Format:
    def __format__(self, spec): return format(self)

class Hash:
    def __hash__(self): return hash((self,))

class Call:
    def __call__(self): return self()

class Iter:
    def __iter__(self): return iter(self)

class Next:
    def __iter__(self): return self
    def __next__(self): return next(self)

class Len:
    def __len__(self): return len(self)

class Bool:
    def __bool__(self): return bool(self)

class Add:
    def __add__(self, other): return self + other

class Getitem:
    def __getitem__(self, key): return self[key]

class Contains:
    def __contains__(self, key): return key in self

class Index:
    def __index__(self): return [1][self]

class New:
    def __new__(cls): return New()

class Init:
    def __init__(self): Init()

class Property:
    @property
    def x(self): return self.x

class Get:
    def __get__(self, instance, owner): return instance.x

class HasGet:
    x = Get()

class Enter:
    def __enter__(self):
        with Enter(): pass
    def __exit__(self, *details): pass

class Subclassed:
    def __init_subclass__(cls):
        class Deeper(Subclassed): pass

class Meta(type):
    def __instancecheck__(cls, instance): return isinstance(instance, HasMeta)

class HasMeta(metaclass=Meta): pass


def enter():
    with Enter(): pass

def set_x(): Setattr().x = 1

def subclass():
    class Derived(Subclassed): pass

def by_key(x): return sorted([1, 2], key=by_key)

def by_map(x): return list(map(by_map, [x]))

def by_generator(): yield from by_generator()

def by_comprehension(): return [by_comprehension() for _ in range(1)]

def by_eval(): return eval("by_eval()")

def by_exec(): exec("by_exec()", globals())

def by_max(x): return max([1, 2], key=by_max)

def by_star(*values): return by_star(*values)

def by_decorator(function): return by_decorator(function)


for name, action in [
    ("__lt__ in sorted", lambda: sorted([Lt(), Lt()])), ("key", lambda: by_key(1)),
    ("__getattr__", lambda: Getattr().x), ("__getattribute__", lambda: Getattribute().x),
    ("__setattr__", set_x), ("__eq__", lambda: Eq() == Eq()),
    ("__eq__ in lists", lambda: EqOfLists() == EqOfLists()), ("__repr__", lambda: repr(Repr())),
    ("__repr__ in lists", lambda: repr(ReprOfLists())), ("__str__", lambda: str(Str())),
    ("__format__", lambda: format(Format())), ("__hash__", lambda: hash(Hash())),
    ("__call__", Call()), ("__iter__", lambda: iter(Iter())), ("__next__", lambda: list(Next())),
    ("__len__", lambda: len(Len())), ("__bool__", lambda: bool(Bool())),
    ("__add__", lambda: Add() + 1), ("__getitem__", lambda: Getitem()[0]),
    ("__contains__", lambda: 1 in Contains()), ("__index__", lambda: [1][Index()]),
    ("__new__", New), ("__init__", Init), ("property", lambda: Property().x),
    ("__get__", lambda: HasGet().x), ("__enter__", enter), ("__init_subclass__", subclass),
    ("__instancecheck__", lambda: isinstance(1, HasMeta)), ("map", lambda: by_map(1)),
    ("yield from", lambda: list(by_generator())), ("comprehension", by_comprehension),
    ("eval", by_eval), ("exec", by_exec), ("max", lambda: by_max(1)), ("star", by_star),
    ("decorator", lambda: by_decorator(1)),
]:
    attempt(name, action)

# The interpreter is as good as before.
print(sum(range(1000)), sorted([3, 1, 2], key=lambda x: -x))

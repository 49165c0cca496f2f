# inspect: predicates, signatures, binding, members, docs, source, frames.
import inspect
import functools
from inspect import Parameter, Signature, signature


def plain(a, b=2, /, c=3, *args, d, e=5, **kwargs) -> int:
    """Plain.

        Indented.
    """
    return a


async def coroutine(): pass
def generator(): yield
async def asyncgen(): yield


class Base:
    """Base doc."""

    def method(self, x: int, *rest):
        """Method doc."""

    @classmethod
    def cls_method(cls, a=1): pass

    @staticmethod
    def static(b): pass

    @property
    def prop(self):
        """Prop doc."""

    def __call__(self, z): pass


class Derived(Base):
    def __init__(self, q, *, w='w'):
        self.q = q

    def method(self, x): pass

    @property
    def prop(self): pass


d = Derived(1)
c = coroutine()
things = [plain, coroutine, generator, asyncgen, Base, d, d.method, Base.method, len, [].append, str.join, inspect, c, generator(), asyncgen(),
          Base.prop, functools.partial(plain), plain.__code__, inspect.currentframe(), int.__add__, (5).__add__]
for name in ('ismodule', 'isclass', 'ismethod', 'isfunction', 'isgeneratorfunction', 'iscoroutinefunction', 'isasyncgenfunction', 'isgenerator',
             'iscoroutine', 'isasyncgen', 'isawaitable', 'isbuiltin', 'isroutine', 'iscode', 'isframe', 'ismethoddescriptor', 'isdatadescriptor',
             'isabstract', 'istraceback', 'ismethodwrapper'):
    print(name, ''.join('+' if getattr(inspect, name)(t) else '.' for t in things))
c.close()
print(signature(plain), signature(Base.method), signature(d.method), signature(Base.cls_method), signature(Base.static), signature(Derived),
      signature(d), signature(coroutine), signature(lambda x, *y: 0), signature(Base))
print(signature(functools.partial(plain, 1, c=5)), signature(functools.partial(plain, 1, 2, 3, d=4)))


@functools.wraps(plain)
def wrapper(*args, **kwargs):
    return plain(*args, **kwargs)


print(signature(wrapper), signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is plain)
s = signature(plain)
print(s.parameters['d'].kind, s.parameters['b'].default, s.parameters['a'].default is Parameter.empty, s.return_annotation, list(s.parameters),
      s.parameters['c'].annotation is inspect._empty, repr(s.parameters['args']), repr(s), s.parameters['kwargs'].kind.description)
b = s.bind(1, 2, 3, 4, d=6, x=7)
print(b, b.args, b.kwargs, b.arguments)
b = s.bind(1, d=2)
b.apply_defaults()
print(b, b.args, b.kwargs, plain(*b.args, **b.kwargs))
print(s.bind_partial(), s == signature(plain), hash(s) == hash(signature(plain)))
for args, kwargs in (((), {}), ((1,), {}), ((1,), {'d': 1, 'a': 2}), ((1, 2, 3), {'c': 1, 'd': 2})):
    try:
        print(s.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
try:
    signature(lambda x: 0).bind(1, 2)
except TypeError as error:
    print(error)
try:
    signature(lambda x: 0).bind(1, y=2)
except TypeError as error:
    print(error)
new = s.replace(parameters=[Parameter('k', Parameter.KEYWORD_ONLY, default=1, annotation=int)], return_annotation=Signature.empty)
print(new, new.parameters['k'].replace(name='z'), Parameter('a', Parameter.POSITIONAL_ONLY), Signature([]))
for bad in (lambda: Parameter('1', 1), lambda: Parameter('a', 9), lambda: Parameter('if', 1), lambda: Parameter('a', 2, default=1),
            lambda: Signature([Parameter('a', 3), Parameter('b', 1)]), lambda: Signature([Parameter('a', 1), Parameter('a', 1)]),
            lambda: signature(5), lambda: Signature([Parameter('a', 1, default=1), Parameter('b', 1)])):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(inspect.getfullargspec(plain))
print(inspect.getfullargspec(d.method).args, sorted(inspect.getcallargs(plain, 1, d=3).items()))
print([name for name, _ in inspect.getmembers(d, inspect.ismethod)], [n for n, _ in inspect.getmembers(Base, inspect.isfunction)])
print(repr(inspect.getdoc(plain)), inspect.getdoc(Derived.method), inspect.getdoc(Derived), inspect.getdoc(Derived.prop), inspect.getdoc(d.method),
      inspect.getdoc(5) is not None, repr(inspect.cleandoc('  a\n    b\n      c\n\n')))
print(inspect.getmro(Derived), inspect.getmodule(plain).__name__, inspect.getattr_static(d, 'prop') is Derived.__dict__['prop'],
      inspect.getattr_static(d, 'q'), inspect.getattr_static(d, 'zz', 'default'))
print(inspect.getsource(coroutine), inspect.getsourcelines(Base.method), inspect.getsource(Derived).splitlines()[0],
      len(inspect.getsourcelines(Derived)[0]), inspect.getsource(wrapper.__wrapped__).splitlines()[-1], inspect.getcomments(plain))


def level():
    frame = inspect.currentframe()
    info = inspect.getframeinfo(frame)
    return info.function, info.lineno, info.code_context, [f.function for f in inspect.stack()]


print(level())
g = generator()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), g.close(), inspect.getgeneratorstate(g))
c = coroutine()
print(inspect.getcoroutinestate(c), c.close(), inspect.getcoroutinestate(c))


def outer():
    x = 1

    def inner():
        return x, print, undefined_name, plain
    return inner


v = inspect.getclosurevars(outer())
print(v.nonlocals, list(v.globals), list(v.builtins), v.unbound)
print(inspect.get_annotations(plain), inspect.formatannotation(int), inspect.getargs(plain.__code__), inspect.isabstract(Base))
try:
    1 / 0
except ZeroDivisionError as error:
    t = error.__traceback__
    print([f.function for f in inspect.trace()], inspect.istraceback(t), inspect.getinnerframes(t)[0].lineno)
print(signature(len), signature(str.join), signature([].append))

# types: names of types, coroutine, new_class and kin, SimpleNamespace, MappingProxyType.
import types
import sys

print(sorted(name for name in types.__all__))
for name in sorted(types.__all__):
    value = getattr(types, name)
    if isinstance(value, type):
        print(name, value.__name__, end='; ')
print()


def f():
    yield


print(type(f) is types.FunctionType is types.LambdaType, isinstance(f(), types.GeneratorType), type(len) is types.BuiltinFunctionType,
      type(f.__code__) is types.CodeType, type(sys) is types.ModuleType, type([].append) is types.BuiltinMethodType)
print(types.FunctionType(f.__code__, {}, 'named').__name__, types.MethodType(lambda self: self, 5)(),
      types.CellType(3).cell_contents, types.NoneType() is None, types.ModuleType('m', 'doc').__doc__)
n = types.SimpleNamespace(a=1, b='x')
n.c = [n]
print(n.a, n == types.SimpleNamespace(a=1), types.SimpleNamespace(x=1, y=2), n)
del n.c
p = types.MappingProxyType({'k': 1})
print(p, p['k'], p | {'z': 2}, dict(p), 'k' in p, list(p.items()))
try:
    p['x'] = 1
except TypeError as error:
    print(error)


@types.coroutine
def legacy(x):
    y = yield x
    return y + 1


async def main():
    return await legacy(5)


c = main()
print(c.send(None))
try:
    c.send(10)
except StopIteration as stop:
    print(stop.value)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return {'prepared': True, **kw}

    def __new__(mcs, name, bases, ns, **kw):
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        pass


C = types.new_class('C', (), {'metaclass': Meta, 'extra': 5}, lambda ns: ns.update(x=1))
print(C.x, C.prepared, C.extra, type(C).__name__, C.__name__)
print(types.prepare_class('D', (C,), {'q': 2}))


class Stand:
    def __mro_entries__(self, bases):
        return (int, )


D = types.new_class('D', (Stand(),))
print(D.__mro__[1], len(D.__orig_bases__), types.resolve_bases((int, Stand())), types.resolve_bases((int,)))


class Prop:
    @types.DynamicClassAttribute
    def value(self):
        'doc'
        return 'instance'


print(Prop().value)
try:
    Prop.value
except AttributeError:
    print('no class attribute')
try:
    Prop().value = 1
except AttributeError as error:
    print(error)
print(types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)).__args__, isinstance(int | str, types.UnionType))
try:
    types.coroutine(5)
except TypeError as error:
    print(error)

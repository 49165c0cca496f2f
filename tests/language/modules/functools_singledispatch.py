# functools.singledispatch and singledispatchmethod: choice by class, ABCs, annotations, errors.
from collections.abc import Iterable, Mapping, Sized
from functools import singledispatch, singledispatchmethod


@singledispatch
def show(value):
    'Shows.'
    return f'object {value!r}'


@show.register
def _(value: int):
    return f'int {value}'


@show.register(str)
def show_str(value):
    return f'str {value}'


@show.register(list)
@show.register(tuple)
def _(value):
    return f'sequence of {len(value)}'


@show.register
def _(value: float | complex):
    return f'number {value}'


show.register(type(None), lambda value: 'nothing')
print(show(1), show(True), show('a'), show([1]), show((1, 2)), show(1.5), show(2j), show(None),
      show({}))
print(show.__name__, show.__doc__, show.dispatch(bool) is show.registry[int])
print(sorted(cls.__name__ for cls in show.registry))


@show.register(Mapping)
def _(value):
    return 'mapping'


print(show({}), show({1: 2}.keys()))


@singledispatch
def size(value):
    return 'default'


@size.register(Sized)
def _(value):
    return 'sized'


@size.register(Iterable)
def _(value):
    return 'iterable'


class OnlySized:
    def __len__(self):
        return 1


class Both(OnlySized):
    def __iter__(self):
        return iter(())


print(size(OnlySized()), size(iter(())), size(5), size(Both()))


class Same:
    def __len__(self):
        return 1

    def __iter__(self):
        return iter(())


try:
    size(Same())
except RuntimeError as error:
    print(str(error)[:19].strip())
for bad in (lambda: show(), lambda: show.register(5), lambda: show.register(lambda x: 1),
            lambda: show.register(5, print)):
    try:
        bad()
    except TypeError as error:
        print(str(error).split(' at 0x')[0].split('<function')[0])


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError('Cannot negate a')

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg

    @singledispatchmethod
    @classmethod
    def of(cls, arg):
        return cls.__name__, arg

    @of.register(int)
    @classmethod
    def _(cls, arg):
        return 'int', arg


n = Negator()
print(n.neg(5), n.neg(True), Negator.of('x'), n.of(1))
try:
    n.neg('x')
except NotImplementedError as error:
    print(error)

# typing: text forms, arguments, generic classes, protocols, hints.
import typing
from typing import *

T = TypeVar('T')
K = TypeVar('K')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
for form in (List, List[int], Dict[str, Any], Optional[int], Union[int, str, None], Union[int], Union[int, int],
             Callable, Callable[[int, str], None], Callable[..., int], Callable[[], str], Tuple[int, ...], Tuple[()],
             Tuple[int, str], Literal[1, 'a', None], ClassVar[int], Final[str], Type[int], Set[T], FrozenSet, Iterable[T],
             Any, NoReturn, Never, Self, LiteralString, TypeAlias, T, TypeVar('C', covariant=True), P, Ts, Mapping[str, List[int]],
             Awaitable[int], AsyncIterator[str], Generator[int, None, str], Coroutine[Any, Any, int], Deque[int], DefaultDict[str, int],
             Annotated[int, 'x', 5], Concatenate[int, P], TypeGuard[int], Required[int], NotRequired[str], Unpack[Ts], Hashable, Sized,
             Optional[Union[int, None]], Optional['Fwd'], List['Fwd'], Text, Union[List[int], Tuple[str]], Sequence, P.args, P.kwargs,
             int | None, Union[int, str] | None, List[int] | None, AnyStr, SupportsInt, Counter[str], OrderedDict[str, int]):
    print(form)
print(List[T][int], Dict[K, List[T]][str, int], Callable[[T], K][int, str], Union[T, None][int], Tuple[T, ...][int],
      Annotated[T, 1][int], Dict[str, T].__parameters__, Callable[P, T].__parameters__, Callable[P, int][[str, bytes]])
print(List[int] == List[int], List[int] == list[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int],
      Literal[1, 2] == Literal[2, 1], Optional[int] == Union[int, None], Union[int, str] == (int | str), List[int] != List[str])
print(get_origin(List[int]), get_args(List[int]), get_origin(Union[int, str]), get_args(Dict[str, int]), get_args(Callable[[int], str]),
      get_origin(Callable[[int], str]), get_origin(int), get_args(int), get_origin(list[int]), get_args(int | str), get_origin(Annotated[int, 1]),
      get_args(Annotated[int, 1]), get_args(Literal[1, 'b']), get_origin(Generic), get_origin(Generic[T]), get_args(Callable[..., int]))
print(isinstance([], List), isinstance({}, Mapping), isinstance(5, Hashable), issubclass(list, Sequence), isinstance(iter([]), Iterator),
      isinstance(5, Union[int, str]), issubclass(int, Optional[int]))


class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item


class Pair(Box[int], Generic[T, K]):
    pass


b = Box[int](5)
print(b.get(), Box[int], Box.__parameters__, Box[int].__args__, b.__orig_class__, Box.__orig_bases__, Pair.__parameters__, Pair[str, int],
      Box[T].__parameters__, Box[List[K]][int], Pair.__mro__[1:])


class IntBox(Box[int]):
    pass


print(IntBox(3).get(), IntBox.__orig_bases__, IntBox.__parameters__, IntBox.__mro__[1] is Box)


class Shape(Protocol):
    def area(self) -> float:
        ...


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None:
        ...


@runtime_checkable
class Named(Protocol):
    name: str


class File:
    name = 'f'

    def close(self):
        pass


class Square(Shape):
    def area(self):
        return 4


print(isinstance(File(), Closes), isinstance(5, Closes), issubclass(File, Closes), isinstance(File(), Named), Square().area(),
      isinstance(5, SupportsInt), isinstance('a', SupportsInt), isinstance(5, SupportsIndex))


class Employee(NamedTuple):
    """An employee."""
    name: str
    id: int = 3

    def hello(self):
        return 'hello ' + self.name


e = Employee('Ann')
print(e, e.hello(), Employee.__annotations__, Employee._field_defaults, Employee._fields, e[0], Employee.__doc__,
      NamedTuple('N', [('a', int), ('b', str)])(1, 'x'), isinstance(e, tuple))


class Movie(TypedDict):
    title: str
    year: int


class More(Movie, total=False):
    extra: Required[int]
    other: str


m = Movie(title='x', year=1)
print(m, type(m), Movie.__annotations__, More.__required_keys__ == {'title', 'year', 'extra'}, More.__optional_keys__, Movie.__total__, More.__total__,
      is_typeddict(Movie), is_typeddict(dict), TypedDict('Alt', {'a': int})(a=1))
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__name__, UserId.__supertype__, cast(str, 5), TYPE_CHECKING)


@overload
def over(x: int) -> int: ...
@overload
def over(x: str) -> str: ...
def over(x):
    return x


print(over(3), len(get_overloads(over)))


@final
class Last:
    pass


print(Last.__final__, assert_type(5, int))


def hinted(a: 'int', b: List['Box'], *, c: Optional[str] = None) -> 'Box[int]':
    pass


class Hinted:
    x: 'int'
    y: ClassVar['str'] = ''
    z: Annotated[int, 'meta']


class SubHinted(Hinted):
    w: None


print(get_type_hints(hinted))
print(get_type_hints(Hinted), get_type_hints(SubHinted, include_extras=True)['z'], get_type_hints(SubHinted)['w'])
print(ForwardRef('int'), ForwardRef('x') == ForwardRef('x'), get_type_hints(print))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def sub(*bases):
    return lambda: type('S', bases, {})


for action in (lambda: List[int, str], lambda: Dict[int], lambda: Optional[int, str], lambda: Union[()], lambda: Callable[int],
               lambda: Callable[int, str], lambda: isinstance([], List[int]), lambda: Any(), lambda: isinstance(5, Any), lambda: List[int][str],
               lambda: List(), lambda: Generic[int], lambda: Generic[T, T], lambda: Box[int, str], lambda: Shape(), lambda: isinstance(5, Shape),
               lambda: Union(), lambda: over.__wrapped__, lambda: TypeVar('X', int), lambda: TypeVar('X', covariant=True, contravariant=True),
               lambda: ClassVar[1, 2], lambda: Final[int, str], lambda: Literal, lambda: get_type_hints(5), lambda: assert_never(5),
               lambda: NoReturn[int], lambda: ForwardRef('1 +'), lambda: List[5], lambda: Tuple[1, 2], lambda: isinstance({}, Movie), lambda: Annotated[int],
               lambda: Employee(), lambda: typing.nonexistent, lambda: Optional[5], lambda: Protocol[T]):
    attempt(action)


@no_type_check
def unchecked(a: 'nonsense'):
    pass


print(get_type_hints(unchecked), List.__origin__, Callable.__origin__, List[int].__origin__, typing.List.__module__)


def spec(f: Callable[P, T]) -> Callable[P, T]:
    return f


print(get_type_hints(spec), Callable[Concatenate[int, P], T])

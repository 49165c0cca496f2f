# Reading attributes of classes: static and class methods, constants, changes of class and metaclass.
class Base:
    number = 1

    @staticmethod
    def double(x):
        return 2 * x

    @classmethod
    def name(cls, suffix=""):
        return cls.__name__ + suffix

    def plain(self):
        return "plain", self


class Derived(Base):
    pass


def read(cls):
    return cls.number, cls.double(4), cls.name(), cls.name("!"), cls.plain(7), cls.name.__self__.__name__


for _ in range(40):
    seen = read(Base)
print(seen, read(Derived), read(Base))

# The class itself changes, then its base does.
Base.number = 2
Base.double = staticmethod(lambda x: 3 * x)
print(read(Base), read(Derived))
Base.double = lambda x: 5 * x
Base.name = lambda suffix="": "function" + suffix
try:
    read(Base)
except AttributeError as error:
    print(error)
Base.name = classmethod(lambda cls, suffix="": cls.__name__ + "?" + suffix)
print(read(Base), read(Derived))
Derived.number = 9
print(read(Base)[0], read(Derived)[0])
del Derived.number
print(read(Base)[0], read(Derived)[0])

# A counter in the class is written between all reads.
class Counter:
    count = 0


def step():
    Counter.count += 1
    return Counter.count


print([step() for _ in range(30)][-3:], Counter.count)


# What the metaclass says goes first, also when it comes to say it later.
class Meta(type):
    pass


class Made(metaclass=Meta):
    number = "own"


def number_of(cls):
    return cls.number


for _ in range(30):
    number_of(Made)
print(number_of(Made))
Meta.number = property(lambda cls: "of the metaclass of " + cls.__name__)
print(number_of(Made))
del Meta.number
print(number_of(Made))


class Descriptor:
    def __get__(self, instance, owner):
        return "got", instance, owner.__name__


for cls in (Base, Made, Derived):
    cls.number = Descriptor()
    print(number_of(cls), number_of(cls))


# Methods of built-in classes, and one name read from many classes.
def upper_of(cls, text):
    return cls.upper(text)


class Text(str):
    def upper(self):
        return "my " + str.upper(self)


print([upper_of(cls, "abc") for cls in (str, str, Text, str, Text)])
classes = [type(f"C{i}", (), {"number": i, "get": staticmethod(lambda i=i: -i)}) for i in range(25)]
print(sum(number_of(cls) for cls in classes * 3), sum(cls.get() for cls in classes * 3))

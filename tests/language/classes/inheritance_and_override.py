# Overriding, extending, calling the base, isinstance and issubclass.
class Animal:
    def __init__(self, name): self.name = name
    def speak(self): return '...'
    def intro(self): return f'{self.name} says {self.speak()}'
class Dog(Animal):
    def speak(self): return 'Woof'
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self): return super().speak().lower() + '!'
for a in Animal('A'), Dog('D'), Puppy('P', 1): print(a.intro())
p = Puppy('P', 2)
print(isinstance(p, Animal), isinstance(p, (int, Dog)), isinstance(p, ()), issubclass(Puppy, Animal),
    issubclass(Animal, Dog))
print(isinstance(p, ((int, (str, Puppy)),)), isinstance(1, int | str), issubclass(bool, int),
    isinstance(True, int))
print(Puppy.__bases__, Puppy.__mro__, Animal.__subclasses__(), Puppy.__base__)
print(Animal.speak(p), Dog.speak(p))
class Num(int):
    def __add__(self, o): return Num(int.__add__(self, o))
    def double(self): return self * 2
n = Num(5) + 3
print(n, type(n).__name__, n.double(), type(n.double()).__name__, type(n - 1).__name__)
class L(list):
    def last(self): return self[-1]
l = L([1, 2]); l.append(9)
print(l.last(), l, type(l + l).__name__, type(l[:]).__name__, l == [1, 2, 9])

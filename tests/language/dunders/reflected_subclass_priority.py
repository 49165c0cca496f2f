# A right operand of a subclass that overrides the reflected method goes first.
class Base:
    def __add__(self, o): return 'Base.add'
    def __radd__(self, o): return 'Base.radd'
    def __lt__(self, o): return 'Base.lt'
    def __gt__(self, o): return 'Base.gt'
    def __eq__(self, o): return 'Base.eq'
class Over(Base):
    def __radd__(self, o): return 'Over.radd'
    def __gt__(self, o): return 'Over.gt'
    def __eq__(self, o): return 'Over.eq'
class Same(Base): pass
class Unrelated:
    def __radd__(self, o): return 'Unrelated.radd'
print(Base() + Over(), Base() + Same(), Base() + Base(), Over() + Base(), Base() + Unrelated())
print(Base() < Over(), Base() < Same(), Base() == Over(), Over() == Base(), Base() == Same())
class MyInt(int):
    def __radd__(self, o): return 'MyInt.radd'
    def __rsub__(self, o): return 'MyInt.rsub'
    def __mul__(self, o): return 'MyInt.mul'
class PlainInt(int): pass
print(1 + MyInt(2), 1 - MyInt(2), MyInt(2) * 3, 3 * MyInt(2), MyInt(1) + 1, 1 + PlainInt(2), 1.5 + MyInt(1))
class MyStr(str):
    def __radd__(self, o): return 'MyStr.radd'
    def __rmod__(self, o): return 'MyStr.rmod'
print('a' + MyStr('b'), '%s' % MyStr('x'), MyStr('b') + 'a')
class MyList(list):
    def __radd__(self, o): return 'MyList.radd'
print([1] + MyList([2]), MyList([2]) + [1])
class Deeper(Over):
    pass
print(Base() + Deeper(), Over() + Deeper())

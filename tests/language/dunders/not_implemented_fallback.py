# NotImplemented sends the operation to the other operand.
class A:
    def __add__(self, o):
        print('A.add', end=' ')
        return NotImplemented
    def __radd__(self, o):
        print('A.radd', end=' ')
        return 'A.radd result'
class B:
    def __add__(self, o):
        print('B.add', end=' ')
        return NotImplemented
    def __radd__(self, o):
        print('B.radd', end=' ')
        return NotImplemented
a, b = A(), B()
print(b + a)
try: a + b
except TypeError as e: print(e)
try: a + A()
except TypeError as e: print('same type does not try reflected:', e)
print(1 + a)
try: 1 + b
except TypeError as e: print(e)
try: b += b
except TypeError as e: print(e)
print(A.__add__(a, b), type(NotImplemented), NotImplemented)
class C:
    __iadd__ = lambda s, o: NotImplemented
    __add__ = lambda s, o: 'add after iadd'
c = C(); c += 1; print(c)
print((1).__add__('x'), (1).__add__(2.5), (1.5).__add__(1), 'a'.__mul__(2), [].__eq__(()), (1).__lt__('a'))
try: 'a'.__add__(1)
except TypeError as e: print(e)
class E:
    def __add__(self, o): raise ValueError('not swallowed')
try: E() + a
except ValueError as e: print(e)

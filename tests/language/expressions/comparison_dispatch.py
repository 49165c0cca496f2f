# Comparison falls back to the reflected method, then to identity.
class A:
    def __eq__(self, o):
        print('A.eq', end=' ')
        return NotImplemented
    def __lt__(self, o):
        print('A.lt', end=' ')
        return NotImplemented
class B:
    def __eq__(self, o):
        print('B.eq', end=' ')
        return 'B says'
    def __gt__(self, o):
        print('B.gt', end=' ')
        return 'B greater'
class C(A):
    def __eq__(self, o):
        print('C.eq', end=' ')
        return NotImplemented
a, b, c = A(), B(), C()
print(a == b)
print(a == a, a == A())
print(a != b)
print(a < b)
try: a < a
except TypeError as e: print(e)
print(a == c)
print(c == a)
print(a == 1, 1 == a)
print(None == a)
class D:
    def __ne__(self, o): return 'ne'
print(D() != 1, D() == 1, 1 != D())
class E:
    def __eq__(self, o): return True
print(E() != 1, 1 != E(), E() == 1)

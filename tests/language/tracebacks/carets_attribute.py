# Carets under a failing attribute in a chain.
class A:
    b = None
a = A()
print('start', a.b.c.d, 'end')

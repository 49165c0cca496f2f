# A property wins over the instance dictionary; subclasses may replace it.
class A:
    @property
    def x(self): return 'property'
a = A()
a.__dict__['x'] = 'dict'
print(a.x, vars(a))
try: a.x = 1
except AttributeError as e: print(e)
class B(A): x = 'class attribute'
b = B()
print(b.x)
b.x = 'instance'
print(b.x)
class C(A):
    @A.x.setter
    def x(self, v): self.__dict__['x'] = v
c = C()
c.x = 5
print(c.x, vars(c))
class Cached:
    @property
    def v(self):
        print('computing')
        self.__class__ = Done
        self.v = 42
        return 42
class Done: pass
o = Cached()
print(o.v, o.v)
del A.x
print(a.x)
class Err:
    @property
    def p(self): return self.missing
try: Err().p
except AttributeError as e: print(e)
class G:
    @property
    def gen(self):
        yield 1
        yield 2
print(list(G().gen))

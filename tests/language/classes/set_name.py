# __set_name__ is called on attributes after the body, in order.
class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
    def __get__(self, o, t=None):
        return self if o is None else o.__dict__.get(self.name, 'unset')
    def __set__(self, o, v): o.__dict__[self.name] = v
class Model:
    first = Field()
    second = Field()
    same = first
m = Model()
m.first = 1
print(m.first, m.second, m.same, Model.first.name)
Model.late = Field()
print(hasattr(Model.__dict__['late'], 'name'))
class Sub(Model): third = Field()
class Bad:
    def __set_name__(self, o, n): raise ValueError('bad name ' + n)
try:
    class X: attr = Bad()
except RuntimeError as e: print(e, '|', repr(e.__cause__))
class Order:
    def __init_subclass__(cls): print('init_subclass sees', hasattr(cls.f, 'name'))
class Sub2(Order): f = Field()
class OnType: 
    def __set_name__(self): pass
try:
    class Y: a = OnType()
except RuntimeError as e: print(e, '|', e.__cause__)
T = type('T', (), {'z': Field()})

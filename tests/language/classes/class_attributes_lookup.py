# Attribute lookup order: data descriptors, instance, class, base; setting shadows.
class Base:
    a = 'base a'
    b = 'base b'
class Derived(Base):
    b = 'derived b'
d = Derived()
print(d.a, d.b, Derived.a, Base.b)
d.a = 'instance a'
print(d.a, Derived.a)
Base.a = 'new base a'
print(d.a, Derived().a)
del d.a
print(d.a)
try: del d.a
except AttributeError as e: print(e)
try: del Derived.a
except AttributeError as e: print(e)
del Base.a
try: d.a
except AttributeError as e: print(e)
Base.late = property(lambda self: 'late property')
print(d.late)
d.__dict__['late'] = 'hidden by the property'
print(d.late)
Base.late = 'plain now'
print(d.late)
d.__dict__['b'] = 'via dict'
print(d.b)
Derived.m = lambda self: 'm1'
print(d.m())
Derived.m = lambda self: 'm2'
print(d.m())
d.m = lambda: 'instance m'
print(d.m())
del Derived.m, d.m
print(hasattr(d, 'm'))

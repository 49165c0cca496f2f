# Class statement: attributes, instances, methods, class and instance variables.
class Point:
    """A point."""
    count = 0
    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1
    def norm1(self): return abs(self.x) + abs(self.y)
    def moved(self, dx, dy): return type(self)(self.x + dx, self.y + dy)
    def __repr__(self): return f'Point({self.x}, {self.y})'
p = Point(3, -4)
q = p.moved(1, 1)
print(p, q, p.norm1(), Point.count, p.count, Point.__doc__, p.__doc__)
p.count = 'own'
print(p.count, Point.count, q.count, vars(p))
del p.count
print(p.count, p.__dict__)
Point.extra = lambda self: self.x * 100
print(q.extra(), type(q) is Point, isinstance(q, Point), Point.__name__, Point.__module__)
r = Point.__new__(Point)
print(vars(r), hasattr(r, 'x'))
r.__init__(7)
print(r)
r.__dict__ = {'x': 1, 'y': 2, 'z': 3}
print(r, r.z)
r.__dict__['w'] = 4
print(r.w)
for bad in ([], None, 5):
    try: r.__dict__ = bad
    except TypeError as e: print(e)

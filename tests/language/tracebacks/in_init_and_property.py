# Frames of __init__, properties and operator methods.
class V:
    def __init__(self, v):
        self.v = v
        self.check()
    def check(self):
        return self + self
    def __add__(self, other):
        return self.half + other.half
    @property
    def half(self):
        return self.v / 2
V('text')

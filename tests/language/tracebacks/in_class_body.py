# Frames of class bodies and decorators.
def deco(cls):
    return cls.attr.upper()
@deco
class C:
    attr = 5

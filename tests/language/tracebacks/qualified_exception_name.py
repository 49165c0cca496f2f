# Classes nested in others print their qualified name.
class Outer:
    class Inner(Exception):
        pass
def f():
    class Local(ValueError):
        pass
    return Local
try:
    raise Outer.Inner('in')
except Exception:
    raise f()('local')

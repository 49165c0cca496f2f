# A subclass that does not call __init__ is a greenlet without run, whose parent is the creator.
from greenlet import greenlet, getcurrent


class Bare(greenlet):
    def __init__(self, value):
        self.value = value


b = Bare(3)
print(b.value, b.parent is getcurrent(), b.dead, bool(b))
try:
    b.switch()
except AttributeError as error:
    print("AttributeError", error)


class WithRun(Bare):
    def run(self):
        return self.value * 2


print(WithRun(21).switch())

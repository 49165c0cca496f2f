# An exception crosses a ring of greenlets along the parents only.
from greenlet import greenlet, getcurrent

main = getcurrent()
log = []


def stage(number):
    def run(*args):
        try:
            if number == 3:
                raise ValueError("stage 3")
            stages[number + 1].switch()
        except ValueError as error:
            log.append("stage %d: %s" % (number, error))
            raise
        finally:
            log.append("finally %d" % number)

    return run


stages = [greenlet(stage(i)) for i in range(4)]
try:
    stages[0].switch()
except ValueError as error:
    log.append("main: %s" % error)
print(log)
print([g.dead for g in stages])
for g in stages[:3]:
    g.throw()
print(log)
print([g.dead for g in stages])

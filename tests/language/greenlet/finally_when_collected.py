# try/finally and with blocks run when GreenletExit is thrown; others run on.
from greenlet import greenlet, getcurrent

main = getcurrent()
log = []


class Block:
    def __enter__(self):
        log.append("enter")

    def __exit__(self, kind, value, traceback):
        log.append("exit " + kind.__name__)


def body():
    with Block():
        try:
            main.switch()
        finally:
            log.append("finally")
            main.switch("switch in finally")
            log.append("after")


g = greenlet(body)
g.switch()
print(g.throw())
print(log)
print(repr(g.switch()))
print(log, g.dead)

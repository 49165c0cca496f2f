# sys.setswitchinterval and getswitchinterval.
import sys


def attempt(value):
    try:
        print(sys.setswitchinterval(value), sys.getswitchinterval())
    except Exception as error:
        print(type(error).__name__ + ":", error)


print(sys.getswitchinterval())
attempt(0.01)
attempt(1)
attempt(0.000001)
attempt(0)
attempt(-1)
attempt("1")
attempt(0.005)

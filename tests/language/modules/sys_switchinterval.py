# sys.setswitchinterval: the interval is seconds, positive, of any size; getswitchinterval gives it back.
import sys

print(sys.getswitchinterval())
for seconds in (0.25, 1, 0.001):
    print(sys.setswitchinterval(seconds), sys.getswitchinterval())
for wrong in (0, -1, "x", None):
    try:
        sys.setswitchinterval(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(sys.getswitchinterval())

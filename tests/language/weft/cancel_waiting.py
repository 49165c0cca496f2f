# cancel raises Cancelled where the task waits; it may clean up, or go on
# weft only
import weft


def polite():
    try:
        weft.sleep(100)
    except weft.Cancelled as error:
        print("cancelled:", error)
        weft.sleep(0)
        print("cleaned up")
        raise


def stubborn():
    try:
        weft.sleep(100)
    except weft.Cancelled:
        return "went on"


first, second = spawn(polite), spawn(stubborn)
weft.sleep(0)
print(first.cancel(), second.cancel())
joinall([first, second])
print(first.cancelled(), second.cancelled(), second.value)
print(first.cancel(), type(first.exception()).__name__)
try:
    first.result()
except weft.Cancelled as error:
    print("result:", error)
print(issubclass(weft.Cancelled, Exception))

# The traceback of a RecursionError folds the repeated frames.
import sys
sys.setrecursionlimit(100)
def forever(n):
    return forever(n + 1)
def start():
    try:
        forever(0)
    except RecursionError as e:
        tb, n = e.__traceback__, 0
        while tb: tb = tb.tb_next; n += 1
        print(type(e).__name__, 80 < n <= 101)
        raise ValueError('after the recursion') from None
start()

# sys.exit() and None end with status 0, also when raised deep inside.
import sys
def deep(n):
    if n == 0: raise SystemExit(None)
    try: deep(n - 1)
    finally: print('unwound', n)
deep(3)

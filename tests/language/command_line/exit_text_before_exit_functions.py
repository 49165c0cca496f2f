# The text of SystemExit is told before the functions of atexit are called.
import atexit
import sys

atexit.register(lambda: print("at exit", file=sys.stderr))
sys.exit("the end")

# sys.exit raises SystemExit, which can be caught; its code.
import sys
for a in (), (0,), (3,), (None,), ('text',), ((1, 2),), (True,), (1.5,):
    try: sys.exit(*a)
    except SystemExit as e: print(a, repr(e.code), e.args, repr(e))
try: sys.exit(1, 2)
except TypeError as e: print(e)
try:
    try: sys.exit('x')
    except Exception: print('not an Exception')
except SystemExit as e: print('passed', e.code)
try: raise SystemExit
except BaseException as e: print(e.code)
e = SystemExit(5, 6); print(e.code, e.args); e.code = 9; print(e.code)
def f():
    try: sys.exit(2)
    finally: print('finally runs')
try: f()
except SystemExit: pass
try: exit(4)
except SystemExit as e: print('exit builtin', e.code)
try: quit()
except SystemExit as e: print('quit builtin', e.code)
sys.exit()
print('never')

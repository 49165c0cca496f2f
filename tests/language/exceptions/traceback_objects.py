# __traceback__: chain of frames, line numbers, with_traceback, growth on re-raise.
def a(): b()
def b():
    c()
def c():
    raise ValueError('deep')
def lines(e):
    out, tb = [], e.__traceback__
    while tb: out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    return out
try: a()
except ValueError as e:
    saved = e
    print(lines(e))
try: raise saved
except ValueError as e: print(len(lines(e)), lines(e)[0])
try:
    try: a()
    except ValueError: raise
except ValueError as e: print(lines(e))
try: raise ValueError('x').with_traceback(saved.__traceback__)
except ValueError as e: print(lines(e)[1:3])
saved.__traceback__ = None; print(saved.__traceback__, saved.with_traceback(None) is saved)
for bad in 5, 'tb', ValueError():
    try: saved.__traceback__ = bad
    except TypeError as e: print(e)
try: saved.with_traceback(5)
except TypeError as e: print(e)
try: del saved.__traceback__
except TypeError as e: print(e)
import sys
try: a()
except ValueError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is v.__traceback__, tb.tb_frame.f_code.co_name,
        tb.tb_frame.f_globals is globals(), type(tb).__name__, tb.tb_lasti >= 0)
print(sys.exc_info())
def locals_of(e):
    tb = e.__traceback__
    while tb.tb_next: tb = tb.tb_next
    return tb.tb_frame.f_locals
def with_locals(x): y = x * 2; raise KeyError(y)
try: with_locals(21)
except KeyError as e: print(locals_of(e))
tb = None
try: 1 / 0
except ZeroDivisionError as e: tb = e.__traceback__
tb.tb_next = None; print(tb.tb_next, tb.tb_lineno)

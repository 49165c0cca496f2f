# Exceptions in generators, exception state across yields, tracebacks through frames.
import sys
def g():
    try: raise ValueError('inner')
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
it = g()
print(next(it), sys.exc_info()[0], next(it), next(it))
def h():
    yield sys.exc_info()[0]
    try: yield 1 / 0
    except ZeroDivisionError: yield repr(sys.exc_info()[1])
try: raise KeyError('outer')
except KeyError:
    it = h()
    print(next(it), next(it), sys.exc_info()[0])
def r():
    yield 1
    raise ValueError('from generator')
it = r(); next(it)
try: next(it)
except ValueError as e:
    tb, names = e.__traceback__, []
    while tb: names.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
    print(e, names)
print(next(it, 'finished'))
def reraise():
    try: yield
    except Exception as e:
        try: raise KeyError('k') from e
        except KeyError as k: yield repr(k.__cause__)
it = reraise(); next(it); print(it.throw(ValueError('thrown')))
def context_in_loop():
    for i in range(2):
        try: raise ValueError(i)
        except ValueError as e: yield e.args, e.__context__
try: 1 / 0
except ZeroDivisionError: print([(a, repr(c)) for a, c in context_in_loop()])
def bare_raise():
    try: yield 1
    except ValueError: raise
it = bare_raise(); next(it)
try: it.throw(ValueError('re'))
except ValueError as e: print(e)
def no_active():
    yield
    raise
it = no_active(); next(it)
try: next(it)
except RuntimeError as e: print(e)

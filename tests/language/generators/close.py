# close(): GeneratorExit at the yield, finally blocks, ignoring and returning.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit seen')
        raise
    finally: print('cleanup')
it = g(); next(it); print(it.close(), it.close(), next(it, 'closed'))
it = g(); print(it.close(), next(it, 'never started'))
def ignores():
    try: yield 1
    except GeneratorExit:
        print('ignored')
        yield 2
it = ignores(); next(it)
try: it.close()
except RuntimeError as e: print(e)
def returns():
    try: yield 1
    except GeneratorExit: return 'value is dropped'
it = returns(); next(it); print(it.close())
def raises():
    try: yield 1
    finally: raise KeyError('in cleanup')
it = raises(); next(it)
try: it.close()
except KeyError as e: print(e, repr(e.__context__))
def bare():
    try: yield 1
    except: print('bare except catches it')
it = bare(); next(it); print(it.close())
def exc():
    try: yield 1
    except Exception: print('not reached')
    finally: print('only finally')
it = exc(); next(it); it.close()
def nested():
    try:
        yield from g()
    finally: print('outer cleanup')
it = nested(); next(it); it.close()
def with_loop():
    for i in range(3):
        try: yield i
        finally: print('end', i)
w = with_loop()
for x in w:
    if x == 1: break
print('still suspended'); w.close()
w = with_loop()
next(w)
w.close()
print(list(w), issubclass(GeneratorExit, Exception), GeneratorExit.__mro__[1].__name__)
def yields_in_finally():
    try: yield 1
    finally: yield 2
y = yields_in_finally(); next(y)
try: y.close()
except RuntimeError as e: print(e)

# throw(): exceptions at the suspended yield, handled or not, all argument forms.
def g():
    while True:
        try:
            yield 'waiting'
        except ValueError as e:
            print('caught', repr(e), repr(e.__context__))
            yield 'recovered'
        except KeyError:
            return 'ended'
        finally:
            print('finally')
it = g(); print(next(it), it.throw(ValueError('v')), next(it), it.throw(ValueError), next(it))
try: it.throw(KeyError)
except StopIteration as e: print(e.value)
it = g(); next(it)
try: it.throw(TypeError('unhandled'))
except TypeError as e: print('out', e)
print(next(it, 'dead'))
it = g()
try: it.throw(ValueError('before start'))
except ValueError as e: print('not started', e)
print(next(it, 'dead too'))
def fin():
    yield 1
f = fin(); list(f)
try: f.throw(ValueError('after end'))
except ValueError as e: print(e)
def changes():
    try: yield 1
    except ValueError: raise KeyError('changed')
c = changes(); next(c)
try: c.throw(ValueError('orig'))
except KeyError as e: print(repr(e), repr(e.__context__))
def t(*a):
    c = fin(); next(c)
    try: c.throw(*a)
    except BaseException as e: print(type(e).__name__, e.args)
t(ValueError)
t(ValueError, 'msg')
t(ValueError, ('a', 'b'))
t(ValueError, ValueError('inst'))
t(ValueError('x'), None)
t(ValueError('x'), 'y')
t(5)
t('str')
t(int)
t(ValueError, None, 5)
t(ValueError, None, None)
t()
t(1, 2, 3, 4)
t(KeyboardInterrupt)
t(StopIteration('s'))
t(GeneratorExit)

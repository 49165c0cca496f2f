# except*: what is caught, passed on, raised in handlers, with else, finally, names and nesting.
def show(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return f'{type(e).__name__}({e.message!r}, [{", ".join(show(x) for x in e.exceptions)}])'
    return repr(e)
def run(exc, raise_in=None, bare=False):
    log = []
    try:
        try:
            if exc is not None: raise exc
        except* ValueError as e:
            log.append(('V', show(e)))
            if raise_in == 'V': raise TypeError('from V')
            if raise_in == 'bare': raise
            if raise_in == 'same': raise e
        except* (KeyError, IndexError) as e:
            log.append(('KI', show(e), show(e.__context__) if e.__context__ else None))
            if raise_in in ('KI', 'bothbare'): raise RuntimeError('from KI') from None
        except* OSError:
            log.append('OS')
        else: log.append('else')
        finally: log.append('finally')
    except BaseException as out: log.append(('out', show(out), repr(out.__cause__), type(out.__context__).__name__))
    return log
EG = ExceptionGroup
for exc in (None, ValueError(1), TypeError(2), EG('g', [ValueError(1)]), EG('g', [ValueError(1), KeyError(2)]), EG('g', [ValueError(1), TypeError(2)]),
        EG('g', [EG('h', [ValueError(1), TypeError(2)]), IndexError(3), OSError(4)]), EG('g', [TypeError(5)]), BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(6)]), StopIteration(7)):
    for raise_in in (None, 'V', 'KI', 'bare', 'same'):
        print(show(exc) if exc else None, raise_in, run(exc, raise_in))
def nested():
    try:
        try: raise EG('a', [ValueError(1), KeyError(2)])
        except* ValueError:
            try: raise EG('b', [OSError(3)])
            except* OSError as e: print('inner', show(e))
    except* KeyError as e: print('outer', show(e))
nested()
def loop():
    for i in range(3):
        try: raise EG('x', [ValueError(i)])
        except* ValueError as e: last = e
    try: e
    except UnboundLocalError as err: print(err)
    return show(last)
print(loop())
for source in ('try: pass\nexcept* ValueError: return', 'while 1:\n try: pass\n except* A: break', 'while 1:\n try: pass\n except* A: continue',
        'try: pass\nexcept*: pass', 'try: pass\nexcept* A: pass\nexcept B: pass', 'try: pass\nexcept A: pass\nexcept* B: pass',
        'def f():\n try: pass\n except* A: return 1', 'def f():\n try: pass\n except* A:\n  def g(): return 1', 'while 1:\n try: pass\n except* A:\n  while 1: break'):
    try: compile(source, 's', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
for bad in (ExceptionGroup, BaseExceptionGroup, 5, (ValueError, ExceptionGroup), int):
    try:
        try: raise ValueError
        except* bad: print('caught')
    except TypeError as e: print(e)

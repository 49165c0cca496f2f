# except*: splitting among clauses, else, finally, naked exceptions.
def t(exc, label=''):
    try:
        try:
            if exc: raise exc
        except* ValueError as e: print('value', repr(e))
        except* (TypeError, KeyError) as e: print('type/key', repr(e))
        except* OSError as e: print('os', repr(e)); raise
        else: print('else')
        finally: print('finally')
    except BaseException as e: print('out', repr(e), repr(e.__context__))
t(None); t(ValueError(1)); t(IndexError('naked passes'))
t(ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)]))
t(ExceptionGroup('g', [ValueError(1), IndexError(2)]))
t(ExceptionGroup('g', [ExceptionGroup('n', [ValueError(1), OSError(9)]), ValueError(3)]))
t(BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])); t(KeyboardInterrupt())
def handlers_raise():
    try: raise ExceptionGroup('g', [ValueError(1), TypeError(2), IndexError(3)])
    except* ValueError: raise KeyError('new')
    except* TypeError as e: raise e
try: handlers_raise()
except BaseExceptionGroup as e: print(repr(e), repr(e.exceptions[0].__context__) if e.exceptions else '')
def naked():
    try: raise ValueError('x')
    except* ValueError as e: print(type(e).__name__, e.exceptions, repr(e.message)); raise
try: naked()
except ValueError as e: print('naked is restored', repr(e))
except ExceptionGroup as e: print('as a group', repr(e))
def from_none():
    try: raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError: raise KeyError('k') from None
try: from_none()
except KeyError as e: print('single', repr(e), e.__cause__)
except ExceptionGroup as e: print('group', repr(e), e.exceptions[0].__suppress_context__)
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
try:
    try: raise ExceptionGroup('g', [ValueError(1)])
    except* 5: pass
except TypeError as e: print(e)
print('e' in globals())

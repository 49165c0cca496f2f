# Modules traceback and linecache: stacks and exceptions as text
import traceback, sys, linecache
def f(x):
    return x + None
def g():
    try: f(1)
    except TypeError as e:
        raise ValueError('bad') from e
try: g()
except ValueError as e:
    te=traceback.TracebackException.from_exception(e)
    print(''.join(te.format()))
    print(te.exc_type, te.__cause__, te.__context__, te.__suppress_context__, str(te), te == traceback.TracebackException.from_exception(e))
    print(te.stack, te.stack[0], list(te.format_exception_only()))
    fs=te.stack[-1]; print(fs.filename[-5:], fs.lineno, fs.name, fs.line, fs.locals, fs.colno, fs.end_colno, fs.end_lineno, tuple(fs), len(fs), fs[1], fs==('a',1,'b','c'))
    print(traceback.format_exception(e), traceback.format_exception_only(e), traceback.format_exception(type(e),e,e.__traceback__), traceback.format_tb(e.__traceback__))
    print(traceback.extract_tb(e.__traceback__), traceback.extract_tb(e.__traceback__,limit=1), traceback.extract_tb(e.__traceback__,limit=-1))
    traceback.print_exception(e, chain=False, file=sys.stdout)
    traceback.print_exc(limit=1, file=sys.stdout)
    traceback.print_tb(e.__traceback__, file=sys.stdout)
    print(traceback.format_exc(chain=False))
    print([ (fr.f_code.co_name, l) for fr,l in traceback.walk_tb(e.__traceback__)])
def h():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack())
    print(traceback.extract_stack())
    print([(fr.f_code.co_name, l) for fr,l in traceback.walk_stack(None)])
    print([(fr.f_code.co_name, l) for fr,l in traceback.walk_stack(sys._getframe())])
h()
print(traceback.format_list([('a.py',3,'f','x=1'),('b.py',4,'<module>',None)]))
print(traceback.StackSummary.from_list([('a.py',3,'f','x=1')]))
print(traceback.StackSummary.from_list([('a.py',3,'f','x=1')]).format())
fs=traceback.FrameSummary('/nope',3,'f'); print(fs, repr(fs.line), fs.locals)
fs=traceback.FrameSummary('/nope',3,'f', locals={'a':1}, line='  q '); print(fs, repr(fs.line), fs.locals, fs._original_line)
print(traceback.format_exception_only(SyntaxError('invalid syntax',('f.py',3,5,'a b c\n'))))
print(traceback.format_exception_only(SyntaxError('invalid syntax',('f.py',3,5,'a b c\n',3,6))))
print(traceback.format_exception_only(SyntaxError('x')), traceback.format_exception_only(KeyError('k')),traceback.format_exception_only(None),traceback.format_exception_only(ValueError, None),traceback.format_exception_only(ValueError, ValueError()))
e=ValueError('x'); e.add_note('n1\nn2'); print(traceback.format_exception_only(e)); print(traceback.format_exception(e))
print(traceback.format_exception(ExceptionGroup('g',[ValueError(1),ExceptionGroup('h',[TypeError(2)])])))
traceback.print_exception(ExceptionGroup('g',[ValueError(1),ExceptionGroup('h',[TypeError(2)])]),file=sys.stdout)
print(traceback.format_exc())
try: traceback.print_exception(3)
except Exception as e: print(repr(e))
try: traceback.print_exception(ValueError)
except Exception as e: print(repr(e))
class E(Exception):
    def __str__(self): raise ValueError
print(traceback.format_exception_only(E()))
class Outer:
    class Inner(Exception): pass
print(traceback.format_exception_only(Outer.Inner('q\nr')))
def rec(n):
    if n: rec(n-1)
    else: 1/0
try: rec(10)
except ZeroDivisionError: traceback.print_exc(file=sys.stdout); print(traceback.format_exc(limit=2)); print(traceback.format_exc(limit=-2))
try:
    foo_bar=1; foo_baz
except NameError as e: print(traceback.format_exception_only(e))
sys.last_type, sys.last_value, sys.last_traceback = ValueError, ValueError('z'), None
traceback.print_last(file=sys.stdout)
print(traceback.__all__)
print(linecache.getline(__file__,2), linecache.getlines('/nope'), linecache.getline(__file__,9999))
linecache.checkcache(); linecache.clearcache(); linecache.updatecache('/nope')
tb=traceback.TracebackException(ValueError, ValueError('x'), None, limit=3, lookup_lines=False); tb.print(file=sys.stdout)
traceback.clear_frames(None)

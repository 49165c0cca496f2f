# sys.displayhook, sys._getframe, frame attributes.
import sys, builtins
sys.displayhook(5); sys.displayhook(None); sys.displayhook('text'); print(builtins._)
exec(compile('6 * 7', '', 'single')); print(builtins._)
def hook(v): print('hook', v)
sys.displayhook = hook
exec(compile('"custom"', '', 'single')); sys.displayhook = sys.__displayhook__
def f(a):
    fr = sys._getframe()
    return fr.f_code.co_name, fr.f_lineno, sorted(fr.f_locals), fr.f_globals is globals(), fr.f_back.f_code.co_name, fr.f_builtins is vars(builtins)
print(f(1))
def g(): return h()
def h(): return [sys._getframe(i).f_code.co_name for i in range(3)]
print(g())
try: sys._getframe(1000)
except ValueError as e: print(e)
print(sys._getframe().f_back, sys._getframe(0).f_code.co_name, type(sys._getframe()).__name__)
class C:
    fr = sys._getframe().f_code.co_name
    def m(self): return sys._getframe().f_locals['self'] is self
print(C.fr, C().m(), (lambda: sys._getframe().f_code.co_name)(),
    [sys._getframe().f_code.co_name for _ in 'a'])

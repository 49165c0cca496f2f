# gi_ attributes, names, running state and reentrancy.
def g(a):
    x = a
    yield x
    yield it.gi_running
it = g(5)
print(it.gi_running, it.gi_frame is None, it.gi_suspended, it.gi_code.co_name, it.__name__, it.__qualname__,
    it.gi_yieldfrom)
print(next(it), it.gi_frame.f_locals, it.gi_frame.f_lineno, it.gi_suspended, next(it))
list(it)
print(it.gi_frame, it.gi_running, it.gi_suspended, it.gi_code is g.__code__)
def reenter():
    try: next(me)
    except ValueError as e: yield str(e)
    try: me.send(1)
    except ValueError as e: yield str(e)
    try: me.throw(KeyError)
    except ValueError as e: yield str(e)
    try: me.close()
    except ValueError as e: yield str(e)
    try: list(me)
    except ValueError as e: yield str(e)
me = reenter(); print(list(me))
def outer():
    yield from inner()
def inner():
    yield 1
o = outer(); next(o); print(o.gi_yieldfrom.__name__, type(o.gi_yieldfrom).__name__)
it.__name__ = 'renamed'; it.__qualname__ = 'q.renamed'; print(it.__name__, repr(it).split(' at ')[0])
for code in ('it.__name__ = 5', 'it.gi_frame = 1', 'it.gi_running = 1', 'it.new = 1', 'it[0]', 'len(it)',
        'it()', 'type(it)()'):
    try: exec(code); print(code, 'ok')
    except (TypeError, AttributeError) as e: print(code, '->', e)
class C:
    def m(self): yield self
    @classmethod
    def c(cls): yield cls.__name__
    @staticmethod
    def s(): yield 's'
    @property
    def p(self): yield 'p'
    __iter__ = m
    gen = (x for x in 'ab')
print(C().m().__qualname__, next(C.c()), next(C.s()), next(C().p), C.gen.__qualname__, list(C.gen),
    (lambda: (yield))().__qualname__)

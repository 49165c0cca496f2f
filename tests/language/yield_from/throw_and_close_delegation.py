# throw and close are delegated to the subiterator.
def sub():
    while True:
        try: x = yield 'sub'
        except ValueError as e: print('sub caught', e)
        except GeneratorExit: print('sub closing'); raise
def main():
    try: yield from sub()
    except KeyError as e: print('main caught', repr(e)); yield 'main'
    finally: print('main finally')
it = main()
print(next(it), it.throw(ValueError('a')), it.send(5), it.throw(KeyError('b')), next(it, 'over'))
it = main(); next(it); it.close()
class It:
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, v): print('send', v); return 'sent'
    def throw(self, *a): print('throw', type(a[0]).__name__ if not isinstance(a[0],
            type) else a[0].__name__, len(a)); return 'thrown'
    def close(self): print('close')
def over(): yield from It()
g = over(); print(next(g), g.send(1), g.send(None), g.throw(ValueError('x')), next(g)); g.close()
class NoMethods:
    def __iter__(self): return self
    def __next__(self): return 'n'
def over2(): yield from NoMethods()
g = over2(); next(g)
try: g.send(1)
except AttributeError as e: print(e)
g = over2(); next(g)
try: g.throw(ValueError('goes to the outer'))
except ValueError as e: print(e)
g = over2(); next(g); print(g.close())
def ret():
    try: yield 1
    except ValueError: return 'from throw'
def use(): r = yield from ret(); yield r
g = use(); next(g); print(g.throw(ValueError))
class BadClose(NoMethods):
    def close(self): raise KeyError('close failed')
def over3(): yield from BadClose()
g = over3(); next(g)
try: g.close()
except KeyError as e: print(e)
def swallow():
    try: yield 1
    except GeneratorExit: yield 'no!'
def over4(): yield from swallow()
g = over4(); next(g)
try: g.close()
except RuntimeError as e: print(e)

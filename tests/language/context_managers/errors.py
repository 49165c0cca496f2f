# Objects that are no context managers; failures in enter and exit.
class NoEnter:
    def __exit__(self, *a): pass
class NoExit:
    def __enter__(self): pass
class Inst:
    def __init__(self): self.__enter__ = self.__exit__ = lambda *a: None
class NoneExit:
    __enter__ = lambda s: None
    __exit__ = None
class BadArgs:
    def __enter__(self): return self
    def __exit__(self): pass
class EnterFails:
    def __enter__(self): raise ValueError('enter')
    def __exit__(self, *a): print('never called')
class AsyncOnly:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for o in 5, None, NoEnter(), NoExit(), Inst(), NoneExit(), BadArgs(), EnterFails(), AsyncOnly(), NoEnter:
    try:
        with o: print('body of', type(o).__name__)
    except Exception as e: print(type(e).__name__, e)
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, t, v, tb): print('exit', self.n, repr(v))
try:
    with CM(1), EnterFails(): pass
except ValueError as e: print(e)
try:
    with CM(1) as (a, b): pass
except TypeError as e: print(e)
try:
    with CM(1), undefined_cm: pass
except NameError as e: print(e)
try:
    with CM(1) as d['x']: pass
except NameError as e: print(e)
class ExitRaisesSame:
    def __enter__(self): pass
    def __exit__(self, t, v, tb): raise v
try:
    with ExitRaisesSame(): raise ValueError('same')
except ValueError as e: print(e, e.__context__)
with CM('exits') as c:
    try: raise SystemExit(1)
    except SystemExit: print('caught inside')
try:
    with CM('base'): raise KeyboardInterrupt
except KeyboardInterrupt: print('base exceptions pass through exit')

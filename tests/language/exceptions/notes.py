# add_note and __notes__.
e = ValueError('v')
print(hasattr(e, '__notes__'))
e.add_note('first'); e.add_note('second\nline')
print(e.__notes__, e, repr(e))
try: e.add_note(5)
except TypeError as x: print(x)
try: e.add_note()
except TypeError as x: print(x)
e.__notes__ = ['replaced']; e.add_note('added'); print(e.__notes__)
e.__notes__ = 5
try: e.add_note('x')
except TypeError as x: print(x)
try:
    try: raise KeyError('k')
    except KeyError as k:
        k.add_note('context')
        raise
except KeyError as k: print(k.__notes__, vars(k))
class N(Exception):
    def __init__(self, *a): super().__init__(*a); self.add_note('from init')
print(N().__notes__, N.add_note is BaseException.add_note)
g = ExceptionGroup('g', [ValueError()]); g.add_note('on group'); print(g.split(ValueError)[0].__notes__)

# Re-raising keeps the chain; cycles in contexts are broken.
def show(e):
    names, seen = [], set()
    while e is not None and id(e) not in seen:
        seen.add(id(e)); names.append(repr(e)); e = e.__cause__ or e.__context__
    return ' <- '.join(names) + (' (cycle)' if e is not None else '')
try:
    try: raise ValueError('v')
    except ValueError: raise
except ValueError as e: print(show(e))
try:
    try: raise ValueError('v')
    except ValueError as e: raise e
except ValueError as e: print(show(e))
a = ValueError('a')
try:
    try: raise a
    except ValueError:
        try: raise KeyError('b')
        except KeyError: raise a
except ValueError as e: print(show(e), repr(e.__context__), repr(e.__context__.__context__))
try:
    try: raise a
    except ValueError as x: raise x from x
except ValueError as e: print(e.__cause__ is e, e.__context__ is e)
b = KeyError('b')
try:
    try: raise b
    except KeyError: raise ValueError('c') from b
except ValueError as e: print(show(e))
try:
    try: raise TypeError('one')
    except TypeError:
        try: raise
        finally: print('between')
except TypeError as e: print(show(e))
def retry():
    last = None
    for i in range(3):
        try: raise ValueError(i)
        except ValueError as e:
            e.__context__ = None
            if last: e.__cause__ = last
            last = e
    raise last
try: retry()
except ValueError as e: print(show(e))
for attr in '__cause__', '__context__':
    for bad in 5, ValueError, 'x':
        try: setattr(a, attr, bad)
        except TypeError as e: print(attr, e)
a.__cause__ = None
a.__context__ = None
print(a.__suppress_context__)
a.__suppress_context__ = False
print(a.__suppress_context__)
try: raise
except RuntimeError as e: print(e)

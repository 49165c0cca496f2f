# The name bound by except is deleted at the end of the clause.
try: raise ValueError('x')
except ValueError as e: print(e)
print('e' in globals())
e = 'before'
try: raise ValueError
except ValueError as e: pass
print('e' in globals())
def f():
    try: raise KeyError(1)
    except KeyError as err:
        keep = err
    try: err
    except UnboundLocalError as u: print(u)
    return keep
print(repr(f()))
try: raise ValueError
except ValueError as e:
    del e
print('deleted early is fine')
try: raise ValueError
except ValueError as e:
    e = 'rebound'
print('e' in globals())
class C:
    try: 1 / 0
    except ZeroDivisionError as z: saved = z
print(hasattr(C, 'z'), C.saved)
for i in range(2):
    try:
        try: raise ValueError(i)
        except ValueError as e: break
    finally: print('e' in globals())

# What wins when a finally block returns or raises.
def a():
    try: raise KeyError('lost')
    finally: return 'return wins'
def b():
    try: return 'lost'
    finally: raise ValueError('raise wins')
def c():
    try: raise KeyError('first')
    finally: raise ValueError('second')
def d():
    try:
        try: return 'inner'
        finally: print('1')
    finally: print('2')
def e():
    try:
        raise KeyError
    except KeyError:
        raise ValueError('from handler')
    finally:
        print('cleanup')
print(a())
for f in b, c, e:
    try: f()
    except Exception as x: print(repr(x), repr(x.__context__))
print(d())
def gen():
    try: yield 1
    finally: print('gen finally')
g = gen()
for _ in g: break
print('left the loop'); g.close()
g = gen(); next(g); g.close()
def nested():
    try:
        try: 1 / 0
        finally:
            try: {}['x']
            except KeyError as k: print('inner', repr(k.__context__))
            print('still')
    except ZeroDivisionError as z: print('outer', z, z.__context__)
nested()

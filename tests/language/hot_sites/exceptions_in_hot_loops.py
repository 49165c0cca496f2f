# try, except, else and finally inside loops that run many times.
def loop(n):
    caught = fin = ok = 0
    for i in range(n):
        try:
            if i % 3 == 0: raise ValueError(i)
            if i % 5 == 0: {}[i]
            if i % 7 == 0: [][i]
            if i % 11 == 0: continue
        except ValueError as e: caught += e.args[0]
        except (KeyError, IndexError): caught -= 1
        else: ok += 1
        finally: fin += 1
    return caught, ok, fin
print(loop(5000))
def nested(n):
    out = 0
    for i in range(n):
        try:
            try:
                if i % 2: raise KeyError(i)
                out += 1
            finally:
                out += 10
                if i % 5 == 0: raise IndexError(i)
        except KeyError: out += 100
        except IndexError as e: out += 1000 if e.__context__ else 2000
    return out
print(nested(1000))
def deep(n):
    if n == 0: raise ValueError('bottom')
    try: return deep(n - 1)
    except KeyError: return 'never'
def catch(k):
    try: deep(k)
    except ValueError as e:
        tb, c = e.__traceback__, 0
        while tb: c += 1; tb = tb.tb_next
        return c
print([catch(k) for k in (0, 1, 10, 50)], sum(catch(5) for _ in range(200)))
def stop_iter():
    it = iter(range(100)); n = 0
    while True:
        try: n += next(it)
        except StopIteration: return n
print(stop_iter())
def attr(o):
    try: return o.missing
    except AttributeError: return None
print([attr(i) for i in range(3)], sum(attr(object()) is None for _ in range(1000)))
def with_return(n):
    for i in range(n):
        try:
            if i == 7: return 'returned'
        finally:
            if i == 3: continue
print(with_return(10))
class CM:
    n = 0
    def __enter__(self): return self
    def __exit__(self, t, v, tb): CM.n += 1; return t is ZeroDivisionError
s = 0
for i in range(300):
    with CM(): s += 10 // (i % 4)
print(s, CM.n)

def f(n):
    try:
        if n == 0: raise KeyError('k')
        return f(n - 1)
    except KeyError as e:
        raise ValueError(n) from e
    finally:
        print(n)
try:
    f(3)
except (ValueError, TypeError) as e:
    x = e.__cause__
    e.add_note('note')
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except* ValueError as g:
    print(g.exceptions)
except* TypeError:
    pass
with open as y: pass

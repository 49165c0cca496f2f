# except* in loops and functions, names, nesting, with in between.
def loop():
    out = []
    for i in range(3):
        try: raise ExceptionGroup('g', [ValueError(i), KeyError(i)])
        except* ValueError as e: out.append(e.exceptions[0].args[0])
        except* KeyError as e: out.append(str(e.exceptions[0]))
    return out, 'e' in locals()
print(loop())
def nested():
    try:
        try: raise ExceptionGroup('o', [ValueError(1), TypeError(2)])
        except* ValueError:
            try: raise ExceptionGroup('i', [KeyError(3)])
            except* KeyError as k: print('inner', repr(k))
    except* TypeError as t: print('outer', repr(t))
nested()
def mixed():
    try:
        try: raise ExceptionGroup('m', [ValueError(1), OSError(2)])
        except* ValueError: pass
    except ExceptionGroup as rest: return repr(rest)
print(mixed())
class CM:
    def __enter__(self): pass
    def __exit__(self, *a): print('exit', repr(a[1]))
def in_with():
    with CM():
        try: raise ExceptionGroup('w', [ValueError(1), KeyError(2)])
        except* ValueError: pass
try: in_with()
except ExceptionGroup as e: print(repr(e))
def ret():
    try: raise ExceptionGroup('r', [ValueError(1)])
    except* ValueError: x = 'handled'
    return x
print(ret())
def evaluated():
    try: raise ExceptionGroup('v', [ValueError(1)])
    except* (print('first'), TypeError)[1]: pass
    except* (print('second'), ValueError)[1]: print('matched')
    except* print('third') or KeyError: pass
evaluated()
async def co():
    try: raise ExceptionGroup('c', [ValueError(1)])
    except* ValueError as e: r = repr(e)
    return r
try: co().send(None)
except StopIteration as s: print(s.value)
for src in ('try: pass\nexcept* ValueError: return', 'def f():\n try: pass\n except* ValueError: return',
        'for x in y:\n try: pass\n except* ValueError: break',
        'for x in y:\n try: pass\n except* ValueError: continue', 'try: pass\nexcept*: pass',
        'try: pass\nexcept* A: pass\nexcept B: pass', 'try: pass\nexcept B: pass\nexcept* A: pass'):
    try: compile(src, 's', 'exec'); print('ok')
    except SyntaxError as e: print(e.msg)

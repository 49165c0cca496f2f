# Nested try/finally with loops and with statements: order of cleanup, values returned, overrides.
class Trace:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print('enter', self.name, end='; '); return self
    def __exit__(self, kind, value, tb): print('exit', self.name, kind and kind.__name__, end='; '); return self.swallow
def nested(action):
    for i in range(3):
        with Trace(f'outer{i}'):
            try:
                while True:
                    try:
                        with Trace('inner', swallow=action == 'swallow'):
                            if action == 'break': break
                            if action == 'continue' and i < 1: i += 5; continue
                            if action == 'return': return 'value'
                            if action in ('raise', 'swallow'): raise ValueError(i)
                            break
                    finally:
                        print('cleanup', i, end='; ')
                    if action == 'swallow': break
            finally:
                print('last', i, end='; ')
    return 'end'
for action in 'break', 'continue', 'return', 'raise', 'swallow', 'none':
    try: print(action, '->', nested(action))
    except ValueError as e: print(action, '-> ValueError', e)
def override():
    try: return 'first'
    finally:
        try: return 'second'
        finally: print('inner finally', end=' ')
print(override())
def keeps_value():
    x = [1]
    try: return x
    finally: x.append(2); x = None
print(keeps_value())
def swallow():
    while True:
        try: raise KeyError
        finally: break
    return 'swallowed'
print(swallow())
def swallow2():
    for i in range(3):
        try: 1 / 0
        finally: continue
    return i
print(swallow2())
def gen():
    try:
        for i in range(3):
            try: yield i
            finally: print('step', i, end=' ')
    finally: print('done', end=' ')
g = gen()
for v in g:
    if v == 1: break
    print('got', v, end=' ')
g.close(); print()
g = gen(); next(g); g.close(); print()
def reraise():
    try:
        try: raise KeyError('a')
        except KeyError: raise
        finally: print('f1', end=' ')
    except KeyError as e: return e.args, e.__context__
print(reraise())
def handler_name():
    try: raise ValueError('x')
    except ValueError as e: saved = e
    try: e
    except UnboundLocalError as err: return str(err), saved.args
print(handler_name())
def delete_name():
    try: raise ValueError('x')
    except ValueError as e: del e
    return 'fine'
print(delete_name())
def rebinding():
    try: raise ValueError('x')
    except ValueError as e:
        e = 5
        print(e, end=' ')
    return 'e' in locals()
print(rebinding())

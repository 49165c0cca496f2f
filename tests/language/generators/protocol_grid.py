# Generators in every state against every way of driving them.
log = []
def simple():
    log.append('start')
    try:
        x = yield 1
        log.append(('got', x if x is None or x == 7 else type(x).__name__))
        y = yield 2
        log.append(('got', y))
        return 'end'
    finally: log.append('finally')
def stubborn():
    while True:
        try: yield 'again'
        except GeneratorExit: log.append('no exit'); yield 'refused'; return 'left'
def swallows():
    try: yield 1
    except ValueError as e: log.append(repr(e)); yield 'swallowed'
    yield 'after'
def translates():
    try: yield 1
    except Exception as e: raise KeyError('new') from e
def delegates(): r = yield from simple(); log.append(('sub', r)); yield 'done'
def to_list(): yield from [10, 20]
def returns(): return 5; yield
def stops(): yield 1; raise StopIteration('x')
def raises(): yield 1; raise ZeroDivisionError
def own_close(): 
    me = yield 0
    me.close()
def own_next():
    me = yield 0
    next(me)
actions = {'next': next, 'send None': lambda g: g.send(None), 'send 7': lambda g: g.send(7), 'throw class': lambda g: g.throw(ValueError), 'throw instance': lambda g: g.throw(ValueError('v')), 'throw pair': lambda g: g.throw(ValueError, 'pair'),
    'throw exit': lambda g: g.throw(GeneratorExit), 'throw stop': lambda g: g.throw(StopIteration('s')), 'throw junk': lambda g: g.throw(5), 'throw type': lambda g: g.throw(int), 'close': lambda g: g.close(), 'list': list, 'for': lambda g: [x for x in g], 'send self': lambda g: g.send(g), 'unpack': lambda g: (lambda a, b: (a, b))(*g)}
makers = simple, stubborn, swallows, translates, delegates, to_list, returns, stops, raises, own_close, own_next
for make in makers:
    for first in (0, 1, 3):
        for name, act in actions.items():
            if name in ('list', 'for', 'unpack') and make is stubborn or name in ('throw junk', 'throw type') and make is delegates: continue
            log.clear()
            g = make()
            try:
                for _ in range(first): next(g)
            except BaseException as e: pass
            log.clear()
            try: r = act(g); r = 'generator' if r is g else r
            except BaseException as e: r = f'{type(e).__name__}({e}) cause {type(e.__cause__).__name__} context {type(e.__context__).__name__}' + (f' value {e.value}' if isinstance(e, StopIteration) else '')
            try: after = next(g, 'exhausted')
            except BaseException as e: after = f'{type(e).__name__}({e})'
            print(make.__name__, first, name, '->', r, log, 'then', after, g.gi_running, g.gi_frame is None, g.gi_yieldfrom is None)
            try: g.close()
            except RuntimeError as e: print('closing:', e)

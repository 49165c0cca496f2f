# Random programs of generators that delegate to one another, resumed, thrown into and closed anywhere.
# heavy
import sys


class Rand:
    def __init__(self, s): self.s = s*2654435761 % 2**32 or 1
    def __call__(self, n):
        self.s = (self.s*1103515245 + 12345) % 2**31
        return (self.s >> 8) % n
def run(seed):
    rnd = Rand(seed)
    pool = []
    log = []
    budget = [0]
    def out(*a):
        log.append(' '.join(map(str, a)))
    def show(e):
        parts = []
        while e is not None and len(parts) < 6:
            parts.append(repr(e)); e = e.__context__
        return ' <- '.join(parts)
    def trace(e):
        t = e.__traceback__; n = []
        while t: n.append(t.tb_frame.f_code.co_name + str(t.tb_lineno)); t = t.tb_next
        return ','.join(n)
    def handled():
        return repr(sys.exc_info()[1])
    class Foreign:
        def __init__(self, i, n): self.i=i; self.n = n
        def __iter__(self): return self
        def __next__(self):
            self.n -= 1
            if self.n < 0: raise StopIteration('f%d' % self.i)
            return 'F%d' % self.n
        def throw(self, *a):
            k = rnd(4)
            out('foreign throw', self.i, k, repr(a[0]), handled())
            if k == 0: raise StopIteration('ft')
            if k == 1: return 'fy'
            if k == 2: raise KeyError('ff')
            raise a[0]
        def close(self):
            out('foreign close', self.i)
            if rnd(3) == 0: raise OSError('fc')
    def body(i):
        steps = rnd(6) + 1
        for s in range(steps):
            budget[0] += 1
            if budget[0] > 400: return 'b'
            k = rnd(13)
            out('g', i, 'does', k, handled())
            try:
                if k < 3:
                    x = yield (i, s)
                    out('g', i, 'got', x, handled())
                elif k < 6:
                    x = yield from pool[rnd(len(pool))]
                    out('g', i, 'value', x, handled())
                elif k == 6:
                    pool.append(body(len(pool)))
                    x = yield from pool[-1]
                    out('g', i, 'value', x)
                elif k == 7:
                    x = yield from Foreign(i, rnd(4))
                    out('g', i, 'value', x)
                elif k == 8:
                    try: raise ValueError('v%d' % i)
                    except ValueError:
                        pool.append(body(len(pool)))
                        x = yield from pool[-1]
                        out('g', i, 'in except', x, handled())
                        if rnd(3) == 0: raise
                elif k == 9:
                    raise LookupError(i)
                elif k == 10:
                    operate()
                elif k == 11:
                    try: raise ValueError('w%d' % i)
                    except ValueError:
                        x = yield from pool[rnd(len(pool))]
                elif k == 12:
                    return ('r', i)
            except Exception as e:
                out('g', i, 'caught', show(e), trace(e))
                if rnd(2) == 0: raise
            except GeneratorExit as e:
                out('g', i, 'exit', show(e))
                if rnd(4) == 0: yield 'ignored'
                if rnd(4) == 0: raise KeyError('exit')
                if rnd(3) != 0: raise
            finally:
                if rnd(8) == 0:
                    out('g', i, 'finally', handled())
        return ('end', i)
    def status():
        return ' '.join('%d%d%s' % (g.gi_running, g.gi_suspended,
            '-' if g.gi_yieldfrom is None else pool.index(g.gi_yieldfrom) if g.gi_yieldfrom in pool else 'F') for g in pool)
    def operate(top=False):
        budget[0] += 1
        if budget[0] > 400: return
        g = pool[rnd(len(pool))]
        i = pool.index(g)
        k = rnd(9)
        try:
            if k < 4: out('next', i, '->', next(g))
            elif k == 4: out('send', i, '->', g.send('s'))
            elif k == 5: out('throw', i, '->', g.throw(RuntimeError('t')))
            elif k == 6: out('throwexit', i, '->', g.throw(GeneratorExit()))
            elif k == 7 and rnd(3)==0: out('close', i, '->', g.close())
            else:
                n = rnd(3)
                for v in g:
                    out('for', i, '->', v)
                    n -= 1
                    if n < 0: break
        except BaseException as e:
            out('op', k, i, 'raised', show(e), trace(e), getattr(e, 'value', ''))
        # During a throw CPython tells less of who runs.
        if top:
            out(status())
        out(handled())
    for i in range(rnd(5) + 2): pool.append(body(i))
    for i in range(30):
        if rnd(5) == 0:
            try: raise ZeroDivisionError
            except ZeroDivisionError: operate(True)
        else: operate(True)
    for g in pool:
        while g.gi_frame is not None:
            try:
                g.close()
            except Exception as e:
                out('closing', show(e), trace(e))
    return log

# With a seed as argument: what happens in that program. Else a check sum of each.
if len(sys.argv) > 1:
    print(*run(int(sys.argv[1])), sep="\n")
else:
    for seed in range(1, 241):
        text = "\n".join(run(seed))
        check = 0
        for c in text:
            check = (check * 31 + ord(c)) % 1000000007
        print(seed, len(text), check)

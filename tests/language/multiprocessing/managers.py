# Managers.
import multiprocessing as mp
def work(d, l, ns, q, lock):
    with lock:
        d['n'] = d.get('n', 0) + 1
        l.append(len(l))
        ns.x += 1
        q.put(d['n'])
with mp.Manager() as m:
    d, l, ns, q, lock = m.dict(), m.list([10]), m.Namespace(), m.Queue(), m.Lock(); ns.x = 0
    ps = [mp.Process(target=work, args=(d, l, ns, q, lock)) for _ in range(3)]; [p.start() for p in ps]; [p.join() for p in ps]
    print(dict(d), list(l), ns.x, sorted(q.get() for _ in range(3)), q.empty(), len(d), d.keys(), l[0], str(d), 'n' in d)
    v = m.Value('i', 3); v.value = 4; print(v.value); a = m.Array('i', [1, 2]); a[0] = 5; print(a[0], len(a))
    e = m.Event(); e.set(); print(e.is_set())
    try: d['missing']
    except KeyError as error: print(repr(error))
    l += [1]; l.sort(); print(l[:])

# Changing a dict while iterating raises; changing values does not.
def t(f):
    try: print('ok', f())
    except RuntimeError as e: print(e)
def add():
    d = {1: 1, 2: 2}
    for k in d: d[k + 10] = 0
def delete():
    d = {1: 1, 2: 2}
    for k in d: del d[k]
def values():
    d = {1: 1, 2: 2}
    for k in d: d[k] *= 10
    return d
def swap():
    d = {1: 1, 2: 2, 3: 3}
    for k in d.keys():
        del d[k]
        d[k + 100] = k
        if len(d) > 5: break
    return len(d)
def items():
    d = {1: 1}
    for k, v in d.items(): d.clear()
    return d
def vals():
    d = {1: 1, 2: 2}
    for v in d.values(): d.pop(1, None)
def lst():
    d = {1: 1, 2: 2}
    for k in list(d): del d[k]
    return d
def last():
    d = {1: 1, 2: 2}
    for k in d:
        if k == 2: d[3] = 3
def brk():
    d = {1: 1, 2: 2}
    for k in d: d[3] = 1; break
    return d
def rev():
    d = {1: 1, 2: 2}
    for k in reversed(d): d[k + 5] = 1
def popall():
    d = {i: i for i in range(5)}
    while d: d.popitem()
    return d
def exhausted():
    d = {1: 1}
    it = iter(d); list(it); d[2] = 2
    return list(it)
for f in (add, delete, values, items, vals, lst, last, brk, rev, popall, exhausted): print(f.__name__,
        end=': '); t(f)

# Value and Array.
import multiprocessing as mp
def change(v, a): v.value += 1; a[1] = 7
v = mp.Value('i', 5); a = mp.Array('d', [1, 2, 3]); p = mp.Process(target=change, args=(v, a)); p.start(); p.join()
print(v.value, a[:], len(a), list(a), v, a[-1], a[1:])
with v.get_lock(): v.value = 2
print(v.get_obj().value, mp.RawValue('d', 1.5).value, list(mp.RawArray('h', 3)))
s = mp.Array('c', b'hello'); print(s.value, s.raw, s[0]); s.value = b'hi'; print(s.value, s.raw)
a[0:2] = [8, 9]; print(a[:]); x = mp.Array('i', range(5)); print(x[::2])
for call in (lambda: a[5], lambda: v.__setattr__('value', 'x'), lambda: mp.Value('i', 1.5), lambda: x.__setitem__(slice(0, 2), [1])):
    try: print(call())
    except (IndexError, TypeError, ValueError) as error: print(type(error).__name__)
u = mp.Value('B', 300); print(u.value); w = mp.Value('i', 2**31); print(w.value)

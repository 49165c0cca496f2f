# array: items of one type, sequence methods, bytes, errors
from array import array, typecodes
import copy
a = array('i', [3, 1, 2])
print(a, a.typecode, a.itemsize, len(a), a[0], a[-1], a[1:], 1 in a, list(a), a.tolist(), a.index(2), a.count(3))
a.append(4); a.extend([5, 6]); a.insert(0, 9); print(a, a.pop(), a.pop(0)); a.remove(1); a.reverse(); print(a)
a[0] = 7; a[1:2] = array('i', [8, 8]); del a[-1]; print(a, a + array('i', [1]), a * 2, a == array('i', [7, 8, 8]), a < array('i', [9]), a == [7, 8, 8])
a += array('i', [0]); print(a)
print(array('d', [1.5, 2]), array('f', [0.1])[0], array('u', 'h\xe9'), array('B', b'\x01\xff'), array('b'), array('H', [1]).tobytes(), array('u', 'ab').tounicode())
b = array('h'); b.frombytes(b'\x01\x00\x02\x00'); b.byteswap(); print(b, b.tobytes(), bytes(array('B', [1, 2])))
c = copy.copy(b); c.append(1); print(len(b), len(c), typecodes)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: array('x')); attempt(lambda: array('i', 'abc')); attempt(lambda: array('i', ['a'])); attempt(lambda: array('i', [1.5])); attempt(lambda: array('B', [256])); attempt(lambda: array('b', [-129])); attempt(lambda: array('h', [40000])); attempt(lambda: array('i', [2 ** 31])); attempt(lambda: a[99]); attempt(lambda: a.remove(99)); attempt(lambda: a.index(99)); attempt(lambda: array('i').pop()); attempt(lambda: a.frombytes(b'abc')); attempt(lambda: a.extend(array('d'))); attempt(lambda: a + [1]); attempt(lambda: array('d', ['x'])); attempt(lambda: a.__setitem__(slice(0, 1), [1]))

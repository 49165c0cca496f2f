# Indexing and slicing of ASCII and non-ASCII strings.
for s in 'hello', 'héllo', '日本語です', 'a😀b😀c', '':
    print([s[i] for i in range(len(s))], s[::-1], s[1:3], s[-2:], s[:-2], s[::2], s[1::2], s[10:], s[-10:2],
        s[3:1], s[4:0:-2], s[:])
s = 'abcdef'
print(s[2:5], s[-4:-1], s[5:2:-1], s[::-2], s[100:-100:-3], s[:3] + s[3:] == s, s[1:1], s[True],
    s[slice(1, 4)], s[slice(None, None, -1)])
for k in 6, -7, 'a', 1.0, None, (0, 1), 2 ** 70:
    try: s[k]
    except (IndexError, TypeError) as e: print(type(e).__name__, e)
for k in slice(0, 5, 0), slice('a'), slice(1.5, 2):
    try: s[k]
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
print(s[2 ** 70:], s[:2 ** 70], s[-2 ** 70:2], s[::2 ** 70], s[::-2 ** 70])
try: s[0] = 'x'
except TypeError as e: print(e)
try: del s[0]
except TypeError as e: print(e)
long = 'añ😀' * 100
print(long[150], long[151], long[152], long[297:], long[-1:-7:-1], len(long[::7]), long[101:110:4])

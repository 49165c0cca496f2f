# Slices of every built-in sequence over a grid of bounds, read, assigned and deleted.
bounds = None, 0, 1, 2, 5, 9, -1, -3, -9, 2 ** 70, -2 ** 70
steps = None, 1, 2, -1, -2, 2 ** 70
seqs = 'abcde', b'abcde', [0, 1, 2, 3, 4], (0, 1, 2, 3, 4), range(5), bytearray(b'abcde'), memoryview(b'abcde'), 'aéb\U0001f600c', range(10, -10, -4)
import sys
def flat(x): return bytes(x) if isinstance(x, memoryview) else x
total = []
for s in seqs:
    for a in bounds:
        line = []
        for b in bounds:
            for c in steps: line.append(flat(s[a:b:c]))
        total.append(hash(str(line)) is not None and str(line))
for i, t in enumerate(total): print(i, len(t), sum(ord(ch) * (k % 97 + 1) for k, ch in enumerate(t)))
checks = 0
for kind in (list, bytearray):
    for a in bounds:
        for b in bounds:
            for c in steps:
                for new in ([], [9], [7, 8], [5, 6, 7]):
                    x = kind([0, 1, 2, 3, 4])
                    try: x[a:b:c] = kind(new)
                    except ValueError as e: x = str(e)
                    y = kind([0, 1, 2, 3, 4]); del y[a:b:c]
                    checks = (checks * 31 + sum(map(ord, str(x) + str(y)))) % 1000000007
        print(kind.__name__, a, checks)
for bad in ('a', 1.5, [], object):
    for f in (lambda: [1][bad:], lambda: 'a'[:bad], lambda: (1,)[::bad], lambda: range(3)[bad:], lambda: b'a'[bad], lambda: [1][bad], lambda: slice(bad).indices(3), lambda: memoryview(b'a')[bad]):
        try: print(f())
        except (TypeError, ValueError) as e: print(type(e).__name__, e)
for f in (lambda: [1][::0], lambda: slice(1, 2, 0).indices(3), lambda: slice(1).indices(-1), lambda: 'a'[::0], lambda: range(2)[::0], lambda: hash(slice(1)), lambda: slice(1) < slice(2), lambda: slice(1, 2) == slice(1, 2), lambda: slice(None, 5, -1).indices(3), lambda: slice(1).start):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)

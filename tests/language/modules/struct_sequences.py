# Tuples with named fields (time.struct_time, sys.version_info): construction, fields that are no elements, repr.
import time, sys
t = time.gmtime(86400 * 365)
T = type(t)
print(t, len(t), t[0], t[-1], t.tm_zone, t.tm_gmtoff, t == tuple(t), hash(t) == hash(tuple(t)), isinstance(t, tuple), T.__mro__, T.__name__, T.__module__)
print(T.n_fields, T.n_sequence_fields, T.n_unnamed_fields, T.__match_args__, t.__reduce__())
for code in ('T(range(9))', 'T(range(10)).tm_zone', 'T(range(11)).tm_gmtoff', 'T(range(9)).tm_zone', 'T(range(9), {"tm_zone": "X"}).tm_zone', 'T(sequence="abcdefghi")', 'T(range(8))', 'T(range(12))', 'T(5)', 'T(range(9), 5)', 'T(iter(range(9))) == T(range(9))', 't + (1,)', 't[:3]', 't[9]', 't * 0', 't < (2000,)', 't.tm_year', 'setattr(t, "tm_year", 1)', 'sorted([t, T(range(9))])[0] is not t', '1971 in t', 't.index(1971), t.count(1)', '[*t]', '"%s-%s-%s-%s-%s-%s-%s-%s-%s" % t', 'max(t)', 'repr(T(["a"] * 9))', 'T.tm_year.__name__, type(T.tm_year).__name__', 'T.tm_year.__get__(t)', 'T.tm_zone.__get__(T(range(11)))', 'dict(zip(T.__match_args__, t))["tm_min"]', 't.__len__(), t.__contains__(1971)', 'bool(t)'):
    try: print(code, '=', eval(code))
    except Exception as e: print(code, type(e).__name__, e)
match t:
    case T(year, month): print('matched', year, month)
v = sys.version_info
print(v[:2] >= (3, 11), v.major, v.minor == v[1], v.releaselevel in ('final', 'alpha', 'beta', 'candidate'), len(v), repr(v).startswith('sys.version_info(major=3, minor='), v > (3,), v.n_fields, type(v).__match_args__)
for code in ('setattr(v, "major", 4)', 'v[9]'):
    try: print(eval(code))
    except Exception as e: print(type(e).__name__, e)
for f in (time.gmtime, time.localtime, time.ctime, time.asctime, time.strftime, time.mktime, time.sleep):
    for args in ((), (None,), ('x',), (1, 2, 3), ((1,) * 9,), ((1,) * 8,), (5, 6), ('%Y', (2001,) + (1,) * 8), ('%Y', 5), ('%Y', (2001, 13) + (1,) * 7), ('%Y', (2001, 1, 32) + (1,) * 6), ('%j', (2001, 0, 0, 0, 0, 0, 0, 0, 0)), ('%H', (2001, 1, 1, 24, 0, 0, 0, 1, 0)), ('%H', (2001, 1, 1, 'a', 0, 0, 0, 1, 0)), ('%H', [1] * 9), (float('nan'),), (1e300,), (-1,), ([],)):
        if args == () or f is time.mktime and args[0] != 'x' or args == (None,) or f is time.sleep and args == (-1,) or f is time.localtime and args == (-1,) or f is time.ctime and args == (-1,): continue
        try: r = f(*args)
        except Exception as e: r = f'{type(e).__name__}: {e}'
        print(f.__name__, args, r)

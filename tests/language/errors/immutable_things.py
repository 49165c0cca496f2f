# Changing what cannot be changed.
import sys
def f(): pass
class C: __slots__ = ()
t, s, b, r, fs = (1, 2), 'str', b'by', range(3), frozenset([1])
for code in ('t[0] = 1', 't[0:1] = []', 'del t[0]', 't += 1', 's[0] = "x"', 'del s[0]', 's.x = 1',
        'b[0] = 1', 'b[0:1] = b""', 'r[0] = 1', 'r.start = 1', 'fs.add(1)', 'fs |= 5', 'int.x = 1',
        'int.__add__ = 1', 'del str.upper', 'str.upper = None', 'object.y = 1', 'type.z = 1',
        '(1).real = 2', '(1.5).imag = 2', 'True.x = 1', 'None.x = 1', 'len.x = 1', 'len.__name__ = "x"',
        'C().x = 1', 'C.__dict__["q"] = 1', 'f.__closure__ = ()', 'f.__globals__ = {}',
        'f.__code__.co_name = "x"', 'slice(1).start = 2', '(lambda: 0).__code__ = 5', 'C.__mro__ = ()',
        'C.__base__ = int', 'ValueError.x = 1', 'ValueError().args.x = 1', '(i for i in []).gi_code = 1',
        'C().__class__ = 5', 'C.__bases__ = ()', 'memoryview(b"a")[0] = 1', 'sys.__dict__ = {}',
        'type(None).x = 1', 'list.append = 1', '[].append.x = 1', 'list().x = 1', '{}.keys().x = 1',
        'object().x = 1', 'del object().__class__', 'del C.__name__', 'del f.__code__',
        'del f.__defaults__', 'property().fget = 1', 'staticmethod(f).__func__ = 1', 'C().m.x = 1',
        'super().x = 1'):
    try: exec(code); print(code, 'ok')
    except Exception as e: print(code, '->', type(e).__name__ + ':', e)

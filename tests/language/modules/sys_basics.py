# sys: version, limits, names, modules, interning.
import sys
print(sys.version_info[:2] >= (3, 11), sys.version_info.major, sys.version_info >= (3, 11),
    len(sys.version_info), sys.version_info.releaselevel in ('final', 'alpha', 'beta', 'candidate'))
print(sys.maxsize == 2 ** 63 - 1, sys.byteorder, sys.maxunicode == 0x10ffff, sys.getdefaultencoding(),
    isinstance(sys.version, str), sys.hexversion >= 0x030b0000, sys.getfilesystemencoding())
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig,
    sys.float_info.mant_dig, sys.float_info.radix, sys.float_info.max_exp)
print(sys.modules['sys'] is sys, 'builtins' in sys.modules, '__main__' in sys.modules, sys.__name__,
    type(sys.path), type(sys.argv), sys.argv[1:], sys.argv[0].endswith('sys_basics.py'))
a = sys.intern('some string'); print(a == 'some string', sys.intern(''.join(['some', ' string'])) is a)
try: sys.intern(5)
except TypeError as e: print(e)
print('sys' in sys.builtin_module_names, sys.implementation.name in ('cpython', 'weft'),
    sys.getrecursionlimit(), sys.hash_info.width, sys.int_info.bits_per_digit > 0)
print(sys.exc_info(), sys.gettrace() is None, callable(sys.exit), callable(sys.displayhook),
    sys.flags is not None, isinstance(sys.executable, str))
old = sys.getrecursionlimit()
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
sys.setrecursionlimit(old)
for bad in 0, -1, 'x', 1.5, 2 ** 70:
    try: sys.setrecursionlimit(bad)
    except (ValueError, TypeError, OverflowError, RecursionError) as e: print(type(e).__name__, e)

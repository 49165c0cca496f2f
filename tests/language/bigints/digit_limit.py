# The guard against very long decimal conversions, and how to change it.
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits,
    sys.int_info.str_digits_check_threshold)
n = 10 ** 4299
print(len(str(n)), int('9' * 4300) == 10 ** 4300 - 1)
for f in (lambda: str(10 ** 4300)), (lambda: repr(-10 ** 5000)), (lambda: int('9' * 4301)), (lambda: f'{10 ** 4300}'), (lambda: '%d' % (10 ** 4300)), \
        (lambda: int('1_' * 4300 + '1')), (lambda: repr([10 ** 4300])):
    try: print(len(f()))
    except ValueError as e: print(e)
print(len(hex(10 ** 5000)), len(bin(10 ** 5000)), int('f' * 5000, 16).bit_length(), len(f'{10 ** 5000:x}'))
print(int('-' + '1' * 4300) < 0, int(' ' * 5000 + '5' + ' ' * 5000))
sys.set_int_max_str_digits(700)
try: str(10 ** 700)
except ValueError as e: print(e)
sys.set_int_max_str_digits(0)
print(len(str(10 ** 20000)), int('7' * 20000) % 1000)
for bad in 639, -1, 'x', 2 ** 70:
    try: sys.set_int_max_str_digits(bad)
    except (ValueError, TypeError, OverflowError) as e: print(type(e).__name__, e)
sys.set_int_max_str_digits(4300)
try: eval('1' * 5000)
except SyntaxError as e: print(e.msg)

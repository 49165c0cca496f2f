# Every binary arithmetic method, its reflected form and the in-place form.
names = 'add sub mul truediv floordiv mod pow lshift rshift and xor or matmul divmod'.split()
class Left:
    def __repr__(self): return 'L'
class Right:
    def __repr__(self): return 'R'
for n in names:
    setattr(Left, f'__{n}__', lambda s, o, n=n: f'{s}.{n}({o})')
    setattr(Right, f'__r{n}__', lambda s, o, n=n: f'{s}.r{n}({o})')
l, r = Left(), Right()
ops = dict(zip(names, '+ - * / // % ** << >> & ^ | @'.split()))
for n, op in ops.items():
    print(eval(f'l {op} 1'), eval(f'1 {op} r'), eval(f'l {op} r'), eval(f'[] {op} r'))
print(divmod(l, 1), divmod(1, r), pow(l, 2), pow(2, r))
for n, op in ops.items():
    x = l
    exec(f'x {op}= 2')
    print(x, end=' ')
print()
for n, op in ops.items():
    try: eval(f'r {op} l')
    except TypeError as e: print(e)
for n in 'neg pos abs invert'.split(): setattr(Left, f'__{n}__', lambda s, n=n: n)
print(-l, +l, abs(l), ~l)
class Pow3:
    def __pow__(self, e, m=None): return 'pow', e, m
    def __rpow__(self, b, m=None): return 'rpow', b, m
print(pow(Pow3(), 2, 5), pow(Pow3(), 2), Pow3() ** 3, 2 ** Pow3())
try: pow(2, Pow3(), 5)
except TypeError as e: print(e)

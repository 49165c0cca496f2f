# Messages of unsupported operand types for every operator.
import sys
for op in '+ - * / // % ** @ & | ^ << >>'.split():
    for a, b in ((1, 'a'), ('a', 1), (None, []), ({}, 1.5)):
        if (op, b) in (('*', 'a'), ('%', 1), ('*', 1)): continue
        try: eval(f'a {op} b')
        except TypeError as e: print(op, '|', e)
for op in '< > <= >='.split():
    for a, b in ((1, 'a'), (None, None), ([], ()), ({}, {}), (1j, 2j), (object, int)):
        try: eval(f'a {op} b')
        except TypeError as e: print(op, '|', e)
for op in '-', '+', '~':
    for a in 'a', None, [], 1.5, 1j:
        try: eval(f'{op} a')
        except TypeError as e: print(op, '|', e)

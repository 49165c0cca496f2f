# Moderately deep nesting of brackets, blocks, attributes and operators compiles.
print(eval('(' * 80 + '1' + ')' * 80))
print(len(str(eval('[' * 80 + ']' * 80))))
print(eval('+'.join(['1'] * 2000)))
print(eval('-' * 50 + '1'))
print(eval('not ' * 51 + '1'))
print(eval('1' + ' if 1 else 0' * 50))
src = ''.join(' ' * i + 'if 1:\n' for i in range(50)) + ' ' * 50 + 'x = "deep"'
exec(src)
print(x)
print(eval('[' + ','.join(map(str, range(5000))) + ']')[-1])
src = 'def f0():\n' + ''.join(' ' * i + f'def f{i}():\n' for i in range(1, 19)) + ' ' * 19 + 'return 1'
exec(src)
print(f0())
print(eval('lambda: ' * 20 + '1').__class__.__name__)
print(eval('"a" ' * 500) == 'a' * 500)

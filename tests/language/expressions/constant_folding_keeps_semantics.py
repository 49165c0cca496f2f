# Folded constants still raise and keep signed zeros, types and identity rules.
print(-0.0, 0.0 * -1, -(0), 0 - 0.0, [-0.0], 1 / -1e309)
print(1 + 1.0, True + 1, 'a' * 3, (1, 2)[1], 'abc'[1], 2 ** 64, 1 << 70, 10 // 3, -7 // 2)
for code in '1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '0 ** -1', '1 << -1', '"a" + 1', '(1, 2)[5]', '-"a"':
    def g(): return eval(compile('lambda: ' + code, 'c', 'eval'))
    fn = g()
    try: fn()
    except Exception as e: print(code, type(e).__name__, e)
print(type(1 == 1.0), 1 == 1.0, {1: 'a', 1.0: 'b', True: 'c'})
def consts(): return 0.0, -0.0, 0, False, 0j
print(consts())
def consts2(): return (1, 1.0), (1.0, 1), (True, 1)
print(consts2())
print(not (1 and 0), () or 'empty', 'x' in ('x', 'y'), 3 in {1, 2, 3}, 3 in [1, 2])
if 0: print('dead')
if '': print('dead')
while 1: break
print(1 if () else 2, (lambda: 5 if 0 else 6)())
print(10 ** 20 % 7, 2 ** 0.5, -2 ** 2, 7 if None else 8)

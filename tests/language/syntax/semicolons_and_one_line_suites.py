# Several statements on a line and suites behind the colon.
a = 1; b = 2; print(a, b)
print('x'); print('y');
if a: print('yes'); print('still yes')
else: print('no')
for i in range(3): print(i, end=' '); print('|', end=' ')
print()
while a < 3: a += 1; b *= 2
print(a, b)
def f(x): y = x * 2; return y
print(f(21))
class C: x = 1; y = 2
print(C.x, C.y)
try: raise ValueError
except ValueError: print('caught')
finally: print('finally')
with open('/dev/null') as n: pass; print('in with')

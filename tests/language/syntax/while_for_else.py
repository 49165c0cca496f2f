# Loop else clauses run unless the loop was left by break.
for i in range(3): pass
else: print('for else', i)
for i in range(3):
    if i == 1: break
else: print('not printed')
print(i)
for i in []: pass
else: print('empty')
n = 0
while n < 2: n += 1
else: print('while else')
while True:
    n += 1
    if n == 4: continue
    if n > 5: break
else: print('never')
print(n)
for a in range(3):
    for b in range(3):
        if b == 2: break
        if a == 1: continue
        print(a, b)
    else: print('inner else')
else: print('outer else')
def f():
    for x in range(5):
        if x == 2: return x
    else: return 'else'
print(f())
while 0: pass
else: print('zero')

# and / or return an operand, and test truth only as often as needed.
print(1 and 2, 0 and 2, 1 or 2, 0 or '', None or [] or {}, 'a' and 'b' and '')
print(not 0, not '', not 'x', not None, not [0])
class T:
    def __init__(self, n, t): self.n, self.t = n, t
    def __bool__(self):
        print('bool', self.n, end=' ')
        return self.t
    def __repr__(self): return self.n
a, b, c = T('a', True), T('b', False), T('c', True)
print(a and b)
print(a and b and c)
print(b or a or c)
print(b or (a and c))
print((b and a) or c)
if a and b or c: print('yes')
x = not (a or b)
print(x)
while b or not a: pass
else: print('end')

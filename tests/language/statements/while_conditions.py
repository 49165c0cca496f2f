# while re-evaluates its condition, whatever its type.
n = 3
while n: print(n, end=' '); n -= 1
print()
items = [1, 2, 3]
while items: print(items.pop(), end=' ')
print()
class Countdown:
    def __init__(self, n): self.n = n
    def __len__(self):
        self.n -= 1
        return max(self.n, 0)
c = Countdown(4)
rounds = 0
while c: rounds += 1
print(rounds)
x = 10
while x > 5 and x != 7 or x == 7: x -= 1
print(x)
while not x < 3: x -= 1
print(x)
it = iter('abc')
while (ch := next(it, None)) is not None: print(ch, end='')
print()
def f():
    n = 0
    while True:
        n += 1
        if n % 2: continue
        if n > 6: return n
print(f())
k = 2 ** 64
while k > 2 ** 64 - 3: k -= 1
print(k)

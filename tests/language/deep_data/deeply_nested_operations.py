# Containers nested thousands of levels: building, dropping, repr, comparison, hash.
# heavy
def nest(kind, n):
    x = kind(())
    for _ in range(n): x = kind((x,))
    return x
for n in 10, 50:
    l, tu = nest(list, n), nest(tuple, n)
    print(len(repr(l)), len(repr(tu)), l == nest(list, n), tu == nest(tuple, n),
        hash(tu) == hash(nest(tuple, n)), l < nest(list, n + 1), tu != nest(tuple, n + 1))
# Beyond the recursion limit the right result and RecursionError are both fine; a crash is not.
def survives(f, *right):
    try: return f() in right
    except RecursionError: return True
n = 100000
big, big2 = nest(list, n), nest(list, n)
text = '[' * (n + 1) + ']' * (n + 1)
print(survives(lambda: repr(big), text), survives(lambda: str(big), text),
    survives(lambda: big == big2, True), survives(lambda: big < big2, False), big == big, len(big))
tb, tb2 = nest(tuple, n), nest(tuple, n)
print(survives(lambda: len(repr(tb)), 3 * n + 2), survives(lambda: tb == tb2, True),
    survives(lambda: hash(tb) == hash(tb2), True))
d, e = {}, {}
for _ in range(n): d, e = {'k': d}, {'k': e}
print(survives(lambda: len(repr(d)), 7 * n + 2), survives(lambda: d == e, True), len(d))
f = frozenset()
for _ in range(1000): f = frozenset([f])
print(len(f), survives(lambda: isinstance(hash(f), int), True))
del big, big2, tb, tb2, d, e, f
class Node:
    def __init__(self, next): self.next = next
head = None
for _ in range(200000): head = Node(head)
n, cur = 0, head
while cur: cur = cur.next; n += 1
print(n); head = cur = None
g = iter([])
for _ in range(5000): g = iter([g])
fn = len
for _ in range(50000): fn = (lambda f: lambda x: f(x))(fn)
print(survives(lambda: fn('abc'), 3))
exc = None
for i in range(2000):
    try: raise ValueError(i)
    except ValueError as err: err.__context__ = exc; exc = err
k, c = 0, exc
while c: c = c.__context__; k += 1
print(k); exc = c = None
print('done')

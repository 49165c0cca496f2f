# Return: none, tuple, through loops, nested functions and try.
def nothing(): pass
def bare(): return
def tup(): return 1, 2
def early(x):
    for i in range(10):
        while True:
            if i == x: return i
            break
    return 'end'
def conditional(x):
    if x: return 'yes'
def recursive(n): return n if n < 2 else recursive(n - 1) + recursive(n - 2)
def multi():
    def one(): return 1
    def two(): return one() + 1
    return one, two
print(nothing(), bare(), tup(), early(3), early(99), conditional(1), conditional(0))
print([recursive(i) for i in range(15)])
a, b = multi()
print(a(), b())
def with_try():
    try: return 'a'
    except Exception: return 'b'
    else: return 'c'
print(with_try())
def swap(a, b): return b, a
x, y = swap(1, 2)
print(x, y)
def lots():
    return (1,
            2), [3]
print(lots())

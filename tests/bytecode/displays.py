def displays(a, b):
    x = [a, b]
    y = (a, *b)
    z = {a, b, 1}
    d = {a: 1, "k": b, **x}
    return [1, 2, 3], (1, 2), {1, 2, 3}, {}, [], ()

def text(a, b):
    return f"{a} and {b!r:>{a}} {{}}", f"{a}", "const" "ant"

def folded():
    return 2 * 3 + 1, "ab" * 3, -1, not 1, (1, (2, 3)), 1 << 200, 1 / 0

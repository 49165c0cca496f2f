# Messages carry the names of user classes, also odd ones.
class Plain: pass
class Ünï: pass
Odd = type("it's <odd>", (), {})
class Outer:
    class Inner: pass
def local():
    class L: pass
    return L
Meta = type('Meta', (type,), {})
M = Meta('M', (), {})
Long = type('L' * 300, (), {})
for cls in Plain, Ünï, Odd, Outer.Inner, local(), M, Long:
    o = cls()
    for f in ((lambda: o + 1), (lambda: 1 + o), (lambda: o()), (lambda: o[0]), (lambda: len(o)),
            (lambda: iter(o)), (lambda: o.nope), (lambda: cls.nope), (lambda: int(o)), (lambda: o < o),
            (lambda: [*o]), (lambda: 'a' + o), (lambda: [1][o]), (lambda: -o), (lambda: 1 in o),
            (lambda: cls(1)), (lambda: cls[0]), (lambda: ''.join([o])), (lambda: format(o, 'x')),
            (lambda: next(o))):
        try: f()
        except Exception as e: print(str(e)[:90])
    print('-')

# Failing conversions between types: messages quote the offending text.
for code in ('int("")', 'int("abc")', 'int("1.5")', 'int("12abc", 16)', 'int("xyz", 16)', 'int("é")',
        'int("a" * 300)', 'int("\\n")', 'int("it\'s")', 'int(b"x")', 'int(b"\\xff")', 'int("1", 1)',
        'int("1", 99)', 'int(1.5, 2)', 'int("1", "2")', 'int("0x", 16)', 'int("_1")', 'int([])', 'int({})',
        'int(object)', 'float("")', 'float("abc")', 'float("1,5")', 'float("a" * 300)', 'float(b"x")',
        'float([])', 'float("1_")', 'float(1j)', 'complex("")', 'complex("x")', 'complex("1 + 2j")',
        'complex([])', 'complex("1", 2)', 'complex(1, "2")', 'complex(None)', 'bool()', 'str(b"a", "x")',
        'bytes("a")', 'bytes([300])', 'bytes(["a"])', 'bytes(-1)', 'bytes(1.5)', 'bytearray("a")',
        'list(5)', 'tuple(None)', 'set(1.5)', 'dict(5)', 'dict("ab")', 'dict([1, 2])', 'dict([(1, 2, 3)])',
        'dict(["a"])', 'dict([("a",)])', 'frozenset(5)', 'range("5")', 'range(1.0, 2)', 'chr("a")',
        'ord("ab")', 'hex("1")', 'bin(1.0)', 'round("1")', 'abs("1")', 'sum("12")', 'sum([[1], [2]])',
        'max("a", 1)', 'sorted([1, "a"])', '"5" + 5', '5 + "5"', '"5" * "5"', '"a" * 1.5', '"%d" % "5"',
        '"%s %s" % 5', 'f"{5:s}"', 'f"{\'a\':d}"', 'f"{1.5:d}"', 'f"{[]:5}"', '"{:d}".format("x")',
        '"{:s}".format(5)', '"{:.2f}".format("1")', '"{0}{1}".format(1)', '"a".encode("x")',
        'b"\\xff".decode()', '"é".encode("ascii")', 'slice("a").indices(5)', 'enumerate(5)',
        'isinstance(1, "int")', 'type("A", "B", {})', 'memoryview("a")', 'eval(5)', 'iter(5, 5)', 'zip(5)',
        'reversed({})[0]', 'open(5.5)', '"".join(5)', '"".join([5])', 'b"".join(["a"])', '[1] + (2,)',
        '(1,) + [2]', '{1} + {2}', '{} + {}', '[] < {}', '"a" < 1', 'None < None', '1j < 2j',
        'divmod("a", 1)', 'pow("a", 2)', '~1.5', '-"a"', 'not_a_name'):
    try: print(code, '=', eval(code))
    except Exception as e: print(code, '->', type(e).__name__ + ':', e)

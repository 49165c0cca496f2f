# Builtin functions called with arguments of the wrong type or value.
cases = ['ord("ab")', 'ord(1)', 'chr("a")', '"".join(1)', '"".join([1])', '"a".split(1)', 'dict(1)', 'dict([1])', 'dict(["abc"])',
         'int("x", "y")', 'int(1, 2)', 'int([])', 'float([])', 'float("x")', 'str(1, 2)', 'range("a")', 'range(1.0)', 'abs("x")',
         'isinstance(1, 2)', 'issubclass(1, int)', 'issubclass(int, 1)', 'iter(1)', 'next(1)', 'next([])', 'sorted(1)', 'sum(["a"])',
         'sum(1)', 'sum(["a"], "")', 'max([])', 'max(1)', 'max(1, 2, default=3)', 'zip(1)', 'list(map(1, [1]))', 'enumerate(1)',
         'enumerate([], "x")', 'reversed({1})', 'reversed(1)', 'hash([])', 'hash({})', 'hash(set())', 'getattr(1, 2)', 'setattr(1, 2, 3)',
         'hasattr(1, 2)', 'round("a")', 'round(1.5, "x")', 'print(sep=1)', 'print(end=2)', 'super(1)', 'list(1)', 'tuple(1)', 'set(1)', 'len(5)',
         'chr(-1)', 'chr(1114112)', 'bin("1")', 'hex(1.0)', 'oct(None)', 'divmod("a", 1)', 'pow("a", 2)', 'all(1)', 'any(None)', 'id()',
         'bytes("x")', 'bytes(-1)', 'bytes([256])', 'bytearray("x")', 'memoryview("x")', 'complex("x")', 'complex([])', 'type(1, 2, 3)',
         'type("A", 1, {})', 'type("A", (), 1)', 'format(1, 2)', 'callable()', 'vars(1)', 'dir(1, 2)', 'eval(1)', 'exec(1)', 'frozenset(1)', 'slice()']
for c in cases:
    try: print(c, '=', eval(c))
    except Exception as e: print(c, '->', type(e).__name__ + ':', e)

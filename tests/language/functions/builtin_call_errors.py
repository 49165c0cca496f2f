# Wrong calls of builtin functions and methods.
cases = ['len()', 'len(1, 2)', 'len(x=1)', 'abs()', 'ord("ab")', 'chr("a")', '[].append()', '[].append(1, 2)',
         '[].append(x=1)', '[].pop(1, 2)', '"".join()', '"".join(1)', '"".join([1])', '"a".split(1)', 'dict(1)', 'dict([1])',
         'int("x", "y")', 'int(1, 2)', 'int(x=1)', 'int([])', 'float([])', 'float("x")', 'str(1, 2)', 'range()', 'range("a")',
         'range(1, 2, 3, 4)', 'range(1.0)', 'isinstance(1)', 'isinstance(1, 2)', 'issubclass(1, int)', 'iter(1)',
         'next(1)', 'next([])', 'sorted()', 'sorted(1)', 'sorted([], 1)', 'sum()', 'sum(["a"])', 'max()', 'max([])', 'max(1)',
         'min([], default=1, z=2)', 'max(1, 2, default=3)', 'zip(1)', 'map()', 'map(len)', 'list(filter(None))', 'enumerate()', 'enumerate(1)', 'reversed({1})',
         'hash([])', 'getattr(1)', 'getattr(1, 2)', 'setattr(1, 2)', 'hasattr(1, 2)', 'divmod(1)', 'pow(1)', 'round("a")',
         'open()', 'print(sep=1)', 'print(foo=1)', 'type()', 'type(1, 2)', 'type(1, 2, 3)', 'super(1)', 'object(1)', 'bool(1, 2)',
         'list(1)', 'tuple(1)', 'set(1)', 'list(1, 2)', '{}.get()', '{}.pop()', '{}.update(1)', '(1).bit_length(2)', 'chr(-1)', 'chr(1114112)']
for c in cases:
    try: print(c, '=', eval(c))
    except Exception as e: print(c, '->', type(e).__name__ + ':', e)

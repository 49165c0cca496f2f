# Builtin functions called with the wrong number of arguments or unknown keywords.
cases = ['len()', 'len(1, 2)', 'len(x=1)', 'abs()', 'ord()', '[].append()', '[].append(1, 2)', '[].append(x=1)', '"".join()', '"a".upper(1)',
         'range()', 'range(1, 2, 3, 4)', 'isinstance(1)', 'iter()', 'next()', 'sorted()', 'sum()', 'max()', 'getattr(1)', 'setattr(1, 2)',
         'hasattr(1)', 'divmod(1)', 'print(foo=1)', 'type()', 'type(1, 2)', 'object(1)', 'bool(1, 2)', 'list(1, 2)', 'tuple(1, 2)',
         'int(x=1)', 'float(1, 2)', '{}.get()', '{}.setdefault()', '(1).bit_length(2)', 'repr()', 'hash()', 'callable(1, 2)', 'chr()',
         'map()', 'map(len)', 'filter(None)', 'zip(x=1)', 'reversed()', 'all()', 'id(1, 2)', 'globals(1)', 'max(1, z=2)', 'set(1, 2)', '{}.keys(1)']
for c in cases:
    try: print(c, '=', eval(c))
    except TypeError as e: print(c, '->', e)

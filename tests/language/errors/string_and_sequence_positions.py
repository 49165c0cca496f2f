# Messages that carry positions, counts and sequence element numbers.
for code in ('",".join(["a", "b", 3])', 'b",".join([b"a", 2])', 'dict([("a", 1), ("b",)])',
        'dict([("a", 1), 5])', 'dict([(1, 2), (3, 4, 5)])', '"{} {} {}".format(1, 2)',
        '"%s %s %s" % (1, 2)', '"%s" % (1, 2)', '"%(a)s" % (1,)', 'a, b, c = 1, 2', 'a, b = 1, 2, 3',
        'a, b, *c = 1,', '[1, 2][5]', '"abc"[10]', '(1,)[2]', 'range(3)[7]', 'b"abc"[9]',
        'bytearray(b"ab")[5]', '[].pop()', '[1].pop(3)', '{}.popitem()', 'set().pop()', '[1].index(2)',
        '(1,).index(2)', '"abc".index("z")', 'b"abc".index(b"z")', 'range(3).index(9)', '[1].remove(2)',
        'bytearray(b"a").remove(98)', 'str.maketrans("ab", "c")', 'bytes.fromhex("zz")',
        'bytes.fromhex("abc")', 'bytes([1, 2, 300])', 'bytes([1, "a"])', '"a%"', '"%" % 1', '"%z" % 1',
        '"ab%" % ()', '"%d %y" % (1, 2)', '"{".format()', '"{0".format(1)', '"}".format()',
        '"{!x}".format(1)', '"{:>>5}".format("a")', 'b"\\xff\\xfe".decode("utf-8")',
        'b"ok\\xff".decode("ascii")', '"aé".encode("ascii")', '"a\\ud800".encode()', 'eval("1 +")',
        'int("12x")', 'zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True))',
        'chr(-1)', '[1, 2, 3][1:2:0]', 'list(range(3))[::0]', 'max([])', 'min({})', 'next(iter([]))',
        'f(1, 2, 3)', 'f()', 'f(1, a=2)', 'f(1, z=2)', 'print("a", sep=1)', '"abc".center(5, "xy")',
        '[3, 2][0:1] * "a"', '[1, 2, 3][::2].__setitem__(slice(None, None, 2), [1])',
        'exec("a = [1, 2, 3]; a[::2] = [1]")', '(1, 2, 3) + [4]', 'object.__new__(int)', '"ab".split("")',
        '"a".partition("")', 'memoryview(b"abc")[5]'):
    def f(a, b=2): return a
    try:
        if '= 1' in code and 'exec' not in code: exec(code)
        else: print(code, '=', eval(code))
    except Exception as e: print(code, '->', type(e).__name__ + ':', e)

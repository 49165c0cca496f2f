# Concatenation and repetition of sequences: exact messages.
for code in ['"a" + 1', '"a" + b"b"', 'b"a" + "b"', 'b"a" + 1', '[] + ()', '[1] + "a"', '() + []', '() + 1',
             '[] * 1.0', '"a" * "b"', '() * None', '1.5 * "a"', 'b"x" * []', 'bytearray(b"a") + 1',
             '[] * []', 'range(2) + range(2)', '{} + {}', '{1} + {2}', '[1] * (2,)', '"a" - "b"',
             'None + None', '1 + None', '"a" + None', 'None + "a"', '[1] + None', 'int + str', 'len + 1']:
    try: print(eval(code))
    except TypeError as e: print(code, '|', e)
print('ab' * 2, 2 * 'ab', [1] * True, (1,) * -1, b'x' * 0, [[]] * 2)

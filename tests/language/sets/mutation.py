# add, remove, discard, pop, clear, update; construction and display.
s = set()
print(s, s.add(1), s.add(1), s.add('x'), len(s), s.discard('nope'), s.remove('x'), s, s.pop(), s, bool(s))
print(set('aab') == {'a', 'b'}, set([1, 2, 2]), set(range(3)), set({1: 2}), set(()), set(frozenset([1])),
    {1, 1.0, True}, {0, False, 0.0, 0j}, {1}, {(1, 2)}, {None}, {'a'}, frozenset(), frozenset([1]),
    frozenset('a'), len({nan := float('nan'), nan, float('nan')}))
print({*[1, 2], *(2, 3)} == {1, 2, 3}, {x % 3 for x in range(10)} == {0, 1, 2}, {'one', *()} , {*()},
    type({}).__name__, type({1}).__name__, type({1: 1}).__name__)
for code in ('s.remove(5)', 's.pop()', 's.add([])', 's.add({})', 's.add(set())', '{[]}', 's.remove([])',
        's.discard({1: 1})', 's[0]', 'hash(s)', '{s}', 'set(5)', 'set(1, 2)', 'frozenset(1)', 's.remove()',
        '[] in s', 'set() in s', 's.remove("key")', 's.remove((1, 2))', 'set([[]])', 'set(x=1)',
        'frozenset().add', 's.update([[]])', 'del s[0]', 'set({}, {})'):
    try: print(code, eval(code))
    except SyntaxError: print(code, 'is a statement')
    except Exception as e: print(code, '->', type(e).__name__, e)
t = {1, 2, 3}; t.remove(2); t.discard(9); t |= {4}; print(sorted(t), 2 in t, 4 in t); t.clear(); print(t)
u = {frozenset([1])}
u.remove({1})
print(u)
u.add(frozenset([2]))
u.discard({2})
print(u, {1} in {frozenset([1])})
big = set(range(10000))
big -= set(range(0, 10000, 2))
print(len(big), 4 in big, 5 in big, sum(big))
popped = {big.pop() for _ in range(10)}
print(len(big), len(popped), popped & big)

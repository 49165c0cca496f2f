# difflib: matching blocks, ratios, deltas of several kinds
import difflib
s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes(), s.find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
a = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n'.splitlines(True)
b = 'ore\ntree\nemu\nfour\nfive\nsix\nsevan\neight\n'.splitlines(True)
print(''.join(difflib.ndiff(a, b)), ''.join(difflib.unified_diff(a, b, 'x', 'y', 'd1', n=1)), ''.join(difflib.context_diff(a, b, 'x', 'y')))
d = list(difflib.ndiff(a, b)); print(list(difflib.restore(d, 1)) == a, list(difflib.restore(d, 2)) == b)
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', ['y']))
print(list(difflib.unified_diff(['a'], ['a'])), list(difflib.unified_diff([], ['a', 'b'], lineterm='')), list(difflib.context_diff(['a'], [], lineterm='')))
print(list(difflib.Differ().compare(['\tab c\n', 'same\n', 'q\n'], ['\tabxc\n', 'same\n', 'r\n'])))
print(list(difflib.diff_bytes(difflib.unified_diff, [b'a\xff'], [b'b'], b'f')))
long = [str(i % 7) for i in range(300)]
print(difflib.SequenceMatcher(None, long, long[1:]).ratio(), len(difflib.SequenceMatcher(None, long, long).bpopular), difflib.SequenceMatcher(None, long, long, autojunk=False).ratio())
for f in [lambda: difflib.get_close_matches('a', [], n=0), lambda: difflib.get_close_matches('a', [], cutoff=2), lambda: list(difflib.unified_diff([1], ['a'])), lambda: list(difflib.restore([], 3))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

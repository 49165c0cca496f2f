# pathlib: pure paths, their parts, joins, comparisons and errors
from pathlib import PurePath, PurePosixPath as P, PureWindowsPath as W
for text in ['', '.', '/', '//', '///', '//a/b', '///a/b', 'a', 'a/b/c', '/a/./b//c/', '../a', 'a/../b',
             '.bashrc', 'x.tar.gz', '.a.b', 'a.', 'a/b.txt/', '/a.b/c']:
    p = P(text)
    print(repr(p), str(p), p.parts, [p.drive, p.root, p.anchor], [p.name, p.stem, p.suffix, p.suffixes],
          p.parent, list(p.parents), p.is_absolute())
for text in ['c:/a/b', 'c:a', '\\\\host\\share\\x', '/x', 'C:', 'c:\\', 'nul.txt', 'a/b.PY']:
    p = W(text)
    print(repr(p), str(p), p.parts, [p.drive, p.root, p.anchor, p.name], p.parent, p.is_absolute(), p.is_reserved())
print(P('a') / 'b' / P('c'), 'x' / P('y'), P('a').joinpath('b', '/c', 'd'), P('a', 'b'), W('c:/x') / 'd:y', W('c:/x') / '/y')
print(P('a') == P('a/'), P('a') == W('a'), W('A') == W('a'), P('a') < P('b'), sorted([P('b'), P('a/c'), P('a')]))
print(hash(W('A/B')) == hash(W('a/b')), P('a') in {P('a')}, bytes(P('a/b')))
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: P('/a/b/c').relative_to('/a'))
attempt(lambda: P('/a/b/c').relative_to('/a', 'b'))
attempt(lambda: P('/a/b').relative_to('/c'))
attempt(lambda: P('a/b').relative_to('/a'))
attempt(lambda: P('a/b').relative_to())
attempt(lambda: P('/a').is_relative_to('/'))
attempt(lambda: P('/a').is_relative_to('b'))
attempt(lambda: P('a/b').with_name('c.txt'))
attempt(lambda: P('/').with_name('c'))
attempt(lambda: P('a').with_name('b/c'))
attempt(lambda: P('a').with_name(''))
attempt(lambda: P('a/b.tar.gz').with_suffix('.zip'))
attempt(lambda: P('a/b').with_suffix('.zip'))
attempt(lambda: P('a/b.c').with_suffix(''))
attempt(lambda: P('a').with_suffix('zip'))
attempt(lambda: P('a').with_suffix('.'))
attempt(lambda: P('a/b.c').with_stem('d'))
attempt(lambda: P('/a b/\xe9').as_posix())
attempt(lambda: W('c:\\a\\b').as_posix())
attempt(lambda: P('/a/b.py').match('*.py'))
attempt(lambda: P('/a/b.py').match('a/*.py'))
attempt(lambda: P('/a/b.py').match('/*.py'))
attempt(lambda: P('b.py').match('a/b.py'))
attempt(lambda: P('a').match(''))
attempt(lambda: P(1))
attempt(lambda: P(b'a'))
attempt(lambda: P('a') / 1)
attempt(lambda: P('a').parents[3])
attempt(lambda: P('a/b/c').parents[0:2])
attempt(lambda: P('a/b/c').parents[-1])
attempt(lambda: P('a') < 'b')
attempt(lambda: P('a/b').parents)
attempt(lambda: type(PurePath('a')).__name__)
class Mine(P):
    pass
attempt(lambda: (Mine('a') / 'b').parent)

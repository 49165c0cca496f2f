# pathlib: concrete paths make, read, find, move and remove files
# args: {tmp}
import os
import sys
from pathlib import Path, PosixPath, WindowsPath
root = Path(sys.argv[1])
print(type(root).__name__, isinstance(root, os.PathLike), issubclass(Path, os.PathLike))
a = root / 'a'
a.mkdir()
(a / 'b' / 'c').mkdir(parents=True)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(root), 'ROOT'))
attempt(lambda: a.mkdir())
attempt(lambda: a.mkdir(exist_ok=True))
attempt(lambda: (root / 'x' / 'y').mkdir())
attempt(lambda: (a / 'one.txt').write_text('eins\nzwei\n'))
attempt(lambda: (a / 'two.bin').write_bytes(b'\x00\xff'))
attempt(lambda: (a / 'one.txt').read_text())
attempt(lambda: (a / 'two.bin').read_bytes())
attempt(lambda: (a / 'one.txt').write_text(b'x'))
(a / 'b' / 'three.py').touch()
(a / 'b' / 'c' / 'four.py').touch()
(a / '.hidden').touch()
attempt(lambda: (a / '.hidden').touch(exist_ok=False))
def show(paths):
    return sorted(str(p.relative_to(root)) for p in paths)
print(show(a.iterdir()))
print(show(a.glob('*')), show(a.glob('*.txt')), show(a.glob('**/*.py')), show(a.glob('*/*.py')))
print(show(a.rglob('*.py')), show(a.glob('**')), show(a.rglob('*')), show(a.glob('b/three.py')), show(a.glob('nope/*')))
attempt(lambda: list(a.glob('')))
attempt(lambda: list(a.glob('/x')))
attempt(lambda: list(a.glob('x**')))
link = root / 'link'
link.symlink_to(a)
print(link.is_symlink(), link.is_dir(), link.is_file(), link.readlink() == a, link.resolve() == a.resolve(), link.exists())
loop = root / 'loop'
loop.symlink_to(loop)
print(loop.exists(), loop.is_symlink())
print((a / 'one.txt').stat().st_size, (a / 'one.txt').is_file(), a.is_dir(), (a / 'no').exists(), (a / 'no').is_file())
moved = (a / 'one.txt').rename(a / 'uno.txt')
print(show([moved]), (a / 'one.txt').exists())
(a / 'dos.txt').hardlink_to(moved)
print((a / 'dos.txt').samefile(moved), (a / 'dos.txt').samefile(str(a / 'two.bin')))
print(show([(a / 'dos.txt').replace(a / 'uno.txt')]))
(a / 'uno.txt').chmod(0o600)
print(oct((a / 'uno.txt').stat().st_mode & 0o777))
(a / 'uno.txt').unlink()
attempt(lambda: (a / 'uno.txt').unlink())
attempt(lambda: (a / 'uno.txt').unlink(missing_ok=True))
attempt(lambda: a.rmdir())
attempt(lambda: (a / 'none').read_text())
with (a / 'log').open('w') as f:
    f.write('x')
print((a / 'log').read_text(encoding='utf-8'))
print(Path('x').absolute() == Path.cwd() / 'x', Path('~').expanduser() == Path.home())
attempt(lambda: Path('~nobodysuch/x').expanduser())
attempt(lambda: WindowsPath('x'))
print(os.path.join(root, 'q') == str(root / 'q'), os.fspath(Path('a/b')), f'{Path("a")}', Path().parts)
print((root / 'a/../a/b').resolve() == a.resolve() / 'b', Path('/nope/../x').resolve())

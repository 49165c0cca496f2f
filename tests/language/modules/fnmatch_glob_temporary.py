# Modules fnmatch, glob, tempfile, shutil: patterns, temporary files, copying and removing
import fnmatch
import glob
import os
import shutil
import tempfile

for pattern in ('*.py', 'a?c', '[ab]*', '[!a]*', 'a[', '[z-a]x', '*a*b', 'x.[]]', '[a-c-e]', '**', 'a\\b', '[!]]', '[^a]', 'é*'):
    print(pattern, fnmatch.translate(pattern), [n for n in ('a.py', 'abc', 'b', 'a[', 'xaxb', 'x.]', 'é1', '^', '-') if fnmatch.fnmatch(n, pattern)])
print(fnmatch.filter(['a.py', 'B.PY', 'c.txt'], '*.py'), fnmatch.fnmatchcase('A', 'a'), fnmatch.fnmatch(b'ab', b'a*'))
with tempfile.TemporaryDirectory(prefix='weft_', suffix='_t') as base:
    print(os.path.basename(base).startswith('weft_'), base.endswith('_t'), os.path.isdir(base), oct(os.stat(base).st_mode))
    for name in ('a.txt', 'b.txt', '.hidden', 'd/c.txt', 'd/e/f.txt', 'd/e/g.py'):
        os.makedirs(os.path.dirname(os.path.join(base, name)), exist_ok=True)
        with open(os.path.join(base, name), 'w') as file:
            file.write(name)

    def show(*arguments, **keywords):
        print(sorted(path.removeprefix(base) for path in glob.glob(*arguments, **keywords)))

    show(base + '/*')
    show(base + '/*.txt')
    show(base + '/**', recursive=True)
    show(base + '/**/*.txt', recursive=True)
    show(base + '/*/e/*')
    show(base + '/[ab].txt')
    show(base + '/.*')
    show(base + '/nope*')
    show(base + '/d/')
    show('*.txt', root_dir=base)
    show('**/*.py', root_dir=base, recursive=True)
    show(base + '/*', include_hidden=True)
    print(glob.escape('a[b]*?'), glob.has_magic('a*'), glob.has_magic('a'))
    target = base + '/copy'
    print(shutil.copytree(base + '/d', target) == target, sorted(os.listdir(target)), sorted(os.listdir(target + '/e')))
    print(shutil.copy(base + '/a.txt', target).removeprefix(base), open(target + '/a.txt').read())
    print(shutil.move(base + '/b.txt', target).removeprefix(base), os.path.exists(base + '/b.txt'))
    shutil.copytree(base + '/d', base + '/part', ignore=shutil.ignore_patterns('*.py', 'c*'))
    print(sorted(os.listdir(base + '/part')), os.listdir(base + '/part/e'))
    for function, arguments in ((shutil.copyfile, (base + '/a.txt', base + '/a.txt')), (shutil.rmtree, (base + '/nope',)),
                                (shutil.copytree, (base + '/d', target)), (shutil.move, (base + '/a.txt', target))):
        try:
            print(function(*arguments))
        except OSError as error:
            print(type(error).__name__, str(error).replace(base, ''))
    shutil.rmtree(base + '/nope', ignore_errors=True)
    shutil.rmtree(target)
    print(os.path.exists(target), shutil.which('sh') is not None, shutil.which('no-such-program'), shutil.disk_usage('/').total > 0)
print(os.path.exists(base))
with tempfile.NamedTemporaryFile('w+', suffix='.x') as file:
    file.write('text')
    file.flush()
    name = file.name
    print(name.endswith('.x'), open(name).read(), os.path.exists(name))
print(os.path.exists(name))
with tempfile.TemporaryFile() as file:
    file.write(b'abc')
    file.seek(0)
    print(file.read())
with tempfile.SpooledTemporaryFile(max_size=5) as file:
    file.write(b'abc')
    print(file._rolled)
    file.write(b'defghi')
    print(file._rolled)
    file.seek(0)
    print(file.read())
fd, path = tempfile.mkstemp('.a', 'p')
os.close(fd)
print(os.path.basename(path)[0], path[-2:], oct(os.stat(path).st_mode))
os.remove(path)
folder = tempfile.mkdtemp(dir='/tmp')
os.rmdir(folder)
print(tempfile.gettempprefix(), tempfile.gettempdir() == os.path.dirname(folder))

"""Lines of source files, kept once they were read."""

import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# File name to (size, time of change, lines, path); for sources a loader gives: (loader,).
cache = {}


def clearcache():
    """Forgets all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Line number lineno with its end; '' when there is no such line or file."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """All lines of a file; [] when there is none."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forgets a file (all files if None) if it has changed."""
    names = list(cache) if filename is None else [filename]
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        size, changed, _, path = entry
        status = _stat(path)
        if status is None or status.st_size != size or status.st_mtime != changed:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file anew: its lines, [] when it cannot be read."""
    cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    path = filename
    status = _stat(path)
    if status is None:
        if lazycache(filename, module_globals):
            source = _source_of_loader(cache[filename][0])
            if source is not None:
                lines = [line + '\n' for line in source.splitlines()]
                cache[filename] = (len(source), None, lines, path)
                return lines
            cache.pop(filename, None)
        if filename.startswith('/'):
            return []
        for folder in sys.path:
            if isinstance(folder, str):
                path = folder.rstrip('/') + '/' + filename
                status = _stat(path)
                if status is not None:
                    break
        else:
            return []
    try:
        with open(path, 'rb') as file:
            text = file.read()
        text = text.decode(_encoding(text))
    except (OSError, UnicodeDecodeError, LookupError, SyntaxError):
        return []
    text = text.removeprefix('\ufeff').replace('\r\n', '\n').replace('\r', '\n')
    lines = [line + '\n' for line in text.split('\n')]
    if lines[-1] == '\n':
        del lines[-1]
    cache[filename] = (status.st_size, status.st_mtime, lines, path)
    return lines


def lazycache(filename, module_globals):
    """Remembers the loader of a module, to be asked for the source later: whether there is one."""
    entry = cache.get(filename)
    if entry is not None:
        return len(entry) == 1
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return False
    if not module_globals or '__name__' not in module_globals:
        return False
    name = module_globals['__name__']
    loader = getattr(module_globals.get('__spec__'), 'loader', None)
    if loader is None:
        loader = module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name),)
    return True


def _source_of_loader(get_source):
    try:
        return get_source()
    except (ImportError, OSError):
        return None


def _stat(path):
    from posix import stat
    try:
        return stat(path)
    except (OSError, ValueError):
        return None


def _encoding(source):
    """The encoding the first two lines declare."""
    for line in source.split(b'\n', 2)[:2]:
        if not line.lstrip(b' \t\f\xef\xbb\xbf').startswith(b'#'):
            if line.strip():
                break
            continue
        place = line.find(b'coding')
        if place < 0 or line[place + 6:place + 7] not in (b':', b'='):
            continue
        name = line[place + 7:].lstrip(b' \t')
        end = 0
        while end < len(name) and (name[end:end + 1].isalnum() or name[end] in b'-_.'):
            end += 1
        if end:
            return name[:end].decode('ascii')
    return 'utf-8'

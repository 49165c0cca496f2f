"""Names of files against patterns with *, ?, [abc] and [!abc]."""

import os
import posixpath
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

_cache = {}


def _matcher(pat):
    key = type(pat), pat
    known = _cache.get(key)
    if known is None:
        if isinstance(pat, bytes):
            source = translate(str(pat, 'ISO-8859-1')).encode('ISO-8859-1')
        else:
            source = translate(pat)
        if len(_cache) > 1000:
            _cache.clear()
        known = _cache[key] = re.compile(source).match
    return known


def fnmatch(name, pat):
    """Whether a name fits a pattern, in the manner of the system's names."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Whether a name fits a pattern; case matters."""
    return _matcher(pat)(name) is not None


def filter(names, pat):
    """Those of the names that fit a pattern."""
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(name)]


def _translate_set(inside):
    """The regular expression of what stands between brackets."""
    if '-' not in inside:
        inside = inside.replace('\\', r'\\')
    else:
        # Ranges whose end comes before their beginning match nothing and are left out.
        chunks = []
        begin = 0
        place = inside.find('-', 2 if inside[0] == '!' else 1)
        while place >= 0:
            chunks.append(inside[begin:place])
            begin = place + 1
            place = inside.find('-', place + 3)
        rest = inside[begin:]
        if rest:
            chunks.append(rest)
        else:
            chunks[-1] += '-'
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        inside = '-'.join(chunk.replace('\\', r'\\').replace('-', r'\-') for chunk in chunks)
    inside = re.sub(r'([&~|])', r'\\\1', inside)
    if not inside:
        return '(?!)'
    if inside == '!':
        return '.'
    if inside[0] == '!':
        inside = '^' + inside[1:]
    elif inside[0] in '^[':
        inside = '\\' + inside
    return f'[{inside}]'


def translate(pat):
    """The regular expression of a pattern."""
    parts = []
    place = 0
    while place < len(pat):
        letter = pat[place]
        place += 1
        if letter == '*':
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif letter == '?':
            parts.append('.')
        elif letter == '[':
            end = place
            if pat[end:end + 1] == '!':
                end += 1
            if pat[end:end + 1] == ']':
                end += 1
            end = pat.find(']', end)
            if end < 0:
                parts.append('\\[')
            else:
                parts.append(_translate_set(pat[place:end]))
                place = end + 1
        else:
            parts.append(re.escape(letter))
    # Each star takes as little as the fixed part behind it allows, and never thinks better of it;
    # only the last takes all it can.
    out = []
    index = 0
    while index < len(parts) and parts[index] is not None:
        out.append(parts[index])
        index += 1
    while index < len(parts):
        index += 1
        if index == len(parts):
            out.append('.*')
            break
        fixed = []
        while index < len(parts) and parts[index] is not None:
            fixed.append(parts[index])
            index += 1
        fixed = ''.join(fixed)
        if index == len(parts):
            out.append('.*' + fixed)
        else:
            out.append(f'(?>.*?{fixed})')
    return f'(?s:{"".join(out)})\\Z'

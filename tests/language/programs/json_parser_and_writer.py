# A JSON reader and writer by hand, with error positions.
class ParseError(ValueError): pass
def parse(s):
    i = 0
    def fail(msg): raise ParseError(f'{msg} at {i}')
    def ws():
        nonlocal i
        while i < len(s) and s[i] in ' \t\n\r': i += 1
    def value():
        nonlocal i
        ws()
        if i >= len(s): fail('unexpected end')
        c = s[i]
        if c == '{': return obj()
        if c == '[': return arr()
        if c == '"': return string()
        for word, v in ('true', True), ('false', False), ('null', None):
            if s.startswith(word, i):
                i += len(word)
                return v
        j = i
        while j < len(s) and s[j] in '+-0123456789.eE': j += 1
        if j == i: fail(f'unexpected {c!r}')
        text, i = s[i:j], j
        try: return int(text)
        except ValueError: return float(text)
    def string():
        nonlocal i
        i += 1
        out = []
        while True:
            if i >= len(s): fail('open string')
            c = s[i]; i += 1
            if c == '"': return ''.join(out)
            if c == '\\':
                c = s[i]; i += 1
                if c == 'u': out.append(chr(int(s[i:i + 4], 16))); i += 4
                else: out.append({'n': '\n', 't': '\t'}.get(c, c))
            else: out.append(c)
    def seq(close, item, collect):
        nonlocal i
        i += 1; ws()
        if s[i:i + 1] == close: i += 1; return collect([])
        items = []
        while True:
            items.append(item()); ws()
            c = s[i:i + 1]; i += 1
            if c == close: return collect(items)
            if c != ',': i -= 1; fail(f'expected , or {close}')
    def arr(): return seq(']', value, list)
    def pair():
        nonlocal i
        ws(); k = string(); ws()
        if s[i:i + 1] != ':': fail('expected :')
        i += 1
        return k, value()
    def obj(): return seq('}', pair, dict)
    v = value(); ws()
    if i < len(s): fail('trailing text')
    return v
def dump(v, level=0):
    if v is None: return 'null'
    if v is True or v is False: return str(v).lower()
    if isinstance(v, str): return '"' + ''.join({'"': '\\"', '\\': '\\\\', '\n': '\\n'}.get(c,
            c) for c in v) + '"'
    if isinstance(v, dict):
        pad = '  ' * (level + 1)
        return '{\n' + ',\n'.join(f'{pad}{dump(k)}: {dump(x, level + 1)}' for k,
            x in v.items()) + '\n' + '  ' * level + '}'
    if isinstance(v, list): return '[' + ', '.join(dump(x, level) for x in v) + ']'
    return repr(v)
text = '{"a": [1, -2.5, 1e3, true, null], "b": {"c": "x\\n\\"y\\" \\u00e9"}, "": {}, "e": []}'
v = parse(text)
print(v); print(dump(v)); print(parse(dump(v)) == v)
for bad in '', '[1, 2', '{"a" 1}', '[1 2]', '"abc', 'nul', '{"a":1} x', '[1,]', '{,}':
    try: print(parse(bad))
    except ParseError as e: print(repr(bad), e)

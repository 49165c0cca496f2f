# Module re: searching, groups, replacing, splitting, scanning
import re

for pattern, text in [(r'(\w+) (\w+)', 'hello world again'), (r'(?P<a>.)(?P<b>.)?', 'xy'), (r'a|b', 'cab'), (r'', 'ab'),
                      (r'(?m)^\w*$', 'ab\ncd\n'), (r'(?s)a.b', 'a\nb'), (r'(?i)É', 'xé'), (r'\bfoo\b', 'a foo b'),
                      (r'(a)|(b)', 'b'), (r'((a)b)', 'ab'), (r'(?<=a)b', 'ab'), (r'a{,2}', 'aaa'), (r'\Z', 'a\n'),
                      (r'$', 'a\n'), (r'\B', ''), (r'[\s\w]+', 'a\x1cb é'), (r'(?x) a \  b # c', 'a b'), (r'\d+', '٣12'), (r'(?a)\w+', 'éa'),
                      (r'(?(1)a|b)' if False else r'(a)?(?(1)b|c)', 'ab c'), (r'(?>a+)b', 'aab'), (r'\N{BULLET}\x41\u0042', '•AB')]:
    found = re.search(pattern, text)
    print(repr(pattern), found and (found.span(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup))
    print(re.findall(pattern, text), re.split(pattern, text), re.sub(pattern, '<>', text), re.subn(pattern, '-', text, 1))
m = re.compile(r'(?P<first>\w)(\w)?(é)?').search('-xé', 1)
print(m, m.group(), m.group(1, 'first', 3), m[1], m['first'], m.start(), m.end(2), m.span(3), m.pos, m.endpos, m.string, m.regs)
print(m.groups('none'), m.groupdict(), m.expand(r'\1-\g<first>-\g<2>-\3'), m.re.groupindex, m.re.groups, m.re.pattern, m.re.flags)
p = re.compile('b')
print(p.match('ab'), p.match('ab', 1), p.fullmatch('b'), p.fullmatch('bc'), p.fullmatch('abc', 1, 2), p.search('abcb', 2), p.search('ab', 5))
print([x.span() for x in re.finditer('a*', 'baac')], re.sub('a*', '-', 'baac'), re.split('(-)', 'a-b-c', 1), re.split('x*', 'axbc'))
print(re.sub('(a)(b)?', lambda found: found.group(0).upper(), 'abac'), re.sub('a', r'\\\n', 'a'), re.sub('(?P<x>a)', r'[\g<x>\g<0>]', 'aa'), re.sub('a', 'b', 'aaa', count=2))
print(re.match(b'(a)(.)', b'a\xff').groups(), re.sub(b'a', rb'[\g<0>]', bytearray(b'bab')), re.findall(b'\\w', 'é'.encode('latin-1') + b'x'))
print(re.escape('a.b*c d-é\n_/'), re.escape(b'a.b'), re.compile('a', re.I | re.M), re.compile('a') == re.compile('a'), re.compile('a') is re.compile('a'))
print(re.I, re.I | re.M, ~re.I, re.NOFLAG, re.compile('(?im)a').flags, re.RegexFlag.I.name)
s = re.Scanner([(r'\d+', lambda scanner, token: int(token)), (r'\w+', lambda scanner, token: token), (r'\s+', None)])
print(s.scan('12 ab 3!x'))
print(re.search('é+', 'aéé').span(), re.search('b', 'éab').start(), re.compile('.').search('é😀x', 1).span(), re.search('a', 'a' * 3).endpos)
e = re.error('text', 'a\nb', 2)
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno)
re.purge()
print(bool(re.match('(a*)*b', 'a' * 15)))

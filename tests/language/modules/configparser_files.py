# configparser: reading, values, interpolation, writing, errors
import configparser, io
text = '''# comment
[DEFAULT]
base = /home
Timeout: 10

[server]
host = example.org
port = 8080
debug = yes
path = %(base)s/data
multi = one
    two

    three
; other
empty =
percent = 50%%

[other section]
a:b = c
url = http://x:80/
'''
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.options('server'), c.defaults())
print(c['server']['host'], c.getint('server', 'port'), c.getboolean('server', 'debug'), c.getfloat('server', 'timeout'), c['server']['path'], repr(c['server']['multi']), repr(c['server']['empty']), c['server']['percent'])
print(dict(c['other section']), 'server' in c, 'x' in c, c.has_option('server', 'HOST'), list(c), len(c))
print(c.get('server', 'nope', fallback='f'), c['server'].get('nope'), c['server'].get('nope', 'd'), c['server'].getint('port'), c['server'].getboolean('nope', fallback=True))
print(c.items('other section'), c.get('server', 'path', raw=True), c.get('server', 'path', vars={'base': '/v'}), c['server'])
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: c.get('none', 'x')); attempt(lambda: c.get('server', 'x')); attempt(lambda: c['none']); attempt(lambda: c['server']['x'])
attempt(lambda: c.getint('server', 'host')); attempt(lambda: c.getboolean('server', 'host')); attempt(lambda: c.add_section('server')); attempt(lambda: c.add_section('DEFAULT')); attempt(lambda: c.set('server', 'x', 5)); attempt(lambda: c.set('no', 'x', 'y'))
def read(text, **k):
    p = configparser.ConfigParser(**k)
    p.read_string(text)
    return {s: dict(p[s]) for s in p.sections()}
attempt(lambda: read('a = b')); attempt(lambda: read('[a]\nnonsense\n')); attempt(lambda: read('[a]\nx=1\nx=2')); attempt(lambda: read('[a]\n[a]')); attempt(lambda: read('[a]\nx=1\n[a]\nx=2', strict=False))
attempt(lambda: read('[a]\nkey\nx = 1', allow_no_value=True)); attempt(lambda: read('[a]\nx = 1 ; c', inline_comment_prefixes=';')); attempt(lambda: read('[a]\nx = %(y)s')); attempt(lambda: read('[a]\nx = %z')); attempt(lambda: read('[a]\nx = %(x)s'))
attempt(lambda: read('[a]\nx = ${b:y}/${z}\nz=3\n[b]\ny=2', interpolation=configparser.ExtendedInterpolation())); attempt(lambda: read('[a]\nx = %(y)s', interpolation=None)); attempt(lambda: read('[a]\nx 1', delimiters=' '))
attempt(lambda: read('[a]\nx = 1\n\n  2\n', empty_lines_in_values=False)); attempt(lambda: read('[a]\nx = ${b}', interpolation=configparser.ExtendedInterpolation()))
c['new'] = {'k': 'v', 'n': '1'}
c['new']['m'] = 'line1\nline2'
c.set('new', 'z', 'zz'); c.remove_option('new', 'n'); c.remove_section('other section')
out = io.StringIO(); c.write(out); print(out.getvalue())
out = io.StringIO(); c.write(out, space_around_delimiters=False); print(out.getvalue()[:40])
p = configparser.ConfigParser(converters={'list': lambda v: v.split(',')}); p.read_dict({'s': {'l': 'a,b', 'n': 3}}); print(p.getlist('s', 'l'), p['s'].getlist('l'), p['s']['n'])
q = configparser.RawConfigParser(); q.optionxform = str; q.read_string('[A]\nCase = %x'); print(dict(q['A']))
print(configparser.ConfigParser().read('/no/such/file'), configparser.ConfigParser({'d': '1'}).defaults())

# string: constants, capwords, Template, Formatter.
import string
from string import Formatter, Template, capwords

for name in ('ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'whitespace', 'printable'):
    print(name, repr(getattr(string, name)))
print(capwords('hello  big world'), capwords('a-b-c', '-'), repr(capwords('  x y ')), repr(capwords(' a b', ' ')))
t = Template('$who likes ${what} and $$5 $_x1')
print(t.substitute(who='tim', what='kung pao', _x1=1), t.substitute({'who': 'a', 'what': 'b', '_x1': 2}, what='c'))
print(t.safe_substitute(who='x'), t.get_identifiers(), t.is_valid(), Template('$ no').is_valid(), t.template)
print(Template('$a$b').substitute(a=1, b=2), Template('${a}b').substitute(a=1), Template('$ab').safe_substitute(a=1),
      Template('$A é $é').safe_substitute(A=1), Template('').substitute(), Template('$self').substitute(self=5))


class Percent(Template):
    delimiter = '%'


print(Percent('%x $y %% %{z}').substitute(x=1, z=2))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for action in (lambda: t.substitute(who=1), lambda: Template('a\nb $ c').substitute(), lambda: Template('$').substitute(),
               lambda: Template('${bad').substitute(), lambda: Template('x $5').substitute(), lambda: Template('$ a').safe_substitute()):
    attempt(action)
f = Formatter()
print(f.format('{0} {1} {x!r:>5} {x.real} {2[0]}', 1, 2, 'ab', x=3))
print(f.format('{} {} {{}} {:{w}}', 1, 2, 3, w=5), f.format('{a[k]} {a[1]}', a={'k': 'v', 1: 'one'}), f.vformat('{x}', (), {'x': 1}))
print(list(f.parse('a{b!r:c}d{{e}}{}')), f.format('{:{}}', 1, 4), f.format('none'))


class Default(Formatter):
    def get_value(self, key, args, kwargs):
        try:
            return super().get_value(key, args, kwargs)
        except (KeyError, IndexError):
            return f'<{key}>'

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)))

    def convert_field(self, value, conversion):
        if conversion == 'u':
            return value.upper()
        return super().convert_field(value, conversion)


print(Default().format('{0} {1} {name} {x!u}', 'a', x='low'))
for action in (lambda: f.format('{0} {}', 1), lambda: f.format('{} {0}', 1), lambda: f.format('{x}'), lambda: f.format('{'), lambda: f.format('}'),
               lambda: f.format('{0!z}', 1), lambda: f.format('{0', 1), lambda: f.format('{0.}', 1), lambda: f.format('{0[}', 1),
               lambda: f.format('{:{:{:{}}}}', 1, 2, 3, 4), lambda: f.format('{5}', 1), lambda: f.format()):
    attempt(action)

# Relative imports of one and several levels.
from _rel.a.b import c
print(c.result)
from _rel import top
print(top.names())
for code, pkg in (('from ... import x', '_rel.a'), ('from .... import x', '_rel.a'),
        ('from . import nothing', '_rel'), ('from .nothing import x', '_rel'),
        ('from .a import nothing', '_rel'), ('from . import a', ''), ('from .. import x', None)):
    try: exec(code, {'__name__': 'm', '__package__': pkg}); print('ok')
    except ImportError as e: print(code, pkg, '->', type(e).__name__, str(e).split(' (/')[0])
ns = {'__package__': '_rel.a'}
exec('from . import b; from ..top import title; from .b.c import result as r', ns)
print(ns['b'].__name__, ns['title'], ns['r'] is c.result)

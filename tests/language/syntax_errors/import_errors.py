# Malformed imports: texts through compile.
for src in ['import', 'import a.', 'import .a', 'from a import', 'from import a', 'from a import (b',
        'from a import b,', 'from a import (b,)', 'import a as', 'import a as b.c', 'from a import b as',
        'from a import *, b', 'from . import', 'from .. import *', 'import *', 'from a import (*)',
        'from a import ()', 'from a.b. import c', 'def f():\n from a import *',
        'class A:\n from a import *', 'import a b', 'from a import b c', 'import a, ',
        'from __future__ import nope', 'x = 1\nfrom __future__ import division',
        'from __future__ import braces', 'from __future__ import *', 'import "a"', 'from a import "b"',
        'from .a. import b', 'import a-b']:
    try: compile(src, 'x', 'exec'); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), e.msg, e.lineno,
            e.offset if e.msg != 'invalid syntax' else '')

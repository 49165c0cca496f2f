# ExceptionGroup and BaseExceptionGroup: construction rules, attributes, text.
g = ExceptionGroup('msg', [ValueError(1), TypeError('t')])
print(g, repr(g), g.message, g.exceptions, g.args, isinstance(g, Exception), ExceptionGroup.__mro__[1:3])
print(type(BaseExceptionGroup('m', [ValueError()])).__name__,
    type(BaseExceptionGroup('m', [KeyboardInterrupt()])).__name__, BaseExceptionGroup('m', [SystemExit(1)]))
nested = ExceptionGroup('outer', (ExceptionGroup('inner', [KeyError('k')]), OSError()))
print(nested, len(nested.exceptions), nested.exceptions[0].exceptions,
    str(ExceptionGroup('', [ValueError()])), str(ExceptionGroup('one', [ValueError()])))
for a in ((), ('m',), ('m', []), ('m', 5), ('m', [5]), ('m', [ValueError]), (5, [ValueError()]),
        ('m', [ValueError(), 'x']), ('m', [KeyboardInterrupt()]), ('m', [ValueError()], 3), ('m', 'abc'),
        ('m', (e for e in [ValueError()])), ('m', {1: 2}), ('m', None)):
    try: print(ExceptionGroup(*a))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class My(ExceptionGroup):
    def derive(self, excs): return My(self.message, excs)
class Plain(ExceptionGroup): pass
class Extra(ExceptionGroup):
    def __new__(cls, msg, excs, code): o = super().__new__(cls, msg, excs); o.code = code; return o
    def derive(self, excs): return Extra(self.message, excs, self.code)
m = My('m', [ValueError(), KeyError()])
print(type(m.subgroup(ValueError)).__name__,
    type(Plain('p', [ValueError(), KeyError()]).subgroup(ValueError)).__name__,
    Extra('e', [ValueError()], 7).split(ValueError)[0].code)
try: g.message = 'x'
except AttributeError as e: print(e)
try: g.exceptions = ()
except AttributeError as e: print(e)
print(g.derive([KeyError()]), ExceptionGroup[int])
class BadMix(BaseExceptionGroup, Exception): pass
try: BadMix('m', [KeyboardInterrupt()])
except TypeError as e: print(e)

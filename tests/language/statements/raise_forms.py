# raise with classes, instances, causes, and bad operands.
def t(f):
    try: f()
    except BaseException as e: print(repr(e), '| cause', repr(e.__cause__), '| suppress',
            e.__suppress_context__)
def r(code): return lambda: exec(code)
class Custom(Exception): pass
class NeedsArg(Exception):
    def __init__(self, a): super().__init__(a)
class Fake:
    pass
class NewGives(Exception):
    def __new__(cls): return 5
for code in ['raise ValueError', 'raise ValueError()', 'raise ValueError(1, 2)', 'raise Custom("x") from KeyError("k")',
             'raise Custom from KeyError', 'raise ValueError from None', 'raise', 'raise 1', 'raise "s"', 'raise None',
             'raise Fake', 'raise Fake()', 'raise NeedsArg', 'raise ValueError from 1', 'raise ValueError from "x"',
             'raise (ValueError, 1)', 'raise NewGives', 'raise NotImplemented', 'raise type', 'raise object',
             'raise KeyError from int']:
    print(code, end=': ')
    t(lambda: exec(code, globals()))

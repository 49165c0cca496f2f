# __cause__, __context__ and __suppress_context__ set by raise and raise from.
def show(e, depth=0):
    print('  ' * depth + repr(e), e.__suppress_context__)
    if e.__cause__: print('  ' * depth + 'cause:'); show(e.__cause__, depth + 1)
    if e.__context__ and e.__context__ is not e.__cause__: print('  ' * depth + 'context:'); show(e.__context__,
            depth + 1)
def t(f):
    try: f()
    except Exception as e: show(e)
def implicit():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k')
def explicit():
    try: 1 / 0
    except ZeroDivisionError as e: raise KeyError('k') from e
def none():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k') from None
def other():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('k') from ValueError('unrelated')
def three():
    try:
        try: raise ValueError('1')
        except ValueError: raise KeyError('2')
    except KeyError: raise IndexError('3')
def in_finally():
    try: raise ValueError('body')
    finally: raise KeyError('finally')
def in_else():
    try: pass
    except Exception: pass
    else: raise ValueError('no context')
def through_call():
    def g(): raise KeyError('in call')
    try: 1 / 0
    except ZeroDivisionError: g()
def cls(): raise KeyError from ValueError
for f in (implicit, explicit, none, other, three, in_finally, in_else, through_call,
        cls): print(f.__name__); t(f)

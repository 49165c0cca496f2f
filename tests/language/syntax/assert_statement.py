# assert raises AssertionError with the message object, which is evaluated only on failure.
assert True
assert 1, print('not evaluated')
try:
    assert 0
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert [], 'message'
except AssertionError as e:
    print(repr(e))
try:
    assert 1 == 2, (1, 2)
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert None, ValueError('x')
except AssertionError as e:
    print(repr(e), type(e.args[0]))
AssertionError = KeyError
try:
    assert False, 'real class'
except KeyError:
    print('rebinding counts')
except BaseException as e:
    print('rebinding is ignored', type(e).__name__)

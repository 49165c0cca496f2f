# AssertionError with and without message.
def check(v):
    assert v > 0, f'{v} is not positive'
    assert isinstance(v, float)
try:
    check(-1)
except AssertionError as e:
    print(e)
check(1)

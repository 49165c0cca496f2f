# Up to three equal frames are shown without folding; a fourth is folded.
def r(n):
    if n:
        return r(n - 1)
    1 / 0
try:
    r(2)
except ZeroDivisionError:
    pass
def s(n):
    if n:
        s(n - 1)
    else:
        r(4)
s(3)

# No suggestion when nothing is close enough.
class C:
    alpha = 1
C().completely_different

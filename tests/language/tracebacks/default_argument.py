# A failing default argument and a failing decorator expression.
try:
    @(1 / 0)
    def f(): pass
except ZeroDivisionError as e:
    print(e)
def g(a, b=[][1]): pass

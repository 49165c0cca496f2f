# NameError suggests a similar name from locals, globals and builtins.
def report():
    counter = 1
    return countre
try:
    pritn('x')
except NameError as e:
    print(e)
report()

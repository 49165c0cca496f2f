# Explicit and implicit line joining, blank lines and comments between.
total = 1 + \
    2 + \
    3
print(total)
items = [  # a comment inside brackets

    1,

    2,  # another
      # odd indentation does not matter
  3,
]
print(items)
d = {
    'a': 1,
    # between entries
    'b':
        2,
}
print(d)
def f(
    a,
    b=2,
    *,
    c,
):
    return (a
            + b
        + c)
print(f(1,
        c=3))
if (total == 6 and
        len(items) == 3):
    print('both')
assert total \
    == 6
x = 'string' \
    ' joined'
print(x)

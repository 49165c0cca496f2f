# The opening bracket stands on another line.
x = {
    'a': [1, 2,
    'b': 3)
}

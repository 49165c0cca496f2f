# The old spelling of except with two classes.
try:
    pass
except ValueError, KeyError:
    pass

# Exceptions without arguments print only their name.
class Custom(Exception):
    pass
try:
    raise KeyError
except KeyError:
    raise Custom

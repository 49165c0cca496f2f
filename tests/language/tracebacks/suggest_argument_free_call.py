# Wrong keyword arguments are reported without suggestion.
def connect(host, *, timeout=1): pass
connect('h', timeuot=2)

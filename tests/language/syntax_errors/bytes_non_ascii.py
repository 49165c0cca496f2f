# Non-ASCII characters in a bytes literal.
data = b'caf\xe9 é'

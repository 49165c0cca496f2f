# KeyError prints the repr of its key.
d = {}
d['it\'s', 1]

# An error in -c: frames in <string> have no source lines.
# command: -c "f = lambda: 1 / 0; print('x'); f()"

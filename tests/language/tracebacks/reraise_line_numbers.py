# A bare raise keeps the original line; the frame of the handler stays.
def low():
    raise OSError('disk')
def mid():
    try:
        low()
    except OSError:
        print('handling')
        raise
mid()

# Three linked exceptions: context, cause, and the last.
try:
    try:
        [].pop()
    except IndexError as e:
        raise KeyError('second') from e
except KeyError:
    undefined_name

# An exception during handling of another prints both.
def parse(s):
    return int(s)

def load(s):
    try:
        return parse(s)
    except ValueError:
        return {}['fallback']

load('not a number')

def single(path):
    with open(path) as f:
        return f.read()

def several(a, b):
    with a as x, b:
        x()
    return 1

def in_loop(items):
    for item in items:
        with item:
            if item.stop:
                break

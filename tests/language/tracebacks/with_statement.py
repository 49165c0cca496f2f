# An exception in a with body, and one raised by __exit__.
class CM:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        raise RuntimeError('exit failed')
with CM():
    value = int('body')

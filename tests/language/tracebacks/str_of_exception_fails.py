# An exception whose str() raises is still reported.
class Bad(Exception):
    def __str__(self):
        raise RuntimeError('no text')
raise Bad('x')

# A failing sys.excepthook is reported together with the original exception.
import sys
def hook(t, v, tb):
    raise KeyError('in hook')
sys.excepthook = hook
raise ValueError('original')

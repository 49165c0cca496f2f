"""Processes that work together: Process, Pool, queues, locks and memory they share.

Children are made by fork, and go on with what this process has in memory; or, with start method
'spawn', are fresh interpreters that are sent what they need.
"""

import sys
from multiprocessing import context

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
for _name in __all__:
    globals()[_name] = getattr(context._default_context, _name)
del _name

SUBDEBUG = 5
SUBWARNING = 25

if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']

# weft only
# What cannot be pickled gets a note that says which attribute it is.
import pickle, threading
class Inner:
    def __init__(self): self.items = [1, {'lock': threading.Lock()}]
class Job:
    def __init__(self): self.name = 'job'; self.inner = Inner()
try:
    pickle.dumps(Job())
except TypeError as error:
    print(error, error.__notes__)
try:
    pickle.dumps([threading.Lock()])
except TypeError as error:
    print(error, hasattr(error, '__notes__'))

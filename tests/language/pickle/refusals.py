# What cannot be pickled, and how that is said.
import pickle, threading, sys
def outer():
    class Local: pass
    def inner(): pass
    return Local, inner, Local()
lost = lambda: 1
def gone(): pass
was = gone
del gone
for thing in (lost, was, *outer(), (i for i in ()), threading.Lock(), sys, sys._getframe(), open('/dev/null')):
    try:
        pickle.dumps(thing)
    except Exception as error:
        text = str(error)
        print(type(error).__module__, type(error).__name__, text.split(' at 0x')[0], text.split('>')[-1])
for protocol in (6, 100):
    try: pickle.dumps(1, protocol)
    except ValueError as error: print(error)
print(pickle.dumps(1, -1), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)

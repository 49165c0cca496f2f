# What a handler raises comes out where the program is.
import os, signal
class E(Exception): pass
def handler(number, frame): raise E(number)
signal.signal(signal.SIGUSR1, handler)
for send in (lambda: os.kill(os.getpid(), signal.SIGUSR1), lambda: signal.raise_signal(signal.SIGUSR1)):
    try: send()
    except E as error: print('raised', error)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error: print('interrupted', error.args)
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt: print('by hand')

# What a signal does can be set and asked for.
import os, signal
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGPIPE))
log = []
def handler(number, frame): log.append((number, frame.f_code.co_name))
print(signal.signal(signal.SIGUSR1, handler))
os.kill(os.getpid(), signal.SIGUSR1); print(log)
signal.raise_signal(signal.SIGUSR1); print(log)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler); signal.raise_signal(signal.SIGUSR1); print(len(log))
print(signal.signal(signal.SIGUSR1, signal.SIG_DFL), signal.getsignal(signal.SIGUSR1))
for call in (lambda: signal.signal(99, handler), lambda: signal.signal(0, handler), lambda: signal.signal(signal.SIGKILL, handler),
             lambda: signal.signal(signal.SIGUSR1, 'x'), lambda: signal.getsignal(-1), lambda: signal.strsignal(1000)):
    try: print(call())
    except (ValueError, OSError, TypeError) as error: print(type(error).__name__, error)
print(signal.strsignal(signal.SIGINT), signal.Signals(15), repr(signal.SIGTERM), repr(signal.SIG_DFL), len(signal.valid_signals()))
print(signal.SIGINT in signal.valid_signals(), isinstance(signal.SIGCHLD, int), signal.SIGCLD is signal.SIGCHLD)

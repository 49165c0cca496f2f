# Uncaught KeyboardInterrupt ends the program as SIGINT does.
import signal
print('before', flush=True)
signal.raise_signal(signal.SIGINT)

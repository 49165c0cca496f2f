# Signals held back; sigpending, sigwait.
import os, signal
log = []
signal.signal(signal.SIGUSR1, lambda *args: log.append('handled'))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))
os.kill(os.getpid(), signal.SIGUSR1); print(log, signal.sigpending())
print(sorted(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])), log)
os.kill(os.getpid(), signal.SIGUSR2); print(signal.sigwait([signal.SIGUSR2]))
os.kill(os.getpid(), signal.SIGUSR2); print(signal.sigwaitinfo([signal.SIGUSR2]).si_signo)
print(signal.sigtimedwait([signal.SIGUSR2], 0))
r, w = os.pipe(); os.set_blocking(w, False)
print(signal.set_wakeup_fd(w)); signal.raise_signal(signal.SIGUSR1); print(os.read(r, 10) == bytes([signal.SIGUSR1])); print(signal.set_wakeup_fd(-1) == w)

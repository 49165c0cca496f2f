# real time
# alarm and interval timers.
import signal, time
times = []
signal.signal(signal.SIGALRM, lambda *args: times.append(1))
print(signal.alarm(100), signal.alarm(0) in (99, 100), signal.alarm(0))
print(signal.setitimer(signal.ITIMER_REAL, 50, 10)); value, interval = signal.getitimer(signal.ITIMER_REAL)
print(40 < value <= 50, interval); signal.setitimer(signal.ITIMER_REAL, 0); print(signal.getitimer(signal.ITIMER_REAL))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
while len(times) < 3: time.sleep(0.01)
signal.setitimer(signal.ITIMER_REAL, 0); print('three')
try: signal.setitimer(99, 1)
except signal.ItimerError as error: print(isinstance(error, OSError), error)

# Children of several threads.
import subprocess, threading
results = []
def work(n): results.append((n, subprocess.run(['sh', '-c', f'echo {n}; exit {n}'], capture_output=True, text=True)))
threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
print(sorted((n, r.returncode, r.stdout) for n, r in results))

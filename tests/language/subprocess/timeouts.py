# real time
# wait() and communicate() with a timeout.
import subprocess
p = subprocess.Popen(['sleep', '60'])
for call in (lambda: p.wait(timeout=0.05), lambda: p.communicate(timeout=0.05)):
    try: call()
    except subprocess.TimeoutExpired as error: print(error.cmd)
print(p.poll()); p.kill(); print(p.wait(), p.poll())
try: subprocess.run(['sh', '-c', 'echo part; exec sleep 60'], stdout=subprocess.PIPE, timeout=1)
except subprocess.TimeoutExpired as error: print(error.output)
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
try: p.communicate(b'x' * 10, timeout=30)
finally: print(p.returncode)

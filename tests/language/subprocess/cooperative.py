# weft only
# While a child is waited for, tasks go on.
import subprocess, weft, os
log = []
r, w = os.pipe()
def other():
    log.append('other'); os.write(w, b'go\n'); os.close(w)
task = spawn(other)
print(subprocess.run(['cat'], stdin=r, capture_output=True).stdout, log)
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE)
spawn(lambda: p.stdin.close())
print(p.wait())

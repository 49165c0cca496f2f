# Pipes as files: text, bytes, buffering.
import subprocess
with subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as p:
    p.stdin.write('one\n'); print(p.stdout.readline()); p.stdin.write('two\n'); print(p.stdout.readline()); p.stdin.close(); print(p.stdout.read() == '')
print(p.returncode, p)
p1 = subprocess.Popen(['echo', 'hello'], stdout=subprocess.PIPE)
p2 = subprocess.Popen(['tr', 'a-z', 'A-Z'], stdin=p1.stdout, stdout=subprocess.PIPE)
p1.stdout.close(); print(p2.communicate(), p1.wait())
print(subprocess.run(['sh', '-c', 'echo a; echo b >&2'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout)
print(subprocess.run(['sh', '-c', 'echo a; echo b >&2'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
print(subprocess.run(['cat'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout)
p = subprocess.Popen(['sh', '-c', 'printf "a\\r\\nb"'], stdout=subprocess.PIPE, universal_newlines=True); print(repr(p.communicate()[0]))
p = subprocess.Popen(['true'], stdin=subprocess.PIPE); p.wait()
print(p.communicate(b'x' * 100000))

# What the child begins with.
import os, subprocess, signal
r, w = os.pipe()
def out(*args, **kw): return subprocess.run(*args, stdout=subprocess.PIPE, text=True, **kw).stdout.strip()
print(out(['sh', '-c', f'test -e /dev/fd/{w} && echo open || echo closed']), out(['sh', '-c', f'test -e /dev/fd/{w} && echo open || echo closed'], pass_fds=[w]))
print(out(['sh', '-c', 'echo $$ $(ps -o sid= -p $$)'], start_new_session=True).split()[0].isdigit())
print(out(['sh', '-c', 'umask'], umask=0o27), out(['sh', '-c', 'echo $A$B'], env={'A': '1', 'B': '2'}))
print(out(['sh', '-c', 'echo $HOME_'], env={}), out(['x', '-c', 'echo $0'], executable='sh'))
print(out(['pwd'], preexec_fn=lambda: os.chdir('/')), out(['pwd'], preexec_fn=lambda: os.chdir('/'), cwd='/tmp'))
p = subprocess.Popen(['sleep', '60']); p.send_signal(signal.SIGTERM); print(p.wait()); p.terminate(); p.kill(); print(p.returncode)
print(subprocess.run(['sh', '-c', 'kill -PIPE $$; echo alive']).returncode)

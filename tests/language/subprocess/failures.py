# What goes wrong, and the texts.
# no thread sanitizer: makes a fork of a vfork, whose child tells by memory what failed
import subprocess
for call in (lambda: subprocess.run(['nosuch_program']), lambda: subprocess.run(['ls'], cwd='/nosuch'), lambda: subprocess.run(['false'], check=True),
             lambda: subprocess.run(['sh', '-c', 'kill -9 $$'], check=True), lambda: subprocess.check_output('echo hi; exit 3', shell=True),
             lambda: subprocess.Popen(['ls'], bufsize='x'), lambda: subprocess.run(['ls'], stdin=subprocess.PIPE, input='x'),
             lambda: subprocess.run(['ls'], capture_output=True, stdout=1), lambda: subprocess.Popen('/etc/passwd'), lambda: subprocess.Popen([]),
             lambda: subprocess.Popen(['ls'], preexec_fn=lambda: 1 / 0), lambda: subprocess.check_output(['ls'], stdout=1),
             lambda: subprocess.Popen(['ls'], text=True, universal_newlines=False), lambda: subprocess.Popen(['ls'], stdout='x'), lambda: subprocess.Popen(['a\0b'])):
    try: print(call())
    except Exception as error: print(type(error).__name__, error, getattr(error, 'filename', None), getattr(error, 'output', None))
e = subprocess.CalledProcessError(-100, 'x'); print(e, repr(e)); print(subprocess.TimeoutExpired('x', 2), repr(subprocess.TimeoutExpired('x', 2)))

# Nothing is left of children, nor of failed starts.
# no thread sanitizer: makes a fork of a vfork, whose child tells by memory what failed
import os, subprocess, gc
subprocess.run(['true'], capture_output=True, timeout=60)
before = len(os.listdir('/proc/self/fd'))
for _ in range(20):
    subprocess.run(['true'], capture_output=True)
    try: subprocess.Popen(['nosuch_program'], stdin=-1, stdout=-1, stderr=-1)
    except FileNotFoundError: pass
gc.collect()
print(len(os.listdir('/proc/self/fd')) - before)
try: os.waitpid(-1, os.WNOHANG)
except ChildProcessError as error: print(error)

# run() and what it gives.
import subprocess
print(subprocess.run(['sh', '-c', 'echo out; echo err >&2; exit 2'], capture_output=True, text=True))
print(subprocess.run(['cat'], input=b'abc', stdout=subprocess.PIPE).stdout)
print(subprocess.run('echo $X', shell=True, env={'X': 'y'}, capture_output=True, encoding='utf-8').stdout)
print(subprocess.check_output(['cat'], input='text', text=True), subprocess.call(['false']), subprocess.check_call(['true']))
print(subprocess.getstatusoutput('echo a; exit 3'), subprocess.getoutput('echo b'))
print(subprocess.run(['pwd'], cwd='/', capture_output=True).stdout, subprocess.list2cmdline(['a b', 'c"d', '']))
big = b'x' * 1000000
print(subprocess.run(['cat'], input=big, capture_output=True).stdout == big)

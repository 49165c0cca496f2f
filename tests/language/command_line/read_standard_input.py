# sys.stdin: read, readline, readlines, iteration.
import sys
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read(5)), repr(sys.stdin.readline()))
print(repr(input()))
for line in sys.stdin:
    print('line', repr(line))
    if 'stop' in line: break
print(sys.stdin.readlines(2))
print(repr(sys.stdin.read()), repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))

# Output is flushed before the traceback is written; long output is complete.
for i in range(3):
    print('line', i)
print('no newline at the end', end='')
import sys
print('to stderr', file=sys.stderr)
raise RuntimeError('last')

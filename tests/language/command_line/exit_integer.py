# sys.exit(n) ends with status n.
import sys
print('out')
sys.exit(3)

# sys.exit(text) writes the text to standard error and ends with status 1.
import sys
print('out')
sys.exit('goodbye é')

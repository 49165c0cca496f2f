# Arguments after the script name arrive in sys.argv untouched.
# args: one "two words" -x --option=value '' -c -- -m é "quo\"te"
import sys
print(len(sys.argv))
for a in sys.argv[1:]: print(repr(a))

# SystemExit in a task ends the program
# weft only
import sys
import weft


def leave():
    sys.exit(3)


spawn(leave)
try:
    weft.sleep(10)
finally:
    print("main cleans up")
print("never printed")

# -c runs its argument; sys.argv[0] is -c.
# command: -c "import sys; print(sys.argv, __name__, '__file__' in globals()); x = 5; print(x + 1)" a -b

# -m runs a package's __main__ with the package set up.
# command: -m _runnable one two

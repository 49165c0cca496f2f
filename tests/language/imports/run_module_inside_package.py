# -m runs a submodule as __main__; relative imports work.
# command: -m _runnable.tool -x --long

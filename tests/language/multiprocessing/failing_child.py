# A child that fails tells so and exits with 1.
import multiprocessing as mp, sys, io
def fail():
    sys.stderr = sys.stdout
    sys.stdout = io.StringIO()
    sys.stderr = io.StringIO()
    1 / 0
def leave(): 
    sys.stderr = sys.stdout
    sys.exit('bye')
for f in (fail, leave):
    p = mp.Process(target=f); p.start(); p.join(); print(p.exitcode, flush=True)

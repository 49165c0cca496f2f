# Workers killed at random: nothing hangs, nothing is left.
import multiprocessing as mp, os, random, signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
def work(x): return x
def kill_me(x): os.kill(os.getpid(), signal.SIGKILL)
def main():
    for _ in range(3):
        e = ProcessPoolExecutor(2); fs = [e.submit(work, 1), e.submit(kill_me, 1), e.submit(work, 2)]
        kinds = set()
        for f in fs:
            try: f.result(60)
            except BrokenProcessPool: kinds.add('broken')
        print(kinds); e.shutdown()
    ps = [mp.Process(target=signal.pause) for _ in range(5)]; [p.start() for p in ps]; random.shuffle(ps)
    for p in ps: os.kill(p.pid, signal.SIGKILL)
    for p in ps: p.join(60)
    print([p.exitcode for p in ps], mp.active_children())
    try: os.waitpid(-1, os.WNOHANG)
    except ChildProcessError: print('no zombies')
main()

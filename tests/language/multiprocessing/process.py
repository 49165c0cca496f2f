# Processes: names, ends, subclasses.
import multiprocessing as mp, os, sys
def hello(q, n): q.put((n, os.getppid() == parent, mp.current_process().name, mp.parent_process().name))
class Sub(mp.Process):
    def run(self): sys.exit(9)
def text(): sys.exit('bye')
def noop(): pass
parent = os.getpid()
print(mp.current_process().name, mp.parent_process(), mp.cpu_count() >= 1)
q = mp.Queue(); ps = [mp.Process(target=hello, args=(q, i)) for i in range(3)]
print(repr(ps[0]).split(' parent')[0], ps[0].pid, ps[0].exitcode, ps[0].is_alive())
for p in ps: p.start()
print(sorted(q.get() for _ in ps))
for p in ps: p.join()
print([p.exitcode for p in ps], mp.active_children(), ps[0].is_alive(), repr(ps[0]).split()[-2:])
p = Sub(); p.start(); p.join(); print(p.exitcode, p.name)
p = mp.Process(target=noop, name='named', daemon=True); p.start(); print(p.daemon, p.name); p.join(); p.close()
for call in (lambda: p.join(), lambda: ps[1].start(), lambda: mp.Process(target=noop).join(), lambda: mp.Process(1)):
    try: call()
    except (ValueError, AssertionError) as error: print(type(error).__name__, error)
p = mp.Process(target=q.get); p.start(); print(p.is_alive(), p in mp.active_children()); p.terminate(); p.join(); print(p.exitcode)
p = mp.Process(target=q.get); p.start(); p.join(0.01); print(p.exitcode); p.kill(); p.join(10); print(p.exitcode)

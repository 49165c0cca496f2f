# Module resource: limits are read and set, usage is told, wrong arguments are refused.
# no sanitizer: runs out of descriptors, and its checks need some
import os
import resource

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(soft <= hard or hard == resource.RLIM_INFINITY)
resource.setrlimit(resource.RLIMIT_NOFILE, (20, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (20, hard))
opened = []
try:
    while True:
        opened.append(os.pipe())
except OSError as error:
    print(type(error).__name__, error)
    print(6 <= len(opened) <= 9)
for pair in opened:
    for each in pair:
        os.close(each)
print(resource.prlimit(0, resource.RLIMIT_NOFILE) == (20, hard))
print(resource.prlimit(os.getpid(), resource.RLIMIT_NOFILE, [30, hard]) == (20, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])

usage = resource.getrusage(resource.RUSAGE_SELF)
print(type(usage), len(usage), usage.ru_maxrss > 100, usage.ru_utime == usage[0])
sum(range(1000000))
later = resource.getrusage(resource.RUSAGE_SELF)
print(type(later.ru_stime), later.ru_utime + later.ru_stime > usage.ru_utime + usage.ru_stime)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss == 0)
print(resource.getrusage(resource.RUSAGE_THREAD).ru_utime > 0)
print(resource.getpagesize() == os.sysconf('SC_PAGESIZE'), resource.error is OSError)
print(sorted(name for name in dir(resource) if name.startswith('R')), resource.RLIM_INFINITY)

for call in (lambda: resource.getrlimit(99),
             lambda: resource.getrlimit(-1),
             lambda: resource.getrlimit('x'),
             lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1, 2, 3)),
             lambda: resource.setrlimit(resource.RLIMIT_NOFILE, 5),
             lambda: resource.setrlimit(resource.RLIMIT_NOFILE, ('a', 'b')),
             lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (40, 30)),
             lambda: resource.prlimit(99999999, resource.RLIMIT_CPU),
             lambda: resource.getrusage(77)):
    try:
        print(call())
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, error)

# The children's is of the same type.
child = os.fork()
if child == 0:
    os._exit(3)
number, status, used = os.wait4(child, 0)
print(number == child, os.waitstatus_to_exitcode(status), type(used) is resource.struct_rusage)

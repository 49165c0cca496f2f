# imap gives results in order of the input, imap_unordered in order of their end.
import gevent
from gevent.pool import Pool, Group


def work(x, y=0):
    gevent.sleep(0.015 * (4 - x))
    return x + y


for pool in (Pool(4), Group()):
    print(list(pool.imap(work, range(4))))
    print(list(pool.imap_unordered(work, range(4))))
    print(list(pool.imap(work, range(3), [10, 20, 30])))
    print(sorted(pool.imap_unordered(work, range(3), [10, 20, 30])))
    iterator = pool.imap(work, [3, 2])
    print(next(iterator), next(iterator), next(iterator, "end"))
print(list(Pool(1).imap_unordered(work, range(4))))
print(sorted(Pool(2).imap_unordered(work, range(4), maxsize=1)))

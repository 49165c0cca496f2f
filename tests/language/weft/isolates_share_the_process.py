# weft only
# What belongs to the process is changed and read by isolates at the same time.
import grp
import os
import pwd
import time
from weft.isolates import Executor


def change(worker):
    os.environ['WEFT_TEST'] = ''
    before = len(os.environ)
    for i in range(300):
        os.environ[f'WEFT_TEST_{worker}_{i}'] = 'x' * i
        if i % 3:
            del os.environ[f'WEFT_TEST_{worker}_{i}']
        os.environ['WEFT_TEST'] = str(i)
        time.localtime()
    return len(os.environ) - before


def list_users(count):
    users = [entry.pw_name for entry in pwd.getpwall()]
    groups = [entry.gr_gid for entry in grp.getgrall()]
    return all([entry.pw_name for entry in pwd.getpwall()] == users and
               [entry.gr_gid for entry in grp.getgrall()] == groups for _ in range(count))


def of_parent(name):
    return os.environb.get(name)


if __name__ == '__main__':
    with Executor(4) as e:
        print(list(e.map(change, range(4))))
        print(list(e.map(list_users, [100] * 4)))
    # Each takes its copy at its beginning, as processes do.
    os.environ['WEFT_TEST_OF_PARENT'] = 'seen'
    with Executor(1) as e:
        print(e.submit(of_parent, b'WEFT_TEST_OF_PARENT').result())
    del os.environ['WEFT_TEST_OF_PARENT']
    with Executor(1) as e:
        print(e.submit(of_parent, b'WEFT_TEST_OF_PARENT').result())

# dump_tasks writes what everybody does, with stacks
# weft only
import sys
import weft


def inner():
    weft.sleep(100)


def outer():
    inner()


task = spawn(outer)
idle = spawn(outer)
weft.sleep(0)
late = spawn(outer)
weft.dump_tasks(sys.stdout)

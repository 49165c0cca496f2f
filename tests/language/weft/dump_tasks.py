# dump_tasks writes what everybody does, with stacks
# weft only
import io
import weft


def inner():
    weft.sleep(100)


def outer():
    inner()


task = spawn(outer)
idle = spawn(outer)
weft.sleep(0)
late = spawn(outer)
out = io.StringIO()
weft.dump_tasks(out)
print(out.getvalue().replace(__file__, "FILE"), end="")

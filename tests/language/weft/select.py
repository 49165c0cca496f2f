# select does the first operation that is possible
# weft only
import weft

a, b = weft.Channel(1), weft.Channel(1)
a.send(1)
b.send(2)
which, value = weft.select(b, a)
print(which is b, value)
which, value = weft.select(b, a)
print(which is a, value)
which, value = weft.select(a, (b, "sent"))
print(which is b, value, len(b))
print(weft.select(a, default="nothing"))
try:
    weft.select(a, (b, 1), timeout=0.001)
except TimeoutError as error:
    print(error)
print(len(a), len(b))
task = spawn(weft.select, a, (b, "late"))
weft.sleep(0)
print(b.receive(), b.receive())
which, value = task.result()
print(which is b, value)
task = spawn(weft.select, a, b)
weft.sleep(0)
a.send("woken")
which, value = task.result()
print(which is a, value)
for bad in (lambda: weft.select(), lambda: weft.select(1), lambda: weft.select((a, 1, 2))):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

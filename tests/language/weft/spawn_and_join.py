# spawn runs functions beside the caller, in the order they were spawned
# weft only
def work(name, count, *, step=1):
    for i in range(count):
        print(name, i * step)
        weft.sleep(0)
    return name.upper()


import weft

a = spawn(work, "a", 2)
b = spawn(work, "b", 3, step=10)
print("main first", a.done(), a.value)
print(a.join(), b.join())
print(a.value, b.value, a.result(), a.done())
print(spawn(len, "xyz").result())
for bad in [lambda: spawn(), lambda: spawn(1)]:
    try:
        bad()
    except TypeError as error:
        print(error)

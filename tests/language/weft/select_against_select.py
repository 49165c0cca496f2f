# two that select meet in one channel, once
# weft only
import weft

a, b = weft.Channel(), weft.Channel()
sender = spawn(weft.select, (a, "x"), (b, "x"))
weft.sleep(0)
which, value = weft.select(b, a)
print(which is b, value, sender.result()[0] is b)
print(weft.select(a, b, default=None))

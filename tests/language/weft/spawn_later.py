# spawn_later begins tasks in the order of their times
# weft only
import weft

weft.virtual_time()

order = []
tasks = [weft.spawn_later(seconds, order.append, seconds) for seconds in (0.03, 0.01, 0.02)]
tasks.append(weft.spawn_later(0, order.append, 0))
print(len(weft.all_tasks()))
joinall(tasks)
print(order, weft.all_tasks())
try:
    weft.spawn_later()
except TypeError as error:
    print(error)

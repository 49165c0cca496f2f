# tasks that wait for the end of one another
# weft only
import weft

tasks = []


def work(i):
    weft.sleep(0)
    tasks[1 - i].join()


tasks += [spawn(work, 0), spawn(work, 1)]
joinall(tasks)

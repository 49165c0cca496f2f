# Thousands of parked greenlets keep their values.
from greenlet import greenlet, getcurrent

main = getcurrent()


def body(number):
    total = number
    while True:
        total += main.switch(total)


workers = [greenlet(body) for _ in range(3000)]
for number, worker in enumerate(workers):
    worker.switch(number)
for step in range(3):
    for worker in workers:
        worker.switch(step)
print(sum(worker.switch(0) for worker in workers))
chain = None


def link(n):
    return n if n == 0 else greenlet(link).switch(n - 1) + 1


print(greenlet(link).switch(100))

# A producer and a consumer hand each other values.
from greenlet import greenlet


def produce():
    for item in ["spam", "eggs", "ham"]:
        print("produced", item)
        answer = consumer.switch(item)
        print("answer", answer)
    consumer.switch(None)


def consume(item):
    while item is not None:
        print("consumed", item)
        item = producer.switch(item.upper())
    print("consumer ends")


producer = greenlet(produce)
consumer = greenlet(consume)
producer.switch()
print(producer.dead, consumer.dead)

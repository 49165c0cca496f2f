# values come in the order they were sent, and those who wait get theirs in the order they came
# weft only
import weft

channel = weft.Channel()
got = []


def consumer(name):
    got.append((name, channel.receive()))


tasks = [spawn(consumer, name) for name in "abc"]
weft.sleep(0)
for i in range(3):
    channel.send(i)
joinall(tasks)
print(got)
senders = [spawn(channel.send, i) for i in range(3)]
weft.sleep(0)
print([channel.receive() for _ in range(3)])

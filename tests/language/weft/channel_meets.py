# with a capacity of 0 sender and receiver meet
# weft only
import weft

channel = weft.Channel()
print(channel.capacity, len(channel), bool(channel), channel.closed)


def producer():
    for i in range(3):
        print("send", i)
        channel.send(i)
        print("sent", i)


task = spawn(producer)
weft.sleep(0)
for _ in range(3):
    print("got", channel.receive())
task.join()

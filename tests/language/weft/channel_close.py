# closing ends iterations and waits; what is held can still be received
# weft only
import weft

channel = weft.Channel(3)
channel.send("held")
channel.close()
channel.close()
print(channel.receive(), channel.closed)


def outcome(function, *args):
    try:
        return function(*args)
    except weft.ChannelClosed as error:
        return f"closed: {error}"


print(outcome(channel.receive), outcome(channel.send, 1))
print(list(channel))
waiting = weft.Channel()
tasks = [
    spawn(outcome, waiting.receive),
    spawn(list, waiting),
    spawn(outcome, weft.select, waiting),
]
weft.sleep(0)
waiting.close()
print([task.result() for task in tasks])
sending = weft.Channel()
tasks = [spawn(outcome, sending.send, 1), spawn(outcome, weft.select, (sending, 2))]
weft.sleep(0)
sending.close()
print([task.result() for task in tasks])

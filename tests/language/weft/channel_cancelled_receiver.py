# a value handed to a receiver that is cancelled at once goes to the next one
# weft only
import weft

channel = weft.Channel(1)
first, second = spawn(channel.receive), spawn(channel.receive)
weft.sleep(0)
channel.send("value")
first.cancel()
print(second.result(), first.cancelled())
third = spawn(weft.select, channel)
weft.sleep(0)
channel.send("again")
third.cancel()
print(third.join(), len(channel), channel.receive())

# everybody waits for a channel that nobody sends on; DeadlockError can be caught
# weft only
import weft

channel = weft.Channel()
task = spawn(channel.receive)
try:
    task.join()
except weft.DeadlockError as error:
    print(error)
channel.send("now")
print(task.value)

# send and receive wait for so long; nothing is lost when they give up
# weft only
import weft

channel = weft.Channel()
for wait in (lambda: channel.receive(0.001), lambda: channel.send(1, timeout=0.001)):
    try:
        wait()
    except TimeoutError as error:
        print(error)
task = spawn(channel.receive)
weft.sleep(0)
channel.send("kept")
print(task.result())

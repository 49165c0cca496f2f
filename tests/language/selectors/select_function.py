# select.select() tells which files are ready, and waits for the first.
import select
import socket
import threading

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

a, b = socket.socketpair()
print(select.select([a], [], [], 0), select.select([], [], [], 0))
b.send(b'x')
readable, writable, urgent = select.select([a, b], [a], [])
print(readable == [a], writable == [a], urgent)
print(select.select([a.fileno()], [], [])[0] == [a.fileno()])
a.recv(1)
sender = threading.Thread(target=b.send, args=(b'y',))
sender.start()
print(select.select([a], [], [], 10)[0] == [a], a.recv(1))
sender.join()
print(select.select([a], [], [], 0.01))
b.close()
print(select.select([a], [], [])[0] == [a], a.recv(1))
show(select.select, ['a'], [], [], 0)
show(select.select, [-1], [], [], 0)
show(select.select, 1, 2, 3, 0)
show(select.select, [], [], [], -1)
show(select.select, [], [], [], 'x')
print(select.error is OSError)

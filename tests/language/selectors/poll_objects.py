# poll objects: registering, changing, what is told.
import select
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

a, b = socket.socketpair()
poll = select.poll()
poll.register(a, select.POLLIN)
print(poll.poll(0), poll.poll(1))
b.send(b'x')
print(poll.poll() == [(a.fileno(), select.POLLIN)])
poll.modify(a, select.POLLIN | select.POLLOUT)
print(poll.poll() == [(a.fileno(), select.POLLIN | select.POLLOUT)])
a.recv(1)
print(poll.poll(5) == [(a.fileno(), select.POLLOUT)])
poll.unregister(a)
print(poll.poll(0))
show(poll.register, 'a')
show(poll.register, -1)
show(poll.unregister, 5000)
show(poll.modify, 5000, 1)
show(poll.poll, 'x')
poll.register(a)
b.close()
events = poll.poll()[0][1]
print(bool(events & select.POLLHUP), bool(events & select.POLLIN))

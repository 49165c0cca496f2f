# epoll objects: levels and edges, closing, errors.
import select
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

a, b = socket.socketpair()
epoll = select.epoll()
print(epoll.closed, epoll.fileno() > 0)
epoll.register(a, select.EPOLLIN)
print(epoll.poll(0), epoll.poll(0.01))
b.send(b'x')
print(epoll.poll() == [(a.fileno(), select.EPOLLIN)], len(epoll.poll()))
epoll.modify(a, select.EPOLLIN | select.EPOLLET)
print(len(epoll.poll(0)), len(epoll.poll(0)))
b.send(b'y')
print(len(epoll.poll(10)), len(epoll.poll(0)))
epoll.unregister(a)
b.send(b'z')
print(epoll.poll(0))
show(epoll.unregister, a)
show(epoll.poll, 0, 0)
show(epoll.poll, 'x')
with epoll:
    pass
print(epoll.closed)
show(epoll.poll)
show(epoll.fileno)
show(select.epoll, -5)
show(select.epoll, 1, -1)

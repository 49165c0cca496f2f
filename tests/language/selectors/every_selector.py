# The selectors of module selectors behave alike.
import selectors
import socket

def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error.args)

a, b = socket.socketpair()
for kind in (selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector,
             selectors.EpollSelector):
    print(kind.__name__)
    selector = kind()
    show(selector.register, a, 0)
    show(selector.register, a, 8)
    show(selector.register, 'x', 1)
    key = selector.register(a, selectors.EVENT_READ, 'data')
    print(key.data, key.events, key.fd == a.fileno(), key.fileobj is a)
    try:
        selector.register(a, selectors.EVENT_READ)
    except KeyError as error:
        print('already registered' in str(error))
    show(selector.unregister, 555)
    show(selector.modify, 777, 1)
    show(selector.get_key, 999)
    print(len(selector.get_map()), a in selector.get_map(), list(selector.get_map()) == [a.fileno()])
    print(selector.select(0), selector.select(-1))
    b.send(b'x')
    print([(key.data, events) for key, events in selector.select(1)])
    selector.modify(a, selectors.EVENT_READ | selectors.EVENT_WRITE, 'both')
    print([(key.data, events) for key, events in selector.select()])
    a.recv(1)
    print([(key.data, events) for key, events in selector.select(1)])
    print(selector.unregister(a).data, len(selector.get_map()))
    selector.close()
    print(selector.get_map())
    show(selector.get_key, a)
with selectors.DefaultSelector() as selector:
    print(selector.select(0.001))

# Pipes and connections.
import multiprocessing as mp
from multiprocessing.connection import wait, Client, Listener
def child(c): c.send([c.recv(), 'back']); c.close()
a, b = mp.Pipe(); p = mp.Process(target=child, args=(b,)); p.start(); b.close(); a.send({'x': 1}); print(a.recv()); p.join()
try: a.recv()
except EOFError: print('EOF')
a.close(); print(a.closed)
r, w = mp.Pipe(False); print(r.readable, r.writable, w.readable, w.writable, r.poll())
for call in (lambda: r.send(1), w.recv, a.recv, lambda: a.send(1)):
    try: call()
    except OSError as error: print(error)
w.send_bytes(b'abcdef', 2, 3); print(r.poll(10), r.recv_bytes()); w.send_bytes(b'xyz'); buffer = bytearray(5); print(r.recv_bytes_into(buffer, 1), buffer)
w.send_bytes(b'long message')
try: r.recv_bytes(3)
except OSError as error: print(error)
r, w = mp.Pipe(False); r2, w2 = mp.Pipe(False); print(wait([r, r2], 0.001)); w2.send(1); print(wait([r, r2]) == [r2])
for call in (lambda: w.send_bytes(b'a', -1), lambda: w.send_bytes(b'a', 2), lambda: w.send_bytes(b'a', 0, 5)):
    try: call()
    except ValueError as error: print(error)
p = mp.Process(target=print, args=('',)); p.start(); print(wait([p.sentinel], 30) == [p.sentinel]); p.join()
with mp.Pipe()[0] as c: print(c.fileno() > 2)

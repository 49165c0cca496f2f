# Buffers beside the pickle (protocol 5).
import pickle
data = bytearray(b'abc')
buffers = []
p = pickle.dumps([pickle.PickleBuffer(data), pickle.PickleBuffer(b'ro')], 5, buffer_callback=buffers.append)
print(p, len(buffers), bytes(buffers[0].raw()))
back = pickle.loads(p, buffers=[b.raw().obj for b in buffers])
print(back[0] is data, bytes(back[1]))
print(pickle.loads(pickle.dumps(pickle.PickleBuffer(data), 5)))
for call in (lambda: pickle.loads(p), lambda: pickle.loads(p, buffers=[]), lambda: pickle.dumps(pickle.PickleBuffer(data), 4),
             lambda: pickle.dumps(1, 4, buffer_callback=print), lambda: pickle.PickleBuffer('x')):
    try: call()
    except Exception as error: print(type(error).__name__, error)

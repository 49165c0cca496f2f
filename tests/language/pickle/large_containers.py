# heavy
# Batches of a thousand, frames of 64 KiB.
import pickle
for count in (999, 1000, 1001, 2500):
    for make in (list, tuple, set, dict.fromkeys):
        value = make(range(count))
        data = pickle.dumps(value)
        print(count, len(data), pickle.loads(data) == value)
value = ['x' * 70000, b'y' * 70000, list(range(40000))]
for protocol in range(2, 6):
    data = pickle.dumps(value, protocol)
    print(protocol, len(data), pickle.loads(data) == value)

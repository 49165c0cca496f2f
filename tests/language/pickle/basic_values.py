# Built-in values survive, byte for byte as elsewhere.
import pickle
values = [None, True, False, 0, 1, -1, 255, 256, 65535, 65536, -2**31, 2**31, 2**63, -2**63, 2**70, -2**70,
          1.5, -0.0, 1e300, float('inf'), '', 'a', 'é', '\ud800', 'x' * 300, b'', b'ab', b'z' * 300,
          (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, 'a': 'b'},
          set(), {1}, frozenset(), frozenset([1]), bytearray(b'q'), 1j, ..., NotImplemented, range(3), slice(1, 2)]
for value in values:
    for protocol in range(2, 6):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        assert back == value and type(back) is type(value), (value, protocol)
        if len(data) < 60:
            print(protocol, data)

# Damaged pickles raise.
import pickle
for data in [b'', b'\x80\x04', b'N', b'\x80\x09N.', b'zz', b'.', b'e.', b'\x80\x04K', b'h\x05.', b'csys\nnope\n.',
             b'cnosuch\nx\n.', b'\x80\x04\x95\x05\0\0\0\0\0\0\0N.', b'K\x01a.', b')K\x01R.', b'Pxx\n.', b'0.', b'(.',
             b'\x85.', b'}u.', b'I12x\n.', b'Sabc\n.', b'\x8c\x03ab', b'\xff.', b'\x00', b"'"]:
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, str(error).split(' (')[0])
good = pickle.dumps([1, 'two', {3: (4.0, None)}, {5}, b'six', 2**80])
count = 0
for cut in range(len(good)):
    try: pickle.loads(good[:cut])
    except (EOFError, pickle.UnpicklingError): count += 1
print(count == len(good))

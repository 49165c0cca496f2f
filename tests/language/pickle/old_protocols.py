# Pickles of protocols 0, 1 and 2 can be read.
import pickle
for data in [b'(lp0\nI1\naV\xe9\np1\naI01\naI00\naL12345678901234567890L\naF1.5\naNa.',
             b']q\x00(K\x01X\x02\x00\x00\x00\xc3\xa9q\x01J\xff\xff\xff\xffL99999999999L\nG?\xf8\0\0\0\0\0\0e.',
             b"S'ab\\x41\\n'\n.", b'U\x03abc.', b'T\x03\0\0\0abc.', b'(dp0\nI1\nI2\ns.', b'(I1\nI2\nt.', b'(I1\nI2\nl.',
             b'c__builtin__\nset\n(lI1\natR.', b'c__builtin__\nxrange\n(I0\nI3\nI1\ntR.', b'V\\u20ac\n.',
             b'cexceptions\nValueError\n(S\'x\'\ntR.', b'ccopy_reg\n_reconstructor\n(c__builtin__\nobject\nc__builtin__\nobject\nNtR.',
             b'(i__builtin__\nlist\n.', b'(c__builtin__\ntuple\no.', b'I5\n2\x86.', b'(I1\n(I2\n1I3\nt.']:
    value = pickle.loads(data)
    print(type(value).__name__, value if type(value) is not object else '')
print(pickle.loads(b'U\x01\xe9.', encoding='latin1'), pickle.loads(b'U\x01\xe9.', encoding='bytes'))
class Old: pass
class Base: pass
print(pickle.loads(b'ccopy_reg\n_reconstructor\np0\n(c__main__\nOld\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nVx\np6\nI1\nsb.').x)

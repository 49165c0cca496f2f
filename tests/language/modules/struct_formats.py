# Module struct: formats, alignment, ranges, errors
import struct
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
for f in ['<bBhHiIlLqQ','>bBhHiIlLqQ','=bBhHiIlLqQ','@bBhHiIlLqQnN','!bBhHiIlLqQ']:
    n=len(f)-1; t(struct.calcsize,f); t(struct.pack,f,*range(1,n+1)); t(struct.unpack,f,struct.pack(f,*range(1,n+1)))
t(struct.pack,'<4s','abc'); t(struct.pack,'<4s',b'abcdef'); t(struct.pack,'<4s',b'ab'); t(struct.pack,'5p',b'abcdefgh'); t(struct.pack,'5p',b'a'); t(struct.unpack,'5p',b'\x03abcd'); t(struct.unpack,'4s',b'abcd'); t(struct.pack,'c',b'a'); t(struct.pack,'c',b'ab'); t(struct.pack,'c','a'); t(struct.pack,'??',1,0); t(struct.unpack,'??',b'\x02\x00'); t(struct.pack,'<efd',1.5,2.5,3.5); t(struct.unpack,'<efd',struct.pack('<efd',1.5,-2.5,3.5)); t(struct.pack,'e',1e6); t(struct.pack,'f',1e40); t(struct.pack,'f','x'); t(struct.pack,'d',3)
t(struct.pack,'i'); t(struct.pack,'i',1,2); t(struct.pack,'i','a'); t(struct.pack,'i',1.5); t(struct.pack,'b',128); t(struct.pack,'B',256); t(struct.pack,'B',-1); t(struct.pack,'<h',40000); t(struct.pack,'h',40000); t(struct.pack,'H',-1); t(struct.pack,'<H',-1); t(struct.pack,'<i',2**31); t(struct.pack,'i',2**31); t(struct.pack,'<I',2**32); t(struct.pack,'I',2**32); t(struct.pack,'q',2**63); t(struct.pack,'<q',2**63); t(struct.pack,'<Q',2**64); t(struct.pack,'<Q',-1); t(struct.pack,'Q',2**64); t(struct.pack,'<b',200); t(struct.pack,'l',2**63)
t(struct.unpack,'i',b'abc'); t(struct.unpack,'i','abc'); t(struct.calcsize,'z'); t(struct.calcsize,'3'); t(struct.calcsize,'<n'); t(struct.calcsize,'2i 3h'); t(struct.calcsize,'bi'); t(struct.calcsize,'ib'); t(struct.calcsize,'bq'); t(struct.calcsize,'b0q'); t(struct.pack,'bxi',1,2); t(struct.pack,'b3xi',1,2); t(struct.calcsize,b'i'); t(struct.calcsize,3); t(struct.calcsize,'')
b=bytearray(8); t(struct.pack_into,'<hh',b,2,1,2); print(b); t(struct.unpack_from,'<hh',b,2); t(struct.unpack_from,'<i',b,6); t(struct.unpack_from,'<i',b,-4); t(struct.unpack_from,'<i',b,-9); t(struct.pack_into,'<i',b,6,1); t(struct.pack_into,'<i',b,-9,1); t(struct.pack_into,'<i',b'abcdefgh',0,1); t(struct.pack_into,'<i',b)
print(list(struct.iter_unpack('<hb',b'\x01\x00\x02\x03\x00\x04'))); t(struct.iter_unpack,'<h',b'abc'); t(struct.iter_unpack,'',b'abc')
s=struct.Struct('<ih'); print(s.format, s.size, s.pack(1,2), s.unpack(b'\x01\0\0\0\2\0'), s.unpack_from(b'x\x01\0\0\0\2\0',1), list(s.iter_unpack(b'\x01\0\0\0\2\0'*2))); t(s.pack,1); t(s.unpack,b'a'); s.pack_into(bytearray(6),0,1,2); t(struct.Struct,'z'); print(struct.error, struct.error.__module__, issubclass(struct.error,Exception))
class I:
    def __index__(self): return 7
t(struct.pack,'i',I()); t(struct.pack,'P',5); t(struct.unpack,'>3H',b'\0\1\0\2\0\3'); t(struct.pack,'0s',b'abc'); t(struct.pack,'s',b''); t(struct.unpack,'<e',b'\x00\x7c'); t(struct.pack,'<d',float('nan')); t(struct.pack,'>f',0.1)

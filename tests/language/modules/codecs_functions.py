# codecs: lookup, functions, incremental and stream forms, own encodings, other character sets
# args: {tmp}
import codecs, io, os, sys
for name in ['utf8', 'UTF-8', 'latin1', 'ascii', 'utf-16', 'utf_16_le', 'cp1252', 'gbk', 'koi8-r', 'iso8859-2', 'shift_jis', 'rot13', 'hex']:
    print(name, codecs.lookup(name).name)
print(codecs.encode('abc', 'rot13'), codecs.decode(b'616263', 'hex'), codecs.encode(b'abc', 'base64'), codecs.decode(codecs.encode(b'x' * 50, 'zlib'), 'zlib') == b'x' * 50)
print('\u4f60\u597d'.encode('gbk'), b'\xc4\xe3\xba\xc3'.decode('gb2312'), '\u043f\u0440\u0438'.encode('koi8-r'), b'\xa1\xbf'.decode('iso8859-2') == '\u0104\u017c', '\u3053'.encode('shift_jis'), b'\xc4\xe3\xba'.decode('gbk', 'ignore'))
def attempt(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: b'\xff\xff'.decode('gbk')); attempt(lambda: '\u20ac'.encode('iso8859-2')); attempt(lambda: '\u20ac x'.encode('koi8-r', 'replace')); attempt(lambda: '\u20ac'.encode('koi8-r', 'xmlcharrefreplace'))
attempt(lambda: codecs.lookup('no-such')); attempt(lambda: 'x'.encode('no-such')); attempt(lambda: 'x'.encode('hex')); attempt(lambda: b'x'.decode('rot13')); attempt(lambda: codecs.lookup_error('nope'))
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([b])) for b in '\u00e9\u4f60\U0001f600a'.encode()], repr(d.decode(b'', True)))
d = codecs.getincrementaldecoder('utf-16')()
print([d.decode(bytes([b])) for b in 'a\U0001f600'.encode('utf-16')])
d = codecs.getincrementaldecoder('gbk')()
print([d.decode(bytes([b])) for b in 'a\u4f60\u597d'.encode('gbk')])
e = codecs.getincrementalencoder('utf-16')(); print(e.encode('a'), e.encode('b'))
e = codecs.getincrementalencoder('utf-8-sig')(); print(e.encode('a'), e.encode('b'))
attempt(lambda: codecs.getincrementaldecoder('utf-8')().decode(b'\xe4', True)); attempt(lambda: codecs.getincrementaldecoder('utf-8')('replace').decode(b'\xff'))
print(list(codecs.iterdecode([b'\xc3', b'\xa9x'], 'utf-8')), list(codecs.iterencode(['a', '\u00e9'], 'latin-1')))
name = os.path.join(sys.argv[1], 'f')
with codecs.open(name, 'w', 'utf-16') as f:
    f.write('one\n'); f.write('zw\u00f6lf\n')
with codecs.open(name, encoding='utf-16') as f:
    print(f.readline(), f.read(), f.read())
with codecs.open(name, 'r', 'utf-16') as f:
    print(list(f))
w = codecs.getwriter('utf-8')(io.BytesIO()); w.write('\u00e9'); print(w.getvalue())
r = codecs.getreader('latin-1')(io.BytesIO(b'\xe9\nb')); print(r.readline(), r.read())
def search(name):
    if name == 'upper_case':
        return codecs.CodecInfo(lambda s, e='strict': (s.upper().encode(), len(s)), lambda b, e='strict': (bytes(b).decode().lower(), len(b)), name='upper-case')
codecs.register(search)
print('abc'.encode('upper-case'), b'ABC'.decode('upper_case'), str(b'X', 'upper-case'))
codecs.unregister(search)
attempt(lambda: 'abc'.encode('upper-case'))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.utf_8_decode(b'\xc3\xa9\xc3'), codecs.latin_1_encode('\u00e9'), codecs.escape_decode(rb'a\n\x41'), codecs.ascii_decode(b'a'))
x = codecs.EncodedFile(io.BytesIO(b'\xc3\xa9'), 'latin-1', 'utf-8'); print(x.read())
for h, err in [('ignore', UnicodeDecodeError('x', b'abc', 1, 2, 'r')), ('replace', UnicodeEncodeError('x', 'abc', 0, 2, 'r')), ('backslashreplace', UnicodeEncodeError('x', '\xe9\u20ac', 0, 2, 'r')), ('xmlcharrefreplace', UnicodeEncodeError('x', '\u20ac', 0, 1, 'r'))]:
    print(h, codecs.lookup_error(h)(err))

# Lone surrogates live in strings but cannot be encoded strictly.
s = 'a\ud800b\udfffc'
print(len(s), ascii(s), s[1] == '\ud800', s.find('\udfff'), ascii(s[::-1]), ascii(s.upper()),
    s == 'a\ud800b\udfffc', hash(s) == hash('a\ud800' + 'b\udfffc'))
print('\ud83d\ude00' == '😀', len('\ud83d\ude00'), len('\ud83d' + '\ude00'), ('\ud83d' + '\ude00') == '😀')
for enc in 'utf-8', 'utf-16', 'utf-32', 'ascii', 'latin-1':
    try: s.encode(enc)
    except UnicodeEncodeError as e: print(e, e.start, e.end, e.encoding, ascii(e.object), e.reason)
print(s.encode('utf-8', 'replace'), s.encode('utf-8', 'ignore'), s.encode('utf-8', 'backslashreplace'),
    s.encode('utf-8', 'surrogatepass'), s.encode('ascii', 'xmlcharrefreplace'))
print(ascii(b'a\xed\xa0\x80b'.decode('utf-8', 'surrogatepass')),
    ascii(b'\xff\x80a'.decode('utf-8', 'surrogateescape')),
    '\udcff\udc80a'.encode('utf-8', 'surrogateescape'))
try: '\udc7f'.encode('utf-8', 'surrogateescape')
except UnicodeEncodeError as e: print(e)
print(repr(chr(0xD800)), ascii(chr(0xDFFF)), ord('\ud800'), '\ud800'.isprintable(), '\ud800'.isalpha(),
    '\ud800' < '\ue000' < '😀')
import sys
try: print(s)
except UnicodeEncodeError as e: print('print fails:', e.reason)

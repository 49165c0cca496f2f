# Spelling of encoding names is forgiving.
for n in ('utf-8', 'UTF-8', 'utf8', 'UTF_8', 'Utf 8', 'u8', 'utf', 'utf-8-sig', 'ascii', 'ASCII',
        'us-ascii', '646', 'latin-1', 'latin1', 'L1', 'iso-8859-1', 'iso8859-1', 'ISO_8859_1', '8859',
        'cp819', 'utf-16', 'UTF16', 'u16', 'utf-16-le', 'UTF-16LE', 'utf_16_be', 'utf-32', 'utf-32-le',
        'UTF-32BE', 'utf--8', ' utf-8', 'utf-9', 'utf-8 '):
    try: print(n, 'é'.encode(n, 'replace'))
    except LookupError as e: print(n, '->', e)
import sys
print(sys.getdefaultencoding(), 'é'.encode() == 'é'.encode('utf-8'), b'\xc3\xa9'.decode() == 'é')
print('\ufeffa'.encode('utf-8'), b'\xef\xbb\xbfa'.decode('utf-8') == '\ufeffa',
    b'\xef\xbb\xbfa'.decode('utf-8-sig'), 'a'.encode('utf-8-sig'))

# Base64, run lengths, CRC32, hex dumps, varints and bit fields by hand.
A = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
def b64(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), 'big')
        out.append(''.join(A[n >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1].ljust(4, '='))
    return ''.join(out)
def unb64(s):
    n = s.rstrip('=')
    bits = ''.join(f'{A.index(c):06b}' for c in n)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits) // 8 * 8, 8))
for d in (b'', b'f', b'fo', b'foo', b'foobar', bytes(range(250, 256)), 'é日'.encode()): print(d, b64(d),
        unb64(b64(d)) == d)
table = []
for n in range(256):
    for _ in range(8): n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
    table.append(n)
def crc(data):
    c = 0xFFFFFFFF
    for b in data: c = table[(c ^ b) & 255] ^ c >> 8
    return c ^ 0xFFFFFFFF
print(hex(crc(b'123456789')), crc(b''), hex(crc(b'a' * 10000)))
def rle(s):
    out = []
    for c in s:
        if out and out[-1][0] == c: out[-1][1] += 1
        else: out.append([c, 1])
    return ''.join(f'{n if n > 1 else ""}{c}' for c, n in out)
def unrle(s):
    out, n = '', ''
    for c in s:
        if c.isdigit(): n += c
        else: out += c * int(n or 1); n = ''
    return out
print(rle('WWWWaaadexxxxxx'), unrle(rle('WWWWaaadexxxxxx')), rle(''), rle('a' * 120))
def dump(data, width=8):
    for i in range(0, len(data), width):
        row = data[i:i + width]
        yield f'{i:04x}  {row.hex(" "):<{width * 3}} {"".join(chr(b) if 32 <= b < 127 else "." for b in row)}'
print(*dump(b'Hello, world!\n\x00\xff\x7f~'), sep='\n')
def varint(n):
    out = bytearray()
    while True:
        out.append(n & 127 | (128 if n > 127 else 0))
        n >>= 7
        if not n: return bytes(out)
def unvarint(b):
    n = 0
    for i, x in enumerate(b): n |= (x & 127) << 7 * i
    return n
print([(varint(n).hex(), unvarint(varint(n)) == n) for n in (0, 1, 127, 128, 300, 2 ** 32, 2 ** 63,
    10 ** 30)])
class Bits:
    def __init__(self, **fields): self.fields = fields
    def pack(self, **v):
        n = 0
        for name, width in self.fields.items():
            if v[name] >> width: raise OverflowError(f'{name} needs more than {width} bits')
            n = n << width | v[name]
        return n
    def unpack(self, n):
        out = {}
        for name, width in reversed(self.fields.items()): out[name] = n & (1 << width) - 1; n >>= width
        return dict(reversed(out.items()))
date = Bits(year=12, month=4, day=5)
n = date.pack(year=2024, month=2, day=29); print(n, bin(n), date.unpack(n))
try: date.pack(year=5000, month=1, day=1)
except OverflowError as e: print(e)
def gray(n): return n ^ n >> 1
print([f'{gray(i):04b}' for i in range(16)], sum(bin(i).count('1') for i in range(1024)),
    [int(f'{i:08b}'[::-1], 2) for i in (1, 3, 200)])

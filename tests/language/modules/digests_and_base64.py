# Modules hashlib, hmac, binascii, base64, secrets: digests, text forms of bytes, errors
import base64
import binascii
import hashlib
import hmac
import secrets


def attempt(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


for name in sorted(hashlib.algorithms_guaranteed):
    made = hashlib.new(name, b'abc')
    made.update(b'def')
    length = (16,) if name.startswith('shake') else ()
    print(name, made.name, made.digest_size, made.block_size, made.hexdigest(*length), getattr(hashlib, name)(b'abcdef').digest(*length) == made.digest(*length))
first = hashlib.sha256(b'a')
second = first.copy()
second.update(b'b')
print(first.hexdigest() == hashlib.sha256(b'a').hexdigest(), second.hexdigest() == hashlib.sha256(b'ab').hexdigest())
attempt(hashlib.sha256, 'text')
attempt(hashlib.sha256, 3)
attempt(hashlib.new, 'nope')
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 10).hex(), hashlib.md5().hexdigest())
h = hmac.new(b'key', b'message', 'sha256')
print(h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().digest() == h.digest(), hmac.digest(b'k' * 100, b'm', 'sha1').hex(), hmac.new(b'k', digestmod=hashlib.md5).hexdigest())
print(hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'), hmac.compare_digest(b'a', b'ab'))
attempt(hmac.new, 'key', b'', 'md5')
attempt(hmac.new, b'key')
attempt(hmac.compare_digest, 'é', 'é')
attempt(hmac.compare_digest, 'a', b'a')
print(binascii.hexlify(b'\x00\xffab'), binascii.hexlify(b'abcd', '-', 2), binascii.unhexlify('00fF'), binascii.b2a_base64(b'ab'), binascii.a2b_base64('YWI='), binascii.crc32(b'abc'), binascii.crc32(b'c', binascii.crc32(b'ab')), binascii.crc_hqx(b'abc', 0))
attempt(binascii.unhexlify, 'abc')
attempt(binascii.unhexlify, 'zz')
attempt(binascii.unhexlify, 'é')
attempt(binascii.a2b_base64, 'YWI')
attempt(binascii.a2b_base64, 'Y')
attempt(binascii.a2b_base64, 'YW I=\n!')
attempt(binascii.a2b_base64, 'YW!I=', strict_mode=True)
attempt(binascii.a2b_base64, 3)
for size in range(7):
    data = bytes(range(250, 250 + size)) if size < 6 else bytes(range(60))
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data), base64.encodebytes(data))
    print(base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data,
          base64.b32decode(base64.b32encode(data)) == data, base64.b16decode(base64.b16encode(data)) == data, base64.decodebytes(base64.encodebytes(data)) == data)
attempt(base64.b32decode, 'a')
attempt(base64.b32decode, 'aaaaaaaa')
attempt(base64.b32decode, 'mfrgg===', True)
attempt(base64.b16decode, 'ab')
attempt(base64.b64decode, 'YWJj', validate=True)
attempt(base64.b64decode, b'-_8=', altchars=b'-_')
print(len(secrets.token_bytes()), len(secrets.token_hex(5)), len(secrets.token_urlsafe(9)), 0 <= secrets.randbelow(5) < 5, secrets.choice([1]), binascii.Error.__mro__[1], binascii.Error)

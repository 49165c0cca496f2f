# uuid: forms, fields, named and random identifiers, errors
import uuid
u = uuid.UUID('12345678-1234-5678-9234-567812345678')
print(u, repr(u), u.hex, u.int, u.urn, u.bytes, u.bytes_le, u.fields, u.variant, u.version, u.time, u.clock_seq, u.node)
for text in ['{12345678-1234-5678-1234-567812345678}', '12345678123456781234567812345678', 'urn:uuid:12345678-1234-5678-1234-567812345678']:
    print(uuid.UUID(text), uuid.UUID(text).variant)
print(uuid.UUID(bytes=b'\x12\x34\x56\x78' * 4), uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=5), int(uuid.UUID(int=5)))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'http://x/'))
a, b = uuid.uuid4(), uuid.uuid4()
print(a != b, a.version, a.variant, uuid.uuid1().version, uuid.uuid1() != uuid.uuid1(), uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq)
print(uuid.UUID(int=1) < uuid.UUID(int=2), sorted([uuid.UUID(int=3), uuid.UUID(int=1)]), len({u, uuid.UUID(str(u))}), hash(u) == hash(u.int))
for make in [lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b'1'), lambda: uuid.UUID(int=1 << 128), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(fields=(1,)), lambda: uuid.UUID(fields=(-1, 0, 0, 0, 0, 0)),
             lambda: uuid.UUID(fields=(0, 1 << 16, 0, 0, 0, 0)), lambda: uuid.UUID(int=0, version=9), lambda: setattr(u, 'int', 3), lambda: u < 1]:
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
print(uuid.UUID(int=0, version=4), u.is_safe, u == 'x')

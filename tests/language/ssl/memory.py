# SSLObject: a client and a server over buffers in memory.
import ssl

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain('_certificate.pem')
context = ssl.create_default_context(cafile='_certificate.pem')
to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
client = context.wrap_bio(to_client, to_server, server_hostname='localhost')
server = server_context.wrap_bio(to_server, to_client, server_side=True)
try:
    client.do_handshake()
except ssl.SSLWantReadError as error:
    print(error.errno == ssl.SSL_ERROR_WANT_READ, to_server.pending > 0, to_client.pending)
try:
    client.getpeercert()
except ValueError as error:
    print(error)
waiting = [client, server]
while waiting:
    for end in list(waiting):
        try:
            end.do_handshake()
            waiting.remove(end)
        except ssl.SSLWantReadError:
            pass
print(client.version() == server.version(), client.cipher() == server.cipher())
print(client.write(b'hello'), server.read(100), server.write(b'back'), client.read(2), client.pending())
print(client.read(100))
try:
    client.read(1)
except ssl.SSLWantReadError:
    print('nothing there')
try:
    client.unwrap()
except ssl.SSLWantReadError:
    print('half closed')
try:
    server.read(1)
except ssl.SSLZeroReturnError as error:
    print(error.errno == ssl.SSL_ERROR_ZERO_RETURN)
bio = ssl.MemoryBIO()
print(bio.write(b'abc'), bio.pending, bio.read(2), bio.eof)
bio.write_eof()
print(bio.eof, bio.read(), bio.eof, bio.read())

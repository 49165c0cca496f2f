# Encrypted connections: handshake, data both ways, what can be asked, what is refused.
import socket
import ssl
import threading

server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server_context.load_cert_chain('_certificate.pem')
server_context.set_alpn_protocols(['h2', 'http/1.1'])
listener = socket.create_server(('127.0.0.1', 0))
errors = []


def serve():
    for _ in range(4):
        connection, _ = listener.accept()
        try:
            with server_context.wrap_socket(connection, server_side=True) as wrapped:
                while data := wrapped.recv(65536):
                    wrapped.sendall(data)
        except OSError as error:
            errors.append(type(error).__name__)


server = threading.Thread(target=serve)
server.start()
context = ssl.create_default_context(cafile='_certificate.pem')
print(context.verify_mode, context.check_hostname, repr(context.minimum_version))
context.set_alpn_protocols(['http/1.1'])
with socket.create_connection(listener.getsockname()) as plain:
    with context.wrap_socket(plain, server_hostname='localhost') as wrapped:
        print(wrapped.version(), wrapped.cipher()[1], wrapped.selected_alpn_protocol())
        wrapped.sendall(b'hello')
        print(wrapped.recv(100), wrapped.server_side, wrapped.server_hostname)
        certificate = wrapped.getpeercert()
        print(certificate['subject'], certificate['subjectAltName'], certificate['version'])
        print(len(wrapped.getpeercert(True)) > 100, plain.fileno())
        sender = threading.Thread(target=wrapped.sendall, args=(bytes(500000),))
        sender.start()
        count = 0
        while count < 500000:
            count += len(wrapped.recv(65536))
        sender.join()
        print(count)
        wrapped.settimeout(0.01)
        try:
            wrapped.recv(1)
        except TimeoutError:
            print('timed out')
for host, trusting in (('wrong.example', context), ('localhost', ssl.create_default_context())):
    try:
        with socket.create_connection(listener.getsockname()) as plain:
            trusting.wrap_socket(plain, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        print(error.reason, error.verify_code, error.verify_message, isinstance(error, OSError))
unverified = ssl._create_unverified_context()
with unverified.wrap_socket(socket.create_connection(listener.getsockname())) as wrapped:
    print(wrapped.getpeercert())
    with wrapped.makefile('rwb') as file:
        file.write(b'through a file\n')
        file.flush()
        print(file.readline())
server.join()
print(len(errors))
for bad in ({}, {'server_side': True, 'server_hostname': 'x'}):
    try:
        context.wrap_socket(socket.socket(), **bad)
    except ValueError as error:
        print(error)
try:
    context.verify_mode = ssl.CERT_NONE
except ValueError as error:
    print(error)
try:
    server_context.load_cert_chain('missing.pem')
except FileNotFoundError as error:
    print(error)
try:
    ssl.SSLSocket()
except TypeError as error:
    print(error)

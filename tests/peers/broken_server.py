"""Servers that are slow or broken, for run_peers.py: what a path stands for, and TLS with certificates."""

import gzip
import socket
import ssl
import struct
import threading
import time

BODY = b'0123456789' * 100
ZIPPED = gzip.compress(bytes(range(256)) * 20)
OK = b'HTTP/1.1 200 OK\r\n'
WHOLE = OK + b'Content-Length: 1000\r\n\r\n'
CHUNKED = OK + b'Transfer-Encoding: chunked\r\n\r\n'


def with_gzip(data, length=None):
    return OK + b'Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n' % (length or len(data)) + data


# What is sent before the connection is closed.
SENT = {
    'good': WHOLE + BODY,
    'empty': b'',
    'garbage': b'this is no answer\r\n\r\n',
    'cut': WHOLE + BODY[:500],
    'bad_chunk': CHUNKED + b'zz\r\n0123456789\r\n0\r\n\r\n',
    'short_chunk': CHUNKED + b'a\r\n01234\r\n0\r\n\r\n',
    'cut_chunk': CHUNKED + b'ff\r\n01234',
    'no_last_chunk': CHUNKED + b'a\r\n0123456789\r\n',
    'cut_gzip': with_gzip(ZIPPED[:len(ZIPPED) // 2]),
    'bad_gzip': with_gzip(b'no gzip at all'),
    'long_header': OK + b'X-Long: ' + b'x' * 70000 + b'\r\nContent-Length: 0\r\n\r\n',
    'long_status': b'HTTP/1.1 200 ' + b'x' * 70000 + b'\r\nContent-Length: 0\r\n\r\n',
    'many_headers': OK + b''.join(b'X-%d: x\r\n' % i for i in range(200)) + b'\r\n',
    'bad_length': OK + b'Content-Length: many\r\n\r\n' + BODY,
}


def byte_by_byte(connection, data):
    for i in range(len(data)):
        connection.sendall(data[i:i + 1])
        time.sleep(0.002)


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))


def answer(connection):
    with connection:
        try:
            head = b''
            while b'\r\n\r\n' not in head:
                data = connection.recv(65536)
                if not data:
                    return
                head += data
            path = head.split()[1][1:].decode()
            if path in SENT:
                connection.sendall(SENT[path])
            elif path == 'slow':
                byte_by_byte(connection, OK + b'Content-Length: 10\r\n\r\n0123456789')
            elif path == 'slow_gzip':
                byte_by_byte(connection, with_gzip(gzip.compress(b'slow' * 10)))
            elif path == 'half_closed':
                connection.sendall(WHOLE + BODY)
                connection.shutdown(socket.SHUT_WR)
                connection.recv(1)
            elif path == 'reset':
                connection.sendall(WHOLE + BODY[:500])
                # What was sent has arrived.
                time.sleep(0.1)
                reset(connection)
            elif path == 'reset_head':
                connection.sendall(OK + b'Content-Le')
                time.sleep(0.1)
                reset(connection)
            elif path == 'never':
                connection.recv(1)
            elif path == 'never_ends':
                connection.sendall(WHOLE + BODY[:500])
                connection.recv(1)
        except OSError:
            pass


def answer_secure(connection, context):
    try:
        with context.wrap_socket(connection, server_side=True) as secure:
            secure.recv(65536)
            secure.sendall(WHOLE + BODY)
    except OSError:
        connection.close()


def start(serve, *arguments):
    """Serves each connection in a thread of its own; gives the port."""
    listener = socket.create_server(('127.0.0.1', 0), backlog=100)

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve, args=(connection, *arguments), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener.getsockname()[1]


def start_secure(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return start(answer_secure, context)

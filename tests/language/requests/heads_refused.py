# Heads of answers that are too long, or no HTTP at all.
import socket
import threading

import requests

END = b'Content-Length: 2\r\n\r\nok'
OK = b'HTTP/1.1 200 OK\r\n'


def headers(count):
    return b''.join(b'X-%d: x\r\n' % i for i in range(count))


ANSWERS = [
    OK + headers(98) + END,
    OK + headers(99) + END,
    OK + headers(300) + END,
    OK + b'X: ' + b'x' * (65536 - 5) + b'\r\n' + END,
    OK + b'X: ' + b'x' * (65536 - 4) + b'\r\n' + END,
    b'HTTP/1.1 100 Continue\r\n' + headers(60) + b'\r\n' + OK + headers(60) + END,
    b'HTTP/1.1 200 ' + b'x' * 70000 + b'\r\n' + END,
    b'no answer\r\n\r\n',
    OK + END,
]
listener = socket.create_server(('127.0.0.1', 0))


def serve():
    for answer in ANSWERS:
        connection, _ = listener.accept()
        with connection:
            data = b''
            while b'\r\n\r\n' not in data:
                data += connection.recv(65536)
            connection.sendall(answer)
            connection.shutdown(socket.SHUT_WR)
            try:
                while connection.recv(65536):
                    pass
            except OSError:
                pass


server = threading.Thread(target=serve)
server.start()
for stream in (False, True, False, True, False, False, False, True, False):
    try:
        with requests.get(f'http://127.0.0.1:{listener.getsockname()[1]}/', stream=stream) as answer:
            print(answer.status_code, len(answer.headers), answer.content)
    except requests.RequestException as error:
        print(type(error).__name__, type(error.args[0]).__name__)
        if 'got more' in str(error):
            print('   ', str(error)[:90])
server.join()

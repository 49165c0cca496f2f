# Reading an answer in pieces.
# heavy
import http.client

import _server

base, stop = _server.start()
host = base[len("http://"):]
try:
    connection = http.client.HTTPConnection(host)
    connection.request("GET", "/chunks")
    answer = connection.getresponse()
    print(answer.read(5), answer.readline(), answer.read1(3) != b"", answer.read() is not None)
    connection.request("GET", "/chunks")
    print(list(connection.getresponse()))
    connection.request("GET", "/big")
    answer = connection.getresponse()
    buffer = bytearray(8)
    print(answer.readinto(buffer), bytes(buffer), answer.length, len(answer.peek(3)) > 0)
    print(len(answer.read()), answer.read(), answer.isclosed())
    connection.request("GET", "/text")
    answer = connection.getresponse()
    print(answer.getheader("Content-Type"), answer.getheader("none", "d"), sorted(name for name, _ in answer.getheaders()))
    print(answer.headers.get_content_charset(), answer.msg is answer.headers, answer.read().decode())
    connection.close()
finally:
    stop()

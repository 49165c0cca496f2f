# Several requests over one connection.
# heavy
import http.client

import _server

base, stop = _server.start()
host = base[len("http://"):]
try:
    connection = http.client.HTTPConnection(host)
    for path in ("/text", "/chunks", "/status/201", "/status/404"):
        connection.request("GET", path)
        answer = connection.getresponse()
        print(answer.status, answer.reason, answer.version, answer.read(), answer.isclosed(), answer.will_close)
    first = connection.sock
    connection.request("HEAD", "/text")
    answer = connection.getresponse()
    print(answer.read(), answer.getheader("content-length"), connection.sock is first)
    connection.close()
    connection.request("GET", "/json")
    print(connection.getresponse().read(), connection.sock is first)
    connection.close()
finally:
    stop()

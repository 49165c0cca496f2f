# What does not work has exceptions of its own.
# heavy
import http.client

import _server

base, stop = _server.start()
host = base[len("http://"):]
try:
    def show(function):
        try:
            print(function())
        except Exception as error:
            print(type(error).__name__, error)
    connection = http.client.HTTPConnection(host)
    show(connection.getresponse)
    show(lambda: connection.putheader("A", "b"))
    connection.request("GET", "/text")
    show(lambda: connection.request("GET", "/text"))
    connection.getresponse().read()
    show(lambda: connection.request("GET", "/a b"))
    connection.close()
    show(lambda: connection.request("GET", "/x", headers={"A": "b\nc"}))
    connection.close()
    show(lambda: connection.request("GE\nT", "/"))
    connection.close()
    show(lambda: http.client.HTTPConnection("h:port"))
    for path in ("/drop", "/short", "/cut"):
        connection.request("GET", path)
        show(lambda: connection.getresponse().read())
        connection.close()
    show(lambda: http.client.HTTPConnection(host, timeout=0.2).request("POST", "/", 5))
    connection = http.client.HTTPConnection(host, timeout=0.2)
    connection.request("GET", "/never")
    show(connection.getresponse)
    connection.close()
finally:
    stop()

# Bodies of requests.
# heavy
import http.client

import _server

base, stop = _server.start()
host = base[len("http://"):]
try:
    import io, json
    connection = http.client.HTTPConnection(host)
    for body in (None, b"bytes", "text", io.BytesIO(b"file"), [b"a", b"b"], iter([b"c", b"d"])):
        connection.request("POST", "/echo", body, {"X-A": "1"})
        seen = json.loads(connection.getresponse().read())
        print(seen["body"], seen["headers"])
    connection.putrequest("PUT", "/echo", skip_accept_encoding=True)
    connection.putheader("X-Many", "1", "2")
    connection.putheader("Content-Length", "3")
    connection.endheaders(b"abc")
    seen = json.loads(connection.getresponse().read())
    print(seen["body"], seen["headers"])
    connection.close()
finally:
    stop()

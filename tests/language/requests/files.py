# Forms with files.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    import io, re
    def show(**arguments):
        seen = requests.post(base + "/echo", **arguments).json()
        boundary = seen["headers"]["Content-Type"].partition("boundary=")[2]
        print(len(boundary), seen["body"].replace(boundary, "B").replace("\r\n", "|"))
    show(files={"f": ("n.txt", b"data")})
    show(files={"f": ("n.txt", io.BytesIO(b"data"), "text/plain", {"X-A": "1"})}, data={"k": "v", "l": ["1", "2"]})
    show(files=[("a", b"plain"), ("b", ("x", "text"))])
finally:
    stop()

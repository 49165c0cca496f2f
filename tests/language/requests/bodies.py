# Bodies of all kinds and the headers about them.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    import io
    for data in ({"a": 1, "b": ["x y", "ü"]}, "text", b"bytes", [("k", "1"), ("k", "2")], iter([b"one ", b"two"]),
                 io.BytesIO(b"a file"), "ünï".encode("utf-8")):
        seen = requests.post(base + "/echo", data=data).json()
        print(repr(seen["body"]), {k: v for k, v in seen["headers"].items() if k not in ("Accept", "Connection")})
    seen = requests.post(base + "/echo", json={"a": [1, None, "ü"]}).json()
    print(repr(seen["body"]), seen["headers"]["Content-Type"], seen["headers"]["Content-Length"])
    print(requests.put(base + "/echo", data=b"x" * 300000).json()["headers"]["Content-Length"])
    try:
        requests.post(base + "/echo", json=float("nan"))
    except requests.exceptions.InvalidJSONError as error:
        print(type(error).__name__, error)
finally:
    stop()

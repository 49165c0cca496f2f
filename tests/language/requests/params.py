# Parameters are added to the query.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for params in ({"a": 1, "b": ["x", "y"], "c": None}, [("k", "1"), ("k", "2")], "raw=1&x", {"u": "ü &=+"},
                   {b"k": b"v"}, {}):
        print(requests.get(base + "/echo?q=0", params=params).json()["path"])
    print(requests.get(base + "/a b/ü?x=y z#part").json()["path"])
    print(requests.get(base + "/a/../b/./c").json()["path"])
finally:
    stop()

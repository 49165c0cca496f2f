# URLs that are none.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for url in ("abc", "http://", "http:///path", "ftp://127.0.0.1/", "", "http://*x", "localhost:80", "http://[::1", "http://h:99999999/"):
        try:
            print(requests.get(url))
        except requests.RequestException as error:
            print(repr(url), type(error).__name__, isinstance(error, ValueError))
finally:
    stop()

# HTTPError and URLError.
# heavy
import json
import urllib.error
import urllib.request

import _server

base, stop = _server.start()
try:
    import socket
    for path in ("/status/404", "/status/500", "/loop", "/redirect/307/1"):
        try:
            urllib.request.urlopen(base + path, data=b"x" if "307" in path else None)
        except urllib.error.HTTPError as error:
            print(error.code, str(error).splitlines()[0], repr(error.reason)[:20], error.headers["content-length"], error.read(), isinstance(error, urllib.error.URLError), error.filename[len(base):])
            error.close()
    held = socket.socket()
    held.bind(("127.0.0.1", 0))
    for url in ("http://127.0.0.1:%d/" % held.getsockname()[1], "nothing://x", "http:///x", "abc"):
        try:
            urllib.request.urlopen(url)
        except (urllib.error.URLError, ValueError) as error:
            print(type(error).__name__, error)
    held.close()
    try:
        urllib.request.urlopen(base + "/never", timeout=0.2)
    except OSError as error:
        print(type(error).__name__, error)
    for path in ("/drop", "/short"):
        try:
            print(urllib.request.urlopen(base + path).read())
        except Exception as error:
            print(type(error).__name__, error)
    try:
        urllib.request.urlopen(base + "/echo", data="text")
    except TypeError as error:
        print(error)
finally:
    stop()

# urlretrieve and file URLs.
# heavy
import json
import urllib.error
import urllib.request

import _server

base, stop = _server.start()
try:
    import os, tempfile
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "x")
        calls = []
        result, headers = urllib.request.urlretrieve(base + "/big", name, lambda *args: calls.append(args))
        print(result == name, os.path.getsize(name), headers["Content-Length"], calls[0], calls[-1])
        with urllib.request.urlopen("file://" + name) as file:
            print(len(file.read()), file.headers["Content-length"])
        try:
            urllib.request.urlretrieve(base + "/short", name)
        except urllib.error.ContentTooShortError as error:
            print(error.reason)
    try:
        urllib.request.urlopen("file:///no/such/file")
    except urllib.error.URLError as error:
        print(error)
    name, headers = urllib.request.urlretrieve(base + "/text")
    print(open(name, encoding="utf-8").read())
    urllib.request.urlcleanup()
    print(os.path.exists(name), urllib.request.pathname2url("/a b"), urllib.request.url2pathname("/a%20b"))
finally:
    stop()

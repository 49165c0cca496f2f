# urlopen and Request.
# heavy
import json
import urllib.error
import urllib.request

import _server

base, stop = _server.start()
try:
    with urllib.request.urlopen(base + "/text") as answer:
        print(answer.status, answer.getcode(), answer.msg, answer.reason, answer.geturl() == base + "/text", answer.headers["content-type"], answer.read().decode())
    print(urllib.request.urlopen(base + "/chunks").read(), list(urllib.request.urlopen(base + "/chunks")))
    request = urllib.request.Request(base + "/echo", data=b"k=v", headers={"X-My-Header": "1"}, method="PUT")
    print(request.get_method(), request.type, request.host == base[7:], request.selector, request.header_items(), request.get_header("X-my-header"))
    seen = json.loads(urllib.request.urlopen(request).read())
    print(seen["method"], seen["body"], seen["headers"])
    print(json.loads(urllib.request.urlopen(base + "/echo", data=b"post").read())["method"])
    answer = urllib.request.urlopen(base + "/redirect/302/2")
    print(answer.url[len(base):], json.loads(answer.read())["path"])
    print(urllib.request.urlopen("data:text/plain;charset=utf-8;base64,aGk=").read())
finally:
    stop()

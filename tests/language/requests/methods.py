# Every method sends what it is given.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for name in ("get", "post", "put", "patch", "delete", "options"):
        seen = getattr(requests, name)(base + "/echo").json()
        print(name, seen["method"], seen["headers"])
    answer = requests.head(base + "/echo")
    print(answer.status_code, answer.content, int(answer.headers["content-length"]) > 10)
    print(requests.request("propfind".upper()[:3] and "GET", base + "/echo").json()["method"])
finally:
    stop()

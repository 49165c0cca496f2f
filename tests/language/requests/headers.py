# Headers of requests and of answers.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    seen = requests.get(base + "/echo", headers={"X-One": "1", "accept": "text/x", "Connection": None, "X-Empty": ""}).json()
    print(seen["headers"])
    answer = requests.get(base + "/json")
    print(answer.headers["content-TYPE"], answer.headers.get("nothing"), "Content-Length" in answer.headers)
    print(sorted(name.lower() for name in answer.headers))
    for headers in ({"X": "a\nb"}, {"X": 1}, {"X": " lead"}):
        try:
            requests.get(base + "/echo", headers=headers)
        except requests.exceptions.InvalidHeader as error:
            print(type(error).__name__)
    print(answer.request.headers["User-Agent"].split("/")[0], answer.request.method, answer.request.url == answer.url)
finally:
    stop()

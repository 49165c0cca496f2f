# The text of an answer goes by its encoding.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for path in ("/text", "/latin", "/json", "/gzip"):
        answer = requests.get(base + path)
        print(answer.encoding, answer.apparent_encoding if path != "/latin" else "", repr(answer.text[:20]), len(answer.content))
    answer = requests.get(base + "/text")
    answer.encoding = "latin-1"
    print(repr(answer.text))
    print(requests.get(base + "/json").json())
    try:
        requests.get(base + "/text").json()
    except requests.exceptions.JSONDecodeError as error:
        print(type(error).__mro__[1].__name__, error)
finally:
    stop()

# A server that goes away.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for path in ("/drop", "/reset", "/cut", "/short", "/badgzip"):
        try:
            answer = requests.get(base + path)
            print(path, answer.content)
        except requests.RequestException as error:
            print(path, type(error).__name__)
        if path in ("/drop", "/reset"):
            try:
                requests.get(base + path)
            except requests.ConnectionError as error:
                print(error)
    print(requests.get(base + "/json").status_code)
finally:
    stop()

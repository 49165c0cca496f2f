# A server that never answers.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for timeout in (0.2, (3, 0.2)):
        try:
            requests.get(base + "/never", timeout=timeout)
        except requests.Timeout as error:
            print(type(error).__name__, str(error).partition("): ")[2], isinstance(error, requests.ConnectionError))
    print(requests.get(base + "/json", timeout=20).status_code)
    for timeout in (0, (1, 2, 3), "x"):
        try:
            requests.get(base + "/json", timeout=timeout)
        except ValueError as error:
            print(type(error).__name__)
finally:
    stop()

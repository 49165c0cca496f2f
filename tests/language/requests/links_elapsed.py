# Links and the time it took.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    answer = requests.get(base + "/links")
    print(answer.links["next"], answer.links["last"]["url"])
    print(answer.elapsed.total_seconds() > 0, requests.get(base + "/json").links)
finally:
    stop()

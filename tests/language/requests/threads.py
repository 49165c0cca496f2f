# Requests of many threads at once.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    from concurrent.futures import ThreadPoolExecutor
    with requests.Session() as session, ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda i: session.get(base + f"/echo?{i}").json()["path"], range(40)))
    print(paths == [f"/echo?{i}" for i in range(40)])
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda i: requests.get(base + f"/big?{i}", stream=True), range(8)))
    print([len(answer.content) for answer in answers])
finally:
    stop()

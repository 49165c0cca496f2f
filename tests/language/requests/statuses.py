# ok, raise_for_status and codes.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for status in (200, 204, 304, 404, 418, 500, 599):
        answer = requests.get(base + f"/status/{status}")
        print(status, answer.ok, bool(answer), answer.reason, answer)
        try:
            answer.raise_for_status()
        except requests.HTTPError as error:
            print(str(error).replace(base, ""), error.response is answer, error.request.method)
    print(requests.codes.ok, requests.codes["not_found"], requests.codes.TEAPOT, requests.codes.get("x"))
finally:
    stop()

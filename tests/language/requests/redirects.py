# Redirections and their history.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for status in (301, 302, 303, 307, 308):
        for method in ("get", "post"):
            answer = getattr(requests, method)(base + f"/redirect/{status}/2", data=b"d" if method == "post" else None)
            seen = answer.json()
            print(status, method, [each.status_code for each in answer.history], seen["method"], repr(seen["body"]), answer.url[len(base):])
    answer = requests.get(base + "/redirect/302/1", allow_redirects=False)
    print(answer, answer.is_redirect, answer.is_permanent_redirect, answer.next.url[len(base):], answer.history)
    print(requests.head(base + "/redirect/302/1"))
    try:
        requests.get(base + "/loop")
    except requests.TooManyRedirects as error:
        print(error, error.response.status_code)
finally:
    stop()

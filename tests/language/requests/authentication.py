# Who one is.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    for auth in (("name", "pass"), requests.auth.HTTPBasicAuth("name", "pass"), ("name", "no"), None):
        print(requests.get(base + "/private", auth=auth).text)
    print(requests.get(base.replace("//", "//name:pass@") + "/private").text)
    class Own(requests.auth.AuthBase):
        def __call__(self, request):
            request.headers["X-Own"] = "1"
            return request
    print(requests.get(base + "/echo", auth=Own()).json()["headers"]["X-Own"])
finally:
    stop()

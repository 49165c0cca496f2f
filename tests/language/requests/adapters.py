# Adapters are mounted by prefix.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    class Own(requests.adapters.BaseAdapter):
        def send(self, request, **kwargs):
            answer = requests.Response()
            answer.status_code = 299
            answer.url = request.url
            answer._content = b"own"
            print(sorted(kwargs), request.url)
            return answer
        def close(self):
            print("closed")
    session = requests.Session()
    session.mount("own://", Own())
    print(list(session.adapters))
    answer = session.get("own://any/thing")
    print(answer, answer.text)
    session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=3, max_retries=2))
    print(session.get(base + "/json").status_code)
    session.close()
finally:
    stop()

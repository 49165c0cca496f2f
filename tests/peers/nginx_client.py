"""Our clients against nginx: arguments are its ports (plain, TLS) and the file of the test CA."""

import http.client
import os
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import requests

plain, tls, authority = sys.argv[1:]
base, secure = f"http://127.0.0.1:{plain}", f"https://localhost:{tls}"
TEXT = "a page of text\n" * 1000


def check(name, good):
    print("ok" if good else "bad", name)


def raises(kind, function):
    try:
        function()
    except kind:
        return True
    return False


with requests.Session() as session:
    answers = [session.get(base + "/page.txt") for _ in range(5)]
    check("requests: gzip", all(each.text == TEXT for each in answers)
          and answers[0].headers["Content-Encoding"] == "gzip")
    check("requests: chunked", answers[0].headers["Transfer-Encoding"] == "chunked")
    check("requests: keep-alive", len({each.headers["X-Connection"] for each in answers}) == 1)
    answer = session.get(base + "/away")
    check("requests: redirection", answer.text == TEXT and answer.history[0].status_code == 302)
    answer = session.get(base + "/page.txt", stream=True)
    check("requests: streamed gzip", b"".join(answer.iter_content(777)).decode() == TEXT)
check("requests: a connection each", len({requests.get(base + "/page.txt").headers["X-Connection"]
                                         for _ in range(3)}) == 3)
check("requests: TLS with the CA", requests.get(secure + "/page.txt", verify=authority).text == TEXT)
check("requests: TLS without the CA", raises(requests.exceptions.SSLError,
                                            lambda: requests.get(secure + "/page.txt")))
check("requests: TLS not verified", requests.get(secure + "/page.txt", verify=False).text == TEXT)
with ThreadPoolExecutor(10) as pool:
    texts = list(pool.map(lambda _: requests.get(base + "/page.txt").text, range(100)))
check("requests: ten threads", texts == [TEXT] * 100)
with urllib.request.urlopen(base + "/moved") as answer:
    check("urllib: redirection", answer.read().decode() == TEXT)
check("urllib: 403", raises(urllib.error.HTTPError,
                            lambda: urllib.request.urlopen(base + "/forbidden")))
connection = http.client.HTTPConnection("127.0.0.1", int(plain))
seen = set()
for _ in range(3):
    connection.request("GET", "/page.txt")
    answer = connection.getresponse()
    good = answer.read().decode() == TEXT
    seen.add(answer.getheader("X-Connection"))
check("http.client: keep-alive", good and len(seen) == 1)
connection.close()
try:
    import ssl
except ImportError:
    pass
else:
    context = ssl.create_default_context(cafile=authority)
    with urllib.request.urlopen(secure + "/page.txt", context=context) as answer:
        check("urllib: TLS with the CA", answer.read().decode() == TEXT)
check("descriptors", len(os.listdir("/proc/self/fd")) < 50)

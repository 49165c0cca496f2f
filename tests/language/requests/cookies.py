# Cookies of requests and of answers.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    answer = requests.get(base + "/cookie")
    print(answer.cookies, dict(answer.cookies), answer.cookies.get("none", "no"))
    print(requests.get(base + "/echo", cookies={"a": "1", "b": "2"}).json()["headers"]["Cookie"])
    jar = requests.cookies.RequestsCookieJar()
    jar.set("k", "v", domain="127.0.0.1", path="/echo")
    jar.set("other", "v", domain="127.0.0.1", path="/else")
    print(requests.get(base + "/echo", cookies=jar).json()["headers"]["Cookie"], jar.list_paths(), len(jar))
    print(requests.utils.dict_from_cookiejar(jar), jar.copy() == jar, "k" in jar)
finally:
    stop()

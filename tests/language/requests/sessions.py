# A session keeps headers, cookies, parameters and authentication.
# heavy
import _server
import requests

base, stop = _server.start()
try:
    with requests.Session() as session:
        session.headers["X-All"] = "yes"
        session.params = {"p": "1"}
        session.auth = ("name", "pass")
        print(session.get(base + "/private").text)
        session.get(base + "/cookie")
        print(session.cookies.get_dict(), session.cookies["taste"])
        seen = session.get(base + "/echo", params={"q": "2"}, cookies={"own": "c"}, headers={"X-All": None}).json()
        print(seen["path"], seen["headers"]["Cookie"], "X-All" in seen["headers"])
        print(session.get(base + "/echo").json()["headers"]["Cookie"])
        session.cookies.clear()
        print("Cookie" in session.get(base + "/echo").json()["headers"])
    request = requests.Request("POST", base + "/echo", data={"k": "v"})
    prepared = requests.Session().prepare_request(request)
    print(prepared, prepared.body, prepared.path_url, requests.Session().send(prepared).json()["body"])
finally:
    stop()

# Openers with handlers.
# heavy
import json
import urllib.error
import urllib.request

import _server

base, stop = _server.start()
try:
    import http.cookiejar
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    opener.addheaders = [("User-Agent", "own"), ("X-More", "1")]
    opener.open(base + "/cookie").read()
    print([(cookie.name, cookie.value) for cookie in jar])
    seen = json.loads(opener.open(base + "/echo").read())
    print(seen["headers"])
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, base + "/", "name", "pass")
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    print(opener.open(base + "/private").read())
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None
    try:
        urllib.request.build_opener(Stay).open(base + "/redirect/302/1")
    except urllib.error.HTTPError as error:
        print(error.code, error.headers["Location"])
    class Own(urllib.request.BaseHandler):
        handler_order = 100
        def own_open(self, request):
            import io
            return io.BytesIO(request.selector.encode())
        def http_request(self, request):
            request.add_header("X-Seen", "yes")
            return request
    opener = urllib.request.build_opener(Own())
    print(opener.open("own:something").read(), json.loads(opener.open(base + "/echo").read())["headers"]["X-seen".title()])
    urllib.request.install_opener(opener)
    print(json.loads(urllib.request.urlopen(base + "/echo").read())["headers"]["X-Seen"])
    proxied = urllib.request.build_opener(urllib.request.ProxyHandler({"http": base}))
    print(json.loads(proxied.open("http://nowhere.invalid/path").read())["path"])
finally:
    stop()

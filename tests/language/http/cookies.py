# Cookies of servers.
# heavy
from http.cookies import CookieError, Morsel, SimpleCookie

cookie = SimpleCookie()
cookie["a"] = "1"
cookie["b"] = 'x "y"; z,ü'
cookie["a"]["path"] = "/p"
cookie["a"]["max-age"] = 10
cookie["a"]["httponly"] = True
cookie["a"]["samesite"] = "Lax"
print(cookie)
print(cookie.output(header="Cookie:", sep="|"), repr(cookie))
cookie = SimpleCookie('k=v; $Path=/x; quoted="a\\"b\\073"; expires=never')
print(sorted((key, morsel.value, morsel["path"]) for key, morsel in cookie.items()))
print(SimpleCookie("a=1; b")), print(SimpleCookie("ok=1; secure; httponly; path=/q")["ok"].OutputString())
for wrong in (lambda: cookie.__setitem__("a b", "1"), lambda: Morsel().__setitem__("x", "1"), lambda: cookie.__setitem__("path", "1")):
    try:
        wrong()
    except CookieError as error:
        print(error)
morsel = Morsel()
morsel.set("k", "v", "v")
print(morsel.key, morsel.value, morsel.copy() == morsel, morsel.isReservedKey("Path"), dict(morsel)["path"] == "")

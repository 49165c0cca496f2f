# Splitting and joining URLs.
# heavy
from urllib.parse import *
from urllib.parse import unwrap

for url in ("http://u:p@Host:80/p/q;x?a=b#f", "//h/p", "mailto:a@b", "path;p?q", "http://[::1]:8/x", "HTTP://A", "file:///x", "a:b:c",
            "http://h?q", "http://h#f", "", "http://h:/p", "javascript:alert(1)", "x" * 3 + "://y/z?", "http://h/a\n\tb", "1a:b"):
    print(urlsplit(url), urlparse(url).params, urlsplit(url).geturl())
parts = urlsplit("http://u:p@Host:80/")
print(parts.username, parts.password, parts.hostname, parts.port, urlsplit("//h").port, urlsplit(b"http://h/p"))
for bad in ("http://h:x/", "http://h:99999/"):
    try:
        urlsplit(bad).port
    except ValueError as error:
        print(error)
for bad in ("http://[::1/", "http://::1]/"):
    try:
        urlsplit(bad)
    except ValueError as error:
        print(error)
base = "http://a/b/c/d;p?q"
for url in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x?y#s", "", ".", "./", "..", "../", "../g", "../..", "../../",
            "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "..g", "./../g", "./g/.", "g/./h", "g/../h", "http:g", "g;x=1/../y"):
    print(url, urljoin(base, url))
print(urljoin("", "x"), urljoin("http://h", "x"), urljoin(b"http://h/a/", b"b"), urldefrag("http://h/p#f"), urldefrag("x").geturl())
print(urlunsplit(("http", "", "/p", "", "")), urlunparse(("", "h", "p", "x", "q", "f")), urlsplit("a").encode(), unwrap("<URL:http://h>"))
try:
    urljoin("http://h", b"x")
except TypeError as error:
    print(error)

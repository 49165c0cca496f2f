# Quoting and unquoting.
# heavy
from urllib.parse import *

print(quote("a b/ü~?&"), quote("a/b", safe=""), quote(b"\xff "), quote("ü", encoding="latin-1"), quote_plus("a b+c/"), quote("", ""))
print(quote_from_bytes(bytes(range(40, 60))), quote("x" * 3, safe="x"), quote("€", "€"))
print(ascii([unquote("a%20b%C3%BC%zz%4"), unquote("%FF"), unquote("%FF", errors="ignore"), unquote("%FC", "latin-1"), unquote_plus("a+b%2B"), unquote("ü%C3%BC+")]))
print(unquote_to_bytes("a%20%ff%"), unquote_to_bytes(b"%41%zz"), unquote_to_bytes("ü"), unquote(b"%41"))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=1&c=&d", keep_blank_values=True), parse_qsl("x=%20+&y=%C3%BC"), parse_qsl("a=1;b=2", separator=";"))
print(parse_qsl(b"a=1&b=%41"), parse_qs(""))
for call in (lambda: parse_qs("a", strict_parsing=True), lambda: parse_qsl("a&b&c", max_num_fields=2), lambda: quote_from_bytes("x"),
             lambda: quote(b"x", encoding="utf-8"), lambda: urlencode("ab"), lambda: urlencode(5), lambda: parse_qs("a=1", separator="")):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(urlencode({"a": 1, "b": "x y&", "c": ["1", "2"]}), urlencode([("k", "ü"), (b"b", b"\xff")], doseq=True), urlencode({"a": [1, 2], "b": "xy"}, doseq=True))
print(urlencode({"a": "x y"}, quote_via=quote), urlencode({"a": "/"}, safe="/"), urlencode({}))

# Addresses and headers beyond ASCII.
# heavy
from email.header import Header, decode_header, make_header
from email.utils import *
from email.utils import quote, unquote

for text in ("a@b", "Name <a@b>", '"Last, First" <a@b>', "a@b (Comment)", "<a@b>", "", "x"):
    print(repr(text), parseaddr(text))
print(getaddresses(["A <a@x>, b@y", '"C, D" <c@z>']), formataddr(("Name", "a@b")), formataddr(("L, F", "a@b")), formataddr(("", "a@b")), formataddr(("Jürgen", "j@b")))
print(quote('a"b'), unquote('"a b"'), unquote("<x>"))
print(decode_header("=?utf-8?q?J=C3=BCrgen?= <x>"), decode_header("=?utf-8?b?w7w=?= =?utf-8?b?w7w=?="), decode_header("plain"), str(make_header(decode_header("=?latin-1?q?=FC?= x"))))
print(Header("grüße", "utf-8").encode(), Header("plain").encode(), str(Header("ü", "utf-8")))

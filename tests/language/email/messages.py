# Messages are parsed, looked at and changed.
# heavy
import email
from email.message import Message

message = email.message_from_string("""From: a@b
To: c@d,
 e@f
Subject: hello
Content-Type: text/plain; charset="utf-8"; name=x.txt
X-A: 1
x-a: 2

body
lines
""")
print(message.items(), message["from"], message.get("none"), message.get_all("X-a"), "TO" in message, len(message), message.keys())
print(message.get_content_type(), message.get_content_maintype(), message.get_param("charset"), message.get_filename(), message.get_content_charset(), repr(message.get_payload()))
message["New"] = "v"
del message["X-A"]
message.replace_header("Subject", "other")
message.add_header("Content-Disposition", "attachment", filename="a b.txt")
message.set_param("charset", "latin-1")
print(message.as_string(), message.get_params(), message.get_content_disposition())
print(bytes(message)[:20], message.is_multipart())
multi = email.message_from_bytes(b"""MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="B"

before
--B
Content-Type: text/plain

one
--B
Content-Type: application/octet-stream
Content-Transfer-Encoding: base64

AAEC
--B--
after
""")
print([part.get_content_type() for part in multi.walk()], multi.get_payload(0).get_payload(), multi.get_payload(1).get_payload(decode=True), repr(multi.preamble), repr(multi.epilogue), multi.get_boundary())
print(multi.as_string())
broken = email.message_from_string("no header line\n\nbody")
print(broken.items(), repr(broken.get_payload()), [type(each).__name__ for each in broken.defects])
try:
    message.replace_header("none", "x")
except KeyError as error:
    print(error)

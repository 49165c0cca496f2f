# Mails are built.
# heavy
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

print(MIMEText("plain text").as_string())
print(MIMEText("grüße", "html", "utf-8").as_string())
outer = MIMEMultipart("alternative", boundary="BB")
outer["Subject"] = "S"
outer.attach(MIMEText("one"))
outer.attach(MIMEText("<p>", "html"))
outer.attach(MIMEApplication(b"\x00\x01", Name="n"))
print(outer.as_string())
message = EmailMessage()
message["Subject"] = "Hello"
message["From"] = "a@b"
message["To"] = "c@d, e@f"
message.set_content("text\n")
print(message.as_string(), message["to"], message.get_content())
message.add_attachment(b"\x01\x02", maintype="application", subtype="octet-stream", filename="f.bin")
message.set_boundary("XX")
print(message.as_string())
print([part.get_filename() for part in message.iter_attachments()], message.get_body().get_content())

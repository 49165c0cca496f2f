# The parser calls a method for each thing.
# heavy
from html.parser import HTMLParser


class Show(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.get_starttag_text(), self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_startendtag(self, tag, attrs):
        print("startend", tag, attrs)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def unknown_decl(self, data):
        print("unknown", data)


TEXT = """<!DOCTYPE html>
<html><head><title>T &amp; t</title><script>if (a < b) { "</p>" }</script></head>
<!-- a comment --><body class=x ID='Y' checked data-a="1 &lt; 2"><br/><p>one<p>two &#65; &copy; & more</P >
<?php x ?><img src=a.png alt="">a < b</body></html>"""
for convert in (True, False):
    parser = Show(convert_charrefs=convert)
    parser.feed(TEXT)
    parser.close()
parser = Show()
for char in "<p cl":
    parser.feed(char)
parser.feed("ass='x'>par")
parser.feed("t &am")
parser.feed("p; <b>x</b")
parser.feed(">")
parser.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs).get("href"))


links = Links()
links.feed('<a href="/1">x</a><A HREF=/2?a=1&amp;b=2>y</A><a name=z>')
print(links.links)

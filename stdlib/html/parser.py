"""A parser of HTML as it is found: it calls a method for each thing it meets, never raises, and
keeps what is incomplete until more is fed."""

import re

from html import unescape

__all__ = ["HTMLParser"]

_tag_name = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
# One attribute: spaces and slashes before it, its name, and perhaps a value.
_attribute = re.compile(
    r"""[\s/]*((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?""")
_tag_end = re.compile(r"\s*/?>")
# A whole start tag: quoted values may hold a >.
_start_tag = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*"""
                        r"""(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)(?:\s*,)*)?(?:\s|/(?!>))*"""
                        r""")*)?\s*""")
_reference = re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*))[^0-9a-zA-Z]")
_open_reference = re.compile(r"&(?:#[0-9a-zA-Z]*|[a-zA-Z][-.a-zA-Z0-9]*)?\Z")
_comment_end = re.compile(r"--\s*>")
_end_tag = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_marked_section_end = re.compile(r"\]\s*\]\s*>")


class HTMLParser:
    """Feed it text with feed(); override the handle_ methods."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forget what was fed."""
        self.rawdata = ""
        self.lasttag = "???"
        self.lineno = 1
        self.offset = 0
        self.cdata_elem = None
        self._raw_end = None
        self._start_text = None

    def feed(self, data):
        """Take more text and handle what is complete."""
        self.rawdata += data
        self._go(False)

    def close(self):
        """Handle what is left as if the text ended here."""
        self._go(True)

    def getpos(self):
        """(line, column) of what is handled now."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the start tag handled last."""
        return self._start_text

    def set_cdata_mode(self, elem):
        """Take what follows as text until the end tag of `elem`."""
        self.cdata_elem = elem.lower()
        self._raw_end = re.compile(r"</%s(?=[\t\n\r\f />])" % re.escape(self.cdata_elem), re.I)

    def clear_cdata_mode(self):
        """Take what follows as HTML again."""
        self.cdata_elem = self._raw_end = None

    # --- The scanner

    def _advance(self, start, end):
        text = self.rawdata
        lines = text.count("\n", start, end)
        if lines:
            self.lineno += lines
            self.offset = end - text.rindex("\n", start, end) - 1
        else:
            self.offset += end - start
        return end

    def _text(self, start, end):
        """Hands out text; the position advances."""
        if start < end:
            text = self.rawdata[start:end]
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem
                             else text)
        return self._advance(start, end)

    def _text_end(self, at, is_end):
        """Where the text that begins here ends; -1 when that is not known yet."""
        text, length = self.rawdata, len(self.rawdata)
        if self.cdata_elem:
            found = self._raw_end.search(text, at)
            if found:
                return found.start()
            if is_end:
                return length
            # Its end tag may have begun.
            bracket = text.rfind("<", max(at, length - len(self.cdata_elem) - 3))
            return bracket if bracket >= 0 else length
        bracket = text.find("<", at)
        if not self.convert_charrefs:
            reference = text.find("&", at)
            return min([each for each in (bracket, reference) if each >= 0], default=length)
        if bracket >= 0:
            return bracket
        if not is_end:
            # A reference may have begun: wait for what it is.
            ampersand = text.rfind("&", max(at, length - 34))
            if ampersand >= 0 and not re.search(r"[\s;]", text[ampersand:]):
                return -1
        return length

    def _go(self, is_end):
        text, length, at = self.rawdata, len(self.rawdata), 0
        while at < length:
            end = self._text_end(at, is_end)
            if end < 0:
                break
            at = self._text(at, end)
            if at == length:
                break
            if text[at] == "&":
                end = self._parse_reference(at, is_end)
            else:
                end = self._parse_markup(at)
                if end < 0 and is_end:
                    end = self._unfinished(at)
            if end < 0:
                break
            at = self._advance(at, end)
        if is_end and at < length:
            at = self._text(at, length)
        self.rawdata = text[at:]

    def _unfinished(self, at):
        """Markup that the end of the text cuts off is text up to the next tag."""
        text = self.rawdata
        end = text.find(">", at + 1)
        if end < 0:
            end = text.find("<", at + 1)
            if end < 0:
                end = at + 1
        else:
            end += 1
        piece = text[at:end]
        self.handle_data(unescape(piece) if self.convert_charrefs and not self.cdata_elem
                         else piece)
        return end

    def _parse_reference(self, at, is_end):
        text = self.rawdata
        found = _reference.match(text, at)
        if found is None and is_end:
            found = _reference.match(text[at:] + " ")
            end = at + found.end() - 1 if found else -1
        else:
            end = found.end() - 1 if found else -1
        if found is None:
            if _open_reference.match(text, at) and not is_end:
                return -1
            self.handle_data("&")
            return at + 1
        if found[1]:
            self.handle_charref(found[1])
        else:
            self.handle_entityref(found[2])
        return end + 1 if text.startswith(";", end) else end

    def _parse_markup(self, at):
        """Handles the markup at a <; where it ends, -1 when that is not known yet."""
        text = self.rawdata
        if self.cdata_elem:
            return self._parse_end_tag(at)
        following = text[at + 1:at + 2]
        if not following:
            return -1
        if following.isalpha() and following.isascii():
            return self._parse_start_tag(at)
        if following == "/":
            return self._parse_end_tag(at)
        if following == "?":
            end = text.find(">", at + 2)
            if end >= 0:
                self.handle_pi(text[at + 2:end])
            return end + 1 if end >= 0 else -1
        if following == "!":
            return self._parse_declaration(at)
        self.handle_data("<")
        return at + 1

    def _parse_declaration(self, at):
        text = self.rawdata
        if text.startswith("<!--", at):
            found = _comment_end.search(text, at + 4)
            if not found:
                return -1
            self.handle_comment(text[at + 4:found.start()])
            return found.end()
        if "<!--".startswith(text[at:]):
            return -1
        if text.startswith("<![", at):
            found = _marked_section_end.search(text, at + 3)
            if not found:
                return -1
            self.unknown_decl(text[at + 3:found.start()])
            return found.end()
        end = text.find(">", at + 2)
        if end < 0:
            return -1
        if text[at + 2:at + 9].lower() == "doctype":
            self.handle_decl(text[at + 2:end])
        else:
            self.handle_comment(text[at + 2:end])
        return end + 1

    def _parse_start_tag(self, at):
        self._start_text = None
        text = self.rawdata
        whole = _start_tag.match(text, at)
        end = whole.end()
        following = text[end:end + 1]
        if not following:
            return -1
        if following == ">":
            end += 1
        elif text.startswith("/>", end):
            end += 2
        elif text.startswith("/", end) and end + 1 == len(text):
            return -1
        else:
            # Broken: up to the next > it is text.
            close = text.find(">", end)
            if close < 0:
                return -1
            end = close + 1
            if not re.match(r"[a-zA-Z=/\"']", following):
                self.handle_data(text[at:end])
                return end
        self._start_text = text[at:end]
        name = _tag_name.match(text, at + 1)
        self.lasttag = tag = name[0].lower()
        attributes = []
        place = name.end()
        while place < end:
            found = _attribute.match(text, place)
            if not found:
                break
            key, has_value, value = found[1], found[2], found[3]
            if not has_value:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attributes.append((key.lower(), unescape(value) if value else value))
            place = found.end()
        rest = text[place:end].strip()
        if rest not in (">", "/>"):
            self.handle_data(text[at:end])
            return end
        if rest == "/>":
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _parse_end_tag(self, at):
        text = self.rawdata
        end = text.find(">", at + 1)
        if end < 0:
            return -1
        end += 1
        found = _end_tag.match(text, at)
        if found is None:
            if self.cdata_elem is not None:
                self.handle_data(text[at:end])
                return end
            name = _tag_name.match(text, at + 2)
            if name is None:
                if text.startswith("</>", at):
                    return at + 3
                self.handle_comment(text[at + 2:end - 1])
                return end
            self.handle_endtag(name[0].lower())
            return text.find(">", name.end()) + 1
        tag = found[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(text[at:end])
            return end
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return end

    # --- To be overridden

    def handle_startendtag(self, tag, attrs):
        """<tag/>: as a start tag and an end tag."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """<tag>, with (name, value) pairs; value is None where there is none."""

    def handle_endtag(self, tag):
        """</tag>."""

    def handle_charref(self, name):
        """&#name; only when convert_charrefs is off."""

    def handle_entityref(self, name):
        """&name; only when convert_charrefs is off."""

    def handle_data(self, data):
        """Text."""

    def handle_comment(self, data):
        """<!--data-->."""

    def handle_decl(self, decl):
        """<!decl>."""

    def handle_pi(self, data):
        """<?data>."""

    def unknown_decl(self, data):
        """<![data]]>."""

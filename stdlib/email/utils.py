"""Addresses, dates and other small things in headers."""

import datetime
import os
import random
import re
import time
import urllib.parse

__all__ = ["collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231",
           "formataddr", "formatdate", "format_datetime", "getaddresses", "make_msgid",
           "mktime_tz", "parseaddr", "parsedate", "parsedate_tz", "parsedate_to_datetime",
           "unquote", "quote", "localtime"]

_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_long_months = ["january", "february", "march", "april", "may", "june", "july", "august",
                "september", "october", "november", "december"]
_zones = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400,
          "CST": -600, "CDT": -500, "MST": -700, "MDT": -600, "PST": -800, "PDT": -700}


# --- Dates

def _format(parts, zone):
    return "%s, %02d %s %04d %02d:%02d:%02d %s" % (
        _days[parts[6]], parts[2], _months[parts[1] - 1], parts[0], parts[3], parts[4], parts[5],
        zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time (as of time.time(), default: now) as mail and HTTP write it."""
    if timeval is None:
        timeval = time.time()
    if not localtime and not isinstance(timeval, datetime.datetime):
        return _format(time.gmtime(timeval), "GMT" if usegmt else "-0000")
    utc = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    return format_datetime(utc.astimezone() if localtime else utc, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as mail and HTTP write it."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        zone = "GMT"
    elif dt.tzinfo is None:
        zone = "-0000"
    else:
        zone = dt.strftime("%z")
    return _format(dt.timetuple(), zone)


def _number(text):
    return int(text) if text.isdigit() and text.isascii() else None


def _clock(text):
    """(hours, minutes, seconds) of 12:30, 12:30:59 or 12.30.59; None."""
    parts = text.split(":")
    if len(parts) == 1 and "." in text:
        parts = text.split(".")
    if len(parts) == 2:
        parts.append("0")
    if len(parts) != 3:
        return None
    parts = [_number(each.partition(".")[0]) for each in parts]
    return None if None in parts else parts


def _month(text):
    text = text.lower()
    for number, name in enumerate(_long_months, 1):
        if text == name or text == name[:3]:
            return number
    return None


def _zone_seconds(text):
    """Seconds east of Greenwich; None when that is not said."""
    text = text.upper()
    if text in _zones:
        number = _zones[text]
    else:
        try:
            number = int(text)
        except ValueError:
            return None
        if number == 0 and text.startswith("-"):
            return None
    sign = -1 if number < 0 else 1
    return sign * (abs(number) // 100 * 3600 + abs(number) % 100 * 60)


def parsedate_tz(data):
    """The ten-tuple of a date: time.localtime()'s fields and the zone in seconds; None."""
    result = _parse_date(data)
    if result is None:
        return None
    fields, zone, _ = result
    return tuple(fields) + (0, 1, -1, zone if zone is not None else 0)


def _parse_date(data):
    """(six fields, zone or None, whether one was named) of a date; None."""
    if not data:
        return None
    words = data.split()
    if not words:
        return None
    # The day of the week says nothing new.
    if words[0].endswith(",") or words[0].lower()[:3] in [day.lower() for day in _days]:
        del words[0]
    else:
        comma = words[0].find(",")
        if comma >= 0:
            words[0] = words[0][comma + 1:]
    if len(words) == 3:  # 06-Nov-94 08:49:37 GMT
        words = words[0].split("-") + words[1:]
    elif words and words[0].count("-") == 2:
        words = words[0].split("-") + words[1:]
    if len(words) == 4:
        last = words[3]
        for sign in "+-":
            if sign in last:
                clock, _, zone = last.partition(sign)
                words[3:] = [clock, sign + zone]
                break
        else:
            words.append("")
    if len(words) < 5:
        return None
    day, month, year, clock, zone = words[:5]
    if _month(month) is None:
        day, month = month, day
        if _month(month) is None:
            return None
    month = _month(month)
    day = day.rstrip(",")
    if ":" in year:
        year, clock = clock, year
    year = year.rstrip(",")
    if not year[:1].isdigit():
        year, zone = zone, year
    year, day, clock = _number(year), _number(day), _clock(clock.rstrip(","))
    if year is None or day is None or clock is None:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    return [year, month, day] + clock, _zone_seconds(zone), bool(zone)


def parsedate(data):
    """The nine-tuple of a date, as time.mktime() takes it; None."""
    result = parsedate_tz(data)
    return result[:9] if result is not None else None


def mktime_tz(data):
    """The time (as of time.time()) of a ten-tuple."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    whole = datetime.datetime(1970, 1, 1) + datetime.timedelta(
        days=datetime.date(data[0], data[1], data[2]).toordinal() - 719163, hours=data[3],
        minutes=data[4], seconds=data[5])
    return int((whole - datetime.datetime(1970, 1, 1)).total_seconds()) - data[9]


def parsedate_to_datetime(data):
    """The datetime of a date; ValueError when it is none."""
    result = _parse_date(data)
    if result is None:
        raise ValueError("Invalid date value or format \"%s\"" % str(data))
    fields, zone, _ = result
    if zone is None:
        return datetime.datetime(*fields)
    return datetime.datetime(*fields, tzinfo=datetime.timezone(datetime.timedelta(seconds=zone)))


def localtime(dt=None, isdst=-1):
    """A datetime in the local zone; now by default."""
    if dt is None:
        return datetime.datetime.now(datetime.timezone.utc).astimezone()
    return dt.astimezone()


# --- Addresses

_special = re.compile(r'[][\\()<>@,:;".]')


def quote(str):
    """Text for between double quotes."""
    return str.replace("\\", "\\\\").replace('"', '\\"')


def unquote(str):
    """Text without the double quotes or angle brackets around it."""
    if len(str) > 1:
        if str[0] == '"' and str[-1] == '"':
            return str[1:-1].replace("\\\\", "\\").replace('\\"', '"')
        if str[0] == "<" and str[-1] == ">":
            return str[1:-1]
    return str


def formataddr(pair, charset="utf-8"):
    """`Name <address>` of (name, address)."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    try:
        name.encode("ascii")
    except UnicodeEncodeError:
        from email.header import encode_word
        return "%s <%s>" % (encode_word(name, str(charset)), address)
    quotes = '"' if _special.search(name) else ""
    return "%s%s%s <%s>" % (quotes, re.sub(r'[\\"]', r"\\\g<0>", name), quotes, address)


_address_token = re.compile(r'''\s*(?:("(?:[^"\\]|\\.)*")|\((?:[^()\\]|\\.)*\)()|(<[^>]*>)|([,:;])|([^\s"(<,:;]+))''')


def getaddresses(fieldvalues):
    """The (name, address) pairs of headers' values."""
    result = []
    text = ", ".join(str(each) for each in fieldvalues)
    words, address, comment = [], None, []

    def finish():
        nonlocal words, address, comment
        if address is not None:
            result.append((" ".join(words), address))
        elif words:
            plain = "".join(words) if "@" in "".join(words) else " ".join(words)
            result.append((" ".join(comment), plain))
        words, address, comment = [], None, []

    at = 0
    while at < len(text):
        found = _address_token.match(text, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        if found[1] is not None:
            words.append(unquote(found[1]))
        elif found[2] is not None:
            comment.append(found[0].strip()[1:-1])
        elif found[3] is not None:
            address = found[3][1:-1].strip()
        elif found[4] == ":" and not (words and "@" in words[-1]):
            words = []  # the name of a group
        elif found[4] is not None:
            finish()
        else:
            words.append(found[5])
    finish()
    return result


def parseaddr(addr):
    """The (name, address) of an address; two empty texts when it is none."""
    found = getaddresses([addr])
    return found[0] if found else ("", "")


def make_msgid(idstring=None, domain=None):
    """A new Message-ID."""
    if domain is None:
        domain = os.uname().nodename
    return "<%d.%d.%d%s@%s>" % (time.time() * 100, os.getpid(), random.getrandbits(64),
                                "." + idstring if idstring else "", domain)


# --- Parameters in other character sets

def encode_rfc2231(s, charset=None, language=None):
    """Text as the value of an extended parameter."""
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return s
    return "%s'%s'%s" % (charset, language or "", s)


def decode_rfc2231(s):
    """(character set, language, text) of an extended parameter's value."""
    parts = s.split("'", 2)
    if len(parts) <= 2:
        return None, None, s
    return tuple(parts)


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of a parameter's value, which may be a tuple of three."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    raw = bytes(text, "raw-unicode-escape")
    try:
        return str(raw, charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)


_continued = re.compile(r"^(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$")


def decode_params(params):
    """Parameters in which the pieces of extended ones are put together."""
    result, pieces = [params[0]], {}
    for name, value in params[1:]:
        extended = name.endswith("*")
        found = _continued.match(name)
        if found is None:
            result.append((name, '"%s"' % quote(unquote(value))))
            continue
        number = int(found["num"]) if found["num"] is not None else 0
        pieces.setdefault(found["name"], []).append((number, unquote(value), extended))
    for name, parts in pieces.items():
        parts.sort()
        encoded = any(extended for _, _, extended in parts)
        text = "".join(urllib.parse.unquote(value, encoding="latin-1") if extended else value
                       for _, value, extended in parts)
        if encoded:
            charset, language, text = decode_rfc2231(text)
            result.append((name, (charset, language, '"%s"' % quote(text))))
        else:
            result.append((name, '"%s"' % quote(text)))
    return result

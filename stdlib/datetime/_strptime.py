"""Times from text by a format, for time.strptime() and datetime.strptime()."""

import re
import time
from datetime import date, timedelta, timezone

_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
           'october', 'november', 'december')


def _any_of(name, words):
    # Longer ones first: the first that fits counts.
    words = sorted((word for word in words if word), key=len, reverse=True)
    return f'(?P<{name}>{"|".join(map(re.escape, words))})'


_PATTERNS = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])',
    'f': r'(?P<f>[0-9]{1,6})',
    'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
    'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)',
    'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
    'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
    'w': r'(?P<w>[0-6])',
    'u': r'(?P<u>[1-7])',
    'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
    'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
    'y': r'(?P<y>\d\d)',
    'Y': r'(?P<Y>\d\d\d\d)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))',
    'A': _any_of('A', _DAYS),
    'a': _any_of('a', [day[:3] for day in _DAYS]),
    'B': _any_of('B', _MONTHS),
    'b': _any_of('b', [month[:3] for month in _MONTHS]),
    'p': r'(?P<p>am|pm)',
    'Z': _any_of('Z', {'utc', 'gmt', *(name.lower() for name in time.tzname)}),
    '%': '%',
}
_PATTERNS['h'] = _PATTERNS['b'].replace('<b>', '<h>')
_COMPOUNDS = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y',
              'T': '%H:%M:%S', 'R': '%H:%M'}
_cache = {}


def _pattern(format):
    known = _cache.get(format)
    if known is not None:
        return known
    source = re.sub(r'([\\.^$*+?(){}\[\]|])', r'\\\1', format)
    source = re.sub(r'\s+', r'\\s+', source)
    out = []
    position = 0
    while True:
        place = source.find('%', position)
        if place < 0:
            break
        out.append(source[position:place])
        if place + 1 == len(source):
            raise ValueError("stray %% in format '%s'" % format)
        letter = source[place + 1]
        if letter in ('c', 'x', 'X'):
            inner = re.sub(r'%(.)', lambda found: _PATTERNS[found.group(1)], _COMPOUNDS[letter])
            out.append(inner.replace(' ', r'\s+'))
        elif letter in _PATTERNS:
            out.append(_PATTERNS[letter])
        else:
            if letter == '\\':
                letter = '%'
            raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
        position = place + 2
    out.append(source[position:])
    try:
        made = re.compile(''.join(out), re.IGNORECASE)
    except re.error as error:
        raise ValueError(str(error)) from None
    if len(_cache) > 20:
        _cache.clear()
    _cache[format] = made
    return made


def _offset_of(text):
    """Seconds and microseconds of %z."""
    if text == 'Z':
        return 0, 0
    sign = -1 if text[0] == '-' else 1
    digits = text[1:].replace(':', '')
    fraction = ''
    if '.' in digits:
        digits, fraction = digits.split('.')
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return sign * seconds, sign * int(fraction.ljust(6, '0') or 0)


def parse(text, format):
    """(struct fields, microseconds, zone name, offset or None, its microseconds)."""
    for position, argument in enumerate((text, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {position} must be str, not {type(argument)}')
    found = _pattern(format).match(text)
    if not found:
        raise ValueError('time data %r does not match format %r' % (text, format))
    if len(text) != found.end():
        raise ValueError('unconverted data remains: %s' % text[found.end():])
    parts = {key: value for key, value in found.groupdict().items() if value is not None}
    year = month = day = None
    hour = minute = second = micros = 0
    weekday = julian = iso_year = iso_week = week = week_start = None
    zone_name, offset, offset_micros, saving = None, None, 0, -1
    for key, value in parts.items():
        if key == 'y':
            year = int(value)
            year += 2000 if year <= 68 else 1900
        elif key == 'Y':
            year = int(value)
        elif key == 'G':
            iso_year = int(value)
        elif key == 'm':
            month = int(value)
        elif key == 'B':
            month = _MONTHS.index(value.lower()) + 1
        elif key in 'bh':
            month = [name[:3] for name in _MONTHS].index(value.lower()) + 1
        elif key == 'd':
            day = int(value)
        elif key == 'H':
            hour = int(value)
        elif key == 'I':
            hour = int(value) % 12 + (12 if parts.get('p', '').lower() == 'pm' else 0)
        elif key == 'M':
            minute = int(value)
        elif key == 'S':
            second = int(value)
        elif key == 'f':
            micros = int(value.ljust(6, '0'))
        elif key == 'A':
            weekday = _DAYS.index(value.lower())
        elif key == 'a':
            weekday = [name[:3] for name in _DAYS].index(value.lower())
        elif key == 'w':
            weekday = (int(value) + 6) % 7
        elif key == 'u':
            weekday = int(value) - 1
        elif key == 'j':
            julian = int(value)
        elif key in 'UW':
            week = int(value)
            week_start = 6 if key == 'U' else 0
        elif key == 'V':
            iso_week = int(value)
        elif key == 'z':
            offset, offset_micros = _offset_of(value)
        elif key == 'Z':
            zone_name = value
            lowered = value.lower()
            names = [name.lower() for name in time.tzname]
            if lowered in ('utc', 'gmt'):
                saving = 0
            elif names[0] != names[1] or not time.daylight:
                saving = names.index(lowered)
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    leap_year_needed = year is None and month == 2 and day == 29
    shown_year = 1900 if year is None else year
    if leap_year_needed:
        year = 1904
    elif year is None:
        year = 1900
    if julian is None and weekday is not None:
        if week is not None:
            first = date(year, 1, 1)
            # Days before the first beginning of a week are week 0.
            lead = (7 - first.weekday() + week_start) % 7
            in_week = (weekday - week_start) % 7
            if week == 0:
                julian = in_week + lead - 6
            else:
                julian = 1 + lead + 7 * (week - 1) + in_week
        elif iso_week is not None:
            found_day = date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = found_day.year, found_day.month, found_day.day
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if date(year, 12, 31).timetuple().tm_yday == 366 else 365
    if julian is not None and (month is None or day is None):
        found_day = date.fromordinal(julian - 1 + date(year, 1, 1).toordinal())
        year, month, day = found_day.year, found_day.month, found_day.day
    month = month or 1
    day = day or 1
    this_day = date(year, month, day)
    if julian is None:
        julian = this_day.timetuple().tm_yday
    if weekday is None:
        weekday = this_day.weekday()
    if leap_year_needed:
        year = shown_year
    return ((year, month, day, hour, minute, second, weekday, julian, saving), micros, zone_name,
            offset, offset_micros)


def struct_time_of(text, format='%a %b %d %H:%M:%S %Y'):
    """What time.strptime() gives."""
    fields, _, zone_name, offset, _ = parse(text, format)
    return time.struct_time((*fields, zone_name, offset))


def datetime_of(cls, text, format):
    """What datetime.strptime() gives."""
    fields, micros, zone_name, offset, offset_micros = parse(text, format)
    zone = None
    if offset is not None:
        delta = timedelta(seconds=offset, microseconds=offset_micros)
        zone = timezone(delta, zone_name) if zone_name else timezone(delta)
    return cls(*fields[:6], micros, zone)

"""Module datetime's calendar, readers and writers of texts, timedelta and time zones."""

import time as _time
from math import modf as _modf

__name__ = 'datetime'  # what is made here belongs to the module users see

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_DAY_SECONDS = 86400
_MONTH_NAMES = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_DAY_NAMES = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


# --- The calendar


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def _days_before_month(year, month):
    return _DAYS_BEFORE[month] + (month > 2 and _is_leap(year))


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(number):
    rest = number - 1
    cycles400, rest = divmod(rest, 146097)
    cycles100, rest = divmod(rest, 36524)
    cycles4, rest = divmod(rest, 1461)
    years, rest = divmod(rest, 365)
    year = cycles400 * 400 + cycles100 * 100 + cycles4 * 4 + years + 1
    if years == 4 or cycles100 == 4:
        return year - 1, 12, 31
    month = (rest + 50) >> 5
    if _days_before_month(year, month) > rest:
        month -= 1
    return year, month, rest - _days_before_month(year, month) + 1


def _first_iso_monday(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _from_iso_calendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    if not 0 < week < 53:
        long_year = _to_ordinal(year, 1, 1) % 7
        if not (week == 53 and (long_year == 4 or long_year == 3 and _is_leap(year))):
            raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return _from_ordinal(_first_iso_monday(year) + (week - 1) * 7 + day - 1)


def _shown_name(cls):
    """The name of a class as its instances show it."""
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def _index(value):
    if isinstance(value, int):
        return int(value)
    try:
        return type(value).__index__(value)
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                        'integer') from None


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _index(hour), _index(minute), _index(second)
    microsecond = _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo subclass, not type '
                        f"'{type(zone).__name__}'")


def _check_offset(name, offset):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not "
                        f"'{type(offset).__name__}'")
    if not -timedelta(1) < offset < timedelta(1):
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                         f'timedelta(hours=24), not {offset!r}')
    return offset


def _show_offset(offset, colon=':'):
    if offset is None:
        return ''
    sign = '+'
    if offset._days < 0:
        sign = '-'
        offset = -offset
    minutes, seconds = divmod(offset._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    shown = f'{sign}{hours:02d}{colon}{minutes:02d}'
    if seconds or offset._microseconds:
        shown += f'{colon}{seconds:02d}'
        if offset._microseconds:
            shown += f'.{offset._microseconds:06d}'
    return shown


def _show_time(hour, minute, second, microsecond, timespec='auto'):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return f'{hour:02d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    shown = f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'seconds':
        return shown
    if timespec == 'milliseconds':
        return f'{shown}.{microsecond // 1000:03d}'
    if timespec == 'microseconds':
        return f'{shown}.{microsecond:06d}'
    raise ValueError('Unknown timespec value')


def _strftime(value, format, parts):
    """What %f, %z and %Z of a format stand for is put in before time.strftime() gets it."""
    pieces = []
    position = 0
    while True:
        place = format.find('%', position)
        if place < 0 or place + 1 == len(format):
            break
        letter = format[place + 1]
        pieces.append(format[position:place])
        if letter == 'f':
            pieces.append(f'{getattr(value, "microsecond", 0):06d}')
        elif letter == 'z':
            offset = value.utcoffset() if hasattr(value, 'utcoffset') else None
            pieces.append(_show_offset(offset, ''))
        elif letter == 'Z':
            name = value.tzname() if hasattr(value, 'tzname') else None
            pieces.append((name or '').replace('%', '%%'))
        else:
            pieces.append('%' + letter)
        position = place + 2
    pieces.append(format[position:])
    return _time.strftime(''.join(pieces), parts)


# --- Reading ISO 8601


def _number(text):
    if not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _read_date(text):
    if len(text) not in (7, 8, 10):
        raise ValueError
    year = _number(text[:4])
    dashed = text[4] == '-'
    rest = text[5:] if dashed else text[4:]
    if rest[0] == 'W':
        week = _number(rest[1:3])
        day = 1
        rest = rest[3:]
        if rest:
            if dashed:
                if rest[0] != '-':
                    raise ValueError
                rest = rest[1:]
            if len(rest) != 1:
                raise ValueError
            day = _number(rest)
        return _from_iso_calendar(year, week, day)
    month = _number(rest[:2])
    rest = rest[2:]
    if dashed:
        if rest[:1] != '-':
            raise ValueError
        rest = rest[1:]
    if len(rest) != 2:
        raise ValueError
    return year, month, _number(rest)


def _read_clock(text):
    numbers = [0, 0, 0, 0]
    colon = text[2:3] == ':'
    position = 0
    for place in range(3):
        numbers[place] = _number(text[position:position + 2])
        if len(text) < position + 2:
            raise ValueError
        position += 2
        if position == len(text):
            return numbers
        if place == 2:
            break
        if colon:
            if text[position] != ':':
                raise ValueError
            position += 1
        elif text[position] in '.,':
            break
    if text[position] not in '.,' or place != 2:
        raise ValueError
    digits = text[position + 1:]
    if not digits:
        raise ValueError
    _number(digits)
    numbers[3] = int(digits[:6].ljust(6, '0'))
    return numbers


def _read_time(text):
    if len(text) < 2:
        raise ValueError
    for place, letter in enumerate(text):
        if letter in '+-Z':
            break
    else:
        return (*_read_clock(text), None)
    numbers = _read_clock(text[:place])
    zone_text = text[place + 1:]
    if letter == 'Z':
        if zone_text:
            raise ValueError
        return (*numbers, timezone.utc)
    hours, minutes, seconds, micros = _read_clock(zone_text)
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
    if letter == '-':
        offset = -offset
    return (*numbers, timezone(offset) if offset else timezone.utc)


# --- Differences


def _divide_to_even(number, by):
    quotient, rest = divmod(number, by)
    rest *= 2
    if (rest > by if by > 0 else rest < by) or rest == by and quotient % 2:
        quotient += 1
    return quotient


class timedelta:
    """A difference of times: days, seconds and microseconds."""

    __slots__ = '_days', '_seconds', '_microseconds', '_hash'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        names = ('days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks')
        given = (days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        units = (86400000000, 1000000, 1, 1000, 60000000, 3600000000, 604800000000)
        total = 0
        rest = 0.0
        for name, value, unit in zip(names, given, units):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                part, whole = _modf(value)
                total += int(whole) * unit
                # The fraction of a day is a whole number of smaller units and a rest.
                part, whole = _modf(part * unit)
                total += int(whole)
                rest += part
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: '
                                f'{type(value).__name__}')
        if rest:
            whole = round(rest)
            if abs(rest - int(rest)) == 0.5:
                whole = int(rest) + (1 if rest > 0 else -1 if rest < 0 else 0) * (
                    (total + int(rest)) % 2)
            total += whole
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        seconds, microseconds = divmod(total, 1000000)
        days, seconds = divmod(seconds, _DAY_SECONDS)
        if abs(days) > 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._days = days
        self._seconds = seconds
        self._microseconds = microseconds
        self._hash = -1
        return self

    def _total(self):
        return (self._days * _DAY_SECONDS + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days, doc='Days; negative for negative differences.')
    seconds = property(lambda self: self._seconds, doc='Seconds beside the days: 0 to 86399.')
    microseconds = property(lambda self: self._microseconds,
                            doc='Microseconds beside the seconds.')

    def total_seconds(self):
        """All of it in seconds."""
        return self._total() / 10 ** 6

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (
            ('days', self._days), ('seconds', self._seconds),
            ('microseconds', self._microseconds)) if value]
        cls = self.__class__
        return f'{_shown_name(cls)}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        shown = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self._days:
            shown = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {shown}'
        if self._microseconds:
            shown += f'.{self._microseconds:06d}'
        return shown

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return -self + other
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_to_even(self._total() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide_to_even(self._total(), other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_to_even(denominator * self._total(), numerator))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._total(), other._total())
            return quotient, timedelta._of(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._of(86400000000 * 1000000000 - 1)
timedelta.resolution = timedelta(microseconds=1)


# --- Time zones


class tzinfo:
    """The base of time zones."""

    def tzname(self, dt):
        """The name of the zone at a time."""
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        """The difference to UTC at a time."""
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        """The part of it that is daylight saving."""
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """A time of UTC as one of the zone."""
        from datetime import datetime
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc() requires a non-None utcoffset() result')
        saving = dt.dst()
        if saving is None:
            raise ValueError('fromutc() requires a non-None dst() result')
        delta = offset - saving
        if delta:
            dt += delta
            saving = dt.dst()
            if saving is None:
                raise ValueError('fromutc(): dt.dst gave inconsistent results; cannot convert')
        return dt + saving

    def __reduce__(self):
        given = self.__getinitargs__() if hasattr(self, '__getinitargs__') else ()
        return self.__class__, given, self.__getstate__()


class timezone(tzinfo):
    """A fixed difference to UTC."""

    __slots__ = '_offset', '_name'

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not '
                            f'{type(offset).__name__}')
        if name is None:
            if not offset:
                return cls.utc
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) '
                             f'and timedelta(hours=24), not {offset!r}.')
        return cls._make(offset, name)

    @classmethod
    def _make(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def _check(self, dt, method):
        from datetime import datetime
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not '
                            f'{type(dt).__name__}')

    def utcoffset(self, dt):
        """The difference to UTC."""
        self._check(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        """The name, or UTC and the difference."""
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + _show_offset(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        """None."""
        self._check(dt, 'dst')
        return None

    def fromutc(self, dt):
        """A time of UTC as one of the zone."""
        from datetime import datetime
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        cls = self.__class__
        if self is timezone.utc:
            return f'{_shown_name(cls)}.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{_shown_name(cls)}({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()


UTC = timezone.utc = timezone._make(timedelta(0))
timezone.min = timezone._make(-timedelta(hours=23, minutes=59))
timezone.max = timezone._make(timedelta(hours=23, minutes=59))


class IsoCalendarDate(tuple):
    """Year, week and weekday of ISO 8601."""

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'{_shown_name(type(self))}(year={self[0]}, ' \
               f'week={self[1]}, weekday={self[2]})'

    def __reduce__(self):
        return tuple, (tuple(self),)

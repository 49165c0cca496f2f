"""Dates, times of day, both together, differences between them, and time zones."""

import time as _time
from math import modf as _modf

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR',
           'UTC')

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


# --- Dates


class date:
    """A day of the calendar."""

    __slots__ = '_year', '_month', '_day'

    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            place = 2 if month is None else 3
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year, doc='1 to 9999.')
    month = property(lambda self: self._month, doc='1 to 12.')
    day = property(lambda self: self._day, doc='From 1 on.')

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local day of a number of seconds since 1970."""
        parts = _time.localtime(timestamp)
        return cls(parts[0], parts[1], parts[2])

    @classmethod
    def today(cls):
        """The local day of now."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n, /):
        """The day of a number: 1 is the first day of year 1."""
        number = _index(n)
        if number < 1:
            raise ValueError('ordinal must be >= 1')
        if number > _MAXORDINAL:
            raise ValueError(f'year {_from_ordinal(number)[0]} is out of range')
        return cls(*_from_ordinal(number))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day of a text in a form of ISO 8601."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            parts = _read_date(date_string)
        except ValueError as error:
            if error.args and not str(error).startswith('invalid literal'):
                raise
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of a year, week and weekday of ISO 8601."""
        return cls(*_from_iso_calendar(year, week, day))

    def __repr__(self):
        cls = self.__class__
        return f'{_shown_name(cls)}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        """The day as in 'Wed Dec  4 00:00:00 2002'."""
        return (f'{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month - 1]} {self._day:2d} '
                f'00:00:00 {self._year:04d}')

    def strftime(self, format):
        """The day by a format."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f'must be str, not {type(format).__name__}')
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        """The day as in '2002-12-04'."""
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def timetuple(self):
        """The day for module time."""
        return _time.struct_time((
            self._year, self._month, self._day, 0, 0, 0, self.weekday(),
            _days_before_month(self._year, self._month) + self._day, -1))

    def toordinal(self):
        """The number of the day."""
        return _to_ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """Another day, some parts changed."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        """0 for Monday to 6."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 for Monday to 7."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Year, week and weekday of ISO 8601."""
        year = self._year
        number = _to_ordinal(self._year, self._month, self._day)
        monday = _first_iso_monday(year)
        if number < monday:
            year -= 1
            monday = _first_iso_monday(year)
        elif number >= _first_iso_monday(year + 1):
            year += 1
            monday = _first_iso_monday(year)
        return IsoCalendarDate((year, (number - monday) // 7 + 1, (number - monday) % 7 + 1))

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        number = self.toordinal() + other._days
        if not 0 < number <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(number)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, self._key()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# --- Times of day


class time:
    """A time of day, with a time zone or without."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        checked = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond, self._fold = checked
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour, doc='0 to 23.')
    minute = property(lambda self: self._minute, doc='0 to 59.')
    second = property(lambda self: self._second, doc='0 to 59.')
    microsecond = property(lambda self: self._microsecond, doc='0 to 999999.')
    tzinfo = property(lambda self: self._tzinfo, doc='The time zone, or None.')
    fold = property(lambda self: self._fold, doc='1: the second of two equal local times.')

    def utcoffset(self):
        """The difference to UTC, None without time zone."""
        if self._tzinfo is None:
            return None
        return _check_offset('utcoffset', self._tzinfo.utcoffset(None))

    def tzname(self):
        """The name of the time zone, or None."""
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        """The daylight saving, or None."""
        if self._tzinfo is None:
            return None
        return _check_offset('dst', self._tzinfo.dst(None))

    def _micros(self, offset):
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000
        total += self._microsecond
        return total - offset._total() if offset else total

    def _compare(self, other, for_equality):
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if for_equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._micros(mine), other._micros(theirs)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        pair = self._compare(other, True)
        return pair is not None and pair[0] == pair[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        left, right = self._compare(other, False)
        return left < right

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        left, right = self._compare(other, False)
        return left <= right

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        left, right = self._compare(other, False)
        return left > right

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        left, right = self._compare(other, False)
        return left >= right

    def __hash__(self):
        return hash(self._micros(self.utcoffset()))

    def __repr__(self):
        cls = self.__class__
        shown = f'{self._hour}, {self._minute}'
        if self._second or self._microsecond:
            shown += f', {self._second}'
        if self._microsecond:
            shown += f', {self._microsecond}'
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            shown += ', fold=1'
        return f'{_shown_name(cls)}({shown})'

    def isoformat(self, timespec='auto'):
        """The time as in '12:30:59.000001+01:00'."""
        return _show_time(self._hour, self._minute, self._second, self._microsecond,
                          timespec) + _show_offset(self.utcoffset())

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of a text in a form of ISO 8601."""
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_read_time(time_string.removeprefix('T')))
        except ValueError as error:
            if ' must be in ' in str(error):
                raise
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None

    def strftime(self, format):
        """The time by a format; the day is 1900-01-01."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1,
                                        -1))

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f'must be str, not {type(format).__name__}')
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        """Another time, some parts changed."""
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._microsecond,
                                self._tzinfo)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class = time
_zone_class = tzinfo


# --- Both


class datetime(date):
    """A day and a time of day, with a time zone or without."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            place = 2 if month is None else 3
            raise TypeError(f"function missing required argument '{missing}' (pos {place})")
        year, month, day = _check_date(year, month, day)
        checked = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond, self._fold = checked
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour, doc='0 to 23.')
    minute = property(lambda self: self._minute, doc='0 to 59.')
    second = property(lambda self: self._second, doc='0 to 59.')
    microsecond = property(lambda self: self._microsecond, doc='0 to 999999.')
    tzinfo = property(lambda self: self._tzinfo, doc='The time zone, or None.')
    fold = property(lambda self: self._fold, doc='1: the second of two equal local times.')

    @classmethod
    def _of_seconds(cls, seconds, zone, parts_of):
        if isinstance(seconds, float):
            fraction, whole = _modf(seconds)
            microsecond = round(fraction * 1e6)
            if microsecond >= 1000000:
                whole += 1
                microsecond -= 1000000
            elif microsecond < 0:
                whole -= 1
                microsecond += 1000000
            seconds = int(whole)
        else:
            seconds, microsecond = _index(seconds), 0
        parts = parts_of(seconds)
        return cls(parts[0], parts[1], parts[2], parts[3], parts[4], min(parts[5], 59),
                   microsecond, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The local time (or that of a zone) of a number of seconds since 1970."""
        _check_zone(tz)
        if tz is None:
            return cls._of_seconds(timestamp, None, _time.localtime)
        return tz.fromutc(cls._of_seconds(timestamp, tz, _time.gmtime))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """The time of UTC, without zone, of a number of seconds since 1970."""
        return cls._of_seconds(timestamp, None, _time.gmtime)

    @classmethod
    def now(cls, tz=None):
        """Now, local or in a zone."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """Now in UTC, without zone."""
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day together."""
        if not isinstance(date, _date_class):
            raise TypeError('combine() argument 1 must be datetime.date, not '
                            f'{type(date).__name__}')
        if not isinstance(time, _time_class):
            raise TypeError('combine() argument 2 must be datetime.time, not '
                            f'{type(time).__name__}')
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The time of a text in a form of ISO 8601."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_read_datetime(date_string))
        except ValueError as error:
            message = str(error)
            if message and not message.startswith(('invalid literal', 'year is')):
                raise
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time of a text in a given format."""
        import _strptime
        return _strptime.datetime_of(cls, date_string, format)

    def timetuple(self):
        """The time for module time."""
        saving = self.dst()
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second,
            self.weekday(), _days_before_month(self._year, self._month) + self._day,
            -1 if saving is None else 1 if saving else 0))

    def utctimetuple(self):
        """The time in UTC for module time."""
        moved = self
        offset = self.utcoffset()
        if offset:
            moved = self - offset
        return _time.struct_time((
            moved._year, moved._month, moved._day, moved._hour, moved._minute, moved._second,
            moved.weekday(), _days_before_month(moved._year, moved._month) + moved._day, 0))

    def timestamp(self):
        """Seconds since 1970."""
        if self._tzinfo is None:
            seconds = _time.mktime((self._year, self._month, self._day, self._hour, self._minute,
                                    self._second, -1, -1, -1))
            return seconds + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def date(self):
        """The day."""
        return _date_class(self._year, self._month, self._day)

    def time(self):
        """The time of day without zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           fold=self._fold)

    def timetz(self):
        """The time of day with the zone."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        """Another time, some parts changed."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def _local_zone(self):
        parts = _time.localtime(int(self.timestamp() if self._tzinfo is None
                                    else (self - _EPOCH).total_seconds()))
        return timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)

    def astimezone(self, tz=None):
        """The same moment in another zone, the local one if None."""
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, _zone_class):
            _check_zone(tz)
        mine = self._tzinfo
        if mine is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        else:
            offset = mine.utcoffset(self)
            if offset is None:
                mine = self.replace(tzinfo=None)._local_zone()
                offset = mine.utcoffset(self)
        if tz is mine:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        """The time as in 'Wed Dec  4 20:30:40 2002'."""
        return (f'{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month - 1]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    def isoformat(self, sep='T', timespec='auto'):
        """The time as in '2002-12-04T20:30:40+01:00'."""
        return (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}' +
                _show_time(self._hour, self._minute, self._second, self._microsecond, timespec) +
                _show_offset(self.utcoffset()))

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        cls = self.__class__
        numbers = [self._year, self._month, self._day, self._hour, self._minute, self._second,
                   self._microsecond]
        if not numbers[-1]:
            del numbers[-1]
            if not numbers[-1]:
                del numbers[-1]
        shown = ', '.join(map(str, numbers))
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            shown += ', fold=1'
        return f'{_shown_name(cls)}({shown})'

    def utcoffset(self):
        """The difference to UTC, None without time zone."""
        if self._tzinfo is None:
            return None
        return _check_offset('utcoffset', self._tzinfo.utcoffset(self))

    def tzname(self):
        """The name of the time zone, or None."""
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        """The daylight saving, or None."""
        if self._tzinfo is None:
            return None
        return _check_offset('dst', self._tzinfo.dst(self))

    def _micros(self, offset=None):
        seconds = (self.toordinal() * 24 + self._hour) * 3600 + self._minute * 60 + self._second
        total = seconds * 1000000 + self._microsecond
        return total - offset._total() if offset else total

    def _compare(self, other, for_equality=False):
        mine, theirs = self.utcoffset(), other.utcoffset()
        if self._tzinfo is other._tzinfo:
            return self._micros(), other._micros()
        if (mine is None) != (theirs is None):
            if for_equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._micros(mine), other._micros(theirs)

    def _refuse(self, other):
        if isinstance(other, _date_class):
            raise TypeError(f"can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, _date_class) else NotImplemented
        left, right = self._compare(other, True)
        return left == right

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return self._refuse(other)
        left, right = self._compare(other)
        return left < right

    def __le__(self, other):
        if not isinstance(other, datetime):
            return self._refuse(other)
        left, right = self._compare(other)
        return left <= right

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return self._refuse(other)
        left, right = self._compare(other)
        return left > right

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return self._refuse(other)
        left, right = self._compare(other)
        return left >= right

    def __hash__(self):
        return hash(self._micros(self.utcoffset()))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._micros() + other._total()
        seconds, microsecond = divmod(total, 1000000)
        number, seconds = divmod(seconds, _DAY_SECONDS)
        if not 0 < number <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_from_ordinal(number), hour, minute, second, microsecond, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._micros() - other._micros())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._micros(mine) - other._micros(theirs))

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute,
                                self._second, self._microsecond, self._tzinfo)


def _read_datetime(text):
    if len(text) < 7:
        raise ValueError
    # The separator stands where no form of a date goes on.
    if text[4] == '-':
        if text[5] == 'W':
            end = 10 if len(text) > 8 and text[8] == '-' and (
                len(text) == 10 or not text[10:11].isdigit()) else 8
        else:
            end = 10
    elif text[4] == 'W':
        end = 8 if len(text) > 7 and text[7].isdigit() and (
            len(text) == 8 or not text[8].isdigit()) else 7
    else:
        end = 8
    day = _read_date(text[:end])
    if len(text) == end:
        return day
    if len(text) == end + 1:
        raise ValueError
    return (*day, *_read_time(text[end + 1:]))


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

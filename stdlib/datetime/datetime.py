"""Dates, times of day, both together, differences between them, and time zones."""

import time as _time
from math import modf as _modf
from _datetime_basics import (
    IsoCalendarDate, MAXYEAR, MINYEAR, UTC, _DAY_NAMES, _DAY_SECONDS, _MAXORDINAL, _MONTH_NAMES,
    _check_date, _check_offset, _check_time, _check_zone, _days_before_month, _first_iso_monday,
    _from_iso_calendar, _from_ordinal, _index, _read_date, _read_time, _show_offset, _show_time,
    _shown_name, _strftime, _to_ordinal, timedelta, timezone, tzinfo)

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR',
           'UTC')


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

"""Rows of fields in text: reading, writing, and finding out how a text was written.

Lines without quotes and escapes, and fields that need none, take a short way; all else is read
character by character.
"""

import re
from io import StringIO

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect',
           'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect',
           'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect', 'DictReader',
           'DictWriter', 'unix_dialect', '__doc__', '__version__']
__version__ = '1.0'

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}
_field_limit = 131072


class Error(Exception):
    """Text or fields that do not fit the dialect."""


Error.__module__ = '_csv'


class _Dialect:
    """A dialect that has been checked; cannot be changed."""

    __slots__ = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace',
                 'lineterminator', 'quoting', 'strict', '_special')

    def __init__(self, dialect=None, **given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)

        def value_of(name, default):
            if name in given:
                return given.pop(name)
            return getattr(dialect, name, default) if dialect is not None else default

        quoting_given = 'quoting' in given or hasattr(dialect, 'quoting')
        delimiter = value_of('delimiter', ',')
        quotechar = value_of('quotechar', '"')
        escapechar = value_of('escapechar', None)
        quoting = value_of('quoting', QUOTE_MINIMAL)
        lineterminator = value_of('lineterminator', '\r\n')
        flags = {name: bool(value_of(name, default)) for name, default in (
            ('doublequote', True), ('skipinitialspace', False), ('strict', False))}
        if given:
            raise TypeError(f"'{next(iter(given))}' is an invalid keyword argument for this "
                            'function')
        self._one('delimiter', delimiter, False)
        self._one('escapechar', escapechar, True)
        self._one('quotechar', quotechar, True)
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not QUOTE_MINIMAL <= quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if quotechar is None and not quoting_given:
            quoting = QUOTE_NONE
        if quoting != QUOTE_NONE and quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if lineterminator is None:
            raise TypeError('lineterminator must be set')
        if not isinstance(lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not '
                            f'{type(lineterminator).__name__}')
        self._set(delimiter=delimiter, quotechar=quotechar, escapechar=escapechar,
                  quoting=quoting, lineterminator=lineterminator, **flags)
        # What a field cannot hold without quotes.
        self._set(_special=frozenset(
            [delimiter, '\n', '\r', *lineterminator]
            + [each for each in (quotechar, escapechar) if each is not None]))

    def _set(self, **values):
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @staticmethod
    def _one(name, value, may_be_none):
        if value is None and may_be_none:
            return
        if not isinstance(value, str):
            kind = 'string or None' if may_be_none else 'string'
            raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")


class Dialect:
    """How rows are written; subclasses set the attributes."""

    _name = ''
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    """What Excel writes."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """The same with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """What Unix programs write: all quoted."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **fmtparams):
    """Give a dialect a name."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Dialect(dialect, **fmtparams)


def unregister_dialect(name):
    """Forget a dialect."""
    if _dialects.pop(name, None) is None:
        raise Error('unknown dialect')


def get_dialect(name):
    """The dialect of a name."""
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


def field_size_limit(*limit):
    """The longest field a reader takes; set it anew if it is given."""
    global _field_limit
    old = _field_limit
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError('limit must be an integer')
        _field_limit = limit[0]
    return old


def reader(iterable, /, dialect='excel', **fmtparams):
    """An iterator over rows, which are lists of text."""
    return _Reader(iter(iterable), _Dialect(dialect, **fmtparams))


class _Reader:
    """Rows of lines."""

    def __init__(self, lines, dialect):
        self._lines = lines
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        dialect = self.dialect
        line = next(self._lines)
        self.line_num += 1
        if (isinstance(line, str) and not dialect.skipinitialspace
                and dialect.quoting != QUOTE_NONNUMERIC
                and (dialect.quotechar is None or dialect.quotechar not in line)
                and (dialect.escapechar is None or dialect.escapechar not in line)):
            text = line.rstrip('\r\n')
            if '\n' not in text and '\r' not in text and len(text) <= _field_limit:
                return text.split(dialect.delimiter) if text else []
        return _Row(self, dialect).read(line)


_AT_START, _IN_FIELD, _IN_QUOTES, _BEHIND_QUOTE, _AT_END = range(5)


class _Row:
    """One row that has to be looked at character by character."""

    def __init__(self, reader, dialect):
        self.reader = reader
        self.dialect = dialect
        self.fields = []
        self.start()

    def start(self):
        self.pieces = []
        self.size = 0
        self.is_number = False

    def add(self, text):
        self.size += len(text)
        if self.size > _field_limit:
            raise Error(f'field larger than field limit ({_field_limit})')
        self.pieces.append(text)

    def save(self):
        field = ''.join(self.pieces)
        self.fields.append(float(field) if self.is_number else field)
        self.start()

    def read(self, line):
        state = _AT_START
        is_escaped = False
        begun = False  # the row has characters
        goes_on = False  # an escaped line break came last
        while True:
            if not isinstance(line, str):
                raise Error('iterator should return strings, not %s '
                            '(the file should be opened in text mode)' % type(line).__name__)
            for char in line:
                if state == _AT_END:
                    if char not in '\r\n':
                        raise Error('new-line character seen in unquoted field - do you need to '
                                    'open the file in universal-newline mode?')
                    continue
                if is_escaped:
                    self.add(char)
                    is_escaped = False
                    goes_on = char in '\r\n'
                    continue
                goes_on = False
                if char in '\r\n' and state != _IN_QUOTES:
                    if begun or state != _AT_START:
                        self.save()
                    state = _AT_END
                    continue
                state, is_escaped = self.take(char, state)
                begun = True
            if state == _IN_QUOTES or is_escaped or goes_on:
                if is_escaped:
                    self.add('\n')
                    is_escaped = False
                try:
                    line = next(self.reader._lines)
                except StopIteration:
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self.save()
                    return self.fields
                self.reader.line_num += 1
                continue
            if state != _AT_END and begun:
                self.save()
            return self.fields

    def take(self, char, state):
        """(next state, whether the next character is escaped)."""
        dialect = self.dialect
        is_quote = char == dialect.quotechar and dialect.quoting != QUOTE_NONE
        if state == _IN_QUOTES:
            if char == dialect.escapechar:
                return _IN_QUOTES, True
            if is_quote:
                return _BEHIND_QUOTE if dialect.doublequote else _IN_FIELD, False
            self.add(char)
            return _IN_QUOTES, False
        if state == _BEHIND_QUOTE:
            if is_quote:
                self.add(char)
                return _IN_QUOTES, False
            if char != dialect.delimiter and dialect.strict:
                raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
        if char == dialect.delimiter:
            self.save()
            return _AT_START, False
        if state == _AT_START:
            if is_quote:
                return _IN_QUOTES, False
            if char == ' ' and dialect.skipinitialspace:
                return _AT_START, False
            if dialect.quoting == QUOTE_NONNUMERIC:
                self.is_number = True
        if char == dialect.escapechar and state != _BEHIND_QUOTE:
            return _IN_FIELD, True
        self.add(char)
        return _IN_FIELD, False


def writer(fileobj, /, dialect='excel', **fmtparams):
    """An object that writes rows."""
    write = getattr(fileobj, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _Writer(write, _Dialect(dialect, **fmtparams))


class _Writer:
    """Writes rows."""

    def __init__(self, write, dialect):
        self._write = write
        self.dialect = dialect

    def writerow(self, row, /):
        """Write one row; what write() gives back."""
        try:
            row = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        fields = [self._field(field) for field in row]
        if fields == ['']:
            # An empty line would be no row.
            if self.dialect.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            fields = [self.dialect.quotechar * 2]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        """Write several rows."""
        for row in rows:
            self.writerow(row)

    def _field(self, field):
        dialect = self.dialect
        is_number = isinstance(field, (int, float)) or dialect.quoting == QUOTE_NONNUMERIC and (
            hasattr(field, '__float__') or hasattr(field, '__index__'))
        if isinstance(field, str):
            text = field
        elif field is None:
            text = ''
        else:
            text = repr(field) if type(field) is float else str(field)
        quoting = dialect.quoting
        must_quote = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not is_number
        if dialect._special.isdisjoint(text):
            return f'{dialect.quotechar}{text}{dialect.quotechar}' if must_quote else text
        pieces = []
        for char in text:
            if char in dialect._special:
                wants_escape = False
                if quoting == QUOTE_NONE:
                    wants_escape = True
                else:
                    if char == dialect.quotechar:
                        if dialect.doublequote:
                            pieces.append(char)
                        else:
                            wants_escape = True
                    elif char == dialect.escapechar:
                        wants_escape = True
                    if not wants_escape:
                        must_quote = True
                if wants_escape:
                    if dialect.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    pieces.append(dialect.escapechar)
            pieces.append(char)
        text = ''.join(pieces)
        return f'{dialect.quotechar}{text}{dialect.quotechar}' if must_quote else text


class DictReader:
    """Rows as dicts; the first row names the fields unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        """The names of the fields."""
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames  # read before the first row
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        names = self.fieldnames
        told = dict(zip(names, row))
        if len(names) < len(row):
            told[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            told[name] = self.restval
        return told

    __class_getitem__ = classmethod(type(list[int]))


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError('extrasaction (%s) must be \'raise\' or \'ignore\'' % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        """Write the names of the fields."""
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, told):
        if self.extrasaction == 'raise':
            unknown = told.keys() - self.fieldnames
            if unknown:
                raise ValueError('dict contains fields not in fieldnames: '
                                 + ', '.join([repr(name) for name in unknown]))
        return (told.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        """Write one dict."""
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        """Write several dicts."""
        return self.writer.writerows(map(self._row, rowdicts))

    __class_getitem__ = classmethod(type(list[int]))


class Sniffer:
    """Finds out which dialect a sample of text was written in."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """A dialect class that fits the sample."""
        quotechar, doublequote, delimiter, skip = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skip = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skip
        return dialect

    @staticmethod
    def _by_quotes(sample, delimiters):
        # A quoted field tells by its neighbours what separates.
        found = re.findall(r'(?:^|([^\w\n"\'])( ?))(["\']).*?\3(?:([^\w\n"\'])( ?)|$)', sample,
                           re.DOTALL | re.MULTILINE)
        if not found:
            return '', False, None, False
        quotes, separators, spaces = {}, {}, 0
        for before, space, quote, behind, space_behind in found:
            quotes[quote] = quotes.get(quote, 0) + 1
            separator = before or behind
            if separator and (delimiters is None or separator in delimiters):
                separators[separator] = separators.get(separator, 0) + 1
                if (space if before else space_behind):
                    spaces += 1
        quotechar = max(quotes, key=quotes.get)
        if not separators:
            return quotechar, False, '', False
        delimiter = max(separators, key=separators.get)
        doubled = re.search(f'{quotechar}[^{quotechar}\n]*{quotechar}{quotechar}', sample)
        return quotechar, bool(doubled), delimiter, separators[delimiter] == spaces

    def _by_counts(self, sample, delimiters):
        # What separates is as often in one line as in another.
        lines = [line for line in sample.split('\n') if line]
        if not lines:
            return '', False
        candidates = {}
        for char in map(chr, range(127)):
            if char.isalnum() or char in '\r"\'' or delimiters is not None and (
                    char not in delimiters):
                continue
            counts = [line.count(char) for line in lines]
            usual = max(set(counts), key=counts.count)
            share = counts.count(usual) / len(counts)
            if usual > 0 and share > 0.9:
                candidates[char] = share
        if not candidates:
            return '', False
        delimiter = next((char for char in self.preferred if char in candidates), None)
        if delimiter is None:
            delimiter = max(candidates, key=candidates.get)
        return delimiter, lines[0].count(delimiter) == lines[0].count(f'{delimiter} ')

    def has_header(self, sample):
        """Whether the first row seems to name the columns."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for number, row in zip(range(21), rows):
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    complex(header[column])
                    votes -= 1
                except (ValueError, TypeError):
                    votes += 1
        return votes > 0

"""Character classes, templates and formatting of strings."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits',
           'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

from _string import formatter_field_name_split, formatter_parser

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of s, each with a capital."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_missing = object()


class _Both:
    # The values of a mapping, and before them those of keywords.
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __getitem__(self, key):
        return self.first[key] if key in self.first else self.second[key]


class Template:
    """A string with $-placeholders."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None  # re.IGNORECASE, unless a class says otherwise

    def __init_subclass__(cls):
        super().__init_subclass__()
        if ('pattern' in cls.__dict__ or cls.idpattern is not Template.idpattern or
                cls.braceidpattern is not None or cls.flags is not None):
            cls._compiled = _compile_template(cls)

    def __init__(self, template):
        self.template = template

    # Pieces: (text, kind, name), kind being 'escaped', 'named', 'invalid' or None at the end.
    def _pieces(self):
        compiled = getattr(self, '_compiled', None)
        if compiled is not None:
            yield from _pieces_by_pattern(compiled, self.template)
            return
        text = self.template
        delimiter = self.delimiter
        start = 0
        while True:
            at = text.find(delimiter, start)
            if at < 0:
                yield text[start:], None, None, len(text), ''
                return
            before = text[start:at]
            after = at + len(delimiter)
            if text.startswith(delimiter, after):
                yield before, 'escaped', None, at, delimiter * 2
                start = after + len(delimiter)
                continue
            braced = text[after:after + 1] == '{'
            begin = after + braced
            end = begin
            while end < len(text) and text[end].isascii() and (
                    text[end] == '_' or text[end].isalpha() or
                    end > begin and text[end].isdigit()):
                end += 1
            if end > begin and (not braced or text[end:end + 1] == '}'):
                start = end + braced
                yield before, 'named', text[begin:end], at, text[at:start]
            else:
                start = after
                yield before, 'invalid', None, start, delimiter

    def _raise_invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        if lines:
            line = len(lines)
            column = at - len(''.join(lines[:-1]))
        else:
            line = column = 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def _values(self, mapping, kws):
        if mapping is _missing:
            return kws
        return _Both(kws, mapping) if kws else mapping

    def substitute(self, mapping=_missing, /, **kws):
        """The string with all placeholders replaced."""
        values = self._values(mapping, kws)
        result = []
        for before, kind, name, at, _ in self._pieces():
            result.append(before)
            if kind == 'named':
                result.append(str(values[name]))
            elif kind == 'escaped':
                result.append(self.delimiter)
            elif kind == 'invalid':
                self._raise_invalid(at)
        return ''.join(result)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """The same, but what cannot be replaced stays."""
        values = self._values(mapping, kws)
        result = []
        for before, kind, name, _, text in self._pieces():
            result.append(before)
            if kind == 'named':
                try:
                    text = str(values[name])
                except KeyError:
                    pass
            elif kind == 'escaped':
                text = self.delimiter
            result.append(text)
        return ''.join(result)

    def is_valid(self):
        """Whether all placeholders are well formed."""
        return all(kind != 'invalid' for _, kind, _, _, _ in self._pieces())

    def get_identifiers(self):
        """The names of the placeholders, each once."""
        return list(dict.fromkeys(name for _, kind, name, _, _ in self._pieces()
                                  if kind == 'named'))


def _compile_template(cls):
    import re
    pattern = cls.__dict__.get('pattern')
    if pattern is None:
        delimiter = re.escape(cls.delimiter)
        braced = cls.braceidpattern or cls.idpattern
        pattern = (f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|'
                   f'{{(?P<braced>{braced})}}|(?P<invalid>))')
    flags = re.IGNORECASE if cls.flags is None else cls.flags
    cls.pattern = re.compile(pattern, flags | re.VERBOSE)
    return cls.pattern


def _pieces_by_pattern(pattern, text):
    start = 0
    for match in pattern.finditer(text):
        before = text[start:match.start()]
        start = match.end()
        groups = match.groupdict()
        name = groups.get('named') or groups.get('braced')
        if name is not None:
            kind = 'named'
        elif groups.get('escaped') is not None:
            kind = 'escaped'
        elif groups.get('invalid') is not None:
            kind = 'invalid'
        else:
            raise ValueError('Unrecognized named group in pattern', pattern)
        yield before, kind, name, match.start('invalid') if kind == 'invalid' else (
            match.start()), match.group()
    yield text[start:], None, None, len(text), ''


class Formatter:
    """What str.format() does, to derive from."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto_index=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for text, name, specification, conversion in self.parse(format_string):
            if text:
                result.append(text)
            if name is None:
                continue
            if name == '':
                if auto_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                name = str(auto_index)
                auto_index += 1
            elif name.isdigit():
                if auto_index:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                auto_index = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            specification, auto_index = self._vformat(specification, args, kwargs, used,
                                                      depth - 1, auto_index)
            result.append(self.format_field(value, specification))
        return ''.join(result), auto_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, part in rest:
            value = getattr(value, part) if is_attribute else value[part]
        return value, first

"""Files of sections with options (INI)."""

import io
import itertools
import os
import re
import sys
from collections import ChainMap
from collections.abc import MutableMapping
from _configparser_basics import (BasicInterpolation, DuplicateOptionError, DuplicateSectionError,
    Error, ExtendedInterpolation, Interpolation, InterpolationDepthError, InterpolationError,
    InterpolationMissingOptionError, InterpolationSyntaxError, LegacyInterpolation,
    MAX_INTERPOLATION_DEPTH, MissingSectionHeaderError, MultilineContinuationError, NoOptionError,
    NoSectionError, ParsingError)

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError',
           'InterpolationError', 'InterpolationDepthError', 'InterpolationMissingOptionError',
           'InterpolationSyntaxError', 'ParsingError', 'MissingSectionHeaderError', 'ConfigParser',
           'SafeConfigParser', 'RawConfigParser', 'Interpolation', 'BasicInterpolation',
           'ExtendedInterpolation', 'LegacyInterpolation', 'SectionProxy', 'ConverterMapping',
           'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH']

DEFAULTSECT = 'DEFAULT'
_UNSET = object()


class RawConfigParser(MutableMapping):
    """Sections with options, as they are written."""

    _SECT_TMPL = r'\[(?P<header>.+)\]'
    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(_SECT_TMPL)
    NONSPACECRE = re.compile(r'\S')
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *,
                 delimiters=('=', ':'), comment_prefixes=('#', ';'), inline_comment_prefixes=None,
                 strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT,
                 interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        choice = '|'.join(map(re.escape, delimiters))
        self._optcre = re.compile(
            rf'(?P<option>.*?)\s*(?:(?P<vi>{choice})\s*(?P<value>.*))?$' if allow_no_value
            else rf'(?P<option>.*?)\s*(?:(?P<vi>{choice})\s*(?P<value>.*)$)')
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError('interpolation= must be None or an instance of Interpolation; got an '
                            f'object of type {type(self._interpolation)}')
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def defaults(self):
        """The options all sections have."""
        return self._defaults

    def sections(self):
        """The names of the sections, without the default one."""
        return list(self._sections)

    def add_section(self, section):
        """Make a section."""
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        """Whether there is such a section."""
        return section in self._sections

    def options(self, section):
        """The names of a section's options."""
        try:
            own = self._sections[section].copy()
        except KeyError:
            raise NoSectionError(section) from None
        own.update(self._defaults)
        return list(own)

    # --- Reading

    def read(self, filenames, encoding=None):
        """Read files, those that there are; the list of them."""
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename) if isinstance(filename, os.PathLike) else filename)
        return done

    def read_file(self, f, source=None):
        """Read lines."""
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        """Read a text."""
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        """Read a dict of dicts."""
        added = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value)

    def _without_comment(self, line):
        stripped = line.strip()
        for prefix in self._comment_prefixes:
            if stripped.startswith(prefix):
                return None, True
        end = len(line)
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while 0 <= at < end:
                if at == 0 or line[at - 1].isspace():
                    end = at
                    break
                at = line.find(prefix, at + 1)
        return line[:end].strip(), end < len(line)

    def _read(self, lines, source):
        added = set()
        current = None  # the section's options: values are lists of lines meanwhile
        section = option = None
        indent = 0
        error = None
        for lineno, line in enumerate(lines, 1):
            value, had_comment = self._without_comment(line)
            if not value:
                if self._empty_lines_in_values:
                    # A line in the middle of a value, but for comments.
                    if (not had_comment and current is not None and option
                            and current[option] is not None):
                        current[option].append('')
                else:
                    indent = sys.maxsize
                continue
            first = self.NONSPACECRE.search(line)
            depth = first.start() if first else 0
            if current is not None and option and depth > indent:
                if current[option] is None:
                    raise MultilineContinuationError(source, lineno, line)
                current[option].append(value)
                continue
            indent = depth
            header = self.SECTCRE.match(value)
            if header:
                section = header.group('header')
                option = None
                if section in self._sections:
                    if self._strict and section in added:
                        raise DuplicateSectionError(section, source, lineno)
                    current = self._sections[section]
                    added.add(section)
                elif section == self.default_section:
                    current = self._defaults
                else:
                    current = self._dict()
                    self._sections[section] = current
                    self._proxies[section] = SectionProxy(self, section)
                    added.add(section)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, lineno, line)
            match = self._optcre.match(value)
            if match is None or not match.group('option'):
                if error is None:
                    error = ParsingError(source)
                error.append(lineno, repr(line))
                if match is None:
                    continue
            name, delimiter, text = match.group('option', 'vi', 'value')
            option = self.optionxform(name.rstrip())
            if self._strict and (section, option) in added:
                raise DuplicateOptionError(section, option, source, lineno)
            added.add((section, option))
            current[option] = None if text is None else [text.strip()]
        self._join_values()
        if error:
            raise error

    def _join_values(self):
        for section, options in itertools.chain(((self.default_section, self._defaults),),
                                                self._sections.items()):
            for name, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = None if value is None else str(value)

    # --- Values

    def _variables(self, section, given=None):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        extra = {}
        for key, value in (given or {}).items():
            extra[self.optionxform(key)] = None if value is None else str(value)
        return ChainMap(extra, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        """The value of an option."""
        try:
            variables = self._variables(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = variables[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, variables)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value as an int."""
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value as a float."""
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        """The value as a bool."""
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars,
                              fallback=fallback, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError('Not a boolean: %s' % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        """(name, value) of a section's options; of all sections when none is given."""
        if section is _UNSET:
            return super().items()
        own = self._defaults.copy()
        try:
            own.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        names = list(own)
        for key, value in (vars or {}).items():
            own[self.optionxform(key)] = value
        if raw:
            return [(name, own[name]) for name in names]
        return [(name, self._interpolation.before_get(self, section, name, own[name], own))
                for name in names]

    def popitem(self):
        """Take out the first section: (name, section)."""
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        """The form of an option's name: lower case."""
        return optionstr.lower()

    def has_option(self, section, option):
        """Whether there is such an option."""
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        """Set an option."""
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            own = self._defaults
        else:
            try:
                own = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        own[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        """Write all to a file."""
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = f' {delimiter} '
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section].items(), delimiter)

    def _write_section(self, fp, section_name, section_items, delimiter):
        fp.write(f'[{section_name}]\n')
        for key, value in section_items:
            value = self._interpolation.before_write(self, section_name, key, value)
            if value is not None or not self._allow_no_value:
                value = delimiter + str(value).replace('\n', '\n\t')
            else:
                value = ''
            fp.write(f'{key}{value}\n')
        fp.write('\n')

    def remove_option(self, section, option):
        """Take out an option; whether there was one."""
        if not section or section == self.default_section:
            own = self._defaults
        else:
            try:
                own = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in own
        if existed:
            del own[option]
        return existed

    def remove_section(self, section):
        """Take out a section; whether there was one."""
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    # --- As a mapping

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return itertools.chain((self.default_section,), self._sections.keys())

    @property
    def converters(self):
        """What the get… methods convert by."""
        return self._converters


class ConfigParser(RawConfigParser):
    """The same with values that may refer to one another."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        """Set an option, to text."""
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError('option values must be strings')
        super().set(section, option, value)

    def add_section(self, section):
        """Make a section."""
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        super().add_section(section)

    def _read_defaults(self, defaults):
        # Without looking into the values.
        interpolation, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation


class SafeConfigParser(ConfigParser):
    """The old name of ConfigParser."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        import warnings
        warnings.warn('The SafeConfigParser class has been renamed to ConfigParser in Python 3.2. '
                      'This alias will be removed in Python 3.12. Use ConfigParser directly '
                      'instead.', DeprecationWarning, stacklevel=2)


class SectionProxy(MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise TypeError('option keys must be strings')
        if (not self._parser._allow_no_value or value) and not isinstance(value, str):
            raise TypeError('option values must be strings')
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key)
                and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    @property
    def parser(self):
        """The parser the section belongs to."""
        return self._parser

    @property
    def name(self):
        """The section's name."""
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        """The value of an option, or the fallback."""
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars,
                                           fallback=fallback, **kwargs)

    def __getattr__(self, name):
        # getint and its kin, and those of converters=.
        if name.startswith('get') and name != 'get':
            method = getattr(self._parser, name)

            def getter(option, fallback=None, *, raw=False, vars=None, **kwargs):
                return method(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)
            return getter
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


class ConverterMapping(MutableMapping):
    """The functions behind getint() and its kin; setting one makes a method."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name: None for name in ('int', 'float', 'boolean')}

    def __getitem__(self, key):
        if self._data[key] is None:
            return getattr(self._parser, 'get' + key)
        return self._data[key]

    def __setitem__(self, key, value):
        parser = self._parser

        def getter(section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
            return parser._get_conv(section, option, value, raw=raw, vars=vars,
                                    fallback=fallback, **kwargs)
        getter.converter = value
        self._data[key] = value
        setattr(parser, 'get' + key, getter)

    def __delitem__(self, key):
        del self._data[key]
        delattr(self._parser, 'get' + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

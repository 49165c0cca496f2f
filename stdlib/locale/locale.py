"""Locales: the C locale's conventions, whatever the environment says; text is UTF-8."""

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'getencoding', 'Error',
           'setlocale', 'localeconv', 'strcoll', 'strxfrm', 'str', 'atof', 'atoi',
           'format_string', 'currency', 'normalize', 'LC_CTYPE', 'LC_COLLATE', 'LC_MESSAGES',
           'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

_text = str
_current = {}


class Error(Exception):
    """A locale that is not known."""


def setlocale(category, locale=None):
    """Set a category's locale (C, POSIX, their UTF-8 forms, or '' for the user's): its name."""
    if not LC_CTYPE <= category <= LC_ALL:
        raise Error('invalid locale category')
    if locale is None:
        return _current.get(category, 'C.UTF-8' if category == LC_CTYPE else 'C')
    if not isinstance(locale, _text):
        locale = '.'.join(part for part in locale if part)
    if locale == '':
        locale = 'C.UTF-8'
    if locale not in ('C', 'POSIX', 'C.UTF-8', 'C.utf8'):
        raise Error('unsupported locale setting')
    for each in range(LC_ALL + 1) if category == LC_ALL else (category,):
        _current[each] = locale
    return locale


def getlocale(category=LC_CTYPE):
    """(language, encoding) of a category."""
    if category == LC_ALL:
        raise TypeError('category LC_ALL is not supported')
    name = setlocale(category)
    return (None, None) if name in ('C', 'POSIX') else ('en_US', 'UTF-8')


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    """(language, encoding) the environment asks for."""
    import os
    for name in envvars:
        value = os.environ.get(name)
        if value:
            language, _, encoding = value.partition('.')
            if language in ('C', 'POSIX'):
                return ('en_US', 'UTF-8') if encoding else (None, None)
            return language, encoding.replace('utf8', 'UTF-8') or 'ISO8859-1'
    return None, None


def getpreferredencoding(do_setlocale=True):
    """The encoding of text: 'UTF-8'."""
    return 'UTF-8'


def getencoding():
    """The encoding of text: 'UTF-8'."""
    return 'UTF-8'


def normalize(localename):
    """The name itself."""
    return localename


def localeconv():
    """How numbers are written: as in C."""
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '',
            'mon_thousands_sep': '', 'mon_grouping': [], 'positive_sign': '', 'negative_sign': '',
            'int_frac_digits': CHAR_MAX, 'frac_digits': CHAR_MAX, 'p_cs_precedes': CHAR_MAX,
            'p_sep_by_space': CHAR_MAX, 'n_cs_precedes': CHAR_MAX, 'n_sep_by_space': CHAR_MAX,
            'p_sign_posn': CHAR_MAX, 'n_sign_posn': CHAR_MAX, 'decimal_point': '.',
            'thousands_sep': '', 'grouping': []}


def strcoll(a, b, /):
    """Below 0, 0 or above: the order of two texts."""
    return (a > b) - (a < b)


def strxfrm(text, /):
    """What sorts as the text does: itself."""
    return text


def format_string(f, val, grouping=False, monetary=False):
    """The text formatted by %."""
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money; the C locale has no form for it."""
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as text."""
    return '%.12g' % val


def delocalize(string):
    """A number's text as float() takes it: itself."""
    return string


def atof(string, func=float):
    """The float of a text."""
    return func(delocalize(string))


def atoi(string):
    """The int of a text."""
    return int(delocalize(string))

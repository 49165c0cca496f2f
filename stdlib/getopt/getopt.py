"""Command lines the way C programs read them."""

import os

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    """An option that is wrong: msg and opt."""

    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(options with their values, the other arguments); options end at the first argument."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options = []
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        args = _one_word(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, with options between the arguments."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options, others = [], []
    stop_at_first = shortopts.startswith('+') or bool(os.environ.get('POSIXLY_CORRECT'))
    shortopts = shortopts.removeprefix('+')
    while args:
        if args[0] == '--':
            others += args[1:]
            break
        if args[0][:1] == '-' and args[0] != '-':
            args = _one_word(options, args, shortopts, longopts)
        elif stop_at_first:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return options, others


def _one_word(options, args, shortopts, longopts):
    word, rest = args[0], args[1:]
    if word[:2] == '--':
        return _long(options, word[2:], longopts, rest)
    return _short(options, word[1:], shortopts, rest)


def _long(options, text, longopts, args):
    name, equals, value = text.partition('=')
    has_value, name = long_has_args(name, longopts)
    if has_value:
        if not equals:
            if not args:
                raise GetoptError('option --%s requires argument' % name, name)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError('option --%s must not have an argument' % name, name)
    options.append(('--' + name, value))
    return args


def long_has_args(opt, longopts):
    """(whether the option takes a value, its whole name)."""
    possible = [each for each in longopts if each.startswith(opt)]
    if not possible:
        raise GetoptError('option --%s not recognized' % opt, opt)
    if opt in possible:
        return False, opt
    if opt + '=' in possible:
        return True, opt
    if len(possible) > 1:
        raise GetoptError('option --%s not a unique prefix' % opt, opt)
    return possible[0].endswith('='), possible[0].removesuffix('=')


def _short(options, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        if short_has_arg(letter, shortopts):
            if not letters:
                if not args:
                    raise GetoptError('option -%s requires argument' % letter, letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ''
        else:
            value = ''
        options.append(('-' + letter, value))
    return args


def short_has_arg(opt, shortopts):
    """Whether the letter takes a value."""
    for i, letter in enumerate(shortopts):
        if opt == letter != ':':
            return shortopts.startswith(':', i + 1)
    raise GetoptError('option -%s not recognized' % opt, opt)

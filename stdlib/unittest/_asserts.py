"""The assert… methods of test cases."""

import collections
import re
import sys
import traceback
import warnings

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = _MIN_END_LEN = _MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN
                               + _PLACEHOLDER_LEN + _MIN_END_LEN)
_subtest_msg_sentinel = object()
DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def safe_repr(obj, short=False):
    """repr(), or what stands for it when that fails."""
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def _shorten(text, prefix_length, suffix_length):
    left_out = len(text) - prefix_length - suffix_length
    if left_out > _PLACEHOLDER_LEN:
        return '%s[%d chars]%s' % (text[:prefix_length], left_out,
                                   text[len(text) - suffix_length:])
    return text


def _common_shorten_repr(*args):
    # What all have in common at the beginning is cut first.
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    import os.path
    prefix = os.path.commonprefix(texts)
    size = len(prefix)
    common = _MAX_LENGTH - (longest - size + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common)
        return tuple(prefix + text[size:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[size:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def _lines_that_differ(first, second):
    # Only failures need these modules.
    import difflib
    import pprint
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(),
                                          pprint.pformat(second).splitlines()))


class _AssertRaisesBase:
    """What contexts that expect exceptions or warnings share."""

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if expected_regex is not None:
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def _raiseFailure(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def handle(self, name, args, kwargs):
        """The context itself, or None when there was something to call."""
        base = self._base_type
        if not (isinstance(self.expected, type) and issubclass(self.expected, base)
                or isinstance(self.expected, tuple)
                and all(isinstance(each, type) and issubclass(each, base)
                        for each in self.expected)):
            raise TypeError(f'{name}() arg 1 must be {self._base_type_str}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this '
                                'function')
            return self
        callable_obj, *args = args
        self.obj_name = getattr(callable_obj, '__name__', str(callable_obj))
        with self:
            callable_obj(*args, **kwargs)
        return None


class _AssertRaisesContext(_AssertRaisesBase):

    _base_type = BaseException
    _base_type_str = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            name = getattr(self.expected, '__name__', None) or str(self.expected)
            if self.obj_name:
                self._raiseFailure(f'{name} not raised by {self.obj_name}')
            self._raiseFailure(f'{name} not raised')
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{exc_value}"')
        return True

    __class_getitem__ = classmethod(type(list[int]))


class _AssertWarnsContext(_AssertRaisesBase):

    _base_type = Warning
    _base_type_str = 'a warning type or tuple of warning types'

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        name = getattr(self.expected, '__name__', None) or str(self.expected)
        first = None
        for each in self.warnings:
            message = each.message
            if not isinstance(message, self.expected):
                continue
            if first is None:
                first = message
            if self.expected_regex is not None and not self.expected_regex.search(str(message)):
                continue
            self.warning = message
            self.filename = each.filename
            self.lineno = each.lineno
            return
        if first is not None:
            self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{first}"')
        if self.obj_name:
            self._raiseFailure(f'{name} not triggered by {self.obj_name}')
        self._raiseFailure(f'{name} not triggered')


_LoggingWatcher = collections.namedtuple('_LoggingWatcher', ['records', 'output'])


class _AssertLogsContext:

    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO
        self.msg = None
        self.no_logs = no_logs

    def __enter__(self):
        import logging
        watcher = self.watcher = _LoggingWatcher([], [])

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        logger = self.logger = (self.logger_name if isinstance(self.logger_name, logging.Logger)
                                else logging.getLogger(self.logger_name))
        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.old = logger.handlers, logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        records = self.watcher.records
        if self.no_logs:
            if records:
                self._fail('Unexpected logs found: {!r}'.format(self.watcher.output))
        elif not records:
            self._fail('no logs of level {} or higher triggered on {}'.format(
                logging.getLevelName(self.level), self.logger.name))
        return None

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))


class Assertions:
    """Methods that raise failureException when something does not hold."""

    def fail(self, msg=None):
        """Fail."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f'{standardMsg} : {msg}'
        except UnicodeDecodeError:
            return f'{safe_repr(standardMsg)} : {safe_repr(msg)}'

    def _fail_unless(self, holds, msg, standard):
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard()))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + DIFF_OMITTED % len(diff)

    # --- Truth and identity

    def assertTrue(self, expr, msg=None):
        """That it is true."""
        self._fail_unless(expr, msg, lambda: f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        """That it is false."""
        self._fail_unless(not expr, msg, lambda: f'{safe_repr(expr)} is not false')

    def assertIs(self, expr1, expr2, msg=None):
        """That both are one object."""
        self._fail_unless(expr1 is expr2, msg,
                          lambda: f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        """That they are two objects."""
        self._fail_unless(expr1 is not expr2, msg,
                          lambda: f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        """That it is None."""
        self._fail_unless(obj is None, msg, lambda: f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        """That it is not None."""
        self._fail_unless(obj is not None, msg, lambda: 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        """That it is an instance."""
        self._fail_unless(isinstance(obj, cls), msg,
                          lambda: f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        """That it is no instance."""
        self._fail_unless(not isinstance(obj, cls), msg,
                          lambda: f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertIn(self, member, container, msg=None):
        """That it is in a container."""
        self._fail_unless(member in container, msg,
                          lambda: f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        """That it is not in a container."""
        self._fail_unless(
            member not in container, msg,
            lambda: f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    # --- Equality

    def _getAssertEqualityFunc(self, first, second):
        if type(first) == type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        self._fail_unless(first == second, msg,
                          lambda: '%s != %s' % _common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """That they are equal."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """That they are not equal."""
        self._fail_unless(first != second, msg,
                          lambda: f'{safe_repr(first)} == {safe_repr(second)}')

    def _near(self, first, second, places, delta):
        # (whether they are near, what was measured)
        if places is not None and delta is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f'within {safe_repr(delta)} delta', difference
        places = 7 if places is None else places
        return round(difference, places) == 0, f'within {places!r} places', difference

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """That they are equal but for rounding."""
        if first == second:
            return
        near, measure, difference = self._near(first, second, places, delta)
        self._fail_unless(near, msg, lambda: f'{safe_repr(first)} != {safe_repr(second)} {measure} '
                                             f'({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """That they differ by more than rounding."""
        near, measure, difference = self._near(first, second, places, delta)
        near = near or first == second
        if delta is None:
            self._fail_unless(not near, msg,
                              lambda: f'{safe_repr(first)} == {safe_repr(second)} {measure}')
        else:
            self._fail_unless(
                not near, msg, lambda: f'{safe_repr(first)} == {safe_repr(second)} {measure} '
                                       f'({safe_repr(difference)} difference)')

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """That two sequences are equal."""
        if seq_type is not None:
            name = seq_type.__name__
            for which, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(
                        f'{which} sequence is not a {name}: {safe_repr(seq)}')
        else:
            name = 'sequence'
        differing = None
        try:
            len1 = len(seq1)
        except (TypeError, NotImplementedError):
            differing = f'First {name} has no length.    Non-sequence?'
        if differing is None:
            try:
                len2 = len(seq2)
            except (TypeError, NotImplementedError):
                differing = f'Second {name} has no length.    Non-sequence?'
        if differing is None:
            if seq1 == seq2:
                return
            differing = '%ss differ: %s != %s\n' % (name.capitalize(),
                                                    *_common_shorten_repr(seq1, seq2))
            for i in range(min(len1, len2)):
                if seq1[i] != seq2[i]:
                    differing += '\nFirst differing element %d:\n%s\n%s\n' % (
                        i, *_common_shorten_repr(seq1[i], seq2[i]))
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return
            if len1 != len2:
                which, more, start = (('First', seq1, len2) if len1 > len2
                                      else ('Second', seq2, len1))
                differing += (f'\n{which} {name} contains {abs(len1 - len2)} additional '
                              f'elements.\nFirst extra element {start}:\n'
                              f'{safe_repr(more[start])}\n')
        diff = _lines_that_differ(seq1, seq2)
        self.fail(self._formatMessage(msg, self._truncateMessage(differing, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        """That two lists are equal."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """That two tuples are equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """That two sets are equal."""
        differences = []
        for which, a, b in (('first', set1, set2), ('second', set2, set1)):
            try:
                differences.append((which, a.difference(b)))
            except TypeError as error:
                self.fail(f'invalid type when attempting set difference: {error}')
            except AttributeError as error:
                self.fail(f'{which} argument does not support set difference: {error}')
        if not any(items for _, items in differences):
            return
        lines = []
        for which, items in differences:
            if items:
                lines.append(f'Items in the {which} set but not the '
                             f'{"second" if which == "first" else "first"}:')
                lines += [repr(item) for item in items]
        self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        """That two dicts are equal."""
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            standard = '%s != %s' % _common_shorten_repr(d1, d2)
            diff = _lines_that_differ(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(standard, diff)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """That a dict holds all items of another."""
        warnings.warn('assertDictContainsSubset is deprecated', DeprecationWarning, stacklevel=2)
        missing = [safe_repr(key) for key in subset if key not in dictionary]
        wrong = [f'{safe_repr(key)}, expected: {safe_repr(value)}, actual: '
                 f'{safe_repr(dictionary[key])}' for key, value in subset.items()
                 if key in dictionary and value != dictionary[key]]
        if missing or wrong:
            standard = 'Missing: %s' % ','.join(missing) if missing else ''
            if wrong:
                standard += ('; ' if standard else '') + 'Mismatched values: ' + ','.join(wrong)
            self.fail(self._formatMessage(msg, standard))

    def assertCountEqual(self, first, second, msg=None):
        """That both hold the same elements, in any order."""
        first_list, second_list = list(first), list(second)
        try:
            counts = collections.Counter(first_list), collections.Counter(second_list)
            if counts[0] == counts[1]:
                return
            keys = list(dict.fromkeys([*counts[0], *counts[1]]))
            differences = [(counts[0][key], counts[1][key], key) for key in keys
                           if counts[0][key] != counts[1][key]]
        except TypeError:
            differences = self._count_by_equality(first_list, second_list)
        if differences:
            lines = ['First has %d, Second has %d:  %r' % each for each in differences]
            standard = self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))
            self.fail(self._formatMessage(msg, standard))

    @staticmethod
    def _count_by_equality(first, second):
        differences, seen = [], []
        for element in first + second:
            if element in seen:
                continue
            seen.append(element)
            counts = first.count(element), second.count(element)
            if counts[0] != counts[1]:
                differences.append((*counts, element))
        return differences

    def assertMultiLineEqual(self, first, second, msg=None):
        """That two texts are equal."""
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        first_lines = first.splitlines(keepends=True)
        second_lines = second.splitlines(keepends=True)
        if len(first_lines) == 1 and first.strip('\r\n') == first:
            first_lines = [first + '\n']
            second_lines = [second + '\n']
        standard = '%s != %s' % _common_shorten_repr(first, second)
        import difflib
        diff = '\n' + ''.join(difflib.ndiff(first_lines, second_lines))
        self.fail(self._formatMessage(msg, self._truncateMessage(standard, diff)))

    # --- Order

    def assertLess(self, a, b, msg=None):
        """That a < b."""
        self._fail_unless(a < b, msg, lambda: f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        """That a <= b."""
        self._fail_unless(a <= b, msg,
                          lambda: f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        """That a > b."""
        self._fail_unless(a > b, msg, lambda: f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        """That a >= b."""
        self._fail_unless(a >= b, msg,
                          lambda: f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    # --- Text, exceptions, warnings, logs

    def assertRegex(self, text, expected_regex, msg=None):
        """That a pattern is found in a text."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = re.compile(expected_regex)
        self._fail_unless(
            expected_regex.search(text), msg,
            lambda: f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """That a pattern is not found in a text."""
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        self._fail_unless(
            not match, msg,
            lambda: f'Regex matched: {text[match.start():match.end()]!r} matches '
                    f'{unexpected_regex.pattern!r} in {text!r}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        """That an exception is raised: by a call, or in a with block."""
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """The same, with a pattern its text has to match."""
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """That a warning is given: by a call, or in a with block."""
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """The same, with a pattern its text has to match."""
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """That something is logged in a with block."""
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """That nothing is logged in a with block."""
        return _AssertLogsContext(self, logger, level, no_logs=True)


def _deprecated(name):
    method = getattr(Assertions, name)

    def function(self, *args, **kwargs):
        warnings.warn(f'Please use {name} instead.', DeprecationWarning, 2)
        return method(self, *args, **kwargs)
    return function


for _old, _new in (('failUnlessEqual', 'assertEqual'), ('assertEquals', 'assertEqual'),
                   ('failIfEqual', 'assertNotEqual'), ('assertNotEquals', 'assertNotEqual'),
                   ('failUnless', 'assertTrue'), ('assert_', 'assertTrue'),
                   ('failIf', 'assertFalse'), ('failUnlessRaises', 'assertRaises'),
                   ('assertAlmostEquals', 'assertAlmostEqual'),
                   ('assertNotAlmostEquals', 'assertNotAlmostEqual'),
                   ('assertRegexpMatches', 'assertRegex'),
                   ('assertNotRegexpMatches', 'assertNotRegex'),
                   ('assertRaisesRegexp', 'assertRaisesRegex')):
    setattr(Assertions, _old, _deprecated(_new))

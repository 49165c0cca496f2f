"""What comes of running tests."""

import io
import sys
import traceback
from functools import wraps

__unittest = True


def failfast(method):
    """A decorator: stop after it if the result was told to."""
    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)
    return inner


STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


class TestResult:
    """Collects failures, errors and the like."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Tell what failed; the text runner's result does."""

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stderr_buffer = io.StringIO()
                self._stdout_buffer = io.StringIO()
            sys.stdout = self._stdout_buffer
            sys.stderr = self._stderr_buffer

    def startTestRun(self):
        """All tests begin."""

    def stopTest(self, test):
        """A test has ended."""
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for buffered, original, form in (
                    (self._stdout_buffer, self._original_stdout, STDOUT_LINE),
                    (self._stderr_buffer, self._original_stderr, STDERR_LINE)):
                text = buffered.getvalue()
                if text:
                    original.write(form % (text if text.endswith('\n') else text + '\n'))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffered in self._stdout_buffer, self._stderr_buffer:
            buffered.seek(0)
            buffered.truncate()

    def stopTestRun(self):
        """All tests have ended."""

    @failfast
    def addError(self, test, err):
        """A test ended by an exception."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """A test failed."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """A part of a test has ended; err is None if it was well."""
        if err is not None:
            if getattr(self, 'failfast', False):
                self.stop()
            where = self.failures if issubclass(err[0], test.failureException) else self.errors
            where.append((subtest, self._exc_info_to_string(err, test)))
            self._mirrorOutput = True

    def addSuccess(self, test):
        """A test was well."""

    def addSkip(self, test, reason):
        """A test was not run."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """A test failed as it should."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """A test should have failed."""
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        """Whether all was well."""
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """Run no further tests."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        tb = _own_part(kind, value, tb, test)
        told = traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals,
                                            compact=True)
        lines = list(told.format())
        if self.buffer:
            for buffered, form in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
                text = buffered.getvalue()
                if text:
                    lines.append(form % (text if text.endswith('\n') else text + '\n'))
        return ''.join(lines)

    def __repr__(self):
        return '<%s run=%i errors=%i failures=%i>' % (
            f'{type(self).__module__}.{type(self).__qualname__}', self.testsRun,
            len(self.errors), len(self.failures))


def _is_ours(tb):
    return '__unittest' in tb.tb_frame.f_globals


def _own_part(kind, value, tb, test):
    """The traceback without this package's frames, of the exceptions it was caused by as well."""
    seen = {id(value)}
    waiting = [(kind, value, tb)]
    result, is_first = None, True
    while waiting:
        kind, value, tb = waiting.pop()
        while tb and _is_ours(tb):
            tb = tb.tb_next
        if kind is test.failureException:
            # The frames of assert methods at the end.
            last = None
            each = tb
            while each and not _is_ours(each):
                last, each = each, each.tb_next
            if last is not None:
                last.tb_next = None
        if is_first:
            result, is_first = tb, False
        else:
            value.__traceback__ = tb
        for other in (value.__cause__, value.__context__) if value is not None else ():
            if other is not None and id(other) not in seen:
                waiting.append((type(other), other, other.__traceback__))
                seen.add(id(other))
    return result

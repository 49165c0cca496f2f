"""Suites: tests that are run one after the other, with what their classes and modules set up."""

import sys

from unittest import case

__unittest = True


class BaseTestSuite:
    """Tests and suites."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """How many tests there are."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        """Add a test or a suite."""
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to '
                            'addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        """Add several."""
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Run all."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        # What has run need not be kept.
        test = self._tests[index]
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run all and let exceptions through."""
        for test in self:
            test.debug()


class _ErrorHolder:
    """Stands for a test in results when a class or module could not be set up."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    """A suite that calls setUpClass, setUpModule and their opposites."""

    def run(self, result, debug=False):
        """Run all."""
        is_top = getattr(result, '_testRunEntered', False) is False
        if is_top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_test(test):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if (getattr(test.__class__, '_classSetupFailed', False)
                        or getattr(result, '_moduleSetUpFailed', False)):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if is_top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Run all and let exceptions through."""
        self.run(_DebugResult(), True)

    def _enter_class(self, test, result):
        current = test.__class__
        if (current == getattr(result, '_previousTestClass', None)
                or getattr(result, '_moduleSetUpFailed', False)
                or getattr(current, '__unittest_skip__', False)):
            return
        current._classSetupFailed = False
        set_up = getattr(current, 'setUpClass', None)
        if set_up is None:
            return
        _call(result, '_setupStdout')
        try:
            set_up()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            current._classSetupFailed = True
            self._report(result, error, 'setUpClass', _name_of(current))
            self._class_cleanups(current, result, 'setUpClass')
        finally:
            _call(result, '_restoreStdout')

    def _leave_class(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        if (test is not None and test.__class__ == previous or previous is None
                or getattr(previous, '_classSetupFailed', False)
                or getattr(result, '_moduleSetUpFailed', False)
                or getattr(previous, '__unittest_skip__', False)):
            return
        tear_down = getattr(previous, 'tearDownClass', None)
        _call(result, '_setupStdout')
        try:
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._report(result, error, 'tearDownClass', _name_of(previous))
            self._class_cleanups(previous, result, 'tearDownClass')
        finally:
            _call(result, '_restoreStdout')

    def _class_cleanups(self, cls, result, method):
        do_cleanups = getattr(cls, 'doClassCleanups', None)
        if do_cleanups is None:
            return
        do_cleanups()
        for info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise info[1]
            self._report(result, info[1], method, _name_of(cls), info)

    def _enter_module(self, test, result):
        current = test.__class__.__module__
        previous = getattr(result, '_previousTestClass', None)
        if current == (previous.__module__ if previous is not None else None):
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(current), 'setUpModule', None)
        if set_up is None:
            return
        _call(result, '_setupStdout')
        try:
            set_up()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            result._moduleSetUpFailed = True
            self._report(result, error, 'setUpModule', current)
            try:
                case.doModuleCleanups()
            except Exception as error:
                self._report(result, error, 'setUpModule', current)
        finally:
            _call(result, '_restoreStdout')

    def _leave_module(self, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or getattr(result, '_moduleSetUpFailed', False):
            return
        module = sys.modules.get(previous.__module__)
        if module is None:
            return
        _call(result, '_setupStdout')
        try:
            for function in getattr(module, 'tearDownModule', None), case.doModuleCleanups:
                if function is None:
                    continue
                try:
                    function()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._report(result, error, 'tearDownModule', previous.__module__)
        finally:
            _call(result, '_restoreStdout')

    def _report(self, result, error, method, parent, info=None):
        holder = _ErrorHolder(f'{method} ({parent})')
        add_skip = getattr(result, 'addSkip', None)
        if add_skip is not None and isinstance(error, case.SkipTest):
            add_skip(holder, str(error))
        else:
            result.addError(holder, info or sys.exc_info())


def _name_of(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _call(obj, name):
    getattr(obj, name, lambda: None)()


def _is_test(test):
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """What debug() uses as a result."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False

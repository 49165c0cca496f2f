"""Test cases: what a test may call, and how one is run."""

import sys
import types
from functools import wraps

from unittest import _asserts
from unittest._asserts import _AssertRaisesContext, _AssertWarnsContext

__unittest = True


class SkipTest(Exception):
    """Raised by a test that is not to be run."""


class _ShouldStop(Exception):
    """The rest of the test is not to be run."""


class _Outcome:
    """What has become of one run of a test."""

    def __init__(self, result):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expectedFailure = None


class _Part:
    """A context in which exceptions become results."""

    def __init__(self, outcome, case, subTest=False):
        self.outcome = outcome
        self.case = case
        self.subTest = subTest

    def __enter__(self):
        self.old_success = self.outcome.success
        self.outcome.success = True
        return self

    def __exit__(self, kind, value, traceback):
        outcome, case = self.outcome, self.case
        if kind is None:
            if self.subTest and outcome.success:
                outcome.result.addSubTest(case.test_case, case, None)
            outcome.success = outcome.success and self.old_success
            return False
        if issubclass(kind, KeyboardInterrupt):
            return False
        info = kind, value, traceback
        if issubclass(kind, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, case, str(value))
        elif issubclass(kind, _ShouldStop):
            outcome.success = False
        elif outcome.expecting_failure:
            outcome.expectedFailure = info
        else:
            outcome.success = False
            if self.subTest:
                outcome.result.addSubTest(case.test_case, case, info)
            else:
                _add_error(outcome.result, case, info)
        outcome.success = outcome.success and self.old_success
        return True


def _add_skip(result, case, reason):
    add = getattr(result, 'addSkip', None)
    if add is not None:
        add(case, reason)
    else:
        result.addSuccess(case)


def _add_error(result, test, info):
    if result is not None and info is not None:
        if issubclass(info[0], test.failureException):
            result.addFailure(test, info)
        else:
            result.addError(test, info)


def _id(obj):
    return obj


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Call a function after the module's tests."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context that is left after the module's tests."""
    return _enter(cm, addModuleCleanup)


def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                        'context manager protocol') from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def doModuleCleanups():
    """Call them."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def skip(reason):
    """A decorator: the test is not run."""
    def decorator(test_item):
        if not isinstance(test_item, type):
            @wraps(test_item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test_item = skip_wrapper
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    if isinstance(reason, types.FunctionType):
        test_item, reason = reason, ''
        return decorator(test_item)
    return decorator


def skipIf(condition, reason):
    """The same if a condition holds."""
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    """The same unless a condition holds."""
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    """A decorator: the test has to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class TestCase(_asserts.Assertions):
    """Tests: methods named test…, each of which is run on an instance of its own."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    _classSetupFailed = False
    _class_cleanups = ()

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError('no such test method in %s: %s'
                                 % (self.__class__, methodName)) from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}
        for kind, name in ((dict, 'assertDictEqual'), (list, 'assertListEqual'),
                           (tuple, 'assertTupleEqual'), (set, 'assertSetEqual'),
                           (frozenset, 'assertSetEqual'), (str, 'assertMultiLineEqual')):
            self.addTypeEqualityFunc(kind, name)

    def addTypeEqualityFunc(self, typeobj, function):
        """Let assertEqual() compare two of a type by a function."""
        self._type_equality_funcs[typeobj] = function

    # --- Before and after

    def setUp(self):
        """Called before each test."""

    def tearDown(self):
        """Called after each test."""

    @classmethod
    def setUpClass(cls):
        """Called before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Called after the tests of the class."""

    def addCleanup(self, function, /, *args, **kwargs):
        """Call a function after the test, the last added first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context that is left after the test."""
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Call a function after the tests of the class."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context that is left after the tests of the class."""
        return _enter(cm, cls.addClassCleanup)

    def doCleanups(self):
        """Call what addCleanup() was given."""
        outcome = self._outcome or _Outcome(None)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with _Part(outcome, self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Call what addClassCleanup() was given."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    # --- Names

    def countTestCases(self):
        """One."""
        return 1

    def defaultTestResult(self):
        """The result run() uses when it is given none."""
        from unittest.result import TestResult
        return TestResult()

    def shortDescription(self):
        """The first line of the method's docstring."""
        return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

    def id(self):
        """The dotted name of the test."""
        return f'{self.__class__.__module__}.{self.__class__.__qualname__}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        cls = self.__class__
        return f'<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>'

    # --- Running

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a '
                          f'test case ({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        """Run the test; what becomes of it goes to the result."""
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            start_run = getattr(result, 'startTestRun', None)
            stop_run = getattr(result, 'stopTestRun', None)
            if start_run is not None:
                start_run()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in self.__class__, method:
                if getattr(item, '__unittest_skip__', False):
                    _add_skip(result, self,
                              getattr(self.__class__, '__unittest_skip_why__', '')
                              or getattr(method, '__unittest_skip_why__', ''))
                    return result
            expecting = (getattr(self, '__unittest_expecting_failure__', False)
                         or getattr(method, '__unittest_expecting_failure__', False))
            self._run_parts(result, method, expecting)
            return result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def _run_parts(self, result, method, expecting):
        outcome = _Outcome(result)
        try:
            self._outcome = outcome
            with _Part(outcome, self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting
                with _Part(outcome, self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with _Part(outcome, self):
                    self._callTearDown()
            self.doCleanups()
            if outcome.success:
                if expecting:
                    if outcome.expectedFailure:
                        result.addExpectedFailure(self, outcome.expectedFailure)
                    else:
                        result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
        finally:
            # The tracebacks would keep the test's frames.
            outcome.expectedFailure = None
            self._outcome = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test and let exceptions through."""
        method = getattr(self, self._testMethodName)
        for item in self.__class__, method:
            if getattr(item, '__unittest_skip__', False):
                raise SkipTest(getattr(item, '__unittest_skip_why__', ''))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """End the test as skipped."""
        raise SkipTest(reason)

    def subTest(self, msg=_asserts._subtest_msg_sentinel, **params):
        """A context whose failure is told with these parameters and does not end the test."""
        return self._sub_test(msg, params)

    def _sub_test(self, msg, params):
        return _SubTestContext(self, msg, params)


class _SubTestContext:

    def __init__(self, case, msg, params):
        self.case = case
        self.msg = msg
        self.params = params

    def __enter__(self):
        case = self.case
        outcome = case._outcome
        if outcome is None or not outcome.result_supports_subtests:
            self.part = None
            return
        parent = self.parent = case._subtest
        params = {**(parent.params if parent is not None else {}), **self.params}
        case._subtest = _SubTest(case, self.msg, params)
        self.part = _Part(outcome, case._subtest, subTest=True)
        self.part.__enter__()

    def __exit__(self, *info):
        if self.part is None:
            return False
        case = self.case
        outcome = case._outcome
        try:
            handled = self.part.__exit__(*info)
            if handled and not outcome.success and getattr(outcome.result, 'failfast', False):
                raise _ShouldStop
            if outcome.expectedFailure:
                raise _ShouldStop
            return handled
        finally:
            case._subtest = self.parent


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return (self._setUpFunc, self._tearDownFunc, self._testFunc, self._description) == (
            other._setUpFunc, other._tearDownFunc, other._testFunc, other._description)

    def __hash__(self):
        return hash((type(self), self._setUpFunc, self._tearDownFunc, self._testFunc,
                     self._description))

    def __str__(self):
        return f'{type(self).__qualname__} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc.split('\n')[0].strip() if doc else None


class _SubTest(TestCase):

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not _asserts._subtest_msg_sentinel:
            parts.append(f'[{self._message}]')
        if self.params:
            told = ', '.join([f'{name}={value!r}' for name, value in self.params.items()])
            parts.append(f'({told})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'

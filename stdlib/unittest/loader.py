"""Finding tests in classes, modules and folders."""

import functools
import os
import re
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from unittest import case, suite

__unittest = True

_module_name = re.compile(r'[_a-z]\w*\.py$', re.IGNORECASE)


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def test_failure():
            raise self._exception
        return test_failure


class TestLoader:
    """Makes suites of what it finds."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda x, y: (x > y) - (x < y))
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        """The tests of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to '
                            'derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        """The tests of all classes of a module."""
        tests = []
        for name in dir(module):
            each = getattr(module, name)
            if (isinstance(each, type) and issubclass(each, case.TestCase)
                    and each not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(each))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            return self._failed(module.__name__, error,
                                'Failed to call load_tests:\n' + traceback.format_exc())

    def loadTestsFromName(self, name, module=None):
        """The tests of a dotted name: a module, class, method, or callable that gives some."""
        parts = name.split('.')
        error_case = None
        if module is None:
            module_parts = parts[:]
            while module_parts:
                module_name = '.'.join(module_parts)
                try:
                    module = __import__(module_name)
                    break
                except ImportError as error:
                    error_case = self._failed(
                        module_parts.pop(), error,
                        f'Failed to import test module: {module_name}\n{traceback.format_exc()}')
                    if not module_parts:
                        return error_case
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                if getattr(obj, '__path__', None) is not None and error_case is not None:
                    return error_case
                return self._failed(part, error, 'Failed to access attribute:\n'
                                    + traceback.format_exc())
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if (isinstance(obj, types.FunctionType) and isinstance(parent, type)
                and issubclass(parent, case.TestCase)):
            instance = parent(parts[-1])
            if not isinstance(getattr(instance, parts[-1]), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {obj} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        """The tests of several names."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def _failed(self, name, error, message):
        self.errors.append(message)
        if isinstance(error, ImportError):
            error = ImportError(message)
        return self.suiteClass((_FailedTest(name, error),))

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, sorted."""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            method = getattr(testCaseClass, name)
            if not callable(method):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(
                fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """The tests of all modules below a folder."""
        if top_level_dir is None and self._top_level_dir is not None:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        start = os.path.abspath(start_dir)
        if not os.path.isdir(start):
            # A dotted name of a package.
            try:
                package = __import__(start_dir)
            except ImportError:
                raise ImportError(f'Start directory is not importable: {start_dir!r}') from None
            for part in start_dir.split('.')[1:]:
                package = getattr(package, part)
            start = os.path.abspath(os.path.dirname(package.__file__))
        elif start != top_level_dir and not os.path.isfile(os.path.join(start, '__init__.py')):
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        return self.suiteClass(list(self._find(start, pattern)))

    def _find(self, folder, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                if _module_name.match(name) and fnmatch(name, pattern):
                    yield self._load_file(path, pattern)
            elif os.path.isfile(os.path.join(path, '__init__.py')):
                yield from self._find(path, pattern)

    def _load_file(self, path, pattern):
        relative = os.path.relpath(os.path.splitext(path)[0], self._top_level_dir)
        name = relative.replace(os.path.sep, '.')
        try:
            __import__(name)
        except case.SkipTest as error:
            @case.skip(str(error))
            def test_skipped(self):
                pass
            cls = type('ModuleSkipped', (case.TestCase,), {name: test_skipped})
            return self.suiteClass((cls(name),))
        except Exception as error:
            if not isinstance(error, ImportError):
                error = ImportError(str(error))
            return self._failed(name, error, f'Failed to import test module: {name}\n'
                                f'{traceback.format_exc()}')
        return self.loadTestsFromModule(sys.modules[name], pattern=pattern)


defaultTestLoader = TestLoader()

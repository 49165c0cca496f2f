"""Test cases whose methods are coroutines."""

import asyncio
import contextvars
import inspect

from unittest.case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """Each test has an event loop of its own."""

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._runner = None
        self._test_context = contextvars.copy_context()

    async def asyncSetUp(self):
        """Awaited before each test."""

    async def asyncTearDown(self):
        """Awaited after each test."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Await a coroutine after the test."""
        self.addCleanup(*(func, *args), **kwargs)

    async def enterAsyncContext(self, cm):
        """Enter an asynchronous context that is left after the test."""
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _run_maybe(self, function, *args, **kwargs):
        if inspect.iscoroutinefunction(function):
            return self._runner.run(function(*args, **kwargs), context=self._test_context)
        return self._test_context.run(function, *args, **kwargs)

    def _callSetUp(self):
        self._test_context.run(self.setUp)
        self._run_maybe(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._run_maybe(method) is not None:
            import warnings
            warnings.warn('It is deprecated to return a value that is not None from a '
                          f'test case ({method})', DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._run_maybe(self.asyncTearDown)
        self._test_context.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._run_maybe(function, *args, **kwargs)

    def run(self, result=None):
        self._runner = asyncio.Runner(debug=True)
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None

    def debug(self):
        self._runner = asyncio.Runner(debug=True)
        try:
            super().debug()
        finally:
            self._runner.close()
            self._runner = None

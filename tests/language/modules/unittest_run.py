# unittest: cases, fixtures, skips, sub-tests and what the runner prints
import io, re, sys, unittest
class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class up')
    @classmethod
    def tearDownClass(cls):
        print('class down')
    def setUp(self):
        self.addCleanup(print, 'cleanup', self._testMethodName)
    def tearDown(self):
        print('down')
    def test_good(self):
        """What it says.

        More."""
        self.assertEqual(1 + 1, 2)
    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])
    def test_error(self):
        def inner():
            raise KeyError('x')
        inner()
    @unittest.skip('not now')
    def test_skipped(self):
        pass
    @unittest.skipIf(True, 'because')
    def test_skipif(self):
        pass
    @unittest.expectedFailure
    def test_expected(self):
        self.fail('yes')
    @unittest.expectedFailure
    def test_unexpected(self):
        pass
    def test_sub(self):
        for i in range(4):
            with self.subTest('part', i=i):
                self.assertNotEqual(i % 2, 1)
    def test_skip_inside(self):
        self.skipTest('inside')
    def test_chain(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError('bad') from e
@unittest.skip('all')
class B(unittest.TestCase):
    def test_b(self):
        pass
class C(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('no class')
    def test_c(self):
        pass
def run(case, verbosity):
    out = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    print(suite.countTestCases())
    result = unittest.TextTestRunner(out, verbosity=verbosity).run(suite)
    text = re.sub(r'in \d+\.\d+s', 'in TIME', out.getvalue())
    print(re.sub(r'File ".*?([^/"]*)"', r'File "\1"', text))
    print(result)
run(A, 1); run(A, 2); run(B, 2); run(C, 2)
class D(unittest.TestCase):
    def test_ok(self):
        pass
r = unittest.TestResult(); D('test_ok').run(r); print(r.wasSuccessful(), r.testsRun, D('test_ok'), repr(D('test_ok')), D('test_ok').id())
try:
    D('nope')
except ValueError as e:
    print(e)
out = io.StringIO()
unittest.TextTestRunner(out).run(unittest.FunctionTestCase(lambda: None, description='d'))
print(out.getvalue().splitlines()[0])

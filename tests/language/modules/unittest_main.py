# unittest.main: command line, exit status, asynchronous cases
# args: -v T.test_a Async
import sys, unittest, io
class T(unittest.TestCase):
    def test_a(self):
        print('a')
    def test_b(self):
        print('b')
class Async(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        print('up')
    async def test_wait(self):
        import asyncio
        await asyncio.sleep(0)
        print('awaited')
    async def test_failing(self):
        self.assertEqual(1, 2)
sys.stderr = sys.stdout
class Quiet(io.StringIO):
    pass
program = unittest.main(exit=False, testRunner=unittest.TextTestRunner(Quiet(), verbosity=2))
text = program.testRunner.stream.getvalue()
print([line for line in text.splitlines() if '...' in line], program.result)
unittest.main(argv=['prog', 'T.test_b'], testRunner=unittest.TextTestRunner(Quiet()))

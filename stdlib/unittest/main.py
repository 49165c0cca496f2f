"""The command line: python -m unittest, and unittest.main() at the end of a file of tests."""

import os
import sys

from unittest import loader, runner

__unittest = True


class TestProgram:
    """Finds the tests the command line asks for, runs them, and ends the program."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    tb_locals = False

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        """Read the command line and find the tests."""
        self.pattern = self.start = self.top = None
        if self.module is None and len(argv) > 1 and argv[1].lower() == 'discover':
            self._discover(argv[2:])
            return
        self._parser().parse_args(argv[1:], self)
        if self.module is None and not self.tests:
            self._discover([])
            return
        if self.tests:
            self.testNames = [_as_name(each) for each in self.tests]
            if __name__ == '__main__':
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def createTests(self):
        """Load the tests."""
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _options(self):
        import argparse
        parser = argparse.ArgumentParser(add_help=False)
        parser.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2,
                            help='Verbose output')
        parser.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0,
                            help='Quiet output')
        parser.add_argument('--locals', dest='tb_locals', action='store_true',
                            help='Show local variables in tracebacks')
        parser.add_argument('-f', '--failfast', action='store_true',
                            help='Stop on first fail or error')
        parser.add_argument('-c', '--catch', dest='catchbreak', action='store_true',
                            help='Catch Ctrl-C and display results so far')
        parser.add_argument('-b', '--buffer', action='store_true',
                            help='Buffer stdout and stderr during tests')
        parser.add_argument('-k', dest='testNamePatterns', action='append', type=_as_pattern,
                            help='Only run tests which match the given substring')
        return parser

    def _parser(self):
        import argparse
        parser = argparse.ArgumentParser(prog=self.progName, parents=[self._options()])
        parser.add_argument('tests', nargs='*', help='a list of any number of test modules, '
                            'classes and test methods.')
        return parser

    def _discover(self, argv, Loader=None):
        import argparse
        parser = argparse.ArgumentParser(prog=f'{self.progName} discover',
                                         parents=[self._options()])
        parser.add_argument('-s', '--start-directory', dest='start', default='.')
        parser.add_argument('-p', '--pattern', dest='pattern', default='test*.py')
        parser.add_argument('-t', '--top-level-directory', dest='top')
        for name in 'start', 'pattern', 'top':
            parser.add_argument(name, nargs='?', default=argparse.SUPPRESS,
                                help=argparse.SUPPRESS)
        for name in 'start', 'pattern':
            setattr(self, name, {'start': '.', 'pattern': 'test*.py'}[name])
        parser.parse_args(argv, self)
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        self.test = self.testLoader.discover(self.start, self.pattern, self.top)

    def runTests(self):
        """Run them, and end the program with what came of it."""
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        if isinstance(self.testRunner, type):
            self.testRunner = self.testRunner(
                verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                warnings=self.warnings, tb_locals=self.tb_locals)
        self.result = self.testRunner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


def _as_name(text):
    # A file is as good as its module's name.
    if os.path.isfile(text) and text.lower().endswith('.py'):
        return os.path.normpath(text)[:-3].replace('\\', '.').replace('/', '.')
    return text


def _as_pattern(text):
    return text if '*' in text else f'*{text}*'


main = TestProgram

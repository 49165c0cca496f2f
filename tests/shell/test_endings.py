"""How programs end: exit status, SystemExit, uncaught exceptions and what is shown of them."""

import os

from shell_case import TIMEOUT, ShellCase, is_reference


class Endings(ShellCase):
    def test_output_nobody_reads(self):
        # What a failed print was given is lost; what waits in the buffer fails at the end again. Ours
        # prints at once, as the reference with -u.
        for source, status in (("for i in range(100000): print(i)", 1),
                               ("print('x' * 100000)", 1),
                               ("print(1)", 1),
                               ("try: print(1)\nexcept OSError: pass", 0),
                               ("import sys; sys.stdout.write('1')", 1 if is_reference() else 120),
                               ("try: print('x' * 100000, flush=True)\nexcept OSError: pass", 0)):
            reading, writing = os.pipe()
            os.close(reading)
            process = self.start(*["-u"] * is_reference(), "-c", source, stdout=writing)
            os.close(writing)
            _, err = process.communicate(timeout=TIMEOUT)
            self.assertEqual(process.returncode, status, (source, err))
            if status != 0:
                self.assertTrue(err.endswith(b"BrokenPipeError: [Errno 32] Broken pipe\n"), err)

    def test_exit_status(self):
        for source, status in (("pass", 0), ("raise SystemExit", 0), ("raise SystemExit(None)", 0),
                               ("raise SystemExit(3)", 3), ("raise SystemExit(True)", 1),
                               ("raise SystemExit(256)", 0), ("raise SystemExit(-1)", 255),
                               ("raise SystemExit(2**70)", 255), ("exit()", 0), ("quit(7)", 7),
                               ("import sys; sys.exit(4)", 4), ("import sys; sys.exit()", 0)):
            if "exit()" == source or "quit" in source:
                source = source if not is_reference() else "import site; " + source
            self.expect(self.run_weft("-c", source), "", None, status)

    def test_exit_with_something_to_say(self):
        for source, shown in (("raise SystemExit('the end')", "the end"),
                              ("raise SystemExit(2.5)", "2.5"),
                              ("raise SystemExit(None, 3)", "(None, 3)"),
                              ("import sys; sys.exit([1])", "[1]"), ("raise SystemExit('')", "")):
            self.expect(self.run_weft("-c", "print('before'); " + source), "before\n",
                        shown + "\n", 1)

    def test_exit_runs_what_is_under_way(self):
        self.expect(self.run_weft("-c", "try: raise SystemExit(5)\nfinally: print('cleaned')"),
                    "cleaned\n", None, 5)
        self.expect(self.run_weft("-c", "try: raise SystemExit(5)\n"
                                        "except SystemExit as e: print(e.code)"), "5\n")

    def test_uncaught_exception_of_a_file(self):
        self.write("main.py", "import helper\n\nprint('start')\nhelper.check(-1)\n")
        self.write("helper.py", "def check(size):\n    if size < 0:\n"
                                "        raise ValueError(f'bad size {size}')\n")
        self.expect(self.run_weft("main.py"), "start\n",
                    'Traceback (most recent call last):\n'
                    '  File "DIR/main.py", line 4, in <module>\n'
                    '    helper.check(-1)\n'
                    '  File "DIR/helper.py", line 3, in check\n'
                    "    raise ValueError(f'bad size {size}')\n"
                    'ValueError: bad size -1\n', 1)

    def test_part_of_a_line_is_marked(self):
        self.write("main.py", "rate = 0\nprice = 12 + 30 / rate * 2\n")
        self.expect(self.run_weft("main.py"), "",
                    'Traceback (most recent call last):\n'
                    '  File "DIR/main.py", line 2, in <module>\n'
                    '    price = 12 + 30 / rate * 2\n'
                    '                 ~~~^~~~~~\n'
                    'ZeroDivisionError: division by zero\n', 1)

    def test_chained_exceptions(self):
        self.write("main.py", "try:\n    {}['key']\nexcept KeyError:\n    undefined_name\n")
        self.expect(self.run_weft("main.py"), "",
                    'Traceback (most recent call last):\n'
                    '  File "DIR/main.py", line 2, in <module>\n'
                    "    {}['key']\n"
                    "    ~~^^^^^^^\n"
                    "KeyError: 'key'\n"
                    '\nDuring handling of the above exception, another exception occurred:\n\n'
                    'Traceback (most recent call last):\n'
                    '  File "DIR/main.py", line 4, in <module>\n'
                    '    undefined_name\n'
                    "NameError: name 'undefined_name' is not defined\n", 1)

    def test_text_and_standard_input_have_no_lines_to_show(self):
        source = "def f(): return 1 / 0\nf()"
        for filename, outcome in (("<string>", self.run_weft("-c", source)),
                                  ("<stdin>", self.run_weft(stdin=source))):
            self.expect(outcome, "", 'Traceback (most recent call last):\n'
                                     f'  File "{filename}", line 2, in <module>\n'
                                     f'  File "{filename}", line 1, in f\n'
                                     'ZeroDivisionError: division by zero\n', 1)

    def test_syntax_errors(self):
        self.write("main.py", "print('never')\nvalue = (1,\n")
        self.expect(self.run_weft("main.py"), "",
                    '  File "DIR/main.py", line 2\n    value = (1,\n            ^\n'
                    "SyntaxError: '(' was never closed\n", 1)
        self.expect(self.run_weft("-c", "x ="), "",
                    '  File "<string>", line 1\n    x =\n       ^\nSyntaxError: invalid syntax\n', 1)

    def test_syntax_error_of_an_imported_module(self):
        self.write("main.py", "import broken\n")
        self.write("broken.py", "def f(:\n    pass\n")
        self.expect(self.run_weft("main.py"), "",
                    'Traceback (most recent call last):\n'
                    '  File "DIR/main.py", line 1, in <module>\n'
                    '    import broken\n'
                    '  File "DIR/broken.py", line 1\n'
                    '    def f(:\n'
                    '          ^\n'
                    'SyntaxError: invalid syntax\n', 1)

    def test_deep_recursion_is_an_error_with_a_short_traceback(self):
        self.write("main.py", "def f():\n    f()\n\nf()\n")
        outcome = self.run_weft("main.py")
        self.assertEqual(outcome.status, 1)
        self.assertIn("[Previous line repeated ", outcome.err)
        self.assertTrue(outcome.err.endswith(
            "RecursionError: maximum recursion depth exceeded\n"), outcome)

    def test_excepthook(self):
        self.expect(self.run_weft("-c", "import sys\n"
                                        "sys.excepthook = lambda t, v, b: print('hook', t.__name__, v)\n"
                                        "1 / 0"), "hook ZeroDivisionError division by zero\n",
                    None, 1)
        outcome = self.run_weft("-c", "import sys\n"
                                      "def hook(*args): raise ValueError('hook')\n"
                                      "sys.excepthook = hook\n1 / 0")
        self.expect(outcome, "", 'Error in sys.excepthook:\n'
                                 'Traceback (most recent call last):\n'
                                 '  File "<string>", line 2, in hook\n'
                                 'ValueError: hook\n'
                                 '\nOriginal exception was:\n'
                                 'Traceback (most recent call last):\n'
                                 '  File "<string>", line 4, in <module>\n'
                                 'ZeroDivisionError: division by zero\n', 1)

    def test_output_comes_before_the_traceback(self):
        outcome = self.run_shell("$WEFT -c 'print(\"first\", flush=True); 1/0' 2>&1")
        self.assertTrue(outcome.out.startswith("first\nTraceback"), outcome)

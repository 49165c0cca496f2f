"""The interactive prompt: on a pseudo-terminal, and with -i on a pipe."""

import os
import signal

from shell_case import ShellCase, Terminal, until_settled, weft_only


class Prompt(ShellCase):
    def terminal(self, *arguments):
        terminal = Terminal(self, "-q", *arguments)
        terminal.read_until(">>> ")
        return terminal

    def test_expressions_are_shown(self):
        terminal = self.terminal()
        self.assertEqual(terminal.ask("1 + 1"), "2\n")
        self.assertEqual(terminal.ask("'text'"), "'text'\n")
        self.assertEqual(terminal.ask("None"), "")
        self.assertEqual(terminal.ask("x = 5"), "")
        self.assertEqual(terminal.ask("x; x + 1"), "5\n6\n")
        self.assertEqual(terminal.ask("_ * 2"), "12\n")
        self.assertEqual(terminal.ask("print('printed')"), "printed\n")
        self.assertEqual(terminal.ask(""), "")

    def test_compound_statements(self):
        terminal = self.terminal()
        self.assertEqual(terminal.ask("def area(width, height):", "... "), "")
        self.assertEqual(terminal.ask("    return width * height", "... "), "")
        self.assertEqual(terminal.ask(""), "")
        self.assertEqual(terminal.ask("area(6, 7)"), "42\n")
        self.assertEqual(terminal.ask("for i in range(2):", "... "), "")
        self.assertEqual(terminal.ask("  i", "... "), "")
        self.assertEqual(terminal.ask("  'and'", "... "), "")
        self.assertEqual(terminal.ask(""), "0\n'and'\n1\n'and'\n")
        self.assertEqual(terminal.ask("if 1: 'one line'", "... "), "")
        self.assertEqual(terminal.ask(""), "'one line'\n")

    def test_incomplete_input(self):
        terminal = self.terminal()
        self.assertEqual(terminal.ask("(1 +", "... "), "")
        self.assertEqual(terminal.ask("2)"), "3\n")
        self.assertEqual(terminal.ask("text = '''first", "... "), "")
        self.assertEqual(terminal.ask("", "... "), "")
        self.assertEqual(terminal.ask("last'''"), "")
        self.assertEqual(terminal.ask("text"), "'first\\n\\nlast'\n")
        self.assertEqual(terminal.ask("1 + \\", "... "), "")
        self.assertEqual(terminal.ask("1"), "2\n")
        self.assertEqual(terminal.ask("@staticmethod", "... "), "")
        self.assertEqual(terminal.ask("def f(): pass", "... "), "")
        self.assertEqual(terminal.ask(""), "")

    def test_errors_leave_the_prompt_running(self):
        terminal = self.terminal()
        self.assertEqual(terminal.ask("1 / 0"),
                         'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n'
                         'ZeroDivisionError: division by zero\n')
        self.assertEqual(terminal.ask("x ="), '  File "<stdin>", line 1\n    x =\n       ^\n'
                                              'SyntaxError: invalid syntax\n')
        self.assertEqual(terminal.ask("    indented"),
                         '  File "<stdin>", line 1\n    indented\nIndentationError: '
                         'unexpected indent\n')
        self.assertEqual(terminal.ask("def f():", "... "), "")
        self.assertEqual(terminal.ask("    raise KeyError('in f')", "... "), "")
        self.assertEqual(terminal.ask(""), "")
        self.assertEqual(terminal.ask("f()"),
                         'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n'
                         '  File "<stdin>", line 2, in f\n'
                         "KeyError: 'in f'\n")
        self.assertEqual(terminal.ask("import sys; sys.last_value"), "KeyError('in f')\n")
        self.assertEqual(terminal.ask("'still here'"), "'still here'\n")

    def test_end_of_input_ends(self):
        terminal = self.terminal()
        terminal.ask("x = 1")
        terminal.type("\x04")
        terminal.read_rest()
        self.assertEqual(terminal.status, 0)

    def test_exit(self):
        terminal = self.terminal()
        terminal.type("raise SystemExit(7)\n")
        terminal.read_rest()
        self.assertEqual(terminal.status, 7)

    def test_interrupt_while_typing(self):
        terminal = self.terminal()
        terminal.type("half a li")
        terminal.read_until("half a li")
        terminal.type("\x03")
        self.assertTrue(terminal.read_until(">>> ").endswith("\nKeyboardInterrupt\n>>> "))
        self.assertEqual(terminal.ask("1 + 1"), "2\n")
        terminal.ask("(1 +", "... ")
        terminal.type("\x03")
        terminal.read_until("KeyboardInterrupt\n>>> ")
        self.assertEqual(terminal.ask("2 + 2"), "4\n")

    def test_interrupt_of_a_running_loop(self):
        terminal = self.terminal()
        terminal.ask("while True:", "... ")
        terminal.ask("    pass", "... ")
        terminal.type("\n")
        terminal.read_until("\n")
        until_settled(terminal.process_id)  # the loop runs
        os.kill(terminal.process_id, signal.SIGINT)
        shown = terminal.read_until(">>> ")
        self.assertTrue(shown.endswith("KeyboardInterrupt\n>>> "), shown)
        self.assertEqual(terminal.ask("'alive'"), "'alive'\n")

    def test_input_belongs_to_the_script(self):
        terminal = self.terminal()
        terminal.type("name = input('who? ')\n")
        terminal.read_until("who? ")
        terminal.type("me\n")
        terminal.read_until(">>> ")
        self.assertEqual(terminal.ask("name"), "'me'\n")

    def test_prompts_are_the_scripts_to_change(self):
        terminal = self.terminal()
        terminal.type("import sys; sys.ps1 = 'next> '; sys.ps2 = 'more> '\n")
        terminal.read_until("\nnext> ")
        self.assertEqual(terminal.ask("[1,", "more> "), "")
        self.assertEqual(terminal.ask("2]", "next> "), "[1, 2]\n")

    def test_displayhook(self):
        terminal = self.terminal()
        terminal.ask("import sys")
        terminal.ask("sys.displayhook = lambda value: print('<', value, '>')")
        self.assertEqual(terminal.ask("1 + 1"), "< 2 >\n")

    def test_after_a_program(self):
        self.write("main.py", "value = 5\nprint('ran')\n")
        terminal = Terminal(self, "-i", "main.py")
        self.assertEqual(terminal.read_until(">>> "), "ran\n>>> ")
        self.assertEqual(terminal.ask("value"), "5\n")

    def test_after_a_program_that_failed_or_exited(self):
        for source, shown in (("1 / 0", "ZeroDivisionError: division by zero\n"),
                              ("raise SystemExit(3)", "SystemExit: 3\n")):
            terminal = Terminal(self, "-i", "-c", "kept = 1\n" + source)
            text = terminal.read_until(">>> ")
            self.assertTrue(text.startswith("Traceback"), text)
            self.assertTrue(text.endswith(shown + ">>> "), text)
            self.assertEqual(terminal.ask("kept"), "1\n")

    @weft_only
    def test_banner(self):
        terminal = Terminal(self)
        self.assertRegex(terminal.read_until(">>> "), r"^weft \S+ \(Python 3.11\)\n>>> $")

    def test_on_a_pipe(self):
        lines = "print(1)\n1 + 1\nif 1:\n  3\n\nx =\n_\n1 / 0\nraise SystemExit(9)\n"
        outcome = self.run_weft("-i", "-q", stdin=lines)
        self.assertEqual((outcome.out, outcome.status), ("1\n2\n3\n3\n", 9), outcome)
        self.assertEqual(outcome.err,
                         '>>> >>> >>> ... ... >>>   File "<stdin>", line 1\n    x =\n       ^\n'
                         'SyntaxError: invalid syntax\n'
                         '>>> >>> Traceback (most recent call last):\n'
                         '  File "<stdin>", line 1, in <module>\n'
                         'ZeroDivisionError: division by zero\n>>> ')

"""Where the program comes from: FILE, folder, -c, -m, -, standard input; its arguments and path."""

from shell_case import ShellCase, is_reference, weft_only

SHOW = "import sys\nprint(__name__, sys.argv)\n"


class Invocation(ShellCase):
    def test_file(self):
        self.write("main.py", SHOW + "print(__file__)\n")
        self.expect(self.run_weft("main.py", "a", "-b", "--c", "-"),
                    "__main__ ['main.py', 'a', '-b', '--c', '-']\nDIR/main.py\n")

    def test_file_after_double_dash(self):
        self.write("main.py", SHOW)
        self.expect(self.run_weft("--", "main.py", "-c"), "__main__ ['main.py', '-c']\n")

    def test_file_without_extension_and_last_line_end(self):
        self.write("tool", "#!/usr/bin/env weft\nprint('ran')")
        self.expect(self.run_weft("tool"), "ran\n")

    def test_file_in_another_folder_finds_its_neighbours(self):
        self.write("program/main.py", "import sys, helper\nprint(helper.value, sys.path[0])\n")
        self.write("program/helper.py", "value = 'found'\n")
        self.expect(self.run_weft("program/main.py"), "found DIR/program\n")

    def test_folder_with_main(self):
        self.write("program/__main__.py", SHOW + "import helper\nprint(helper.value, __file__)\n")
        self.write("program/helper.py", "value = 'found'\n")
        self.expect(self.run_weft("program", "x"),
                    "__main__ ['program', 'x']\nfound DIR/program/__main__.py\n")

    def test_folder_without_main(self):
        self.write("program/other.py", "")
        self.expect(self.run_weft("program"),
                    err="EXE: can't find '__main__' module in 'DIR/program'\n", status=1)

    def test_text(self):
        self.expect(self.run_weft("-c", SHOW, "a", "-c"), "__main__ ['-c', 'a', '-c']\n")
        self.expect(self.run_weft("-cprint(6 * 7)"), "42\n")
        self.expect(self.run_weft("-c", ""), "")

    def test_text_imports_from_the_current_folder(self):
        self.write("helper.py", "value = 'found'\n")
        self.expect(self.run_weft("-c", "import helper, sys; print(helper.value, [sys.path[0]])"),
                    "found ['']\n")

    def test_module(self):
        self.write("tool.py", SHOW + "print(__file__)\n")
        self.expect(self.run_weft("-m", "tool", "a"),
                    "__main__ ['DIR/tool.py', 'a']\nDIR/tool.py\n")
        self.expect(self.run_weft("-mtool"), "__main__ ['DIR/tool.py']\nDIR/tool.py\n")

    def test_package(self):
        self.write("pack/__init__.py", "print('init', __name__)\n")
        self.write("pack/__main__.py",
                   SHOW + "from . import part\nfrom .part import value\nprint(value, __package__)\n")
        self.write("pack/part.py", "value = 'relative'\n")
        self.expect(self.run_weft("-m", "pack", "a"),
                    "init pack\n__main__ ['DIR/pack/__main__.py', 'a']\nrelative pack\n")

    def test_module_of_a_package(self):
        self.write("pack/__init__.py", "")
        self.write("pack/inner/__init__.py", "")
        self.write("pack/inner/tool.py", "from .. import inner\nprint(__name__, __package__)\n")
        self.expect(self.run_weft("-m", "pack.inner.tool"), "__main__ pack.inner\n")

    def test_modules_that_are_not_there(self):
        self.write("pack/__init__.py", "")
        for name, message in (
                ("nothing", "No module named nothing"),
                ("nothing.more", "Error while finding module specification for 'nothing.more' "
                                 "(ModuleNotFoundError: No module named 'nothing')"),
                ("pack.nothing", "No module named pack.nothing"),
                ("pack", "No module named pack.__main__; 'pack' is a package and cannot be "
                         "directly executed")):
            self.expect(self.run_weft("-m", name), "", f"EXE: {message}\n", 1)

    def test_standard_input(self):
        self.expect(self.run_weft(stdin=SHOW), "__main__ ['']\n")
        self.expect(self.run_weft("-", "a", "-b", stdin=SHOW), "__main__ ['-', 'a', '-b']\n")
        self.expect(self.run_weft(stdin=""), "")

    def test_standard_input_that_is_no_file(self):
        self.expect(self.run_shell("echo 'print(1)' | $WEFT"), "1\n")
        self.expect(self.run_shell("$WEFT <<end\nprint(2)\nend"), "2\n")
        self.write("program", "print(3)\n")
        self.expect(self.run_shell("$WEFT < program; $WEFT - < program"), "3\n3\n")

    def test_the_script_reads_on_from_a_terminal_or_file(self):
        self.write("main.py", "print(input())\nprint(input('more? '))\n")
        self.expect(self.run_weft("main.py", stdin="one\ntwo\n"), "one\nmore? two\n")

    @weft_only
    def test_version_and_help(self):
        for option in ("--version", "-V"):
            outcome = self.run_weft(option)
            self.expect(outcome, outcome.out)
            self.assertRegex(outcome.out, r"^weft \d+\.\d+\.\d+ \(Python 3\.11\)\n$")
        for option in ("--help", "-h"):
            outcome = self.run_weft(option)
            self.expect(outcome, outcome.out)
            self.assertTrue(outcome.out.startswith("usage: EXE [option] ..."), outcome)

    def test_wrong_command_lines(self):
        hint = "python" if is_reference() else "weft"
        usage = ("usage: EXE [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
                 f"Try `{hint} -h' for more information.\n")
        for words, message in ((["-z"], "Unknown option: -z"),
                               (["-iz", "main.py"], "Unknown option: -z"),
                               (["-c"], "Argument expected for the -c option"),
                               (["-m"], "Argument expected for the -m option"),
                               (["--nothing"], "unknown option --nothing")):
            self.expect(self.run_weft(*words), "", f"{message}\n{usage}", 2)

    def test_files_that_cannot_be_opened(self):
        self.expect(self.run_weft("nothing.py"), "",
                    "EXE: can't open file 'DIR/nothing.py': [Errno 2] No such file or directory\n",
                    2)
        self.expect(self.run_weft("/nothing/at/all.py"), "",
                    "EXE: can't open file '/nothing/at/all.py': "
                    "[Errno 2] No such file or directory\n", 2)

    def test_options_scripts_give_to_python(self):
        self.expect(self.run_weft("-u", "-B", "-s", "-E", "-c", "print(1)"), "1\n")
        self.expect(self.run_weft("-uBsc", "print(1)"), "1\n")

    @weft_only
    def test_weftpath(self):
        self.write("library/wares.py", "name = 'first'\n")
        self.write("other/wares.py", "name = 'second'\n")
        self.write("other/more.py", "name = 'more'\n")
        source = "import wares, more; print(wares.name, more.name)"
        self.expect(self.run_weft("-c", source, WEFTPATH=f"{self.folder}/library:{self.folder}/other"),
                    "first more\n")
        self.expect(self.run_weft("-E", "-c", "import wares", WEFTPATH=f"{self.folder}/library"),
                    "", "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n"
                    "ModuleNotFoundError: No module named 'wares'\n", 1)
        # The script's own folder comes first.
        self.write("wares.py", "name = 'own'\n")
        self.write("main.py", "import wares; print(wares.name)")
        self.expect(self.run_weft("main.py", WEFTPATH=f"{self.folder}/library"), "own\n")

    @weft_only
    def test_compile_only_takes_empty_files(self):
        self.write("empty.py", "")
        outcome = self.run_weft("--compile-only", "empty.py")
        self.assertRegex(outcome.out, r"^compiled 1 files in \d+\.\d+ s, 0 refused\n$")
        self.expect(self.run_weft("empty.py"))

    @weft_only
    def test_compile_only_and_disassembly(self):
        good = self.write("good.py", "def f(x):\n    return x + 1\n")
        self.write("bad.py", "x = = 1\n")
        outcome = self.run_weft("--compile-only", "good.py", "bad.py")
        self.assertEqual(outcome.status, 1)
        self.assertRegex(outcome.out, r"^compiled 2 files in \d+\.\d+ s, 1 refused\n$")
        self.assertIn("SyntaxError: invalid syntax", outcome.err)
        outcome = self.run_weft("--dis", good)
        self.expect(outcome, outcome.out)
        self.assertIn("Return", outcome.out)
        self.assertEqual(self.run_weft("--dis").status, 2)

    def test_source_encodings(self):
        self.write("bom.py", b"\xef\xbb\xbfprint('gr\xc3\xbcn')\r\nprint(2)\r\n")
        self.expect(self.run_weft("bom.py"), "grün\n2\n")
        self.write("latin.py", b"# coding: latin-1\nprint('gr\xfcn')\n")
        self.expect(self.run_weft("latin.py"), "grün\n")
        self.write("wrong.py", b"print('gr\xfcn')\n")
        outcome = self.run_weft("wrong.py")
        self.assertEqual(outcome.status, 1)
        self.assertIn("SyntaxError: Non-UTF-8 code starting with '\\xfc' in file DIR/wrong.py on "
                      "line 1, but no encoding declared", outcome.err)

    @weft_only
    def test_null_bytes_are_refused(self):
        self.write("nul.py", b"print(1)\0\n")
        outcome = self.run_weft("nul.py")
        self.assertEqual((outcome.out, outcome.status), ("", 1))
        self.assertIn("source code cannot contain null bytes", outcome.err)

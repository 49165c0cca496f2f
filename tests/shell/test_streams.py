"""Standard streams: one print is one write, buffering, broken pipes, streams that are closed."""

import os
import pty
import socket
import subprocess
import time

from shell_case import TIMEOUT, ShellCase, environment, weft_only
import shell_case


class Streams(ShellCase):
    def writes_of(self, *arguments):
        """The pieces in which the program wrote: each write is one packet of the socket."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(TIMEOUT)
        with ours:
            process = subprocess.Popen([shell_case.interpreter, *arguments], stdout=theirs,
                                       env=environment(), cwd=self.folder)
            theirs.close()
            pieces = []
            while piece := ours.recv(1 << 20):
                pieces.append(piece.decode())
            self.assertEqual(process.wait(), 0)
        return pieces

    @weft_only
    def test_one_print_is_one_write(self):
        source = ("print('a', 1, [2.5], sep='-', end='!\\n')\n"
                  "print()\n"
                  "print(*range(1000))\n"
                  "print('x' * 100000)\n"
                  "print('two\\nlines')\n")
        expected = ["a-1-[2.5]!\n", "\n", " ".join(map(str, range(1000))) + "\n",
                    "x" * 100000 + "\n", "two\nlines\n"]
        self.assertEqual(self.writes_of("-u", "-c", source), expected)
        self.assertEqual(self.writes_of("-c", source), expected)
        source = source.replace(")\n", ", flush=True)\n").replace("(, ", "(")
        self.assertEqual(self.writes_of("-c", source), expected)

    def test_what_is_no_print_is_written_together(self):
        source = "import sys\nfor i in range({}): sys.stdout.write(f'{{i}}\\n')"
        self.assertEqual(self.writes_of("-c", source.format(3)), ["0\n1\n2\n"])
        pieces = self.writes_of("-c", source.format(10000))
        self.assertEqual("".join(pieces), "".join(f"{i}\n" for i in range(10000)))
        self.assertLess(len(pieces), 30)

    def test_output_to_a_terminal_is_written_by_lines(self):
        leader, follower = pty.openpty()
        process = self.start("-c", "import time\nprint('now')\ntime.sleep(60)", stdout=follower)
        os.close(follower)
        begin = time.monotonic()
        self.assertEqual(os.read(leader, 100), b"now\r\n")
        self.assertLess(time.monotonic() - begin, 30)
        process.kill()
        os.close(leader)

    def test_errors_are_written_at_once(self):
        process = self.start("-c", "import sys, time\nprint('now', file=sys.stderr)\ntime.sleep(60)")
        self.assertEqual(process.stderr.readline(), b"now\n")

    def test_broken_pipe(self):
        outcome = self.run_shell("$WEFT -c 'while True: print(1, flush=True)' | head -1")
        self.assertEqual(outcome.out, "1\n")
        self.assertIn("BrokenPipeError: [Errno 32] Broken pipe\n", outcome.err)
        # What is left at the end cannot be written either: status 120.
        unread = "import sys, time; sys.stdout.write('1'); time.sleep(0.3)"
        outcome = self.run_shell(f'{{ $WEFT -c "{unread}"; echo $? >&2; }} | true')
        self.assertEqual(outcome.err,
                         "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' "
                         "encoding='utf-8'>\nBrokenPipeError: [Errno 32] Broken pipe\n120\n")

    def test_full_disk(self):
        outcome = self.run_shell("$WEFT -c 'import sys; sys.stdout.write(\"1\")' > /dev/full")
        self.expect(outcome, "", "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' "
                    "encoding='utf-8'>\nOSError: [Errno 28] No space left on device\n", 120)
        outcome = self.run_shell("$WEFT -u -c 'print(1)' > /dev/full")
        self.assertEqual(outcome.status, 1)
        self.assertIn("OSError: [Errno 28] No space left on device\n", outcome.err)

    def test_closed_streams_are_none(self):
        self.expect(self.run_shell("$WEFT -c 'print(1)' >&-"), "")
        self.expect(self.run_shell("$WEFT -c 'import sys; print(sys.stdin)' <&-"), "None\n")
        self.expect(self.run_shell("$WEFT -c 'import sys; print(sys.stderr); 1/0' 2>&-"), "None\n",
                    None, 1)
        outcome = self.run_shell("$WEFT -c 'input()' <&-")
        self.assertTrue(outcome.err.endswith("RuntimeError: input(): lost sys.stdin\n"), outcome)

    def test_streams_the_script_closed_or_took_away(self):
        self.expect(self.run_weft("-c", "import sys; sys.stdout.close()"), "")
        self.expect(self.run_weft("-c", "import sys; sys.stdout = None; print(3)"), "")
        outcome = self.run_weft("-c", "import sys; del sys.stdout; print(3)")
        self.assertTrue(outcome.err.endswith("RuntimeError: lost sys.stdout\n"), outcome)

    def test_replaced_stream_gets_whole_prints(self):
        self.expect(self.run_weft("-c", "import sys\n"
                                        "class Sink:\n"
                                        "    def __init__(self): self.text = ''\n"
                                        "    def write(self, text): self.text += text\n"
                                        "    def flush(self): pass\n"
                                        "real, sys.stdout = sys.stdout, Sink()\n"
                                        "print(1, 2)\nsink, sys.stdout = sys.stdout, real\n"
                                        "print(repr(sink.text))"), "'1 2\\n'\n")

    def test_input(self):
        source = "print(input('name? ')); print(input()); print(input())"
        outcome = self.run_weft("-c", source, stdin="one\ntwo\r\nlast without end")
        self.expect(outcome, "name? one\ntwo\r\nlast without end\n")
        outcome = self.run_weft("-c", "input()", stdin="")
        self.assertTrue(outcome.err.endswith("EOFError: EOF when reading a line\n"), outcome)

    @weft_only  # depends on the locale there
    def test_text_that_is_no_unicode(self):
        outcome = self.run_weft("-c", "print('\\udc80')")
        self.assertEqual(outcome.status, 1)
        self.assertIn("UnicodeEncodeError: 'utf-8' codec can't encode character '\\udc80' in "
                      "position 0: surrogates not allowed", outcome.err)
        outcome = self.run_weft("-c", "raise ValueError('\\udc80')")
        self.assertTrue(outcome.err.endswith("ValueError: \\udc80\n"), outcome)

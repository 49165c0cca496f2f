"""What the comparisons of this folder share: weft's parser as a server, and the reference's verdicts.

The reference is the Python that runs these scripts; it should be 3.11.
"""

import ast
import subprocess
import sys
import warnings

# Trees may be as high as weft allows, and dumps and comparisons recurse over them.
sys.setrecursionlimit(20000)
warnings.simplefilter("ignore")


def unescape(text):
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")


class Parser:
    """weft's parser; see parse_server.cpp for the protocol."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def parse(self, source, mode="exec", flags="-"):
        """A verdict: ("ok", dump) or ("error", kind, message, line, offset, end_line, end_offset,
        text)."""
        self.process.stdin.write(b"%s %s %d\n" % (mode.encode(), flags.encode(), len(source)))
        self.process.stdin.write(source)
        self.process.stdin.flush()
        head = self.process.stdout.readline().split()
        if not head:
            raise SystemExit(f"the parser died, exit code {self.process.wait()}: {source!r}")
        answer = self.process.stdout.read(int(head[1])).decode("utf-8", "surrogatepass")
        if head[0] == b"ok":
            return "ok", answer
        lines = answer.split("\n")
        places = [int(number) for number in lines[2:6]]
        text = unescape(lines[7]) if lines[6] == "1" else None
        return "error", lines[0], unescape(lines[1]), *places, text


def reference(source, mode="exec", attributes=False, flags=0):
    """The same verdict from the running Python."""
    try:
        tree = compile(source, "<string>", mode, flags | ast.PyCF_ONLY_AST)
        return "ok", ast.dump(tree, include_attributes=attributes)
    except SyntaxError as error:
        return ("error", type(error).__name__, error.args[0], error.lineno, error.offset,
                error.end_lineno, error.end_offset, error.text)
    except (ValueError, RecursionError, MemoryError) as error:
        return "error", type(error).__name__, str(error), 0, 0, 0, 0, None


def first_difference(ours, theirs, width=60):
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b),
              min(len(ours), len(theirs)))
    begin = max(0, at - width)
    return f"ours   ...{ours[begin:at + width]}\ntheirs ...{theirs[begin:at + width]}"

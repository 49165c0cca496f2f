// Mutations that know what a program looks like. Bytes changed at random mostly give syntax errors;
// lines moved about and words put in the place of others give programs that run.
//
// Half of the mutations stay libFuzzer's own, so that nothing is out of reach.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view Words[] = {"0",
                                      "1",
                                      "-1",
                                      "2",
                                      "7",
                                      "255",
                                      "2**31",
                                      "2**62",
                                      "-2**62",
                                      "2**63",
                                      "2**64",
                                      "10**30",
                                      "0.0",
                                      "-0.0",
                                      "1.5",
                                      "1e308",
                                      "float('inf')",
                                      "float('nan')",
                                      "1j",
                                      "True",
                                      "False",
                                      "None",
                                      "NotImplemented",
                                      "...",
                                      "''",
                                      "'a'",
                                      "'\\u00e9'",
                                      "'\\U0001f642'",
                                      "'%s'",
                                      "'{}'",
                                      "b''",
                                      "b'\\xff'",
                                      "[]",
                                      "[1, 2]",
                                      "()",
                                      "(1,)",
                                      "{}",
                                      "{1: 2}",
                                      "{1}",
                                      "set()",
                                      "range(3)",
                                      "range(10**20)",
                                      "slice(None)",
                                      "object()",
                                      "type",
                                      "int",
                                      "float",
                                      "complex",
                                      "str",
                                      "bytes",
                                      "bytearray",
                                      "memoryview",
                                      "list",
                                      "tuple",
                                      "dict",
                                      "set",
                                      "frozenset",
                                      "object",
                                      "super()",
                                      "property",
                                      "classmethod",
                                      "staticmethod",
                                      "iter",
                                      "next",
                                      "len",
                                      "repr",
                                      "hash",
                                      "id",
                                      "sorted",
                                      "reversed",
                                      "enumerate",
                                      "zip",
                                      "map",
                                      "filter",
                                      "sum",
                                      "min",
                                      "max",
                                      "abs",
                                      "divmod",
                                      "pow",
                                      "round",
                                      "isinstance",
                                      "issubclass",
                                      "getattr",
                                      "setattr",
                                      "delattr",
                                      "hasattr",
                                      "vars",
                                      "dir",
                                      "globals()",
                                      "locals()",
                                      "eval",
                                      "exec",
                                      "compile",
                                      "format",
                                      "print",
                                      "input",
                                      "chr",
                                      "ord",
                                      "any",
                                      "all",
                                      "callable",
                                      "Exception",
                                      "BaseException",
                                      "StopIteration",
                                      "GeneratorExit",
                                      "KeyError",
                                      "ExceptionGroup",
                                      "self",
                                      "cls",
                                      "x",
                                      "f",
                                      "x.__class__",
                                      "x.__dict__",
                                      "lambda: x",
                                      "lambda x: x",
                                      "(yield)",
                                      "(yield x)",
                                      "await x",
                                      "*x",
                                      "**x",
                                      "not x",
                                      "x := 1",
                                      "x for x in x",
                                      "x if x else f",
                                      "f(x)",
                                      "f(*x, **x)",
                                      "x[0]",
                                      "x[1:]",
                                      "x[::-1]",
                                      "x.y",
                                      "f'{x}'",
                                      "f'{x!r:>{5}}'",
                                      "+",
                                      "-",
                                      "*",
                                      "/",
                                      "//",
                                      "%",
                                      "**",
                                      "@",
                                      "<<",
                                      ">>",
                                      "&",
                                      "|",
                                      "^",
                                      "~",
                                      "<",
                                      "<=",
                                      "==",
                                      "!=",
                                      "is",
                                      "is not",
                                      "in",
                                      "not in",
                                      "and",
                                      "or",
                                      "=",
                                      "+=",
                                      "**=",
                                      ">>=",
                                      "|=",
                                      ":",
                                      ",",
                                      "(",
                                      ")",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      "sys.setrecursionlimit(10**6)",
                                      "__init__",
                                      "__new__",
                                      "__del__",
                                      "__eq__",
                                      "__hash__",
                                      "__lt__",
                                      "__len__",
                                      "__bool__",
                                      "__iter__",
                                      "__next__",
                                      "__getitem__",
                                      "__setitem__",
                                      "__contains__",
                                      "__call__",
                                      "__getattr__",
                                      "__getattribute__",
                                      "__setattr__",
                                      "__get__",
                                      "__set__",
                                      "__add__",
                                      "__radd__",
                                      "__iadd__",
                                      "__index__",
                                      "__enter__",
                                      "__exit__",
                                      "__repr__",
                                      "__str__",
                                      "__format__",
                                      "__class_getitem__",
                                      "__init_subclass__",
                                      "__set_name__",
                                      "__slots__",
                                      "__await__",
                                      "__aiter__",
                                      "__anext__",
                                      "__prepare__",
                                      "__mro_entries__"};

constexpr std::string_view Statements[] = {"pass",
                                           "break",
                                           "continue",
                                           "return x",
                                           "return",
                                           "raise",
                                           "raise x",
                                           "raise x from None",
                                           "yield x",
                                           "yield from x",
                                           "del x",
                                           "del x[0]",
                                           "global x",
                                           "nonlocal x",
                                           "assert x",
                                           "x = f",
                                           "x = x, x",
                                           "x.y = x",
                                           "x[0] = x",
                                           "x += x",
                                           "x, *y = x",
                                           "f()",
                                           "x()",
                                           "import gc; gc.collect()",
                                           "import weakref; x = weakref.ref(x)",
                                           "import math; x = math.inf",
                                           "import sys; x = sys._getframe()",
                                           "if x:",
                                           "else:",
                                           "elif x:",
                                           "while x:",
                                           "for x in x:",
                                           "for x in range(3):",
                                           "try:",
                                           "except:",
                                           "except Exception as x:",
                                           "except* Exception as x:",
                                           "finally:",
                                           "with x as y:",
                                           "with x, f() as y:",
                                           "def f(x=0, /, y=1, *z, k=2, **w):",
                                           "def f():",
                                           "async def f():",
                                           "async for x in x:",
                                           "async with x:",
                                           "class x:",
                                           "class x(x):",
                                           "class x(x, metaclass=type):",
                                           "@x",
                                           "@property",
                                           "match x:",
                                           "case x:",
                                           "case [x, *y]:",
                                           "case {'a': x, **y}:",
                                           "case int(x) | str(x):",
                                           "case _ if x:"};

class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  size_t below(size_t bound) { return bound == 0 ? 0 : random_() % bound; }

  void change(Lines& lines) {
    if (lines.empty()) lines.emplace_back("x = 1");
    const size_t at = below(lines.size());
    switch (below(9)) {
      case 0:
        lines.erase(lines.begin() + static_cast<ptrdiff_t>(at));
        break;
      case 1:
        insert(lines, below(lines.size() + 1), lines[at]);
        break;
      case 2:
        std::swap(lines[at], lines[below(lines.size())]);
        break;
      case 3:
        insert(lines, at, indent_of(lines[at]) + std::string(pick(Statements)));
        break;
      case 4:
        change_indent(lines[at]);
        break;
      case 5:
        repeat_block(lines, at);
        break;
      default:
        replace_word(lines[at]);
        break;
    }
  }

  Lines cross(const Lines& first, const Lines& second) {
    Lines result(first.begin(), first.begin() + static_cast<ptrdiff_t>(below(first.size() + 1)));
    const size_t from = below(second.size() + 1);
    result.insert(result.end(), second.begin() + static_cast<ptrdiff_t>(from), second.end());
    return result;
  }

 private:
  template <size_t count>
  std::string_view pick(const std::string_view (&texts)[count]) {
    return texts[below(count)];
  }

  static std::string indent_of(const std::string& line) {
    return line.substr(0, std::min(line.find_first_not_of(' '), line.size()));
  }

  static void insert(Lines& lines, size_t at, std::string line) {
    lines.insert(lines.begin() + static_cast<ptrdiff_t>(at), std::move(line));
  }

  void change_indent(std::string& line) {
    const size_t blanks = indent_of(line).size();
    if (below(2) == 0) {
      line.insert(0, "    ");
    } else {
      line.erase(0, std::min<size_t>(blanks, 4));
    }
  }

  // Puts a copy of some lines elsewhere.
  void repeat_block(Lines& lines, size_t at) {
    const size_t count = 1 + below(std::min<size_t>(lines.size() - at, 8));
    const Lines block(lines.begin() + static_cast<ptrdiff_t>(at),
                      lines.begin() + static_cast<ptrdiff_t>(at + count));
    lines.insert(lines.begin() + static_cast<ptrdiff_t>(below(lines.size() + 1)), block.begin(),
                 block.end());
  }

  void replace_word(std::string& line) {
    const auto is_word = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    };
    size_t begin = below(line.size() + 1);
    size_t end = begin;
    if (begin < line.size() && is_word(line[begin])) {
      while (begin > 0 && is_word(line[begin - 1])) --begin;
      while (end < line.size() && is_word(line[end])) ++end;
    } else if (begin < line.size() && below(2) == 0) {
      ++end;
    }
    line.replace(begin, end - begin, pick(Words));
  }

  std::minstd_rand random_;
};

Lines lines_of(const uint8_t* data, size_t size) {
  Lines lines;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    lines.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return lines;
}

size_t put(const Lines& lines, uint8_t* out, size_t max_size) {
  size_t size = 0;
  for (const std::string& line : lines) {
    if (size + line.size() + 1 > max_size) break;
    std::copy(line.begin(), line.end(), out + size);
    size += line.size();
    out[size++] = '\n';
  }
  return size;
}

}  // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size,
                                          unsigned seed) {
  Mutator mutator(seed);
  if (mutator.below(2) == 0) return LLVMFuzzerMutate(data, size, max_size);
  Lines lines = lines_of(data, size);
  for (size_t changes = 1 + mutator.below(4); changes > 0; --changes) mutator.change(lines);
  return put(lines, data, max_size);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t* first, size_t first_size,
                                            const uint8_t* second, size_t second_size, uint8_t* out,
                                            size_t max_size, unsigned seed) {
  Mutator mutator(seed);
  return put(mutator.cross(lines_of(first, first_size), lines_of(second, second_size)), out,
             max_size);
}

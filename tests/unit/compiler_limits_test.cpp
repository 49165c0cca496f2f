// Sources that strain one limit each compile to valid bytecode, or are refused with a clear error.
#include "interpreter/compiler/compile.h"
#include "tests/unit/compiler_fixture.h"

namespace weft::compiler {
namespace {

std::string repeated(std::string_view piece, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += piece;
  return out;
}

// piece(0) + piece(1) + …
template <class Piece>
std::string numbered(int count, std::string_view separator, Piece&& piece) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    if (i != 0) out += separator;
    out += piece(std::to_string(i));
  }
  return out;
}

class LimitsTest : public CompilerTest {
 protected:
  std::string error_of(std::string_view source) {
    Code* code = compile_source(thread(), source, "<test>", {});
    return code != nullptr ? "compiles" : pending_text();
  }
};

TEST_F(LimitsTest, NestedExpressionsSpill) {
  EXPECT_NE(compile("x = " + repeated("f(", 190) + "1" + repeated(")", 190)), nullptr);
  EXPECT_NE(compile("def g(a):\n return " + repeated("a.f(1, ", 190) + "1" + repeated(")", 190)),
            nullptr);
  EXPECT_NE(compile("x = " + repeated("a() + (", 190) + "1" + repeated(")", 190)), nullptr);
  EXPECT_NE(compile("x = " + repeated("{1: ", 190) + "a" + repeated("}", 190)), nullptr);
}

TEST_F(LimitsTest, LongChains) {
  const auto chain = [](std::string_view symbol) {
    return "x = " + numbered(2500, symbol, [](const std::string&) { return "a"; });
  };
  for (const char* symbol : {" + ", " and ", " < ", ", ", " ** "}) {
    EXPECT_NE(compile(chain(symbol)), nullptr) << symbol;
  }
  EXPECT_NE(compile("if x: pass\n" + numbered(3000, "",
                                              [](const std::string& i) {
                                                return "elif x == " + i + ": y = " + i + "\n";
                                              })),
            nullptr);
}

TEST_F(LimitsTest, ManyLocals) {
  const std::string sum = numbered(400, " + ", [](const std::string& i) { return "v" + i; });
  const std::string assignments =
      numbered(400, "", [](const std::string& i) { return " v" + i + " = " + i + "\n"; });
  EXPECT_NE(compile("def f():\n" + assignments + " return " + sum), nullptr);
  EXPECT_NE(compile("def f():\n" + assignments + " def g(): return " + sum + "\n return g"),
            nullptr);
  const std::string parameters = numbered(300, ", ", [](const std::string& i) { return "v" + i; });
  Code* code = compile("def f(" + parameters + "):\n return v299");
  ASSERT_NE(code, nullptr);
  EXPECT_NE(compile("def f(*, " + parameters + "): return lambda: v299"), nullptr);
}

TEST_F(LimitsTest, ManyConstantsAndNames) {
  const auto list = [](const char* suffix) {
    return "x = [" +
           numbered(70'000, ", ", [&](const std::string& i) { return i + suffix + " + a"; }) +
           "]\nf(k=1)\ndef f(): pass\n";
  };
  EXPECT_NE(compile(list(".5")), nullptr);
  EXPECT_NE(
      compile(numbered(60'000, "\n", [](const std::string& i) { return "n" + i + " = n" + i; })),
      nullptr);
  EXPECT_EQ(error_of(numbered(70'000, "\n", [](const std::string& i) { return "n" + i; })),
            "SyntaxError: code is too large to compile (<test>, line 65537)");
}

TEST_F(LimitsTest, ManyArgumentsAndTargets) {
  const auto names = [](int count, std::string_view suffix) {
    return numbered(count, ", ",
                    [&](const std::string& i) { return "a" + i + std::string(suffix); });
  };
  EXPECT_NE(compile("f(" + names(1000, "") + ")\nf(" + names(1000, "=1") + ")"), nullptr);
  EXPECT_NE(compile("def f(s):\n " + names(600, "") + " = s\n " + names(20, "") + ", *b = s"),
            nullptr);
  EXPECT_NE(compile("match x:\n case [" + names(500, "") + "]: f()\n case " + repeated("[", 150) +
                    "q" + repeated("]", 150) + ": g()"),
            nullptr);
}

TEST_F(LimitsTest, NestedBlocks) {
  const auto loops = [](int depth) {
    std::string source = "def f(a):\n";
    for (int i = 1; i <= depth; ++i) source += std::string(i, ' ') + "for x in a:\n";
    return source + std::string(depth + 1, ' ') + "pass";
  };
  EXPECT_NE(compile(loops(20)), nullptr);
  EXPECT_EQ(error_of(loops(21)),
            "SyntaxError: too many statically nested blocks (<test>, line 22)");
  std::string matches = "def f(a):\n";
  for (int i = 0; i < 45; ++i) {
    matches += std::string(2 * i + 1, ' ') + "match a:\n" + std::string(2 * i + 2, ' ') +
               "case [a, _, *b]:\n";
  }
  EXPECT_NE(compile(matches + std::string(91, ' ') + "pass"), nullptr);
}

}  // namespace
}  // namespace weft::compiler

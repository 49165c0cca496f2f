// The programs of tests/syntax/bad_programs.txt are refused in the words, and at the places, that
// the reference Python was recorded to use.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "interpreter/syntax/parser.h"

namespace weft::syntax {
namespace {

struct BadProgram {
  std::string name;
  std::string program;
  std::string answer;
};

std::vector<BadProgram> read_bad_programs() {
  std::ifstream file(std::filesystem::path(WEFT_TESTS_FOLDER) / "syntax/bad_programs.txt",
                     std::ios::binary);
  std::vector<BadProgram> programs;
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with("#### ")) {
      programs.push_back({line.substr(5), "", ""});
    } else if (programs.empty() || !programs.back().answer.empty()) {
      continue;  // the heading, or the line between entries
    } else if (line.starts_with("=> ")) {
      programs.back().answer = line.substr(3);
    } else {
      programs.back().program += line + '\n';
    }
  }
  return programs;
}

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::SyntaxError:
      return "SyntaxError";
    case ErrorKind::IndentationError:
      return "IndentationError";
    case ErrorKind::TabError:
      return "TabError";
    default:
      return "another";
  }
}

std::string answer_to(const std::string& program) {
  const ParseResult result = parse(program, "<string>", {.origin = SourceOrigin::Text});
  if (result.ok()) return "accepted";
  const Diagnostic& diagnostic = *result.diagnostic;
  return std::string(name_of(diagnostic.kind)) + ' ' + std::to_string(diagnostic.line) + ':' +
         std::to_string(diagnostic.offset) + '-' + std::to_string(diagnostic.end_line) + ':' +
         std::to_string(diagnostic.end_offset) + ' ' + diagnostic.message;
}

TEST(SyntaxErrors, AreThoseOfTheReference) {
  const std::vector<BadProgram> programs = read_bad_programs();
  ASSERT_GE(programs.size(), 300u);
  for (const BadProgram& bad : programs) {
    EXPECT_EQ(answer_to(bad.program), bad.answer) << bad.name << '\n' << bad.program;
  }
}

TEST(SyntaxErrors, ShowTheLineOfTheSource) {
  const ParseResult result = parse("a = 1\nb c\n", "<string>", {});
  ASSERT_FALSE(result.ok());
  EXPECT_TRUE(result.diagnostic->has_text);
  EXPECT_EQ(result.diagnostic->text, "b c\n");
}

bool is_incomplete(std::string_view typed) {
  const ParseResult result =
      parse(typed, "<stdin>", {.mode = ParseMode::Single, .end_closes_blocks = false});
  return !result.ok() && result.diagnostic->incomplete;
}

TEST(SyntaxErrors, TellWhatMoreInputCouldComplete) {
  for (const char* typed : {"if a:", "if a:\n  b", "x = (", "x = [1,\n2,", "'''abc",
                            "def f():", "@d", "try:\n  a", "class A:\n  def f(self):\n    pass",
                            "if a:\n  b\nelse:", "for x in y: z", "1 + \\", "a = \\\n b + \\"}) {
    EXPECT_TRUE(is_incomplete(typed)) << typed;
  }
  for (const char* typed : {"a", "a b", "a +", "x = )", "'abc", "if a b", "if a:\n  b\n",
                            "for x in y: z\n", "if a:\n  b\nelse:\n  c\n"}) {
    EXPECT_FALSE(is_incomplete(typed)) << typed;
  }
}

TEST(SyntaxErrors, SingleModeTakesOneStatement) {
  const auto accepts = [](std::string_view text) {
    return parse(text, "<stdin>", {.mode = ParseMode::Single}).ok();
  };
  EXPECT_TRUE(accepts("a"));
  EXPECT_TRUE(accepts("a; b\n# comment\n"));
  EXPECT_TRUE(accepts("if a:\n  b"));
  EXPECT_FALSE(accepts("a\nb"));
  EXPECT_FALSE(accepts(""));
}

TEST(SyntaxErrors, ExpressionModeTakesAnExpression) {
  const auto accepts = [](std::string_view text) {
    return parse(text, "<string>", {.mode = ParseMode::Expression}).ok();
  };
  EXPECT_TRUE(accepts("a + 1"));
  EXPECT_TRUE(accepts("a, b\n\n"));
  EXPECT_FALSE(accepts("a = 1"));
  EXPECT_FALSE(accepts(" a"));
  EXPECT_FALSE(accepts(""));
}

// ---- limits ----

std::string repeated(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

ErrorKind kind_of(const std::string& program, const ParseOptions& options = {}) {
  const ParseResult result = parse(program, "<string>", options);
  EXPECT_FALSE(result.ok());
  return result.ok() ? ErrorKind::ValueError : result.diagnostic->kind;
}

TEST(SyntaxLimits, DepthOfBrackets) {
  for (const char* bracket : {"(", "[", "{", "f(", "a[", "{1:", "(lambda:", "f(a=", "[*"}) {
    EXPECT_EQ(kind_of(repeated(bracket, 100'000)), ErrorKind::SyntaxError) << bracket;
  }
  EXPECT_TRUE(parse(repeated("(", 200) + repeated(")", 200), "", {}).ok());
}

TEST(SyntaxLimits, HeightOfTrees) {
  for (const char* link : {"a+", "a-b*", "a."}) {
    EXPECT_EQ(kind_of(repeated(link, 100'000) + "b"), ErrorKind::RecursionError) << link;
  }
  EXPECT_EQ(kind_of("a" + repeated("()", 100'000)), ErrorKind::RecursionError);
  EXPECT_TRUE(parse(repeated("a+", 2990) + "b", "", {}).ok());
  EXPECT_EQ(kind_of(repeated("a+", 50) + "b", {.maximum_depth = 50}), ErrorKind::RecursionError);
}

TEST(SyntaxLimits, DepthOfRecursion) {
  for (const char* link : {"-", "not ", "lambda:", "a if b else ", "a**", "a "}) {
    EXPECT_EQ(kind_of(repeated(link, 100'000) + "b"), ErrorKind::MemoryError) << link;
  }
}

TEST(SyntaxLimits, ChainsThatAreNoTrees) {
  for (const char* link : {"a<", "a or ", "a and ", "a,", "a="}) {
    EXPECT_TRUE(parse(repeated(link, 20'000) + "b", "", {}).ok()) << link;
  }
  const ParseResult result = parse("if a: b\n" + repeated("elif a: b\n", 20'000), "<string>", {});
  ASSERT_TRUE(result.ok());
  int length = 0;
  for (const If* link = result.module->body[0]->as<If>(); link != nullptr; link = elif_of(*link)) {
    ++length;
  }
  EXPECT_EQ(length, 20'001);
}

// Mistakes deep in brackets must not cost exponential time.
TEST(SyntaxLimits, TimeOfExplaining) {
  for (const char* bracket : {"(", "[", "{", "{1:", "{1:2,3:", "f(", "f(a,", "f(a=", "a[", "(a,",
                              "(a=", "(a.b=", "(a if ", "(lambda x=", "(a for a in ", "-("}) {
    EXPECT_FALSE(parse("x = " + repeated(bracket, 190) + "a b", "", {}).ok()) << bracket;
  }
  EXPECT_FALSE(parse("with " + repeated("(", 190) + "a b", "", {}).ok());
  EXPECT_FALSE(parse("match a:\n case " + repeated("A(", 190) + "b c", "", {}).ok());
}

TEST(SyntaxLimits, DigitsOfIntegers) {
  const std::string digits = repeated("9", 5000);
  EXPECT_EQ(kind_of(digits), ErrorKind::SyntaxError);
  EXPECT_TRUE(parse(digits, "", {.maximum_integer_digits = 0}).ok());
  EXPECT_TRUE(parse("0x" + digits, "", {}).ok());
}

}  // namespace
}  // namespace weft::syntax

// The tree of valid programs: its shape, places, names and constants. (tests/syntax compares it
// with the reference over whole libraries; here is what such a comparison does not see.)

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "interpreter/syntax/ast_dump.h"
#include "interpreter/syntax/parser.h"

namespace weft::syntax {
namespace {

// The dump of an expression without its wrapping.
std::string dump(std::string_view source, bool attributes = false) {
  const ParseResult result = parse(source, "<string>", {.mode = ParseMode::Expression});
  if (!result.ok()) return result.diagnostic->message;
  const std::string all = dump_tree(*result.module, attributes);
  constexpr std::string_view Begin = "Expression(body=";
  return all.substr(Begin.size(), all.size() - Begin.size() - 1);
}

struct Parsed {
  explicit Parsed(std::string_view source)
      : result(parse(source, "<string>", {.mode = ParseMode::Expression})) {}
  const Constant& constant() const { return *result.module->expression->as<Constant>(); }
  ParseResult result;
};

TEST(SyntaxTree, BindsOperators) {
  EXPECT_EQ(
      dump("a or b and not c"),
      "BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), BoolOp(op=And(), values=[Name(id='b',"
      " ctx=Load()), UnaryOp(op=Not(), operand=Name(id='c', ctx=Load()))])])");
  EXPECT_EQ(dump("-1 ** -2"),
            "UnaryOp(op=USub(), operand=BinOp(left=Constant(value=1), op=Pow(), "
            "right=UnaryOp(op=USub(), operand=Constant(value=2))))");
  EXPECT_EQ(dump("1 - 2 - 3"),
            "BinOp(left=BinOp(left=Constant(value=1), op=Sub(), right=Constant(value=2)), "
            "op=Sub(), right=Constant(value=3))");
  EXPECT_EQ(dump("a < b not in c"),
            "Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), NotIn()], "
            "comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load())])");
}

TEST(SyntaxTree, PlacesAreBytesOfUtf8) {
  EXPECT_EQ(dump("'é' + (b)", true),
            "BinOp(left=Constant(value='é', lineno=1, col_offset=0, end_lineno=1, "
            "end_col_offset=4), op=Add(), right=Name(id='b', ctx=Load(), lineno=1, col_offset=8, "
            "end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, "
            "end_col_offset=10)");
}

TEST(SyntaxTree, NamesAreUniqueAndNormalised) {
  const ParseResult result = parse("value.value(value=ｖalue, ﬁ=fi)", "<string>", {});
  ASSERT_TRUE(result.ok());
  const Call& call = *result.module->body[0]->as<Expr>()->value->as<Call>();
  const Attribute& attribute = *call.func->as<Attribute>();
  const char* name = attribute.attr.data();
  EXPECT_EQ(attribute.value->as<Name>()->id.data(), name);
  EXPECT_EQ(call.keywords[0]->arg.data(), name);
  EXPECT_EQ(call.keywords[0]->value->as<Name>()->id.data(), name);
  EXPECT_EQ(call.keywords[1]->arg, "fi");
  EXPECT_EQ(call.keywords[1]->arg.data(), call.keywords[1]->value->as<Name>()->id.data());
}

TEST(SyntaxTree, IntegersThatFitAreNumbers) {
  EXPECT_EQ(Parsed("9223372036854775807").constant().integer, std::numeric_limits<int64_t>::max());
  EXPECT_EQ(Parsed("0b1_01").constant().integer, 5);
  EXPECT_EQ(Parsed("00").constant().integer, 0);
  const Parsed big("0x_8000_0000_0000_0000");
  EXPECT_EQ(big.constant().value_kind, ConstantKind::BigInt);
  EXPECT_EQ(big.constant().base, 16);
  EXPECT_EQ(big.constant().text, "8000000000000000");
  EXPECT_EQ(Parsed("9223372036854775808").constant().base, 10);
}

TEST(SyntaxTree, FloatsOfAnySize) {
  EXPECT_EQ(Parsed("1e400").constant().real, std::numeric_limits<double>::infinity());
  EXPECT_EQ(Parsed("1e-400").constant().real, 0.0);
  EXPECT_EQ(Parsed("5e-324").constant().real, std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(Parsed("1" + std::string(400, '0') + "e-399").constant().real, 10.0);
  EXPECT_EQ(Parsed("0." + std::string(400, '0') + "1e401").constant().real, 1.0);
  EXPECT_EQ(Parsed("1_0.5_0e0_1").constant().real, 105.0);
  EXPECT_EQ(Parsed(".5J").constant().value_kind, ConstantKind::Complex);
}

TEST(SyntaxTree, StringsKeepLoneSurrogates) {
  EXPECT_EQ(Parsed("'\\ud800'").constant().text, "\xed\xa0\x80");
  EXPECT_EQ(Parsed("'\\ud83d\\ude00'").constant().text, "\xed\xa0\xbd\xed\xb8\x80");
  EXPECT_EQ(Parsed("'\\U0001f600'").constant().text, "😀");
}

TEST(SyntaxTree, StringsAreUnescapedAndJoined) {
  EXPECT_EQ(Parsed("'a\\\nb' r'\\n' \"\\x41\\101\\t\\q\"").constant().text, "ab\\nAA\t\\q");
  EXPECT_EQ(Parsed("b'\\xff' rb'\\x'").constant().text, "\xff\\x");
  EXPECT_TRUE(Parsed("'abc'").constant().is_ascii);
  EXPECT_FALSE(Parsed("'é'").constant().is_ascii);
  EXPECT_TRUE(Parsed("u'a' 'b'").constant().unicode_prefix);
  EXPECT_FALSE(Parsed("U'a'").constant().unicode_prefix);
}

TEST(SyntaxTree, NamedCharacters) {
  EXPECT_EQ(Parsed("'\\N{SNOWMAN}'").constant().text, "☃");
  EXPECT_EQ(Parsed("'\\N{latin small letter e with acute}'").constant().text, "é");
  EXPECT_EQ(Parsed("'\\N{LF}'").constant().text, "\n");
  EXPECT_EQ(Parsed("'\\N{HANGUL SYLLABLE GGAGG}'").constant().text, "\uae4e");
  EXPECT_EQ(Parsed("'\\N{CJK UNIFIED IDEOGRAPH-4E00}'").constant().text, "\u4e00");
  EXPECT_FALSE(parse("'\\N{no such}'", "<string>", {}).ok());
  EXPECT_FALSE(parse("'\\N{CJK UNIFIED IDEOGRAPH-0041}'", "<string>", {}).ok());
}

TEST(SyntaxTree, FormatStrings) {
  EXPECT_EQ(dump("f'a{b!r:>{w}}{{c}}'"),
            "JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', ctx=Load()), "
            "conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), "
            "FormattedValue(value=Name(id='w', ctx=Load()), conversion=-1)])), "
            "Constant(value='{c}')])");
  EXPECT_EQ(dump("f'{a = }'"),
            "JoinedStr(values=[Constant(value='a = '), FormattedValue(value=Name(id='a', "
            "ctx=Load()), conversion=114)])");
  EXPECT_EQ(dump("f'{a=:x}' 'b'"),
            "JoinedStr(values=[Constant(value='a='), FormattedValue(value=Name(id='a', "
            "ctx=Load()), conversion=-1, format_spec=JoinedStr(values=[Constant(value='x')])), "
            "Constant(value='b')])");
}

TEST(SyntaxTree, SoftKeywordsAreNamesElsewhere) {
  for (const char* source :
       {"match = 1\n", "match.a = 1\n", "match(x)\n", "match[x]: int = 1\n", "match, case = _\n",
        "print(match, case, _)\n", "match * a\n", "match -a\n", "case = match\n"}) {
    EXPECT_TRUE(parse(source, "<string>", {}).ok()) << source;
  }
  const ParseResult result = parse("match match:\n case case: pass\n", "<string>", {});
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.module->body[0]->is(StatementKind::Match));
}

TEST(SyntaxTree, HeightsCountFromTheLeaves) {
  const ParseResult result = parse("f(a + b * c)[d]", "<string>", {.mode = ParseMode::Expression});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.module->expression->height, 5);
}

// ---- sources ----

std::string dump_file(std::string_view bytes, SourceOrigin origin = SourceOrigin::File) {
  const ParseResult result = parse(bytes, "name.py", {.origin = origin});
  return result.ok() ? dump_tree(*result.module, false) : result.diagnostic->message;
}

TEST(SyntaxSource, Encodings) {
  const std::string expected = dump_file("'é'");
  EXPECT_EQ(dump_file("\xef\xbb\xbf'é'"), expected);
  EXPECT_EQ(dump_file("# -*- coding: latin-1 -*-\n'\xe9'"), expected);
  EXPECT_EQ(dump_file("#!/bin/sh\n# vim: set fileencoding=iso-8859-1 :\n'\xe9'"), expected);
  EXPECT_EQ(dump_file("# coding: utf-8\n'é'"), expected);
  EXPECT_EQ(dump_file("# coding: latin-1\n'é'", SourceOrigin::Text), expected);
  EXPECT_EQ(dump_file("x = 1\n# coding: latin-1\n'é'").find("Ã"), std::string::npos);
  EXPECT_EQ(dump_file("'\xe9'"),
            "Non-UTF-8 code starting with '\\xe9' in file name.py on line 1, but no encoding "
            "declared; see https://peps.python.org/pep-0263/ for details");
  EXPECT_EQ(dump_file("# coding: nonsense\n"), "encoding problem: nonsense");
  EXPECT_EQ(dump_file("# coding: nonsense\n", SourceOrigin::Bytes), "unknown encoding: nonsense");
  EXPECT_EQ(dump_file("\xef\xbb\xbf# coding: latin-1\n"), "encoding problem: iso-8859-1 with BOM");
  EXPECT_EQ(dump_file("# coding: ascii\n'\xe9'", SourceOrigin::Bytes),
            "'ascii' codec can't decode byte 0xe9 in position 17: ordinal not in range(128)");
}

TEST(SyntaxSource, BytesAreDecodedWhereTheyCount) {
  EXPECT_EQ(dump_file("# \xe9\n", SourceOrigin::Bytes), dump_file(""));
  EXPECT_EQ(dump_file("'\xe9'", SourceOrigin::Bytes),
            "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of "
            "data");
  EXPECT_EQ(dump_file("\xff", SourceOrigin::Bytes),
            "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start "
            "byte");
}

TEST(SyntaxSource, NullBytesAreRefused) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(parse("a\0b"sv, "", {.origin = SourceOrigin::Text}).diagnostic->kind,
            ErrorKind::ValueError);
  EXPECT_EQ(parse("a\0b"sv, "", {.origin = SourceOrigin::File}).diagnostic->kind,
            ErrorKind::SyntaxError);
}

TEST(SyntaxSource, NewlinesOfAllKinds) {
  const std::string expected = dump_file("if a:\n  b\n\"\"\"c\nd\"\"\"\n");
  EXPECT_EQ(dump_file("if a:\r\n  b\r\n\"\"\"c\r\nd\"\"\"\r\n"), expected);
  EXPECT_EQ(dump_file("if a:\r  b\r\"\"\"c\rd\"\"\"\r"), expected);
  EXPECT_EQ(dump_file("if a:\n  b\n\"\"\"c\nd\"\"\""), expected);
  EXPECT_EQ(dump_file("if a:\n\n  b\n\f\n# c\n\"\"\"c\nd\"\"\""), expected);
  EXPECT_EQ(dump_file("if \\\na:\n  b\n\"\"\"c\nd\"\"\""), expected);
}

TEST(SyntaxSource, EmptySourcesAreModules) {
  for (const char* source : {"", "\n", "# comment", "   ", "\\\n\n", "\f"}) {
    EXPECT_EQ(dump_file(source), "Module(body=[], type_ignores=[])") << source;
  }
}

TEST(SyntaxSource, Warnings) {
  const ParseResult result =
      parse("a = '\\d'\nb = 1if a else 2\nc = b'\\z' '\\400'[0:]\n", "<string>", {});
  ASSERT_FALSE(result.ok());  // bytes and text
  ASSERT_EQ(result.warnings.size(), 4u);
  EXPECT_EQ(result.warnings[0].message, "invalid escape sequence '\\d'");
  EXPECT_EQ(result.warnings[0].kind, WarningKind::DeprecationWarning);
  EXPECT_EQ(result.warnings[0].line, 1u);
  EXPECT_EQ(result.warnings[3].message, "invalid octal escape sequence '\\400'");
  EXPECT_EQ(result.warnings[3].line, 3u);
}

}  // namespace
}  // namespace weft::syntax

// Properties and mappings of single code points, UTF-8 primitives.
#include <gtest/gtest.h>

#include <string>

#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {
namespace {

std::u32string mapped(int (*map)(uint32_t, uint32_t*), uint32_t code_point) {
  uint32_t out[unicode::MaxMapped];
  const int count = map(code_point, out);
  return std::u32string(out, out + count);
}

TEST(Unicode, FullCaseMappings) {
  EXPECT_EQ(mapped(unicode::to_upper, U'ß'), U"SS");
  EXPECT_EQ(mapped(unicode::to_title, U'ß'), U"Ss");
  EXPECT_EQ(mapped(unicode::to_folded, U'ß'), U"ss");
  EXPECT_EQ(mapped(unicode::to_upper, U'ﬃ'), U"FFI");
  EXPECT_EQ(mapped(unicode::to_lower, U'İ'), U"i\u0307");
  EXPECT_EQ(mapped(unicode::to_title, U'Ǆ'), U"ǅ");
  EXPECT_EQ(mapped(unicode::to_upper, U'ᾳ'), U"ΑΙ");
  EXPECT_EQ(mapped(unicode::to_upper, U'ᾳ'), U"ΑΙ");
  EXPECT_EQ(mapped(unicode::to_upper, 0x1f80), U"ἈΙ");
  EXPECT_EQ(mapped(unicode::to_title, 0x1f80), U"ᾈ");
  EXPECT_EQ(mapped(unicode::to_lower, 0x10400), U"\U00010428");
}

TEST(Unicode, NumbersAreOfThreeKinds) {
  EXPECT_EQ(unicode::decimal_value(U'٣'), 3);
  EXPECT_EQ(unicode::decimal_value(U'²'), -1);
  EXPECT_TRUE(unicode::is_digit(U'²'));
  EXPECT_FALSE(unicode::is_digit(U'½'));
  EXPECT_TRUE(unicode::is_numeric(U'½'));
  EXPECT_TRUE(unicode::is_numeric(U'五'));
  EXPECT_TRUE(unicode::is_alpha(U'五'));
  EXPECT_FALSE(unicode::is_numeric(U'中'));
}

TEST(Unicode, Identifiers) {
  EXPECT_TRUE(unicode::is_identifier_start(U'℘'));
  EXPECT_FALSE(unicode::is_identifier_start(U'1'));
  EXPECT_TRUE(unicode::is_identifier_continue(U'·'));
  EXPECT_TRUE(unicode::is_identifier_continue(0x301));
  EXPECT_FALSE(unicode::is_identifier_start(0x37a));
}

TEST(Unicode, PrintableAndSpace) {
  EXPECT_TRUE(unicode::is_printable(' '));
  EXPECT_FALSE(unicode::is_printable(0xa0));
  EXPECT_FALSE(unicode::is_printable(0xad));
  EXPECT_FALSE(unicode::is_printable(0x11f02)) << "assigned only after Unicode 14";
  EXPECT_TRUE(unicode::is_space(0x1c));
  EXPECT_TRUE(unicode::is_space(0x3000));
  EXPECT_FALSE(unicode::is_space(0x200b));
}

TEST(Utf8, EncodesAndDecodesEveryCodePoint) {
  for (uint32_t code_point = 0; code_point <= utf8::MaxCodePoint; code_point += 7) {
    char bytes[4];
    const char* end = utf8::encode(bytes, code_point);
    ASSERT_EQ(static_cast<uint32_t>(end - bytes), utf8::encoded_size(code_point));
    ASSERT_EQ(utf8::sequence_size(bytes[0]), utf8::encoded_size(code_point));
    const char* position = bytes;
    ASSERT_EQ(utf8::decode(position), code_point);
    ASSERT_EQ(position, end);
    ASSERT_EQ(utf8::previous(end), bytes);
  }
}

TEST(Utf8, CountsCodePointsAtAnyLength) {
  std::string text;
  size_t chars = 0;
  for (int i = 0; i < 60; ++i) {
    ASSERT_EQ(utf8::count_chars(text.data(), text.size()), chars);
    ASSERT_EQ(utf8::ascii_prefix(text.data(), text.size()), chars == 0 ? 0u : 1u);
    text += i % 3 == 0 ? "a" : i % 3 == 1 ? "é" : "\U0001F600";
    ++chars;
  }
}

}  // namespace
}  // namespace weft

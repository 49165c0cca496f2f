// str as native code uses it: storage, sharing, interning, indexing.
#include <gtest/gtest.h>

#include <string>

#include "interpreter/objects/isolate.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/str_intern.h"

namespace weft {
namespace {

class StrTest : public ::testing::Test {
 protected:
  Isolate isolate{IsolateOptions{}};
  Thread& thread = *isolate.main_thread;

  Str* make(std::string_view text) { return make_str(thread, text); }
};

TEST_F(StrTest, ShortStringsAreShared) {
  EXPECT_EQ(make(""), isolate.empty_str);
  EXPECT_EQ(make("a"), make_char_str(thread, 'a'));
  EXPECT_EQ(make("é"), make_char_str(thread, 0xe9));
  EXPECT_EQ(intern(thread, "a"), make("a"));
  EXPECT_NE(make("ab"), make("ab"));
}

TEST_F(StrTest, CountsAndFlags) {
  const Str* text = make("aé中\U0001F600");
  EXPECT_EQ(text->byte_count, 10u);
  EXPECT_EQ(text->char_count, 4u);
  EXPECT_FALSE(text->is_ascii);
  EXPECT_EQ(text->data[10], '\0');
  EXPECT_TRUE(make("plain")->is_ascii);
}

TEST_F(StrTest, InternedStringsAreOne) {
  Str* name = intern(thread, "some_name");
  EXPECT_EQ(intern(thread, "some_name"), name);
  EXPECT_EQ(intern(thread, make("some_name")), name);
  EXPECT_TRUE(name->is_interned);
}

TEST_F(StrTest, DeadInternedStringsAreForgotten) {
  // More than stay alive by stale words on the native stack.
  for (int i = 0; i < 3000; ++i) ASSERT_NE(intern(thread, "dead" + std::to_string(i)), nullptr);
  Str* kept = intern(thread, "kept");
  isolate.heap.collect();
  EXPECT_EQ(intern(thread, "kept"), kept);
  int found = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string name = "dead" + std::to_string(i);
    found += isolate.intern_table->find(name, hash_bytes(name)) != nullptr;
  }
  EXPECT_LT(found, 100);
  // Names that live on are still found after the table was closed up.
  EXPECT_EQ(intern(thread, "__init__"), isolate.names.special_name(Special::Init));
}

TEST_F(StrTest, JoiningInALoopSharesOneBuffer) {
  Str* text = make("start:");
  std::string expected = "start:";
  std::vector<std::pair<Str*, size_t>> prefixes;
  for (int i = 0; i < 5000; ++i) {
    const std::string piece = i % 100 == 0 ? "é" : std::to_string(i);
    text = concat(thread, text, make(piece));
    ASSERT_NE(text, nullptr);
    expected += piece;
  }
  EXPECT_EQ(text->view(), expected);
  ASSERT_NE(text->buffer(), nullptr);
  Str* longer = concat(thread, text, make("x"));
  EXPECT_EQ(longer->data, text->data) << "extended in place";
  Str* other = concat(thread, text, make("y"));
  EXPECT_NE(other->data, text->data) << "only one string may take the room";
  EXPECT_EQ(longer->view(), expected + "x");
  EXPECT_EQ(other->view(), expected + "y");
  EXPECT_EQ(text->view(), expected);
}

TEST_F(StrTest, SmallJoinsAreInline) {
  Str* text = make("ab");
  for (int i = 0; i < 50; ++i) text = concat(thread, text, make("cd"));
  EXPECT_EQ(text->buffer(), nullptr);
  EXPECT_EQ(text->byte_count, 102u);
}

TEST_F(StrTest, IndexingLongTextIsByTable) {
  std::string bytes;
  std::vector<uint32_t> offsets;
  for (int i = 0; i < 1000; ++i) {
    offsets.push_back(static_cast<uint32_t>(bytes.size()));
    bytes += i % 4 == 0 ? "é" : i % 7 == 0 ? "\U0001F600" : "z";
  }
  Str* text = make(bytes);
  for (uint32_t i = 0; i < 1000; ++i) {
    ASSERT_EQ(byte_offset(thread, text, i), offsets[i]) << i;
    ASSERT_EQ(char_index(thread, text, offsets[i]), i) << i;
  }
  EXPECT_EQ(byte_offset(thread, text, 1000), bytes.size());
  EXPECT_EQ(char_index(thread, text, static_cast<uint32_t>(bytes.size())), 1000u);
  EXPECT_EQ(substring(thread, text, 3, 6)->view(),
            std::string_view(bytes).substr(offsets[3], offsets[6] - offsets[3]));
  EXPECT_EQ(as_str(str_get_item(thread, text, -1000))->view(), "é");
  EXPECT_FALSE(str_get_item(thread, text, 1000));
  EXPECT_NE(thread.pending, nullptr);
}

TEST_F(StrTest, HashesDiffer) {
  EXPECT_NE(str_hash(make("abc")), str_hash(make("abd")));
  EXPECT_EQ(str_hash(make("")), 0u);  // as in CPython
  EXPECT_EQ(str_hash(make("abc")), hash_bytes("abc"));
  // Every length takes part, whatever way the bytes are read.
  std::string text;
  for (int i = 0; i < 70; ++i) {
    const uint32_t before = hash_bytes(text);
    text += 'a';
    EXPECT_NE(hash_bytes(text), before) << i;
    std::string changed = text;
    changed[changed.size() / 2] = 'b';
    EXPECT_NE(hash_bytes(changed), hash_bytes(text)) << i;
  }
}

TEST_F(StrTest, Repr) {
  EXPECT_EQ(str_repr(thread, make("it's"))->view(), "\"it's\"");
  EXPECT_EQ(str_repr(thread, make("it's \"x\""))->view(), R"('it\'s "x"')");
  EXPECT_EQ(str_repr(thread, make("\t\n\x01\x7f\\é\xc2\xad中"))->view(),
            R"('\t\n\x01\x7f\\é\xad中')");
  EXPECT_EQ(str_repr(thread, make("\xed\xa0\x80"))->view(), R"('\ud800')");
  EXPECT_EQ(str_ascii(thread, make("é中\U0001F600"))->view(), R"('\xe9\u4e2d\U0001f600')");
}

TEST_F(StrTest, LosslessTextKeepsBadBytes) {
  Str* text = make_str_lossless(thread,
                                "a\xff"
                                "b");
  EXPECT_EQ(text->char_count, 3u);
  EXPECT_EQ(text->view(),
            "a\xed\xb3\xbf"
            "b");
}

TEST_F(StrTest, BuilderGrowsBeyondItsInlineRoom) {
  StrBuilder out;
  std::string expected;
  for (int i = 0; i < 2000; ++i) {
    out.append_number(i);
    out.append_char(0x4e2d);
    expected += std::to_string(i) + "中";
  }
  EXPECT_EQ(out.finish(thread)->view(), expected);
}

TEST_F(StrTest, TooLongIsMemoryError) {
  EXPECT_EQ(str_repeat(thread, make("ab"), int64_t{1} << 33), nullptr);
  EXPECT_EQ(allocate_str(thread, uint64_t{1} << 32, 5), nullptr);
  EXPECT_NE(thread.pending, nullptr);
}

}  // namespace
}  // namespace weft

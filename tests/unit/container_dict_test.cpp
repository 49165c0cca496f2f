// dict: tables and indexes against a reference, versions, and iteration while the dict changes.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_table.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/numbers.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

class DictTest : public IsolateTest {
 protected:
  bool is_stressed() const { return isolate.options.heap.stress_interval != 0; }
  Value str_key(const std::string& text) { return Value::cell(make_str(thread, text)); }
  Value small(int64_t number) { return Value::small_int(number); }
  // A key of one of three sorts, the same for the same number.
  Value key_of(int sort, int64_t number) {
    switch (sort) {
      case 0:
        return small(number);
      case 1:
        return str_key("key" + std::to_string(number));
      default: {
        const Value parts[] = {small(number), str_key(std::to_string(number))};
        return Value::cell(make_tuple(thread, parts));
      }
    }
  }
  std::vector<int64_t> values_in_order(Dict* dict) {
    std::vector<int64_t> values;
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(dict, position, key, value)) values.push_back(value.as_small_int());
    return values;
  }
};

// The reference keeps keys in insertion order.
class Reference {
 public:
  void set(int64_t key, int64_t value) {
    for (auto& entry : entries_) {
      if (entry.first == key) {
        entry.second = value;
        return;
      }
    }
    entries_.emplace_back(key, value);
  }
  bool remove(int64_t key) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].first == key) {
        entries_.erase(entries_.begin() + static_cast<ptrdiff_t>(i));
        return true;
      }
    }
    return false;
  }
  bool has(int64_t key) const {
    for (const auto& entry : entries_) {
      if (entry.first == key) return true;
    }
    return false;
  }
  std::vector<int64_t> values() const {
    std::vector<int64_t> values;
    for (const auto& entry : entries_) values.push_back(entry.second);
    return values;
  }
  const std::vector<std::pair<int64_t, int64_t>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<int64_t, int64_t>> entries_;
};

TEST_F(DictTest, RandomOperationsAgreeWithReference) {
  std::mt19937 random(7);
  for (int sorts = 0; sorts < 5; ++sorts) {
    // 0..2: keys of one sort; 3: small ints and strings; 4: all.
    for (int round = 0; round < 40; ++round) {
      Dict* dict = make_dict(thread);
      Reference reference;
      const int span = round % 2 == 0 ? 12 : 200;
      for (int step = 0; step < 400; ++step) {
        const int64_t number = static_cast<int64_t>(random() % static_cast<unsigned>(span)) - 5;
        const int sort = sorts < 3 ? sorts : static_cast<int>(number & 1) + (sorts == 4 ? 1 : 0);
        const Value key = key_of(sort, number);
        switch (random() % 8) {
          case 0:
          case 1:
          case 2:
          case 3: {
            const auto version = dict->keys_version;
            const bool known = reference.has(number);
            ASSERT_TRUE(dict_set(thread, dict, key, small(step)));
            reference.set(number, step);
            EXPECT_EQ(version == dict->keys_version, known);
            break;
          }
          case 4:
          case 5: {
            const auto version = dict->keys_version;
            const bool removed = reference.remove(number);
            EXPECT_EQ(dict_remove(thread, dict, key).is_unset(), !removed);
            EXPECT_EQ(version != dict->keys_version, removed);
            break;
          }
          case 6: {
            if (reference.entries().empty()) break;
            // From the front, as queues do.
            uint64_t position = 0;
            Value first;
            Value value;
            ASSERT_TRUE(dict_next(dict, position, first, value));
            EXPECT_EQ(value.as_small_int(), reference.entries()[0].second);
            reference.remove(reference.entries()[0].first);
            EXPECT_EQ(dict_remove(thread, dict, first), value);
            break;
          }
          default:
            EXPECT_EQ(dict_get(thread, dict, key).is_unset(), !reference.has(number));
        }
        ASSERT_EQ(dict->count, reference.entries().size());
        ASSERT_EQ(values_in_order(dict), reference.values());
        ASSERT_TRUE(dict->table == nullptr || dict->table->entry_count == 0 ||
                    !dict->table->entries()[dict->table->entry_count - 1].key.is_unset());
      }
      Dict* copy = dict_copy(thread, dict);
      EXPECT_EQ(values_in_order(copy), reference.values());
      EXPECT_EQ(dict_equal(thread, dict, copy), Truth::True);
      EXPECT_NE(copy->keys_version, dict->keys_version);
    }
  }
}

TEST_F(DictTest, EqualNumbersAreOneKey) {
  Dict* dict = make_dict(thread);
  ASSERT_TRUE(dict_set(thread, dict, small(1), str_key("int")));
  EXPECT_TRUE(dict->table->all_small_int);
  EXPECT_FALSE(dict_get(thread, dict, Value::immediate_double(1.0)).is_unset());
  EXPECT_FALSE(dict_get(thread, dict, Value::boolean(true)).is_unset());
  EXPECT_TRUE(dict_get(thread, dict, Value::immediate_double(1.5)).is_unset());
  EXPECT_TRUE(dict_get(thread, dict, str_key("1")).is_unset());
  ASSERT_TRUE(dict_set(thread, dict, Value::immediate_double(1.0), str_key("float")));
  EXPECT_EQ(dict->count, 1u);
  EXPECT_EQ(dict->table->entries()[0].key, small(1));
  ASSERT_TRUE(dict_set(thread, dict, small(-1), str_key("negative")));
  EXPECT_FALSE(dict_get(thread, dict, Value::immediate_double(-1.0)).is_unset());
}

TEST_F(DictTest, TablesKeepHashesOnlyForOtherKeys) {
  Dict* dict = make_dict(thread);
  ASSERT_TRUE(dict_set(thread, dict, str_key("a"), small(1)));
  EXPECT_TRUE(dict->table->all_str);
  ASSERT_TRUE(dict_set(thread, dict, small(5), small(2)));
  EXPECT_FALSE(dict->table->all_str || dict->table->all_small_int);
  EXPECT_EQ(dict_get_str(dict, make_str(thread, "a")), small(1));
  EXPECT_EQ(dict_find_str(dict, make_str(thread, "b")), -1);
  EXPECT_EQ(dict_get(thread, dict, small(5)), small(2));
}

TEST_F(DictTest, ManyKeysOfEachWidthOfIndex) {
  if (is_stressed()) GTEST_SKIP() << "too many allocations to collect at each";
  for (int sort = 0; sort < 3; ++sort) {
    Dict* dict = make_dict(thread);
    for (int64_t i = 0; i < 70000; ++i) {
      ASSERT_TRUE(dict_set(thread, dict, key_of(sort, i * 4096), small(i)));
    }
    for (int64_t i = 0; i < 70000; ++i) {
      ASSERT_EQ(dict_get(thread, dict, key_of(sort, i * 4096)), small(i));
    }
    EXPECT_TRUE(dict_get(thread, dict, key_of(sort, 4095)).is_unset());
  }
}

TEST_F(DictTest, TakingFromTheFrontIsNotQuadratic) {
  Dict* dict = make_dict(thread);
  constexpr int64_t Count = 200000;
  for (int64_t i = 0; i < Count; ++i) ASSERT_TRUE(dict_set(thread, dict, small(i), small(i)));
  for (int64_t i = 0; i < Count; ++i) {
    uint64_t position = 0;
    Value key;
    Value value;
    ASSERT_TRUE(dict_next(dict, position, key, value));
    ASSERT_EQ(key, small(i));
    ASSERT_EQ(dict_remove(thread, dict, key), small(i));
  }
  EXPECT_EQ(dict->count, 0u);
}

TEST_F(DictTest, AddingAndRemovingTheSameKeyDoesNotGrow) {
  Dict* dict = make_dict(thread);
  for (int64_t i = 0; i < 100000; ++i) {
    ASSERT_TRUE(dict_set(thread, dict, small(i), small(i)));
    ASSERT_FALSE(dict_remove(thread, dict, small(i)).is_unset());
  }
  EXPECT_EQ(dict->table->index_log2, dict_table::SmallestLog2);
}

TEST_F(DictTest, IteratorNoticesChanges) {
  Dict* dict = make_dict(thread);
  for (int64_t i = 0; i < 4; ++i) ASSERT_TRUE(dict_set(thread, dict, small(i), small(i)));
  Value iterator = make_dict_iterator(thread, dict, DictPart::Keys);
  EXPECT_EQ(iterator_next(thread, iterator), small(0));
  ASSERT_TRUE(dict_set(thread, dict, small(0), small(9)));
  EXPECT_EQ(iterator_next(thread, iterator), small(1));
  ASSERT_TRUE(dict_set(thread, dict, small(7), small(7)));
  EXPECT_TRUE(iterator_next(thread, iterator).is_error());
  EXPECT_EQ(take_pending_text(), "RuntimeError: dictionary changed size during iteration");
  EXPECT_TRUE(iterator_next(thread, iterator).is_error());
  take_pending_text();

  dict = make_dict(thread);
  for (int64_t i = 0; i < 4; ++i) ASSERT_TRUE(dict_set(thread, dict, small(i), small(i)));
  iterator = make_dict_iterator(thread, dict, DictPart::Keys);
  for (int64_t i = 0; i < 4; ++i) EXPECT_FALSE(iterator_next(thread, iterator).is_unset());
  ASSERT_FALSE(dict_remove(thread, dict, small(0)).is_unset());
  ASSERT_TRUE(dict_set(thread, dict, small(0), small(0)));
  EXPECT_TRUE(iterator_next(thread, iterator).is_error());
  EXPECT_EQ(take_pending_text(), "RuntimeError: dictionary keys changed during iteration");
}

TEST_F(DictTest, BackwardsIteration) {
  Dict* dict = make_dict(thread);
  for (int64_t i = 0; i < 6; ++i) ASSERT_TRUE(dict_set(thread, dict, small(i), small(10 * i)));
  ASSERT_FALSE(dict_remove(thread, dict, small(0)).is_unset());
  ASSERT_FALSE(dict_remove(thread, dict, small(5)).is_unset());
  const Value iterator = make_dict_iterator(thread, dict, DictPart::Values, true);
  for (int64_t i = 4; i > 0; --i) EXPECT_EQ(iterator_next(thread, iterator), small(10 * i));
  EXPECT_TRUE(iterator_next(thread, iterator).is_unset());
  EXPECT_TRUE(iterator_next(thread, iterator).is_unset());
}

TEST_F(DictTest, UpdateFromPairsSaysWhatIsWrong) {
  Dict* dict = make_dict(thread);
  const Value numbers[] = {small(1)};
  EXPECT_FALSE(dict_update_from(thread, dict, Value::cell(make_list(thread, numbers))));
  EXPECT_EQ(take_pending_text(),
            "TypeError: cannot convert dictionary update sequence element #0 to a sequence");
  const Value words[] = {str_key("ab"), str_key("abc")};
  EXPECT_FALSE(dict_update_from(thread, dict, Value::cell(make_list(thread, words))));
  EXPECT_EQ(take_pending_text(),
            "ValueError: dictionary update sequence element #1 has length 3; 2 is required");
  EXPECT_EQ(dict->count, 1u);
}

TEST_F(DictTest, MergingKeywordsReportsDuplicates) {
  Dict* dict = make_dict(thread);
  Dict* other = make_dict(thread);
  ASSERT_TRUE(dict_set(thread, other, str_key("a"), small(1)));
  Value key;
  EXPECT_EQ(dict_merge_keywords(thread, dict, Value::cell(other), key), DictMerge::Done);
  EXPECT_EQ(dict_merge_keywords(thread, dict, Value::cell(other), key), DictMerge::Duplicate);
  EXPECT_EQ(as_str(key)->view(), "a");
  EXPECT_EQ(dict_merge_keywords(thread, dict, small(1), key), DictMerge::NotMapping);
  ASSERT_TRUE(dict_set(thread, other, small(2), small(2)));
  EXPECT_EQ(dict_merge_keywords(thread, make_dict(thread), Value::cell(other), key),
            DictMerge::NotString);
  EXPECT_EQ(thread.pending, nullptr);
}

}  // namespace
}  // namespace weft

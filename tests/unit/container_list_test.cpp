// list, tuple, slice and range: slices against a reference, errors, growth.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/slice.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

using Numbers = std::vector<int64_t>;

class ListTest : public IsolateTest {
 protected:
  bool is_stressed() const { return isolate.options.heap.stress_interval != 0; }
  Value small(int64_t number) { return Value::small_int(number); }
  List* make(int64_t count) {
    List* list = make_list(thread);
    for (int64_t i = 0; i < count; ++i) EXPECT_TRUE(list_append(thread, list, small(i)));
    return list;
  }
  static Numbers numbers_of(List* list) {
    Numbers numbers;
    for (const Value value : list->values()) numbers.push_back(value.as_small_int());
    return numbers;
  }
  Value slice(Value start, Value stop, Value step) { return make_slice(thread, start, stop, step); }
  Value range(int64_t start, int64_t stop, int64_t step) {
    return make_range(thread, small(start), small(stop), small(step));
  }
  std::string shown(Value value) { return std::string(repr(thread, value)->view()); }
};

// The indices list[start:stop:step] means, the slow way.
Numbers picked(int64_t length, std::optional<int64_t> start, std::optional<int64_t> stop,
               int64_t step) {
  const auto fix = [&](std::optional<int64_t> bound, int64_t absent) {
    if (!bound) return absent;
    int64_t index = *bound < 0 ? *bound + length : *bound;
    const int64_t low = step > 0 ? 0 : -1;
    const int64_t high = step > 0 ? length : length - 1;
    return index < low ? low : index > high ? high : index;
  };
  const int64_t from = fix(start, step > 0 ? 0 : length - 1);
  const int64_t to = fix(stop, step > 0 ? length : -1);
  Numbers indices;
  for (int64_t i = from; step > 0 ? i < to : i > to; i += step) indices.push_back(i);
  return indices;
}

TEST_F(ListTest, SlicesAgreeWithReference) {
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    const auto length = static_cast<int64_t>(random() % 9);
    const auto bound = [&]() -> std::optional<int64_t> {
      if (random() % 4 == 0) return std::nullopt;
      return static_cast<int64_t>(random() % 25) - 12;
    };
    const std::optional<int64_t> start = bound();
    const std::optional<int64_t> stop = bound();
    int64_t step = static_cast<int64_t>(random() % 9) - 4;
    if (step == 0) step = 1;
    const Numbers indices = picked(length, start, stop, step);
    const Value key = slice(start ? small(*start) : Value::none(),
                            stop ? small(*stop) : Value::none(), small(step));
    List* list = make(length);
    EXPECT_EQ(numbers_of(list_get_item(thread, list, key).as<List>()), indices);

    // Assignment of as many elements, negated.
    List* replacement = make_list(thread);
    for (const int64_t index : indices) {
      ASSERT_TRUE(list_append(thread, replacement, small(-index - 1)));
    }
    ASSERT_TRUE(list_set_item(thread, list, key, Value::cell(replacement)));
    Numbers expected = numbers_of(make(length));
    for (const int64_t index : indices) expected[static_cast<size_t>(index)] = -index - 1;
    EXPECT_EQ(numbers_of(list), expected);

    list = make(length);
    ASSERT_TRUE(list_delete_item(thread, list, key));
    expected.clear();
    for (int64_t i = 0; i < length; ++i) {
      if (std::find(indices.begin(), indices.end(), i) == indices.end()) expected.push_back(i);
    }
    EXPECT_EQ(numbers_of(list), expected);

    // A range gives the same elements.
    const Value part = get_item(thread, range(0, length, 1), key);
    ASSERT_TRUE(is_range(part));
    EXPECT_EQ(numbers_of(list_from_iterable(thread, part)), indices);
  }
}

TEST_F(ListTest, SliceAssignmentChangesTheLength) {
  List* list = make(5);
  const Value key = slice(small(1), small(3), Value::none());
  ASSERT_TRUE(list_set_item(thread, list, key, Value::cell(make(4))));
  EXPECT_EQ(numbers_of(list), (Numbers{0, 0, 1, 2, 3, 3, 4}));
  ASSERT_TRUE(list_set_item(thread, list, key, Value::cell(make(0))));
  EXPECT_EQ(numbers_of(list), (Numbers{0, 2, 3, 3, 4}));
  // Of itself.
  ASSERT_TRUE(list_set_item(thread, list, key, Value::cell(list)));
  EXPECT_EQ(numbers_of(list), (Numbers{0, 0, 2, 3, 3, 4, 3, 4}));
  EXPECT_FALSE(list_set_item(thread, list, slice(Value::none(), Value::none(), small(2)),
                             Value::cell(make(3))));
  EXPECT_EQ(take_pending_text(),
            "ValueError: attempt to assign sequence of size 3 to extended slice of size 4");
  EXPECT_FALSE(list_set_item(thread, list, key, small(3)));
  EXPECT_EQ(take_pending_text(), "TypeError: can only assign an iterable");
}

TEST_F(ListTest, IndexErrors) {
  List* list = make(3);
  EXPECT_EQ(list_get_item(thread, list, small(-1)), small(2));
  EXPECT_TRUE(list_get_item(thread, list, small(3)).is_error());
  EXPECT_EQ(take_pending_text(), "IndexError: list index out of range");
  EXPECT_TRUE(list_get_item(thread, list, Value::none()).is_error());
  EXPECT_EQ(take_pending_text(),
            "TypeError: list indices must be integers or slices, not NoneType");
  EXPECT_FALSE(list_set_item(thread, list, small(-4), small(0)));
  EXPECT_EQ(take_pending_text(), "IndexError: list assignment index out of range");
  EXPECT_TRUE(list_get_item(thread, list, slice(small(0), small(1), small(0))).is_error());
  EXPECT_EQ(take_pending_text(), "ValueError: slice step cannot be zero");
}

TEST_F(ListTest, GrowsByAnEighthAndGivesBack) {
  List* list = make(100000);
  EXPECT_LE(list->items->capacity, 100000u + 100000u / 8 + 8);
  while (list->count > 10) ASSERT_FALSE(list_pop(thread, list, list->count - 1).is_error());
  EXPECT_LE(list->items->capacity, 64u);
  EXPECT_EQ(numbers_of(list), (Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST_F(ListTest, TooLargeIsMemoryError) {
  EXPECT_TRUE(list_repeat(thread, make(3), int64_t{1} << 60).is_error());
  EXPECT_TRUE(take_pending_text().starts_with("MemoryError"));
}

TEST_F(ListTest, ExtendByItself) {
  List* list = make(3);
  ASSERT_TRUE(list_extend(thread, list, Value::cell(list)));
  EXPECT_EQ(numbers_of(list), (Numbers{0, 1, 2, 0, 1, 2}));
}

TEST_F(ListTest, RangesOfAnySize) {
  const Value big = make_int(thread, INT64_MAX);
  const Value bigger = number_binary(thread, BinaryOperator::Mul, big, small(4));
  const Value last = number_binary(thread, BinaryOperator::Add, bigger, small(7));
  const Value far = make_range(thread, bigger, last, small(3));
  EXPECT_EQ(shown(Value::cell(list_from_iterable(thread, far))),
            "[36893488147419103228, 36893488147419103231, 36893488147419103234]");
  EXPECT_EQ(*length(thread, far), 3u);
  EXPECT_EQ(shown(get_item(thread, far, small(-1))), "36893488147419103234");
  EXPECT_EQ(contains(thread, far, bigger), Truth::True);
  EXPECT_EQ(contains(thread, far, last), Truth::False);
  const Value all =
      make_range(thread, small(Value::SmallIntMin), small(Value::SmallIntMax), small(1));
  EXPECT_FALSE(all.as<Range>()->is_small());
  const Value iterator = make_reversed_range_iterator(thread, all.as<Range>());
  EXPECT_EQ(iterator_next(thread, iterator), small(Value::SmallIntMax - 1));
  EXPECT_EQ(iterator_next(thread, iterator), small(Value::SmallIntMax - 2));
  EXPECT_TRUE(make_range(thread, small(0), small(1), small(0)).is_error());
  EXPECT_EQ(take_pending_text(), "ValueError: range() arg 3 must not be zero");
}

TEST_F(ListTest, EqualRangesAreEqualSequences) {
  EXPECT_EQ(equal(thread, range(0, 3, 2), range(0, 4, 2)), Truth::True);
  EXPECT_EQ(equal(thread, range(0, 0, 1), range(5, 1, 9)), Truth::True);
  EXPECT_EQ(equal(thread, range(0, 3, 1), range(0, 4, 1)), Truth::False);
  EXPECT_EQ(*hash(thread, range(0, 3, 2)), *hash(thread, range(0, 4, 2)));
}

TEST_F(ListTest, TupleHashesAreCPythons) {
  const Value parts[] = {small(1), small(2), small(3)};
  EXPECT_EQ(*hash(thread, Value::cell(make_tuple(thread, parts))), 529344067295497451);
  EXPECT_EQ(*hash(thread, Value::cell(make_tuple(thread, 0))), 5740354900026072187);
}

TEST_F(ListTest, SelfReferenceIsShownOnce) {
  List* list = make(1);
  ASSERT_TRUE(list_append(thread, list, Value::cell(list)));
  EXPECT_EQ(shown(Value::cell(list)), "[0, [...]]");
}

TEST_F(ListTest, DeepNestingRaisesRecursionError) {
  if (is_stressed()) GTEST_SKIP() << "too many allocations to collect at each";
  Value nested = Value::cell(make_list(thread));
  Value other = Value::cell(make_list(thread));
  for (int i = 0; i < 200000; ++i) {
    nested = Value::cell(make_list(thread, std::span<const Value>(&nested, 1)));
    other = Value::cell(make_list(thread, std::span<const Value>(&other, 1)));
  }
  EXPECT_EQ(repr(thread, nested), nullptr);
  EXPECT_TRUE(take_pending_text().starts_with("RecursionError"));
  EXPECT_EQ(equal(thread, nested, other), Truth::Error);
  EXPECT_TRUE(take_pending_text().starts_with("RecursionError"));
}

}  // namespace
}  // namespace weft

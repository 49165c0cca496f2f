// Sorting: the merge sort with comparers that fail, and lists of all sorts of keys.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "interpreter/objects/numbers.h"
#include "interpreter/objects/sort.h"
#include "interpreter/objects/sort_runs.h"
#include "interpreter/objects/str.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

struct Numbered {
  int64_t key;
  uint64_t number;
};

// Fails after `left` comparisons.
struct FailingComparer {
  static constexpr bool CanFail = true;
  static constexpr bool IsCheap = false;
  int64_t left;
  int64_t used = 0;
  Truth less(const Numbered& first, const Numbered& second) {
    if (used++ >= left) return Truth::Error;
    return to_truth(first.key < second.key);
  }
};

struct CheapComparer {
  static constexpr bool CanFail = false;
  static constexpr bool IsCheap = true;
  static bool less(const Numbered& first, const Numbered& second) { return first.key < second.key; }
};

bool is_stably_sorted(const std::vector<Numbered>& elements) {
  for (size_t i = 1; i < elements.size(); ++i) {
    const Numbered& left = elements[i - 1];
    const Numbered& right = elements[i];
    if (right.key < left.key || (right.key == left.key && right.number < left.number)) {
      return false;
    }
  }
  return true;
}

bool has_each_once(const std::vector<Numbered>& elements) {
  std::vector<bool> seen(elements.size());
  for (const Numbered& element : elements) {
    if (seen[element.number]) return false;
    seen[element.number] = true;
  }
  return true;
}

// Random numbers, runs, few distinct keys: what `shape` says.
std::vector<Numbered> make_elements(std::mt19937& random, size_t count, unsigned shape) {
  std::vector<Numbered> elements(count);
  for (size_t i = 0; i < count; ++i) {
    const auto index = static_cast<int64_t>(i);
    int64_t key = 0;
    switch (shape % 5) {
      case 0:
        key = static_cast<int64_t>(random() % 1000000);
        break;
      case 1:
        key = static_cast<int64_t>(random() % 5);
        break;
      case 2:
        key = -index + (random() % 20 == 0 ? 50 : 0);
        break;
      case 3:
        key = index % 37;
        break;
      default:
        key = index + static_cast<int64_t>(random() % 4);
    }
    elements[i] = {key, i};
  }
  return elements;
}

TEST(MergeSort, SortsStably) {
  std::mt19937 random(1);
  for (unsigned round = 0; round < 3000; ++round) {
    std::vector<Numbered> elements = make_elements(random, random() % 700, round);
    std::vector<Numbered> others = elements;
    CheapComparer cheap;
    EXPECT_TRUE(
        (MergeSorter<Numbered, CheapComparer>(elements.data(), elements.size(), cheap)).sort());
    EXPECT_TRUE(is_stably_sorted(elements));
    FailingComparer patient{INT64_MAX};
    EXPECT_TRUE(
        (MergeSorter<Numbered, FailingComparer>(others.data(), others.size(), patient)).sort());
    EXPECT_TRUE(is_stably_sorted(others));
  }
}

TEST(MergeSort, AFailedComparisonLosesNothing) {
  std::mt19937 random(2);
  for (unsigned round = 0; round < 5000; ++round) {
    std::vector<Numbered> elements = make_elements(random, random() % 300 + 2, round);
    FailingComparer comparer{static_cast<int64_t>(random() % 1500)};
    const bool done =
        MergeSorter<Numbered, FailingComparer>(elements.data(), elements.size(), comparer).sort();
    EXPECT_TRUE(has_each_once(elements));
    EXPECT_EQ(done, comparer.used <= comparer.left);
  }
}

TEST(MergeSort, SortedDataCostOneComparisonEach) {
  for (const int64_t direction : {1, -1}) {
    std::vector<Numbered> elements(1000);
    for (size_t i = 0; i < elements.size(); ++i) {
      elements[i] = {direction * static_cast<int64_t>(i), i};
    }
    FailingComparer comparer{INT64_MAX};
    EXPECT_TRUE((MergeSorter<Numbered, FailingComparer>(elements.data(), elements.size(), comparer))
                    .sort());
    EXPECT_EQ(comparer.used, 999);
  }
}

class SortTest : public IsolateTest {
 protected:
  Value str(const std::string& text) { return Value::cell(make_str(thread, text)); }
  Value pair(Value first, Value second) {
    const Value parts[] = {first, second};
    return Value::cell(make_tuple(thread, parts));
  }
  // Sorts both ways and looks at neighbours.
  void check(List* list) {
    for (const bool reverse : {false, true}) {
      List* copy = make_list(thread, list->values());
      ASSERT_TRUE(sort_list(thread, copy, Value::none(), reverse));
      ASSERT_EQ(copy->count, list->count);
      for (uint64_t i = 1; i < copy->count; ++i) {
        const Value left = copy->items->values[i - 1];
        const Value right = copy->items->values[i];
        ASSERT_EQ(compare_truth(thread, CompareOperator::Lt, reverse ? left : right,
                                reverse ? right : left),
                  Truth::False);
      }
    }
  }
  List* make_random(size_t count, auto make) {
    List* list = make_list(thread);
    for (size_t i = 0; i < count; ++i) EXPECT_TRUE(list_append(thread, list, make()));
    return list;
  }
  std::mt19937_64 random_{5};
};

TEST_F(SortTest, AllSortsOfElements) {
  for (const size_t count : {0u, 1u, 2u, 30u, 200u, 3000u}) {
    const auto number = [&] { return static_cast<int64_t>(random_()) >> (random_() % 60); };
    check(make_random(count, [&] { return Value::small_int(number() >> 2); }));
    check(make_random(count,
                      [&] { return make_float(thread, static_cast<double>(number()) / 1000); }));
    check(make_random(count, [&] {
      switch (random_() % 5) {
        case 0:
          return make_float(thread, -0.0);
        case 1:
          return make_float(thread, HUGE_VAL);
        case 2:
          return make_float(thread, -1e-300);
        default:
          return make_float(thread, static_cast<double>(random_() % 3));
      }
    }));
    check(make_random(count, [&] { return Value::boolean((random_() & 1) != 0); }));
    check(make_random(count, [&] { return make_int(thread, number()); }));
    check(make_random(count, [&] {
      return (random_() & 1) != 0 ? Value::small_int(number() % 100)
                                  : make_float(thread, static_cast<double>(number() % 100) / 2);
    }));
    check(make_random(count, [&] { return str(std::to_string(random_() % 100000)); }));
    check(
        make_random(count, [&] { return str("a long prefix " + std::to_string(random_() % 50)); }));
    check(make_random(count, [&] { return str(std::string(random_() % 12, 'a') + "\xc3\xa9"); }));
    check(make_random(count, [&] {
      return pair(Value::small_int(static_cast<int64_t>(random_() % 20)), str("x"));
    }));
    check(make_random(count, [&] {
      return pair(str(std::to_string(random_() % 9)),
                  Value::small_int(static_cast<int64_t>(random_() % 20)));
    }));
    check(make_random(count, [&] {
      return Value::cell(
          make_list(thread, pair(Value::small_int(number() % 3), Value::small_int(number() % 3))
                                .as<Tuple>()
                                ->view()));
    }));
  }
}

TEST_F(SortTest, EqualElementsStayInOrderBothWays) {
  // 1, 1.0 and True are equal and can be told apart.
  for (const size_t count : {9u, 900u}) {
    List* list = make_list(thread);
    for (size_t i = 0; i < count; ++i) {
      const Value values[] = {Value::small_int(1), Value::immediate_double(1.0),
                              Value::boolean(true)};
      ASSERT_TRUE(list_append(thread, list, values[i % 3]));
    }
    List* copy = make_list(thread, list->values());
    ASSERT_TRUE(sort_list(thread, copy, Value::none(), true));
    for (size_t i = 0; i < count; ++i) {
      EXPECT_EQ(copy->items->values[i], list->items->values[i]);
    }
  }
}

TEST_F(SortTest, ByKeyOfNativeFunction) {
  const Value key =
      get_attribute(thread, Value::cell(isolate.types.str), intern(thread, "__len__"));
  ASSERT_TRUE(key);
  List* list = make_list(thread);
  for (int i = 0; i < 1000; ++i) {
    ASSERT_TRUE(list_append(thread, list,
                            str(std::string(random_() % 10, 'x') + std::to_string(1000 + i))));
  }
  ASSERT_TRUE(sort_list(thread, list, key, false));
  for (uint64_t i = 1; i < list->count; ++i) {
    const std::string_view left = as_str(list->items->values[i - 1])->view();
    const std::string_view right = as_str(list->items->values[i])->view();
    EXPECT_TRUE(left.size() < right.size() ||
                (left.size() == right.size() &&
                 left.substr(left.size() - 4) < right.substr(right.size() - 4)));
  }
}

TEST_F(SortTest, ElementsThatCannotBeComparedStay) {
  List* list = make_random(500, [&] {
    return random_() % 100 == 0 ? Value::none()
                                : Value::small_int(static_cast<int64_t>(random_() % 100));
  });
  List* copy = make_list(thread, list->values());
  EXPECT_FALSE(sort_list(thread, copy, Value::none(), false));
  EXPECT_TRUE(take_pending_text().starts_with("TypeError: '<' not supported between instances of"));
  const auto by_bits = [](Value left, Value right) { return left.bits() < right.bits(); };
  std::sort(list->values().begin(), list->values().end(), by_bits);
  std::sort(copy->values().begin(), copy->values().end(), by_bits);
  EXPECT_TRUE(std::equal(list->values().begin(), list->values().end(), copy->values().begin(),
                         copy->values().end()));
}

}  // namespace
}  // namespace weft

// set: operations against a reference, and the order of iteration CPython gives.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

#include "interpreter/objects/iterators.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/set.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

class SetTest : public IsolateTest {
 protected:
  Value small(int64_t number) { return Value::small_int(number); }
  Set* make(const std::vector<int64_t>& numbers) {
    Set* set = make_set(thread);
    for (const int64_t number : numbers) EXPECT_TRUE(set_add(thread, set, small(number)));
    return set;
  }
  std::vector<int64_t> in_order(Set* set) {
    std::vector<int64_t> numbers;
    uint64_t position = 0;
    Value element;
    while (set_next(set, position, element)) numbers.push_back(element.as_small_int());
    return numbers;
  }
};

using Numbers = std::vector<int64_t>;

// What python3 prints for the same operations.
TEST_F(SetTest, OrderOfIterationIsCPythons) {
  EXPECT_EQ(in_order(make({3, 1, 2})), (Numbers{1, 2, 3}));
  EXPECT_EQ(in_order(make({10, 3, 8, 100, -1})), (Numbers{3, 100, 8, 10, -1}));
  EXPECT_EQ(in_order(make({64, 0, 8, 16, 24, 32})), (Numbers{64, 0, 32, 8, 16, 24}));
  Set* set = make({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  EXPECT_EQ(set_discard(thread, set, small(3)), Truth::True);
  EXPECT_EQ(set_discard(thread, set, small(3)), Truth::False);
  ASSERT_TRUE(set_add(thread, set, small(35)));
  EXPECT_EQ(in_order(set), (Numbers{0, 1, 2, 35, 4, 5, 6, 7, 8, 9}));
  EXPECT_EQ(set_pop(thread, set), small(0));
  EXPECT_EQ(set_pop(thread, set), small(1));
}

TEST_F(SetTest, RandomOperationsAgreeWithReference) {
  std::mt19937 random(3);
  for (int sort = 0; sort < 2; ++sort) {
    for (int round = 0; round < 60; ++round) {
      Set* set = make_set(thread);
      std::set<int64_t> reference;
      for (int step = 0; step < 300; ++step) {
        const auto number = static_cast<int64_t>(random() % 64);
        // Doubles that are no ints and ints together, or ints alone.
        const Value element = sort == 1 && (number & 1) != 0
                                  ? Value::immediate_double(static_cast<double>(number) / 2)
                                  : small(number);
        if (random() % 3 != 0) {
          ASSERT_TRUE(set_add(thread, set, element));
          reference.insert(number);
        } else {
          EXPECT_EQ(set_discard(thread, set, element), to_truth(reference.erase(number) != 0));
        }
        ASSERT_EQ(set->count, reference.size());
        ASSERT_EQ(set_contains(thread, set, element), to_truth(reference.contains(number)));
      }
    }
  }
}

TEST_F(SetTest, Algebra) {
  Set* left = make({1, 2, 3, 4});
  const Value right = Value::cell(make({3, 4, 5}));
  EXPECT_EQ(in_order(set_union(thread, left, right)), (Numbers{1, 2, 3, 4, 5}));
  EXPECT_EQ(in_order(set_intersection(thread, left, right)), (Numbers{3, 4}));
  EXPECT_EQ(in_order(set_difference(thread, left, right)), (Numbers{1, 2}));
  EXPECT_EQ(in_order(set_symmetric_difference(thread, left, right)), (Numbers{1, 2, 5}));
  EXPECT_EQ(set_is_subset(thread, make({1, 4}), left), Truth::True);
  EXPECT_EQ(set_is_subset(thread, left, make({1, 4})), Truth::False);
  EXPECT_EQ(set_is_disjoint(thread, left, Value::cell(make({7, 8}))), Truth::True);
  EXPECT_EQ(set_equal(thread, left, make({4, 3, 2, 1})), Truth::True);
  ASSERT_TRUE(set_difference_update(thread, left, Value::cell(left)));
  EXPECT_EQ(left->count, 0u);
}

TEST_F(SetTest, FrozensetsOfEqualElementsHashAlike) {
  Set* first = frozenset_from_iterable(thread, Value::cell(make({1, 2, 300})));
  Set* second = frozenset_from_iterable(thread, Value::cell(make({300, 2, 1})));
  EXPECT_EQ(*frozenset_hash(thread, first), *frozenset_hash(thread, second));
  // A set is found where the frozenset of its elements is an element.
  Set* outer = make_set(thread);
  ASSERT_TRUE(set_add(thread, outer, Value::cell(first)));
  EXPECT_EQ(set_contains(thread, outer, Value::cell(make({2, 1, 300}))), Truth::True);
  EXPECT_FALSE(set_add(thread, outer, Value::cell(make({1}))));
  EXPECT_EQ(take_pending_text(), "TypeError: unhashable type: 'set'");
}

TEST_F(SetTest, IteratorNoticesChanges) {
  Set* set = make({1, 2, 3});
  const Value iterator = make_set_iterator(thread, set);
  EXPECT_EQ(iterator_next(thread, iterator), small(1));
  ASSERT_TRUE(set_add(thread, set, small(4)));
  EXPECT_TRUE(iterator_next(thread, iterator).is_error());
  EXPECT_EQ(take_pending_text(), "RuntimeError: Set changed size during iteration");
}

TEST_F(SetTest, PopOfAnEmptySet) {
  EXPECT_TRUE(set_pop(thread, make_set(thread)).is_error());
  EXPECT_EQ(take_pending_text(), "KeyError: 'pop from an empty set'");
}

}  // namespace
}  // namespace weft

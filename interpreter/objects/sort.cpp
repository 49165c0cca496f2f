// list.sort: what is compared, and how.
//
// A first pass looks at all keys. When they are all ints, floats or strings, or tuples or
// lists that begin with such, each is given an *order*: a 64-bit number such that a smaller order
// means a smaller key. Sorting then compares numbers that lie side by side; only keys of equal
// order are looked at themselves, where the order does not say everything (strings that begin with
// the same eight bytes, sequences). Plain ints and immediate floats are sorted as the words they
// are, in place. Many numbers in no order are sorted digit by digit (sort_radix.h), all else by
// merging runs (sort_runs.h).
//
// Elements being sorted lie in malloc'd memory, which the collector does not see: the row they came
// from (and that of the keys) is kept as it is until the end and keeps all of them alive.
#include "interpreter/objects/sort.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/sort_radix.h"
#include "interpreter/objects/sort_runs.h"
#include "interpreter/objects/str.h"
#include "runtime/heap/rooted.h"

namespace weft {

namespace {

// --- Orders -------------------------------------------------------------------------------------

// What a key is, as bits, so that those of many can be put together.
enum KeySort : uint32_t {
  SmallIntKey = 1,
  BoolKey = 2,
  ImmediateDoubleKey = 4,
  BoxedDoubleKey = 8,
  StrKey = 16,
  TupleKey = 32,
  ListKey = 64,
  OtherKey = 128,
};
constexpr uint32_t IntKeys = SmallIntKey | BoolKey;
constexpr uint32_t DoubleKeys = ImmediateDoubleKey | BoxedDoubleKey;

KeySort sort_of(Value key) {
  if (key.is_small_int()) return SmallIntKey;
  if (key.is_immediate_double()) return ImmediateDoubleKey;
  if (key.is_bool()) return BoolKey;
  if (is_exactly(key, Kind::Str)) return StrKey;
  if (is_exactly(key, Kind::Tuple)) return TupleKey;
  if (is_exactly(key, Kind::List)) return ListKey;
  // NaN has no place in an order.
  if (is_exactly(key, Kind::Float) && !std::isnan(as_double(key))) return BoxedDoubleKey;
  return OtherKey;
}

bool is_within(uint32_t sorts, uint32_t allowed) { return (sorts & ~allowed) == 0; }

// Doubles order as these integers do. The function is its own inverse (on numbers other than -0.0,
// which orders as 0.0).
int64_t order_of_bits(int64_t bits) { return bits ^ ((bits >> 63) & INT64_MAX); }
int64_t order_of_double(double number) {
  return order_of_bits(std::bit_cast<int64_t>(number == 0 ? 0.0 : number));
}

// The first eight bytes. Strings compare by code points, which UTF-8 bytes do as well.
int64_t order_of_str(const Str* text) {
  uint64_t bytes = 0;
  if (text->byte_count >= sizeof(bytes)) {
    std::memcpy(&bytes, text->data, sizeof(bytes));
  } else {
    std::memcpy(&bytes, text->data, text->byte_count);
  }
  if constexpr (std::endian::native == std::endian::little) bytes = __builtin_bswap64(bytes);
  return static_cast<int64_t>(bytes ^ (uint64_t{1} << 63));
}

int64_t order_of(Value key) {
  if (key.is_small_int()) return key.as_small_int();
  if (key.is_bool()) return key.is_true() ? 1 : 0;
  if (is_float(key)) return order_of_double(as_double(key));
  return order_of_str(as_str(key));
}

// --- Elements and comparers ---------------------------------------------------------------------

// The payload is the key itself (a value's bits), or the number of the key and its value.
struct Ordered {
  int64_t order;
  uint64_t payload;
};

// A key nothing is known about, and what goes with it.
struct Keyed {
  Value key;
  Value value;
};

// OrderIsAll: keys of equal order are equal.

struct WordComparer {
  static constexpr bool OrderIsAll = true;
  static constexpr bool CanFail = false;
  static constexpr bool IsCheap = true;
  static bool less(int64_t left, int64_t right) { return left < right; }
};

struct OrderComparer {
  static constexpr bool OrderIsAll = true;
  static constexpr bool CanFail = false;
  static constexpr bool IsCheap = true;
  static bool less(const Ordered& left, const Ordered& right) { return left.order < right.order; }
};

struct KeyFinder {
  const Value* keys;  // null: payloads are the keys themselves
  Value operator()(const Ordered& element) const {
    return keys == nullptr ? Value::from_bits(element.payload) : keys[element.payload];
  }
};

struct StrComparer {
  static constexpr bool OrderIsAll = false;
  static constexpr bool CanFail = false;
  static constexpr bool IsCheap = false;
  KeyFinder key_of;
  bool less(const Ordered& left, const Ordered& right) const {
    if (left.order != right.order) return left.order < right.order;
    return as_str(key_of(left))->view() < as_str(key_of(right))->view();
  }
};

// left < right for any two keys.
Truth less_keys(Thread& thread, Value left, Value right) {
  if (left.is_small_int() && right.is_small_int()) {
    return to_truth(left.as_small_int() < right.as_small_int());
  }
  if (is_exactly(left, Kind::Str) && is_exactly(right, Kind::Str)) {
    return to_truth(as_str(left)->view() < as_str(right)->view());
  }
  if (left.is_immediate_double() && right.is_immediate_double()) {
    return to_truth(left.as_immediate_double() < right.as_immediate_double());
  }
  if (is_exactly(left, Kind::Tuple) && is_exactly(right, Kind::Tuple)) {
    const Value result =
        compare_tuples(thread, CompareOperator::Lt, left.as<Tuple>(), right.as<Tuple>());
    return result ? truth(thread, result) : Truth::Error;
  }
  if (is_exactly(left, Kind::List) && is_exactly(right, Kind::List)) {
    const Value result =
        compare_lists(thread, CompareOperator::Lt, left.as<List>(), right.as<List>());
    return result ? truth(thread, result) : Truth::Error;
  }
  return compare_truth(thread, CompareOperator::Lt, left, right);
}

struct SequenceComparer {
  static constexpr bool OrderIsAll = false;
  static constexpr bool CanFail = true;
  static constexpr bool IsCheap = false;
  Thread& thread;
  KeyFinder key_of;
  Truth less(const Ordered& left, const Ordered& right) const {
    if (left.order != right.order) return to_truth(left.order < right.order);
    return less_keys(thread, key_of(left), key_of(right));
  }
};

struct ValueComparer {
  static constexpr bool CanFail = true;
  static constexpr bool IsCheap = false;
  Thread& thread;
  Truth less(Value left, Value right) const { return less_keys(thread, left, right); }
  Truth less(const Keyed& left, const Keyed& right) const {
    return less_keys(thread, left.key, right.key);
  }
};

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
template <class Element>
using Elements = std::unique_ptr<Element[], Free>;

// Null with MemoryError pending.
template <class Element>
Elements<Element> make_elements(Thread& thread, size_t count) {
  auto* memory = static_cast<Element*>(std::malloc(count * sizeof(Element)));
  if (memory == nullptr) raise_memory_error(thread);
  return Elements<Element>(memory);
}

// --- Sorting ------------------------------------------------------------------------------------

// Sorts `values` by `keys`; where these are the values themselves, `keys` is null. Values may be
// written to at the end only. False with an exception pending.
class ValueSorter {
 public:
  ValueSorter(Thread& thread, Value* values, const Value* keys, size_t count, bool reverse)
      : thread_(thread), values_(values), keys_(keys), count_(count), reverse_(reverse) {}

  // What all keys are; OtherKey as soon as one has no order.
  void look_at_keys() {
    const Value* keys = keys_ != nullptr ? keys_ : values_;
    for (size_t i = 0; i < count_ && (sorts_ & OtherKey) == 0; ++i) sorts_ |= sort_of(keys[i]);
    if (!are_sequences()) return;
    for (size_t i = 0; i < count_ && (first_sorts_ & OtherKey) == 0; ++i) {
      const std::span<const Value> elements = elements_of(keys[i]);
      first_sorts_ |= elements.empty() ? uint32_t{OtherKey} : sort_of(elements[0]);
    }
  }

  // All tuples, or all lists.
  bool are_sequences() const { return sorts_ == TupleKey || sorts_ == ListKey; }

  // No script code runs when the keys are compared.
  bool is_quiet() const {
    return is_within(sorts_, IntKeys) || is_within(sorts_, DoubleKeys) || sorts_ == StrKey;
  }

  bool sort() {
    if (keys_ == nullptr && sorts_ == SmallIntKey) return sort_words();
    if (keys_ == nullptr && sorts_ == ImmediateDoubleKey) return sort_doubles();
    if (is_within(sorts_, IntKeys) || is_within(sorts_, DoubleKeys)) {
      return sort_ordered(OrderComparer(), false);
    }
    if (sorts_ == StrKey) return sort_ordered(StrComparer{{keys_}}, false);
    if (are_sequences() && (is_within(first_sorts_, IntKeys) ||
                            is_within(first_sorts_, DoubleKeys) || first_sorts_ == StrKey)) {
      return sort_ordered(SequenceComparer{thread_, {keys_}}, true);
    }
    return keys_ == nullptr ? sort_values() : sort_keyed();
  }

 private:
  template <class Element, class Comparer>
  bool run(Element* elements, Comparer comparer) {
    // Equal elements keep their order in a reversed sort too.
    if (reverse_) std::reverse(elements, elements + count_);
    MergeSorter<Element, Comparer> sorter(elements, count_, comparer);
    const bool sorted = sorter.sort();
    if (sorter.out_of_memory()) raise_memory_error(thread_);
    if (reverse_) std::reverse(elements, elements + count_);
    return sorted;
  }

  // As run(), for elements that have an order.
  template <class Element, class Comparer, class OrderOf>
  bool run_by_order(Element* elements, Comparer comparer, OrderOf order_of) {
    if (count_ < RadixSortFrom || count_ > RadixSortUpTo ||
        !is_disordered(elements, count_, order_of)) {
      return run(elements, comparer);
    }
    const Elements<Element> scratch(static_cast<Element*>(std::malloc(count_ * sizeof(Element))));
    if (scratch == nullptr) return run(elements, comparer);
    if (reverse_) std::reverse(elements, elements + count_);
    radix_sort(elements, count_, scratch.get(), order_of);
    bool sorted = true;
    if constexpr (!Comparer::OrderIsAll) sorted = sort_ties(elements, comparer);
    if (reverse_) std::reverse(elements, elements + count_);
    return sorted;
  }

  // Elements are sorted by their order; those of the same order are to be compared themselves.
  template <class Comparer>
  bool sort_ties(Ordered* elements, Comparer comparer) {
    for (size_t begin = 0; begin < count_;) {
      size_t end = begin + 1;
      while (end < count_ && elements[end].order == elements[begin].order) ++end;
      MergeSorter<Ordered, Comparer> sorter(elements + begin, end - begin, comparer);
      if (!sorter.sort()) {
        if (sorter.out_of_memory()) raise_memory_error(thread_);
        return false;
      }
      begin = end;
    }
    return true;
  }

  static int64_t word_order(int64_t word) { return word; }

  // The bits of small ints order as the ints do.
  bool sort_words() {
    return run_by_order(reinterpret_cast<int64_t*>(values_), WordComparer(), word_order);
  }

  // While these are sorted the row holds words that are no values: nothing here allocates cells.
  bool sort_doubles() {
    auto* words = reinterpret_cast<int64_t*>(values_);
    for (size_t i = 0; i < count_; ++i)
      words[i] = order_of_double(values_[i].as_immediate_double());
    const bool sorted = run_by_order(words, WordComparer(), word_order);
    for (size_t i = 0; i < count_; ++i) {
      values_[i] = Value::immediate_double(std::bit_cast<double>(order_of_bits(words[i])));
    }
    return sorted;
  }

  template <class Comparer>
  bool sort_ordered(Comparer comparer, bool by_first) {
    const Elements<Ordered> elements = make_elements<Ordered>(thread_, count_);
    if (elements == nullptr) return false;
    for (size_t i = 0; i < count_; ++i) {
      const Value key = keys_ != nullptr ? keys_[i] : values_[i];
      elements[i].order = order_of(by_first ? elements_of(key)[0] : key);
      elements[i].payload = keys_ != nullptr ? i : key.bits();
    }
    const bool sorted = run_by_order(elements.get(), comparer,
                                     [](const Ordered& element) { return element.order; });
    if (keys_ == nullptr) {
      for (size_t i = 0; i < count_; ++i) values_[i] = Value::from_bits(elements[i].payload);
      return sorted;
    }
    // The values are needed to the end: they go where the orders were.
    for (size_t i = 0; i < count_; ++i) elements[i].payload = values_[elements[i].payload].bits();
    for (size_t i = 0; i < count_; ++i) values_[i] = Value::from_bits(elements[i].payload);
    return sorted;
  }

  bool sort_values() {
    const Elements<Value> elements = make_elements<Value>(thread_, count_);
    if (elements == nullptr) return false;
    std::memcpy(static_cast<void*>(elements.get()), values_, count_ * sizeof(Value));
    const bool sorted = run(elements.get(), ValueComparer{thread_});
    std::memcpy(static_cast<void*>(values_), elements.get(), count_ * sizeof(Value));
    return sorted;
  }

  bool sort_keyed() {
    const Elements<Keyed> elements = make_elements<Keyed>(thread_, count_);
    if (elements == nullptr) return false;
    for (size_t i = 0; i < count_; ++i) elements[i] = {keys_[i], values_[i]};
    const bool sorted = run(elements.get(), ValueComparer{thread_});
    for (size_t i = 0; i < count_; ++i) values_[i] = elements[i].value;
    return sorted;
  }

  Thread& thread_;
  Value* values_;
  const Value* keys_;
  size_t count_;
  bool reverse_;
  uint32_t sorts_ = 0;
  uint32_t first_sorts_ = 0;
};

// key(value) for each of the values; null with an exception pending.
ValueArray* make_keys(Thread& thread, const ValueArray* items, size_t count, Value key) {
  auto* keys = make_cell<ValueArray>(thread, count * sizeof(Value),
                                     internal_header(Kind::ValueArray), count);
  if (keys == nullptr) return nullptr;
  for (size_t i = 0; i < count; ++i) {
    const Value result = call(thread, key, std::span<const Value>(&items->values[i], 1));
    if (!result) return nullptr;
    store(keys, keys->values[i], result);
  }
  return keys;
}

}  // namespace

bool sort_list(Thread& thread, List* list, Value key, bool reverse) {
  const size_t count = list->count;
  if (key.is_none()) {
    if (count < 2) return true;
    ValueSorter sorter(thread, list->items->values, nullptr, count, reverse);
    sorter.look_at_keys();
    if (sorter.is_quiet()) return sorter.sort();
  } else if (count == 0) {
    return true;
  }
  // Script code will run: meanwhile it sees an empty list. Any change of the list takes away the
  // empty row it has now.
  ValueArray* items = list->items;
  auto* meanwhile =
      make_cell<ValueArray>(thread, 0, internal_header(Kind::ValueArray), uint64_t{0});
  if (meanwhile == nullptr) return false;
  store(list, list->items, meanwhile);
  list->count = 0;
  ValueArray* keys = nullptr;
  bool sorted = true;
  if (!key.is_none()) {
    keys = make_keys(thread, items, count, key);
    sorted = keys != nullptr;
  }
  if (sorted) {
    // The copies of the keys that are being sorted are not seen by the collector.
    const runtime::RootedValue root(thread.isolate.heap, Value::cell(keys));
    ValueSorter sorter(thread, items->values, keys == nullptr ? nullptr : keys->values, count,
                       reverse);
    sorter.look_at_keys();
    sorted = sorter.sort();
  }
  const bool modified = list->items != meanwhile;
  store(list, list->items, items);
  list->count = count;
  if (sorted && modified) {
    raise_value_error(thread, "list modified during sort");
    return false;
  }
  return sorted;
}

}  // namespace weft

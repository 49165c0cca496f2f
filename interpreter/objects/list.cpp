// The list itself: its memory, and the operations native code uses. What scripts see of it is in
// list_methods.cpp.
//
// Growth: an eighth more than needed and a few, as CPython does, so a list is never larger than
// CPython's; big ones are extended where they are when the memory behind them is free. Values
// beyond `count` are the error word, so the collector keeps nothing alive that was removed.
#include "interpreter/objects/list.h"

#include <cstring>

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/slice.h"

namespace weft {

namespace {

// Few ones value by value: they were mostly just stored that way, and a processor waits where a
// wider load spans several stores.
void copy_values(Value* target, const Value* source, uint64_t count) {
  if (count <= 4) {
    copy_arguments(target, source, count);
  } else {
    std::memcpy(static_cast<void*>(target), source, count * sizeof(Value));
  }
}

void move_values(Value* target, const Value* source, uint64_t count) {
  if (count != 0) std::memmove(static_cast<void*>(target), source, count * sizeof(Value));
}

void clear_values(Value* from, const Value* to) {
  for (; from != to; ++from) *from = Value();
}

// A row of which the first `used` values are about to be written by the caller, at once.
ValueArray* make_row(Thread& thread, uint64_t capacity) {
  if (capacity > MaximumElements) {
    raise_memory_error(thread);
    return nullptr;
  }
  return make_cell<ValueArray>(thread, capacity * sizeof(Value), internal_header(Kind::ValueArray),
                               capacity);
}

constexpr uint64_t row_bytes(uint64_t capacity) {
  return sizeof(ValueArray) + capacity * sizeof(Value);
}

// Rows from this size on are first tried to be extended in place.
constexpr uint64_t ExtendFrom = 512;

bool set_capacity(Thread& thread, List* list, uint64_t capacity) {
  ValueArray* row = list->items;
  if (row != nullptr && capacity > row->capacity && row->capacity >= ExtendFrom &&
      capacity <= MaximumElements && thread.isolate.heap.try_extend(row, row_bytes(capacity))) {
    clear_values(row->values + row->capacity, row->values + capacity);
    row->capacity = capacity;
    return true;
  }
  ValueArray* larger = make_row(thread, capacity);
  if (larger == nullptr) return false;
  if (row != nullptr) copy_values(larger->values, row->values, list->count);
  store(list, list->items, larger);
  return true;
}

// Room for `needed` elements and some more.
bool grow(Thread& thread, List* list, uint64_t needed) {
  if (list->items != nullptr && needed <= list->items->capacity) return true;
  if (needed > MaximumElements) {
    raise_memory_error(thread);
    return false;
  }
  return set_capacity(thread, list, (needed + (needed >> 3) + 6) & ~uint64_t{3});
}

// After removals: less memory when not half of it is used.
void give_back(Thread& thread, List* list) {
  constexpr uint64_t KeepAtLeast = 16;
  const uint64_t count = list->count;
  if (list->items->capacity <= KeepAtLeast || count >= list->items->capacity / 2) return;
  if (count == 0) {
    list_clear(list);
    return;
  }
  const uint64_t capacity = (count + (count >> 3) + 6) & ~uint64_t{3};
  auto* smaller =
      ValueArray::make(thread.isolate.heap, internal_header(Kind::ValueArray), capacity);
  if (smaller == nullptr) return;  // it stays as it is
  copy_values(smaller->values, list->items->values, count);
  store(list, list->items, smaller);
}

// Removes [from, to).
void erase(Thread& thread, List* list, uint64_t from, uint64_t to) {
  if (from == to) return;
  Value* values = list->items->values;
  move_values(values + from, values + to, list->count - to);
  const uint64_t count = list->count - (to - from);
  clear_values(values + count, values + list->count);
  list->count = count;
  give_back(thread, list);
}

bool append_values(Thread& thread, List* list, const Value* values, uint64_t count) {
  if (!grow(thread, list, list->count + count)) return false;
  copy_values(list->items->values + list->count, values, count);
  list->count += count;
  return true;
}

bool append_range(Thread& thread, List* list, const Range* range) {
  const auto count = static_cast<uint64_t>(range->length.as_small_int());
  if (count == 0) return true;
  if (!grow(thread, list, list->count + count)) return false;
  Value* target = list->items->values + list->count;
  int64_t number = range->start.as_small_int();
  const int64_t step = range->step.as_small_int();
  for (uint64_t i = 0; i < count; ++i, number += step) target[i] = Value::small_int(number);
  list->count += count;
  return true;
}

// Nothing here runs script code, so the dict stays as it is.
bool append_dict(Thread& thread, List* list, Dict* dict, DictPart part) {
  if (dict->count == 0) return true;
  if (!grow(thread, list, list->count + dict->count)) return false;
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(dict, position, key, value)) {
    Value element = part == DictPart::Keys ? key : value;
    if (part == DictPart::Items) {
      const Value parts[] = {key, value};
      Tuple* item = make_tuple(thread, parts);
      if (item == nullptr) return false;
      element = Value::cell(item);
    }
    store(list->items, list->items->values[list->count++], element);
  }
  return true;
}

bool append_set(Thread& thread, List* list, Set* set) {
  if (set->count == 0) return true;
  if (!grow(thread, list, list->count + set->count)) return false;
  uint64_t position = 0;
  Value element;
  while (set_next(set, position, element)) {
    store(list->items, list->items->values[list->count++], element);
  }
  return true;
}

// Removes the elements of an extended slice; the steps go upwards.
void erase_spread(Thread& thread, List* list, uint64_t start, uint64_t step, uint64_t count) {
  Value* values = list->items->values;
  Value* target = values + start;
  const Value* source = target;
  for (uint64_t i = 0; i < count; ++i) {
    ++source;
    const uint64_t run =
        i + 1 < count ? step - 1 : static_cast<uint64_t>(values + list->count - source);
    move_values(target, source, run);
    target += run;
    source += run;
  }
  clear_values(target, values + list->count);
  list->count -= count;
  give_back(thread, list);
}

}  // namespace

List* make_list(Thread& thread, uint64_t capacity) {
  ValueArray* row = nullptr;
  if (capacity != 0) {
    row = make_row(thread, capacity);
    if (row == nullptr) return nullptr;
  }
  List* list = make_object<List>(thread, thread.isolate.types.list);
  if (list == nullptr) return nullptr;
  list->items = row;
  list->count = 0;
  return list;
}

List* make_list(Thread& thread, std::span<const Value> values) {
  List* list = make_list(thread, values.size());
  if (list == nullptr) return nullptr;
  if (!values.empty()) copy_values(list->items->values, values.data(), values.size());
  list->count = values.size();
  return list;
}

bool list_append_slow(Thread& thread, List* list, Value value) {
  if (!grow(thread, list, list->count + 1)) return false;
  store(list->items, list->items->values[list->count++], value);
  return true;
}

bool list_reserve(Thread& thread, List* list, uint64_t capacity) {
  if (capacity <= (list->items == nullptr ? 0 : list->items->capacity)) return true;
  return set_capacity(thread, list, capacity);
}

bool list_extend(Thread& thread, List* list, Value iterable) {
  // Exact built-ins are copied without an iterator.
  const bool exact = iterable.is_cell() && (iterable.as_cell()->flags_byte() & ExactFlag) != 0;
  switch (exact ? iterable.as<Object>()->kind() : Kind::Free) {
    case Kind::List: {
      // Reserved first: it may be the list itself.
      List* other = iterable.as<List>();
      const uint64_t count = other->count;
      return count == 0 || (grow(thread, list, list->count + count) &&
                            append_values(thread, list, other->items->values, count));
    }
    case Kind::Tuple: {
      const Tuple* other = iterable.as<Tuple>();
      return other->count == 0 || append_values(thread, list, other->values, other->count);
    }
    case Kind::Range:
      if (iterable.as<Range>()->is_small()) return append_range(thread, list, iterable.as<Range>());
      break;
    case Kind::Dict:
      return append_dict(thread, list, iterable.as<Dict>(), DictPart::Keys);
    case Kind::DictKeys:
      return append_dict(thread, list, iterable.as<DictView>()->dict, DictPart::Keys);
    case Kind::DictValues:
      return append_dict(thread, list, iterable.as<DictView>()->dict, DictPart::Values);
    case Kind::DictItems:
      return append_dict(thread, list, iterable.as<DictView>()->dict, DictPart::Items);
    case Kind::Set:
    case Kind::FrozenSet:
      return append_set(thread, list, iterable.as<Set>());
    default:
      break;
  }
  const Value iterator = get_iterator(thread, iterable);
  if (!iterator) return false;
  if (!is_kind(iterable, Kind::Generator)) {
    const std::optional<uint64_t> hint = length_hint(thread, iterable, 0);
    if (!hint) return false;
    // A hint is no promise: nothing is reserved for one that cannot be meant.
    if (*hint != 0 && *hint < MaximumElements / 2 &&
        (list->items == nullptr || list->items->capacity - list->count < *hint)) {
      if (!set_capacity(thread, list, list->count + *hint)) return false;
    }
  }
  const bool done = for_each_of_iterator(
      thread, iterator, [&](Value value) { return list_append(thread, list, value); });
  if (done && list->items != nullptr) give_back(thread, list);
  return done;
}

bool list_insert(Thread& thread, List* list, uint64_t index, Value value) {
  if (!grow(thread, list, list->count + 1)) return false;
  Value* values = list->items->values;
  move_values(values + index + 1, values + index, list->count - index);
  store(list->items, values[index], value);
  ++list->count;
  return true;
}

Value list_pop(Thread& thread, List* list, uint64_t index) {
  Value* values = list->items->values;
  const Value value = values[index];
  if (index + 1 != list->count) {
    move_values(values + index, values + index + 1, list->count - index - 1);
  }
  values[--list->count] = Value();
  give_back(thread, list);
  return value;
}

void list_clear(List* list) {
  list->items = nullptr;
  list->count = 0;
}

List* list_from_iterable(Thread& thread, Value iterable) {
  if (is_exactly(iterable, Kind::List)) return make_list(thread, iterable.as<List>()->values());
  if (is_exactly(iterable, Kind::Tuple)) return make_list(thread, iterable.as<Tuple>()->view());
  // Where the number of elements is known the list takes just that.
  uint64_t count = 0;
  if (is_kind(iterable, Kind::Range) && iterable.as<Range>()->is_small()) {
    count = static_cast<uint64_t>(iterable.as<Range>()->length.as_small_int());
  } else if (is_exactly(iterable, Kind::Dict)) {
    count = iterable.as<Dict>()->count;
  } else if (is_dict_view(iterable)) {
    count = iterable.as<DictView>()->dict->count;
  } else if (is_exactly(iterable, Kind::Set) || is_exactly(iterable, Kind::FrozenSet)) {
    count = iterable.as<Set>()->count;
  }
  List* list = make_list(thread, count);
  if (list == nullptr || !list_extend(thread, list, iterable)) return nullptr;
  return list;
}

List* list_get_slice(Thread& thread, List* list, uint64_t from, uint64_t to) {
  return make_list(thread, std::span<const Value>(list->values()).subspan(from, to - from));
}

bool list_set_slice(Thread& thread, List* list, uint64_t from, uint64_t to,
                    std::span<const Value> values) {
  const uint64_t removed = to - from;
  const uint64_t added = values.size();
  if (list->items != nullptr && !values.empty() && values.data() >= list->items->begin() &&
      values.data() < list->items->end()) {
    List* copy = make_list(thread, values);
    return copy != nullptr && list_set_slice(thread, list, from, to, copy->values());
  }
  if (added > removed && !grow(thread, list, list->count + added - removed)) return false;
  if (added > removed) {
    Value* items = list->items->values;
    move_values(items + from + added, items + to, list->count - to);
    list->count += added - removed;
  }
  if (added != 0) copy_values(list->items->values + from, values.data(), added);
  if (added < removed) erase(thread, list, from + added, to);
  return true;
}

Value list_get_item(Thread& thread, List* list, Value key) {
  if (!is_slice(key)) {
    const std::optional<int64_t> index = to_element_index(thread, key, "list", &list->count);
    if (!index) return {};
    if (*index < 0 || static_cast<uint64_t>(*index) >= list->count) {
      return raise_index_error(thread, "list index out of range");
    }
    return list->items->values[*index];
  }
  const std::optional<SliceNumbers> numbers = slice_numbers(thread, key.as<Slice>());
  if (!numbers) return {};
  const SliceRange range = clamp_slice(*numbers, list->count);
  if (range.step == 1) {
    const auto from = static_cast<uint64_t>(range.start);
    List* part = list_get_slice(thread, list, from, from + range.length);
    return part == nullptr ? Value() : Value::cell(part);
  }
  List* part = make_list(thread, range.length);
  if (part == nullptr) return {};
  const Value* source = list->values().data();
  int64_t index = range.start;
  for (uint64_t i = 0; i < range.length; ++i, index += range.step) {
    part->items->values[i] = source[index];
  }
  part->count = range.length;
  return Value::cell(part);
}

bool list_set_item(Thread& thread, List* list, Value key, Value value) {
  if (!is_slice(key)) {
    const std::optional<int64_t> index = to_element_index(thread, key, "list", &list->count);
    if (!index) return false;
    if (*index < 0 || static_cast<uint64_t>(*index) >= list->count) {
      raise_index_error(thread, "list assignment index out of range");
      return false;
    }
    store(list->items, list->items->values[*index], value);
    return true;
  }
  const std::optional<SliceNumbers> numbers = slice_numbers(thread, key.as<Slice>());
  if (!numbers) return false;
  const bool simple = numbers->step == 1;
  const Value source = as_list_or_tuple(
      thread, value,
      simple ? "can only assign an iterable" : "must assign iterable to extended slice");
  if (!source) return false;
  const SliceRange range = clamp_slice(*numbers, list->count);
  if (simple) {
    return list_set_slice(thread, list, static_cast<uint64_t>(range.start),
                          static_cast<uint64_t>(range.stop), elements_of(source));
  }
  std::span<const Value> values = elements_of(source);
  if (values.size() != range.length) {
    raise_value_error(thread, text("attempt to assign sequence of size ", values.size(),
                                   " to extended slice of size ", range.length));
    return false;
  }
  if (source == Value::cell(list)) {
    List* copy = make_list(thread, values);
    if (copy == nullptr) return false;
    values = copy->values();
  }
  int64_t index = range.start;
  for (uint64_t i = 0; i < range.length; ++i, index += range.step) {
    store(list->items, list->items->values[index], values[i]);
  }
  return true;
}

bool list_delete_item(Thread& thread, List* list, Value key) {
  if (!is_slice(key)) {
    const std::optional<int64_t> index = to_element_index(thread, key, "list", &list->count);
    if (!index) return false;
    if (*index < 0 || static_cast<uint64_t>(*index) >= list->count) {
      raise_index_error(thread, "list assignment index out of range");
      return false;
    }
    erase(thread, list, static_cast<uint64_t>(*index), static_cast<uint64_t>(*index) + 1);
    return true;
  }
  const std::optional<SliceNumbers> numbers = slice_numbers(thread, key.as<Slice>());
  if (!numbers) return false;
  const SliceRange range = clamp_slice(*numbers, list->count);
  if (range.length == 0) return true;
  if (range.step == 1) {
    erase(thread, list, static_cast<uint64_t>(range.start), static_cast<uint64_t>(range.stop));
    return true;
  }
  // Backwards is the same elements as forwards from the last.
  int64_t start = range.start;
  int64_t step = range.step;
  if (step < 0) {
    start += step * static_cast<int64_t>(range.length - 1);
    step = -step;
  }
  erase_spread(thread, list, static_cast<uint64_t>(start), static_cast<uint64_t>(step),
               range.length);
  return true;
}

Value list_concat(Thread& thread, List* left, List* right) {
  const uint64_t left_count = left->count;
  const uint64_t right_count = right->count;
  List* result = make_list(thread, left_count + right_count);
  if (result == nullptr) return {};
  if (left_count != 0) copy_values(result->items->values, left->items->values, left_count);
  if (right_count != 0) {
    copy_values(result->items->values + left_count, right->items->values, right_count);
  }
  result->count = left_count + right_count;
  return Value::cell(result);
}

Value list_repeat(Thread& thread, List* list, int64_t count) {
  const std::optional<uint64_t> total = repeated_count(thread, list->count, count);
  if (!total) return {};
  List* result = make_list(thread, *total);
  if (result == nullptr) return {};
  if (*total != 0) {
    copy_values(result->items->values, list->items->values, list->count);
    repeat_elements(result->items->values, list->count, *total);
  }
  result->count = *total;
  return Value::cell(result);
}

Value compare_lists(Thread& thread, CompareOperator op, List* left, List* right) {
  return compare_sequences(thread, op, left, right);
}

}  // namespace weft

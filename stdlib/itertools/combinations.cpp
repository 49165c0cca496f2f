// product, permutations, combinations, combinations_with_replacement.
//
// values[0] is a tuple of pools (product: one a place; the others: one pool); values[1] a list of
// the indices of the elements given last, as small ints, or for permutations the order of the
// pool; values[2] the list of cycles of permutations. numbers[0] is how many elements a result has,
// numbers[1] a State.
#include <algorithm>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "stdlib/itertools/itertools.h"

namespace weft::itertools {
namespace {

enum State : int64_t { Fresh, Running, Ended };

Tuple* pool_at(NativeIterator* self, uint64_t place) {
  return self->values[0].as<Tuple>()->values[place].as<Tuple>();
}
std::span<Value> indices_of(NativeIterator* self) { return self->values[1].as<List>()->values(); }
uint64_t size_of(const NativeIterator* self) { return static_cast<uint64_t>(self->numbers[0]); }

// A list of small ints, first, first + step …; error with an exception pending.
Value make_indices(Thread& thread, uint64_t count, int64_t first, int64_t step) {
  List* list = make_list(thread, count);
  for (uint64_t i = 0; list != nullptr && i < count; ++i) {
    const Value index = Value::small_int(first + static_cast<int64_t>(i) * step);
    if (!list_append(thread, list, index)) return Value::error();
  }
  return list == nullptr ? Value::error() : Value::cell(list);
}

// The elements of the one pool the first indices stand for.
Value result_of_pool(Thread& thread, NativeIterator* self) {
  Tuple* result = make_tuple(thread, size_of(self));
  if (result == nullptr) return Value::error();
  const Tuple* pool = pool_at(self, 0);
  for (uint64_t i = 0; i < result->count; ++i) {
    store(result, result->values[i], pool->values[indices_of(self)[i].as_small_int()]);
  }
  return Value::cell(result);
}

Value end(NativeIterator* self) {
  self->numbers[1] = Ended;
  return Value::unset();
}

// Fields of a new iterator over one pool.
Value make_over_pool(Thread& thread, Value cls, Tuple* pool, uint64_t size, Value indices,
                     Value (*step)(Thread&, NativeIterator*)) {
  if (!indices) return indices;
  const Value pools[] = {Value::cell(pool)};
  Tuple* outer = make_tuple(thread, pools);
  NativeIterator* self = outer == nullptr ? nullptr : make_native_iterator(thread, cls, step);
  if (self == nullptr) return Value::error();
  self->values[0] = Value::cell(outer);
  self->values[1] = indices;
  self->numbers[0] = static_cast<int64_t>(size);
  return Value::cell(self);
}

// The argument r. Nullopt: exception pending.
std::optional<uint64_t> size_argument(Thread& thread, Value value) {
  const auto size = to_size_argument(thread, value);
  if (!size) return std::nullopt;
  if (*size < 0) {
    raise_value_error(thread, "r must be non-negative");
    return std::nullopt;
  }
  return static_cast<uint64_t>(*size);
}

// --- product

Value product_step(Thread& thread, NativeIterator* self) {
  if (self->numbers[1] == Ended) return Value::unset();
  const uint64_t count = size_of(self);
  const std::span<Value> indices = indices_of(self);
  if (self->numbers[1] == Fresh) {
    self->numbers[1] = Running;
    for (uint64_t i = 0; i < count; ++i) {
      if (pool_at(self, i)->count == 0) return end(self);
    }
  } else {
    uint64_t place = count;
    for (;;) {
      if (place-- == 0) return end(self);
      const int64_t index = indices[place].as_small_int() + 1;
      if (static_cast<uint64_t>(index) < pool_at(self, place)->count) {
        indices[place] = Value::small_int(index);
        break;
      }
      indices[place] = Value::small_int(0);
    }
  }
  Tuple* result = make_tuple(thread, count);
  if (result == nullptr) return Value::error();
  for (uint64_t i = 0; i < count; ++i) {
    store(result, result->values[i], pool_at(self, i)->values[indices[i].as_small_int()]);
  }
  return Value::cell(result);
}

Value product_new(Thread& thread, Arguments arguments) {
  uint64_t repeat = 1;
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(arguments[2].as<Dict>(), position, key, value)) {
    if (as_str(key)->view() != "repeat") {
      return raise_type_error(
          thread, text("'", as_str(key)->view(), "' is an invalid keyword argument for product()"));
    }
    const auto given = to_size_argument(thread, value);
    if (!given) return Value::error();
    if (*given < 0) return raise_value_error(thread, "repeat argument cannot be negative");
    repeat = static_cast<uint64_t>(*given);
  }
  const auto* iterables = arguments[1].as<Tuple>();
  constexpr uint64_t MostPlaces = uint64_t{1} << 32;
  if (iterables->count != 0 && repeat > MostPlaces / iterables->count) {
    return raise_overflow_error(thread, "repeat argument too large");
  }
  const uint64_t count = iterables->count * repeat;
  Tuple* pools = make_tuple(thread, count);
  if (pools == nullptr) return Value::error();
  for (uint64_t i = 0; i < (repeat == 0 ? 0 : iterables->count); ++i) {
    Tuple* pool = tuple_from_iterable(thread, iterables->values[i]);
    if (pool == nullptr) return Value::error();
    for (uint64_t j = i; j < count; j += iterables->count) {
      store(pools, pools->values[j], Value::cell(pool));
    }
  }
  const Value indices = make_indices(thread, count, 0, 0);
  if (!indices) return indices;
  NativeIterator* self = make_native_iterator(thread, arguments[0], product_step);
  if (self == nullptr) return Value::error();
  self->values[0] = Value::cell(pools);
  self->values[1] = indices;
  self->numbers[0] = static_cast<int64_t>(count);
  return Value::cell(self);
}

// --- permutations

// Goes on to the next order: false at the end. Place i of the result takes its element in turn from
// those not used before it; cycles[i] says how many are left to take.
bool next_permutation(NativeIterator* self) {
  const std::span<Value> indices = indices_of(self);
  const std::span<Value> cycles = self->values[2].as<List>()->values();
  const auto pool_size = static_cast<int64_t>(indices.size());
  for (int64_t i = self->numbers[0] - 1; i >= 0; --i) {
    const int64_t left = cycles[i].as_small_int() - 1;
    if (left == 0) {
      std::rotate(indices.begin() + i, indices.begin() + i + 1, indices.end());
      cycles[i] = Value::small_int(pool_size - i);
      continue;
    }
    cycles[i] = Value::small_int(left);
    std::swap(indices[i], indices[pool_size - left]);
    return true;
  }
  return false;
}

Value permutations_step(Thread& thread, NativeIterator* self) {
  if (self->numbers[1] == Ended) return Value::unset();
  if (self->numbers[1] == Fresh) {
    self->numbers[1] = Running;
  } else if (!next_permutation(self)) {
    return end(self);
  }
  return result_of_pool(thread, self);
}

Value permutations_new(Thread& thread, Arguments arguments) {
  Tuple* pool = tuple_from_iterable(thread, arguments[1]);
  if (pool == nullptr) return Value::error();
  uint64_t size = pool->count;
  if (!arguments[2].is_none()) {
    if (!is_int(arguments[2])) return raise_type_error(thread, "Expected int as r");
    const auto given = size_argument(thread, arguments[2]);
    if (!given) return Value::error();
    size = *given;
  }
  const bool is_empty = size > pool->count;
  const Value cycles =
      make_indices(thread, is_empty ? 0 : size, static_cast<int64_t>(pool->count), -1);
  if (!cycles) return cycles;
  const Value made = make_over_pool(thread, arguments[0], pool, size,
                                    make_indices(thread, pool->count, 0, 1), permutations_step);
  if (!made) return made;
  made.as<NativeIterator>()->values[2] = cycles;
  if (is_empty) made.as<NativeIterator>()->numbers[1] = Ended;
  return made;
}

// --- combinations, with and without replacement

// The last place whose index can still grow takes the next; those behind it follow.
template <bool with_replacement>
bool next_combination(NativeIterator* self) {
  const std::span<Value> indices = indices_of(self);
  const uint64_t size = indices.size();
  const auto pool_size = static_cast<int64_t>(pool_at(self, 0)->count);
  for (uint64_t i = size; i-- > 0;) {
    const int64_t behind = with_replacement ? 0 : static_cast<int64_t>(size - 1 - i);
    int64_t index = indices[i].as_small_int() + 1;
    if (index >= pool_size - behind) continue;
    for (; i < size; ++i) {
      indices[i] = Value::small_int(index);
      if (!with_replacement) ++index;
    }
    return true;
  }
  return false;
}

template <bool with_replacement>
Value combinations_step(Thread& thread, NativeIterator* self) {
  if (self->numbers[1] == Ended) return Value::unset();
  if (self->numbers[1] == Fresh) {
    self->numbers[1] = Running;
  } else if (!next_combination<with_replacement>(self)) {
    return end(self);
  }
  return result_of_pool(thread, self);
}

template <bool with_replacement>
Value combinations_new(Thread& thread, Arguments arguments) {
  Tuple* pool = tuple_from_iterable(thread, arguments[1]);
  if (pool == nullptr) return Value::error();
  const auto size = size_argument(thread, arguments[2]);
  if (!size) return Value::error();
  const bool is_empty = with_replacement ? pool->count == 0 && *size > 0 : *size > pool->count;
  const Value made =
      make_over_pool(thread, arguments[0], pool, *size,
                     make_indices(thread, is_empty ? 0 : *size, 0, with_replacement ? 0 : 1),
                     combinations_step<with_replacement>);
  if (made && is_empty) made.as<NativeIterator>()->numbers[1] = Ended;
  return made;
}

constexpr NativeMethod product_methods[] = {
    {"__new__", "(cls, /, *iterables, **keywords)",
     "All tuples of one element of each iterable, as nested loops give them.", product_new},
    IterMethod,
    NextMethod,
};
constexpr NativeMethod permutations_methods[] = {
    {"__new__", "(cls, iterable, r=None)", "All orders of r elements of iterable.",
     permutations_new},
    IterMethod,
    NextMethod,
};
constexpr NativeMethod combinations_methods[] = {
    {"__new__", "(cls, iterable, r)", "All choices of r elements of iterable.",
     combinations_new<false>},
    IterMethod,
    NextMethod,
};
constexpr NativeMethod combinations_with_replacement_methods[] = {
    {"__new__", "(cls, iterable, r)", "All choices of r elements, each as often as one likes.",
     combinations_new<true>},
    IterMethod,
    NextMethod,
};

}  // namespace

const TypeSpec product_spec =
    native_iterator_spec("product", "The Cartesian product of iterables.", product_methods);
const TypeSpec permutations_spec =
    native_iterator_spec("permutations", "The permutations of elements.", permutations_methods);
const TypeSpec combinations_spec =
    native_iterator_spec("combinations", "The combinations of elements.", combinations_methods);
const TypeSpec combinations_with_replacement_spec = native_iterator_spec(
    "combinations_with_replacement", "The combinations of elements that may repeat.",
    combinations_with_replacement_methods);

}  // namespace weft::itertools

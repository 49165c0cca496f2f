// Iteration and unpacking beyond the inline cases.
#include <algorithm>

#include "interpreter/objects/call.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/str_iterator.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

Value slow_get_iterator(Thread& thread, Value iterable, Delivery delivery) {
  if (is_kind(iterable, Kind::Generator)) return iterable;
  if (is_kind(iterable, Kind::Instance)) {
    const Value method = find_special(thread, iterable, Special::Iter);
    if (is_kind(method, Kind::Function)) {
      Function* function = method.as<Function>();
      const Value made = begin_function(thread, function, &iterable, 1, nullptr, delivery);
      return made;  // a generator function's result is an iterator without being asked
    }
  }
  return get_iterator(thread, iterable);
}

namespace {

Step step_of(Value value, Value* result) {
  if (!value) [[unlikely]]
    return Step::Error;
  if (value.is_unset()) return Step::End;
  *result = value;
  return Step::Value;
}

// An iterator in native code, which may wait: its value then comes by thread.leaving_action.
Step native_step(Thread& thread, NativeFunction* method, Value iterator, Value* result,
                 Delivery delivery) {
  if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread))
    return Step::Error;
  Value value = begin_native(thread, method, {&iterator, 1}, nullptr);
  if (!value && thread.leaving == Leaving::Call) {
    value = begin_last_call(thread, delivery);
    if (value.is_unset()) return Step::Entered;
  }
  if (value) {
    *result = value;
    return Step::Value;
  }
  if (thread.leaving != Leaving::No) {
    thread.leaving_action = ReturnAction::Iterate;
    return Step::Error;
  }
  return clear_pending_if(thread, thread.isolate.exceptions.stop_iteration) ? Step::End
                                                                            : Step::Error;
}

// map(): its function is called as the __next__ of a script class is, so it may wait without a
// native stack.
constexpr uint64_t FewMapped = 8;

Step map_step(Thread& thread, Map* map, Value* result, Delivery delivery) {
  ValueRoom<FewMapped> room;
  Value* elements = room.data();
  const auto count = static_cast<uint32_t>(map->iterators->count);
  for (uint32_t i = 0; i < count; ++i) {
    elements[i] = next(thread, map->iterators->values[i]);
    if (!elements[i]) return Step::Error;
    if (elements[i].is_unset()) return Step::End;
  }
  const Value value = begin_call(thread, map->function, elements, count, nullptr, delivery);
  if (value.is_unset()) return Step::Entered;
  if (!value && clear_pending_if(thread, thread.isolate.exceptions.stop_iteration))
    return Step::End;
  return step_of(value, result);
}

}  // namespace

Step slow_for_iter(Thread& thread, Value iterator, Value* result, Delivery delivery) {
  if (is_exactly(iterator, Kind::StrIterator))
    return step_of(str_iterator_next(thread, iterator.as<StrIterator>()), result);
  if (is_exactly(iterator, Kind::Map) && iterator.as<Map>()->iterators->count <= FewMapped)
    return map_step(thread, iterator.as<Map>(), result, delivery);
  if (is_plain_iterator(iterator)) return step_of(iterator_next(thread, iterator), result);
  if (is_kind(iterator, Kind::Generator)) {
    auto* generator = iterator.as<Generator>();
    if (generator->state == GeneratorState::Finished) return Step::End;
    return enter_generator(thread, generator, Value::none(), delivery) ? Step::Entered
                                                                       : Step::Error;
  }
  if (is_kind(iterator, Kind::Instance)) {
    const Value method = find_special(thread, iterator, Special::Next);
    if (is_kind(method, Kind::Function)) {
      const Value made =
          begin_function(thread, method.as<Function>(), &iterator, 1, nullptr, delivery);
      if (made.is_unset()) return Step::Entered;
      if (!made) return Step::Error;
      *result = made;
      return Step::Value;
    }
  }
  const Value method = find_special(thread, iterator, Special::Next);
  if (is_kind(method, Kind::NativeFunction))
    return native_step(thread, method.as<NativeFunction>(), iterator, result, delivery);
  return step_of(next(thread, iterator), result);
}

PairStep for_iter_pair(Thread& thread, Value iterator, Value* pair) {
  if (!is_plain_iterator(iterator)) return PairStep::NoPair;
  Value last = Value::unset();
  switch (iterator.as<Object>()->kind()) {
    case Kind::DictIterator:
      if (iterator.as<DictIterator>()->part != DictPart::Items) return PairStep::NoPair;
      last = dict_items_next(thread, iterator.as<DictIterator>(), pair[0]);
      break;
    case Kind::Enumerate:
      last = enumerate_next(thread, iterator.as<Enumerate>(), pair[0]);
      break;
    case Kind::Zip: {
      auto* zip = iterator.as<Zip>();
      if (zip->iterators->count != 2 || zip->strict) return PairStep::NoPair;
      const Value first = next(thread, zip->iterators->values[0]);
      if (!first) return PairStep::Error;
      if (first.is_unset()) return PairStep::End;
      last = next(thread, zip->iterators->values[1]);
      pair[0] = first;
      break;
    }
    default:
      return PairStep::NoPair;
  }
  if (!last) return PairStep::Error;
  if (last.is_unset()) return PairStep::End;
  pair[1] = last;
  return PairStep::Pair;
}

namespace {

constexpr uint32_t MaximumUnpacked = 256;  // an operand has 8 bits

Value iterator_for_unpacking(Thread& thread, Value iterable) {
  const Value iterator = get_iterator(thread, iterable);
  if (!iterator && pending_is(thread, thread.isolate.exceptions.type_error) &&
      find_special(thread, iterable, Special::Iter).is_unset() &&
      find_special(thread, iterable, Special::GetItem).is_unset()) {
    thread.pending = nullptr;
    return raise_type_error(
        thread, text("cannot unpack non-iterable ", type_name(thread, iterable), " object"));
  }
  return iterator;
}

bool not_enough(Thread& thread, uint64_t expected, bool at_least, uint64_t got) {
  raise_value_error(thread, text("not enough values to unpack (expected ",
                                 at_least ? "at least " : "", expected, ", got ", got, ")"));
  return false;
}

bool too_many(Thread& thread, uint64_t expected) {
  raise_value_error(thread, text("too many values to unpack (expected ", expected, ")"));
  return false;
}

}  // namespace

bool unpack_sequence(Thread& thread, Value iterable, Value* out, uint32_t count) {
  const Value* values = nullptr;
  uint64_t size = 0;
  if (is_exactly(iterable, Kind::Tuple)) {
    values = iterable.as<Tuple>()->values;
    size = iterable.as<Tuple>()->count;
  } else if (is_exactly(iterable, Kind::List)) {
    size = iterable.as<List>()->count;
    if (size != 0) values = iterable.as<List>()->items->values;
  } else {
    const Value iterator = iterator_for_unpacking(thread, iterable);
    if (!iterator) return false;
    // Nothing is assigned unless all is well.
    ValueRoom<MaximumUnpacked> room;
    Value* taken = room.data();
    for (uint32_t i = 0; i < count; ++i) {
      const Value value = next(thread, iterator);
      if (!value) return false;
      if (value.is_unset()) return not_enough(thread, count, false, i);
      taken[i] = value;
    }
    const Value more = next(thread, iterator);
    if (!more) return false;
    if (!more.is_unset()) return too_many(thread, count);
    std::copy_n(taken, count, out);
    return true;
  }
  if (size < count) return not_enough(thread, count, false, size);
  if (size > count) return too_many(thread, count);
  for (uint32_t i = 0; i < count; ++i) out[i] = values[i];
  return true;
}

bool unpack_extended(Thread& thread, Value iterable, Value* out, uint32_t before, uint32_t after) {
  const Value iterator = iterator_for_unpacking(thread, iterable);
  if (!iterator) return false;
  List* list = list_from_iterable(thread, iterator);
  if (list == nullptr) return false;
  if (list->count < uint64_t{before} + after) {
    return not_enough(thread, uint64_t{before} + after, true, list->count);
  }
  const uint64_t middle = list->count - before - after;
  const Value* values = list->items == nullptr ? nullptr : list->items->values;
  List* rest = make_list(thread, std::span<const Value>(values + before, middle));
  if (rest == nullptr) return false;
  for (uint32_t i = 0; i < before; ++i) out[i] = values[i];
  out[before] = Value::cell(rest);
  for (uint32_t i = 0; i < after; ++i) out[before + 1 + i] = values[before + middle + i];
  return true;
}

}  // namespace weft

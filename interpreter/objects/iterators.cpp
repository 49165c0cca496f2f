// Iterators over containers, and through __getitem__ and calls. Those that compute their elements
// (enumerate, zip, map, filter, reversed) are in iterators_lazy.cpp.
#include "interpreter/objects/iterators.h"

#include <cstring>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/str_iterator.h"

namespace weft {

namespace {

// A count of elements no container has: an iterator that found its container changed says so
// forever.
constexpr uint64_t NeverCount = UINT64_MAX;

Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

Value make_pair(Thread& thread, Value first, Value second) {
  const Value parts[] = {first, second};
  return or_error(make_tuple(thread, parts));
}

Value list_iterator_next(ListIterator* iterator) {
  List* list = iterator->list;
  if (list != nullptr) {
    if (iterator->index < list->count) return list->items->values[iterator->index++];
    iterator->list = nullptr;
  }
  return Value::unset();
}

Value list_reverse_iterator_next(ListIterator* iterator) {
  List* list = iterator->list;
  if (list != nullptr) {
    if (iterator->index != 0 && iterator->index <= list->count) {
      return list->items->values[--iterator->index];
    }
    iterator->list = nullptr;
  }
  return Value::unset();
}

Value tuple_iterator_next(TupleIterator* iterator) {
  Tuple* tuple = iterator->tuple;
  if (tuple != nullptr) {
    if (iterator->index < tuple->count) return tuple->values[iterator->index++];
    iterator->tuple = nullptr;
  }
  return Value::unset();
}

// The entry the iterator is to give next, null at the end.
DictEntry* advance(DictIterator* iterator) {
  DictTable* table = iterator->dict->table;
  if (table == nullptr) return nullptr;
  DictEntry* entries = table->entries();
  if (iterator->backwards) {
    if (iterator->position > table->entry_count) iterator->position = table->entry_count;
    while (iterator->position != 0) {
      DictEntry* entry = &entries[--iterator->position];
      if (!entry->key.is_unset()) return entry;
    }
    return nullptr;
  }
  if (iterator->position == 0) iterator->position = table->first_live();
  while (iterator->position < table->entry_count) {
    DictEntry* entry = &entries[iterator->position++];
    if (!entry->key.is_unset()) return entry;
  }
  return nullptr;
}

// The entry that is the iterator's next element; null at the end, or with `failed` when an
// exception is pending.
const DictEntry* next_entry(Thread& thread, DictIterator* iterator, bool& failed) {
  if (iterator->dict == nullptr) return nullptr;
  if (iterator->dict->count != iterator->expected_count) {
    iterator->expected_count = NeverCount;
    raise_runtime_error(thread, "dictionary changed size during iteration");
    failed = true;
    return nullptr;
  }
  const DictEntry* entry = advance(iterator);
  if (entry == nullptr) {
    iterator->dict = nullptr;
    return nullptr;
  }
  if (iterator->remaining == 0) {
    iterator->dict = nullptr;
    raise_runtime_error(thread, "dictionary keys changed during iteration");
    failed = true;
    return nullptr;
  }
  --iterator->remaining;
  return entry;
}

Value dict_iterator_next(Thread& thread, DictIterator* iterator) {
  bool failed = false;
  const DictEntry* entry = next_entry(thread, iterator, failed);
  if (entry == nullptr) return failed ? Value::error() : Value::unset();
  switch (iterator->part) {
    case DictPart::Keys:
      return entry->key;
    case DictPart::Values:
      return entry->value;
    case DictPart::Items:
      break;
  }
  return make_pair(thread, entry->key, entry->value);
}

Value set_iterator_next(Thread& thread, SetIterator* iterator) {
  Set* set = iterator->set;
  if (set == nullptr) return Value::unset();
  if (set->count != iterator->expected_count) {
    iterator->expected_count = NeverCount;
    return raise_runtime_error(thread, "Set changed size during iteration");
  }
  Value element;
  if (!set_next(set, iterator->position, element)) {
    iterator->set = nullptr;
    return Value::unset();
  }
  if (iterator->remaining != 0) --iterator->remaining;
  return element;
}

// The end of an iteration that script code announces by an exception.
bool clear_end(Thread& thread, bool by_index_error) {
  const ExceptionTypes& types = thread.isolate.exceptions;
  return clear_pending_if(thread, types.stop_iteration) ||
         (by_index_error && clear_pending_if(thread, types.index_error));
}

Value sequence_iterator_next(Thread& thread, SequenceIterator* iterator) {
  if (iterator->sequence.is_unset()) return Value::unset();
  const Value element = get_item(thread, iterator->sequence, Value::small_int(iterator->index));
  if (element) {
    ++iterator->index;
    return element;
  }
  if (!clear_end(thread, true)) return {};
  iterator->sequence = Value::unset();
  return Value::unset();
}

Value callable_iterator_next(Thread& thread, CallableIterator* iterator) {
  if (iterator->callable.is_unset()) return Value::unset();
  const Value element = call(thread, iterator->callable, std::span<const Value>());
  if (!element) {
    if (!clear_end(thread, false)) return {};
  } else {
    // The call may have used the iterator up.
    if (iterator->callable.is_unset()) return Value::unset();
    const Truth ended = equal(thread, iterator->sentinel, element);
    if (ended == Truth::Error) return {};
    if (ended == Truth::False) return element;
  }
  iterator->callable = Value::unset();
  iterator->sentinel = Value::unset();
  return Value::unset();
}

// A StopIteration that a called function raised is the end, too.
Value or_end(Thread& thread, Value element) {
  return element || !clear_end(thread, false) ? element : Value::unset();
}

}  // namespace

Value dict_items_next(Thread& thread, DictIterator* iterator, Value& key) {
  bool failed = false;
  const DictEntry* entry = next_entry(thread, iterator, failed);
  if (entry == nullptr) return failed ? Value::error() : Value::unset();
  key = entry->key;
  return entry->value;
}

Value iterator_next(Thread& thread, Value iterator) {
  switch (static_cast<Kind>(iterator.as_cell()->kind_byte())) {
    case Kind::ListIterator:
      return list_iterator_next(iterator.as<ListIterator>());
    case Kind::ListReverseIterator:
      return list_reverse_iterator_next(iterator.as<ListIterator>());
    case Kind::TupleIterator:
      return tuple_iterator_next(iterator.as<TupleIterator>());
    case Kind::StrIterator:
      return str_iterator_next(thread, iterator.as<StrIterator>());
    case Kind::BytesIterator:
      return bytes_iterator_next(iterator.as<BytesIterator>());
    case Kind::RangeIterator:
      return range_iterator_next(iterator.as<RangeIterator>());
    case Kind::LongRangeIterator:
      return long_range_iterator_next(thread, iterator.as<LongRangeIterator>());
    case Kind::DictIterator:
      return dict_iterator_next(thread, iterator.as<DictIterator>());
    case Kind::SetIterator:
      return set_iterator_next(thread, iterator.as<SetIterator>());
    default:
      break;
  }
  // The others ask further iterators or run script code: they nest as deeply as a script likes.
  if (!thread.check_native_stack()) return {};
  switch (static_cast<Kind>(iterator.as_cell()->kind_byte())) {
    case Kind::SequenceIterator:
      return sequence_iterator_next(thread, iterator.as<SequenceIterator>());
    case Kind::CallableIterator:
      return callable_iterator_next(thread, iterator.as<CallableIterator>());
    case Kind::Enumerate:
      return enumerate_next(thread, iterator.as<Enumerate>());
    case Kind::Reversed:
      return reversed_next(thread, iterator.as<Reversed>());
    case Kind::Zip:
      return zip_next(thread, iterator.as<Zip>());
    case Kind::Map:
      return or_end(thread, map_next(thread, iterator.as<Map>()));
    case Kind::Filter:
      return or_end(thread, filter_next(thread, iterator.as<Filter>()));
    case Kind::NativeIterator:
      return iterator.as<NativeIterator>()->step(thread, iterator.as<NativeIterator>());
    default:
      break;
  }
  // The others have no quick way.
  return or_end(thread, call_special(thread, iterator, Special::Next, {}));
}

Value interruptible_next(Thread& thread, Value iterator) {
  if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) [[unlikely]] {
    return Value::error();
  }
  return iterator_next(thread, iterator);
}

Value or_stop_iteration(Thread& thread, Value value) {
  return value.is_unset() ? raise_stop_iteration(thread, Value::none()) : value;
}

Value reduce_to_iter(Thread& thread, Value argument, Value state) {
  Str* name = intern(thread, "iter");
  if (name == nullptr) return {};
  const Value iter = dict_get_str(thread.isolate.builtins, name);
  if (iter.is_unset()) return raise_name_error(thread, name, "name 'iter' is not defined");
  const Value inner[] = {argument};
  Tuple* arguments = make_tuple(thread, inner);
  if (arguments == nullptr) return {};
  const Value parts[] = {iter, Value::cell(arguments), state};
  return or_error(make_tuple(thread, std::span<const Value>(parts, state.is_unset() ? 2 : 3)));
}

// --- Makers -------------------------------------------------------------------------------------

Value make_list_iterator(Thread& thread, List* list) {
  auto* iterator = make_object<ListIterator>(thread, thread.isolate.types.list_iterator);
  if (iterator == nullptr) return {};
  iterator->list = list;
  iterator->index = 0;
  return Value::cell(iterator);
}

Value make_reversed_list_iterator(Thread& thread, List* list) {
  auto* iterator = make_object<ListIterator>(thread, thread.isolate.types.list_reverse_iterator);
  if (iterator == nullptr) return {};
  iterator->list = list;
  iterator->index = list->count;
  return Value::cell(iterator);
}

Value make_tuple_iterator(Thread& thread, Tuple* tuple) {
  auto* iterator = make_object<TupleIterator>(thread, thread.isolate.types.tuple_iterator);
  if (iterator == nullptr) return {};
  iterator->tuple = tuple;
  iterator->index = 0;
  return Value::cell(iterator);
}

Value make_dict_iterator(Thread& thread, Dict* dict, DictPart part, bool backwards) {
  const BuiltinTypes& types = thread.isolate.types;
  Type* const forward_types[] = {types.dict_key_iterator, types.dict_value_iterator,
                                 types.dict_item_iterator};
  Type* const backward_types[] = {types.dict_reverse_key_iterator,
                                  types.dict_reverse_value_iterator,
                                  types.dict_reverse_item_iterator};
  const auto which = static_cast<size_t>(part);
  auto* iterator =
      make_object<DictIterator>(thread, backwards ? backward_types[which] : forward_types[which]);
  if (iterator == nullptr) return {};
  iterator->dict = dict;
  iterator->position = backwards && dict->table != nullptr ? dict->table->entry_count : 0;
  iterator->expected_count = dict->count;
  iterator->remaining = dict->count;
  iterator->part = part;
  iterator->backwards = backwards;
  return Value::cell(iterator);
}

Value make_set_iterator(Thread& thread, Set* set) {
  auto* iterator = make_object<SetIterator>(thread, thread.isolate.types.set_iterator);
  if (iterator == nullptr) return {};
  iterator->set = set;
  iterator->position = 0;
  iterator->expected_count = set->count;
  iterator->remaining = set->count;
  return Value::cell(iterator);
}

Value make_sequence_iterator(Thread& thread, Value sequence) {
  auto* iterator = make_object<SequenceIterator>(thread, thread.isolate.types.sequence_iterator);
  if (iterator == nullptr) return {};
  iterator->sequence = sequence;
  iterator->index = 0;
  return Value::cell(iterator);
}

Value make_callable_iterator(Thread& thread, Value callable, Value sentinel) {
  auto* iterator = make_object<CallableIterator>(thread, thread.isolate.types.callable_iterator);
  if (iterator == nullptr) return {};
  iterator->callable = callable;
  iterator->sentinel = sentinel;
  return Value::cell(iterator);
}

// --- The types ----------------------------------------------------------------------------------

namespace {

template <class T>
T* self_of(Arguments arguments) {
  return arguments[0].as<T>();
}

Value iterator_iter(Thread&, Arguments arguments) { return arguments[0]; }

Value iterator_next_method(Thread& thread, Arguments arguments) {
  return or_stop_iteration(thread, iterator_next(thread, arguments[0]));
}

Value to_hint(uint64_t count) { return Value::small_int(static_cast<int64_t>(count)); }

// A new empty list or tuple for __reduce__ of an iterator that has ended.
Value reduce_exhausted(Thread& thread, bool to_list) {
  if (!to_list) return reduce_to_iter(thread, Value::cell(thread.isolate.empty_tuple));
  List* list = make_list(thread);
  return list == nullptr ? Value() : reduce_to_iter(thread, Value::cell(list));
}

// The argument of __setstate__: an index, clamped to [0, count].
std::optional<uint64_t> to_state(Thread& thread, Value value, uint64_t count) {
  const std::optional<int64_t> index = to_size_argument(thread, value);
  if (!index) return std::nullopt;
  if (*index < 0) return 0;
  return static_cast<uint64_t>(*index) < count ? static_cast<uint64_t>(*index) : count;
}

Value list_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = self_of<ListIterator>(arguments);
  if (iterator->list == nullptr || iterator->index > iterator->list->count) return to_hint(0);
  return to_hint(iterator->list->count - iterator->index);
}

Value list_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = self_of<ListIterator>(arguments);
  if (iterator->list == nullptr) return reduce_exhausted(thread, true);
  return reduce_to_iter(thread, Value::cell(iterator->list), to_hint(iterator->index));
}

Value list_iterator_setstate(Thread& thread, Arguments arguments) {
  auto* iterator = self_of<ListIterator>(arguments);
  if (iterator->list == nullptr) return Value::none();
  const std::optional<uint64_t> index = to_state(thread, arguments[1], iterator->list->count);
  if (!index) return {};
  iterator->index = *index;
  return Value::none();
}

Value list_reverse_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = self_of<ListIterator>(arguments);
  if (iterator->list == nullptr || iterator->index > iterator->list->count) return to_hint(0);
  return to_hint(iterator->index);
}

// reversed of the elements that are left.
Value list_reverse_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = self_of<ListIterator>(arguments);
  if (iterator->list == nullptr) return reduce_exhausted(thread, true);
  const Value inner[] = {Value::cell(iterator->list)};
  Tuple* constructor_arguments = make_tuple(thread, inner);
  if (constructor_arguments == nullptr) return {};
  const Value parts[] = {Value::cell(thread.isolate.types.reversed),
                         Value::cell(constructor_arguments),
                         Value::small_int(static_cast<int64_t>(iterator->index) - 1)};
  return or_error(make_tuple(thread, parts));
}

Value list_reverse_iterator_setstate(Thread& thread, Arguments arguments) {
  auto* iterator = self_of<ListIterator>(arguments);
  const std::optional<int64_t> index = to_size_argument(thread, arguments[1]);
  if (!index) return {};
  if (iterator->list == nullptr) return Value::none();
  const auto last = static_cast<int64_t>(iterator->list->count) - 1;
  iterator->index = static_cast<uint64_t>((*index < -1 ? -1 : *index > last ? last : *index) + 1);
  return Value::none();
}

Value tuple_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = self_of<TupleIterator>(arguments);
  return to_hint(iterator->tuple == nullptr ? 0 : iterator->tuple->count - iterator->index);
}

Value tuple_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = self_of<TupleIterator>(arguments);
  if (iterator->tuple == nullptr) return reduce_exhausted(thread, false);
  return reduce_to_iter(thread, Value::cell(iterator->tuple), to_hint(iterator->index));
}

Value tuple_iterator_setstate(Thread& thread, Arguments arguments) {
  auto* iterator = self_of<TupleIterator>(arguments);
  if (iterator->tuple == nullptr) return Value::none();
  const std::optional<uint64_t> index = to_state(thread, arguments[1], iterator->tuple->count);
  if (!index) return {};
  iterator->index = *index;
  return Value::none();
}

Value dict_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = self_of<DictIterator>(arguments);
  const bool valid = iterator->dict != nullptr && iterator->dict->count == iterator->expected_count;
  return to_hint(valid ? iterator->remaining : 0);
}

// What is left, as a list: of a second iterator in the same state, so that this one stays.
template <class T>
Value reduce_to_rest(Thread& thread, Arguments arguments) {
  const T* iterator = self_of<T>(arguments);
  T* second = make_object<T>(thread, iterator->type());
  if (second == nullptr) return {};
  std::memcpy(static_cast<void*>(second), iterator, sizeof(T));
  List* rest = list_from_iterable(thread, Value::cell(second));
  return rest == nullptr ? Value() : reduce_to_iter(thread, Value::cell(rest));
}

Value set_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = self_of<SetIterator>(arguments);
  const bool valid = iterator->set != nullptr && iterator->set->count == iterator->expected_count;
  return to_hint(valid ? iterator->remaining : 0);
}

Value sequence_iterator_length_hint(Thread& thread, Arguments arguments) {
  const auto* iterator = self_of<SequenceIterator>(arguments);
  if (iterator->sequence.is_unset()) return to_hint(0);
  if (find_special(thread, iterator->sequence, Special::Length).is_unset()) {
    return Value::not_implemented();
  }
  const std::optional<uint64_t> count = length(thread, iterator->sequence);
  if (!count) return {};
  const auto used = static_cast<uint64_t>(iterator->index);
  return to_hint(*count > used ? *count - used : 0);
}

Value sequence_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = self_of<SequenceIterator>(arguments);
  if (iterator->sequence.is_unset()) return reduce_exhausted(thread, false);
  return reduce_to_iter(thread, iterator->sequence, Value::small_int(iterator->index));
}

Value sequence_iterator_setstate(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> index = to_size_argument(thread, arguments[1]);
  if (!index) return {};
  auto* iterator = self_of<SequenceIterator>(arguments);
  if (!iterator->sequence.is_unset()) iterator->index = *index < 0 ? 0 : *index;
  return Value::none();
}

Value callable_iterator_reduce(Thread& thread, Arguments arguments) {
  const auto* iterator = self_of<CallableIterator>(arguments);
  if (iterator->callable.is_unset()) return reduce_exhausted(thread, false);
  const Value exhausted = reduce_exhausted(thread, false);
  if (!exhausted) return {};
  const Value inner[] = {iterator->callable, iterator->sentinel};
  Tuple* constructor_arguments = make_tuple(thread, inner);
  if (constructor_arguments == nullptr) return {};
  const Value parts[] = {exhausted.as<Tuple>()->values[0], Value::cell(constructor_arguments)};
  return or_error(make_tuple(thread, parts));
}

constexpr NativeMethod Iter = {"__iter__", "(self, /)", "Implement iter(self).", iterator_iter};
constexpr NativeMethod Next = {"__next__", "(self, /)", "Implement next(self).",
                               iterator_next_method};
constexpr NativeMethod hint(NativeCode code) {
  return {"__length_hint__", "(self, /)", "Return how many elements are left.", code};
}
constexpr NativeMethod reduce(NativeCode code) {
  return {"__reduce__", "(self, /)", "What pickling needs to make the iterator again.", code};
}
constexpr NativeMethod setstate(NativeCode code) {
  return {"__setstate__", "(self, state, /)", "Go to a position, as unpickling does.", code};
}

constexpr NativeMethod ListIteratorMethods[] = {Iter, Next, hint(list_iterator_length_hint),
                                                reduce(list_iterator_reduce),
                                                setstate(list_iterator_setstate)};
constexpr NativeMethod ListReverseIteratorMethods[] = {
    Iter, Next, hint(list_reverse_iterator_length_hint), reduce(list_reverse_iterator_reduce),
    setstate(list_reverse_iterator_setstate)};
constexpr NativeMethod TupleIteratorMethods[] = {Iter, Next, hint(tuple_iterator_length_hint),
                                                 reduce(tuple_iterator_reduce),
                                                 setstate(tuple_iterator_setstate)};
constexpr NativeMethod DictIteratorMethods[] = {Iter, Next, hint(dict_iterator_length_hint),
                                                reduce(reduce_to_rest<DictIterator>)};
constexpr NativeMethod SetIteratorMethods[] = {Iter, Next, hint(set_iterator_length_hint),
                                               reduce(reduce_to_rest<SetIterator>)};
constexpr NativeMethod SequenceIteratorMethods[] = {Iter, Next, hint(sequence_iterator_length_hint),
                                                    reduce(sequence_iterator_reduce),
                                                    setstate(sequence_iterator_setstate)};
constexpr NativeMethod CallableIteratorMethods[] = {Iter, Next, reduce(callable_iterator_reduce)};

// Iterators are not made by calling their types, nor derived from.
constexpr TypeSpec iterator_spec(std::string_view name, Kind kind, uint32_t size,
                                 std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "builtins",
          .doc = "",
          .instance_kind = kind,
          .instance_size = size,
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}
constexpr TypeSpec dict_iterator_spec(std::string_view name) {
  return iterator_spec(name, Kind::DictIterator, sizeof(DictIterator), DictIteratorMethods);
}

}  // namespace

const TypeSpec list_iterator_type_spec =
    iterator_spec("list_iterator", Kind::ListIterator, sizeof(ListIterator), ListIteratorMethods);
const TypeSpec list_reverse_iterator_type_spec =
    iterator_spec("list_reverseiterator", Kind::ListReverseIterator, sizeof(ListIterator),
                  ListReverseIteratorMethods);
const TypeSpec tuple_iterator_type_spec = iterator_spec(
    "tuple_iterator", Kind::TupleIterator, sizeof(TupleIterator), TupleIteratorMethods);
const TypeSpec dict_key_iterator_type_spec = dict_iterator_spec("dict_keyiterator");
const TypeSpec dict_value_iterator_type_spec = dict_iterator_spec("dict_valueiterator");
const TypeSpec dict_item_iterator_type_spec = dict_iterator_spec("dict_itemiterator");
const TypeSpec dict_reverse_key_iterator_type_spec = dict_iterator_spec("dict_reversekeyiterator");
const TypeSpec dict_reverse_value_iterator_type_spec =
    dict_iterator_spec("dict_reversevalueiterator");
const TypeSpec dict_reverse_item_iterator_type_spec =
    dict_iterator_spec("dict_reverseitemiterator");
const TypeSpec set_iterator_type_spec =
    iterator_spec("set_iterator", Kind::SetIterator, sizeof(SetIterator), SetIteratorMethods);
const TypeSpec sequence_iterator_type_spec = iterator_spec(
    "iterator", Kind::SequenceIterator, sizeof(SequenceIterator), SequenceIteratorMethods);
const TypeSpec callable_iterator_type_spec = iterator_spec(
    "callable_iterator", Kind::CallableIterator, sizeof(CallableIterator), CallableIteratorMethods);

}  // namespace weft

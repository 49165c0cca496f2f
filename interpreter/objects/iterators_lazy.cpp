// enumerate, reversed, zip, map and filter: iterators that compute their elements from those of
// others. All may be derived from, so nothing here relies on the exact type.

#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

// The `cls` of a __new__, checked; null with TypeError pending.
Type* class_argument(Thread& thread, Arguments arguments, Type* base) {
  return check_new_class(thread, arguments[0], base);
}

// Iterators over each of the values; null with an exception pending.
Tuple* make_iterators(Thread& thread, std::span<const Value> iterables) {
  Tuple* iterators = make_tuple(thread, iterables.size());
  if (iterators == nullptr) return nullptr;
  for (size_t i = 0; i < iterables.size(); ++i) {
    const Value iterator = get_iterator(thread, iterables[i]);
    if (!iterator) return nullptr;
    store(iterators, iterators->values[i], iterator);
  }
  return iterators;
}

Value make_reduced(Thread& thread, Object* self, std::span<const Value> constructor_arguments) {
  Tuple* inner = make_tuple(thread, constructor_arguments);
  if (inner == nullptr) return {};
  const Value parts[] = {Value::cell(self->type()), Value::cell(inner)};
  return or_error(make_tuple(thread, parts));
}

}  // namespace

// --- enumerate ----------------------------------------------------------------------------------

Value enumerate_next(Thread& thread, Enumerate* enumerate, Value& index) {
  const Value element = next(thread, enumerate->iterator);
  if (!element || element.is_unset()) return element;
  index = enumerate->index;
  const Value following =
      index.is_small_int() && index.as_small_int() < Value::SmallIntMax
          ? Value::small_int(index.as_small_int() + 1)
          : number_binary(thread, BinaryOperator::Add, index, Value::small_int(1));
  if (!following) return {};
  store(enumerate, enumerate->index, following);
  return element;
}

Value enumerate_next(Thread& thread, Enumerate* enumerate) {
  Value index;
  const Value element = enumerate_next(thread, enumerate, index);
  if (!element || element.is_unset()) return element;
  const Value parts[] = {index, element};
  return or_error(make_tuple(thread, parts));
}

namespace {

Value enumerate_new(Thread& thread, Arguments arguments) {
  Type* type = class_argument(thread, arguments, thread.isolate.types.enumerate);
  if (type == nullptr) return {};
  if (arguments[1].is_unset()) {
    return raise_type_error(thread, "enumerate() missing required argument 'iterable'");
  }
  const Value start = to_index_value(thread, arguments[2]);
  if (!start) return {};
  const Value iterator = get_iterator(thread, arguments[1]);
  if (!iterator) return {};
  Enumerate* enumerate = new_instance<Enumerate>(thread, type);
  if (enumerate == nullptr) return {};
  enumerate->iterator = iterator;
  enumerate->index = start;
  return Value::cell(enumerate);
}

Value enumerate_reduce(Thread& thread, Arguments arguments) {
  auto* enumerate = arguments[0].as<Enumerate>();
  const Value parts[] = {enumerate->iterator, enumerate->index};
  return make_reduced(thread, enumerate, parts);
}

Value enumerate_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

}  // namespace

// --- reversed -----------------------------------------------------------------------------------

Value reversed_next(Thread& thread, Reversed* reversed) {
  if (reversed->index < 0) return Value::unset();
  const Value element = get_item(thread, reversed->sequence, Value::small_int(reversed->index));
  if (element) {
    --reversed->index;
    return element;
  }
  const ExceptionTypes& types = thread.isolate.exceptions;
  if (!clear_pending_if(thread, types.index_error) &&
      !clear_pending_if(thread, types.stop_iteration)) {
    return {};
  }
  reversed->index = -1;
  reversed->sequence = Value::unset();
  return Value::unset();
}

namespace {

Value make_reversed_as(Thread& thread, Type* type, Value object) {
  const Value special = find_special(thread, object, Special::Reversed);
  if (!special.is_unset() && !special.is_none()) {
    return call_special(thread, object, Special::Reversed, {});
  }
  if (special.is_none() || is_dict(object) ||
      find_special(thread, object, Special::GetItem).is_unset()) {
    return raise_type_error(thread,
                            text("'", type_name(thread, object), "' object is not reversible"));
  }
  const std::optional<uint64_t> count = length(thread, object);
  if (!count) return {};
  Reversed* reversed = new_instance<Reversed>(thread, type);
  if (reversed == nullptr) return {};
  reversed->sequence = object;
  reversed->index = static_cast<int64_t>(*count) - 1;
  return Value::cell(reversed);
}

Value reversed_new(Thread& thread, Arguments arguments) {
  Type* type = class_argument(thread, arguments, thread.isolate.types.reversed);
  return type == nullptr ? Value() : make_reversed_as(thread, type, arguments[1]);
}

Value reversed_length_hint(Thread& thread, Arguments arguments) {
  const auto* reversed = arguments[0].as<Reversed>();
  if (reversed->index < 0) return Value::small_int(0);
  const std::optional<uint64_t> count = length(thread, reversed->sequence);
  if (!count) return {};
  const int64_t left = reversed->index + 1;
  return Value::small_int(static_cast<int64_t>(*count) < left ? 0 : left);
}

Value reversed_reduce(Thread& thread, Arguments arguments) {
  auto* reversed = arguments[0].as<Reversed>();
  if (reversed->index < 0) {
    const Value empty[] = {Value::cell(thread.isolate.empty_tuple)};
    return make_reduced(thread, reversed, empty);
  }
  const Value inner[] = {reversed->sequence};
  Tuple* constructor_arguments = make_tuple(thread, inner);
  if (constructor_arguments == nullptr) return {};
  const Value parts[] = {Value::cell(reversed->type()), Value::cell(constructor_arguments),
                         Value::small_int(reversed->index)};
  return or_error(make_tuple(thread, parts));
}

Value reversed_setstate(Thread& thread, Arguments arguments) {
  auto* reversed = arguments[0].as<Reversed>();
  const std::optional<int64_t> index = to_size_argument(thread, arguments[1]);
  if (!index) return {};
  if (reversed->sequence.is_unset()) return Value::none();
  const std::optional<uint64_t> count = length(thread, reversed->sequence);
  if (!count) return {};
  const auto last = static_cast<int64_t>(*count) - 1;
  reversed->index = *index < -1 ? -1 : *index > last ? last : *index;
  return Value::none();
}

}  // namespace

Value make_reversed(Thread& thread, Value object) {
  return make_reversed_as(thread, thread.isolate.types.reversed, object);
}

// --- zip ----------------------------------------------------------------------------------------

namespace {

// "1" or "s 1-3", after "argument": the first `count` ones.
std::string first_arguments(uint64_t count) { return count == 1 ? " 1" : text("s 1-", count); }

// Iterator `index` of a strict zip has ended and those before it have not (or it is the first): an
// error unless all end here.
Value check_all_ended(Thread& thread, const Zip* zip, uint64_t index) {
  if (index != 0) {
    return raise_value_error(thread, text("zip() argument ", index + 1, " is shorter than argument",
                                          first_arguments(index)));
  }
  for (uint64_t i = 1; i < zip->iterators->count; ++i) {
    const Value element = next(thread, zip->iterators->values[i]);
    if (!element) return {};
    if (!element.is_unset()) {
      return raise_value_error(
          thread, text("zip() argument ", i + 1, " is longer than argument", first_arguments(i)));
    }
  }
  return Value::unset();
}

}  // namespace

Value zip_next(Thread& thread, Zip* zip) {
  const uint64_t count = zip->iterators->count;
  if (count == 0) return Value::unset();
  Tuple* elements = make_tuple(thread, count);
  if (elements == nullptr) return {};
  for (uint64_t i = 0; i < count; ++i) {
    const Value element = next(thread, zip->iterators->values[i]);
    if (!element) return {};
    if (element.is_unset()) return zip->strict ? check_all_ended(thread, zip, i) : element;
    store(elements, elements->values[i], element);
  }
  return Value::cell(elements);
}

namespace {

Value zip_new(Thread& thread, Arguments arguments) {
  Type* type = class_argument(thread, arguments, thread.isolate.types.zip);
  if (type == nullptr) return {};
  const Truth strict = truth(thread, arguments[2]);
  if (strict == Truth::Error) return {};
  Tuple* iterators = make_iterators(thread, arguments[1].as<Tuple>()->view());
  if (iterators == nullptr) return {};
  Zip* zip = new_instance<Zip>(thread, type);
  if (zip == nullptr) return {};
  zip->iterators = iterators;
  zip->strict = strict == Truth::True;
  return Value::cell(zip);
}

Value zip_reduce(Thread& thread, Arguments arguments) {
  auto* zip = arguments[0].as<Zip>();
  Tuple* iterators = make_tuple(thread, zip->iterators->view());
  if (iterators == nullptr) return {};
  const Value parts[] = {Value::cell(zip->type()), Value::cell(iterators), Value::boolean(true)};
  return or_error(make_tuple(thread, std::span<const Value>(parts, zip->strict ? 3 : 2)));
}

Value zip_setstate(Thread& thread, Arguments arguments) {
  const Truth strict = truth(thread, arguments[1]);
  if (strict == Truth::Error) return {};
  arguments[0].as<Zip>()->strict = strict == Truth::True;
  return Value::none();
}

}  // namespace

// --- map ----------------------------------------------------------------------------------------

Value map_next(Thread& thread, Map* map) {
  constexpr uint64_t FewArguments = 8;
  const uint64_t count = map->iterators->count;
  Value few[FewArguments];
  Value* elements = few;
  if (count > FewArguments) {
    Tuple* many = make_tuple(thread, count);
    if (many == nullptr) return {};
    elements = many->values;
  }
  for (uint64_t i = 0; i < count; ++i) {
    const Value element = next(thread, map->iterators->values[i]);
    if (!element || element.is_unset()) return element;
    elements[i] = element;
  }
  return call(thread, map->function, std::span<const Value>(elements, count));
}

namespace {

Value map_new(Thread& thread, Arguments arguments) {
  Type* type = class_argument(thread, arguments, thread.isolate.types.map);
  if (type == nullptr) return {};
  const Tuple* iterables = arguments[2].as<Tuple>();
  if (iterables->count == 0) {
    return raise_type_error(thread, "map() must have at least two arguments.");
  }
  Tuple* iterators = make_iterators(thread, iterables->view());
  if (iterators == nullptr) return {};
  Map* map = new_instance<Map>(thread, type);
  if (map == nullptr) return {};
  map->function = arguments[1];
  map->iterators = iterators;
  return Value::cell(map);
}

Value map_reduce(Thread& thread, Arguments arguments) {
  auto* map = arguments[0].as<Map>();
  Tuple* parts = make_tuple(thread, map->iterators->count + 1);
  if (parts == nullptr) return {};
  store(parts, parts->values[0], map->function);
  for (uint64_t i = 0; i < map->iterators->count; ++i) {
    store(parts, parts->values[i + 1], map->iterators->values[i]);
  }
  return make_reduced(thread, map, parts->view());
}

}  // namespace

// --- filter -------------------------------------------------------------------------------------

Value filter_next(Thread& thread, Filter* filter) {
  const bool own_truth =
      filter->function.is_none() || filter->function == Value::cell(thread.isolate.types.boolean);
  for (;;) {
    const Value element = next(thread, filter->iterator);
    if (!element || element.is_unset()) return element;
    Value verdict = element;
    if (!own_truth) {
      verdict = call(thread, filter->function, std::span<const Value>(&element, 1));
      if (!verdict) return {};
    }
    const Truth accepted = truth(thread, verdict);
    if (accepted == Truth::Error) return {};
    if (accepted == Truth::True) return element;
  }
}

namespace {

Value filter_new(Thread& thread, Arguments arguments) {
  Type* type = class_argument(thread, arguments, thread.isolate.types.filter);
  if (type == nullptr) return {};
  const Value iterator = get_iterator(thread, arguments[2]);
  if (!iterator) return {};
  Filter* filter = new_instance<Filter>(thread, type);
  if (filter == nullptr) return {};
  filter->function = arguments[1];
  filter->iterator = iterator;
  return Value::cell(filter);
}

Value filter_reduce(Thread& thread, Arguments arguments) {
  auto* filter = arguments[0].as<Filter>();
  const Value parts[] = {filter->function, filter->iterator};
  return make_reduced(thread, filter, parts);
}

// --- The types ----------------------------------------------------------------------------------

Value iterator_iter(Thread&, Arguments arguments) { return arguments[0]; }

Value iterator_next_method(Thread& thread, Arguments arguments) {
  return or_stop_iteration(thread, iterator_next(thread, arguments[0]));
}

// A StopIteration of the called function itself goes through as it is.
Value map_next_method(Thread& thread, Arguments arguments) {
  auto* map = arguments[0].as<Map>();
  if (map->iterators->count != 1) return or_stop_iteration(thread, map_next(thread, map));
  const Value element = next(thread, map->iterators->values[0]);
  if (!element || element.is_unset()) return or_stop_iteration(thread, element);
  return call_last(thread, map->function, {element});
}
Value filter_next_method(Thread& thread, Arguments arguments) {
  return or_stop_iteration(thread, filter_next(thread, arguments[0].as<Filter>()));
}

constexpr NativeMethod Iter = {"__iter__", "(self, /)", "Implement iter(self).", iterator_iter};
constexpr NativeMethod next_method(NativeCode code) {
  return {"__next__", "(self, /)", "Implement next(self).", code};
}
constexpr NativeMethod Next = next_method(iterator_next_method);
constexpr NativeMethod reduce(NativeCode code) {
  return {"__reduce__", "(self, /)", "What pickling needs to make the iterator again.", code};
}
constexpr NativeMethod setstate(NativeCode code) {
  return {"__setstate__", "(self, state, /)", "Take a state, as unpickling does.", code};
}

constexpr NativeMethod EnumerateMethods[] = {
    {"__new__", "(cls, iterable=<unset>, start=0)", "Pairs of a number and an element of iterable.",
     enumerate_new},
    Iter,
    Next,
    {"__class_getitem__", "(cls, item, /)", "The class with a type argument, for annotations.",
     enumerate_class_getitem},
    reduce(enumerate_reduce),
};
constexpr NativeMethod ReversedMethods[] = {
    {"__new__", "(cls, sequence, /)", "The elements of sequence from the last to the first.",
     reversed_new},
    Iter,
    Next,
    {"__length_hint__", "(self, /)", "Return how many elements are left.", reversed_length_hint},
    reduce(reversed_reduce),
    setstate(reversed_setstate),
};
constexpr NativeMethod ZipMethods[] = {
    {"__new__", "(cls, /, *iterables[, strict=False])",
     "Tuples of one element each of the iterables, up to the end of the shortest.", zip_new},
    Iter,
    Next,
    reduce(zip_reduce),
    setstate(zip_setstate),
};
constexpr NativeMethod MapMethods[] = {
    {"__new__", "(cls, function=<unset>, /, *iterables)",
     "What function returns for each element (or for one element each of several iterables).",
     map_new},
    Iter,
    next_method(map_next_method),
    reduce(map_reduce),
};
constexpr NativeMethod FilterMethods[] = {
    {"__new__", "(cls, function, iterable, /)",
     "The elements for which function returns a true value (with None: that are true).",
     filter_new},
    Iter,
    next_method(filter_next_method),
    reduce(filter_reduce),
};

constexpr TypeSpec lazy_spec(std::string_view name, std::string_view doc, Kind kind, uint32_t size,
                             std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "builtins",
          .doc = doc,
          .instance_kind = kind,
          .instance_size = size,
          .is_base_type = true,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}

}  // namespace

const TypeSpec enumerate_type_spec =
    lazy_spec("enumerate", "An iterator that numbers the elements of another.", Kind::Enumerate,
              sizeof(Enumerate), EnumerateMethods);
const TypeSpec reversed_type_spec =
    lazy_spec("reversed", "An iterator that goes through a sequence backwards.", Kind::Reversed,
              sizeof(Reversed), ReversedMethods);
const TypeSpec zip_type_spec =
    lazy_spec("zip", "An iterator that goes through several iterables at once.", Kind::Zip,
              sizeof(Zip), ZipMethods);
const TypeSpec map_type_spec =
    lazy_spec("map", "An iterator over what a function makes of elements.", Kind::Map, sizeof(Map),
              MapMethods);
const TypeSpec filter_type_spec =
    lazy_spec("filter", "An iterator over those elements a function accepts.", Kind::Filter,
              sizeof(Filter), FilterMethods);

}  // namespace weft

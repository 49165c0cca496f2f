// Containers and iteration.
#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_iterator.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

// X[item] for a class X whose metaclass has no __getitem__.
Value get_class_item(Thread& thread, Type* type, Value item) {
  if (type == thread.isolate.types.type) return make_generic_alias(thread, Value::cell(type), item);
  Str* name = thread.isolate.names.special_name(Special::ClassGetItem);
  const Value method = find_type_attribute(thread, type, name);
  if (!method) return method;
  if (!method.is_unset() && !method.is_none()) return call(thread, method, {item});
  return raise_type_error(thread, text("type '", type->name->view(), "' is not subscriptable"));
}

Truth contains_by_iteration(Thread& thread, Value container, Value item) {
  const Type* type = class_of(thread, container);
  if (special_of(type, Special::Iter).is_unset() && special_of(type, Special::GetItem).is_unset()) {
    raise_type_error(thread,
                     text("argument of type '", type_name(thread, container), "' is not iterable"));
    return Truth::Error;
  }
  const Value iterator = get_iterator(thread, container);
  if (!iterator) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error))
      raise_type_error(
          thread, text("argument of type '", type_name(thread, container), "' is not iterable"));
    return Truth::Error;
  }
  for (;;) {
    const Value value = next(thread, iterator);
    if (!value) return Truth::Error;
    if (value.is_unset()) return Truth::False;
    const Truth same = equal(thread, value, item);
    if (same != Truth::False) return same;
  }
}

// The number a __len__ or __length_hint__ gave; nullopt with an exception pending.
std::optional<uint64_t> checked_length(Thread& thread, Value answer, std::string_view method) {
  const Value number = to_index_value(thread, answer);
  if (!number) return std::nullopt;
  const bool is_negative = is_kind(number, Kind::Int)
                               ? number.as<Int>()->sign_and_count < 0
                               : number.is_small_int() && number.as_small_int() < 0;
  if (!is_negative) {
    const auto count = to_index(thread, number);
    return count ? std::optional<uint64_t>(*count) : std::nullopt;
  }
  raise_value_error(thread, text(method, "() should return >= 0"));
  return std::nullopt;
}

void raise_no_item_deletion(Thread& thread, Value object, Value key) {
  const Type* type = class_of(thread, object);
  if (!special_of(type, Special::SetItem).is_unset()) {
    raise(thread, thread.isolate.exceptions.attribute_error, "__delitem__");
    return;
  }
  // The words differ for what is a sequence to CPython's C interface, as all script objects are.
  const bool is_sequence = type->is_heap_type || !special_of(type, Special::Length).is_unset() ||
                           !special_of(type, Special::Contains).is_unset();
  const bool is_index = !find_special(thread, key, Special::Index).is_unset();
  raise_type_error(
      thread, text("'", type->name->view(), "' object ",
                   is_sequence && is_index ? "doesn't" : "does not", " support item deletion"));
}

}  // namespace

std::optional<uint64_t> length(Thread& thread, Value object) {
  if (is_exactly(object, Kind::List)) return object.as<List>()->count;
  if (is_exactly(object, Kind::Tuple)) return object.as<Tuple>()->count;
  if (is_exactly(object, Kind::Dict)) return object.as<Dict>()->count;
  if (is_exactly(object, Kind::Str)) return as_str(object)->char_count;
  const Value method = find_special(thread, object, Special::Length);
  if (method.is_unset()) {
    raise_type_error(thread, text("object of type '", type_name(thread, object), "' has no len()"));
    return std::nullopt;
  }
  const Value answer = call_raw(thread, method, object, {}, nullptr);
  if (!answer) return std::nullopt;
  return checked_length(thread, answer, "__len__");
}

Value get_item(Thread& thread, Value object, Value key) {
  if (is_exactly(object, Kind::List)) return list_get_item(thread, object.as<List>(), key);
  if (is_exactly(object, Kind::Dict)) return dict_get_item(thread, object.as<Dict>(), key);
  if (is_exactly(object, Kind::Tuple)) return tuple_get_item(thread, object.as<Tuple>(), key);
  const Value method = find_special(thread, object, Special::GetItem);
  if (!method.is_unset()) return call_raw(thread, method, object, {&key, 1}, nullptr);
  if (is_type(object)) return get_class_item(thread, as_type(object), key);
  return raise_type_error(thread,
                          text("'", type_name(thread, object), "' object is not subscriptable"));
}

bool set_item(Thread& thread, Value object, Value key, Value value) {
  if (is_exactly(object, Kind::List)) return list_set_item(thread, object.as<List>(), key, value);
  if (is_exactly(object, Kind::Dict)) return dict_set(thread, object.as<Dict>(), key, value);
  const Value method = find_special(thread, object, Special::SetItem);
  if (method.is_unset()) {
    if (!find_special(thread, object, Special::DelItem).is_unset()) {
      raise(thread, thread.isolate.exceptions.attribute_error, "__setitem__");
      return false;
    }
    raise_type_error(
        thread, text("'", type_name(thread, object), "' object does not support item assignment"));
    return false;
  }
  const Value values[] = {key, value};
  return static_cast<bool>(call_raw(thread, method, object, values, nullptr));
}

bool delete_item(Thread& thread, Value object, Value key) {
  if (is_exactly(object, Kind::Dict)) return dict_delete_item(thread, object.as<Dict>(), key);
  const Value method = find_special(thread, object, Special::DelItem);
  if (method.is_unset()) {
    raise_no_item_deletion(thread, object, key);
    return false;
  }
  return static_cast<bool>(call_raw(thread, method, object, {&key, 1}, nullptr));
}

Truth contains(Thread& thread, Value container, Value item) {
  if (container.is_cell() && (container.as_cell()->flags_byte() & ExactFlag) != 0) {
    switch (container.as<Object>()->kind()) {
      case Kind::Dict:
        return dict_contains(thread, container.as<Dict>(), item);
      case Kind::Set:
      case Kind::FrozenSet:
        return set_contains(thread, container.as<Set>(), item);
      case Kind::Str:
        if (!is_str(item)) break;
        return to_truth(str_contains(container.as<Str>(), item.as<Str>()));
      case Kind::List:
        return sequence_contains(thread, container.as<List>(), item);
      case Kind::Tuple:
        return sequence_contains(thread, container.as<Tuple>(), item);
      default:
        break;
    }
  }
  const Value method = find_special(thread, container, Special::Contains);
  if (method.is_unset()) return contains_by_iteration(thread, container, item);
  if (method.is_none()) {
    raise_type_error(thread,
                     text("'", type_name(thread, container), "' object is not a container"));
    return Truth::Error;
  }
  const Value answer = call_raw(thread, method, container, {&item, 1}, nullptr);
  return answer ? truth(thread, answer) : Truth::Error;
}

namespace {

// iter() of the exact built-in types that have a quick one; unset for all others.
Value get_builtin_iterator(Thread& thread, Value iterable) {
  if (!iterable.is_cell() || (iterable.as_cell()->flags_byte() & ExactFlag) == 0)
    return is_kind(iterable, Kind::Generator) ? iterable : Value::unset();
  switch (iterable.as<Object>()->kind()) {
    case Kind::List:
      return make_list_iterator(thread, iterable.as<List>());
    case Kind::Tuple:
      return make_tuple_iterator(thread, iterable.as<Tuple>());
    case Kind::Dict:
      return make_dict_iterator(thread, iterable.as<Dict>(), DictPart::Keys);
    case Kind::DictKeys:
      return make_dict_iterator(thread, iterable.as<DictView>()->dict, DictPart::Keys);
    case Kind::DictValues:
      return make_dict_iterator(thread, iterable.as<DictView>()->dict, DictPart::Values);
    case Kind::DictItems:
      return make_dict_iterator(thread, iterable.as<DictView>()->dict, DictPart::Items);
    case Kind::Set:
    case Kind::FrozenSet:
      return make_set_iterator(thread, iterable.as<Set>());
    case Kind::Str:
      return make_str_iterator(thread, iterable.as<Str>());
    case Kind::Bytes:
      return make_bytes_iterator(thread, iterable.as<Object>());
    case Kind::Generator:
      return iterable;
    default:
      return is_plain_iterator(iterable) ? iterable : Value::unset();
  }
}

}  // namespace

Value get_iterator(Thread& thread, Value iterable) {
  const Value plain = get_builtin_iterator(thread, iterable);
  if (!plain.is_unset()) return plain;
  const Type* type = class_of(thread, iterable);
  const Value method = special_of(type, Special::Iter);
  if (method.is_unset() && !special_of(type, Special::GetItem).is_unset())
    return make_sequence_iterator(thread, iterable);
  if (method.is_unset() || method.is_none())
    return raise_type_error(thread, text("'", type->name->view(), "' object is not iterable"));
  const Value iterator = call_raw(thread, method, iterable, {}, nullptr);
  if (!iterator) return iterator;
  if (find_special(thread, iterator, Special::Next).is_unset())
    return raise_type_error(
        thread, text("iter() returned non-iterator of type '", type_name(thread, iterator), "'"));
  return iterator;
}

Value next(Thread& thread, Value iterator) {
  if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) [[unlikely]]
    return Value::error();
  if (iterator.is_cell()) {
    if (is_plain_iterator(iterator)) return iterator_next(thread, iterator);
    auto* object = iterator.as<Object>();
    if (object->kind() == Kind::Generator) {
      auto* generator = static_cast<Generator*>(object);
      if (generator->state == GeneratorState::Finished) return Value::unset();
      if (generator->state != GeneratorState::Running) {
        const Value value =
            thread.isolate.machine.resume_generator(thread, generator, Value::none(), nullptr);
        return !value || generator->yielded ? value : Value::unset();
      }
    }
  }
  const Value method = find_special(thread, iterator, Special::Next);
  if (method.is_unset())
    return raise_type_error(thread,
                            text("'", type_name(thread, iterator), "' object is not an iterator"));
  const Value value = call_raw(thread, method, iterator, {}, nullptr);
  if (!value && clear_pending_if(thread, thread.isolate.exceptions.stop_iteration))
    return Value::unset();
  return value;
}

std::optional<uint64_t> length_hint(Thread& thread, Value iterable, uint64_t fallback) {
  if (!find_special(thread, iterable, Special::Length).is_unset()) {
    const auto count = length(thread, iterable);
    if (count) return count;
    if (!clear_pending_if(thread, thread.isolate.exceptions.type_error)) return std::nullopt;
  }
  const Value method = find_special(thread, iterable, Special::LengthHint);
  if (method.is_unset()) return fallback;
  const Value answer = call_raw(thread, method, iterable, {}, nullptr);
  if (!answer) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error)) return fallback;
    return std::nullopt;
  }
  if (answer.is_not_implemented()) return fallback;
  if (!is_int(answer)) {
    raise_type_error(thread,
                     text("__length_hint__ must be an integer, not ", type_name(thread, answer)));
    return std::nullopt;
  }
  return checked_length(thread, answer, "__length_hint__");
}

}  // namespace weft

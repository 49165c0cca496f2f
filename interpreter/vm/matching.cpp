// Pattern matching: what a subject is and what its parts are.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

// Whether a script class declares itself a sequence or mapping for patterns, as registration with
// the abstract base classes does: by an attribute its MRO inherits.
bool inherits_marker(Thread& thread, Value value, std::string_view marker) {
  Str* name = intern(thread, marker);
  if (name == nullptr) {
    thread.pending = nullptr;
    return false;
  }
  return type_lookup(thread, type_of(thread, value), name).is_true();
}

}  // namespace

bool match_sequence(Thread& thread, Value value) {
  if (!value.is_cell()) return false;
  switch (value.as<Object>()->kind()) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Range:
    case Kind::MemoryView:
      return true;
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
      return false;
    default:
      return inherits_marker(thread, value, "__match_sequence__");
  }
}

bool match_mapping(Thread& thread, Value value) {
  if (!value.is_cell()) return false;
  switch (value.as<Object>()->kind()) {
    case Kind::Dict:
    case Kind::MappingProxy:
      return true;
    default:
      return inherits_marker(thread, value, "__match_mapping__");
  }
}

Value match_keys(Thread& thread, Value subject, Value keys) {
  const std::span<const Value> wanted = keys.as<Tuple>()->view();
  Set* seen = make_set(thread);
  Tuple* values = make_tuple(thread, wanted.size());
  if (seen == nullptr || values == nullptr) return Value::error();
  const Value getter =
      wanted.empty() ? Value::none() : get_attribute(thread, subject, thread.isolate.names.get);
  if (!getter) return getter;
  Object* sentinel = nullptr;
  if (!wanted.empty()) {
    const Value made = call(thread, Value::cell(thread.isolate.types.object), {});
    if (!made) return made;
    sentinel = made.as<Object>();
  }
  for (size_t i = 0; i < wanted.size(); ++i) {
    const Truth repeated = contains(thread, Value::cell(seen), wanted[i]);
    if (repeated == Truth::Error) return Value::error();
    if (repeated == Truth::True) {
      Str* shown = repr(thread, wanted[i]);
      if (shown == nullptr) return Value::error();
      return raise_value_error(thread,
                               text("mapping pattern checks duplicate key (", shown->view(), ")"));
    }
    if (!set_add(thread, seen, wanted[i])) return Value::error();
    const Value value = call(thread, getter, {wanted[i], Value::cell(sentinel)});
    if (!value) return value;
    if (value == Value::cell(sentinel)) return Value::none();
    store(values, values->values[i], value);
  }
  return Value::cell(values);
}

namespace {

// Built-in classes whose single positional pattern is the subject itself.
bool matches_self(Thread& thread, Type* type) {
  const BuiltinTypes& types = thread.isolate.types;
  for (Type* each :
       {types.boolean, types.bytearray, types.bytes, types.dict, types.floating, types.frozenset,
        types.integer, types.list, types.set, types.str, types.tuple}) {
    if (is_subtype(type, each)) return true;
  }
  return false;
}

// Appends subject.name; unset when it has none, error.
Value take_attribute(Thread& thread, Value subject, Value name, Type* type, Set* seen,
                     List* taken) {
  const Truth repeated = contains(thread, Value::cell(seen), name);
  if (repeated == Truth::Error) return Value::error();
  if (repeated == Truth::True) {
    Str* shown = repr(thread, name);
    if (shown == nullptr) return Value::error();
    return raise_type_error(
        thread,
        text(type->name->view(), "() got multiple sub-patterns for attribute ", shown->view()));
  }
  if (!set_add(thread, seen, name)) return Value::error();
  Str* interned = intern(thread, name.as<Str>());
  if (interned == nullptr) return Value::error();
  const Value value = find_attribute(thread, subject, interned);
  if (!value || value.is_unset()) return value;
  return list_append(thread, taken, value) ? Value::none() : Value::error();
}

}  // namespace

Value match_class(Thread& thread, Value subject, Value cls, Value keyword_names,
                  uint32_t positional) {
  if (!is_type(cls)) {
    return raise_type_error(thread, "called match pattern must be a type");
  }
  auto* type = cls.as<Type>();
  const Truth is_one = is_instance(thread, subject, cls);
  if (is_one == Truth::Error) return Value::error();
  if (is_one == Truth::False) return Value::none();
  Set* seen = make_set(thread);
  List* taken = make_list(thread);
  if (seen == nullptr || taken == nullptr) return Value::error();
  if (positional != 0) {
    bool by_self = false;
    const Value match_args = find_attribute(thread, cls, thread.isolate.names.__match_args__);
    if (!match_args) return match_args;
    uint64_t allowed = 0;
    if (match_args.is_unset()) {
      by_self = matches_self(thread, type);
      allowed = by_self ? 1 : 0;
    } else if (is_tuple(match_args)) {
      allowed = match_args.as<Tuple>()->count;
    } else {
      return raise_type_error(thread,
                              text(type->name->view(), ".__match_args__ must be a tuple (got ",
                                   type_name(thread, match_args), ")"));
    }
    if (positional > allowed) {
      return raise_type_error(
          thread, text(type->name->view(), "() accepts ", allowed, " positional sub-pattern",
                       allowed == 1 ? "" : "s", " (", positional, " given)"));
    }
    if (by_self) {
      if (!list_append(thread, taken, subject)) return Value::error();
    } else {
      for (uint32_t i = 0; i < positional; ++i) {
        const Value name = match_args.as<Tuple>()->values[i];
        if (!is_str(name)) {
          return raise_type_error(thread, text("__match_args__ elements must be strings (got ",
                                               type_name(thread, name), ")"));
        }
        const Value found = take_attribute(thread, subject, name, type, seen, taken);
        if (!found) return found;
        if (found.is_unset()) return Value::none();
      }
    }
  }
  for (const Value name : keyword_names.as<Tuple>()->view()) {
    const Value found = take_attribute(thread, subject, name, type, seen, taken);
    if (!found) return found;
    if (found.is_unset()) return Value::none();
  }
  Tuple* result = make_tuple(thread, taken->values());
  return result == nullptr ? Value::error() : Value::cell(result);
}

Value copy_without_keys(Thread& thread, Value mapping, Value keys) {
  Dict* rest = make_dict(thread);
  if (rest == nullptr || !dict_update_from(thread, rest, mapping)) return Value::error();
  for (const Value key : keys.as<Tuple>()->view()) {
    const Value removed = dict_remove(thread, rest, key);
    if (!removed) return removed;
    if (removed.is_unset()) return raise_key_error(thread, key);
  }
  return Value::cell(rest);
}

}  // namespace weft

// What scripts see of dict.

#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_table.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Dict* self_of(Arguments arguments) { return arguments[0].as<Dict>(); }

Value none_if(bool done) { return done ? Value::none() : Value(); }
Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

Value dict_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.dict);
  if (type == nullptr) return {};
  Dict* dict = new_instance<Dict>(thread, type);
  if (dict == nullptr) return {};
  dict->table = nullptr;
  dict->count = 0;
  dict->keys_version = thread.isolate.next_version();
  return Value::cell(dict);
}

// dict(source, **keywords) and dict.update(source, **keywords).
bool update_from_arguments(Thread& thread, Arguments arguments) {
  Dict* dict = self_of(arguments);
  if (!arguments[1].is_unset() && !dict_update_from(thread, dict, arguments[1])) return false;
  return dict_update(thread, dict, arguments[2].as<Dict>());
}

Value dict_init(Thread& thread, Arguments arguments) {
  return none_if(update_from_arguments(thread, arguments));
}

Value dict_update_method(Thread& thread, Arguments arguments) {
  return none_if(update_from_arguments(thread, arguments));
}

Value dict_fromkeys(Thread& thread, Arguments arguments) {
  const Value iterable = arguments[1];
  const Value value = arguments[2];
  const Value made = call(thread, arguments[0], std::span<const Value>());
  if (!made) return {};
  if (!is_exactly(made, Kind::Dict)) {
    const bool done =
        for_each(thread, iterable, [&](Value key) { return set_item(thread, made, key, value); });
    return done ? made : Value();
  }
  Dict* dict = made.as<Dict>();
  if (is_exactly(iterable, Kind::Dict) || is_any_set(iterable)) {
    const uint64_t count =
        is_any_set(iterable) ? iterable.as<Set>()->count : iterable.as<Dict>()->count;
    if (!dict_table::reserve(thread, dict, count, dict_table::Keys::Strs)) return {};
  }
  const bool done =
      for_each(thread, iterable, [&](Value key) { return dict_set(thread, dict, key, value); });
  return done ? made : Value();
}

Value dict_repr(Thread& thread, Arguments arguments) {
  Dict* dict = self_of(arguments);
  if (dict->count == 0) return or_error(make_ascii_str(thread, "{}"));
  if (!check_native_stack(thread, InRepr)) return {};
  if (enter_repr(thread, arguments[0])) return or_error(make_ascii_str(thread, "{...}"));
  StrBuilder builder;
  builder.append('{');
  uint64_t position = 0;
  Value key;
  Value value;
  bool done = true;
  for (bool first = true; done && dict_next(dict, position, key, value); first = false) {
    if (!first) builder.append(", ");
    done = append_repr(thread, builder, key);
    builder.append(": ");
    done = done && append_repr(thread, builder, value);
  }
  leave_repr(thread, arguments[0]);
  if (!done) return {};
  builder.append('}');
  return or_error(builder.finish(thread));
}

Value dict_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

Value dict_getitem(Thread& thread, Arguments arguments) {
  return dict_get_item(thread, self_of(arguments), arguments[1]);
}

Value dict_setitem(Thread& thread, Arguments arguments) {
  return none_if(dict_set(thread, self_of(arguments), arguments[1], arguments[2]));
}

Value dict_delitem(Thread& thread, Arguments arguments) {
  return none_if(dict_delete_item(thread, self_of(arguments), arguments[1]));
}

Value dict_contains_method(Thread& thread, Arguments arguments) {
  const Truth found = dict_contains(thread, self_of(arguments), arguments[1]);
  return found == Truth::Error ? Value() : Value::boolean(found == Truth::True);
}

Value dict_iter(Thread& thread, Arguments arguments) {
  return make_dict_iterator(thread, self_of(arguments), DictPart::Keys);
}

Value dict_reversed(Thread& thread, Arguments arguments) {
  return make_dict_iterator(thread, self_of(arguments), DictPart::Keys, true);
}

template <bool WhenEqual>
Value dict_compare(Thread& thread, Arguments arguments) {
  if (!is_dict(arguments[1])) return Value::not_implemented();
  const Truth equal = dict_equal(thread, self_of(arguments), arguments[1].as<Dict>());
  if (equal == Truth::Error) return {};
  return Value::boolean((equal == Truth::True) == WhenEqual);
}

// A plain dict with the keys and values of one or two dicts; those of subclasses that iterate in
// their own way are asked for their keys.
Value merged(Thread& thread, Value left, Value right = Value::unset()) {
  Dict* result = make_dict(thread);
  if (result == nullptr || !dict_update_from(thread, result, left)) return {};
  if (!right.is_unset() && !dict_update_from(thread, result, right)) return {};
  return Value::cell(result);
}

Value dict_or(Thread& thread, Arguments arguments) {
  if (!is_dict(arguments[1])) return Value::not_implemented();
  return merged(thread, arguments[0], arguments[1]);
}

Value dict_reflected_or(Thread& thread, Arguments arguments) {
  if (!is_dict(arguments[1])) return Value::not_implemented();
  return merged(thread, arguments[1], arguments[0]);
}

Value dict_in_place_or(Thread& thread, Arguments arguments) {
  return dict_update_from(thread, self_of(arguments), arguments[1]) ? arguments[0] : Value();
}

Value dict_get_method(Thread& thread, Arguments arguments) {
  const Value value = dict_get(thread, self_of(arguments), arguments[1]);
  return value.is_unset() ? arguments[2] : value;
}

Value dict_setdefault(Thread& thread, Arguments arguments) {
  return dict_set_default(thread, self_of(arguments), arguments[1], arguments[2]);
}

Value dict_pop(Thread& thread, Arguments arguments) {
  Dict* dict = self_of(arguments);
  const Value value = dict->count == 0 ? Value::unset() : dict_remove(thread, dict, arguments[1]);
  if (!value.is_unset()) return value;
  if (!arguments[2].is_unset()) return arguments[2];
  return raise_key_error(thread, arguments[1]);
}

Value dict_popitem(Thread& thread, Arguments arguments) {
  Dict* dict = self_of(arguments);
  if (dict->count == 0) {
    Str* message = make_ascii_str(thread, "popitem(): dictionary is empty");
    return message == nullptr ? Value() : raise_key_error(thread, Value::cell(message));
  }
  // The last entry used is live.
  const uint32_t last = dict->table->entry_count - 1;
  const Value parts[] = {dict->table->entries()[last].key, dict->table->entries()[last].value};
  Tuple* item = make_tuple(thread, parts);
  if (item == nullptr) return {};
  dict_table::remove_entry(thread, dict, last);
  return Value::cell(item);
}

Value dict_clear_method(Thread& thread, Arguments arguments) {
  dict_clear(thread, self_of(arguments));
  return Value::none();
}

Value dict_copy_method(Thread& thread, Arguments arguments) { return merged(thread, arguments[0]); }

Value dict_keys_method(Thread& thread, Arguments arguments) {
  return make_dict_keys(thread, self_of(arguments));
}
Value dict_values_method(Thread& thread, Arguments arguments) {
  return make_dict_values(thread, self_of(arguments));
}
Value dict_items_method(Thread& thread, Arguments arguments) {
  return make_dict_items(thread, self_of(arguments));
}

Value dict_sizeof(Thread& thread, Arguments arguments) {
  const Dict* dict = self_of(arguments);
  uint64_t bytes = sizeof(Dict);
  if (dict->table != nullptr) bytes += thread.isolate.heap.cell_size(dict->table);
  return Value::small_int(static_cast<int64_t>(bytes));
}

Value dict_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "A new empty dict of the class.", dict_new},
    {"__init__", "(self, iterable=<unset>, /, **kwargs)",
     "Fill the dict from a mapping or pairs and from keywords.", dict_init},
    {"__repr__", "(self, /)", "Return repr(self).", dict_repr},
    {"__len__", "(self, /)", "Return len(self).", dict_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", dict_getitem},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", dict_setitem},
    {"__delitem__", "(self, key, /)", "Delete self[key].", dict_delitem},
    {"__contains__", "(self, key, /)", "Return whether the dict has the key.",
     dict_contains_method},
    {"__iter__", "(self, /)", "Implement iter(self).", dict_iter},
    {"__reversed__", "(self, /)", "Return an iterator from the last key to the first.",
     dict_reversed},
    {"__eq__", "(self, value, /)", "Return self==value.", dict_compare<true>},
    {"__ne__", "(self, value, /)", "Return self!=value.", dict_compare<false>},
    {"__or__", "(self, value, /)", "Return self|value.", dict_or},
    {"__ror__", "(self, value, /)", "Return value|self.", dict_reflected_or},
    {"__ior__", "(self, value, /)", "Return self|=value.", dict_in_place_or},
    {"__sizeof__", "(self, /)", "Bytes of memory the dict takes, without keys and values.",
     dict_sizeof},
    {"__class_getitem__", "(cls, item, /)",
     "The class with the types of keys and values, for annotations.", dict_class_getitem},
    {"clear", "(self, /)", "Remove all keys.", dict_clear_method},
    {"copy", "(self, /)", "Return a new dict of the same keys and values.", dict_copy_method},
    {"fromkeys", "(cls, iterable, value=None, /)",
     "A new dict with the elements of iterable as keys, all with the same value.", dict_fromkeys},
    {"get", "(self, key, default=None, /)", "Return the value of key, or default without it.",
     dict_get_method},
    {"items", "(self, /)", "Return a view of the (key, value) pairs.", dict_items_method},
    {"keys", "(self, /)", "Return a view of the keys.", dict_keys_method},
    {"pop", "(self, key, default=<unset>, /)",
     "Remove a key and return its value; without it return default or raise KeyError.", dict_pop},
    {"popitem", "(self, /)", "Remove the key added last and return (key, value).", dict_popitem},
    {"setdefault", "(self, key, default=None, /)",
     "Return the value of key, which is added with default if it is not there.", dict_setdefault},
    {"update", "(self, iterable=<unset>, /, **kwargs)",
     "Set keys from a mapping or from pairs, then from keywords.", dict_update_method},
    {"values", "(self, /)", "Return a view of the values.", dict_values_method},
};

}  // namespace

const TypeSpec dict_type_spec = {
    .name = "dict",
    .module = "builtins",
    .doc = "A mapping of hashable keys to values, in the order the keys were added.",
    .instance_kind = Kind::Dict,
    .instance_size = sizeof(Dict),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = {},
};

}  // namespace weft

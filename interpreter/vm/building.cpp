// Displays, functions made by `def`, the `with` protocol, and the interactive prompt's display.
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

Value make_function_from(Thread& thread, Frame* frame, Code* code, Value* window, uint32_t flags) {
  Tuple* closure = (flags & 8) != 0 ? window[3].as<Tuple>() : nullptr;
  Function* function = make_function(thread, code, frame->globals, closure);
  if (function == nullptr) return Value::error();
  if ((flags & 1) != 0) store(function, function->defaults, window[0].as<Tuple>());
  if ((flags & 2) != 0) store(function, function->keyword_defaults, window[1].as<Dict>());
  if ((flags & 4) != 0) store(function, function->annotations, window[2]);
  return Value::cell(function);
}

Value build_dict(Thread& thread, const Value* pairs, uint32_t count) {
  Dict* dict = make_dict(thread, count);
  if (dict == nullptr) return Value::error();
  for (uint32_t i = 0; i < count; ++i) {
    if (!dict_set(thread, dict, pairs[2 * i], pairs[2 * i + 1])) return Value::error();
  }
  return Value::cell(dict);
}

Value build_set(Thread& thread, const Value* values, uint32_t count) {
  Set* set = make_set(thread);
  if (set == nullptr) return Value::error();
  for (uint32_t i = 0; i < count; ++i) {
    if (!set_add(thread, set, values[i])) return Value::error();
  }
  return Value::cell(set);
}

bool extend_list_by_star(Thread& thread, Value list, Value iterable) {
  if (list_extend(thread, list.as<List>(), iterable)) return true;
  if (pending_is(thread, thread.isolate.exceptions.type_error) &&
      find_special(thread, iterable, Special::Iter).is_unset() &&
      find_special(thread, iterable, Special::GetItem).is_unset()) {
    thread.pending = nullptr;
    raise_type_error(thread,
                     text("Value after * must be an iterable, not ", type_name(thread, iterable)));
  }
  return false;
}

bool update_dict_by_stars(Thread& thread, Value dict, Value mapping) {
  if (is_exactly(mapping, Kind::Dict))
    return dict_update(thread, dict.as<Dict>(), mapping.as<Dict>());
  const Value keys = find_attribute(thread, mapping, thread.isolate.names.keys);
  if (!keys) return false;
  if (keys.is_unset()) {
    raise_type_error(thread, text("'", type_name(thread, mapping), "' object is not a mapping"));
    return false;
  }
  return dict_update_from(thread, dict.as<Dict>(), mapping);
}

namespace {

bool merge_one(Thread& thread, Dict* dict, Value key, Value value, Value callable) {
  if (!is_str(key)) {
    raise_type_error(thread, "keywords must be strings");
    return false;
  }
  if (!dict_get_str(dict, key.as<Str>()).is_unset()) {
    if (const auto name = callable_text(thread, callable)) {
      raise_type_error(thread, text(*name, " got multiple values for keyword argument '",
                                    key.as<Str>()->view(), "'"));
    }
    return false;
  }
  return dict_set_str(thread, dict, key.as<Str>(), value);
}

}  // namespace

bool merge_keywords(Thread& thread, Value dict, Value mapping, Value callable) {
  auto* target = dict.as<Dict>();
  if (is_exactly(mapping, Kind::Dict)) {
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(mapping.as<Dict>(), position, key, value)) {
      if (!merge_one(thread, target, key, value, callable)) return false;
    }
    return true;
  }
  const Value keys_method = find_attribute(thread, mapping, thread.isolate.names.keys);
  if (!keys_method) return false;
  if (keys_method.is_unset()) {
    if (const auto name = callable_text(thread, callable)) {
      raise_type_error(thread, text(*name, " argument after ** must be a mapping, not ",
                                    type_name(thread, mapping)));
    }
    return false;
  }
  const Value keys = call(thread, keys_method, {});
  if (!keys) return false;
  List* list = list_from_iterable(thread, keys);
  if (list == nullptr) return false;
  for (uint64_t i = 0; i < list->count; ++i) {
    const Value key = list->items->values[i];
    const Value value = get_item(thread, mapping, key);
    if (!value || !merge_one(thread, target, key, value, callable)) return false;
  }
  return true;
}

// --- with

namespace {

// Puts the special method and its receiver into method[0], method[1].
bool load_special(Thread& thread, Value object, Special special, Value* method) {
  const Value found = find_special(thread, object, special);
  if (is_kind(found, Kind::Function) ||
      (is_kind(found, Kind::NativeFunction) && found.as<NativeFunction>()->takes_self)) {
    method[0] = found;
    method[1] = object;
    return true;
  }
  method[0] = call_descriptor_get(thread, found, object, type_of(thread, object));
  method[1] = Value::unset();
  return static_cast<bool>(method[0]);
}

}  // namespace

bool with_enter(Thread& thread, Value manager, bool asynchronous, Value* out) {
  const Special enter = asynchronous ? Special::AEnter : Special::Enter;
  const Special exit = asynchronous ? Special::AExit : Special::Exit;
  const bool has_enter = !find_special(thread, manager, enter).is_unset();
  if (!has_enter || find_special(thread, manager, exit).is_unset()) {
    raise_type_error(thread, text("'", type_name(thread, manager), "' object does not support the ",
                                  asynchronous ? "asynchronous " : "", "context manager protocol",
                                  has_enter ? (asynchronous ? " (missed __aexit__ method)"
                                                            : " (missed __exit__ method)")
                                            : ""));
    return false;
  }
  return load_special(thread, manager, exit, out) && load_special(thread, manager, enter, out + 2);
}

bool print_expression(Thread& thread, Value value) {
  Str* sys_name = intern(thread, "sys");
  if (sys_name == nullptr) return false;
  const Value sys = dict_get_str(thread.isolate.modules, sys_name);
  Str* hook_name = intern(thread, "displayhook");
  if (hook_name == nullptr) return false;
  if (sys.is_unset()) {
    raise_runtime_error(thread, "lost sys.displayhook");
    return false;
  }
  const Value hook = find_attribute(thread, sys, hook_name);
  if (!hook) return false;
  if (hook.is_unset()) {
    raise_runtime_error(thread, "lost sys.displayhook");
    return false;
  }
  return static_cast<bool>(call(thread, hook, {value}));
}

}  // namespace weft

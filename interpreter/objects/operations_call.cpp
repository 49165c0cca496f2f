// Calls of anything callable from native code.
//
// Script functions run in a nested dispatch loop (Isolate::machine). Values handed over stay alive
// during the call because their owner (a caller's frame, a tuple, a native local) outlives it.
#include <algorithm>
#include <cassert>
#include <vector>

#include "interpreter/objects/call.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "runtime/heap/rooted.h"

namespace weft {
namespace {

Value special_of(const Type* type, Special special) {
  return type->specials[static_cast<int>(special)];
}

// Calls `callee` with `first` put before `values`.
template <class Callee>
Value with_first(Thread& thread, Value first, std::span<const Value> values, Callee&& callee) {
  constexpr size_t DirectCount = 10;
  if (values.size() < DirectCount) {
    ValueRoom<DirectCount> room;
    Value* all = room.data();
    all[0] = first;
    copy_arguments(all + 1, values.data(), values.size());
    return callee(std::span<const Value>(all, values.size() + 1));
  }
  runtime::RootedVector all(thread.isolate.heap);
  all.reserve(values.size() + 1);
  all.push_back(first);
  for (const Value value : values) all.push_back(value);
  return callee(std::span<const Value>(all.data(), all.size()));
}

// Calls `callee` with the values of `args` and `keywords` in a row and the names of the latter.
template <class Callee>
Value with_keywords_of(Thread& thread, Tuple* args, Dict* keywords, Callee&& callee) {
  if (keywords == nullptr || keywords->count == 0) return callee(args->view(), nullptr);
  Tuple* names = make_tuple(thread, keywords->count);
  if (names == nullptr) return Value::error();
  runtime::RootedVector values(thread.isolate.heap);
  values.reserve(args->count + keywords->count);
  for (const Value value : args->view()) values.push_back(value);
  uint64_t position = 0;
  uint64_t count = 0;
  Value key;
  Value value;
  while (dict_next(keywords, position, key, value)) {
    if (!is_str(key)) return raise_type_error(thread, "keywords must be strings");
    store(names, names->values[count++], key);
    values.push_back(value);
  }
  return callee(std::span<const Value>(values.data(), values.size()), names);
}

Value raise_not_callable(Thread& thread, Value callable) {
  return raise_type_error(thread,
                          text("'", type_name(thread, callable), "' object is not callable"));
}

Value call_bound(Thread& thread, const BoundMethod* method, std::span<const Value> values,
                 Tuple* keyword_names) {
  const Value function = method->function;
  return with_first(thread, method->self, values, [&](std::span<const Value> all) {
    return call_with_keywords(thread, function, all, keyword_names);
  });
}

// Makes the instance, by __new__.
Value create_instance(Thread& thread, Type* type, std::span<const Value> values,
                      Tuple* keyword_names) {
  const Type* object = thread.isolate.types.object;
  const Value creator = special_of(type, Special::New);
  if (creator == special_of(object, Special::New)) {
    // Built-in types without a __new__ of their own: their instances need more than that.
    if (type->instance_kind != object->instance_kind) {
      std::string storage;
      return raise_type_error(
          thread, text("cannot create '", full_type_name(thread, type, storage), "' instances"));
    }
    if (!values.empty() && special_of(type, Special::Init) == special_of(object, Special::Init))
      return raise_type_error(thread, text(type->name->view(), "() takes no arguments"));
    if (type->is_abstract) return raise_abstract(thread, type);
    return Value::cell(make_plain_instance(thread, type));
  }
  if (is_kind(creator, Kind::NativeFunction)) {
    return with_first(thread, Value::cell(type), values, [&](std::span<const Value> all) {
      return call_native(thread, creator.as<NativeFunction>(), all, keyword_names);
    });
  }
  const Value function = call_descriptor_get(thread, creator, Value::unset(), type);
  if (!function) return function;
  return with_first(thread, Value::cell(type), values, [&](std::span<const Value> all) {
    return call_with_keywords(thread, function, all, keyword_names);
  });
}

}  // namespace

Value raise_abstract(Thread& thread, Type* type) {
  const Value names = dict_get_str(type->dict, thread.isolate.names.__abstractmethods__);
  List* sorted = names.is_unset() ? make_list(thread) : list_from_iterable(thread, names);
  if (sorted == nullptr || !call_method(thread, Value::cell(sorted), "sort", {}))
    return Value::error();
  std::string shown;
  for (const Value name : sorted->values()) {
    if (!shown.empty()) shown += ", ";
    if (is_str(name)) shown += as_str(name)->view();
  }
  return raise_type_error(
      thread, text("Can't instantiate abstract class ", type->name->view(), " with abstract method",
                   sorted->count == 1 ? " " : "s ", shown));
}

Value construct(Thread& thread, Type* type, std::span<const Value> values, Tuple* keyword_names) {
  const Isolate& isolate = thread.isolate;
  if (type == isolate.types.type && values.size() == 1 && keyword_names == nullptr)
    return Value::cell(class_of(thread, values[0]));
  if (type->instance_kind == Kind::Exception && keyword_names == nullptr &&
      is_made_as_base_exception(type) && is_initialised_as_base_exception(type)) {
    return Value::cell(make_bare_exception(thread, type, values));
  }
  const Value instance = create_instance(thread, type, values, keyword_names);
  if (!instance || !is_subtype(class_of(thread, instance), type)) return instance;
  const Value initialiser = special_of(class_of(thread, instance), Special::Init);
  if (initialiser == special_of(isolate.types.object, Special::Init)) return instance;
  const Value result = call_raw(thread, initialiser, instance, values, keyword_names);
  if (!result) return result;
  if (!result.is_none())
    return raise_type_error(
        thread, text("__init__() should return None, not '", type_name(thread, result), "'"));
  return instance;
}

Value call_raw(Thread& thread, Value attribute, Value receiver, std::span<const Value> values,
               Tuple* keyword_names) {
  if (is_kind(attribute, Kind::Function)) {
    return with_first(thread, receiver, values, [&](std::span<const Value> all) {
      return thread.isolate.machine.call_function(thread, attribute.as<Function>(), all,
                                                  keyword_names);
    });
  }
  if (is_kind(attribute, Kind::NativeFunction) && attribute.as<NativeFunction>()->takes_self) {
    if (!thread.check_native_stack()) return Value::error();
    return with_first(thread, receiver, values, [&](std::span<const Value> all) {
      return call_native(thread, attribute.as<NativeFunction>(), all, keyword_names);
    });
  }
  const Value bound = call_descriptor_get(thread, attribute, receiver, class_of(thread, receiver));
  return bound ? call_with_keywords(thread, bound, values, keyword_names) : bound;
}

Value call_with_keywords(Thread& thread, Value callable, std::span<const Value> values,
                         Tuple* keyword_names) {
  if (!callable.is_cell()) return raise_not_callable(thread, callable);
  if (!thread.check_native_stack()) return Value::error();
  if (keyword_names != nullptr && keyword_names->count == 0) keyword_names = nullptr;
  auto* object = callable.as<Object>();
  switch (object->kind()) {
    case Kind::Function:
      return thread.isolate.machine.call_function(thread, static_cast<Function*>(object), values,
                                                  keyword_names);
    case Kind::NativeFunction:
      return call_native(thread, static_cast<NativeFunction*>(object), values, keyword_names);
    case Kind::BoundMethod:
      return call_bound(thread, static_cast<BoundMethod*>(object), values, keyword_names);
    case Kind::Type:
      if (special_of(object->type(), Special::Call) ==
          special_of(thread.isolate.types.type, Special::Call))
        return construct(thread, static_cast<Type*>(object), values, keyword_names);
      break;
    default:
      break;
  }
  Value special = special_of(object->type(), Special::Call);
  // A `__call__` that is itself an object to be called: followed here, for the chain may be
  // endless.
  for (uint32_t links = 0; is_kind(special, Kind::Instance); ++links) {
    if (!find_special(thread, special, Special::Get).is_unset()) break;
    if (links == thread.isolate.recursion_limit) return raise_recursion_error(thread, "");
    callable = special;
    special = find_special(thread, callable, Special::Call);
  }
  if (special.is_unset()) return raise_not_callable(thread, callable);
  return call_raw(thread, special, callable, values, keyword_names);
}

Value call(Thread& thread, Value callable, std::span<const Value> arguments) {
  return call_with_keywords(thread, callable, arguments, nullptr);
}

Value call(Thread& thread, Value callable, std::initializer_list<Value> arguments) {
  return call_with_keywords(thread, callable, {arguments.begin(), arguments.size()}, nullptr);
}

Value call_last(Thread& thread, Value callable, std::initializer_list<Value> arguments) {
  assert(arguments.size() <= LastCall::MostArguments);
  thread.last_call.callable = callable;
  std::ranges::copy(arguments, thread.last_call.arguments);
  thread.last_call.count = static_cast<uint32_t>(arguments.size());
  thread.leaving = Leaving::Call;
  return Value::error();
}

Value call_with_dict(Thread& thread, Value callable, Tuple* args, Dict* keywords) {
  return with_keywords_of(thread, args, keywords, [&](std::span<const Value> values, Tuple* names) {
    return call_with_keywords(thread, callable, values, names);
  });
}

Value construct_with_dict(Thread& thread, Type* type, Tuple* args, Dict* keywords) {
  return with_keywords_of(thread, args, keywords, [&](std::span<const Value> values, Tuple* names) {
    return construct(thread, type, values, names);
  });
}

Value import_by_name(Thread& thread, std::string_view name) {
  const Value import = dict_get_str(thread.isolate.builtins, thread.isolate.names.__import__);
  if (import.is_unset()) return raise_runtime_error(thread, "builtins has no __import__");
  const Value module_name = Value::cell(make_str(thread, name));
  return module_name ? call(thread, import, {module_name}) : Value::error();
}

Value call_method(Thread& thread, Value object, std::string_view name,
                  std::initializer_list<Value> arguments) {
  Str* interned = intern(thread, name);
  if (interned == nullptr) return Value::error();
  Type* type = class_of(thread, object);
  const std::span<const Value> values(arguments.begin(), arguments.size());
  if (!type->has_getattribute) {
    const Value attribute = type_lookup(thread, type, interned);
    const bool is_method =
        is_kind(attribute, Kind::Function) ||
        (is_kind(attribute, Kind::NativeFunction) && attribute.as<NativeFunction>()->takes_self);
    if (is_method &&
        (!object.is_cell() || find_own_attribute(object.as<Object>(), interned).is_unset()))
      return call_raw(thread, attribute, object, values, nullptr);
  }
  const Value method = get_attribute(thread, object, interned);
  return method ? call(thread, method, values) : method;
}

bool is_callable(Thread& thread, Value value) {
  return !special_of(class_of(thread, value), Special::Call).is_unset();
}

Value find_special(Thread& thread, Value object, Special special) {
  return special_of(class_of(thread, object), special);
}

Value call_special(Thread& thread, Value object, Special special,
                   std::span<const Value> arguments) {
  return call_raw(thread, special_of(class_of(thread, object), special), object, arguments,
                  nullptr);
}

}  // namespace weft

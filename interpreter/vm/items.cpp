// Subscripts beyond exact lists, tuples and dicts with the common keys.
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

// The script method `special` of an object of a script class; unset if there is none.
Value script_method(Value object, Special special) {
  if (!object.is_cell()) return Value::unset();
  Type* type = object.as<Object>()->type();
  if (!type->is_heap_type) return Value::unset();
  const Value method = type->specials[static_cast<int>(special)];
  return is_kind(method, Kind::Function) ? method : Value::unset();
}

}  // namespace

Value slow_get_item(Thread& thread, Value object, Value key, Delivery delivery) {
  if (is_exactly(object, Kind::Str)) {
    return key.is_small_int() ? str_get_item(thread, object.as<Str>(), key.as_small_int())
                              : str_get_item(thread, object.as<Str>(), key);
  }
  if (is_exactly(object, Kind::Dict)) return dict_get_item(thread, object.as<Dict>(), key);
  if (is_exactly(object, Kind::Bytes) || is_exactly(object, Kind::ByteArray))
    return bytes_get_item(thread, object, key);
  const Value method = script_method(object, Special::GetItem);
  if (!method.is_unset()) {
    const Value values[2] = {object, key};
    return begin_function(thread, method.as<Function>(), values, 2, nullptr, delivery);
  }
  return get_item(thread, object, key);
}

Value slow_set_item(Thread& thread, Value object, Value key, Value value) {
  const Value method = script_method(object, Special::SetItem);
  if (!method.is_unset()) {
    const Value values[3] = {object, key, value};
    return begin_function(thread, method.as<Function>(), values, 3, nullptr,
                          {ReturnAction::Discard, 0, 0});
  }
  return set_item(thread, object, key, value) ? Value::none() : Value::error();
}

Value slow_delete_item(Thread& thread, Value object, Value key) {
  const Value method = script_method(object, Special::DelItem);
  if (!method.is_unset()) {
    const Value values[2] = {object, key};
    return begin_function(thread, method.as<Function>(), values, 2, nullptr,
                          {ReturnAction::Discard, 0, 0});
  }
  return delete_item(thread, object, key) ? Value::none() : Value::error();
}

}  // namespace weft

// What functions that fill native modules have in common.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {

// A made object as a result: null is the error value.
inline Value as_result(Object* made) {
  return made == nullptr ? Value::error() : Value::cell(made);
}

// Each false: exception pending. An error value is refused likewise.
[[nodiscard]] bool put_name(Thread& thread, Module* module, std::string_view name, Value value);
[[nodiscard]] bool put_functions(Thread& thread, Module* module,
                                 std::span<const NativeMethod> functions);
struct NamedObject {
  std::string_view name;
  Object* object;  // null: an exception is pending
};
[[nodiscard]] bool put_objects(Thread& thread, Module* module,
                               std::initializer_list<NamedObject> objects);
struct NamedNumber {
  std::string_view name;
  int64_t number;
};
[[nodiscard]] bool put_numbers(Thread& thread, Module* module,
                               std::span<const NamedNumber> numbers);

// An exception class of a native module. Null: exception pending.
[[nodiscard]] Type* make_exception_class(Thread& thread, std::string_view module_name,
                                         std::string_view name, Type* base);

// The text of an argument that has to be str; null with "NAME() argument POSITION must be str, not
// …" pending.
[[nodiscard]] Str* str_argument(Thread& thread, Value value, std::string_view function,
                                std::string_view position);
// The same of an attribute of `value` under a name given as text; unset when absent.
[[nodiscard]] Value find_attribute_named(Thread& thread, Value value, std::string_view name);

}  // namespace weft

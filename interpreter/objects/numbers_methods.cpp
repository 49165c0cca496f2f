#include "interpreter/objects/numbers_methods.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"

namespace weft {

Str* format_specification(Thread& thread, Value value) {
  if (is_str(value)) return as_str(value);
  raise_type_error(
      thread, text("__format__() argument must be str, not ", argument_type_name(thread, value)));
  return nullptr;
}

Value make_value_tuple(Thread& thread, std::initializer_list<Value> values) {
  return value_or_error(make_tuple(thread, std::span<const Value>(values.begin(), values.size())));
}

}  // namespace weft

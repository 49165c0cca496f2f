// Module _traceback: what traceback.py asks the interpreter for.
#include "interpreter/objects/exception.h"
#include "interpreter/objects/traceback_anchors.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

constexpr uint16_t UnknownColumn = 0xffff;

Value column_or_none(uint16_t column) {
  return column == UnknownColumn ? Value::none() : Value::small_int(column);
}

Value traceback_position(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Traceback)) {
    return raise_type_error(thread, "a traceback is required");
  }
  const auto* entry = arguments[0].as<Traceback>();
  Value values[] = {Value::none(), Value::none(), Value::none()};
  if (entry->code->position_count != 0 && entry->offset != Traceback::NotStarted) {
    const PositionEntry& position = position_at(entry->code, entry->offset);
    values[0] = Value::small_int(position.end_line);
    values[1] = column_or_none(position.column);
    values[2] = column_or_none(position.end_column);
  }
  return as_result(make_tuple(thread, std::span<const Value>(values)));
}

Value traceback_anchors(Thread& thread, Arguments arguments) {
  Str* expression = str_argument(thread, arguments[0], "anchors", "1");
  if (expression == nullptr) return Value::error();
  const std::optional<Anchors> found = find_anchors(expression->view());
  if (!found) return Value::none();
  const Value values[] = {Value::small_int(char_index(thread, expression, found->begin)),
                          Value::small_int(char_index(thread, expression, found->end))};
  return as_result(make_tuple(thread, values));
}

constexpr NativeMethod functions[] = {
    {"anchors", "(text, /)",
     "Which characters of an expression are to blame, as (begin, end); None for all.",
     traceback_anchors},
    {"position", "(tb, /)", "(end line, column, end column) of a traceback entry, or None each.",
     traceback_position},
};

}  // namespace

bool fill_traceback(Thread& thread, Module* module) {
  return put_functions(thread, module, functions);
}

}  // namespace weft

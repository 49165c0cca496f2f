// Text forms, and numbers as native code wants them.
#include <algorithm>
#include <cstdio>

#include "interpreter/objects/call.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {
namespace {

// A text made by special method `special`, which exists. `returned` says what it should have been.
Str* text_by_special(Thread& thread, Value value, Value method, std::string_view complaint) {
  if (!thread.check_native_stack()) return nullptr;
  const Value made = call_raw(thread, method, value, {}, nullptr);
  if (!made) return nullptr;
  if (is_str(made)) return as_str(made);
  raise_type_error(thread,
                   text(complaint, " returned non-string (type ", type_name(thread, made), ")"));
  return nullptr;
}

// What repr() gave, with everything beyond ASCII escaped.
Str* escape_non_ascii(Thread& thread, const Str* shown) {
  std::string out;
  out.reserve(shown->byte_count * 2);
  const std::string_view view = shown->view();
  for (const char* at = view.data(); at != view.data() + view.size();) {
    const uint32_t code_point = utf8::decode(at);
    if (code_point < 0x80) {
      out.push_back(static_cast<char>(code_point));
      continue;
    }
    char escaped[12];
    std::snprintf(escaped, sizeof escaped,
                  code_point <= 0xff     ? "\\x%02x"
                  : code_point <= 0xffff ? "\\u%04x"
                                         : "\\U%08x",
                  code_point);
    out += escaped;
  }
  return make_ascii_str(thread, out);
}

bool is_exact_int(Value value) { return value.is_small_int() || is_exactly(value, Kind::Int); }

}  // namespace

Str* repr(Thread& thread, Value value) {
  if (is_exact_int(value)) return int_to_str(thread, value);
  if (is_exactly(value, Kind::Str)) return str_repr(thread, as_str(value));
  return text_by_special(thread, value, find_special(thread, value, Special::Repr), "__repr__");
}

Str* str(Thread& thread, Value value) {
  if (is_exactly(value, Kind::Str)) return as_str(value);
  if (is_exact_int(value)) return int_to_str(thread, value);
  const Value method = find_special(thread, value, Special::Str);
  const Type* object = thread.isolate.types.object;
  // str() asks for the repr itself, and blames __str__ for what it is not.
  if (method == object->specials[static_cast<int>(Special::Str)])
    return text_by_special(thread, value, find_special(thread, value, Special::Repr), "__str__");
  return text_by_special(thread, value, method, "__str__");
}

Str* ascii(Thread& thread, Value value) {
  if (is_exactly(value, Kind::Str)) return str_ascii(thread, as_str(value));
  Str* shown = repr(thread, value);
  if (shown == nullptr || shown->is_ascii) return shown;
  return escape_non_ascii(thread, shown);
}

Str* format(Thread& thread, Value value, Str* specification) {
  if (specification->byte_count == 0) {
    if (is_exactly(value, Kind::Str)) return as_str(value);
    if (is_exact_int(value)) return int_to_str(thread, value);
  }
  const Value spec = Value::cell(specification);
  const Value made =
      call_raw(thread, find_special(thread, value, Special::Format), value, {&spec, 1}, nullptr);
  if (!made) return nullptr;
  if (is_str(made)) return as_str(made);
  raise_type_error(thread, text("__format__ must return a str, not ", type_name(thread, made)));
  return nullptr;
}

bool enter_repr(Thread& thread, Value object) {
  if (std::ranges::find(thread.active_reprs, object.bits()) != thread.active_reprs.end())
    return true;
  thread.active_reprs.push_back(object.bits());
  return false;
}

void leave_repr(Thread& thread, Value object) {
  // Calls nest, so it is the last one, unless a fiber switch mixed two chains.
  const auto place =
      std::ranges::find(thread.active_reprs.rbegin(), thread.active_reprs.rend(), object.bits());
  if (place != thread.active_reprs.rend()) thread.active_reprs.erase(std::next(place).base());
}

std::optional<int64_t> to_index(Thread& thread, Value value) {
  if (value.is_small_int()) return value.as_small_int();
  const Value number = to_index_value(thread, value);
  if (!number) return std::nullopt;
  const auto small = int_to_int64(number);
  if (!small)
    raise_overflow_error(
        thread, text("cannot fit '", type_name(thread, value), "' into an index-sized integer"));
  return small;
}

std::optional<int64_t> to_size_argument(Thread& thread, Value value) {
  if (value.is_small_int()) return value.as_small_int();
  const Value number = to_index_value(thread, value);
  if (!number) return std::nullopt;
  const auto small = int_to_int64(number);
  if (!small) raise_overflow_error(thread, "Python int too large to convert to C ssize_t");
  return small;
}

std::optional<int32_t> to_int_argument(Thread& thread, Value value) {
  if (value.is_small_int()) [[likely]] {
    const int64_t number = value.as_small_int();
    if (number >= INT32_MIN && number <= INT32_MAX) return static_cast<int32_t>(number);
  }
  const Value number = to_index_value(thread, value);
  if (!number) return std::nullopt;
  const auto small = int_to_int64(number);
  if (small && *small >= INT32_MIN && *small <= INT32_MAX) return static_cast<int32_t>(*small);
  raise_overflow_error(thread, "Python int too large to convert to C int");
  return std::nullopt;
}

std::optional<int64_t> to_index_clamped(Thread& thread, Value value) {
  if (value.is_small_int()) return value.as_small_int();
  const Value number = to_index_value(thread, value);
  if (!number) return std::nullopt;
  if (const auto small = int_to_int64(number)) return small;
  return number.as<Int>()->sign_and_count < 0 ? INT64_MIN : INT64_MAX;
}

std::optional<double> to_double(Thread& thread, Value value) {
  if (is_float(value)) return as_double(value);
  if (is_exact_int(value) || value.is_bool()) return int_to_double(thread, value);
  const Value method = find_special(thread, value, Special::Float);
  if (!method.is_unset()) {
    const Value made = call_raw(thread, method, value, {}, nullptr);
    if (!made) return std::nullopt;
    if (is_float(made)) return as_double(made);
    raise_type_error(thread, text(type_name(thread, value), ".__float__ returned non-float (type ",
                                  type_name(thread, made), ")"));
    return std::nullopt;
  }
  if (find_special(thread, value, Special::Index).is_unset()) {
    raise_type_error(thread, text("must be real number, not ", type_name(thread, value)));
    return std::nullopt;
  }
  const Value number = to_index_value(thread, value);
  return number ? int_to_double(thread, number) : std::nullopt;
}

}  // namespace weft

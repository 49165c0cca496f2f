// str.translate and str.maketrans.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// What the table says about a code point: unset when it has no entry, else None, an int or a str.
// The error value with an exception pending.
Value look_up(Thread& thread, Value table, uint32_t code_point) {
  const Value key = Value::small_int(code_point);
  if (is_exactly(table, Kind::Dict)) return dict_get(thread, table.as<Dict>(), key);
  const Value found = get_item(thread, table, key);
  if (!found && clear_pending_if(thread, thread.isolate.exceptions.lookup_error))
    return Value::unset();
  return found;
}

// False with an exception pending.
bool append_translated(Thread& thread, StrBuilder& out, Value found, uint32_t code_point) {
  if (!found) return false;
  if (found.is_unset()) {
    out.append_char(code_point);
    return true;
  }
  if (found.is_none()) return true;
  if (is_str(found)) {
    out.append(as_str(found));
    return true;
  }
  if (!is_int(found)) {
    raise_type_error(thread, "character mapping must return integer, None or str");
    return false;
  }
  const auto number = int_to_int64(found);
  if (!number || *number < 0 || *number > utf8::MaxCodePoint) {
    raise_value_error(thread, "character mapping must be in range(0x110000)");
    return false;
  }
  out.append_char(static_cast<uint32_t>(*number));
  return true;
}

bool copy_dict_table(Thread& thread, Dict* from, Dict* to) {
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(from, position, key, value)) {
    if (is_str(key)) {
      const Str* name = as_str(key);
      if (name->char_count != 1) {
        raise_value_error(thread, "string keys in translate table must be of length 1");
        return false;
      }
      const char* text = name->data;
      key = Value::small_int(utf8::decode(text));
    } else if (!is_int(key)) {
      raise_type_error(thread, "keys in translate table must be strings or integers");
      return false;
    }
    if (!dict_set(thread, to, key, value)) return false;
  }
  return true;
}

}  // namespace

Value str_translate(Thread& thread, Arguments arguments) {
  Str* self = as_str(arguments[0]);
  const Value table = arguments[1];
  // Answers for ASCII, as code points; a script's table is asked once a character.
  constexpr uint8_t Unknown = 0xff;
  constexpr uint8_t Deleted = 0xfe;
  constexpr uint8_t Complex = 0xfd;
  uint8_t answers[128];
  std::fill(std::begin(answers), std::end(answers), Unknown);
  StrBuilder out;
  const char* position = self->data;
  const char* end = position + self->byte_count;
  while (position != end) {
    const uint32_t code_point = utf8::decode(position);
    if (code_point < 128 && answers[code_point] < Complex) {
      out.append(static_cast<char>(answers[code_point]));
      continue;
    }
    if (code_point < 128 && answers[code_point] == Deleted) continue;
    const Value found = look_up(thread, table, code_point);
    const size_t before = out.size();
    if (!append_translated(thread, out, found, code_point)) return Value::error();
    if (code_point >= 128 || out.failed()) continue;
    if (out.size() == before)
      answers[code_point] = Deleted;
    else if (out.size() == before + 1)
      answers[code_point] = static_cast<uint8_t>(out.view().back());
    else
      answers[code_point] = Complex;
  }
  return Value::cell(out.finish(thread));
}

Value str_make_translation(Thread& thread, Arguments arguments) {
  const Value from = arguments[0];
  const Value to = arguments[1];
  const Value deleted = arguments[2];
  if (!to.is_unset() && !is_str(to))
    return raise_type_error(
        thread, text("maketrans() argument 2 must be str, not ", argument_type_name(thread, to)));
  if (!deleted.is_unset() && !is_str(deleted))
    return raise_type_error(thread, text("maketrans() argument 3 must be str, not ",
                                         argument_type_name(thread, deleted)));
  Dict* table = make_dict(thread);
  if (table == nullptr) return Value::error();
  if (to.is_unset()) {
    if (!is_exactly(from, Kind::Dict))
      return raise_type_error(thread,
                              "if you give only one argument to maketrans it must be a dict");
    if (!copy_dict_table(thread, from.as<Dict>(), table)) return Value::error();
    return Value::cell(table);
  }
  if (!is_str(from))
    return raise_type_error(thread,
                            "first maketrans argument must be a string if there is a second "
                            "argument");
  if (as_str(from)->char_count != as_str(to)->char_count)
    return raise_value_error(thread, "the first two maketrans arguments must have equal length");
  const char* key = as_str(from)->data;
  const char* value = as_str(to)->data;
  for (uint32_t i = 0; i < as_str(from)->char_count; ++i) {
    const Value number = Value::small_int(utf8::decode(key));
    if (!dict_set(thread, table, number, Value::small_int(utf8::decode(value))))
      return Value::error();
  }
  if (!deleted.is_unset()) {
    const char* position = as_str(deleted)->data;
    for (uint32_t i = 0; i < as_str(deleted)->char_count; ++i)
      if (!dict_set(thread, table, Value::small_int(utf8::decode(position)), Value::none()))
        return Value::error();
  }
  return Value::cell(table);
}

}  // namespace weft

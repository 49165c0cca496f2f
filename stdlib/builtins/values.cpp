// Built-in functions of one or a few values.
#include "interpreter/objects/element_equality.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unicode_utf8.h"
#include "stdlib/builtins/builtins.h"

namespace weft {
namespace {

Value as_value(Str* made) { return made == nullptr ? Value::error() : Value::cell(made); }

Value builtin_abs(Thread& thread, Arguments arguments) {
  const Value x = arguments[0];
  if (x.is_small_int()) {
    return make_int(thread, x.as_small_int() < 0 ? -x.as_small_int() : x.as_small_int());
  }
  if (find_special(thread, x, Special::Abs).is_unset()) {
    return raise_type_error(thread,
                            text("bad operand type for abs(): '", type_name(thread, x), "'"));
  }
  return call_special(thread, x, Special::Abs, {});
}

Value builtin_divmod(Thread& thread, Arguments arguments) {
  return binary(thread, BinaryOperator::DivMod, arguments[0], arguments[1]);
}

Value builtin_pow(Thread& thread, Arguments arguments) {
  return power(thread, arguments[0], arguments[1], arguments[2]);
}

Value builtin_round(Thread& thread, Arguments arguments) {
  const Value number = arguments[0];
  if (find_special(thread, number, Special::Round).is_unset()) {
    return raise_type_error(
        thread, text("type ", type_name(thread, number), " doesn't define __round__ method"));
  }
  if (arguments[1].is_none()) return call_special(thread, number, Special::Round, {});
  const Value digits[] = {arguments[1]};
  return call_special(thread, number, Special::Round, digits);
}

Value builtin_hash(Thread& thread, Arguments arguments) {
  int64_t value;
  return hash_element(thread, arguments[0], value) ? make_int(thread, value) : Value::error();
}

Value builtin_id(Thread& thread, Arguments arguments) {
  return make_uint(thread, arguments[0].bits());
}

Value builtin_len(Thread& thread, Arguments arguments) {
  const Value object = arguments[0];
  if (is_exactly(object, Kind::List))
    return Value::small_int(static_cast<int64_t>(object.as<List>()->count));
  if (is_exactly(object, Kind::Str)) return Value::small_int(object.as<Str>()->char_count);
  const std::optional<uint64_t> count = length(thread, object);
  return count ? make_uint(thread, *count) : Value::error();
}

Value builtin_repr(Thread& thread, Arguments arguments) {
  return as_value(repr(thread, arguments[0]));
}

Value builtin_ascii(Thread& thread, Arguments arguments) {
  return as_value(ascii(thread, arguments[0]));
}

Value builtin_format(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1])) {
    return raise_type_error(thread, text("format() argument 2 must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  }
  return as_value(format(thread, arguments[0], arguments[1].as<Str>()));
}

Value builtin_chr(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> code = to_int_argument(thread, arguments[0]);
  if (!code) return Value::error();
  if (*code < 0 || *code > 0x10ffff) {
    return raise_value_error(thread, "chr() arg not in range(0x110000)");
  }
  return as_value(make_char_str(thread, static_cast<uint32_t>(*code)));
}

Value builtin_ord(Thread& thread, Arguments arguments) {
  const Value c = arguments[0];
  uint64_t count = 0;
  if (is_str(c)) {
    Str* text_value = c.as<Str>();
    count = text_value->char_count;
    if (count == 1) {
      const char* first = text_value->data;
      return Value::small_int(utf8::decode(first));
    }
  } else if (is_kind(c, Kind::Bytes) || is_kind(c, Kind::ByteArray)) {
    const std::optional<uint64_t> size = length(thread, c);
    if (!size) return Value::error();
    count = *size;
    if (count == 1) return get_item(thread, c, Value::small_int(0));
  } else {
    return raise_type_error(
        thread, text("ord() expected string of length 1, but ", type_name(thread, c), " found"));
  }
  return raise_type_error(
      thread, text("ord() expected a character, but string of length ", count, " found"));
}

// "0b101" of any object with __index__.
Value in_base(Thread& thread, Value number, int base) {
  Value integer = number;
  if (!is_int(number)) {
    if (find_special(thread, number, Special::Index).is_unset()) {
      return raise_type_error(thread, text("'", type_name(thread, number),
                                           "' object cannot be interpreted as an integer"));
    }
    integer = call_special(thread, number, Special::Index, {});
    if (!integer) return integer;
    if (!is_int(integer)) {
      return raise_type_error(
          thread, text("__index__ returned non-int (type ", type_name(thread, integer), ")"));
    }
  }
  Str* digits = int_to_str(thread, integer, base);
  if (digits == nullptr) return Value::error();
  const std::string_view prefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
  const std::string_view shown = digits->view();
  if (shown.starts_with('-'))
    return as_value(make_ascii_str(thread, text("-", prefix, shown.substr(1))));
  return as_value(make_ascii_str(thread, text(prefix, shown)));
}

Value builtin_bin(Thread& thread, Arguments arguments) { return in_base(thread, arguments[0], 2); }
Value builtin_oct(Thread& thread, Arguments arguments) { return in_base(thread, arguments[0], 8); }
Value builtin_hex(Thread& thread, Arguments arguments) { return in_base(thread, arguments[0], 16); }

Value builtin_callable(Thread& thread, Arguments arguments) {
  return Value::boolean(is_callable(thread, arguments[0]));
}

Value builtin_isinstance(Thread& thread, Arguments arguments) {
  const Truth result = is_instance(thread, arguments[0], arguments[1]);
  return result == Truth::Error ? Value::error() : Value::boolean(result == Truth::True);
}

Value builtin_issubclass(Thread& thread, Arguments arguments) {
  const Truth result = is_subclass(thread, arguments[0], arguments[1]);
  return result == Truth::Error ? Value::error() : Value::boolean(result == Truth::True);
}

constexpr NativeMethod functions[] = {
    {"abs", "(x, /)", "The absolute value of a number.", builtin_abs},
    {"ascii", "(obj, /)", "repr() with every character beyond ASCII escaped.", builtin_ascii},
    {"bin", "(number, /)", "The binary text of an integer, as '0b101'.", builtin_bin},
    {"callable", "(obj, /)", "Whether the object can be called.", builtin_callable},
    {"chr", "(i, /)", "The one-character string of code point i.", builtin_chr},
    {"divmod", "(x, y, /)", "The pair (x//y, x%y).", builtin_divmod},
    {"format", "(value, format_spec='', /)", "value.__format__(format_spec).", builtin_format},
    {"hash", "(obj, /)", "The hash of the object; equal objects have equal ones.", builtin_hash},
    {"hex", "(number, /)", "The hexadecimal text of an integer, as '0xff'.", builtin_hex},
    {"id", "(obj, /)", "A number no other living object has.", builtin_id},
    {"isinstance", "(obj, class_or_tuple, /)",
     "Whether the object is an instance of the class, or of one of a tuple or union.",
     builtin_isinstance},
    {"issubclass", "(cls, class_or_tuple, /)",
     "Whether the class derives from the other, or from one of a tuple or union.",
     builtin_issubclass},
    {"len", "(obj, /)", "The number of items in a container.", builtin_len},
    {"oct", "(number, /)", "The octal text of an integer, as '0o17'.", builtin_oct},
    {"ord", "(c, /)", "The code point of a one-character string, or the one byte of bytes.",
     builtin_ord},
    {"pow", "(base, exp, mod=None)", "base ** exp, modulo mod if given.", builtin_pow},
    {"repr", "(obj, /)", "The text that shows the object to a programmer.", builtin_repr},
    {"round", "(number, ndigits=None)",
     "The number rounded to ndigits decimal digits, halves to even; an integer without ndigits.",
     builtin_round},
};

}  // namespace

std::span<const NativeMethod> value_functions() { return functions; }

}  // namespace weft

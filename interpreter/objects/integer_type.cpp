// The type int: construction and methods.
#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/builtin_types.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/integer_bytes.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/number_text.h"
#include "interpreter/objects/numbers_methods.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// int(text, base) of str or bytes-like text.
Value int_from_text(Thread& thread, Value source, std::string_view digits, int base) {
  const Value number = parse_int(thread, digits, base);
  if (!number.is_unset()) return number;
  return raise_invalid_int_text(thread, source, base);
}

// Bytes are no UTF-8: whatever is not ASCII is no digit either.
Value int_from_byte_text(Thread& thread, Value source, std::string_view bytes, int base) {
  if (!utf8::is_ascii(bytes.data(), bytes.size()))
    return raise_invalid_int_text(thread, source, base);
  return int_from_text(thread, source, bytes, base);
}

// The result of __int__ and the like.
Value checked_int(Thread& thread, Value result, std::string_view what) {
  if (!result || is_int(result)) return result ? exact_int(thread, result) : result;
  return raise_type_error(thread, text(what, type_name(thread, result), ")"));
}

// int(value) without a base.
Value int_from_object(Thread& thread, Value value) {
  if (value.is_small_int() || is_exactly(value, Kind::Int)) return value;
  if (value.is_immediate_double() || is_exactly(value, Kind::Float))
    return float_to_int(thread, as_double(value));
  if (is_exactly(value, Kind::Str)) return int_from_text(thread, value, as_str(value)->view(), 10);
  if (!find_special(thread, value, Special::Int).is_unset())
    return checked_int(thread, call_special(thread, value, Special::Int, {}),
                       "__int__ returned non-int (type ");
  if (!find_special(thread, value, Special::Index).is_unset())
    return to_int_by_index(thread, value);
  if (!find_special(thread, value, Special::Trunc).is_unset()) {
    const Value truncated = call_special(thread, value, Special::Trunc, {});
    if (!truncated || is_int(truncated)) return checked_int(thread, truncated, {});
    if (find_special(thread, truncated, Special::Index).is_unset())
      return raise_type_error(thread, text("__trunc__ returned non-Integral (type ",
                                           type_name(thread, truncated), ")"));
    return to_int_by_index(thread, truncated);
  }
  if (is_str(value)) return int_from_text(thread, value, as_str(value)->view(), 10);
  if (is_bytes_like(value)) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, value);
    if (!bytes) return {};
    return int_from_byte_text(thread, value, *bytes, 10);
  }
  return raise_type_error(
      thread, text("int() argument must be a string, a bytes-like object or a real number, not '",
                   type_name(thread, value), "'"));
}

// int(value, base).
Value int_with_base(Thread& thread, Value value, Value base_value) {
  const Value base_number = to_int_by_index(thread, base_value);
  if (!base_number) return {};
  const int64_t base = int_to_int64(base_number).value_or(-1);
  if (base != 0 && (base < 2 || base > 36))
    return raise_value_error(thread, "int() base must be >= 2 and <= 36, or 0");
  if (is_str(value))
    return int_from_text(thread, value, as_str(value)->view(), static_cast<int>(base));
  if (is_kind(value, Kind::Bytes) || is_kind(value, Kind::ByteArray)) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, value);
    if (!bytes) return {};
    return int_from_byte_text(thread, value, *bytes, static_cast<int>(base));
  }
  return raise_type_error(thread, "int() can't convert non-string with explicit base");
}

Value int_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  if (type == thread.isolate.types.boolean)
    return raise_type_error(thread, "int.__new__(bool) is not safe, use bool.__new__()");
  Value number;
  if (!arguments[2].is_unset()) {
    if (arguments[1].is_unset()) return raise_type_error(thread, "int() missing string argument");
    number = int_with_base(thread, arguments[1], arguments[2]);
  } else {
    number = arguments[1].is_unset() ? Value::small_int(0) : int_from_object(thread, arguments[1]);
  }
  if (!number || type == thread.isolate.types.integer) return number;
  return int_instance(thread, type, number);
}

Value int_repr(Thread& thread, Arguments arguments) {
  return value_or_error(int_to_str(thread, arguments[0]));
}

Value int_format(Thread& thread, Arguments arguments) {
  Str* specification = format_specification(thread, arguments[1]);
  if (specification == nullptr) return {};
  return value_or_error(format_int(thread, arguments[0], specification->view()));
}

Value int_itself(Thread& thread, Arguments arguments) { return exact_int(thread, arguments[0]); }

Value int_as_float(Thread& thread, Arguments arguments) {
  const std::optional<double> number = int_to_double(thread, arguments[0]);
  return number ? make_float(thread, *number) : Value::error();
}

Value int_abs(Thread& thread, Arguments arguments) { return int_absolute(thread, arguments[0]); }

// value ** exponent % modulus, however the receiver stands among them.
Value int_pow(Thread& thread, Value base, Value exponent, Value modulus) {
  if (!is_int(base) || !is_int(exponent)) return Value::not_implemented();
  if (modulus.is_none()) return int_power(thread, base, exponent);
  if (!is_int(modulus)) return Value::not_implemented();
  return int_power_modulo(thread, base, exponent, modulus);
}
Value int_pow_method(Thread& thread, Arguments arguments) {
  return int_pow(thread, arguments[0], arguments[1], arguments[2]);
}
Value int_reflected_pow(Thread& thread, Arguments arguments) {
  return int_pow(thread, arguments[1], arguments[0], arguments[2]);
}

Value int_round_method(Thread& thread, Arguments arguments) {
  if (arguments[1].is_unset()) return exact_int(thread, arguments[0]);
  const Value digits = to_int_by_index(thread, arguments[1]);
  return digits ? int_round(thread, arguments[0], digits) : digits;
}

Value int_bit_length_method(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(int_bit_length(arguments[0])));
}

Value int_bit_count(Thread&, Arguments arguments) {
  const LimbView view(arguments[0]);
  return Value::small_int(
      view.is_zero() ? 0 : static_cast<int64_t>(mpn_popcount(view.limbs(), view.count())));
}

Value int_integer_ratio(Thread& thread, Arguments arguments) {
  const Value number = exact_int(thread, arguments[0]);
  return number ? make_value_tuple(thread, {number, Value::small_int(1)}) : number;
}

Value int_new_arguments(Thread& thread, Arguments arguments) {
  const Value number = exact_int(thread, arguments[0]);
  return number ? make_value_tuple(thread, {number}) : number;
}

template <BinaryOperator op>
constexpr NativeCode operation = number_operator<is_int, op>;
template <BinaryOperator op>
constexpr NativeCode reflected = reflected_number_operator<is_int, op>;
template <CompareOperator op>
constexpr NativeCode comparison = number_comparison<is_int, op>;

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, x=<unset>, /, base=<unset>)",
     "An integer from a number, or from text in a base of 2 to 36 (0: as its prefix says).",
     int_new},
    {"__repr__", "(self, /)", "Return repr(self).", int_repr},
    {"__hash__", "(self, /)", "Return hash(self).", number_hash_method},
    {"__lt__", "(self, value, /)", "Return self<value.", comparison<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", comparison<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", comparison<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", comparison<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", comparison<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", comparison<CompareOperator::Ge>},
    {"__add__", "(self, value, /)", "Return self+value.", operation<BinaryOperator::Add>},
    {"__radd__", "(self, value, /)", "Return value+self.", reflected<BinaryOperator::Add>},
    {"__sub__", "(self, value, /)", "Return self-value.", operation<BinaryOperator::Sub>},
    {"__rsub__", "(self, value, /)", "Return value-self.", reflected<BinaryOperator::Sub>},
    {"__mul__", "(self, value, /)", "Return self*value.", operation<BinaryOperator::Mul>},
    {"__rmul__", "(self, value, /)", "Return value*self.", reflected<BinaryOperator::Mul>},
    {"__mod__", "(self, value, /)", "Return self%value.", operation<BinaryOperator::Mod>},
    {"__rmod__", "(self, value, /)", "Return value%self.", reflected<BinaryOperator::Mod>},
    {"__divmod__", "(self, value, /)", "Return divmod(self, value).",
     operation<BinaryOperator::DivMod>},
    {"__rdivmod__", "(self, value, /)", "Return divmod(value, self).",
     reflected<BinaryOperator::DivMod>},
    {"__pow__", "(self, value, mod=None, /)", "Return pow(self, value, mod).", int_pow_method},
    {"__rpow__", "(self, value, mod=None, /)", "Return pow(value, self, mod).", int_reflected_pow},
    {"__neg__", "(self, /)", "-self", number_operator<UnaryOperator::Neg>},
    {"__pos__", "(self, /)", "+self", number_operator<UnaryOperator::Pos>},
    {"__abs__", "(self, /)", "abs(self)", int_abs},
    {"__bool__", "(self, /)", "True if self else False", number_is_true},
    {"__invert__", "(self, /)", "~self", number_operator<UnaryOperator::Invert>},
    {"__lshift__", "(self, value, /)", "Return self<<value.", operation<BinaryOperator::LShift>},
    {"__rlshift__", "(self, value, /)", "Return value<<self.", reflected<BinaryOperator::LShift>},
    {"__rshift__", "(self, value, /)", "Return self>>value.", operation<BinaryOperator::RShift>},
    {"__rrshift__", "(self, value, /)", "Return value>>self.", reflected<BinaryOperator::RShift>},
    {"__and__", "(self, value, /)", "Return self&value.", operation<BinaryOperator::And>},
    {"__rand__", "(self, value, /)", "Return value&self.", reflected<BinaryOperator::And>},
    {"__xor__", "(self, value, /)", "Return self^value.", operation<BinaryOperator::Xor>},
    {"__rxor__", "(self, value, /)", "Return value^self.", reflected<BinaryOperator::Xor>},
    {"__or__", "(self, value, /)", "Return self|value.", operation<BinaryOperator::Or>},
    {"__ror__", "(self, value, /)", "Return value|self.", reflected<BinaryOperator::Or>},
    {"__int__", "(self, /)", "int(self)", int_itself},
    {"__float__", "(self, /)", "float(self)", int_as_float},
    {"__floordiv__", "(self, value, /)", "Return self//value.",
     operation<BinaryOperator::FloorDiv>},
    {"__rfloordiv__", "(self, value, /)", "Return value//self.",
     reflected<BinaryOperator::FloorDiv>},
    {"__truediv__", "(self, value, /)", "Return self/value.", operation<BinaryOperator::TrueDiv>},
    {"__rtruediv__", "(self, value, /)", "Return value/self.", reflected<BinaryOperator::TrueDiv>},
    {"__index__", "(self, /)", "Return self as the int it is, for use as an index.", int_itself},
    {"conjugate", "(self, /)", "Returns self, the complex conjugate of any int.", int_itself},
    {"bit_length", "(self, /)", "Number of bits necessary to represent self in binary.",
     int_bit_length_method},
    {"bit_count", "(self, /)", "Number of ones in the binary form of the absolute value.",
     int_bit_count},
    {"to_bytes", "(self, /, length=1, byteorder='big', *, signed=False)",
     "The bytes of self in the given number and order, in two's complement if signed.",
     int_to_bytes},
    {"from_bytes", "(cls, /, bytes, byteorder='big', *, signed=False)",
     "The integer whose bytes are given, in two's complement if signed.", int_from_bytes},
    {"as_integer_ratio", "(self, /)", "Return (self, 1): numerator and denominator.",
     int_integer_ratio},
    {"__trunc__", "(self, /)", "Truncating an int returns itself.", int_itself},
    {"__floor__", "(self, /)", "The floor of an int is itself.", int_itself},
    {"__ceil__", "(self, /)", "The ceiling of an int is itself.", int_itself},
    {"__round__", "(self, ndigits=<unset>, /)",
     "Rounds to a multiple of a power of ten when ndigits is negative, half to even.",
     int_round_method},
    {"__getnewargs__", "(self, /)", "What __new__ needs to make an equal int.", int_new_arguments},
    {"__format__", "(self, format_spec, /)", "Format self as the specification says.", int_format},
};

constexpr NativeAttribute Attributes[] = {
    {"real", "The number itself: its real part.",
     [](Thread& thread, Value self) { return exact_int(thread, self); }, nullptr},
    {"imag", "Zero: the imaginary part.", [](Thread&, Value) { return Value::small_int(0); },
     nullptr},
    {"numerator", "The number itself, as a fraction's numerator.",
     [](Thread& thread, Value self) { return exact_int(thread, self); }, nullptr},
    {"denominator", "One: the denominator in lowest terms.",
     [](Thread&, Value) { return Value::small_int(1); }, nullptr},
};

}  // namespace

const TypeSpec integer_type_spec = {
    .name = "int",
    .module = "builtins",
    .doc =
        "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
        "Makes an integer of a number, truncating towards zero, or of text.",
    .instance_kind = Kind::Int,
    .instance_size = sizeof(Int),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = Attributes,
};

}  // namespace weft

// The type float: construction and methods.
#include <bit>
#include <cmath>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/builtin_types.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/number_text.h"
#include "interpreter/objects/numbers_methods.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

bool accepts(Value value) { return is_float(value) || is_int(value); }

Value float_from_text(Thread& thread, Value source, std::string_view digits) {
  if (const std::optional<double> number = parse_float(digits)) return make_float(thread, *number);
  Str* shown = repr(thread, source);
  if (shown == nullptr) return {};
  return raise_value_error(thread, text("could not convert string to float: ", shown->view()));
}

}  // namespace

Value float_from_object(Thread& thread, Value value) {
  if (value.is_immediate_double() || is_exactly(value, Kind::Float)) return value;
  if (is_exactly(value, Kind::Str)) return float_from_text(thread, value, as_str(value)->view());
  if (!find_special(thread, value, Special::Float).is_unset()) {
    const Value number = call_special(thread, value, Special::Float, {});
    if (!number) return {};
    if (!is_float(number))
      return raise_type_error(thread,
                              text(type_name(thread, value), ".__float__ returned non-float (type ",
                                   type_name(thread, number), ")"));
    return exact_float(thread, number);
  }
  if (!find_special(thread, value, Special::Index).is_unset()) {
    const Value index = to_int_by_index(thread, value);
    if (!index) return {};
    const std::optional<double> number = int_to_double(thread, index);
    return number ? make_float(thread, *number) : Value::error();
  }
  if (is_str(value)) return float_from_text(thread, value, as_str(value)->view());
  if (is_bytes_like(value)) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, value);
    if (!bytes) return {};
    // Bytes are no UTF-8: whatever is not ASCII is no digit either.
    const bool ascii = utf8::is_ascii(bytes->data(), bytes->size());
    return float_from_text(thread, value, ascii ? *bytes : std::string_view());
  }
  return raise_type_error(thread, text("float() argument must be a string or a real number, not '",
                                       type_name(thread, value), "'"));
}

namespace {

Value float_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  const Value number = float_from_object(thread, arguments[1]);
  if (!number || type == thread.isolate.types.floating) return number;
  return float_instance(thread, type, as_double(number));
}

Value float_repr_method(Thread& thread, Arguments arguments) {
  char buffer[FloatReprSize];
  return value_or_error(
      make_ascii_str(thread, {buffer, write_float_repr(buffer, as_double(arguments[0]))}));
}

Value float_format(Thread& thread, Arguments arguments) {
  Str* specification = format_specification(thread, arguments[1]);
  if (specification == nullptr) return {};
  return value_or_error(format_float(thread, arguments[0], specification->view()));
}

template <bool is_reflected>
Value float_pow_method(Thread& thread, Arguments arguments) {
  if (!arguments[2].is_none())
    return raise_type_error(thread,
                            "pow() 3rd argument not allowed unless all arguments are integers");
  if (!accepts(arguments[1])) return Value::not_implemented();
  return number_binary(thread, BinaryOperator::Pow, arguments[is_reflected ? 1 : 0],
                       arguments[is_reflected ? 0 : 1]);
}

Value float_abs(Thread& thread, Arguments arguments) {
  return make_float(thread, std::fabs(as_double(arguments[0])));
}

Value float_itself(Thread& thread, Arguments arguments) {
  return exact_float(thread, arguments[0]);
}

Value float_truncated(Thread& thread, Arguments arguments) {
  return float_to_int(thread, as_double(arguments[0]));
}
Value float_floor(Thread& thread, Arguments arguments) {
  return float_to_int(thread, std::floor(as_double(arguments[0])));
}
Value float_ceil(Thread& thread, Arguments arguments) {
  return float_to_int(thread, std::ceil(as_double(arguments[0])));
}

Value float_round_method(Thread& thread, Arguments arguments) {
  const double number = as_double(arguments[0]);
  if (arguments[1].is_none()) return float_to_int(thread, round_half_even(number));
  const Value digits = to_int_by_index(thread, arguments[1]);
  if (!digits) return {};
  constexpr int64_t FarAway = 100000;
  const std::optional<int64_t> small = small_value(digits);
  return float_round(thread, number, small ? *small : int_sign(digits) * FarAway);
}

Value float_is_integer(Thread&, Arguments arguments) {
  const double number = as_double(arguments[0]);
  return Value::boolean(std::isfinite(number) && std::floor(number) == number);
}

Value float_ratio(Thread& thread, Arguments arguments) {
  return float_integer_ratio(thread, as_double(arguments[0]));
}

Value float_hex_method(Thread& thread, Arguments arguments) {
  return value_or_error(make_ascii_str(thread, float_hex(as_double(arguments[0]))));
}

Value float_fromhex(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(thread, "bad argument type for built-in operation");
  const std::optional<double> number = float_from_hex(thread, as_str(arguments[1])->view());
  if (!number) return {};
  const Value result = make_float(thread, *number);
  if (!result || arguments[0].as_cell() == thread.isolate.types.floating) return result;
  return call(thread, arguments[0], {result});
}

Value float_getformat(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(thread, text("__getformat__() argument must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  const std::string_view name = as_str(arguments[1])->view();
  if (name != "double" && name != "float")
    return raise_value_error(thread, "__getformat__() argument 1 must be 'double' or 'float'");
  return value_or_error(make_ascii_str(thread, std::endian::native == std::endian::little
                                                   ? "IEEE, little-endian"
                                                   : "IEEE, big-endian"));
}

Value float_new_arguments(Thread& thread, Arguments arguments) {
  const Value number = exact_float(thread, arguments[0]);
  return number ? make_value_tuple(thread, {number}) : number;
}

template <BinaryOperator op>
constexpr NativeCode operation = number_operator<accepts, op>;
template <BinaryOperator op>
constexpr NativeCode reflected = reflected_number_operator<accepts, op>;
template <CompareOperator op>
constexpr NativeCode comparison = number_comparison<accepts, op>;

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, x=0.0, /)", "A float from a number or from text.", float_new},
    {"__repr__", "(self, /)", "Return repr(self).", float_repr_method},
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
    {"__pow__", "(self, value, mod=None, /)", "Return pow(self, value, mod).",
     float_pow_method<false>},
    {"__rpow__", "(self, value, mod=None, /)", "Return pow(value, self, mod).",
     float_pow_method<true>},
    {"__neg__", "(self, /)", "-self", number_operator<UnaryOperator::Neg>},
    {"__pos__", "(self, /)", "+self", number_operator<UnaryOperator::Pos>},
    {"__abs__", "(self, /)", "abs(self)", float_abs},
    {"__bool__", "(self, /)", "True if self else False", number_is_true},
    {"__int__", "(self, /)", "int(self)", float_truncated},
    {"__float__", "(self, /)", "float(self)", float_itself},
    {"__floordiv__", "(self, value, /)", "Return self//value.",
     operation<BinaryOperator::FloorDiv>},
    {"__rfloordiv__", "(self, value, /)", "Return value//self.",
     reflected<BinaryOperator::FloorDiv>},
    {"__truediv__", "(self, value, /)", "Return self/value.", operation<BinaryOperator::TrueDiv>},
    {"__rtruediv__", "(self, value, /)", "Return value/self.", reflected<BinaryOperator::TrueDiv>},
    {"conjugate", "(self, /)", "Returns self, the complex conjugate of any float.", float_itself},
    {"__trunc__", "(self, /)", "The int closest to self between zero and self.", float_truncated},
    {"__floor__", "(self, /)", "The floor as an int.", float_floor},
    {"__ceil__", "(self, /)", "The ceiling as an int.", float_ceil},
    {"__round__", "(self, ndigits=None, /)",
     "To the nearest int, or to ndigits decimal places; half to even.", float_round_method},
    {"as_integer_ratio", "(self, /)",
     "Numerator and positive denominator of the fraction that self is exactly, in lowest terms.",
     float_ratio},
    {"fromhex", "(cls, string, /)", "The float a hexadecimal string stands for.", float_fromhex},
    {"hex", "(self, /)", "The exact value in hexadecimal with a binary exponent.",
     float_hex_method},
    {"is_integer", "(self, /)", "Whether self is a whole number.", float_is_integer},
    {"__getnewargs__", "(self, /)", "What __new__ needs to make an equal float.",
     float_new_arguments},
    {"__getformat__", "(cls, typestr, /)", "How 'double' or 'float' numbers are laid out.",
     float_getformat},
    {"__format__", "(self, format_spec, /)", "Format self as the specification says.",
     float_format},
};

constexpr NativeAttribute Attributes[] = {
    {"real", "The number itself: its real part.",
     [](Thread& thread, Value self) { return exact_float(thread, self); }, nullptr},
    {"imag", "Zero: the imaginary part.",
     [](Thread& thread, Value) { return make_float(thread, 0.0); }, nullptr},
};

}  // namespace

const TypeSpec floating_type_spec = {
    .name = "float",
    .module = "builtins",
    .doc = "A floating point number: an IEEE 754 double, from a number or from text.",
    .instance_kind = Kind::Float,
    .instance_size = sizeof(Float),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = Attributes,
};

}  // namespace weft

// The type complex: construction and methods.
#include "interpreter/objects/builtin_types.h"
#include "interpreter/objects/complex.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/number_text.h"
#include "interpreter/objects/numbers_methods.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

bool accepts(Value value) { return is_complex(value) || is_float(value) || is_int(value); }

bool has_special(Thread& thread, Value value, Special special) {
  return !find_special(thread, value, special).is_unset();
}

// What stands for one argument of complex(): a complex number (by its own kind or __complex__) or
// a real one.
struct Part {
  ComplexNumber number;
  bool is_complex;
};

std::optional<Part> part_of(Thread& thread, Value value) {
  if (is_complex(value)) return Part{*complex_of(thread, value), true};
  const Value real = float_from_object(thread, value);
  if (!real) return std::nullopt;
  return Part{{as_double(real), 0.0}, false};
}

bool is_real(Thread& thread, Value value) {
  return has_special(thread, value, Special::Float) || has_special(thread, value, Special::Index);
}

// The first argument with __complex__ asked; error with an exception pending.
Value resolve_first(Thread& thread, Value value) {
  if (is_exactly(value, Kind::Complex) || !has_special(thread, value, Special::Complex))
    return value;
  const Value number = call_special(thread, value, Special::Complex, {});
  if (!number || is_complex(number)) return number;
  return raise_type_error(
      thread, text("__complex__ returned non-complex (type ", type_name(thread, number), ")"));
}

Value finish_new(Thread& thread, Type* type, ComplexNumber number) {
  if (type == thread.isolate.types.complex) return make_complex(thread, number);
  auto* instance = new_instance<Complex>(thread, type);
  if (instance == nullptr) return {};
  instance->real = number.real;
  instance->imaginary = number.imaginary;
  return Value::cell(instance);
}

Value complex_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  const bool has_second = !arguments[2].is_unset();
  Value first = arguments[1].is_unset() ? Value::small_int(0) : arguments[1];
  if (is_exactly(first, Kind::Complex) && !has_second && type == thread.isolate.types.complex)
    return first;
  if (is_str(first)) {
    if (has_second)
      return raise_type_error(thread, "complex() can't take second arg if first is a string");
    const std::optional<ComplexNumber> number = parse_complex(as_str(first)->view());
    if (!number) {
      std::string storage;
      if (plain_number_text(as_str(first)->view(), storage))
        return raise_value_error(thread, "complex() arg is a malformed string");
      Str* shown = repr(thread, first);
      if (shown == nullptr) return {};
      return raise_value_error(thread,
                               text("could not convert string to complex: ", shown->view()));
    }
    return finish_new(thread, type, *number);
  }
  if (has_second && is_str(arguments[2]))
    return raise_type_error(thread, "complex() second arg can't be a string");
  first = resolve_first(thread, first);
  if (!first) return {};
  if (!is_complex(first) && !is_real(thread, first))
    return raise_type_error(thread,
                            text("complex() first argument must be a string or a number, not '",
                                 type_name(thread, first), "'"));
  if (has_second && !is_complex(arguments[2]) && !is_real(thread, arguments[2]))
    return raise_type_error(thread, text("complex() second argument must be a number, not '",
                                         type_name(thread, arguments[2]), "'"));
  const std::optional<Part> real = part_of(thread, first);
  if (!real) return {};
  ComplexNumber number = real->number;
  if (!has_second) return finish_new(thread, type, number);
  const std::optional<Part> imaginary = part_of(thread, arguments[2]);
  if (!imaginary) return {};
  // first + second * 1j, without touching signs of zeros that no part brought in.
  if (imaginary->is_complex) number.real -= imaginary->number.imaginary;
  number.imaginary =
      real->is_complex ? number.imaginary + imaginary->number.real : imaginary->number.real;
  return finish_new(thread, type, number);
}

ComplexNumber self_of(Value self) {
  const auto* complex = self.as<Complex>();
  return {complex->real, complex->imaginary};
}

Value complex_repr_method(Thread& thread, Arguments arguments) {
  return value_or_error(make_ascii_str(thread, complex_repr(self_of(arguments[0]))));
}

Value complex_format(Thread& thread, Arguments arguments) {
  Str* specification = format_specification(thread, arguments[1]);
  if (specification == nullptr) return {};
  return value_or_error(format_complex(thread, arguments[0], specification->view()));
}

template <bool is_reflected>
Value complex_pow_method(Thread& thread, Arguments arguments) {
  if (!accepts(arguments[1])) return Value::not_implemented();
  if (!arguments[2].is_none()) return raise_value_error(thread, "complex modulo");
  return number_binary(thread, BinaryOperator::Pow, arguments[is_reflected ? 1 : 0],
                       arguments[is_reflected ? 0 : 1]);
}

Value complex_abs(Thread& thread, Arguments arguments) {
  return complex_absolute(thread, self_of(arguments[0]));
}

Value complex_conjugate(Thread& thread, Arguments arguments) {
  const ComplexNumber number = self_of(arguments[0]);
  return make_complex(thread, number.real, -number.imaginary);
}

Value complex_itself(Thread& thread, Arguments arguments) {
  return exact_complex(thread, arguments[0]);
}

Value complex_new_arguments(Thread& thread, Arguments arguments) {
  const ComplexNumber number = self_of(arguments[0]);
  const Value real = make_float(thread, number.real);
  if (!real) return {};
  const Value imaginary = make_float(thread, number.imaginary);
  return imaginary ? make_value_tuple(thread, {real, imaginary}) : imaginary;
}

// Complex numbers have no order.
Value complex_unordered(Thread&, Arguments) { return Value::not_implemented(); }

template <BinaryOperator op>
constexpr NativeCode operation = number_operator<accepts, op>;
template <BinaryOperator op>
constexpr NativeCode reflected = reflected_number_operator<accepts, op>;
template <CompareOperator op>
constexpr NativeCode comparison = number_comparison<accepts, op>;

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, real=<unset>, imag=<unset>)",
     "A complex number from text, or from a real and an imaginary part.", complex_new},
    {"__repr__", "(self, /)", "Return repr(self).", complex_repr_method},
    {"__hash__", "(self, /)", "Return hash(self).", number_hash_method},
    {"__lt__", "(self, value, /)", "Return self<value.", complex_unordered},
    {"__le__", "(self, value, /)", "Return self<=value.", complex_unordered},
    {"__eq__", "(self, value, /)", "Return self==value.", comparison<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", comparison<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", complex_unordered},
    {"__ge__", "(self, value, /)", "Return self>=value.", complex_unordered},
    {"__add__", "(self, value, /)", "Return self+value.", operation<BinaryOperator::Add>},
    {"__radd__", "(self, value, /)", "Return value+self.", reflected<BinaryOperator::Add>},
    {"__sub__", "(self, value, /)", "Return self-value.", operation<BinaryOperator::Sub>},
    {"__rsub__", "(self, value, /)", "Return value-self.", reflected<BinaryOperator::Sub>},
    {"__mul__", "(self, value, /)", "Return self*value.", operation<BinaryOperator::Mul>},
    {"__rmul__", "(self, value, /)", "Return value*self.", reflected<BinaryOperator::Mul>},
    {"__pow__", "(self, value, mod=None, /)", "Return pow(self, value, mod).",
     complex_pow_method<false>},
    {"__rpow__", "(self, value, mod=None, /)", "Return pow(value, self, mod).",
     complex_pow_method<true>},
    {"__neg__", "(self, /)", "-self", number_operator<UnaryOperator::Neg>},
    {"__pos__", "(self, /)", "+self", number_operator<UnaryOperator::Pos>},
    {"__abs__", "(self, /)", "abs(self)", complex_abs},
    {"__bool__", "(self, /)", "True if self else False", number_is_true},
    {"__truediv__", "(self, value, /)", "Return self/value.", operation<BinaryOperator::TrueDiv>},
    {"__rtruediv__", "(self, value, /)", "Return value/self.", reflected<BinaryOperator::TrueDiv>},
    {"conjugate", "(self, /)", "The complex conjugate: (3-4j) of (3+4j).", complex_conjugate},
    {"__complex__", "(self, /)", "Convert this value to exact type complex.", complex_itself},
    {"__getnewargs__", "(self, /)", "What __new__ needs to make an equal number.",
     complex_new_arguments},
    {"__format__", "(self, format_spec, /)", "Format self as the specification says.",
     complex_format},
};

constexpr NativeAttribute Attributes[] = {
    {"real", "The real part.",
     [](Thread& thread, Value self) { return make_float(thread, self.as<Complex>()->real); },
     nullptr, AttributeForm::Member},
    {"imag", "The imaginary part.",
     [](Thread& thread, Value self) { return make_float(thread, self.as<Complex>()->imaginary); },
     nullptr, AttributeForm::Member},
};

}  // namespace

const TypeSpec complex_type_spec = {
    .name = "complex",
    .module = "builtins",
    .doc = "A complex number, from text or from real + imag*1j.",
    .instance_kind = Kind::Complex,
    .instance_size = sizeof(Complex),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = Attributes,
};

}  // namespace weft

// complex: a pair of doubles, and arithmetic on them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "interpreter/objects/numbers.h"

namespace weft {

struct ComplexNumber {
  double real;
  double imaginary;
};

inline bool is_complex(Value value) { return is_kind(value, Kind::Complex); }

// Any number (int, float, complex) as a complex one. nullopt: OverflowError pending.
std::optional<ComplexNumber> complex_of(Thread& thread, Value number);
[[nodiscard]] inline Value make_complex(Thread& thread, ComplexNumber number) {
  return make_complex(thread, number.real, number.imaginary);
}
// An exact complex of the same value (itself if it is one).
[[nodiscard]] Value exact_complex(Thread& thread, Value number);

// The operator (+ - * / **) on two complex numbers.
[[nodiscard]] Value complex_binary(Thread& thread, BinaryOperator op, ComplexNumber left,
                                   ComplexNumber right);
[[nodiscard]] Value complex_power(Thread& thread, ComplexNumber base, ComplexNumber exponent);
// |number|; OverflowError.
[[nodiscard]] Value complex_absolute(Thread& thread, ComplexNumber number);

std::string complex_repr(ComplexNumber number);
// As complex(text): nullopt if malformed.
std::optional<ComplexNumber> parse_complex(std::string_view text);

}  // namespace weft

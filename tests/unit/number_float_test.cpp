// float and complex: text that reads back, hashes that agree with int, rounding, the sign rules.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <string>

#include "interpreter/objects/complex.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/floating.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"

namespace weft {
namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

class FloatTest : public ::testing::Test {
 protected:
  Isolate isolate{IsolateOptions{}};
  Thread& thread = *isolate.main_thread;

  double rounded(double number, int64_t digits) {
    return as_double(float_round(thread, number, digits));
  }
  bool raised(Type* type) { return clear_pending_if(thread, type); }
};

TEST_F(FloatTest, ReprIsShortestAndReadsBack) {
  EXPECT_EQ(float_repr(0.0), "0.0");
  EXPECT_EQ(float_repr(-0.0), "-0.0");
  EXPECT_EQ(float_repr(0.1), "0.1");
  EXPECT_EQ(float_repr(1e15), "1000000000000000.0");
  EXPECT_EQ(float_repr(1e16), "1e+16");
  EXPECT_EQ(float_repr(123456789012345680.0), "1.2345678901234568e+17");
  EXPECT_EQ(float_repr(0.0001), "0.0001");
  EXPECT_EQ(float_repr(0.00001), "1e-05");
  EXPECT_EQ(float_repr(5e-324), "5e-324");
  EXPECT_EQ(float_repr(Infinity), "inf");
  EXPECT_EQ(float_repr(-Infinity), "-inf");
  EXPECT_EQ(float_repr(NAN), "nan");
  std::mt19937_64 random(1);
  for (int i = 0; i < 100000; ++i) {
    const auto number = std::bit_cast<double>(random());
    if (std::isnan(number)) continue;
    const std::optional<double> read = parse_float(float_repr(number));
    ASSERT_TRUE(read && std::bit_cast<uint64_t>(*read) == std::bit_cast<uint64_t>(number));
    const std::optional<double> hex = float_from_hex(thread, float_hex(number));
    ASSERT_TRUE(hex && std::bit_cast<uint64_t>(*hex) == std::bit_cast<uint64_t>(number));
  }
}

TEST_F(FloatTest, Parsing) {
  EXPECT_EQ(parse_float(" 1_0.5e1_0\n"), 10.5e10);
  EXPECT_EQ(parse_float("\u0663.\u0665"), 3.5);
  EXPECT_EQ(parse_float("-Infinity"), -Infinity);
  EXPECT_EQ(parse_float("1e400"), Infinity);
  EXPECT_EQ(parse_float("-1e-400"), 0.0);
  EXPECT_EQ(parse_float("0." + std::string(400, '0') + "1e401"), 1.0);
  EXPECT_EQ(parse_float("1e99999999999999999999"), Infinity);
  EXPECT_EQ(parse_float("1e-99999999999999999999"), 0.0);
  for (const char* text : {"", ".", "1__0", "_1", "1_", "1e", "1e_5", "0x10", "1 2", "+-1", "infi"})
    EXPECT_FALSE(parse_float(text)) << text;
}

TEST_F(FloatTest, RoundingIsOfTheExactValue) {
  EXPECT_EQ(rounded(2.675, 2), 2.67);
  EXPECT_EQ(rounded(0.5, 0), 0.0);
  EXPECT_EQ(rounded(1.5, 0), 2.0);
  EXPECT_EQ(rounded(2.5, 0), 2.0);
  EXPECT_EQ(rounded(1250, -2), 1200);
  EXPECT_EQ(rounded(1350, -2), 1400);
  EXPECT_EQ(rounded(1250.0000001, -2), 1300);
  EXPECT_EQ(rounded(99.5, -1), 100);
  EXPECT_EQ(rounded(49, -2), 0);
  EXPECT_EQ(rounded(50, -2), 0);
  EXPECT_EQ(rounded(50.5, -2), 100);
  EXPECT_TRUE(std::signbit(rounded(-49, -2)));
  EXPECT_EQ(rounded(5e-324, 400), 5e-324);
  EXPECT_EQ(rounded(1.5, -400), 0);
  EXPECT_FALSE(float_round(thread, 1.7e308, -308));
  EXPECT_TRUE(raised(isolate.exceptions.overflow_error));
}

TEST_F(FloatTest, HashesAgreeWithInts) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20000; ++i) {
    const double number = std::trunc(std::ldexp(static_cast<double>(static_cast<int64_t>(random())),
                                                static_cast<int>(random() % 1000) - 60));
    if (std::isinf(number)) continue;
    const Value integer = int_from_double(thread, number);
    ASSERT_EQ(float_hash(number), int_hash(integer)) << number;
    ASSERT_EQ(int_to_double_or_infinity(integer), number);
    ASSERT_EQ(int_compare_double(integer, number), 0);
  }
  EXPECT_EQ(float_hash(0.5), 1152921504606846976);
  EXPECT_EQ(float_hash(-1), -2);
  EXPECT_EQ(float_hash(Infinity), 314159);
}

TEST_F(FloatTest, FloorDivisionFollowsTheDivisor) {
  const auto check = [](double left, double right, double quotient, double remainder) {
    const FloorDivision division = float_floor_divide(left, right);
    EXPECT_EQ(division.quotient, quotient) << left << " // " << right;
    EXPECT_EQ(division.remainder, remainder) << left << " % " << right;
    EXPECT_EQ(std::signbit(division.quotient), std::signbit(quotient));
    EXPECT_EQ(std::signbit(division.remainder), std::signbit(remainder));
  };
  check(7.5, 2, 3, 1.5);
  check(-7.5, 2, -4, 0.5);
  check(7.5, -2, -4, -0.5);
  check(-7.5, -2, 3, -1.5);
  check(-0.0, 1, -0.0, 0.0);
  check(0.0, -1, -0.0, -0.0);
  check(-5, Infinity, -1, Infinity);
  check(5, Infinity, 0, 5);
}

TEST_F(FloatTest, Powers) {
  EXPECT_FALSE(float_power(thread, 0.0, -1.0));
  EXPECT_TRUE(raised(isolate.exceptions.zero_division_error));
  EXPECT_FALSE(float_power(thread, 10.0, 400.0));
  EXPECT_TRUE(raised(isolate.exceptions.overflow_error));
  EXPECT_TRUE(is_complex(float_power(thread, -8.0, 0.5)));
  EXPECT_EQ(as_double(float_power(thread, -Infinity, 3.0)), -Infinity);
  EXPECT_EQ(as_double(float_power(thread, 2.0, -1074.0)), 5e-324);
}

TEST_F(FloatTest, IntegerRatio) {
  const auto* ratio = float_integer_ratio(thread, -0.75).as<Tuple>();
  EXPECT_EQ(ratio->values[0], Value::small_int(-3));
  EXPECT_EQ(ratio->values[1], Value::small_int(4));
  EXPECT_FALSE(float_integer_ratio(thread, NAN));
  EXPECT_TRUE(raised(isolate.exceptions.value_error));
}

TEST_F(FloatTest, ComplexText) {
  EXPECT_EQ(complex_repr({1, 2}), "(1+2j)");
  EXPECT_EQ(complex_repr({0, -1}), "-1j");
  EXPECT_EQ(complex_repr({-0.0, 1}), "(-0+1j)");
  EXPECT_EQ(complex_repr({NAN, -Infinity}), "(nan-infj)");
  EXPECT_EQ(complex_repr({1e16, 1.5e-7}), "(1e+16+1.5e-07j)");
  const auto check = [](std::string_view text, double real, double imaginary) {
    const std::optional<ComplexNumber> number = parse_complex(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(number->real, real) << text;
    EXPECT_EQ(number->imaginary, imaginary) << text;
  };
  check("1+2j", 1, 2);
  check(" ( -1.5e3-J ) ", -1500, -1);
  check("j", 0, 1);
  check("3", 3, 0);
  check("1_0j", 0, 10);
  check("inf-infj", Infinity, -Infinity);
  for (const char* text : {"", "1 + 2j", "1+2", "1+2jj", "(1", "1+-2j", "j1", "1j+2"})
    EXPECT_FALSE(parse_complex(text)) << text;
}

}  // namespace
}  // namespace weft

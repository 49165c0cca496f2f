// The encoding of values: what goes in comes out, bit for bit, and the kinds of values are told
// apart.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "runtime/heap/value.h"

namespace weft::runtime {
namespace {

int kinds_of(Value value) {
  return int{value.is_small_int()} + int{value.is_immediate_double()} + int{value.is_cell()} +
         int{value.is_error()} + int{value.is_none()} + int{value.is_bool()} +
         int{value.is_unset()} + int{value.is_not_implemented()} + int{value.is_ellipsis()};
}

TEST(HeapValue, ConstantsAreDistinctAndNothingElse) {
  const std::vector<Value> constants = {Value(),
                                        Value::none(),
                                        Value::boolean(false),
                                        Value::boolean(true),
                                        Value::unset(),
                                        Value::not_implemented(),
                                        Value::ellipsis()};
  for (size_t i = 0; i < constants.size(); ++i) {
    EXPECT_EQ(kinds_of(constants[i]), 1) << i;
    EXPECT_FALSE(constants[i].is_cell());
    for (size_t j = 0; j < constants.size(); ++j) {
      EXPECT_EQ(constants[i] == constants[j], i == j);
    }
  }
  EXPECT_FALSE(static_cast<bool>(Value::error()));
  EXPECT_TRUE(static_cast<bool>(Value::boolean(false)));
  EXPECT_TRUE(Value::boolean(true).is_true());
  EXPECT_TRUE(Value::boolean(false).is_false());
}

TEST(HeapValue, SmallIntsRoundTrip) {
  std::vector<int64_t> numbers = {0,
                                  1,
                                  -1,
                                  2,
                                  -2,
                                  Value::SmallIntMin,
                                  Value::SmallIntMin + 1,
                                  Value::SmallIntMax,
                                  Value::SmallIntMax - 1};
  for (int shift = 0; shift < 62; ++shift) {
    for (int64_t offset : {-1, 0, 1}) {
      numbers.push_back((int64_t{1} << shift) + offset);
      numbers.push_back(-(int64_t{1} << shift) + offset);
    }
  }
  for (int64_t number : numbers) {
    ASSERT_TRUE(Value::fits_small(number)) << number;
    const Value value = Value::small_int(number);
    EXPECT_EQ(value.as_small_int(), number);
    EXPECT_TRUE(value.is_small_int());
    EXPECT_EQ(kinds_of(value), 1) << number;
  }
  EXPECT_FALSE(Value::fits_small(Value::SmallIntMax + 1));
  EXPECT_FALSE(Value::fits_small(Value::SmallIntMin - 1));
  EXPECT_FALSE(Value::fits_small(std::numeric_limits<int64_t>::max()));
  EXPECT_FALSE(Value::fits_small(std::numeric_limits<int64_t>::min()));
}

void check_double(double number) {
  if (!Value::fits_double(number)) return;
  const Value value = Value::immediate_double(number);
  EXPECT_TRUE(value.is_immediate_double());
  EXPECT_EQ(kinds_of(value), 1) << number;
  EXPECT_EQ(std::bit_cast<uint64_t>(value.as_immediate_double()), std::bit_cast<uint64_t>(number))
      << number;
}

TEST(HeapValue, DoublesRoundTripOrAreRefused) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 1'000'000; ++i) check_double(std::bit_cast<double>(random()));
  for (uint64_t exponent = 0; exponent < 2048; ++exponent) {
    for (uint64_t mantissa : {uint64_t{0}, uint64_t{1}, (uint64_t{1} << 52) - 1}) {
      for (uint64_t sign : {0, 1}) {
        check_double(std::bit_cast<double>((sign << 63) | (exponent << 52) | mantissa));
      }
    }
  }
}

TEST(HeapValue, CommonDoublesAreImmediate) {
  for (double number : {0.0, 1.0, -1.0, 0.1, -0.5, 3.14159, 1e15, -1e-15, 1e70, 1e-70, 1e76, -1e76,
                        std::nextafter(0x1p257, 0), -std::nextafter(0x1p257, 0),
                        std::nextafter(0x1p-255, 1), -0x1p-255}) {
    EXPECT_TRUE(Value::fits_double(number)) << number;
    check_double(number);
  }
}

TEST(HeapValue, TheRestIsBoxed) {
  using Limits = std::numeric_limits<double>;
  for (double number :
       {-0.0, Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(), Limits::signaling_NaN(),
        Limits::max(), Limits::lowest(), Limits::min(), Limits::denorm_min(), -Limits::denorm_min(),
        0x1p257, -0x1p257, 0x1p-255, std::nextafter(0x1p-255, 0)}) {
    EXPECT_FALSE(Value::fits_double(number)) << number;
  }
}

TEST(HeapValue, PositiveZeroIsImmediate) {
  const Value zero = Value::immediate_double(0.0);
  EXPECT_TRUE(zero.is_immediate_double());
  EXPECT_EQ(std::bit_cast<uint64_t>(zero.as_immediate_double()), uint64_t{0});
}

TEST(HeapValue, CellsAreTheirPointers) {
  alignas(8) static char memory[8];
  const auto* cell = reinterpret_cast<const Cell*>(memory);
  const Value value = Value::cell(cell);
  EXPECT_TRUE(value.is_cell());
  EXPECT_EQ(kinds_of(value), 1);
  EXPECT_EQ(value.as_cell(), cell);
  EXPECT_EQ(value.bits(), reinterpret_cast<uint64_t>(cell));
}

}  // namespace
}  // namespace weft::runtime

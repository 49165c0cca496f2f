// int: laws of arithmetic over numbers around all boundaries, and limits that must not be passed.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "runtime/heap/rooted.h"

namespace weft {
namespace {

class IntegerTest : public ::testing::Test {
 protected:
  Isolate isolate{IsolateOptions{}};
  Thread& thread = *isolate.main_thread;

  Value parse(std::string_view text, int base = 10) { return parse_int(thread, text, base); }
  std::string shown(Value number, int base = 10) {
    Str* text = int_to_str(thread, number, base);
    return text == nullptr ? "error" : std::string(text->view());
  }
  Value op(BinaryOperator which, Value left, Value right) {
    const Value result = number_binary(thread, which, left, right);
    EXPECT_TRUE(result);
    check_form(result);
    return result;
  }
  Value add(Value left, Value right) { return op(BinaryOperator::Add, left, right); }
  Value subtract(Value left, Value right) { return op(BinaryOperator::Sub, left, right); }
  Value multiply(Value left, Value right) { return op(BinaryOperator::Mul, left, right); }
  bool same(Value left, Value right) { return int_compare(left, right) == 0; }

  // Numbers of 63 bits are small; cells hold no leading zeros.
  void check_form(Value number) {
    if (!is_kind(number, Kind::Int)) return;
    EXPECT_FALSE(int_to_int64(number) && Value::fits_small(*int_to_int64(number)));
    const LimbView view(number);
    EXPECT_NE(view.limbs()[view.count() - 1], 0u);
    EXPECT_LE(static_cast<uint64_t>(view.count()), number.as<Int>()->capacity);
  }

  // Around powers of two, limb boundaries, and at random.
  void make_numbers(runtime::RootedVector& numbers, std::mt19937_64& random) {
    const Value one = Value::small_int(1);
    for (const int bits : {1, 31, 32, 61, 62, 63, 64, 65, 127, 128, 129, 640, 3000}) {
      const Value power = op(BinaryOperator::LShift, one, Value::small_int(bits));
      for (int offset = -1; offset <= 1; ++offset) {
        const Value number = add(power, Value::small_int(offset));
        numbers.push_back(number);
        numbers.push_back(int_negate(thread, number));
      }
    }
    for (const int limbs : {1, 2, 3, 5, 9, 40, 120}) {
      for (int i = 0; i < 3; ++i) {
        std::vector<mp_limb_t> words(static_cast<size_t>(limbs));
        for (mp_limb_t& word : words) word = i == 2 && random() % 2 == 0 ? ~uint64_t{0} : random();
        numbers.push_back(int_from_limbs(thread, words.data(), words.size(), random() % 2 != 0));
      }
    }
    numbers.push_back(Value::small_int(0));
    numbers.push_back(Value::boolean(true));
  }

  bool raised(Type* type) { return clear_pending_if(thread, type); }
};

TEST_F(IntegerTest, SumsAndProducts) {
  std::mt19937_64 random(1);
  runtime::RootedVector numbers(isolate.heap);
  make_numbers(numbers, random);
  for (const Value a : numbers) {
    for (const Value b : numbers) {
      const Value sum = add(a, b);
      ASSERT_TRUE(same(sum, add(b, a)));
      ASSERT_TRUE(same(subtract(sum, b), a));
      ASSERT_TRUE(same(subtract(a, b), int_negate(thread, subtract(b, a))));
      ASSERT_TRUE(same(multiply(a, b), multiply(b, a)));
      // (a + b)^2 - (a - b)^2 == 4ab
      const Value difference = subtract(a, b);
      ASSERT_TRUE(same(subtract(multiply(sum, sum), multiply(difference, difference)),
                       multiply(Value::small_int(4), multiply(a, b))));
    }
  }
}

TEST_F(IntegerTest, FloorDivision) {
  std::mt19937_64 random(2);
  runtime::RootedVector numbers(isolate.heap);
  make_numbers(numbers, random);
  for (const Value a : numbers) {
    for (const Value b : numbers) {
      if (int_sign(b) == 0) continue;
      const Value quotient = op(BinaryOperator::FloorDiv, a, b);
      const Value remainder = op(BinaryOperator::Mod, a, b);
      ASSERT_TRUE(same(add(multiply(quotient, b), remainder), a));
      // The remainder has the divisor's sign and is smaller.
      if (int_sign(remainder) != 0) {
        ASSERT_EQ(int_sign(remainder), int_sign(b));
      }
      ASSERT_LT(int_compare(int_absolute(thread, remainder), int_absolute(thread, b)), 0);
      const Value both = int_divmod(thread, a, b);
      ASSERT_TRUE(same(both.as<Tuple>()->values[0], quotient));
      ASSERT_TRUE(same(both.as<Tuple>()->values[1], remainder));
    }
  }
}

TEST_F(IntegerTest, Bits) {
  std::mt19937_64 random(3);
  runtime::RootedVector numbers(isolate.heap);
  make_numbers(numbers, random);
  for (const Value a : numbers) {
    ASSERT_TRUE(same(int_invert(thread, int_invert(thread, a)), a));
    for (const Value b : numbers) {
      if (a.is_bool() && b.is_bool()) continue;
      const Value conjunction = op(BinaryOperator::And, a, b);
      const Value disjunction = op(BinaryOperator::Or, a, b);
      const Value exclusive = op(BinaryOperator::Xor, a, b);
      ASSERT_TRUE(same(add(conjunction, disjunction), add(a, b)));
      ASSERT_TRUE(same(subtract(disjunction, conjunction), exclusive));
      ASSERT_TRUE(same(op(BinaryOperator::Xor, exclusive, b), a));
      // ~(a & b) == ~a | ~b
      ASSERT_TRUE(same(int_invert(thread, conjunction),
                       op(BinaryOperator::Or, int_invert(thread, a), int_invert(thread, b))));
    }
    for (const int count : {0, 1, 7, 62, 63, 64, 65, 128, 700}) {
      const Value places = Value::small_int(count);
      const Value power = op(BinaryOperator::LShift, Value::small_int(1), places);
      ASSERT_TRUE(same(op(BinaryOperator::LShift, a, places), multiply(a, power)));
      ASSERT_TRUE(
          same(op(BinaryOperator::RShift, a, places), op(BinaryOperator::FloorDiv, a, power)));
    }
  }
}

TEST_F(IntegerTest, Powers) {
  for (int base = -12; base <= 12; ++base) {
    Value product = Value::small_int(1);
    for (int exponent = 0; exponent < 150; ++exponent) {
      const Value power =
          op(BinaryOperator::Pow, Value::small_int(base), Value::small_int(exponent));
      ASSERT_TRUE(same(power, product)) << base << " ** " << exponent;
      for (const char* text :
           {"1000000007", "-97", "18446744073709551629", "-340282366920938463463"}) {
        const Value modulus = parse(text);
        ASSERT_TRUE(same(
            int_power_modulo(thread, Value::small_int(base), Value::small_int(exponent), modulus),
            op(BinaryOperator::Mod, product, modulus)));
      }
      product = multiply(product, Value::small_int(base));
    }
  }
}

TEST_F(IntegerTest, ModularInverse) {
  const Value modulus = parse("170141183460469231731687303715884105727");
  for (int i = 1; i < 100; ++i) {
    const Value inverse =
        int_power_modulo(thread, Value::small_int(i), Value::small_int(-1), modulus);
    ASSERT_TRUE(inverse);
    ASSERT_TRUE(same(op(BinaryOperator::Mod, multiply(inverse, Value::small_int(i)), modulus),
                     Value::small_int(1)));
  }
  EXPECT_FALSE(
      int_power_modulo(thread, Value::small_int(2), Value::small_int(-1), Value::small_int(4)));
  EXPECT_TRUE(raised(isolate.exceptions.value_error));
}

TEST_F(IntegerTest, TextInAllBases) {
  isolate.int_max_str_digits = 0;
  std::mt19937_64 random(4);
  runtime::RootedVector numbers(isolate.heap);
  make_numbers(numbers, random);
  for (const Value number : numbers) {
    for (int base = 2; base <= 36; ++base)
      ASSERT_TRUE(same(parse(shown(number, base), base), number)) << base;
  }
}

TEST_F(IntegerTest, DigitsAreLimited) {
  const std::string most(4300, '7');
  const Value number = parse(most);
  ASSERT_TRUE(number);
  EXPECT_EQ(shown(number), most);
  EXPECT_FALSE(parse(most + "7"));
  EXPECT_TRUE(raised(isolate.exceptions.value_error));
  const Value longer = multiply(number, Value::small_int(10));
  EXPECT_EQ(int_to_str(thread, longer), nullptr);
  EXPECT_TRUE(raised(isolate.exceptions.value_error));
  // Powers of two are not.
  EXPECT_TRUE(parse(most, 8));
  EXPECT_NE(int_to_str(thread, longer, 16), nullptr);
}

TEST_F(IntegerTest, HugeResultsAreRefused) {
  const Value ten = Value::small_int(10);
  const Value huge = Value::small_int(10000000000);
  EXPECT_FALSE(int_binary(thread, BinaryOperator::Pow, ten, huge));
  EXPECT_TRUE(raised(isolate.exceptions.memory_error));
  EXPECT_FALSE(int_binary(thread, BinaryOperator::LShift, ten, huge));
  EXPECT_TRUE(raised(isolate.exceptions.memory_error));
  EXPECT_FALSE(int_binary(thread, BinaryOperator::LShift, ten, parse("1" + std::string(30, '0'))));
  EXPECT_TRUE(raised(isolate.exceptions.overflow_error));
  EXPECT_FALSE(int_binary(thread, BinaryOperator::LShift, ten, Value::small_int(-1)));
  EXPECT_TRUE(raised(isolate.exceptions.value_error));
}

TEST_F(IntegerTest, TheHeapLimitHolds) {
  isolate.heap.options().limit_bytes = 32 << 20;
  Value number = parse("3");
  while (number) number = int_binary(thread, BinaryOperator::Mul, number, number);
  EXPECT_TRUE(raised(isolate.exceptions.memory_error));
  EXPECT_TRUE(add(Value::small_int(Value::SmallIntMax), Value::small_int(1)));
}

TEST_F(IntegerTest, QuotientsRoundOnce) {
  const auto quotient = [&](std::string_view left, std::string_view right) {
    return as_double(int_true_divide(thread, parse(left), parse(right)));
  };
  EXPECT_EQ(quotient("9007199254740993", "1"), 9007199254740992.0);  // half to even
  EXPECT_EQ(quotient("9007199254740995", "1"), 9007199254740996.0);
  EXPECT_EQ(quotient("18014398509481985", "2"), 9007199254740992.0);  // a little over half
  EXPECT_EQ(quotient("18014398509481986000000000000000000001", "2000000000000000000000"),
            9007199254740994.0);
  EXPECT_EQ(quotient("1", "-3"), -1.0 / 3);
  const Value power =
      int_binary(thread, BinaryOperator::LShift, Value::small_int(1), Value::small_int(1074));
  EXPECT_EQ(as_double(int_true_divide(thread, Value::small_int(1), power)), 5e-324);
  EXPECT_EQ(as_double(int_true_divide(
                thread, Value::small_int(1),
                int_binary(thread, BinaryOperator::LShift, power, Value::small_int(1)))),
            0.0);
  EXPECT_EQ(as_double(int_true_divide(
                thread, Value::small_int(3),
                int_binary(thread, BinaryOperator::LShift, power, Value::small_int(1)))),
            1e-323);
}

TEST_F(IntegerTest, ComparisonWithFloatsIsExact) {
  EXPECT_GT(int_compare_double(parse("9007199254740993"), 9007199254740992.0), 0);
  EXPECT_EQ(int_compare_double(parse("9007199254740992"), 9007199254740992.0), 0);
  EXPECT_LT(int_compare_double(parse("-9007199254740993"), -9007199254740992.0), 0);
  EXPECT_GT(int_compare_double(Value::small_int(1), 0.5), 0);
  EXPECT_LT(int_compare_double(Value::small_int(-1), -0.5), 0);
  EXPECT_EQ(int_compare_double(parse("1267650600228229401496703205376"), 0x1p100), 0);
  EXPECT_GT(int_compare_double(parse("1267650600228229401496703205377"), 0x1p100), 0);
  EXPECT_LT(int_compare_double(parse("1" + std::string(400, '0')), 1.0 / 0.0), 0);
  EXPECT_GT(int_compare_double(parse("1" + std::string(400, '0')), 1e308), 0);
}

TEST_F(IntegerTest, SubclassInstancesKeepTheirValue) {
  Str* name = intern(thread, "Number");
  const Value bases[] = {Value::cell(isolate.types.integer)};
  Type* type = make_class(thread, isolate.types.type, name, make_tuple(thread, bases),
                          make_dict(thread), nullptr);
  ASSERT_NE(type, nullptr);
  for (const char* text : {"0", "-1", "4611686018427387904", "-99999999999999999999999999"}) {
    const Value number = parse(text);
    const Value instance = int_instance(thread, type, number);
    ASSERT_TRUE(is_kind(instance, Kind::Int));
    EXPECT_TRUE(same(instance, number));
    EXPECT_EQ(shown(instance), text);
    EXPECT_TRUE(same(add(instance, Value::small_int(1)), add(number, Value::small_int(1))));
    EXPECT_EQ(int_hash(instance), int_hash(number));
    ASSERT_TRUE(set_own_attribute(thread, instance.as<Object>(), name, Value::small_int(5)));
    isolate.heap.collect();
    EXPECT_EQ(find_own_attribute(instance.as<Object>(), name), Value::small_int(5));
    EXPECT_EQ(shown(instance), text);
  }
}

}  // namespace
}  // namespace weft

// Values of the host in the script and back.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using weft::Handle;
using weft::Interpreter;

TEST(Values, NumbersGoThereAndBack) {
  Interpreter interpreter;
  EXPECT_EQ(interpreter.make(42).to<int>(), 42);
  EXPECT_EQ(interpreter.make(-1).repr(), "-1");
  EXPECT_EQ(interpreter.make(true).repr(), "True");
  EXPECT_EQ(interpreter.make(1.5).repr(), "1.5");
  EXPECT_EQ(interpreter.make(0.1f).to<float>(), 0.1f);
  for (const int64_t number :
       {INT64_MIN, INT64_MIN + 1, INT64_MIN / 2, INT64_MIN / 2 - 1, int64_t{-1}, int64_t{0},
        INT64_MAX / 2, INT64_MAX / 2 + 1, INT64_MAX}) {
    EXPECT_EQ(interpreter.make(number).to<int64_t>(), number);
    EXPECT_EQ(interpreter.make(number).repr(), std::to_string(number));
  }
  for (const uint64_t number :
       {uint64_t{0}, uint64_t{1} << 32, uint64_t{1} << 62, uint64_t{1} << 63, UINT64_MAX}) {
    EXPECT_EQ(interpreter.make(number).to<uint64_t>(), number);
    EXPECT_EQ(interpreter.make(number).repr(), std::to_string(number));
  }
  for (const double number : {0.0, -0.0, 1e-310, 1e308, std::numeric_limits<double>::infinity()}) {
    const double back = interpreter.make(number).to<double>();
    EXPECT_EQ(back, number);
    EXPECT_EQ(std::signbit(back), std::signbit(number));
  }
  EXPECT_TRUE(std::isnan(interpreter.make(std::nan("")).to<double>()));
}

TEST(Values, ConversionsRefuseWhatDoesNotFit) {
  Interpreter interpreter;
  const auto conversion = [&]<class T>(const char* expression, T) {
    const Handle value = interpreter.evaluate(expression);
    return error_of([&] { static_cast<void>(value.to<T>()); });
  };
  EXPECT_EQ(conversion("2**31", int32_t{}), "OverflowError: the int does not fit an integer type");
  EXPECT_EQ(conversion("2**31 - 1", int32_t{}), "no error");
  EXPECT_EQ(conversion("-1", uint8_t{}),
            "OverflowError: the int does not fit a 64-bit unsigned integer");
  EXPECT_EQ(conversion("256", uint8_t{}),
            "OverflowError: the int does not fit an unsigned integer type");
  EXPECT_EQ(conversion("2**64", uint64_t{}),
            "OverflowError: the int does not fit a 64-bit unsigned integer");
  EXPECT_EQ(conversion("-2**64", uint64_t{}),
            "OverflowError: the int does not fit a 64-bit unsigned integer");
  EXPECT_EQ(conversion("2**63", int64_t{}).substr(0, 14), "OverflowError:");
  EXPECT_EQ(conversion("1.5", int{}),
            "TypeError: 'float' object cannot be interpreted as an integer");
  EXPECT_EQ(conversion("'1'", double{}), "TypeError: must be real number, not str");
  EXPECT_EQ(conversion("1", bool{}), "TypeError: expected bool, got int");
  EXPECT_EQ(conversion("None", std::string{}), "TypeError: expected str, got NoneType");
  EXPECT_EQ(conversion("3", std::vector<int>{}), "TypeError: 'int' object is not iterable");
  EXPECT_EQ(conversion("[1, 'a']", std::vector<int>{}),
            "TypeError: 'str' object cannot be interpreted as an integer");
}

TEST(Values, ObjectsThatActAsNumbersConvert) {
  Interpreter interpreter;
  interpreter.run(
      "class Index:\n"
      "    def __index__(self): return 7\n"
      "class Real:\n"
      "    def __float__(self): return 2.5\n");
  EXPECT_EQ(interpreter.evaluate("Index()").to<int>(), 7);
  EXPECT_EQ(interpreter.evaluate("Index()").to<uint16_t>(), 7);
  EXPECT_EQ(interpreter.evaluate("True").to<int>(), 1);
  EXPECT_EQ(interpreter.evaluate("Real()").to<double>(), 2.5);
  EXPECT_EQ(interpreter.evaluate("3").to<double>(), 3.0);
}

TEST(Values, TextIsUtf8) {
  Interpreter interpreter;
  const std::string text = "grüße \U0001F642\n";
  EXPECT_EQ(interpreter.make(text).to<std::string>(), text);
  EXPECT_EQ(interpreter.make(text).length(), 8u);
  const std::string with_zero("a\0b", 3);
  EXPECT_EQ(interpreter.make(with_zero).to<std::string>(), with_zero);
  EXPECT_EQ(interpreter.make(with_zero).repr(), "'a\\x00b'");
  EXPECT_EQ(error_of([&] { interpreter.make("\xff"); }),
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start "
            "byte");
}

TEST(Values, VectorsAreLists) {
  Interpreter interpreter;
  EXPECT_EQ(interpreter.make(std::vector<int>{1, 2, 3}).repr(), "[1, 2, 3]");
  EXPECT_EQ(interpreter.make(std::vector<bool>{true, false}).repr(), "[True, False]");
  EXPECT_EQ(interpreter.make(std::vector<std::vector<std::string>>{{"a"}, {}, {"b", "c"}}).repr(),
            "[['a'], [], ['b', 'c']]");
  const auto back = interpreter.evaluate("((x, str(x)) for x in range(3))")
                        .to<std::vector<std::vector<Handle>>>();
  ASSERT_EQ(back.size(), 3u);
  EXPECT_EQ(back[2][0].to<int>(), 2);
  EXPECT_EQ(back[2][1].to<std::string>(), "2");
  EXPECT_EQ(interpreter.evaluate("'abc'").to<std::vector<std::string>>(),
            (std::vector<std::string>{"a", "b", "c"}));
}

TEST(Values, OptionalIsNoneOrTheValue) {
  Interpreter interpreter;
  EXPECT_TRUE(interpreter.make(std::optional<int>()).is_none());
  EXPECT_EQ(interpreter.make(std::optional<int>(3)).repr(), "3");
  EXPECT_EQ(interpreter.none().to<std::optional<std::string>>(), std::nullopt);
  EXPECT_EQ(interpreter.make("x").to<std::optional<std::string>>(), "x");
}

TEST(Values, AttributesItemsCallsAndTruth) {
  Interpreter interpreter;
  interpreter.run(
      "class Point:\n"
      "    def __init__(self, x, y=0, **rest): self.x, self.y, self.rest = x, y, rest\n"
      "    def __len__(self): return 2\n"
      "    def __bool__(self): raise ValueError('neither')\n"
      "table = {'a': 1, 2: 'two'}\n");
  const Handle point = interpreter.global("Point")(3, "high");
  EXPECT_EQ(point.type_name(), "Point");
  EXPECT_EQ(point.attribute("x").to<int>(), 3);
  EXPECT_EQ(point.attribute("y").str(), "high");
  point.set_attribute("x", interpreter.make(4));
  EXPECT_EQ(point.attribute("x").to<int>(), 4);
  EXPECT_FALSE(point.has_attribute("z"));
  EXPECT_TRUE(point.has_attribute("y"));
  point.delete_attribute("y");
  EXPECT_FALSE(point.has_attribute("y"));
  EXPECT_EQ(point.length(), 2u);
  EXPECT_EQ(error_of([&] { point.attribute("y"); }),
            "AttributeError: 'Point' object has no attribute 'y'");
  EXPECT_EQ(error_of([&] { static_cast<void>(point.is_true()); }), "ValueError: neither");

  const Handle named = interpreter.global("Point").call(
      {}, {{"x", interpreter.make(1)}, {"colour", interpreter.make("red")}});
  EXPECT_EQ(named.attribute("rest").repr(), "{'colour': 'red'}");
  EXPECT_EQ(error_of([&] { interpreter.global("Point")(); }),
            "TypeError: Point.__init__() missing 1 required positional argument: 'x'");

  const Handle table = interpreter.global("table");
  EXPECT_EQ(table.item("a").to<int>(), 1);
  EXPECT_EQ(table.item(2).str(), "two");
  table.set_item("b", interpreter.make(std::vector<int>{1}));
  EXPECT_EQ(table.item("b").item(0).to<int>(), 1);
  EXPECT_EQ(table.length(), 3u);
  EXPECT_EQ(error_of([&] { table.item("none"); }), "KeyError: 'none'");
  EXPECT_EQ(error_of([&] { interpreter.make(3)(); }), "TypeError: 'int' object is not callable");
}

TEST(Values, IdentityAndClasses) {
  Interpreter interpreter;
  const Handle list = interpreter.evaluate("[]");
  const Handle other = interpreter.evaluate("[]");
  EXPECT_TRUE(list.is(Handle(list)));
  EXPECT_FALSE(list.is(other));
  EXPECT_TRUE(interpreter.none().is(interpreter.evaluate("None")));
  EXPECT_TRUE(interpreter.is_instance(interpreter.make(true), "int"));
  EXPECT_FALSE(interpreter.is_instance(list, "tuple"));
}

TEST(Values, GlobalsAreThoseOfMain) {
  Interpreter interpreter;
  interpreter.set_global("limit", interpreter.make(10));
  interpreter.run("import __main__\nassert __main__.limit == 10\nlimit += 1");
  EXPECT_EQ(interpreter.global("limit").to<int>(), 11);
  EXPECT_EQ(interpreter.global("len")("four").to<int>(), 4);
  EXPECT_EQ(error_of([&] { interpreter.global("nothing"); }),
            "NameError: name 'nothing' is not defined");
  EXPECT_EQ(interpreter.import("math").attribute("sqrt")(9.0).to<double>(), 3.0);
  EXPECT_EQ(error_of([&] { interpreter.import("no_such_module"); }),
            "ModuleNotFoundError: No module named 'no_such_module'");
  EXPECT_EQ(interpreter.evaluate("__name__").to<std::string>(), "__main__");
}

}  // namespace

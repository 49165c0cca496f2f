// Methods of str, bytes, bytearray and memoryview, codecs and formatting, as scripts call them. The
// expected texts are what CPython 3.11 prints. Everything runs once more with a collection at every
// allocation.
#include <gtest/gtest.h>

#include <string>

#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/memoryview.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

IsolateOptions options_for(bool stress) {
  IsolateOptions options;
  options.heap.stress_interval = stress ? 1 : 0;
  return options;
}

class TextMethods : public ::testing::TestWithParam<bool> {
 protected:
  Isolate isolate{options_for(GetParam())};
  Thread& thread = *isolate.main_thread;

  Value text_value(std::string_view text) { return Value::cell(make_str(thread, text)); }
  Value bytes_value(std::string_view bytes) { return Value::cell(make_bytes(thread, bytes)); }
  Value bytearray_value(std::string_view bytes) {
    return Value::cell(make_bytearray(thread, bytes));
  }
  Value number(int64_t value) { return Value::small_int(value); }

  // repr(value), or "Type: message" of the exception that is pending.
  std::string shown(Value value) {
    if (value) {
      const Str* text = repr(thread, value);
      if (text != nullptr) return std::string(text->view());
    }
    Exception* exception = take_pending(thread);
    if (exception == nullptr) return "no exception";
    const Str* message = str(thread, Value::cell(exception));
    return std::string(type_name(thread, Value::cell(exception))) + ": " +
           std::string(message->view());
  }
  std::string call_text(Value self, std::string_view name,
                        std::initializer_list<Value> arguments = {}) {
    return shown(call_method(thread, self, name, arguments));
  }
  std::string on(std::string_view text, std::string_view name,
                 std::initializer_list<Value> arguments = {}) {
    return call_text(text_value(text), name, arguments);
  }
  std::string formatted(Value value, std::string_view specification) {
    return shown(Value::cell(format(thread, value, make_str(thread, specification))));
  }
  std::string percent(std::string_view format, std::initializer_list<Value> arguments) {
    Tuple* tuple = make_tuple(thread, std::span<const Value>(arguments.begin(), arguments.size()));
    return shown(binary(thread, BinaryOperator::Mod, text_value(format), Value::cell(tuple)));
  }
};

INSTANTIATE_TEST_SUITE_P(Plain, TextMethods, ::testing::Values(false));
INSTANTIATE_TEST_SUITE_P(CollectAlways, TextMethods, ::testing::Values(true));

TEST_P(TextMethods, Case) {
  EXPECT_EQ(on("hELLO wORLD", "capitalize"), "'Hello world'");
  EXPECT_EQ(on("they're bill's", "title"), "\"They'Re Bill'S\"");
  EXPECT_EQ(on("Straße", "upper"), "'STRASSE'");
  EXPECT_EQ(on("ΑΣ ΟΔΟΣ", "lower"), "'ας οδος'");
  EXPECT_EQ(on("Σ", "lower"), "'σ'");
  EXPECT_EQ(on("ǆabc", "title"), "'ǅabc'");
  EXPECT_EQ(on("Straße", "casefold"), "'strasse'");
  EXPECT_EQ(on("aBcß", "swapcase"), "'AbCSS'");
  EXPECT_EQ(on("Ab Cd", "istitle"), "True");
  EXPECT_EQ(on("Ab CD", "istitle"), "False");
}

TEST_P(TextMethods, Searching) {
  EXPECT_EQ(on("abcabc", "find", {text_value("c")}), "2");
  EXPECT_EQ(on("abcabc", "rfind", {text_value("bc")}), "4");
  EXPECT_EQ(on("abc", "find", {text_value(""), number(4)}), "-1");
  EXPECT_EQ(on("abc", "find", {text_value(""), number(3)}), "3");
  EXPECT_EQ(on("éaéb", "index", {text_value("b")}), "3");
  EXPECT_EQ(on("abc", "index", {text_value("x")}), "ValueError: substring not found");
  EXPECT_EQ(on("aaaa", "count", {text_value("aa")}), "2");
  EXPECT_EQ(on("aé", "count", {text_value("")}), "3");
  EXPECT_EQ(on("abc", "startswith", {text_value("b"), number(1)}), "True");
  EXPECT_EQ(on("abc", "startswith", {number(1)}),
            "TypeError: startswith first arg must be str or a tuple of str, not int");
  EXPECT_EQ(on("abab", "replace", {text_value("b"), text_value("xy")}), "'axyaxy'");
  EXPECT_EQ(on("aé", "replace", {text_value(""), text_value("-")}), "'-a-é-'");
  EXPECT_EQ(on("a-b-c", "rpartition", {text_value("-")}), "('a-b', '-', 'c')");
}

TEST_P(TextMethods, SplittingAndJoining) {
  EXPECT_EQ(on("  a b\u2003c ", "split"), "['a', 'b', 'c']");
  EXPECT_EQ(on("a,b,,c", "split", {text_value(",")}), "['a', 'b', '', 'c']");
  EXPECT_EQ(on("a b c", "rsplit", {Value::none(), number(1)}), "['a b', 'c']");
  EXPECT_EQ(on("a b  c ", "split", {Value::none(), number(1)}), "['a', 'b  c ']");
  EXPECT_EQ(on("a\r\nb\x1c\nc", "splitlines", {Value::boolean(true)}),
            "['a\\r\\n', 'b\\x1c', '\\n', 'c']");
  const Value parts[] = {text_value("x"), text_value("é"), text_value("")};
  EXPECT_EQ(on("--", "join", {Value::cell(make_tuple(thread, parts))}), "'x--é--'");
  EXPECT_EQ(on(",", "join", {number(1)}), "TypeError: can only join an iterable");
  EXPECT_EQ(on(",", "split", {text_value("")}), "ValueError: empty separator");
}

TEST_P(TextMethods, Padding) {
  EXPECT_EQ(on("ab", "center", {number(5)}), "'  ab '");
  EXPECT_EQ(on("abc", "center", {number(6)}), "' abc  '");
  EXPECT_EQ(on("-42", "zfill", {number(6)}), "'-00042'");
  EXPECT_EQ(on("xéyx", "strip", {text_value("éx")}), "'y'");
  EXPECT_EQ(on("a\tbc\td", "expandtabs", {number(4)}), "'a   bc  d'");
}

TEST_P(TextMethods, Translating) {
  const Value table = call_method(thread, text_value(""), "maketrans",
                                  {text_value("abc"), text_value("xyz"), text_value("d")});
  EXPECT_EQ(on("aabbccdde", "translate", {table}), "'xxyyzze'");
}

TEST_P(TextMethods, Codecs) {
  const auto encoded = [&](std::string_view text, std::string_view encoding,
                           std::string_view errors) {
    return on(text, "encode", {text_value(encoding), text_value(errors)});
  };
  const auto decoded = [&](std::string_view bytes, std::string_view encoding,
                           std::string_view errors) {
    return call_text(bytes_value(bytes), "decode", {text_value(encoding), text_value(errors)});
  };
  EXPECT_EQ(encoded("aé中", "utf-8", "strict"), R"(b'a\xc3\xa9\xe4\xb8\xad')");
  EXPECT_EQ(encoded("a\U00012345", "UTF_16", "strict"), R"(b'\xff\xfea\x00\x08\xd8E\xdf')");
  EXPECT_EQ(encoded("aé中", "latin-1", "backslashreplace"), R"(b'a\xe9\\u4e2d')");
  EXPECT_EQ(encoded("aé中", "ascii", "xmlcharrefreplace"), "b'a&#233;&#20013;'");
  EXPECT_EQ(encoded("a中文b", "ascii", "strict"),
            "UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal "
            "not in range(128)");
  EXPECT_EQ(encoded("a", "nonsense", "strict"), "LookupError: unknown encoding: nonsense");
  EXPECT_EQ(decoded("a\xe2\x82", "utf-8", "strict"),
            "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end "
            "of data");
  EXPECT_EQ(decoded("a\xed\xa0\x80z", "utf-8", "replace"),
            "'a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz'");
  EXPECT_EQ(decoded("a\xed\xa0\x80z", "utf-8", "surrogatepass"), R"('a\ud800z')");
  EXPECT_EQ(decoded("a\xffz", "utf-8", "surrogateescape"), R"('a\udcffz')");
  EXPECT_EQ(decoded("a\xffz", "ascii", "zz"), "LookupError: unknown error handler name 'zz'");
  EXPECT_EQ(decoded(std::string_view("\0\xd8z\0", 4), "utf-16-le", "ignore"), "'z'");
}

TEST_P(TextMethods, FormattingNumbers) {
  EXPECT_EQ(formatted(number(1234567), ","), "'1,234,567'");
  EXPECT_EQ(formatted(number(-1234567), "012,"), "'-001,234,567'");
  EXPECT_EQ(formatted(number(1234567), "#012_x"), "'0x0_0012_d687'");
  EXPECT_EQ(formatted(number(255), "*^#10X"), "'***0XFF***'");
  EXPECT_EQ(formatted(number(65), "c"), "'A'");
  EXPECT_EQ(formatted(number(3), ".2%"), "'300.00%'");
  EXPECT_EQ(formatted(number(1), ".1"),
            "ValueError: Precision not allowed in integer format specifier");
  EXPECT_EQ(formatted(make_float(thread, 123.0), ".3"), "'1.23e+02'");
  EXPECT_EQ(formatted(make_float(thread, 1e16), ""), "'1e+16'");
  EXPECT_EQ(formatted(make_float(thread, -0.001), "z.1f"), "'0.0'");
  EXPECT_EQ(formatted(make_float(thread, 123456789.123), "020,.2f"), "'0,000,123,456,789.12'");
  EXPECT_EQ(formatted(make_float(thread, 1.5), "d"),
            "ValueError: Unknown format code 'd' for object of type 'float'");
  EXPECT_EQ(formatted(make_complex(thread, 1, -2), ".1f"), "'1.0-2.0j'");
  EXPECT_EQ(formatted(Value::boolean(true), "5"), "'    1'");
}

TEST_P(TextMethods, FormattingText) {
  EXPECT_EQ(formatted(text_value("abcdef"), "*^9.3"), "'***abc***'");
  EXPECT_EQ(formatted(text_value("a"), "=5"),
            "ValueError: '=' alignment not allowed in string format specifier");
  EXPECT_EQ(formatted(text_value("a"), "5ss"),
            "ValueError: Invalid format specifier '5ss' for object of type 'str'");
}

TEST_P(TextMethods, Percent) {
  EXPECT_EQ(percent("%s is %d%%", {text_value("x"), number(5)}), "'x is 5%'");
  EXPECT_EQ(percent("%#.5x|%+d|% 05d", {number(42), number(5), number(7)}), "'0x0002a|+5| 0007'");
  EXPECT_EQ(percent("%*.*f", {number(8), number(2), make_float(thread, 3.14159)}), "'    3.14'");
  EXPECT_EQ(percent("%r %a", {text_value("é"), text_value("é")}), R"("'é' '\\xe9'")");
  EXPECT_EQ(percent("%d", {text_value("a")}),
            "TypeError: %d format: a real number is required, not str");
  EXPECT_EQ(percent("%d", {}), "TypeError: not enough arguments for format string");
  EXPECT_EQ(percent("x", {number(1)}),
            "TypeError: not all arguments converted during string formatting");
  EXPECT_EQ(percent("é%y", {number(1)}),
            "ValueError: unsupported format character 'y' (0x79) at index 2");
}

TEST_P(TextMethods, Templates) {
  EXPECT_EQ(on("{0}-{1!r:>6}-{{}}", "format", {number(1), text_value("x")}), "\"1-   'x'-{}\"");
  EXPECT_EQ(on("{:{}.{}}|", "format", {text_value("abcdef"), number(5), number(2)}), "'ab   |'");
  EXPECT_EQ(on("{}{0}", "format", {number(1), number(2)}),
            "ValueError: cannot switch from automatic field numbering to manual field "
            "specification");
  EXPECT_EQ(on("{", "format"), "ValueError: Single '{' encountered in format string");
  EXPECT_EQ(on("{a}", "format"), "KeyError: 'a'");
}

TEST_P(TextMethods, ByteArrays) {
  const Value array = bytearray_value("abc");
  EXPECT_EQ(call_text(array, "extend", {bytes_value("def")}), "None");
  EXPECT_EQ(call_text(array, "insert", {number(0), number('_')}), "None");
  EXPECT_EQ(call_text(array, "pop"), "102");
  EXPECT_EQ(shown(array), "bytearray(b'_abcde')");
  EXPECT_EQ(call_text(array, "append", {number(256)}), "ValueError: byte must be in range(0, 256)");
  EXPECT_TRUE(bytearray_splice(thread, array.as<ByteArray>(), 1, 2, "XYZ"));
  EXPECT_TRUE(bytearray_splice(thread, array.as<ByteArray>(), 0, 2, {}));
  EXPECT_EQ(shown(array), "bytearray(b'YZcde')");
  EXPECT_TRUE(bytearray_append(thread, array.as<ByteArray>(), array.as<ByteArray>()->view()));
  EXPECT_EQ(shown(array), "bytearray(b'YZcdeYZcde')");
}

TEST_P(TextMethods, ByteArrayAsQueue) {
  const Value array = bytearray_value("");
  std::string expected;
  for (int i = 0; i < 500; ++i) {
    const std::string piece = std::to_string(i) + ",";
    ASSERT_TRUE(bytearray_append(thread, array.as<ByteArray>(), piece));
    expected += piece;
    if (i % 3 == 2) {
      ASSERT_TRUE(bytearray_splice(thread, array.as<ByteArray>(), 0, 4, {}));
      expected.erase(0, 4);
    }
    ASSERT_EQ(array.as<ByteArray>()->view(), expected);
  }
}

TEST_P(TextMethods, ViewsHoldTheSize) {
  const Value array = bytearray_value("abcdef");
  const Value view = make_memoryview(thread, array);
  EXPECT_EQ(call_text(view, "tolist"), "[97, 98, 99, 100, 101, 102]");
  EXPECT_EQ(call_text(array, "append", {number(1)}),
            "BufferError: Existing exports of data: object cannot be re-sized");
  EXPECT_EQ(call_text(view, "__setitem__", {number(0), number('Z')}), "None");
  const Value halves = call_method(thread, view, "cast", {text_value("H")});
  EXPECT_EQ(call_text(halves, "tolist"), "[25178, 25699, 26213]");
  EXPECT_EQ(call_text(halves, "release"), "None");
  EXPECT_EQ(call_text(view, "release"), "None");
  EXPECT_EQ(call_text(view, "tolist"),
            "ValueError: operation forbidden on released memoryview object");
  EXPECT_EQ(call_text(array, "append", {number(33)}), "None");
  EXPECT_EQ(shown(array), "bytearray(b'Zbcdef!')");
}

}  // namespace
}  // namespace weft

// What a host learns of an error.
#include <gtest/gtest.h>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using weft::Interpreter;
using weft::ScriptError;

ScriptError run_and_catch(Interpreter& interpreter, const std::string& source,
                          const std::string& filename = "<host>") {
  try {
    interpreter.run(source, filename);
  } catch (const ScriptError& error) {
    return error;
  }
  throw std::logic_error("no error");
}

TEST(Errors, TellTypeMessageAndTraceback) {
  Interpreter interpreter;
  const ScriptError error = run_and_catch(interpreter,
                                          "def check(size):\n"
                                          "    raise ValueError(f'bad size {size}')\n"
                                          "\n"
                                          "check(-3)\n",
                                          "<rules>");
  EXPECT_STREQ(error.what(), "ValueError: bad size -3");
  EXPECT_EQ(error.type_name(), "ValueError");
  EXPECT_EQ(error.message(), "bad size -3");
  EXPECT_EQ(error.traceback(),
            "Traceback (most recent call last):\n"
            "  File \"<rules>\", line 4, in <module>\n"
            "    check(-3)\n"
            "  File \"<rules>\", line 2, in check\n"
            "    raise ValueError(f'bad size {size}')\n"
            "ValueError: bad size -3\n");
  EXPECT_FALSE(error.exit_code());
  EXPECT_FALSE(error.limit_reached());
  EXPECT_EQ(error.exception().attribute("args").repr(), "('bad size -3',)");
}

TEST(Errors, CausesAreShown) {
  Interpreter interpreter;
  const ScriptError error = run_and_catch(interpreter,
                                          "try: {}['key']\n"
                                          "except KeyError as reason:\n"
                                          "    raise LookupError('no such thing') from reason\n");
  EXPECT_NE(error.traceback().find("KeyError: 'key'\n\nThe above exception was the direct cause"),
            std::string::npos)
      << error.traceback();
}

TEST(Errors, SyntaxErrorsShowThePlace) {
  Interpreter interpreter;
  const ScriptError error = run_and_catch(interpreter, "x = (1,\ny = 2\n", "<typed>");
  EXPECT_EQ(error.type_name(), "SyntaxError");
  EXPECT_EQ(error.traceback(),
            "  File \"<typed>\", line 1\n"
            "    x = (1,\n"
            "        ^\n"
            "SyntaxError: '(' was never closed\n");
  EXPECT_EQ(error.exception().attribute("lineno").to<int>(), 1);
}

TEST(Errors, ExpressionsShowTheirText) {
  Interpreter interpreter;
  try {
    interpreter.evaluate("1 / 0");
    FAIL();
  } catch (const ScriptError& error) {
    EXPECT_EQ(error.traceback(),
              "Traceback (most recent call last):\n"
              "  File \"<expression>\", line 1, in <module>\n"
              "    1 / 0\n"
              "    ~~^~~\n"
              "ZeroDivisionError: division by zero\n");
  }
}

TEST(Errors, ExitCodesAreThoseOfSystemExit) {
  Interpreter interpreter;
  const auto code = [&](const std::string& source) {
    return run_and_catch(interpreter, source).exit_code();
  };
  EXPECT_EQ(code("raise SystemExit"), 0);
  EXPECT_EQ(code("raise SystemExit(3)"), 3);
  EXPECT_EQ(code("raise SystemExit('text')"), 1);
  EXPECT_EQ(code("import sys; sys.exit(True)"), 1);
  EXPECT_EQ(code("class Exit(SystemExit): pass\nraise Exit(4)"), 4);
  EXPECT_EQ(code("raise KeyboardInterrupt"), std::nullopt);
}

TEST(Errors, AnExceptionThatCannotBeShownIsStillTold) {
  Interpreter interpreter;
  const ScriptError error = run_and_catch(interpreter,
                                          "class Odd(Exception):\n"
                                          "    def __str__(self): raise ValueError\n"
                                          "raise Odd\n");
  EXPECT_EQ(error.type_name(), "Odd");
  EXPECT_EQ(error.message(), "<exception str() failed>");
  EXPECT_STREQ(error.what(), "Odd: <exception str() failed>");
}

TEST(Errors, OutliveTheirInterpreter) {
  const auto run = [] {
    Interpreter interpreter;
    interpreter.run("raise ValueError('gone')");
  };
  try {
    run();
    FAIL();
  } catch (const ScriptError& error) {
    // The copy is what is tested.
    const ScriptError copy = error;  // NOLINT(performance-unnecessary-copy-initialization)
    EXPECT_STREQ(copy.what(), "ValueError: gone");
    EXPECT_THROW(copy.exception().repr(), std::logic_error);
  }
}

TEST(Errors, TheInterpreterGoesOnAfterThem) {
  Interpreter interpreter;
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(error_of(interpreter, "def f(): 1 / 0\ntry: f()\nfinally: x = 1"),
              "ZeroDivisionError: division by zero");
    EXPECT_EQ(error_of(interpreter, "def f(: pass").substr(0, 12), "SyntaxError:");
    EXPECT_EQ(interpreter.evaluate("x + 1").to<int>(), 2);
  }
}

TEST(Errors, FilesThatCannotBeRead) {
  Interpreter interpreter;
  EXPECT_EQ(error_of([&] { interpreter.run_file("/no/such/file.py"); }),
            "FileNotFoundError: [Errno 2] No such file or directory: '/no/such/file.py'");
}

}  // namespace

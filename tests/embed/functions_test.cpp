// Functions of the host, called from script.
#include <gtest/gtest.h>

#include <memory>
#include <new>
#include <stdexcept>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using weft::Handle;
using weft::Interpreter;
using weft::NativeCall;
using weft::ScriptError;

int twice(int number) noexcept { return 2 * number; }

TEST(Functions, AnyCallableCanBeBound) {
  Interpreter interpreter;
  int calls = 0;
  interpreter.define("count", "()", "", [&] { ++calls; });
  interpreter.define("twice", "(number, /)", "", twice);
  interpreter.define("next_id", "()", "", [id = 0]() mutable { return ++id; });
  interpreter.define("join", "(texts, separator=', ')", "",
                     [](const std::vector<std::string>& texts, std::string_view separator) {
                       std::string all;
                       for (const std::string& text : texts) {
                         if (!all.empty()) all += separator;
                         all += text;
                       }
                       return all;
                     });
  interpreter.run("assert count() is None and count() is None");
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(interpreter.evaluate("twice(21)").to<int>(), 42);
  EXPECT_EQ(interpreter.evaluate("[next_id(), next_id(), next_id()]").repr(), "[1, 2, 3]");
  EXPECT_EQ(interpreter.evaluate("join(x for x in 'abc')").to<std::string>(), "a, b, c");
  EXPECT_EQ(interpreter.evaluate("join(['a', 'b'], separator='-')").to<std::string>(), "a-b");
}

TEST(Functions, TheSignatureBindsKeywordsAndDefaults) {
  Interpreter interpreter;
  interpreter.define("describe",
                     "(name, count=1, /, unit='piece', *, scale=2.5, loud=False, note=None)", "",
                     [](const std::string& name, int count, const std::string& unit, double scale,
                        bool loud, const std::optional<std::string>& note) {
                       return name + " " + std::to_string(count) + " " + unit + " " +
                              std::to_string(scale) + (loud ? " loud " : " ") + note.value_or("-");
                     });
  const auto call = [&](const std::string& expression) {
    return interpreter.evaluate(expression).to<std::string>();
  };
  EXPECT_EQ(call("describe('a')"), "a 1 piece 2.500000 -");
  EXPECT_EQ(call("describe('a', 3, 'kg', loud=True)"), "a 3 kg 2.500000 loud -");
  EXPECT_EQ(call("describe('a', unit='m', note='n', scale=1)"), "a 1 m 1.000000 n");
  EXPECT_EQ(call("describe(*['a', 2], **{'note': 'x'})"), "a 2 piece 2.500000 x");
  EXPECT_NE(error_of(interpreter, "describe()"), "no error");
  EXPECT_NE(error_of(interpreter, "describe(name='a')"), "no error");
  EXPECT_NE(error_of(interpreter, "describe('a', 1, 'm', 2.0)"), "no error");
  EXPECT_NE(error_of(interpreter, "describe('a', colour=1)"), "no error");
  EXPECT_EQ(error_of(interpreter, "describe('a', 'b')"),
            "TypeError: 'str' object cannot be interpreted as an integer");
}

TEST(Functions, VariableArgumentsArriveAsTupleAndDict) {
  Interpreter interpreter;
  interpreter.define("collect", "(first, *rest, **named)", "",
                     [](const Handle& first, const Handle& rest, const Handle& named) {
                       return first.repr() + rest.repr() + named.repr();
                     });
  interpreter.define("raw", "(*values)", "", [](const NativeCall& call) {
    EXPECT_EQ(call.argument_count(), 1u);
    EXPECT_THROW(static_cast<void>(call.argument(1)), std::out_of_range);
    return call.argument(0).item(0);
  });
  EXPECT_EQ(interpreter.evaluate("collect(1, 2, 3, a=4)").str(), "1(2, 3){'a': 4}");
  EXPECT_EQ(interpreter.evaluate("collect(1)").str(), "1(){}");
  EXPECT_EQ(interpreter.evaluate("raw('x', 'y')").str(), "x");
}

TEST(Functions, ScriptsSeeABuiltinFunction) {
  Interpreter interpreter;
  interpreter.define("area", "(width, height)", "Area of a rectangle.",
                     [](double width, double height) { return width * height; });
  EXPECT_EQ(interpreter.evaluate("area.__name__").str(), "area");
  EXPECT_EQ(interpreter.evaluate("area.__doc__").str(), "Area of a rectangle.");
  EXPECT_EQ(interpreter.evaluate("callable(area)").repr(), "True");
  EXPECT_EQ(interpreter.evaluate("list(map(area, [1, 2], [3, 4]))").repr(), "[3.0, 8.0]");
  // Not a method: classes that hold it do not pass themselves.
  interpreter.run("class Shape: area = area");
  EXPECT_EQ(interpreter.evaluate("Shape().area(2, 5)").repr(), "10.0");
}

TEST(Functions, ModulesOfTheHostAreImported) {
  Interpreter interpreter;
  const Handle module = interpreter.new_module("game", "What the game offers.");
  interpreter.define_in(module, "spawn", "(name)", "",
                        [](const std::string& name) { return name + "!"; });
  module.set_attribute("version", interpreter.make(3));
  interpreter.run("import game\nfrom game import spawn\nresult = spawn('orc') + str(game.version)");
  EXPECT_EQ(interpreter.global("result").str(), "orc!3");
  EXPECT_EQ(interpreter.evaluate("game.__doc__").str(), "What the game offers.");
  EXPECT_EQ(interpreter.evaluate("spawn.__module__").str(), "game");
  EXPECT_EQ(error_of(interpreter, "import builtins; builtins.version").substr(0, 15),
            "AttributeError:");
  EXPECT_EQ(error_of([&] { interpreter.define_in(interpreter.make(1), "f", "()", "", [] {}); }),
            "TypeError: define_in needs a module");
}

TEST(Functions, WrongSignaturesAreTold) {
  Interpreter interpreter;
  EXPECT_THROW(interpreter.define("f", "x", "", [](int) {}), std::invalid_argument);
  interpreter.define("short", "(x)", "", [](int, int) {});
  EXPECT_EQ(error_of(interpreter, "short(1)"),
            "RuntimeError: weft: the signature has fewer parameters");
}

TEST(Functions, ExceptionsOfTheHostBecomeRuntimeError) {
  Interpreter interpreter;
  struct Strange {};
  interpreter.define("fail", "(how)", "", [](int how) {
    if (how == 0) throw std::runtime_error("the disk is on fire");
    if (how == 1) throw std::out_of_range("not Latin-1: \xe9");
    if (how == 2) throw std::bad_alloc();
    throw Strange();
  });
  EXPECT_EQ(error_of(interpreter, "fail(0)"), "RuntimeError: the disk is on fire");
  EXPECT_EQ(error_of(interpreter, "fail(1)"), "RuntimeError: not Latin-1: \xef\xbf\xbd");
  EXPECT_EQ(error_of(interpreter, "fail(2)").substr(0, 11), "MemoryError");
  EXPECT_EQ(error_of(interpreter, "fail(3)"), "RuntimeError: unknown C++ exception");
  interpreter.run(
      "try: fail(0)\n"
      "except RuntimeError as error: caught = str(error)");
  EXPECT_EQ(interpreter.global("caught").str(), "the disk is on fire");
}

TEST(Functions, ErrorsOfTheScriptPassThroughTheHostUnchanged) {
  Interpreter interpreter;
  interpreter.define("apply", "(function)", "", [](const Handle& function) { return function(); });
  interpreter.run(
      "error = KeyError('mine')\n"
      "def inner(): raise error\n"
      "def outer(): return apply(inner)\n"
      "try: outer()\n"
      "except KeyError as caught: same = caught is error\n");
  EXPECT_TRUE(interpreter.global("same").is_true());
  try {
    interpreter.run("outer()", "<test>");
    FAIL();
  } catch (const ScriptError& error) {
    EXPECT_TRUE(error.exception().is(interpreter.global("error")));
    const std::string& traceback = error.traceback();
    EXPECT_NE(traceback.find("in outer\n"), std::string::npos) << traceback;
    EXPECT_NE(traceback.find("in inner\n"), std::string::npos) << traceback;
    EXPECT_LT(traceback.find("in outer\n"), traceback.find("in inner\n"));
    EXPECT_EQ(traceback.find("During handling"), std::string::npos) << traceback;
  }
}

TEST(Functions, TheHostMayHandleErrorsOfTheScript) {
  Interpreter interpreter;
  interpreter.define("attempt", "(function)", "", [](const Handle& function) -> std::string {
    try {
      return function().str();
    } catch (const ScriptError& error) {
      return "handled " + error.type_name();
    }
  });
  EXPECT_EQ(interpreter.evaluate("attempt(lambda: 1 / 0)").str(), "handled ZeroDivisionError");
  EXPECT_EQ(interpreter.evaluate("attempt(lambda: attempt(lambda: [][1]))").str(),
            "handled IndexError");
  // Inside a handler the exception being handled stays what it is.
  interpreter.run(
      "import sys\n"
      "try: raise ValueError('outer')\n"
      "except ValueError:\n"
      "    attempt(lambda: 1 / 0)\n"
      "    still = repr(sys.exc_info()[1])\n");
  EXPECT_EQ(interpreter.global("still").str(), "ValueError('outer')");
}

TEST(Functions, ErrorsOfAnotherInterpreterAreForeign) {
  Interpreter interpreter;
  Interpreter other;
  interpreter.define("elsewhere", "(source)", "",
                     [&](const std::string& source) { other.run(source); });
  EXPECT_EQ(error_of(interpreter, "elsewhere('1/0')"),
            "RuntimeError: ZeroDivisionError: division by zero");
  interpreter.define("foreign", "()", "", [&] { return other.make("text"); });
  EXPECT_EQ(error_of(interpreter, "foreign()"),
            "RuntimeError: weft: a handle of another interpreter");
}

TEST(Functions, RecursionThroughTheHostEndsInRecursionError) {
  Interpreter interpreter;
  interpreter.define("again", "(function, depth)", "",
                     [](const Handle& function, int depth) { return function(depth + 1); });
  interpreter.run("def f(depth): return again(f, depth)");
  EXPECT_EQ(error_of(interpreter, "f(0)").substr(0, 15), "RecursionError:");
  weft::InterpreterOptions options;
  options.recursion_limit = 1000000;
  Interpreter deep(options);
  deep.define("again", "(function, depth)", "",
              [](const Handle& function, int depth) { return function(depth + 1); });
  deep.run("def f(depth): return again(f, depth)");
  EXPECT_EQ(error_of(deep, "f(0)").substr(0, 15), "RecursionError:");
  EXPECT_EQ(deep.evaluate("1 + 1").to<int>(), 2);
}

TEST(Functions, CallablesLiveAsLongAsTheInterpreter) {
  const auto resource = std::make_shared<int>(5);
  {
    Interpreter interpreter;
    interpreter.define("get", "()", "", [resource] { return *resource; });
    interpreter.run("kept = get");
    interpreter.define("get", "()", "", [] { return 0; });
    interpreter.collect();
    EXPECT_EQ(interpreter.evaluate("kept() + get()").to<int>(), 5);
    EXPECT_EQ(resource.use_count(), 2);
  }
  EXPECT_EQ(resource.use_count(), 1);
}

// The script goes on elsewhere when other tasks run meanwhile, and still returns to its caller.
TEST(Functions, CallsReturnToTheHostWhoeverRanMeanwhile) {
  Interpreter interpreter;
  interpreter.define("apply", "(function)", "", [](const Handle& function) { return function(); });
  interpreter.run(
      "def wait(value):\n"
      "    spawn(lambda: None).join()\n"
      "    return value\n"
      "def fail():\n"
      "    raise ValueError(wait('late'))\n");
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(interpreter.evaluate("wait(7)").to<int>(), 7);
    EXPECT_EQ(interpreter.evaluate("wait(apply(lambda: wait(1)) + apply(lambda: 2))").to<int>(), 3);
    EXPECT_THROW(interpreter.run("fail()"), ScriptError);
    EXPECT_THROW(interpreter.run("wait(0); apply(fail)"), ScriptError);
  }
}

}  // namespace

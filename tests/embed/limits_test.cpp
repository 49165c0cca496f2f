// What a host can bound: memory, depth, time, files.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using namespace std::chrono_literals;
using weft::Handle;
using weft::Interpreter;
using weft::InterpreterOptions;
using weft::ScriptError;

bool is_collecting_often() { return std::getenv("WEFT_GC_STRESS") != nullptr; }

TEST(Limits, MemoryBeyondTheLimitRaisesMemoryError) {
  InterpreterOptions options;
  // With a collection every few allocations, filling a heap takes time that grows with the square
  // of its size.
  options.heap_limit_bytes = is_collecting_often() ? 4 << 20 : 32 << 20;
  Interpreter interpreter(options);
  for (const char* source : {"x = []\nwhile True: x.append([])", "x = 'a'\nwhile True: x += x",
                             "x = bytearray(10**9)", "x = [0] * 10**9", "x = 2\nwhile True: x *= x",
                             "x = {}\ni = 0\nwhile True:\n    x[i] = str(i)\n    i += 1"}) {
    EXPECT_EQ(error_of(interpreter, source).substr(0, 11), "MemoryError") << source;
    interpreter.run("x = None");
    EXPECT_EQ(interpreter.evaluate("sum(range(1000))").to<int>(), 499500);
  }
  interpreter.run(
      "try:\n"
      "    x = []\n"
      "    while True: x.append('y' * 1000)\n"
      "except MemoryError:\n"
      "    x = None\n"
      "    survived = True\n");
  EXPECT_TRUE(interpreter.global("survived").is_true());
}

TEST(Limits, TheRecursionLimitIsTheHosts) {
  InterpreterOptions options;
  options.recursion_limit = 50;
  Interpreter interpreter(options);
  interpreter.run(
      "def depth(n): return n if n == 0 else 1 + depth(n - 1)\n"
      "def endless(): endless()\n");
  EXPECT_EQ(interpreter.evaluate("depth(40)").to<int>(), 40);
  EXPECT_EQ(error_of(interpreter, "depth(60)"), "RecursionError: maximum recursion depth exceeded");
  EXPECT_EQ(error_of(interpreter, "endless()"), "RecursionError: maximum recursion depth exceeded");
  EXPECT_EQ(interpreter.evaluate("depth(40)").to<int>(), 40);
}

ScriptError run_limited(Interpreter& interpreter, const std::string& source) {
  const auto begin = std::chrono::steady_clock::now();
  try {
    interpreter.run(source);
  } catch (const ScriptError& error) {
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s) << source;
    return error;
  }
  throw std::logic_error("no error: " + source);
}

TEST(Limits, TimeEndsEveryLoop) {
  Interpreter interpreter;
  interpreter.set_time_limit(30ms);
  // Every collection looks at all frames: with many collections, not too many frames.
  const std::string deep = is_collecting_often() ? "2000" : "10**6";
  const std::string deep_recursion =
      "import sys\nsys.setrecursionlimit(" + deep +
      ")\n"
      "def f(n):\n    try: return f(n + 1)\n    except BaseException: return f(n + 1)\nf(0)";
  for (const char* source : {
           deep_recursion.c_str(),
           "while True: pass",
           "for i in iter(int, 1): pass",
           "def f():\n    while True: yield\nfor x in f(): pass",
           "def f(): return 1\nwhile True: f()",
           "sum(1 for i in iter(int, 1))",
           "sum(range(10**15))",
           "max(map(abs, iter(int, 1)))",
           "1 in iter(int, 2)",
           "list(filter(None, iter(int, 1)))",
           "import time\ntime.sleep(1000)",
           "import time\nwhile True: time.sleep(0)",
           "[x for x in iter(int, 1)]",
           "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
           "while True:\n    try: pass\n    finally: continue",
           "def f():\n    try: f()\n    finally: f()\nf()",
           "class A:\n    def __eq__(self, other):\n        while True: pass\n[A()].index(3)",
           ("class A:\n    def __del__(self):\n        while True: pass\n"
            "import gc\nA()\nwhile True: gc.collect()"),
       }) {
    const ScriptError error = run_limited(interpreter, source);
    EXPECT_TRUE(error.limit_reached()) << source << "\n" << error.what();
    EXPECT_EQ(error.exit_code(), std::nullopt);
    // The next call has its own time.
    EXPECT_EQ(interpreter.evaluate("1 + 1").to<int>(), 2);
  }
}

TEST(Limits, TimeEndsLongComputations) {
  Interpreter interpreter;
  interpreter.set_time_limit(30ms);
  // A minute's work.
  EXPECT_TRUE(run_limited(interpreter, "pow(3, 10**30000, 10**30000 + 1)").limit_reached());
  EXPECT_EQ(interpreter.evaluate("10**20000 % 7").to<int>(), 2);
}

TEST(Limits, TimeEndsWaitsWhoseLockIsTaken) {
  Interpreter interpreter;
  interpreter.run(
      "import threading, time\n"
      "def hold(condition):\n"
      "    with condition: time.sleep(1000)\n"
      "def wait(condition):\n"
      "    with condition:\n"
      "        threading.Thread(target=hold, args=(condition,), daemon=True).start()\n"
      "        condition.wait()\n");
  interpreter.set_time_limit(300ms);
  for (const char* source :
       {"wait(threading.Condition())", "wait(threading.Condition(threading.Lock()))"}) {
    const ScriptError error = run_limited(interpreter, source);
    EXPECT_TRUE(error.limit_reached()) << source << "\n" << error.what();
  }
}

TEST(Limits, TimeLeavesRoomToCleanUp) {
  Interpreter interpreter;
  interpreter.set_time_limit(20ms);
  interpreter.run("log = []");
  const ScriptError error = run_limited(interpreter,
                                        "class Guard:\n"
                                        "    def __enter__(self): log.append('in')\n"
                                        "    def __exit__(self, *a): log.append('out')\n"
                                        "try:\n"
                                        "    while True: pass\n"
                                        "finally:\n"
                                        "    log.append('finally')\n");
  EXPECT_TRUE(error.limit_reached());
  EXPECT_EQ(interpreter.evaluate("log").repr(), "['finally']");
}

TEST(Limits, TimeIsGivenToEachCallOfTheHost) {
  InterpreterOptions options;
  options.time_limit = 500ms;
  Interpreter interpreter(options);
  interpreter.run("def work():\n    for i in range(10000): pass");
  const Handle work = interpreter.global("work");
  const auto begin = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - begin < 700ms) work();
  interpreter.set_time_limit(std::nullopt);
  interpreter.run("import time\nend = time.monotonic() + 0.7\nwhile time.monotonic() < end: pass");
  interpreter.set_time_limit(std::chrono::nanoseconds::max());
  interpreter.run("for i in range(100000): pass");
}

TEST(Limits, TheHostInsideTheScriptIsTimedToo) {
  Interpreter interpreter;
  interpreter.define("attempt", "(function)", "", [](const Handle& function) {
    try {
      function();
    } catch (const ScriptError&) {
    }
  });
  interpreter.run("def loop():\n    while True: pass");
  interpreter.set_time_limit(20ms);
  EXPECT_TRUE(run_limited(interpreter, "while True: attempt(loop)").limit_reached());
}

TEST(Limits, TerminateEndsAScriptForGood) {
  Interpreter interpreter;
  interpreter.terminate();  // nothing runs: without effect
  EXPECT_EQ(interpreter.evaluate("sum(i for i in range(10))").to<int>(), 45);
  std::thread other([&] {
    std::this_thread::sleep_for(50ms);
    interpreter.terminate();
  });
  const ScriptError error = run_limited(interpreter,
                                        "while True:\n"
                                        "    try:\n"
                                        "        while True: pass\n"
                                        "    except BaseException: pass\n");
  other.join();
  EXPECT_TRUE(error.limit_reached());
  EXPECT_EQ(interpreter.evaluate("sum(i for i in range(10))").to<int>(), 45);
}

TEST(Limits, InterruptRaisesKeyboardInterrupt) {
  Interpreter interpreter;
  for (int i = 0; i < 5; ++i) {
    std::thread other([&] {
      std::this_thread::sleep_for(20ms);
      interpreter.interrupt();
    });
    const ScriptError error = run_limited(interpreter, "while True: pass");
    other.join();
    EXPECT_EQ(error.type_name(), "KeyboardInterrupt");
    EXPECT_FALSE(error.limit_reached());
  }
  std::thread other([&] {
    std::this_thread::sleep_for(20ms);
    interpreter.interrupt();
  });
  interpreter.run(
      "try:\n"
      "    while True: pass\n"
      "except KeyboardInterrupt: stopped = True\n");
  other.join();
  EXPECT_TRUE(interpreter.global("stopped").is_true());

  interpreter.interrupt();
  EXPECT_TRUE(interpreter.take_interrupt());
  EXPECT_FALSE(interpreter.take_interrupt());
  interpreter.run("for i in range(10): pass");
}

// A jump over a handler asks before it goes: what is raised there is not the handler's.
TEST(Limits, InterruptsMeetTheHandlersAroundThem) {
  Interpreter interpreter;
  interpreter.run(
      "def choose(n):\n"
      "    if n:\n"
      "        try: n()\n"
      "        except ValueError: raise SystemError('not mine')\n"
      "    else: n = None\n"
      "    return 1\n"
      "def work():\n"
      "    while True:\n"
      "        if None is None: choose(0)\n"
      "        for x in (): pass\n"
      "def rounds(count):\n"
      "    for i in range(count):\n"
      "        try:\n"
      "            ready()\n"
      "            work()\n"
      "        except KeyboardInterrupt: pass\n"
      "    return 'done'\n");
  std::atomic<int> begun{0};
  interpreter.define("ready", "()", "", [&] { ++begun; });
  constexpr int Rounds = 200;
  std::thread other([&] {
    for (int round = 0; round < Rounds; ++round) {
      while (begun == round) std::this_thread::yield();
      interpreter.interrupt();
    }
  });
  const Handle result = interpreter.evaluate("rounds(" + std::to_string(Rounds) + ")");
  other.join();
  EXPECT_EQ(result.str(), "done");
}

TEST(Limits, FilesCanBeWithheld) {
  InterpreterOptions options;
  options.file_access = false;
  options.search_path = {"/usr/lib/python3.11"};
  Interpreter interpreter(options);
  EXPECT_EQ(error_of(interpreter, "open('/etc/passwd')"), "NameError: name 'open' is not defined");
  EXPECT_EQ(error_of(interpreter, "import antigravity"),
            "ModuleNotFoundError: No module named 'antigravity'");
  EXPECT_EQ(error_of(interpreter, "import io; io.open('/etc/passwd')"),
            "PermissionError: [Errno 1] Operation not permitted: '/etc/passwd'");
  EXPECT_EQ(error_of(interpreter, "import io; io.FileIO(0)"),
            "PermissionError: [Errno 1] Operation not permitted: 0");
  EXPECT_EQ(error_of(interpreter, "import posix"), "ModuleNotFoundError: No module named 'posix'");
  interpreter.run("import math, time, sys");
  // Tracebacks show no lines of files a script only names.
  try {
    interpreter.run("exec(compile('1/0', '/etc/passwd', 'exec'))");
    FAIL();
  } catch (const ScriptError& error) {
    EXPECT_EQ(error.traceback().find("root"), std::string::npos) << error.traceback();
  }
}

}  // namespace

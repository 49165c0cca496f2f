// Interpreters are worlds of their own: as many as there are threads, side by side.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <future>
#include <thread>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using weft::Handle;
using weft::Interpreter;

constexpr const char* Program =
    "class Counter:\n"
    "    def __init__(self): self.seen = {}\n"
    "    def add(self, word): self.seen[word] = self.seen.get(word, 0) + 1\n"
    "counter = Counter()\n"
    "for i in range(20000):\n"
    "    counter.add('word' + str(i % 97))\n"
    "big = 3 ** 500 % (10 ** 40 + seed)\n"
    "try: raise KeyError(seed)\n"
    "except KeyError as error: caught = error.args[0]\n"
    "result = f'{len(counter.seen)} {big} {caught} {sorted(counter.seen)[5]}'\n";

std::string run_program(Interpreter& interpreter, int seed) {
  interpreter.set_global("seed", interpreter.make(seed));
  interpreter.run(Program);
  return interpreter.global("result").str();
}

TEST(Threads, InterpretersRunSideBySide) {
  std::vector<std::string> expected;
  for (int seed = 0; seed < 4; ++seed) {
    Interpreter interpreter;
    expected.push_back(run_program(interpreter, seed));
  }
  std::vector<std::thread> threads;
  threads.reserve(4);
  std::atomic<int> right{0};
  for (int seed = 0; seed < 4; ++seed) {
    threads.emplace_back([&, seed] {
      for (int round = 0; round < 3; ++round) {
        Interpreter interpreter;
        interpreter.define("identity", "(x)", "", [](const Handle& x) { return x; });
        if (run_program(interpreter, seed) == expected[static_cast<size_t>(seed)]) ++right;
        interpreter.collect();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 12);
}

TEST(Threads, TwoInterpretersInOneThreadShareNothing) {
  Interpreter first;
  Interpreter second;
  first.run("import math, sys\nmath.pi = 3\nint_name = 'changed'\nsys.path.append('x')");
  EXPECT_EQ(second.import("math").attribute("pi").repr(), "3.141592653589793");
  EXPECT_NE(error_of(second, "int_name"), "no error");
  EXPECT_FALSE(second.evaluate("'x' in __import__('sys').path").is_true());
  second.define("ask", "()", "", [&] { return first.evaluate("math.pi").to<int>(); });
  EXPECT_EQ(second.evaluate("ask() + 1").to<int>(), 4);
}

TEST(Threads, AnInterpreterMayMoveBetweenThreads) {
  Interpreter interpreter;
  interpreter.run("log = []");
  for (int i = 0; i < 8; ++i) {
    std::thread([&] {
      interpreter.set_global("i", interpreter.make(i));
      interpreter.run(
          "log.append([i, [str(x) for x in range(200)]])\n"
          "def depth(n): return 0 if n == 0 else 1 + depth(n - 1)\n"
          "depth(500)\n"
          "keys = sorted(range(100), key=lambda x: -x)\n");
      interpreter.collect();
    }).join();
  }
  EXPECT_EQ(interpreter.evaluate("[entry[0] for entry in log]").repr(), "[0, 1, 2, 3, 4, 5, 6, 7]");
  EXPECT_EQ(interpreter.evaluate("sum(len(entry[1]) for entry in log)").to<int>(), 1600);
}

TEST(Threads, ThreadsOfTheHostTakeTurns) {
  Interpreter interpreter;
  interpreter.run("total = 0\ndef add(n):\n    global total\n    for _ in range(n): total += 1\n");
  std::vector<std::thread> threads;
  threads.reserve(4);
  std::atomic<int> right{0};
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      const std::string name = "mine" + std::to_string(i);
      for (int round = 0; round < 50; ++round) {
        interpreter.set_global(name, interpreter.make(round));
        interpreter.run(name + " = " + name + " * 2");
        if (interpreter.global(name).to<int>() == round * 2) ++right;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 200);
}

TEST(Threads, AWaitingScriptLetsOthersIn) {
  Interpreter interpreter;
  std::promise<void> inside;
  interpreter.define("tell", "()", "", [&] { inside.set_value(); });
  interpreter.run("go_on = ended = False");
  std::thread first([&] {
    interpreter.run("import time\ntell()\nwhile not go_on: time.sleep(0.001)\nended = True");
  });
  inside.get_future().wait();
  interpreter.run("go_on = True");
  first.join();
  EXPECT_TRUE(interpreter.global("ended").is_true());
}

TEST(Threads, AHostFunctionThatBlocksLetsOthersIn) {
  Interpreter interpreter;
  std::promise<void> inside;
  std::promise<void> go_on;
  interpreter.define("wait", "()", "", [&] {
    inside.set_value();
    interpreter.let_others_in([&] { go_on.get_future().wait(); });
  });
  std::thread first([&] { interpreter.run("wait()\nended = True"); });
  inside.get_future().wait();
  interpreter.run("seen = 'ended' in globals()");
  EXPECT_FALSE(interpreter.global("seen").is_true());
  go_on.set_value();
  first.join();
  EXPECT_TRUE(interpreter.global("ended").is_true());
}

TEST(Threads, ThreadsOfScriptsEndBeforeTheirInterpreter) {
  for (const char* body : {"while True: pass", "lock.acquire()", "time.sleep(1000)"}) {
    Interpreter interpreter;
    interpreter.run(std::string("import threading, time\nlock = threading.Lock()\nlock.acquire()\n"
                                "def work():\n    ") +
                    body +
                    "\nfor _ in range(3): threading.Thread(target=work, daemon=True).start()\n");
    EXPECT_TRUE(interpreter.has_running_threads());
  }
}

TEST(Threads, NativeRecursionIsBoundedOnSmallStacks) {
  weft::InterpreterOptions options;
  options.recursion_limit = 100000000;
  Interpreter interpreter(options);
  // With a collection every few allocations, making a chain takes time that grows with the square
  // of its length.
  const std::string length = std::getenv("WEFT_GC_STRESS") == nullptr ? "1000000" : "100000";
  // A thread's stack is smaller than the main one's; the limit follows the thread.
  std::thread([&] {
    EXPECT_EQ(error_of(interpreter,
                       "x = []\n"
                       "for i in range(" +
                           length +
                           "): x = [x]\n"
                           "repr(x)")
                  .substr(0, 15),
              "RecursionError:");
    interpreter.run("x = None");
  }).join();
}

}  // namespace

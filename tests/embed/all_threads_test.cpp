// Limits, interrupts and termination reach every thread of an interpreter, not only the main one.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using namespace std::chrono_literals;
using weft::Interpreter;
using weft::InterpreterOptions;
using weft::ScriptError;

// The error a thread of the host gets for its call.
std::future<std::optional<ScriptError>> run_beside(Interpreter& interpreter,
                                                   const std::string& source) {
  return std::async(std::launch::async, [&interpreter, source]() -> std::optional<ScriptError> {
    try {
      interpreter.run(source);
    } catch (const ScriptError& error) {
      return error;
    }
    return std::nullopt;
  });
}

// An interpreter whose main thread is inside, in a function of the host, until it is let go.
class Occupied {
 public:
  Occupied() {
    interpreter.define("occupy", "()", "", [this] {
      interpreter.let_others_in([this] {
        is_inside.set_value();
        let_go.get_future().wait();
      });
    });
    main = run_beside(interpreter, "occupy()\nfor i in range(1000): pass");
    is_inside.get_future().wait();
  }

  Interpreter interpreter;
  std::promise<void> is_inside;
  std::promise<void> let_go;
  std::future<std::optional<ScriptError>> main;
};

// Whether the threads of scripts have ended within a time that is long on any machine.
bool threads_end(const Interpreter& interpreter) {
  for (int i = 0; i < 3000 && interpreter.has_running_threads(); ++i)
    std::this_thread::sleep_for(10ms);
  return !interpreter.has_running_threads();
}

constexpr const char* StartThreads =
    "import threading, time\n"
    "def count():\n"
    "    while True:\n"
    "        try:\n"
    "            while True: pass\n"
    "        except BaseException: pass\n"
    "threads = [threading.Thread(target=count), threading.Thread(target=time.sleep, "
    "args=(1000,)),\n"
    "           threading.Thread(target=threading.Lock().acquire)]\n"
    "lock = threading.Lock()\n"
    "def wait():\n"
    "    with lock:\n"
    "        with lock: pass\n"
    "threads.append(threading.Thread(target=wait))\n"
    "for thread in threads: thread.start()\n";

TEST(AllThreads, TheCallOfASecondThreadHasItsTime) {
  Occupied occupied;
  occupied.interpreter.set_time_limit(30ms);
  auto second = run_beside(occupied.interpreter, "while True: pass");
  const std::optional<ScriptError> error = second.get();
  ASSERT_TRUE(error.has_value());
  EXPECT_TRUE(error->limit_reached());
  // The call that began without a limit has none.
  occupied.let_go.set_value();
  EXPECT_FALSE(occupied.main.get().has_value());
}

TEST(AllThreads, TheLimitEndsThreadsOfTheScript) {
  Interpreter interpreter;
  interpreter.run(StartThreads);
  EXPECT_TRUE(interpreter.has_running_threads());
  interpreter.set_time_limit(50ms);
  try {
    interpreter.run("while True: time.sleep(1)");
    FAIL() << "no error";
  } catch (const ScriptError& error) {
    EXPECT_TRUE(error.limit_reached());
  }
  EXPECT_TRUE(threads_end(interpreter));
}

TEST(AllThreads, TerminateEndsEverything) {
  Occupied occupied;
  std::promise<void> is_ready;
  occupied.interpreter.define("ready", "()", "", [&] { is_ready.set_value(); });
  auto second =
      run_beside(occupied.interpreter, std::string(StartThreads) + "ready()\nwhile True: pass");
  is_ready.get_future().wait();
  occupied.interpreter.terminate();
  occupied.let_go.set_value();
  for (auto* call : {&second, &occupied.main}) {
    const std::optional<ScriptError> error = call->get();
    ASSERT_TRUE(error.has_value());
    EXPECT_TRUE(error->limit_reached()) << error->what();
  }
  EXPECT_TRUE(threads_end(occupied.interpreter));
  // The next calls are free.
  EXPECT_EQ(occupied.interpreter.evaluate("sum(range(10))").to<int>(), 45);
}

TEST(AllThreads, AnInterruptIsForTheCallsOfTheHost) {
  Occupied occupied;
  std::promise<void> is_ready;
  occupied.interpreter.define("ready", "()", "", [&] { is_ready.set_value(); });
  auto second = run_beside(occupied.interpreter,
                           "import threading\n"
                           "stop = threading.Event()\n"
                           "log = []\n"
                           "def work():\n"
                           "    stop.wait()\n"
                           "    log.append('went on')\n"
                           "thread = threading.Thread(target=work)\n"
                           "thread.start()\n"
                           "ready()\n"
                           "while True: pass");
  is_ready.get_future().wait();
  occupied.interpreter.interrupt();
  occupied.let_go.set_value();
  for (auto* call : {&second, &occupied.main}) {
    const std::optional<ScriptError> error = call->get();
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->type_name(), "KeyboardInterrupt");
  }
  occupied.interpreter.run("stop.set()\nthread.join()");
  EXPECT_EQ(occupied.interpreter.global("log").repr(), "['went on']");
}

TEST(AllThreads, ASeededScheduleEndsWithItsInterpreter) {
  InterpreterOptions options;
  options.schedule_seed = 3;
  {
    Interpreter interpreter(options);
    interpreter.run(StartThreads);
    EXPECT_TRUE(interpreter.has_running_threads());
  }
  Interpreter interpreter(options);
  interpreter.run(StartThreads);
  interpreter.set_time_limit(50ms);
  EXPECT_NE(error_of(interpreter, "threads[0].join()"), "no error");
  interpreter.set_time_limit(std::nullopt);
  interpreter.run("for thread in threads: thread.join()");
  EXPECT_FALSE(interpreter.has_running_threads());
}

}  // namespace

// Functions of the host whose callers wait for another thread of the host.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "expect_error.h"
#include "weft/weft.h"

namespace {

using namespace std::chrono_literals;
using weft::Interpreter;
using weft::InterpreterOptions;
using weft::NativeCall;
using weft::Promise;

// A host that answers from threads of its own, and waits for them at its end.
class Answering {
 public:
  explicit Answering(const InterpreterOptions& options = {}) : interpreter(options) {
    interpreter.define("twice", "(number, /)", "Twice the number, later.", [this](int number) {
      Promise promise(interpreter);
      threads_.emplace_back([promise, number] {
        std::this_thread::sleep_for(5ms);
        promise.resolve(2 * number);
      });
      return promise;
    });
    interpreter.define("wait_for_host", "()", "Until the host says so.", [this] {
      last_ = Promise(interpreter);
      ++begun;
      return *last_;
    });
  }
  ~Answering() {
    for (std::thread& thread : threads_) thread.join();
  }
  Promise last() const { return *last_; }

  Interpreter interpreter;
  std::atomic<int> begun{0};

 private:
  std::optional<Promise> last_;
  std::vector<std::thread> threads_;
};

InterpreterOptions watchful() {
  InterpreterOptions options;
  options.detect_deadlocks = true;
  return options;
}

TEST(Promises, TheCallComesBackWithTheResult) {
  Answering host(watchful());
  EXPECT_EQ(host.interpreter.evaluate("twice(4)").to<int>(), 8);
  EXPECT_EQ(host.interpreter.evaluate("[twice(i) for i in range(3)]").to<std::vector<int>>(),
            (std::vector<int>{0, 2, 4}));
  // Below a native function, too.
  EXPECT_EQ(host.interpreter.evaluate("sorted([3, 1, 2], key=twice)").repr(), "[1, 2, 3]");
}

// What resolves it there is a thread that has had the GIL, while another one has it.
TEST(Promises, AreResolvedWhileOthersAreLetIn) {
  Interpreter interpreter(watchful());
  std::mutex mutex;
  std::vector<Promise> asked;
  interpreter.define("ask", "()", "", [&] {
    const std::lock_guard lock(mutex);
    return asked.emplace_back(interpreter);
  });
  interpreter.define("answer", "()", "", [&] {
    interpreter.let_others_in([&] {
      std::vector<Promise> found;
      {
        const std::lock_guard lock(mutex);
        found.swap(asked);
      }
      for (const Promise& each : found) each.resolve(1);
    });
  });
  interpreter.run("is_done = False");
  std::thread other([&] {
    interpreter.run(
        "import weft\n"
        "def count():\n"
        "    return sum(ask() for i in range(100))\n"
        "total = sum([task.result() for task in [weft.spawn(count) for i in range(10)]])\n"
        "is_done = True\n");
  });
  interpreter.run("while not is_done: answer()");
  other.join();
  EXPECT_EQ(interpreter.global("total").to<int>(), 1000);
}

TEST(Promises, OtherFibersRunMeanwhileAndNobodyIsPinned) {
  Interpreter interpreter(watchful());
  std::vector<Promise> asked;
  std::thread answering;
  interpreter.define("ask", "()", "", [&] { return asked.emplace_back(interpreter); });
  interpreter.define("answer", "()", "", [&] {
    answering = std::thread([&] {
      for (size_t i = 0; i < asked.size(); ++i) asked[i].resolve(i);
    });
  });
  interpreter.run(
      "import weft\n"
      "log = []\n"
      "def other():\n"
      "    log.append(weft.stats()['pinned'])\n"
      "    answer()\n"
      "joinall([spawn(lambda: log.append(ask())) for _ in range(5)] + [spawn(other)])\n");
  answering.join();
  // Nobody waits below native functions, the host's thread included.
  EXPECT_EQ(interpreter.global("log").repr(), "[0, 0, 1, 2, 3, 4]");
}

TEST(Promises, OfEveryKindOfValue) {
  Interpreter interpreter;
  interpreter.define("ready", "(what, /)", "", [&](const std::string& what) {
    Promise promise(interpreter);
    if (what == "text") promise.resolve(std::string("välue"));
    if (what == "list") promise.resolve(std::vector<double>{0.5, 1.5});
    if (what == "none") promise.resolve();
    if (what == "failure") promise.fail("no such thing");
    return promise;
  });
  EXPECT_EQ(interpreter.evaluate("ready('text')").repr(), "'välue'");
  EXPECT_EQ(interpreter.evaluate("ready('list')").repr(), "[0.5, 1.5]");
  EXPECT_TRUE(interpreter.evaluate("ready('none')").is_none());
  EXPECT_EQ(error_of(interpreter, "ready('failure')"), "RuntimeError: no such thing");
  EXPECT_EQ(error_of(interpreter, "ready('dropped')"),
            "RuntimeError: the host has dropped the promise of a result");
}

TEST(Promises, OfARawCall) {
  Interpreter interpreter;
  interpreter.define("later", "(*values)", "", [&](const NativeCall& call) {
    const Promise promise(interpreter);
    std::thread([promise, count = call.argument(0).length()] { promise.resolve(count); }).detach();
    return call.wait(promise);
  });
  EXPECT_EQ(interpreter.evaluate("later(1, 2, 3)").to<int>(), 3);
}

TEST(Promises, OnlyTheFirstOutcomeCounts) {
  Interpreter interpreter;
  const Promise promise(interpreter);
  EXPECT_TRUE(promise.resolve(1));
  EXPECT_FALSE(promise.resolve(2));
  EXPECT_FALSE(promise.fail("late"));
  interpreter.define("result", "()", "", [promise] { return Promise(promise); });
  EXPECT_EQ(interpreter.evaluate("result()").to<int>(), 1);
}

TEST(Promises, AWaitMayBeCancelledAndBounded) {
  Answering host;
  host.interpreter.run(
      "import weft\n"
      "task = spawn(wait_for_host)\n"
      "weft.sleep(0)\n"
      "task.cancel()\n"
      "task.join()\n"
      "cancelled = type(task.exception()).__name__\n"
      "try:\n"
      "    with weft.timeout(0.01): wait_for_host()\n"
      "except TimeoutError: timed_out = True\n");
  EXPECT_EQ(host.interpreter.global("cancelled").str(), "Cancelled");
  EXPECT_TRUE(host.interpreter.global("timed_out").is_true());
  EXPECT_TRUE(host.last().resolve(1));  // dropped
  EXPECT_EQ(host.interpreter.evaluate("twice(1)").to<int>(), 2);
}

TEST(Promises, AnInterruptEndsTheWait) {
  Answering host;
  std::thread other([&] {
    while (host.begun == 0) std::this_thread::sleep_for(1ms);
    host.interpreter.interrupt();
  });
  EXPECT_EQ(error_of(host.interpreter, "wait_for_host()"), "KeyboardInterrupt");
  other.join();
}

TEST(Promises, MayOutliveTheInterpreter) {
  std::optional<Promise> promise;
  {
    Interpreter interpreter;
    promise.emplace(interpreter);
  }
  EXPECT_TRUE(promise->resolve(1));
}

TEST(Promises, ManyAtOnceFromManyThreads) {
  Answering host(watchful());
  host.interpreter.run(
      "import threading\n"
      "total = [0] * 4\n"
      "def work(me):\n"
      "    for number in range(20): total[me] += twice(number)\n"
      "threads = [threading.Thread(target=work, args=(me,)) for me in range(4)]\n"
      "for thread in threads: thread.start()\n"
      "for thread in threads: thread.join()\n");
  EXPECT_EQ(host.interpreter.global("total").repr(), "[380, 380, 380, 380]");
}

}  // namespace

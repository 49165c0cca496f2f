// What a process does with interpreters beside running them: it forks, and signals come to any of
// its threads.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "weft/weft.h"

namespace {

using namespace std::chrono_literals;
using weft::Interpreter;
using weft::InterpreterOptions;

// A child that forked inside a call whose time is limited goes on, and its own calls have limits.
TEST(Fork, InAnInterpreterWithATimeLimitAndAStallLimit) {
  InterpreterOptions options;
  options.stall_limit = 1ms;
  options.time_limit = 1h;
  for (int i = 0; i < 5; ++i) {
    std::optional<Interpreter> interpreter(options);
    interpreter->run("import os\nchild = os.fork()");
    const auto child = interpreter->global("child").to<int>();
    if (child == 0) {
      interpreter->set_time_limit(10ms);
      bool has_ended = false;
      try {
        interpreter->run("while True: pass");
      } catch (const weft::ScriptError&) {
        has_ended = true;
      }
      interpreter.reset();
      _exit(has_ended ? 3 : 4);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 3);
  }
}

// An interpreter that handles a signal goes while the signal comes to another thread of the host.
TEST(Signals, ComeToAnotherThreadWhileTheirInterpreterGoes) {
  std::atomic<bool> is_done{false};
  std::thread raising([&] {
    while (!is_done) {
      // What it does when nobody handles it is nothing.
      pthread_kill(pthread_self(), SIGWINCH);
    }
  });
  for (int i = 0; i < 10; ++i) {
    Interpreter interpreter;
    interpreter.run(
        "import signal, time\n"
        "came = []\n"
        "signal.signal(signal.SIGWINCH, lambda number, frame: came.append(number))\n"
        "while not came: pass\n");
  }
  is_done = true;
  raising.join();
}

}  // namespace

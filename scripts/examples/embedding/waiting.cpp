// A host with a slow service: its function gives a promise, which a thread of the host keeps later.
// The script asks for three things at once; its tasks wait, and one of them goes on meanwhile.
#include <chrono>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <queue>
#include <string>
#include <thread>

#include "weft/weft.h"

namespace {

// Answers questions one after the other on a thread of its own.
class Service {
 public:
  Service() : worker_([this] { work(); }) {}
  ~Service() {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    changed_.notify_one();
    worker_.join();
  }

  void ask(std::string question, weft::Promise answer) {
    {
      const std::lock_guard lock(mutex_);
      questions_.push({std::move(question), std::move(answer)});
    }
    changed_.notify_one();
  }

 private:
  struct Question {
    std::string text;
    weft::Promise answer;
  };

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return ending_ || !questions_.empty(); });
      if (questions_.empty()) return;
      const Question question = std::move(questions_.front());
      questions_.pop();
      lock.unlock();
      std::this_thread::sleep_for(std::chrono::milliseconds(20));  // it thinks
      if (question.text.empty()) {
        question.answer.fail("nothing was asked");
      } else {
        question.answer.resolve(question.text + "? " + std::to_string(question.text.size()) +
                                " letters.");
      }
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<Question> questions_;
  bool ending_ = false;
  std::thread worker_;
};

}  // namespace

int main() {
  weft::Interpreter interpreter;
  Service service;
  interpreter.define("ask", "(question, /)", "Asks the service; waits for the answer.",
                     [&](std::string question) {
                       const weft::Promise answer(interpreter);
                       service.ask(std::move(question), answer);
                       return answer;
                     });
  interpreter.define("say", "(text, /)", "Says it to whoever looks at the terminal.",
                     [](std::string_view text) { std::cout << text << std::endl; });
  interpreter.run(R"(
import weft

def curious(question):
    say(f"asking {question!r}")
    try:
        say(ask(question))
    except RuntimeError as error:
        say(f"no answer: {error}")

def patient():
    say("meanwhile")

joinall([spawn(curious, "weft"), spawn(curious, ""), spawn(curious, "loom"), spawn(patient)])

try:
    with weft.timeout(0.001):
        ask("too slow")
except TimeoutError:
    say("gave up")
)");
}

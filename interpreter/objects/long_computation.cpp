#include "interpreter/objects/long_computation.h"

#include <signal.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "interpreter/objects/isolate.h"

namespace weft {
namespace {

// How long an interrupt may take to be noticed.
constexpr std::chrono::milliseconds Patience{20};

struct Completion {
  std::mutex mutex;
  std::condition_variable changed;
  bool is_complete = false;
};

// False: there is no thread to be had.
bool start(const std::shared_ptr<Completion>& completion, const std::function<void()>& compute) {
  // Signals are for the threads that run scripts.
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = true;
  try {
    std::thread([completion, compute] {
      compute();
      const std::lock_guard lock(completion->mutex);
      completion->is_complete = true;
      completion->changed.notify_one();
    }).detach();
  } catch (const std::system_error&) {
    started = false;
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started;
}

}  // namespace

bool run_long_computation(Thread& thread, std::function<void()> compute) {
  const MachineHooks& machine = thread.isolate.machine;
  const auto completion = std::make_shared<Completion>();
  // Without a virtual machine nobody interrupts.
  if (machine.without_gil == nullptr || !start(completion, compute)) {
    compute();
    return true;
  }
  for (;;) {
    bool is_complete = false;
    machine.without_gil(thread, [&] {
      std::unique_lock lock(completion->mutex);
      is_complete =
          completion->changed.wait_for(lock, Patience, [&] { return completion->is_complete; });
    });
    if (is_complete) return true;
    if (thread.has_interrupts() && !machine.check_interrupts(thread)) return false;
  }
}

}  // namespace weft

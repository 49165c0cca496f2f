#include "interpreter/objects/long_computation.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <system_error>

#include "interpreter/objects/isolate.h"
#include "runtime/schedule/helper_thread.h"

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
  try {
    runtime::start_helper_thread([completion, compute] {
      compute();
      const std::lock_guard lock(completion->mutex);
      completion->is_complete = true;
      completion->changed.notify_one();
    }).detach();
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace

bool run_long_computation(Thread& thread, const std::function<void()>& compute) {
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

// OS threads that run no script: clocks, lookups, long computations, other isolates.
#pragma once

#include <signal.h>

#include <thread>
#include <utility>

namespace weft::runtime {

// The calling thread gets no signals as long as this lives; threads it starts meanwhile never do.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

 private:
  sigset_t before_;
};

// Signals are for the threads that run scripts: one taken by another would not end what the script
// waits in. Throws std::system_error when there is no thread to be had.
template <class Body>
[[nodiscard]] std::thread start_helper_thread(Body body) {
  const BlockedSignals blocked;
  return std::thread(std::move(body));
}

}  // namespace weft::runtime

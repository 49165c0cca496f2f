#include "runtime/schedule/wake_descriptor.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace weft::runtime {

WakeDescriptor::~WakeDescriptor() {
  if (const int descriptor = descriptor_.load(); descriptor >= 0) close(descriptor);
}

int WakeDescriptor::open() {
  int descriptor = descriptor_.load();
  if (descriptor < 0) {
    descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    descriptor_.store(descriptor);
  }
  return descriptor;
}

void WakeDescriptor::wake() noexcept {
  const int descriptor = descriptor_.load();
  if (descriptor < 0) return;
  const int error = errno;  // a signal handler leaves it as it was
  const uint64_t one = 1;
  // It fails only when the counter is full, which wakes as well.
  static_cast<void>(write(descriptor, &one, sizeof one) == 0);
  errno = error;
}

void WakeDescriptor::drain() {
  uint64_t count;
  static_cast<void>(read(descriptor_.load(), &count, sizeof count) == 0);
}

}  // namespace weft::runtime

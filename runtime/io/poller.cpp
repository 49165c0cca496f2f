#include "runtime/io/poller.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <new>

namespace weft::runtime {
namespace {

constexpr uint64_t WakeData = UINT64_MAX;  // no descriptor is that high
constexpr uint32_t BothDirections = EPOLLIN | EPOLLPRI | EPOLLOUT | EPOLLRDHUP | EPOLLET;
constexpr int64_t NanosecondsPerSecond = 1'000'000'000;

int64_t monotonic_time() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return int64_t{time.tv_sec} * NanosecondsPerSecond + time.tv_nsec;
}

// As epoll_wait, with nanoseconds; negative: for ever.
int epoll_wait_for(int epoll, epoll_event* events, int count, int64_t nanoseconds) {
#ifdef SYS_epoll_pwait2
  timespec timeout{};
  timeout.tv_sec = static_cast<time_t>(nanoseconds / NanosecondsPerSecond);
  timeout.tv_nsec = static_cast<long>(nanoseconds % NanosecondsPerSecond);
  const long found = syscall(SYS_epoll_pwait2, epoll, events, count,
                             nanoseconds < 0 ? nullptr : &timeout, nullptr, size_t{0});
  if (found >= 0 || errno != ENOSYS) return static_cast<int>(found);
#endif
  // Kernels before 5.11. Rounded up: never too early.
  const int64_t milliseconds =
      nanoseconds < 0 ? -1 : std::min<int64_t>((nanoseconds + 999'999) / 1'000'000, INT32_MAX);
  return epoll_wait(epoll, events, count, static_cast<int>(milliseconds));
}

}  // namespace

Poller::~Poller() { close_descriptors(); }

void Poller::close_descriptors() {
  if (epoll_ >= 0) close(epoll_);
  epoll_ = -1;
  if (const int waking = wake_event_.exchange(-1); waking >= 0) close(waking);
}

int Poller::open() {
  assert(!is_open());
  if (events_ == nullptr) events_.reset(new (std::nothrow) std::array<epoll_event, BatchSize>);
  if (events_ == nullptr) return ENOMEM;
  epoll_ = epoll_create1(EPOLL_CLOEXEC);
  const int waking = epoll_ < 0 ? -1 : eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (waking >= 0) {
    wake_event_.store(waking);
    // Edge-triggered: each write is an event, so nobody has to read it for that.
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    event.data.u64 = WakeData;
    if (epoll_ctl(epoll_, EPOLL_CTL_ADD, waking, &event) == 0) return 0;
  }
  const int error = errno;
  close_descriptors();
  return error;
}

int Poller::control(int operation, int descriptor) {
  epoll_event event{};
  event.events = BothDirections;
  event.data.u64 = uint64_t{descriptors_[static_cast<size_t>(descriptor)].generation} << 32 |
                   static_cast<uint32_t>(descriptor);
  return epoll_ctl(epoll_, operation, descriptor, &event) == 0 ? 0 : errno;
}

int Poller::arm(int descriptor, Directions direction, uint64_t token, Trigger trigger) {
  assert(direction == Read || direction == Write);
  if (descriptor < 0) return EBADF;
  if (static_cast<size_t>(descriptor) >= descriptors_.size()) {
    // Numbers that are no descriptors do not grow the table.
    if (fcntl(descriptor, F_GETFD) < 0) return errno;
    try {
      descriptors_.resize(std::max(static_cast<size_t>(descriptor) + 1, descriptors_.size() * 2));
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    }
  }
  Descriptor& entry = descriptors_[static_cast<size_t>(descriptor)];
  // Registering anew, like modifying, reports what is ready already.
  int error = 0;
  if (entry.registered && trigger == Trigger::Level) {
    error = control(EPOLL_CTL_MOD, descriptor);
    if (error == ENOENT) entry.registered = false;
  }
  if (!entry.registered) error = control(EPOLL_CTL_ADD, descriptor);
  if (error != 0) return error;
  entry.registered = true;
  if ((entry.armed & direction) == 0) ++armed_count_;
  entry.armed |= direction;
  (direction == Read ? entry.read_token : entry.write_token) = token;
  return 0;
}

void Poller::disarm(int descriptor, Directions directions) {
  if (descriptor < 0 || static_cast<size_t>(descriptor) >= descriptors_.size()) return;
  disarm(descriptors_[static_cast<size_t>(descriptor)], directions);
}

void Poller::disarm(Descriptor& entry, Directions directions) {
  armed_count_ -= static_cast<size_t>(__builtin_popcount(entry.armed & directions));
  entry.armed &= static_cast<Directions>(~directions);
}

Poller::Directions Poller::forget(int descriptor) {
  if (descriptor < 0 || static_cast<size_t>(descriptor) >= descriptors_.size()) return 0;
  Descriptor& entry = descriptors_[static_cast<size_t>(descriptor)];
  if (!entry.registered) return 0;
  // It may have been closed already; then the system has forgotten it as well.
  static_cast<void>(control(EPOLL_CTL_DEL, descriptor));
  entry.registered = false;
  ++entry.generation;
  const Directions were_armed = entry.armed;
  disarm(entry, were_armed);
  return were_armed;
}

Poller::Directions Poller::armed(int descriptor) const {
  if (descriptor < 0 || static_cast<size_t>(descriptor) >= descriptors_.size()) return 0;
  return descriptors_[static_cast<size_t>(descriptor)].armed;
}

uint64_t Poller::token_of(int descriptor, Directions direction) const {
  const Descriptor& entry = descriptors_[static_cast<size_t>(descriptor)];
  return direction == Read ? entry.read_token : entry.write_token;
}

void Poller::wait(int64_t deadline) {
  assert(event_count_ == 0);
  int64_t timeout = 0;
  if (deadline == Forever) {
    timeout = -1;
  } else if (deadline != Poll) {
    timeout = std::max<int64_t>(deadline - monotonic_time(), 0);
  }
  const int found = epoll_wait_for(epoll_, events_->data(), BatchSize, timeout);
  event_count_ = found < 0 ? 0 : static_cast<size_t>(found);
}

int Poller::take_event(size_t i, Ready (&out)[2]) {
  const epoll_event& event = (*events_)[i];
  if (event.data.u64 == WakeData) return 0;
  const auto descriptor = static_cast<uint32_t>(event.data.u64);
  Descriptor& entry = descriptors_[descriptor];
  if (entry.generation != event.data.u64 >> 32) return 0;
  const bool failed = (event.events & (EPOLLERR | EPOLLHUP)) != 0;
  Directions fired = 0;
  if (failed || (event.events & (EPOLLIN | EPOLLPRI | EPOLLRDHUP)) != 0) fired |= Read;
  if (failed || (event.events & EPOLLOUT) != 0) fired |= Write;
  fired &= entry.armed;
  int count = 0;
  if ((fired & Read) != 0)
    out[count++] = {entry.read_token, static_cast<int>(descriptor), Read, failed};
  if ((fired & Write) != 0)
    out[count++] = {entry.write_token, static_cast<int>(descriptor), Write, failed};
  disarm(entry, fired);
  return count;
}

int Poller::wait_for(int descriptor, int events, int64_t deadline) {
  const int waking = wake_event_.load(std::memory_order_relaxed);
  // poll ignores entries whose descriptor is negative.
  pollfd watched[] = {{descriptor, static_cast<short>(events), 0}, {waking, POLLIN, 0}};
  timespec timeout{};
  if (deadline != Forever && deadline != Poll) {
    const int64_t rest = std::max<int64_t>(deadline - monotonic_time(), 0);
    timeout = {static_cast<time_t>(rest / NanosecondsPerSecond),
               static_cast<long>(rest % NanosecondsPerSecond)};
  }
  const int found = ppoll(watched, 2, deadline == Forever ? nullptr : &timeout, nullptr);
  return found < 0 ? -1 : watched[0].revents;
}

void Poller::drain_wakes() {
  const int waking = wake_event_.load(std::memory_order_relaxed);
  uint64_t count;
  if (waking >= 0) static_cast<void>(!read(waking, &count, sizeof count));
}

void Poller::wake() noexcept {
  const int waking = wake_event_.load();
  if (waking < 0) return;
  // In a signal handler, errno is the interrupted code's.
  const int error = errno;
  const uint64_t one = 1;
  // It cannot fail but for a counter near 2^64, which is an event too.
  static_cast<void>(!write(waking, &one, sizeof one));
  errno = error;
}

int Poller::reopen_after_fork() {
  close_descriptors();
  event_count_ = 0;
  const int error = open();
  for (size_t i = 0; i < descriptors_.size(); ++i) {
    Descriptor& entry = descriptors_[i];
    if (!entry.registered) continue;
    if (error == 0 && control(EPOLL_CTL_ADD, static_cast<int>(i)) == 0) continue;
    entry.registered = false;
    disarm(entry, entry.armed);
  }
  return error;
}

}  // namespace weft::runtime

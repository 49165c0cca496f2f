#include "interpreter/objects/thread.h"

#include <pthread.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native_stack.h"
#include "runtime/fiber/native_stack.h"  // WEFT_THREAD_SANITIZER

// The highest address of the main thread's stack, set by the dynamic loader. Asking pthreads for it
// means reading /proc/self/maps, which costs a noticeable part of the start-up time.
extern "C" void* __libc_stack_end;

namespace weft {
namespace {

// What native code may need after the limit was hit: raising, unwinding, a collection.
constexpr size_t StackReserve = 192 * 1024;
// The part of a stack we make use of even when the system would give more.
#ifdef WEFT_THREAD_SANITIZER
// It notes the calls of a thread, 65,536 at most, and does not look whether there is room.
constexpr size_t LargestUsableStack = 2 * 1024 * 1024;
#else
constexpr size_t LargestUsableStack = 64 * 1024 * 1024;
#endif

NativeStackBounds bounds(char* base, size_t size) {
  size = std::min(size, LargestUsableStack);
  const size_t reserve = std::min(StackReserve, size / 4);
  return {base, base - size + reserve};
}

}  // namespace

NativeStackBounds current_native_stack() {
  if (getpid() == static_cast<pid_t>(syscall(SYS_gettid))) {
    rlimit limit{};
    size_t size = 8 * 1024 * 1024;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
      size = limit.rlim_cur;
    return bounds(static_cast<char*>(__libc_stack_end), size);
  }
  pthread_attr_t attributes;
  void* lowest = nullptr;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &lowest, &size);
    pthread_attr_destroy(&attributes);
  }
  return bounds(static_cast<char*>(lowest) + size, size);
}

Thread::Thread(Isolate& owner)
    : isolate(owner),
      number(owner.next_thread_number()),
      gil_participant(
          [](void* thread) {
            static_cast<Thread*>(thread)->safepoint_requests.fetch_or(HandOverWanted);
          },
          this),
      hub(std::make_unique<Hub>(*this)) {}
Thread::~Thread() = default;

bool Thread::native_stack_exhausted() {
  raise_recursion_error(*this, "");
  return false;
}

}  // namespace weft

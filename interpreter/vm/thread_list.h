// The threads of an isolate, for those who look without the GIL: time limits, watchdogs, signal
// handlers.
//
// Threads come and go under the GIL. Whoever walks the list only counts itself in, which takes no
// lock, so a signal handler may; one that goes waits until nobody walks any more. So a visit is
// short, and blocks on nothing.
#pragma once

#include <atomic>
#include <cstdint>

#include "interpreter/objects/isolate.h"

namespace weft {

class ThreadList {
 public:
  // Who has made it: the host, by calling into the isolate, or a script.
  enum class Origin : uint8_t { Host, Script };

  ThreadList() = default;
  ~ThreadList();
  ThreadList(const ThreadList&) = delete;
  ThreadList& operator=(const ThreadList&) = delete;

  // Both with the GIL. Nobody visits a thread when its removal has returned.
  void add(Thread& thread, Origin origin);
  void remove(Thread& thread);

  // In the child: who visited is the parent's.
  void reinitialise_after_fork() { visitors_.store(0); }

  // visit(thread, origin)
  template <class Visit>
  void for_each(Visit&& visit) {
    visitors_.fetch_add(1);
    for (Entry* entry = first_.load(); entry != nullptr; entry = entry->next.load())
      visit(entry->thread, entry->origin);
    visitors_.fetch_sub(1);
  }

 private:
  struct Entry {
    Thread& thread;
    Origin origin;
    std::atomic<Entry*> next;
  };

  std::atomic<Entry*> first_{nullptr};
  std::atomic<uint32_t> visitors_{0};
};

// Of the isolate; its main thread is in it.
ThreadList& thread_list(Isolate& isolate);

// From any OS thread: has the threads that scripts have started unwind what they run.
void terminate_started_threads(Isolate& isolate);

}  // namespace weft

#include "interpreter/embed/stall_watch.h"

#include <unistd.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "interpreter/objects/hub.h"
#include "interpreter/vm/thread_list.h"
#include "interpreter/vm/waiting.h"
#include "runtime/schedule/forked_child.h"
#include "runtime/schedule/helper_thread.h"

namespace weft {

StallWatch::StallWatch(Isolate& watched, std::chrono::milliseconds limit)
    : watched_(watched), limit_(std::max(limit, std::chrono::milliseconds(1))), process_(getpid()) {
  watched.main_thread->hub->stall_milliseconds = static_cast<uint32_t>(limit_.count());
  watcher_ = runtime::start_helper_thread([this] { watch(); });
}

StallWatch::~StallWatch() {
  if (process_ != getpid()) {
    // In a child of fork() there is no such thread; its mutex may be left taken.
    runtime::begin_anew(ended_);
    runtime::begin_anew(watcher_);
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ended_.notify_one();
  watcher_.join();
}

void StallWatch::watch() {
  const auto interval = std::max(limit_ / 4, std::chrono::milliseconds(1));
  std::unique_lock lock(mutex_);
  while (!ended_.wait_for(lock, interval, [&] { return ending_; })) look();
}

void StallWatch::look() {
  const Clock::time_point now = Clock::now();
  for (auto& [number, sight] : sights_) sight.is_there = false;
  thread_list(watched_).for_each([&](Thread& thread, ThreadList::Origin) {
    const uint64_t turns = thread.hub->turns.load(std::memory_order_relaxed);
    Sight& sight = sights_.try_emplace(thread.number, Sight{turns, now}).first->second;
    sight.is_there = true;
    if (turns != sight.turns) {
      sight = {turns, now};
    } else if (!sight.is_told && now - sight.since >= limit_) {
      sight.is_told = true;
      request(thread, Thread::StallNoticed);
    }
  });
  std::erase_if(sights_, [](const auto& entry) { return !entry.second.is_there; });
}

}  // namespace weft

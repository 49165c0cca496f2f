#include "interpreter/vm/thread_list.h"

#include <sched.h>

#include "interpreter/vm/machine.h"
#include "interpreter/vm/waiting.h"

namespace weft {

ThreadList::~ThreadList() {
  for (Entry* entry = first_.load(); entry != nullptr;) {
    Entry* next = entry->next.load();
    delete entry;
    entry = next;
  }
}

void ThreadList::add(Thread& thread, Origin origin) {
  first_.store(new Entry{thread, origin, first_.load()});
}

void ThreadList::remove(Thread& thread) {
  std::atomic<Entry*>* link = &first_;
  while (&link->load()->thread != &thread) link = &link->load()->next;
  Entry* gone = link->load();
  link->store(gone->next.load());
  while (visitors_.load() != 0) sched_yield();
  delete gone;
}

void terminate_started_threads(Isolate& isolate) {
  thread_list(isolate).for_each([](Thread& each, ThreadList::Origin origin) {
    if (origin == ThreadList::Origin::Script) request(each, TerminationRequested);
  });
}

}  // namespace weft

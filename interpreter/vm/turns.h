// Threads of scripts as fibers that take turns: what a seeded schedule has in place of OS threads.
//
// Each such thread is a Thread like any other (its own hub, greenlets, event loop, thread-local
// values; locks belong to it), but it has a pooled native stack in place of an OS thread's. One OS
// thread, which entered as the isolate's main thread, runs them all. Who has the turn, and for how
// long, the isolate's generator says: a program that asks nobody outside does the same with the
// same seed, run after run, races included.
//
// The turn changes
//  * where code compiled for this offers it (instruction OfferTurn): before whatever reads or
//    changes what threads share, after a number of such places that is drawn anew each time. Native
//    code is not parted, nor are the library's scripts.
//  * where a thread waits: for time, a lock, a descriptor, another thread. When all of them wait,
//    the OS thread waits for what comes first.
// A system call that blocks otherwise blocks them all. Threads that others of the host's threads
// start are OS threads as ever.
//
// Costs nothing where the schedule is not seeded: the code has no such instructions then.
#pragma once

#include <poll.h>

#include <array>
#include <cstdint>
#include <vector>

#include "interpreter/objects/isolate.h"
#include "runtime/io/poller.h"

namespace weft {

// The threads that take turns on one OS thread.
struct ThreadTurns {
  struct Member {
    Thread* thread;
    // While it waits in the system, which the OS thread does for all of them at once:
    bool is_waiting = false;
    std::array<pollfd, 2> watched = {{{-1, 0, 0}, {-1, 0, 0}}};
    int64_t until = runtime::Poller::Forever;
  };

  std::vector<Member> members;  // the first one is the isolate's main thread
  uint32_t until_next = 1;      // places where the turn may change that are passed over before
  // Of a thread that has ended: is given back by whoever runs next. Null: there is none.
  runtime::NativeStack* left_stack = nullptr;
};
ThreadTurns& thread_turns(const Isolate& isolate);

// Whether threads the thread starts take turns with it.
bool takes_turns(const Thread& thread);

// A place where another thread may go on.
void offer_turn(Thread& thread);
// The same for one who gives its turn up.
void give_turn(Thread& thread);
// time.sleep(0): lets others of the isolate's threads go on that can, whatever sort they are.
void yield_to_threads(Thread& thread);

// Whether the running thread shares its OS thread with others, and has to wait as follows.
bool waits_by_turns(const Thread& thread);
// Lets others go on until poll() has something to say of the descriptors (negative ones are none),
// or until a reading of the real clock, or Poller::Forever. Returns for no reason, too.
void wait_by_turns(Thread& thread, pollfd first, pollfd second, int64_t until);

// Gives `started`, a new thread with a function to call, a native stack and turns among the others.
// False: there is no memory.
[[nodiscard]] bool start_turns(Thread& started);
// Goes on with the others until they have ended: they were asked to.
void finish_turns(Thread& thread);
// The whole run of a thread that a script has started, with the GIL (threads.cpp).
void run_started_thread(Thread& thread);
// One more of them, or one less (threads.cpp).
void count_started(Isolate& isolate, int change);

}  // namespace weft

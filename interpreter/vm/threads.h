// OS threads of an isolate, and the lock (GIL) that lets one of them at a time touch it.
//
// A thread takes part with a Thread object: those of a host with the isolate's main thread or, when
// another host thread is inside, with one made for it; those that scripts start with their own.
// Isolate::running tells who holds the GIL.
//
// Whoever gives the GIL up first exposes its native stack, so that collections of others find what
// its frames hold; between giving it up and having it again it touches no cell.
//
// A Thread whose OS thread has ended stays until no fiber refers to it (Isolate::threads_gone).
#pragma once

#include <cstdint>
#include <span>

#include "interpreter/objects/isolate.h"
#include "runtime/fiber/native_stack.h"

namespace weft {

// Gives the GIL up while body() runs, which may block and touches nothing of the isolate.
template <class Body>
void without_gil(Thread& thread, Body&& body);

// Lets another thread have the GIL if one waits for it: what a safepoint does when asked to.
void hand_over_gil(Thread& thread);

// The calling OS thread takes the GIL as `thread`, with `stack`, its own, as the running one.
// Paired with leave_isolate().
void enter_isolate(Thread& thread, runtime::NativeStack& stack);
void leave_isolate(Thread& thread, runtime::NativeStack& stack);

// A Thread for an OS thread that has none. Null when there is no memory. Call with the GIL.
[[nodiscard]] Thread* make_thread(Isolate& isolate);
// The opposite: nothing will run as `thread` any more.
void end_thread(Thread* thread);

// Starts an OS thread that calls the function: `values` are positional ones followed by one a
// keyword name, which may be null. `stack_bytes` 0: the system's usual size. Null with an exception
// pending.
[[nodiscard]] Thread* start_thread(Thread& thread, Value function, std::span<const Value> values,
                                   Tuple* keyword_names, uint64_t stack_bytes);
// How many threads run that scripts have started.
uint64_t started_threads(const Isolate& isolate);
// Before the isolate goes: has all threads but the calling one unwind what they run. With the GIL.
void ask_threads_to_end(Thread& thread);
// Waits until they have. Without the GIL.
void wait_for_started_threads(Isolate& isolate);

// In the child after fork(), by the thread that forked, which held the GIL: the others are gone,
// and what they held with them. It is the isolate's main thread from now on.
void reinitialise_after_fork(Thread& thread);
// What of this thread does not belong to what a child process runs: all fibers but the running one.
void forget_other_fibers(Thread& thread);

// Takes the GIL back after without_gil's body.
void resume_after_blocking(Thread& thread);

template <class Body>
void without_gil(Thread& thread, Body&& body) {
  runtime::with_native_stack_exposed(*thread.native_stack, [&] {
    thread.isolate.gil.release(thread.gil_participant);
    body();
    thread.isolate.gil.acquire(thread.gil_participant);
  });
  resume_after_blocking(thread);
}

}  // namespace weft

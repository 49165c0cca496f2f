// Fibers: flows of control of the script. Greenlets, tasks of spawn, gevent's greenlets and the
// main program of each thread are all this one struct; their types differ.
//
// A fiber that does not run keeps here what Thread holds for the one that runs: its frames, the
// exception it handles, its depth. Switching swaps the two (interpreter/vm/fibers.h).
//
// A fiber that waits is *parked*. What may wake it knows it together with its `epoch`, which moves
// on when the wait ends: who comes later finds another number and does nothing. In queues it stands
// by a Waiter, one a queue, which leaves its queue by itself when the wait ends otherwise.
#pragma once

#include <cstdint>

#include "interpreter/objects/object.h"
#include "runtime/fiber/script_stack.h"

namespace weft::runtime {
class NativeStack;
}

namespace weft {

enum class ReturnAction : uint8_t;
struct Code;
struct Fiber;
struct Frame;
struct Thread;
struct Waiter;

enum class FiberState : uint8_t {
  Created,    // has not run yet
  Running,    // is its thread's current fiber
  Suspended,  // switched away from explicitly; whoever has it switches back
  Parked,     // waits, or stands in the ready queue
  Finished
};

// Who waits for one thing, first come first. Lies in the cell of that thing, which traces `first`.
struct WaitQueue {
  Waiter* first = nullptr;
  Waiter* last = nullptr;

  bool is_empty() const { return first == nullptr; }
};

// One wait of one fiber in one queue.
struct Waiter : Cell {
  using Cell::Cell;
  Fiber* fiber;
  uint64_t epoch;    // the fiber's when the wait began
  Value payload;     // what the queue's owner wants to know of it; unset for nothing
  Waiter* sibling;   // another wait of the fiber, in another queue; null for none
  Waiter* previous;  // in the queue
  Waiter* next;
  WaitQueue* queue;  // null when it stands in none; alive by `owner`
  Cell* owner;       // the cell the queue lies in

  bool is_over() const;
};

struct Fiber : Object {
  using Object::Object;
  static constexpr uint32_t NotKept = UINT32_MAX;

  // --- What Thread holds while it runs
  Frame* frame;  // null: not started, ended, or waiting in a native function it began with
  Exception* handled;
  Object* context;  // of context variables (context.h); null: an empty one not made yet
  uint32_t depth;
  runtime::ScriptStack stack;
  runtime::NativeStack* native_stack;  // pinned: its native frames are there; null: it has none

  // --- Waiting
  Thread* thread;
  uint64_t epoch;
  FiberState state;
  bool has_begun;
  bool is_main;         // its thread's own flow; not Finished before that is
  bool is_scheduled;    // begun by the hub: when it ends the hub goes on, not the parent
  bool is_queued;       // in the ready queue
  bool has_timer;       // of the present wait
  bool is_in_native;    // parked below a native function, which takes resume_value itself
  bool resumes_failed;  // on_resume is called even when an exception ends the wait
  bool is_callback;     // a function the hub calls: goes on next when it has switched away
  bool is_task;         // made by spawn(): its failure is reported if nobody looks at it
  bool is_failure_seen;
  uint8_t destination;  // else: the register of `frame` that takes it,
  ReturnAction action;  // and how; EndFiber: it began with a native function, which this ends
  Value resume_value;   // what the wait gives; while parked: what it gives at its deadline
  Exception* resume_exception;  // is raised instead; null for none
  // Makes the result of the wait from what the fiber was woken with; may park again. Null: as it
  // is. With `resumes_failed` it is called with the error value when an exception ends the wait, to
  // pass on what resume_value still says the fiber had been woken with; it then returns the error
  // value, with the exception pending or parked again.
  Value (*on_resume)(Thread& thread, Fiber* fiber, Value value);
  Object* on_resume_of;  // what on_resume works on; null for none
  Value wait_data;       // what on_resume knows besides
  Waiter* waiter;        // of the present wait, linked by `sibling`; null for none
  Object* waiting_for;   // for reports; null when unknown
  Fiber* previous_ready;
  Fiber* next_ready;

  // --- Beginning and end
  Fiber* parent;       // greenlets: who goes on when this one ends; null for main
  Value run;           // the callable; unset once it has begun, or when the class has one
  Tuple* arguments;    // its positional arguments and the values of keywords; null for none
  Tuple* keywords;     // the names of keywords; null for none
  Value result;        // once finished; unset before and when it failed
  Exception* failure;  // what it died of; null when it did not
  WaitQueue joiners;   // payload: unset, or a list [how many more are to end, any failure will do]
  Str* name;           // null: none was given
  Code* spawned_code;  // where it was made, for reports; null when unknown
  uint32_t spawned_offset;
  uint32_t alive_index;  // in its hub's list of fibers to keep; NotKept
  Cell* overflow;        // attributes set by scripts; last
};

inline bool Waiter::is_over() const { return epoch != fiber->epoch; }

// Gives the fields their first values; the object's header and slots are the caller's.
void initialise_fiber(Fiber* fiber, Thread& thread);

// Reports the frames from `frame` on along their callers.
void trace_frames(Frame* frame, Marker& marker);

}  // namespace weft

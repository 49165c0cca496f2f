#include "interpreter/vm/turns.h"

#include <algorithm>
#include <cassert>
#include <ctime>
#include <utility>

#include "interpreter/objects/hub.h"
#include "interpreter/objects/seeded_choice.h"
#include "interpreter/vm/threads.h"
#include "runtime/schedule/clock.h"

namespace weft {

namespace {

using Member = ThreadTurns::Member;

// Null: it is an OS thread like others.
Member* member_of(const Thread& thread) {
  std::vector<Member>& members = thread_turns(thread.isolate).members;
  const auto found = std::ranges::find(members, &thread, &Member::thread);
  return found == members.end() ? nullptr : &*found;
}

// The running thread has just got its turn.
void arrive(Thread& thread) {
  ThreadTurns& turns = thread_turns(thread.isolate);
  if (runtime::NativeStack* left = std::exchange(turns.left_stack, nullptr))
    thread.isolate.native_stacks.give_back(left);
}

// Goes on as `to`; returns when `from` has the turn again.
void change_turn(Thread& from, runtime::NativeStack& here, Thread& to) {
  if (&from == &to) return;
  Isolate& isolate = from.isolate;
  isolate.running = &to;
  isolate.heap.set_native_stack_base(to.native_stack->base());
  switch_native_stack(here, *to.native_stack);
}

// Those who can go on now; empty if the wait in the system ended for nobody. `running` holds the
// GIL, others may have it while all wait.
std::vector<Thread*> find_ready(Thread& running) {
  Isolate& isolate = running.isolate;
  const std::vector<Member>& members = thread_turns(isolate).members;
  std::vector<pollfd> watched;
  bool all_wait = true;
  int64_t until = runtime::Poller::Forever;
  for (const Member& member : members) {
    if (!member.is_waiting) {
      all_wait = false;
      continue;
    }
    watched.insert(watched.end(), member.watched.begin(), member.watched.end());
    until = std::min(until, member.until);
  }
  const auto wait = [&] {
    constexpr int64_t NanosecondsPerSecond = 1000000000;
    timespec timeout{};
    if (all_wait && until != runtime::Poller::Forever) {
      const int64_t left = std::max<int64_t>(until - runtime::RealClock().now(), 0);
      timeout = {left / NanosecondsPerSecond, left % NanosecondsPerSecond};
    }
    const bool is_endless = all_wait && until == runtime::Poller::Forever;
    if (ppoll(watched.data(), watched.size(), is_endless ? nullptr : &timeout, nullptr) < 0) {
      for (pollfd& entry : watched) entry.revents = 0;
    }
  };
  if (all_wait) {
    without_gil(running, wait);
  } else if (!watched.empty()) {
    wait();
  }
  const int64_t now = watched.empty() ? 0 : runtime::RealClock().now();
  std::vector<Thread*> ready;
  auto entry = watched.begin();
  for (const Member& member : members) {
    bool is_ready = !member.is_waiting;
    if (member.is_waiting) {
      is_ready = entry[0].revents != 0 || entry[1].revents != 0 || member.until <= now;
      entry += 2;
    }
    if (is_ready) ready.push_back(member.thread);
  }
  return ready;
}

// Who goes on: another one if there is one.
Thread& choose(Thread& running) {
  for (;;) {
    std::vector<Thread*> ready = find_ready(running);
    if (ready.size() > 1) std::erase(ready, &running);
    if (ready.size() == 1) return *ready.front();
    if (!ready.empty()) return *ready[next_choice(running.isolate.schedule_state, ready.size())];
  }
}

// Short stretches part what belongs together, longer ones let others do whole things meanwhile:
// each length up to 64, doubled from 1, is as likely.
uint32_t draw_stretch(Isolate& isolate) {
  constexpr uint64_t Lengths = 7;
  const uint64_t longest = uint64_t{1} << next_choice(isolate.schedule_state, Lengths);
  return static_cast<uint32_t>(1 + next_choice(isolate.schedule_state, longest));
}

// What a thread's native stack runs from its bottom on.
void run_member(void* argument) {
  Thread& thread = *static_cast<Thread*>(argument);
  Isolate& isolate = thread.isolate;
  ThreadTurns& turns = thread_turns(isolate);
  arrive(thread);
  run_started_thread(thread);
  count_started(isolate, -1);
  runtime::NativeStack& stack = *std::exchange(thread.native_stack, nullptr);
  std::erase_if(turns.members, [&](const Member& member) { return member.thread == &thread; });
  turns.left_stack = &stack;
  // Whoever it is; one that waits for something else gives the turn to another by itself.
  const uint64_t next = next_choice(isolate.schedule_state, turns.members.size());
  change_turn(thread, stack, *turns.members[next].thread);
  assert(false && "a thread that had ended was gone on with");
}

}  // namespace

void offer_turn(Thread& thread) {
  ThreadTurns& turns = thread_turns(thread.isolate);
  if (turns.members.size() < 2 || --turns.until_next != 0) return;
  turns.until_next = draw_stretch(thread.isolate);
  if (takes_turns(thread)) give_turn(thread);
}

void give_turn(Thread& thread) {
  // Whoever else waits for the GIL has asked the one that took it, not the one whose turn it is.
  hand_over_gil(thread);
  change_turn(thread, *thread.native_stack, choose(thread));
  arrive(thread);
}

void yield_to_threads(Thread& thread) {
  if (waits_by_turns(thread)) {
    give_turn(thread);
  } else {
    hand_over_gil(thread);
  }
}

bool takes_turns(const Thread& thread) {
  return thread.isolate.schedule_state != 0 && member_of(thread) != nullptr;
}

bool waits_by_turns(const Thread& thread) {
  return takes_turns(thread) && thread_turns(thread.isolate).members.size() > 1;
}

void wait_by_turns(Thread& thread, pollfd first, pollfd second, int64_t until) {
  *member_of(thread) = {&thread, true, {{first, second}}, until};
  give_turn(thread);
  *member_of(thread) = {&thread};
}

bool start_turns(Thread& started) {
  Isolate& isolate = started.isolate;
  runtime::NativeStack* stack = isolate.native_stacks.take(run_member, &started);
  if (stack == nullptr) return false;
  started.native_stack = stack;
  started.native_stack_limit = stack->limit();
  thread_turns(isolate).members.push_back({&started});
  return true;
}

void finish_turns(Thread& thread) {
  while (waits_by_turns(thread)) give_turn(thread);
}

}  // namespace weft

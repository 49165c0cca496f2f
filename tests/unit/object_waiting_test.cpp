// The hub and what fibers wait for: queues, turns, locks, conditions, channels. Fibers are made and
// switched by hand here, as the machine does it.
#include "interpreter/objects/channel.h"
#include "interpreter/objects/condition.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/simple_queue.h"
#include "interpreter/objects/type.h"
#include "runtime/heap/rooted.h"
#include "runtime/schedule/clock.h"
#include "tests/unit/isolate_fixture.h"

namespace weft {
namespace {

class WaitingTest : public IsolateTest {
 protected:
  WaitingTest() : hub(*thread.hub), fibers_(isolate.heap) {
    isolate.clock = std::make_unique<runtime::VirtualClock>();
    hub.cooperative = true;
    fibers_.reserve(16);
  }

  Fiber* make_fiber() {
    auto* fiber = new_instance<Fiber>(thread, isolate.types.greenlet);
    initialise_fiber(fiber, thread);
    fiber->has_begun = true;
    fibers_.push_back(Value::cell(fiber));
    return fiber;
  }

  // What the code gives when `fiber` runs it; unset when it waits.
  template <class Code>
  Value as(Fiber* fiber, Code code) {
    Fiber* before = std::exchange(thread.fiber, fiber);
    fiber->state = FiberState::Running;
    const Value result = code();
    thread.fiber = before;
    if (result || thread.leaving == Leaving::No) return result;
    thread.leaving = Leaving::No;
    return Value::unset();
  }

  // Goes on with the next ready fiber; `who` says which that was.
  Value go_on(Fiber*& who) {
    who = hub.pop_ready();
    if (who == nullptr) return Value::unset();
    return as(who, [&]() -> Value {
      const auto on_resume = std::exchange(who->on_resume, nullptr);
      if (who->resume_exception != nullptr) {
        thread.pending = std::exchange(who->resume_exception, nullptr);
        return on_resume != nullptr && who->resumes_failed ? on_resume(thread, who, Value::error())
                                                           : Value::error();
      }
      const Value value = std::exchange(who->resume_value, Value::none());
      return on_resume == nullptr ? value : on_resume(thread, who, value);
    });
  }
  // The same, shown; it has to be `expected`.
  std::string show_next(Fiber* expected) {
    Fiber* who;
    const Value result = go_on(who);
    EXPECT_EQ(who, expected);
    return show(result);
  }

  Exception* failure() {
    return make_exception(thread, isolate.exceptions.value_error, "broken off");
  }
  Value acquire(Fiber* fiber, Lock* lock, Patience patience = {}) {
    return as(fiber, [&] { return acquire_lock(thread, lock, patience); });
  }
  bool release(Fiber* fiber, Lock* lock) {
    return !as(fiber, [&] { return Value::boolean(release_lock(thread, lock)); }).is_false();
  }

  Hub& hub;

 private:
  runtime::RootedVector fibers_;
};

// --- The hub

TEST_F(WaitingTest, ReadyFibersComeInOrder) {
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  Fiber* c = make_fiber();
  for (Fiber* each : {a, b, c}) hub.push_ready(each);
  hub.remove_ready(b);
  hub.push_ready_first(b);
  EXPECT_EQ(hub.pop_ready(), b);
  EXPECT_EQ(hub.pop_ready(), a);
  EXPECT_EQ(hub.pop_ready(), c);
  EXPECT_EQ(hub.pop_ready(), nullptr);
  EXPECT_TRUE(hub.alive.empty());
}

TEST_F(WaitingTest, AWaitEndsOnce) {
  Channel* owner = nullptr;
  Fiber* fiber = make_fiber();
  const Value made = call(thread, Value::cell(isolate.types.channel), {});
  owner = made.as<Channel>();
  Waiter* waiter = nullptr;
  EXPECT_TRUE(as(fiber, [&] {
                waiter = make_waiter(thread, owner->receivers, owner);
                return park(thread, {});
              }).is_unset());
  EXPECT_FALSE(owner->receivers.is_empty());
  EXPECT_TRUE(wake(waiter, integer(1)));
  EXPECT_TRUE(owner->receivers.is_empty());
  EXPECT_FALSE(wake(waiter, integer(2)));
  EXPECT_FALSE(wake_with_exception(waiter, failure()));
  EXPECT_EQ(show_next(fiber), "1");
}

TEST_F(WaitingTest, ADeadlineEndsAWaitUnlessSomethingElseHas) {
  Fiber* late = make_fiber();
  Fiber* early = make_fiber();
  const auto wait = [&](Fiber* fiber, int64_t deadline) {
    return as(fiber, [&] {
      ParkOptions options;
      options.deadline = deadline;
      options.timeout_result = integer(deadline);
      return park(thread, options);
    });
  };
  EXPECT_TRUE(wait(late, 200).is_unset());
  EXPECT_TRUE(wait(early, 100).is_unset());
  resume_with(early, integer(7));
  hub.run_timers(150);
  EXPECT_EQ(show_next(early), "7");
  EXPECT_EQ(hub.pop_ready(), nullptr);
  hub.run_timers(200);
  EXPECT_EQ(show_next(late), "200");
}

TEST_F(WaitingTest, ACancelledFiberNeverBegins) {
  Fiber* fiber = make_fiber();
  fiber->has_begun = false;
  ASSERT_TRUE(schedule_at(thread, fiber, 50));
  EXPECT_EQ(hub.counters.alive, 1u);
  cancel(fiber);
  hub.run_timers(100);
  EXPECT_EQ(hub.pop_ready(), nullptr);
  EXPECT_EQ(hub.counters.alive, 0u);
  EXPECT_TRUE(hub.alive.empty());
}

TEST_F(WaitingTest, AThousandFibersAreKeptAndReleased) {
  constexpr int Many = 1000;
  for (int i = 0; i < Many; ++i) {
    auto* fiber = new_instance<Fiber>(thread, isolate.types.greenlet);
    initialise_fiber(fiber, thread);
    schedule(fiber);
  }
  isolate.heap.collect();
  EXPECT_EQ(hub.alive.size(), static_cast<size_t>(Many));
  int seen = 0;
  while (Fiber* fiber = hub.pop_ready()) {
    hub.release(fiber);
    ++seen;
  }
  EXPECT_EQ(seen, Many);
  EXPECT_TRUE(hub.alive.empty());
}

// --- Locks

TEST_F(WaitingTest, AReleasedLockIsFreeForWhoComesFirst) {
  Lock* lock = make_lock(thread);
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(acquire(b, lock).is_unset());
  EXPECT_TRUE(release(a, lock));
  EXPECT_TRUE(acquire(a, lock).is_true());
  // b was woken in vain: from now on the lock is handed over.
  EXPECT_EQ(show_next(b), "<unset>");
  EXPECT_TRUE(release(a, lock));
  EXPECT_TRUE(acquire(a, lock).is_unset());
  EXPECT_EQ(show_next(b), "True");
  EXPECT_TRUE(release(b, lock));
  EXPECT_EQ(show_next(a), "True");
  EXPECT_EQ(lock->owner, a);
}

TEST_F(WaitingTest, ALockIsNotWaitedForBeyondPatience) {
  Lock* lock = make_lock(thread);
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(acquire(b, lock, {.blocks = false, .deadline = std::nullopt}).is_false());
  EXPECT_TRUE(acquire(b, lock, {.blocks = true, .deadline = 100}).is_unset());
  hub.run_timers(100);
  EXPECT_EQ(show_next(b), "False");
  EXPECT_TRUE(lock->waiters.is_empty());
}

TEST_F(WaitingTest, WhoIsBrokenOffPassesItsTurnOn) {
  Lock* lock = make_lock(thread);
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  Fiber* c = make_fiber();
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(acquire(b, lock).is_unset());
  EXPECT_TRUE(acquire(c, lock).is_unset());
  EXPECT_TRUE(release(a, lock));
  resume_with_exception(b, failure());
  EXPECT_EQ(show_next(b), "!ValueError: broken off");
  EXPECT_EQ(show_next(c), "True");
}

TEST_F(WaitingTest, ARecursiveLockBelongsToItsFiber) {
  Lock* lock = make_recursive_lock(thread);
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_FALSE(release(b, lock));
  EXPECT_EQ(take_pending_text(), "RuntimeError: cannot release un-acquired lock");
  EXPECT_TRUE(release(a, lock));
  EXPECT_TRUE(acquire(b, lock).is_unset());
  EXPECT_TRUE(release(a, lock));
  EXPECT_EQ(show_next(b), "True");
}

// --- Conditions

class ConditionTest : public WaitingTest {
 protected:
  ConditionTest()
      : lock(make_recursive_lock(thread)),
        condition(call(thread, Value::cell(isolate.types.condition), {Value::cell(lock)})) {}

  Value wait(Fiber* fiber) {
    return as(fiber, [&] {
      auto* wait = type_lookup(thread, isolate.types.condition, name("wait")).as<NativeFunction>();
      const Value arguments[] = {condition};
      return begin_native(thread, wait, arguments, nullptr);
    });
  }

  Lock* lock;
  Value condition;
};

TEST_F(ConditionTest, WaitGivesTheLockUpAndTakesItBack) {
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  EXPECT_FALSE(wait(a));
  EXPECT_EQ(take_pending_text(), "RuntimeError: cannot wait on un-acquired lock");
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(wait(a).is_unset());
  EXPECT_EQ(lock->count, 0u);
  EXPECT_TRUE(acquire(b, lock).is_true());
  notify(condition.as<Condition>(), 5);
  // It waits for the lock now.
  EXPECT_EQ(show_next(a), "<unset>");
  EXPECT_TRUE(release(b, lock));
  EXPECT_EQ(show_next(a), "True");
  EXPECT_EQ(lock->owner, a);
  EXPECT_EQ(lock->count, 2u);
}

TEST_F(ConditionTest, AnExceptionIsRaisedWithTheLockHeld) {
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  EXPECT_TRUE(acquire(a, lock).is_true());
  EXPECT_TRUE(wait(a).is_unset());
  EXPECT_TRUE(acquire(b, lock).is_true());
  resume_with_exception(a, failure());
  EXPECT_EQ(show_next(a), "<unset>");
  EXPECT_TRUE(condition.as<Condition>()->waiters.is_empty());
  EXPECT_TRUE(release(b, lock));
  EXPECT_EQ(show_next(a), "!ValueError: broken off");
  EXPECT_EQ(lock->owner, a);
}

// --- Queues and channels

TEST_F(WaitingTest, ASimpleQueueServesThoseWhoWaitInOrder) {
  const Value made = call(thread, Value::cell(isolate.types.simple_queue), {});
  auto* queue = made.as<SimpleQueue>();
  Fiber* a = make_fiber();
  Fiber* b = make_fiber();
  auto* get = type_lookup(thread, isolate.types.simple_queue, name("get")).as<NativeFunction>();
  const auto take = [&](Fiber* fiber) {
    return as(fiber, [&] { return begin_native(thread, get, {&made, 1}, nullptr); });
  };
  EXPECT_TRUE(take(a).is_unset());
  EXPECT_TRUE(take(b).is_unset());
  ASSERT_TRUE(put_simple_queue(thread, queue, integer(1)));
  resume_with_exception(a, failure());
  EXPECT_EQ(show_next(a), "!ValueError: broken off");
  EXPECT_EQ(show_next(b), "1");
  EXPECT_EQ(queue->count, 0u);
}

TEST_F(WaitingTest, SelectTakesWhatIsPossibleFirst) {
  const Value first = call(thread, Value::cell(isolate.types.channel), {});
  const Value second = call(thread, Value::cell(isolate.types.channel), {});
  Fiber* receiver = make_fiber();
  Fiber* sender = make_fiber();
  const Value channels[] = {first, second};
  EXPECT_TRUE(as(receiver, [&] {
                return select_channels(thread, channels, Value::unset(), std::nullopt);
              }).is_unset());
  const Value pair[] = {second, integer(5)};
  const Value sending = Value::cell(make_tuple(thread, pair));
  const Value sent = as(sender, [&] {
    return select_channels(thread, {&sending, 1}, Value::unset(), std::nullopt);
  });
  EXPECT_EQ(sent.as<Tuple>()->values[0], second);
  Fiber* who;
  const Value received = go_on(who);
  EXPECT_EQ(who, receiver);
  EXPECT_EQ(received.as<Tuple>()->values[0], second);
  EXPECT_EQ(show(received.as<Tuple>()->values[1]), "5");
  EXPECT_TRUE(first.as<Channel>()->receivers.is_empty());
}

}  // namespace
}  // namespace weft

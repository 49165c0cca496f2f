// The GIL: one holder at a time, who asks whom, in which order it goes round.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "runtime/fiber/native_stack.h"  // WEFT_THREAD_SANITIZER
#include "runtime/schedule/gil.h"

namespace weft::runtime {
namespace {

// A thread's side: the safepoint word that a waiter sets, and the participant.
struct Party {
  Party() : participant([](void* self) { static_cast<Party*>(self)->asked.store(true); }, this) {}
  std::atomic<bool> asked{false};
  Gil::Participant participant;

  void safepoint(Gil& gil) {
    if (!asked.load(std::memory_order_relaxed)) return;
    asked.store(false, std::memory_order_relaxed);
    gil.hand_over(participant);
  }
};

void wait_until(const std::function<bool()>& condition) {
  while (!condition()) std::this_thread::yield();
}

TEST(Gil, IsTakenAndReleased) {
  Gil gil;
  Party self;
  EXPECT_FALSE(gil.is_held_by(self.participant));
  gil.acquire(self.participant);
  EXPECT_TRUE(gil.is_held_by(self.participant));
  EXPECT_FALSE(gil.wanted());
  gil.hand_over(self.participant);  // to nobody
  EXPECT_TRUE(gil.is_held_by(self.participant));
  gil.release(self.participant);
  EXPECT_FALSE(gil.is_held_by(self.participant));
}

TEST(Gil, AWaiterIsSeenAndWokenByARelease) {
  Gil gil;
  Party self;
  gil.acquire(self.participant);
  std::thread other([&] {
    Party party;
    gil.acquire(party.participant);
    gil.release(party.participant);
  });
  wait_until([&] { return gil.wanted(); });
  gil.release(self.participant);
  other.join();
  EXPECT_FALSE(gil.wanted());
}

TEST(Gil, AWaiterAsksAfterTheInterval) {
  Gil gil;
  gil.set_interval(1'000'000);
  Party self;
  gil.acquire(self.participant);
  std::atomic<bool> had_it{false};
  std::thread other([&] {
    Party party;
    gil.acquire(party.participant);
    had_it = true;
    gil.release(party.participant);
  });
  wait_until([&] { return self.asked.load(); });
  EXPECT_FALSE(had_it);
  gil.hand_over(self.participant);
  EXPECT_TRUE(had_it) << "a hand-over goes to the waiter, whoever is quicker";
  EXPECT_TRUE(gil.is_held_by(self.participant));
  gil.release(self.participant);
  other.join();
}

TEST(Gil, NobodyIsAskedBeforeTheInterval) {
  Gil gil;
  gil.set_interval(int64_t{3600} * 1'000'000'000);
  Party self;
  gil.acquire(self.participant);
  std::thread other([&] {
    Party party;
    gil.acquire(party.participant);
    gil.release(party.participant);
  });
  wait_until([&] { return gil.wanted(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(self.asked);
  gil.release(self.participant);
  other.join();
}

TEST(Gil, GoesRoundInTheOrderOfWaiting) {
  constexpr int Count = 5;
  Gil gil;
  gil.set_interval(int64_t{3600} * 1'000'000'000);
  Party self;
  gil.acquire(self.participant);
  std::vector<int> order;  // guarded by the GIL
  std::atomic<int> waiting{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < Count; ++i) {
    threads.emplace_back([&, i] {
      Party party;
      ++waiting;
      gil.acquire(party.participant);
      order.push_back(i);
      gil.hand_over(party.participant);
      order.push_back(i + Count);
      gil.hand_over(party.participant);
      gil.release(party.participant);
    });
    wait_until([&] { return waiting == i + 1; });
    // That it is in the queue is seen by nobody; it gets there soon after saying so.
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  gil.hand_over(self.participant);
  EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
  gil.hand_over(self.participant);
  EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  gil.release(self.participant);
  for (std::thread& thread : threads) thread.join();
}

TEST(Gil, ManyThreadsNeverHoldItTogether) {
  constexpr int Threads = 8;
  constexpr int Rounds = 20'000;
  Gil gil;
  gil.set_interval(100'000);
  int64_t counter = 0;  // guarded by the GIL
  std::vector<std::thread> threads;
  threads.reserve(Threads);
  for (int i = 0; i < Threads; ++i) {
    threads.emplace_back([&, i] {
      Party party;
      gil.acquire(party.participant);
      for (int round = 0; round < Rounds; ++round) {
        ++counter;
        party.safepoint(gil);
        if ((round + i) % 7 == 0) {
          gil.release(party.participant);
          if (round % 100 == 0) std::this_thread::yield();
          gil.acquire(party.participant);
        }
        if ((round + i) % 1000 == 0) gil.hand_over(party.participant);
      }
      gil.release(party.participant);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counter, int64_t{Threads} * Rounds);
  EXPECT_FALSE(gil.wanted());
}

TEST(Gil, AParticipantMayGoAsSoonAsItHasReleased) {
  Gil gil;
  gil.set_interval(1000);  // asking all the time
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 2000; ++round) {
        const auto party = std::make_unique<Party>();
        gil.acquire(party->participant);
        gil.release(party->participant);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_FALSE(gil.wanted());
}

// ThreadSanitizer allows no thread in the child of a process with threads.
#ifndef WEFT_THREAD_SANITIZER
TEST(Gil, TheChildOfAForkHoldsItAlone) {
  Gil gil;
  Party self;
  gil.acquire(self.participant);
  std::thread other([&] {
    Party party;
    gil.acquire(party.participant);
    gil.release(party.participant);
  });
  wait_until([&] { return gil.wanted(); });
  const pid_t child = fork();
  if (child == 0) {
    gil.reinitialise_after_fork(self.participant);
    bool good = gil.is_held_by(self.participant) && !gil.wanted();
    gil.hand_over(self.participant);
    gil.release(self.participant);
    std::thread thread([&] {
      Party party;
      gil.acquire(party.participant);
      gil.release(party.participant);
    });
    thread.join();
    _exit(good ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  gil.release(self.participant);
  other.join();
}

TEST(Gil, AWaiterThatAForkLeftBehindCanBeForgotten) {
  Gil gil;
  Party self;
  auto left_behind = std::make_unique<Party>();
  gil.acquire(self.participant);
  std::thread other([&] {
    gil.acquire(left_behind->participant);
    gil.release(left_behind->participant);
  });
  wait_until([&] { return gil.wanted(); });
  const pid_t child = fork();
  if (child == 0) {
    alarm(20);
    gil.reinitialise_after_fork(self.participant);
    Gil::forget_after_fork(left_behind->participant);
    left_behind.reset();
    _exit(gil.wanted() ? 1 : 0);
  }
  int status = -1;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  gil.release(self.participant);
  other.join();
}
#endif

}  // namespace
}  // namespace weft::runtime

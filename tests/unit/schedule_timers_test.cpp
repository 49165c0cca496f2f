// Timers: order, staleness, what they keep alive, a million of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "runtime/heap/heap.h"
#include "runtime/schedule/timers.h"

namespace weft::runtime {
namespace {

constexpr uint8_t KindWaiter = 1;

// Waits in `epoch`; a timer of an earlier one is stale.
struct Waiter : Cell {
  explicit Waiter(uint64_t header = Cell::make_header(nullptr, KindWaiter, 0)) : Cell(header) {}
  uint64_t epoch = 0;
};

bool waits(const Cell* owner, uint64_t epoch) {
  return static_cast<const Waiter*>(owner)->epoch == epoch;
}

std::vector<int64_t> pop_all(Timers& timers, int64_t now) {
  std::vector<int64_t> deadlines;
  Timer due{};
  while (timers.pop_due(now, due)) deadlines.push_back(due.deadline);
  return deadlines;
}

TEST(Timers, AreHandedOutSoonestFirst) {
  Timers timers(waits);
  Waiter owner;
  for (int64_t deadline : {50, 10, 40, 20, 30}) ASSERT_TRUE(timers.add(deadline, &owner, 0));
  EXPECT_EQ(timers.first()->deadline, 10);
  EXPECT_EQ(pop_all(timers, 30), (std::vector<int64_t>{10, 20, 30}));
  EXPECT_EQ(timers.first()->deadline, 40);
  EXPECT_EQ(pop_all(timers, 100), (std::vector<int64_t>{40, 50}));
  EXPECT_EQ(timers.first(), nullptr);
}

TEST(Timers, EqualDeadlinesComeInTheOrderTheyWereSet) {
  Timers timers(waits);
  std::vector<Waiter> owners(1000);
  for (size_t i = 0; i < owners.size(); ++i)
    ASSERT_TRUE(timers.add(static_cast<int64_t>(i % 3), &owners[i], 0));
  Timer due{};
  for (size_t remainder = 0; remainder < 3; ++remainder) {
    for (size_t i = remainder; i < owners.size(); i += 3) {
      ASSERT_TRUE(timers.pop_due(10, due));
      EXPECT_EQ(due.owner, &owners[i]);
    }
  }
}

TEST(Timers, StaleOnesAreSkipped) {
  Timers timers(waits);
  std::vector<Waiter> owners(4);
  for (size_t i = 0; i < owners.size(); ++i)
    ASSERT_TRUE(timers.add(static_cast<int64_t>(i), &owners[i], 0));
  for (size_t i : {0, 2}) {
    ++owners[i].epoch;
    timers.note_stale();
  }
  EXPECT_EQ(timers.live_count(), 2u);
  EXPECT_EQ(timers.first()->deadline, 1);
  EXPECT_EQ(pop_all(timers, 10), (std::vector<int64_t>{1, 3}));
  EXPECT_EQ(timers.size(), 0u);
}

TEST(Timers, AMillionCancelledOnesTakeNoRoom) {
  Timers timers(waits);
  Waiter patient;
  ASSERT_TRUE(timers.add(1'000'000'000, &patient, 0));
  Waiter busy;
  size_t most = 0;
  for (int64_t i = 0; i < 1'000'000; ++i) {
    ASSERT_TRUE(timers.add(1'000'000 + i, &busy, busy.epoch));
    ++busy.epoch;
    timers.note_stale();
    most = std::max(most, timers.size());
  }
  EXPECT_LE(most, 100u);
  EXPECT_EQ(timers.live_count(), 1u);
  EXPECT_EQ(pop_all(timers, INT64_MAX), std::vector<int64_t>{1'000'000'000});
}

TEST(Timers, AMillionComeInOrder) {
  Timers timers(waits);
  Waiter owner;
  std::mt19937_64 random(1);
  std::vector<int64_t> expected;
  for (int i = 0; i < 1'000'000; ++i) {
    expected.push_back(static_cast<int64_t>(random() % 500'000));
    ASSERT_TRUE(timers.add(expected.back(), &owner, 0));
  }
  std::stable_sort(expected.begin(), expected.end());
  Timer due{};
  Timer before{.deadline = -1, .sequence = 0, .owner = nullptr, .epoch = 0};
  for (int64_t deadline : expected) {
    ASSERT_TRUE(timers.pop_due(INT64_MAX, due));
    ASSERT_EQ(due.deadline, deadline);
    ASSERT_TRUE(before.is_before(due));
    before = due;
  }
  EXPECT_FALSE(timers.pop_due(INT64_MAX, due));
}

TEST(Timers, RandomUseAgreesWithAModel) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    Timers timers(waits);
    std::vector<Waiter> owners(200);
    std::vector<Timer> model;
    int64_t now = 0;
    uint64_t sequence = 0;
    for (int step = 0; step < 2000; ++step) {
      Waiter& owner = owners[random() % owners.size()];
      const auto its = std::find_if(model.begin(), model.end(),
                                    [&](const Timer& timer) { return timer.owner == &owner; });
      switch (random() % 4) {
        case 0:
        case 1:
          if (its != model.end()) break;
          model.push_back(
              {now + static_cast<int64_t>(random() % 100), sequence++, &owner, owner.epoch});
          ASSERT_TRUE(timers.add(model.back().deadline, &owner, owner.epoch));
          break;
        case 2:
          if (its == model.end()) break;
          ++owner.epoch;
          timers.note_stale();
          model.erase(its);
          break;
        default: {
          now += static_cast<int64_t>(random() % 10);
          Timer due{};
          while (timers.pop_due(now, due)) {
            const auto soonest =
                std::min_element(model.begin(), model.end(),
                                 [](const Timer& a, const Timer& b) { return a.is_before(b); });
            ASSERT_NE(soonest, model.end());
            ASSERT_EQ(due.owner, soonest->owner);
            ASSERT_EQ(due.sequence, soonest->sequence);
            ++static_cast<Waiter*>(due.owner)->epoch;
            model.erase(soonest);
          }
          for (const Timer& timer : model) ASSERT_GT(timer.deadline, now);
        }
      }
      ASSERT_EQ(timers.live_count(), model.size());
    }
  }
}

struct TimerRoots : RootSource {
  explicit TimerRoots(Timers& which) : timers(which) {}
  void trace_roots(Marker& marker) override { timers.trace(marker); }
  Timers& timers;
};

TEST(Timers, KeepOwnersAliveWhileTheyWait) {
  Heap heap{HeapOptions{}};
  heap.register_kind(KindWaiter, {.name = "Waiter"});
  Timers timers(waits);
  TimerRoots roots(timers);
  heap.add_root_source(&roots);
  auto* waiting = heap.make<Waiter>(0, Cell::make_header(nullptr, KindWaiter, 0));
  ASSERT_TRUE(timers.add(1, waiting, 0));
  auto* gone = heap.make<Waiter>(0, Cell::make_header(nullptr, KindWaiter, 0));
  ASSERT_TRUE(timers.add(2, gone, 0));
  ++gone->epoch;
  timers.note_stale();
  heap.collect();
  EXPECT_EQ(heap.find_cell(waiting), waiting);
  EXPECT_EQ(heap.find_cell(gone), nullptr);
  EXPECT_EQ(timers.size(), 1u);
  heap.remove_root_source(&roots);
}

}  // namespace
}  // namespace weft::runtime

// Clocks: which of them move by themselves.
#include <gtest/gtest.h>

#include "runtime/schedule/clock.h"

namespace weft::runtime {
namespace {

constexpr int64_t Second = 1'000'000'000;

TEST(Clock, TheRealOneNeverGoesBack) {
  const RealClock clock;
  int64_t before = clock.now();
  for (int i = 0; i < 1000; ++i) {
    const int64_t now = clock.now();
    EXPECT_GE(now, before);
    before = now;
  }
  EXPECT_FALSE(clock.is_virtual());
}

TEST(Clock, AVirtualOneMovesOnlyWhenAdvanced) {
  VirtualClock clock(5 * Second, 1000 * Second);
  EXPECT_TRUE(clock.is_virtual());
  EXPECT_EQ(clock.now(), 5 * Second);
  EXPECT_EQ(clock.realtime(), 1000 * Second);
  clock.advance_to(3605 * Second);
  EXPECT_EQ(clock.now(), 3605 * Second);
  EXPECT_EQ(clock.realtime(), 4600 * Second);
}

TEST(Clock, AVirtualOneDoesNotGoBack) {
  VirtualClock clock(5 * Second, 0);
  clock.advance_to(4 * Second);
  EXPECT_EQ(clock.now(), 5 * Second);
}

TEST(Clock, AVirtualOneBeginsAtTheRealTime) {
  const RealClock real;
  const int64_t now = real.now();
  const int64_t realtime = real.realtime();
  const VirtualClock clock;
  EXPECT_GE(clock.now(), now);
  EXPECT_LE(clock.now(), real.now());
  EXPECT_GE(clock.realtime(), realtime - Second);
}

}  // namespace
}  // namespace weft::runtime

// The poller over pipes and socket pairs: what fires, what does not, who is woken.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <thread>
#include <vector>

#include "runtime/io/poller.h"

namespace weft::runtime {
namespace {

class PollerTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(poller.open(), 0);
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
  }
  void TearDown() override {
    for (int end : ends) {
      if (end >= 0) close(end);
    }
  }

  static int64_t in_milliseconds(int64_t count) {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec + count * 1'000'000;
  }
  bool collect() {
    return poller.collect([&](const Poller::Ready& one) { ready.push_back(one); });
  }
  // What is ready now.
  std::vector<uint64_t> tokens() {
    ready.clear();
    poller.wait(Poller::Poll);
    collect();
    std::vector<uint64_t> result;
    for (const Poller::Ready& one : ready) result.push_back(one.token);
    return result;
  }
  void send(int count = 1) {
    const std::vector<char> bytes(static_cast<size_t>(count), 'x');
    ASSERT_EQ(write(ends[1], bytes.data(), bytes.size()), count);
  }
  int receive(int count) {
    std::vector<char> bytes(static_cast<size_t>(count));
    return static_cast<int>(read(ends[0], bytes.data(), bytes.size()));
  }
  using Tokens = std::vector<uint64_t>;

  Poller poller;
  int ends[2] = {-1, -1};
  std::vector<Poller::Ready> ready;
};

TEST_F(PollerTest, TellsWhoWaitsForReading) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 7), 0);
  EXPECT_EQ(poller.armed_count(), 1u);
  EXPECT_EQ(tokens(), Tokens{});
  send();
  EXPECT_EQ(tokens(), Tokens{7});
  EXPECT_EQ(ready[0].descriptor, ends[0]);
  EXPECT_EQ(ready[0].direction, Poller::Read);
  EXPECT_FALSE(ready[0].failed);
  EXPECT_EQ(poller.armed_count(), 0u);
}

TEST_F(PollerTest, TellsWhoWaitsForWriting) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Write, 8), 0);
  EXPECT_EQ(tokens(), Tokens{8});
  char block[4096] = {};
  while (write(ends[0], block, sizeof block) > 0) {
  }
  ASSERT_EQ(errno, EAGAIN);
  ASSERT_EQ(poller.arm(ends[0], Poller::Write, 9), 0);
  EXPECT_EQ(tokens(), Tokens{});
  while (read(ends[1], block, sizeof block) > 0) {
  }
  EXPECT_EQ(tokens(), Tokens{9});
}

TEST_F(PollerTest, OneArmingIsOneEvent) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  send();
  EXPECT_EQ(tokens(), Tokens{1});
  send();
  EXPECT_EQ(tokens(), Tokens{}) << "nobody waits";
}

TEST_F(PollerTest, DirectionsHaveTokensOfTheirOwn) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  ASSERT_EQ(poller.arm(ends[0], Poller::Write, 2), 0);
  EXPECT_EQ(poller.armed(ends[0]), Poller::Read | Poller::Write);
  EXPECT_EQ(poller.token_of(ends[0], Poller::Read), 1u);
  EXPECT_EQ(poller.token_of(ends[0], Poller::Write), 2u);
  EXPECT_EQ(tokens(), Tokens{2});
  send();
  EXPECT_EQ(tokens(), Tokens{1});
}

TEST_F(PollerTest, AfterTryingInVainTheNextEdgeFires) {
  for (int round = 0; round < 10; ++round) {
    ASSERT_EQ(receive(100), -1);
    ASSERT_EQ(errno, EAGAIN);
    ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
    send(10);
    EXPECT_EQ(tokens(), Tokens{1});
    EXPECT_EQ(receive(100), 10);
  }
}

TEST_F(PollerTest, LevelFiresForWhatIsThereAlready) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  send(10);
  EXPECT_EQ(tokens(), Tokens{1});
  EXPECT_EQ(receive(4), 4);
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 2, Poller::Trigger::Level), 0);
  EXPECT_EQ(tokens(), Tokens{2});
  EXPECT_EQ(receive(100), 6);
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 3, Poller::Trigger::Level), 0);
  EXPECT_EQ(tokens(), Tokens{});
}

TEST_F(PollerTest, TheEndOfTheOtherSideFiresBothDirections) {
  char block[4096] = {};
  while (write(ends[0], block, sizeof block) > 0) {
  }
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  ASSERT_EQ(poller.arm(ends[0], Poller::Write, 2), 0);
  close(ends[1]);
  ends[1] = -1;
  EXPECT_EQ(tokens(), (Tokens{1, 2}));
  EXPECT_TRUE(ready[0].failed);
}

TEST_F(PollerTest, DisarmedIsNotTold) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  poller.disarm(ends[0], Poller::Read);
  EXPECT_EQ(poller.armed_count(), 0u);
  send();
  EXPECT_EQ(tokens(), Tokens{});
}

TEST_F(PollerTest, ForgettingTellsWhoWaited) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  EXPECT_EQ(poller.forget(ends[0]), Poller::Read);
  EXPECT_EQ(poller.armed_count(), 0u);
  EXPECT_EQ(poller.forget(ends[0]), 0);
  EXPECT_EQ(poller.forget(100'000), 0);
}

TEST_F(PollerTest, AReusedNumberGetsNoEventOfTheOldDescriptor) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 1), 0);
  send();
  poller.wait(Poller::Poll);  // the event is under way
  poller.forget(ends[0]);
  const int number = ends[0];
  int fresh[2];
  ASSERT_EQ(pipe2(fresh, O_NONBLOCK), 0);
  close(ends[0]);
  ASSERT_EQ(dup2(fresh[0], number), number);
  ASSERT_EQ(poller.arm(number, Poller::Read, 2), 0);
  collect();
  EXPECT_TRUE(ready.empty());
  EXPECT_EQ(poller.armed(number), Poller::Read);
  ASSERT_EQ(write(fresh[1], "x", 1), 1);
  EXPECT_EQ(tokens(), Tokens{2});
  poller.forget(number);
  close(fresh[0]);
  close(fresh[1]);
}

TEST_F(PollerTest, WhatCannotBeWaitedForSaysSo) {
  EXPECT_EQ(poller.arm(-1, Poller::Read, 1), EBADF);
  EXPECT_EQ(poller.arm(987'654, Poller::Read, 1), EBADF);
  std::FILE* file = std::tmpfile();
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(poller.arm(fileno(file), Poller::Read, 1), EPERM);
  std::fclose(file);
  EXPECT_EQ(poller.armed_count(), 0u);
}

TEST_F(PollerTest, WaitsUntilTheDeadlineAndNotLess) {
  const int64_t deadline = in_milliseconds(5);
  poller.wait(deadline);
  collect();
  EXPECT_GE(in_milliseconds(0), deadline);
  EXPECT_TRUE(ready.empty());
}

TEST_F(PollerTest, AWakeBeforeTheWaitIsKept) {
  poller.wake();
  poller.wake();
  poller.wait(Poller::Forever);
  collect();
  EXPECT_TRUE(ready.empty());
  // Both were one: the next wait lasts.
  const int64_t deadline = in_milliseconds(2);
  poller.wait(deadline);
  EXPECT_GE(in_milliseconds(0), deadline);
}

TEST_F(PollerTest, AnotherThreadWakesIt) {
  for (int round = 0; round < 100; ++round) {
    std::thread other([&] { poller.wake(); });
    poller.wait(Poller::Forever);
    collect();
    other.join();
    tokens();
  }
  EXPECT_TRUE(ready.empty());
}

TEST_F(PollerTest, MoreEventsThanABatchAllCome) {
  constexpr size_t Count = 400;
  std::vector<int> pipes;
  for (size_t i = 0; i < Count; ++i) {
    int pair[2];
    ASSERT_EQ(pipe2(pair, O_NONBLOCK), 0);
    pipes.insert(pipes.end(), pair, pair + 2);
    ASSERT_EQ(poller.arm(pair[0], Poller::Read, i), 0);
    ASSERT_EQ(write(pair[1], "x", 1), 1);
  }
  std::vector<bool> seen(Count);
  bool more = true;
  while (more) {
    ready.clear();
    poller.wait(Poller::Poll);
    more = collect();
    for (const Poller::Ready& one : ready) {
      EXPECT_FALSE(seen[one.token]);
      seen[one.token] = true;
    }
  }
  EXPECT_EQ(seen, std::vector<bool>(Count, true));
  for (int descriptor : pipes) {
    poller.forget(descriptor);
    close(descriptor);
  }
}

TEST_F(PollerTest, TheChildOfAForkHasOneOfItsOwn) {
  ASSERT_EQ(poller.arm(ends[0], Poller::Read, 5), 0);
  const pid_t child = fork();
  if (child == 0) {
    bool good = poller.reopen_after_fork() == 0 && poller.armed(ends[0]) == Poller::Read;
    poller.wake();
    good = good && tokens().empty() && poller.armed_count() == 1;
    poller.forget(ends[0]);
    _exit(good ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(poller.armed(ends[0]), Poller::Read);
  send();
  EXPECT_EQ(tokens(), Tokens{5}) << "what the child forgot is still registered here";
}

}  // namespace
}  // namespace weft::runtime

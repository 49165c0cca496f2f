// The pool of native stacks: reuse, pages given back, guards, numbers.
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "runtime/fiber/native_stack_pool.h"

namespace weft::runtime {
namespace {

void never_run(void*) { std::abort(); }

size_t resident_pages(const char* begin, const char* end) {
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  std::vector<unsigned char> pages(static_cast<size_t>(end - begin) / page);
  EXPECT_EQ(mincore(const_cast<char*>(begin), pages.size() * page, pages.data()), 0);
  size_t count = 0;
  for (unsigned char state : pages) count += state & 1;
  return count;
}

TEST(NativeStackPool, TheOneGivenBackLastIsTakenFirst) {
  NativeStackPool pool;
  NativeStack* first = pool.take(never_run, nullptr);
  NativeStack* second = pool.take(never_run, nullptr);
  pool.give_back(first);
  pool.give_back(second);
  EXPECT_EQ(pool.take(never_run, nullptr), second);
  EXPECT_EQ(pool.take(never_run, nullptr), first);
  EXPECT_EQ(pool.statistics().in_use, 2u);
  EXPECT_EQ(pool.statistics().idle, 0u);
}

TEST(NativeStackPool, StacksDoNotOverlap) {
  NativeStackPool pool;
  std::set<char*> bases;
  for (int i = 0; i < 200; ++i) {
    NativeStack* stack = pool.take(never_run, nullptr);
    ASSERT_NE(stack, nullptr);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(stack->base()) % 16, 0u);
    EXPECT_LT(stack->limit(), stack->base());
    const auto above = bases.insert(stack->base()).first;
    if (above != bases.begin()) {
      EXPECT_LT(*std::prev(above), stack->limit());
    }
  }
  EXPECT_EQ(pool.statistics().slabs, 4u);
}

TEST(NativeStackPool, ColdStacksGiveTheirPagesBack) {
  NativeStackPool pool(NativeStackPoolOptions{.warm_stacks = 4});
  std::vector<NativeStack*> stacks;
  for (int i = 0; i < 8; ++i) {
    stacks.push_back(pool.take(never_run, nullptr));
    for (char* byte = stacks[i]->limit(); byte < stacks[i]->base() - 8192; byte += 4096) *byte = 1;
  }
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  const auto resident = [&](NativeStack* stack) {
    const auto top = (reinterpret_cast<uintptr_t>(stack->base()) + page - 1) / page * page;
    return resident_pages(stack->limit(), reinterpret_cast<char*>(top));
  };
  EXPECT_GT(resident(stacks[0]), 10u);
  for (NativeStack* stack : stacks) pool.give_back(stack);
  EXPECT_LE(resident(stacks[0]), 2u);
  EXPECT_GT(resident(stacks[7]), 10u) << "the next ones to be taken keep theirs";
  pool.trim();
  EXPECT_LE(resident(stacks[7]), 2u);
}

TEST(NativeStackPool, EveryStackInUseIsVisited) {
  NativeStackPool pool;
  std::set<NativeStack*> taken;
  for (int i = 0; i < 100; ++i) taken.insert(pool.take(never_run, nullptr));
  for (int i = 0; i < 50; ++i) {
    pool.give_back(*taken.begin());
    taken.erase(taken.begin());
  }
  std::set<NativeStack*> visited;
  pool.for_each_parked([&](NativeStack& stack) { visited.insert(&stack); });
  EXPECT_EQ(visited, taken);
}

TEST(NativeStackPool, TouchingTheGuardIsAFault) {
  NativeStackPool pool;
  NativeStack* stack = pool.take(never_run, nullptr);
  if (!pool.statistics().guarded) GTEST_SKIP() << "this kernel has no such guards";
  const NativeStackPoolOptions options;
  EXPECT_DEATH(*(stack->limit() - options.reserve_bytes - 1) = 1, "");
}

#ifndef WEFT_THREAD_SANITIZER  // which knows a few thousand fibers at most
TEST(NativeStackPool, AHundredThousandStacksAreFewMappings) {
  const auto mappings = [] {
    std::ifstream maps("/proc/self/maps");
    size_t count = 0;
    for (std::string line; std::getline(maps, line);) ++count;
    return count;
  };
  const size_t before = mappings();
  NativeStackPool pool;
  for (int i = 0; i < 100'000; ++i) ASSERT_NE(pool.take(never_run, nullptr), nullptr);
  EXPECT_LT(mappings() - before, 5000u);
}
#endif

}  // namespace
}  // namespace weft::runtime

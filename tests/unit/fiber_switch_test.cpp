// Switching between native stacks keeps what belongs to each.
#include <gtest/gtest.h>
#include <pthread.h>

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "runtime/fiber/native_stack.h"
#include "runtime/fiber/native_stack_pool.h"
#include "runtime/heap/arrays.h"
#include "runtime/heap/heap.h"

namespace weft::runtime {
namespace {

char* own_stack_base() {
  pthread_attr_t attributes;
  void* lowest = nullptr;
  size_t size = 0;
  EXPECT_EQ(pthread_getattr_np(pthread_self(), &attributes), 0);
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  return static_cast<char*>(lowest) + size;
}

class FiberSwitch : public testing::Test {
 public:
  FiberSwitch() : home(own_stack_base(), own_stack_base() - 128 * 1024) { pool.adopt(home); }
  ~FiberSwitch() override { pool.release(home); }

  NativeStack* take(void (*entry)(FiberSwitch&)) {
    entry_ = entry;
    return pool.take(
        [](void* self) {
          auto& test = *static_cast<FiberSwitch*>(self);
          test.entry_(test);
        },
        this);
  }
  void go_home() { switch_native_stack(*other, home); }

  NativeStackPool pool;
  NativeStack home;
  NativeStack* other = nullptr;
  std::vector<std::string> log;

 private:
  void (*entry_)(FiberSwitch&) = nullptr;
};

TEST_F(FiberSwitch, GoesThereAndBackInOrder) {
  other = take([](FiberSwitch& test) {
    for (int i = 0;; ++i) {
      test.log.push_back("there " + std::to_string(i));
      test.go_home();
    }
  });
  for (int i = 0; i < 3; ++i) {
    switch_native_stack(home, *other);
    log.push_back("here " + std::to_string(i));
  }
  EXPECT_EQ(log, (std::vector<std::string>{"there 0", "here 0", "there 1", "here 1", "there 2",
                                           "here 2"}));
  pool.give_back(other);
}

TEST_F(FiberSwitch, ExactlyTheOneThatRunsIsRunning) {
  other = take([](FiberSwitch& test) {
    test.log.emplace_back(test.other->is_running() && !test.home.is_running() ? "yes" : "no");
    test.go_home();
  });
  EXPECT_TRUE(home.is_running());
  EXPECT_FALSE(other->is_running());
  switch_native_stack(home, *other);
  EXPECT_TRUE(home.is_running());
  EXPECT_FALSE(other->is_running());
  EXPECT_EQ(log, std::vector<std::string>{"yes"});
  pool.give_back(other);
}

TEST_F(FiberSwitch, TheSavedStackPointerLiesOnTheStack) {
  other = take([](FiberSwitch& test) { test.go_home(); });
  switch_native_stack(home, *other);
  char* saved = static_cast<char*>(other->saved_stack_pointer());
  EXPECT_LT(saved, other->base());
  EXPECT_GT(saved, other->limit());
  EXPECT_LT(other->base() - saved, 4096) << "scanned: what is in use, not the whole stack";
  pool.give_back(other);
}

TEST_F(FiberSwitch, CodeInACatchKeepsItsException) {
  other = take([](FiberSwitch& test) {
    try {
      throw std::runtime_error("there");
    } catch (const std::runtime_error&) {
      test.go_home();
      try {
        throw;
      } catch (const std::runtime_error& again) {
        test.log.emplace_back(again.what());
      }
    }
    test.go_home();
  });
  try {
    throw std::logic_error("here");
  } catch (const std::logic_error&) {
    switch_native_stack(home, *other);
    try {
      throw;
    } catch (const std::logic_error& again) {
      log.emplace_back(again.what());
    }
  }
  switch_native_stack(home, *other);
  EXPECT_EQ(log, (std::vector<std::string>{"here", "there"}));
  EXPECT_EQ(std::current_exception(), nullptr);
  pool.give_back(other);
}

TEST_F(FiberSwitch, UnwindingIsKnownOnlyWhereItHappens) {
  struct SwitchesWhenDestroyed {
    FiberSwitch& test;
    ~SwitchesWhenDestroyed() {
      test.log.push_back("unwinding " + std::to_string(std::uncaught_exceptions()));
      switch_native_stack(test.home, *test.other);
      test.log.push_back("unwinding " + std::to_string(std::uncaught_exceptions()));
    }
  };
  other = take([](FiberSwitch& test) {
    test.log.push_back("there " + std::to_string(std::uncaught_exceptions()));
    test.go_home();
  });
  try {
    SwitchesWhenDestroyed object{*this};
    throw 1;
  } catch (int) {
  }
  EXPECT_EQ(log, (std::vector<std::string>{"unwinding 1", "there 0", "unwinding 1"}));
  pool.give_back(other);
}

TEST_F(FiberSwitch, ExceptionsUnwindDeepFramesThere) {
  other = take([](FiberSwitch& test) {
    struct Deep {
      static int down(int levels) {
        if (levels == 0) throw std::runtime_error("bottom");
        return down(levels - 1) + levels;
      }
    };
    try {
      Deep::down(100);
    } catch (const std::runtime_error& error) {
      test.log.emplace_back(error.what());
    }
    test.go_home();
  });
  switch_native_stack(home, *other);
  EXPECT_EQ(log, std::vector<std::string>{"bottom"});
  pool.give_back(other);
}

// --- What a collector sees -----------------------------------------------------------------------

constexpr uint8_t KindBytes = 1;

struct StackRoots : RootSource {
  explicit StackRoots(const NativeStackPool& stacks) : pool(stacks) {}
  void trace_roots(Marker& marker) override {
    pool.for_each_parked([&](NativeStack& stack) {
      ++scanned;
      marker.mark_conservatively(stack.saved_stack_pointer(), stack.base());
    });
  }
  const NativeStackPool& pool;
  int scanned = 0;
};

class FiberScan : public FiberSwitch {
 public:
  FiberScan() : heap(HeapOptions{}), roots(pool) {
    heap.register_kind(KindBytes, {.name = "Bytes"});
    heap.add_root_source(&roots);
  }
  ~FiberScan() override { heap.remove_root_source(&roots); }
  ByteBuffer* make_bytes() {
    return ByteBuffer::make(heap, Cell::make_header(nullptr, KindBytes, 0), 100);
  }
  [[gnu::noinline]] uintptr_t make_disguised() {
    return ~reinterpret_cast<uintptr_t>(make_bytes());
  }
  [[gnu::noinline]] bool is_in_use(uintptr_t disguised) {
    return heap.find_cell(reinterpret_cast<void*>(~disguised)) != nullptr;
  }
  static FiberScan& of(FiberSwitch& test) { return static_cast<FiberScan&>(test); }

  Heap heap;
  StackRoots roots;
  uintptr_t kept = 0;
};

TEST_F(FiberScan, AParkedStackKeepsItsLocals) {
  other = take([](FiberSwitch& test) {
    {
      ByteBuffer* volatile local = of(test).make_bytes();
      of(test).kept = ~reinterpret_cast<uintptr_t>(local);
      test.go_home();
      local->bytes[0] = 1;
    }
    test.go_home();
  });
  switch_native_stack(home, *other);
  heap.collect();
  EXPECT_TRUE(is_in_use(kept));
  EXPECT_EQ(roots.scanned, 1) << "the running stack is the heap's own business";
  switch_native_stack(home, *other);
  pool.give_back(other);
  heap.collect();
  EXPECT_FALSE(is_in_use(kept));
}

TEST_F(FiberScan, AStackThatHasNotRunKeepsItsArgument) {
  ByteBuffer* argument = make_bytes();
  kept = ~reinterpret_cast<uintptr_t>(argument);
  other = pool.take([](void*) { std::abort(); }, argument);
  heap.collect();
  EXPECT_TRUE(is_in_use(kept));
  pool.give_back(other);
  heap.collect();
  EXPECT_FALSE(is_in_use(kept));
}

TEST_F(FiberScan, TheStackOneCameFromIsScanned) {
  other = take([](FiberSwitch& test) {
    of(test).heap.collect();
    test.go_home();
  });
  ByteBuffer* volatile local = make_bytes();
  kept = ~reinterpret_cast<uintptr_t>(local);
  switch_native_stack(home, *other);
  EXPECT_TRUE(is_in_use(kept));
  local->bytes[0] = 1;
  pool.give_back(other);
}

#if defined(__x86_64__)
TEST_F(FiberScan, CalleeSavedRegistersOfAParkedStackAreRoots) {
  other = take([](FiberSwitch& test) {
    uintptr_t cell = of(test).make_disguised();
    of(test).kept = cell;
    FiberSwitch* target = &test;
    void (*go_home)(FiberSwitch*) = [](FiberSwitch* which) {
      switch_native_stack(*static_cast<FiberScan*>(which)->other,
                          static_cast<FiberScan*>(which)->home);
    };
    // Only r14 holds the cell while the stack is parked.
    asm volatile(
        "mov %[cell], %%r14\n\tnot %%r14\n\tmov %%rsp, %%r13\n\tsub $256, %%rsp\n\t"
        "and $-16, %%rsp\n\tcall *%[go]\n\tmov %%r13, %%rsp\n\txor %%r14d, %%r14d"
        : "+D"(target)
        : [cell] "r"(cell), [go] "r"(go_home)
        : "r13", "r14", "rax", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "memory", "cc");
    test.go_home();
  });
  switch_native_stack(home, *other);
  heap.collect();
  EXPECT_TRUE(is_in_use(kept));
  switch_native_stack(home, *other);
  heap.collect();
  EXPECT_FALSE(is_in_use(kept));
  pool.give_back(other);
}
#endif

TEST_F(FiberScan, AnExposedStackIsScannedWithItsRegisters) {
  kept = make_disguised();
  auto* volatile local = reinterpret_cast<ByteBuffer*>(~kept);
  with_native_stack_exposed(home, [&] {
    EXPECT_FALSE(home.is_running());
    heap.collect();
  });
  EXPECT_TRUE(home.is_running());
  EXPECT_EQ(roots.scanned, 1);
  EXPECT_TRUE(is_in_use(kept));
  local->bytes[0] = 1;
}

}  // namespace
}  // namespace weft::runtime

// Limits, accounting, finalisers, stress mode, and the maintainers' tools.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "runtime/heap/arrays.h"
#include "runtime/heap/heap.h"
#include "runtime/heap/rooted.h"

namespace weft::runtime {
namespace {

enum TestKind : uint8_t { KindNone, KindValues, KindBytes, KindUnregistered };

uint64_t header_of(TestKind kind) { return Cell::make_header(nullptr, kind, 0); }

void register_kinds(Heap& heap) {
  heap.register_kind(KindValues, {.name = "Values", .trace = ValueArray::trace});
  heap.register_kind(KindBytes, {.name = "Bytes"});
}
ValueArray* make_values(Heap& heap, uint64_t count) {
  return ValueArray::make(heap, header_of(KindValues), count);
}
ByteBuffer* make_bytes(Heap& heap, size_t count) {
  return ByteBuffer::make(heap, header_of(KindBytes), count);
}

TEST(HeapLimit, SmallCellsEndAtTheLimitAndGarbageDoesNot) {
  constexpr size_t Limit = size_t{3} << 20;
  Heap heap(HeapOptions{.limit_bytes = Limit});
  register_kinds(heap);
  for (int i = 0; i < 1'000'000; ++i) ASSERT_NE(make_bytes(heap, 32), nullptr);
  RootedVector kept(heap);
  size_t bytes = 0;
  while (ByteBuffer* buffer = make_bytes(heap, 48)) {
    kept.push_back(Value::cell(buffer));
    bytes += 64;
    ASSERT_LE(bytes, Limit);
  }
  EXPECT_GE(bytes, Limit / 10 * 9);
  // Still at the limit, and out of it once something is given up.
  EXPECT_EQ(make_bytes(heap, 48), nullptr);
  kept.resize(kept.size() / 2);
  EXPECT_NE(make_bytes(heap, 48), nullptr);
  EXPECT_TRUE(heap.verify());
}

TEST(HeapLimit, ReserveIsOpenedAndClosesOnceItIsNotNeeded) {
  constexpr size_t Limit = size_t{4} << 20;
  constexpr size_t Reserve = size_t{1} << 20;
  Heap heap(HeapOptions{.limit_bytes = Limit, .reserve_bytes = Reserve});
  register_kinds(heap);
  RootedVector kept(heap);
  const auto fill = [&] {
    while (ByteBuffer* buffer = make_bytes(heap, 10'000)) kept.push_back(Value::cell(buffer));
    return kept.size();
  };
  const size_t without = fill();
  heap.open_reserve();
  const size_t with = fill();
  EXPECT_GE(with, without + Reserve / 2 / 10'000);
  // Still needed after a collection; not needed once half is given up.
  heap.collect();
  EXPECT_EQ(fill(), with);
  kept.resize(without / 2);
  heap.collect();
  EXPECT_NEAR(static_cast<double>(fill()), static_cast<double>(without), 5);
  EXPECT_TRUE(heap.verify());
}

TEST(HeapLimit, LargeCellsCount) {
  Heap heap(HeapOptions{.limit_bytes = size_t{16} << 20});
  register_kinds(heap);
  EXPECT_EQ(make_bytes(heap, size_t{20} << 20), nullptr);
  EXPECT_EQ(make_bytes(heap, SIZE_MAX / 2), nullptr);
  EXPECT_EQ(make_bytes(heap, SIZE_MAX - 20), nullptr);
  EXPECT_EQ(make_values(heap, UINT64_MAX / 8), nullptr);
  for (int i = 0; i < 100; ++i) ASSERT_NE(make_bytes(heap, size_t{3} << 20), nullptr);
  for (int i = 0; i < 1000; ++i) ASSERT_NE(make_bytes(heap, 100'000), nullptr);
  RootedVector kept(heap);
  int made = 0;
  while (ByteBuffer* buffer = make_bytes(heap, size_t{3} << 20)) {
    kept.push_back(Value::cell(buffer));
    ++made;
  }
  EXPECT_EQ(made, 5);
  EXPECT_FALSE(heap.try_extend(kept.back().as_cell(), size_t{10} << 20));
}

TEST(HeapLimit, TheSystemRefusingIsNull) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  EXPECT_EQ(make_bytes(heap, size_t{1} << 47), nullptr);
  EXPECT_NE(make_bytes(heap, 100), nullptr);
}

TEST(HeapLimit, TheLimitCanBeRaised) {
  Heap heap(HeapOptions{.limit_bytes = 1 << 20});
  register_kinds(heap);
  RootedVector kept(heap);
  while (ByteBuffer* buffer = make_bytes(heap, 48)) kept.push_back(Value::cell(buffer));
  heap.options().limit_bytes = 2 << 20;
  EXPECT_NE(make_bytes(heap, 48), nullptr);
}

TEST(HeapLimit, ExternalMemoryCounts) {
  Heap heap(HeapOptions{.limit_bytes = 10'000'000});
  register_kinds(heap);
  EXPECT_TRUE(heap.account_external(6'000'000));
  EXPECT_FALSE(heap.account_external(6'000'000));
  EXPECT_EQ(make_bytes(heap, 6'000'000), nullptr);
  EXPECT_TRUE(heap.account_external(-6'000'000));
  EXPECT_NE(make_bytes(heap, 6'000'000), nullptr);
}

struct External : Cell {
  static constexpr ptrdiff_t Bytes = 100'000;
  External(uint64_t header, Heap* owner) : Cell(header), heap(owner) {}
  Heap* heap;
  static void destroy(Cell* cell) {
    EXPECT_TRUE(static_cast<External*>(cell)->heap->account_external(-Bytes));
  }
};

TEST(HeapLimit, ExternalMemoryMakesCollectionsCome) {
  Heap heap(HeapOptions{.limit_bytes = size_t{64} << 20});
  heap.register_kind(KindBytes, {.name = "External", .destroy = External::destroy});
  for (int i = 0; i < 10'000; ++i) {
    ASSERT_TRUE(heap.account_external(External::Bytes));
    ASSERT_NE(heap.make<External>(0, header_of(KindBytes), &heap), nullptr);
  }
  EXPECT_GE(heap.statistics().collections, 20u);
  EXPECT_LE(heap.statistics().collections, 500u);
}

TEST(HeapFinalizers, RunOnceInOrderAndKeepWhatTheyReach) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  // child <- parent <- grandparent, registered from the child up; and an unrelated one in between.
  Rooted<ValueArray> child(heap, make_values(heap, 1));
  child->values[0] = Value::cell(make_bytes(heap, 10));
  Rooted<ValueArray> parent(heap, make_values(heap, 1));
  parent->values[0] = Value::cell(child.get());
  Rooted<ValueArray> other(heap, make_values(heap, 1));
  Rooted<ValueArray> grandparent(heap, make_values(heap, 1));
  grandparent->values[0] = Value::cell(parent.get());
  const std::vector<uintptr_t> order = {
      ~reinterpret_cast<uintptr_t>(other.get()), ~reinterpret_cast<uintptr_t>(grandparent.get()),
      ~reinterpret_cast<uintptr_t>(parent.get()), ~reinterpret_cast<uintptr_t>(child.get())};
  for (ValueArray* cell : {child.get(), parent.get(), other.get(), grandparent.get()}) {
    heap.set_finalizable(cell);
  }
  child = nullptr;
  parent = nullptr;
  heap.collect();
  EXPECT_FALSE(heap.has_finalizable());
  grandparent = nullptr;
  other = nullptr;
  heap.collect();
  heap.collect();
  for (uintptr_t expected : order) {
    ASSERT_TRUE(heap.has_finalizable());
    Cell* cell = heap.take_finalizable();
    EXPECT_EQ(~reinterpret_cast<uintptr_t>(cell), expected);
    EXPECT_EQ(heap.find_cell(cell), cell);
    if (expected == order.back()) {
      auto* array = static_cast<ValueArray*>(cell);
      EXPECT_EQ(heap.find_cell(array->values[0].as_cell()), array->values[0].as_cell());
    }
  }
  EXPECT_EQ(heap.take_finalizable(), nullptr);
  heap.collect();
  EXPECT_FALSE(heap.has_finalizable());
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
}

TEST(HeapFinalizers, CyclesAreFinalizedToo) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  {
    Rooted<ValueArray> first(heap, make_values(heap, 1));
    Rooted<ValueArray> second(heap, make_values(heap, 1));
    first->values[0] = Value::cell(second.get());
    second->values[0] = Value::cell(first.get());
    heap.set_finalizable(first);
    heap.set_finalizable(second);
  }
  heap.collect();
  EXPECT_NE(heap.take_finalizable(), nullptr);
  EXPECT_NE(heap.take_finalizable(), nullptr);
  EXPECT_EQ(heap.take_finalizable(), nullptr);
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
}

TEST(HeapFinalizers, WhatDiedMayBeRegisteredBeforeTheyAreQueued) {
  class Watcher : public weft::runtime::RootSource {
   public:
    void trace_roots(weft::runtime::Marker&) override {}
    void before_finalizing(Heap& heap) override {
      if (watched == nullptr || heap.is_live(watched)) return;
      heap.set_finalizable(watched);
      watched = nullptr;
    }
    Cell* watched = nullptr;
  };
  Heap heap(HeapOptions{});
  register_kinds(heap);
  Watcher watcher;
  heap.add_root_source(&watcher);
  Rooted<ValueArray> kept(heap, make_values(heap, 1));
  watcher.watched = kept.get();
  heap.collect();
  EXPECT_FALSE(heap.has_finalizable());
  kept = nullptr;
  heap.collect();
  EXPECT_NE(heap.take_finalizable(), nullptr);
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
  heap.remove_root_source(&watcher);
}

TEST(HeapFinalizers, AtTheEndAllAreDue) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  Rooted<ValueArray> first(heap, make_values(heap, 1));
  Rooted<ValueArray> second(heap, make_values(heap, 1));
  heap.set_finalizable(first);
  heap.set_finalizable(second);
  heap.make_all_finalizable_due();
  EXPECT_EQ(heap.take_finalizable(), first.get());
  EXPECT_EQ(heap.take_finalizable(), second.get());
  EXPECT_EQ(heap.take_finalizable(), nullptr);
  heap.collect();
  EXPECT_FALSE(heap.has_finalizable());
}

TEST(HeapFinalizers, ADeepChainBehindAFinalizerIsNoRecursion) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  {
    Rooted<ValueArray> head(heap, make_values(heap, 1));
    for (int i = 0; i < 300'000; ++i) {
      ValueArray* next = make_values(heap, 1);
      next->values[0] = Value::cell(head.get());
      head = next;
    }
    heap.set_finalizable(head);
  }
  heap.collect();
  EXPECT_GE(heap.statistics().live_bytes, 300'000u * 24);
  EXPECT_NE(heap.take_finalizable(), nullptr);
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
}

TEST(HeapStress, EveryNthAllocationCollects) {
  Heap heap(HeapOptions{.stress_interval = 1});
  register_kinds(heap);
  RootedVector kept(heap);
  for (int i = 0; i < 300; ++i) {
    kept.push_back(Value::cell(make_bytes(heap, static_cast<size_t>(i))));
    make_bytes(heap, 8);
  }
  EXPECT_EQ(heap.statistics().collections, 600u);
  heap.options().stress_interval = 10;
  for (int i = 0; i < 100; ++i) make_bytes(heap, 8);
  EXPECT_EQ(heap.statistics().collections, 610u);
  heap.options().stress_interval = 0;
  for (int i = 0; i < 100; ++i) make_bytes(heap, 8);
  EXPECT_EQ(heap.statistics().collections, 610u);
  for (size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i].as<ByteBuffer>()->capacity, i);
  EXPECT_TRUE(heap.verify());
}

TEST(HeapStress, ItCanBeginInTheMiddleOfARun) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  RootedVector kept(heap);
  for (int i = 0; i < 50; ++i) kept.push_back(Value::cell(make_bytes(heap, 24)));
  heap.options().stress_interval = 1;
  for (int i = 0; i < 50; ++i) kept.push_back(Value::cell(make_bytes(heap, 24)));
  EXPECT_EQ(heap.statistics().collections, 50u);
  for (size_t i = 0; i < kept.size(); ++i) {
    for (size_t j = 0; j < i; ++j) ASSERT_FALSE(kept[i] == kept[j]);
  }
}

class HeapVerify : public testing::Test {
 protected:
  HeapVerify() : heap(HeapOptions{}), root(heap) {
    register_kinds(heap);
    root = make_values(heap, 4);
  }
  // Verifies with a fault in place and returns what was printed.
  std::string fault() {
    testing::internal::CaptureStderr();
    const bool good = heap.verify();
    std::string text = testing::internal::GetCapturedStderr();
    EXPECT_FALSE(good);
    root->values[0] = Value();
    EXPECT_TRUE(heap.verify());
    return text;
  }
  Heap heap;
  Rooted<ValueArray> root;
};

TEST_F(HeapVerify, FindsAnEdgeToADeadCell) {
  const Value dead = Value::cell(make_bytes(heap, 16));
  heap.collect();
  root->values[0] = dead;
  EXPECT_NE(fault().find("which is free"), std::string::npos);
}

TEST_F(HeapVerify, FindsAnEdgeIntoACell) {
  root->values[0] = Value::from_bits(reinterpret_cast<uint64_t>(root.get()) + 8);
  const std::string text = fault();
  EXPECT_NE(text.find("inside another cell"), std::string::npos);
  EXPECT_NE(text.find("(Values, 48 bytes)"), std::string::npos);
}

TEST_F(HeapVerify, FindsAnEdgeToNowhere) {
  alignas(8) char elsewhere[64] = {};
  root->values[0] = Value::cell(reinterpret_cast<Cell*>(elsewhere));
  EXPECT_NE(fault().find("no memory of this heap"), std::string::npos);
}

TEST_F(HeapVerify, FindsACellOfNoKind) {
  root->values[0] = Value::cell(make_bytes(heap, 16));
  root->values[0].as_cell()->set_header(header_of(KindUnregistered));
  EXPECT_NE(fault().find("not registered"), std::string::npos);
}

TEST_F(HeapVerify, FindsAFaultDeepInside) {
  root->values[1] = Value::cell(make_bytes(heap, 16));  // so that the block stays in use
  const Value dead = Value::cell(make_bytes(heap, 16));
  heap.collect();
  ValueArray* inner = make_values(heap, 1);
  root->values[0] = Value::cell(inner);
  inner->values[0] = dead;
  EXPECT_NE(fault().find("(Values, 24 bytes)"), std::string::npos);
}

TEST(HeapDump, WritesALineForEachLiveCell) {
  Heap heap(HeapOptions{});
  register_kinds(heap);
  Rooted<ValueArray> root(heap, make_values(heap, 2));
  root->values[0] = Value::cell(make_bytes(heap, 100));
  root->values[1] = Value::cell(make_bytes(heap, 500'000));
  make_bytes(heap, 200);
  char* text = nullptr;
  size_t length = 0;
  std::FILE* out = open_memstream(&text, &length);
  heap.dump(out);
  std::fclose(out);
  char expected[256];
  std::snprintf(expected, sizeof(expected), "%lx Values 32: %lx %lx\n",
                reinterpret_cast<uintptr_t>(root.get()), root->values[0].bits(),
                root->values[1].bits());
  const std::string dumped(text, length);
  EXPECT_NE(dumped.find(expected), std::string::npos) << dumped;
  EXPECT_NE(dumped.find(" Bytes 120:\n"), std::string::npos) << dumped;
  EXPECT_NE(dumped.find(" Bytes 500016:\n"), std::string::npos) << dumped;
  EXPECT_EQ(std::count(dumped.begin(), dumped.end(), '\n'), 3);
  std::free(text);
}

TEST(HeapIsolation, HeapsDoNotShareAnything) {
  Heap first(HeapOptions{});
  Heap second(HeapOptions{});
  register_kinds(first);
  register_kinds(second);
  ByteBuffer* cell = make_bytes(first, 100);
  EXPECT_EQ(second.find_cell(cell), nullptr);
  second.collect();
  EXPECT_EQ(first.find_cell(cell), cell);
}

}  // namespace
}  // namespace weft::runtime

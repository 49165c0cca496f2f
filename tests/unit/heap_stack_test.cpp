// Native stacks and registers are roots, conservatively.
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "runtime/heap/arrays.h"
#include "runtime/heap/heap.h"
#include "runtime/heap/rooted.h"

namespace weft::runtime {
namespace {

constexpr uint8_t KindBytes = 1;
constexpr uint8_t KindFrame = 2;

uintptr_t disguise(const void* pointer) { return ~reinterpret_cast<uintptr_t>(pointer); }

class HeapStack : public testing::Test {
 protected:
  HeapStack() : heap(HeapOptions{}) { heap.register_kind(KindBytes, {.name = "Bytes"}); }
  ByteBuffer* make_bytes(size_t count) {
    return ByteBuffer::make(heap, Cell::make_header(nullptr, KindBytes, 0), count);
  }
  bool is_in_use(uintptr_t disguised) {
    return heap.find_cell(reinterpret_cast<void*>(~disguised)) != nullptr;
  }
  Heap heap;
};

// Makes a cell without leaving its address on the stack or in registers.
[[gnu::noinline]] uintptr_t make_disguised(Heap& heap, size_t count) {
  Cell* cell = ByteBuffer::make(heap, Cell::make_header(nullptr, KindBytes, 0), count);
  return disguise(cell);
}
[[gnu::noinline]] void wipe_stack() {
  volatile char wiped[4096];
  for (volatile char& byte : wiped) byte = 0;
}

TEST_F(HeapStack, ALocalKeepsItsCell) {
  heap.set_native_stack_base(__builtin_frame_address(0));
  ByteBuffer* volatile local = make_bytes(100);
  const uintptr_t kept = disguise(local);
  heap.collect();
  EXPECT_TRUE(is_in_use(kept));
  local->bytes[0] = 1;
}

TEST_F(HeapStack, WithoutABaseTheStackIsNotScanned) {
  ByteBuffer* volatile local = make_bytes(100);
  const uintptr_t address = disguise(local);
  heap.collect();
  EXPECT_FALSE(is_in_use(address));
}

TEST_F(HeapStack, WhatNobodyHoldsGoesDespiteTheScan) {
  heap.set_native_stack_base(__builtin_frame_address(0));
  std::vector<uintptr_t> cells;
  cells.reserve(1000);
  for (int i = 0; i < 1000; ++i) cells.push_back(make_disguised(heap, 64));
  wipe_stack();
  heap.collect();
  int left = 0;
  for (uintptr_t cell : cells) left += is_in_use(cell) ? 1 : 0;
  EXPECT_LE(left, 20);
}

// A callee-saved register is the only place that holds the cell while the collection runs.
#if defined(__x86_64__)
TEST_F(HeapStack, RegistersAreRoots) {
  heap.set_native_stack_base(__builtin_frame_address(0));
  const uintptr_t cell = make_disguised(heap, 48);
  Heap* target = &heap;
  void (*collect)(Heap*) = [](Heap* which) { which->collect(); };
  uintptr_t back = 0;
  for (int which = 0; which < 4; ++which) {
    wipe_stack();
    // The register is loaded right before the call and read right after it. Its name becomes a part
    // of the text.
    // NOLINTBEGIN(bugprone-macro-parentheses)
#define WEFT_COLLECT_HOLDING(reg)                                                         \
  asm volatile("mov %[cell], %%" reg "\n\tnot %%" reg                                     \
               "\n\tmov %%rsp, %%r13\n\tsub $256, %%rsp\n\tand $-16, %%rsp\n\tcall *%[f]" \
               "\n\tmov %%r13, %%rsp"                                                     \
               "\n\tmov %%" reg ", %[back]"                                               \
               : [back] "=&r"(back), "+D"(target)                                         \
               : [cell] "r"(cell), [f] "r"(collect)                                       \
               : reg, "r13", "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "memory", "cc")
    // NOLINTEND(bugprone-macro-parentheses)
    switch (which) {
      case 0:
        WEFT_COLLECT_HOLDING("rbx");
        break;
      case 1:
        WEFT_COLLECT_HOLDING("r12");
        break;
      case 2:
        WEFT_COLLECT_HOLDING("r14");
        break;
      case 3:
        WEFT_COLLECT_HOLDING("r15");
        break;
      default:
        break;
    }
#undef WEFT_COLLECT_HOLDING
    target = &heap;
    EXPECT_TRUE(is_in_use(cell)) << which;
  }
  wipe_stack();
}
#endif

TEST_F(HeapStack, InteriorPointersKeepTheCell) {
  heap.set_native_stack_base(__builtin_frame_address(0));
  for (size_t size : {size_t{8}, size_t{64}, size_t{1000}, size_t{5000}, size_t{8176},
                      size_t{30'000}, size_t{250'000}, size_t{3'000'000}}) {
    for (size_t where :
         {size_t{0}, size_t{1}, size_t{8}, size_t{16}, size / 2, size + 8, size + 15}) {
      char* volatile inside = reinterpret_cast<char*>(make_bytes(size)) + where;
      const uintptr_t address = disguise(inside);
      heap.collect();
      ASSERT_TRUE(is_in_use(address)) << size << " at " << where;
      ASSERT_EQ(reinterpret_cast<char*>(heap.find_cell(inside)) + where, inside);
    }
  }
}

TEST_F(HeapStack, WordsThatOnlyLookLikePointersDoNoHarm) {
  heap.set_native_stack_base(__builtin_frame_address(0));
  Rooted<ByteBuffer> anchor(heap, make_bytes(64));
  uintptr_t words[4096];
  const uintptr_t base = reinterpret_cast<uintptr_t>(anchor.get()) & ~uintptr_t{0xfffff};
  for (size_t i = 0; i < 4096; ++i) words[i] = base + i * 997;
  asm volatile("" : : "r"(words) : "memory");
  heap.collect();
  EXPECT_TRUE(heap.verify());
  asm volatile("" : : "r"(words) : "memory");
}

// A cell whose contents are scanned conservatively, as a suspended native frame is.
struct NativeFrame : Cell {
  NativeFrame(uint64_t header, const void* pointer)
      : Cell(header), words{0, reinterpret_cast<uintptr_t>(pointer), 12345} {}
  uintptr_t words[3];
  static void trace(Cell* cell, Marker& marker) {
    auto* frame = static_cast<NativeFrame*>(cell);
    marker.mark_conservatively(frame->words, frame->words + 3);
  }
};

TEST_F(HeapStack, ACellMayBeScannedConservatively) {
  heap.register_kind(KindFrame, {.name = "Frame", .trace = NativeFrame::trace});
  ByteBuffer* buffer = make_bytes(32);
  const uintptr_t address = disguise(buffer);
  Rooted<NativeFrame> frame(
      heap, heap.make<NativeFrame>(0, Cell::make_header(nullptr, KindFrame, 0), buffer->bytes + 3));
  heap.collect();
  EXPECT_TRUE(is_in_use(address));
  frame->words[1] = 0;
  heap.collect();
  EXPECT_FALSE(is_in_use(address));
}

TEST_F(HeapStack, FindCellKnowsFreeFromUsed) {
  EXPECT_EQ(heap.find_cell(nullptr), nullptr);
  EXPECT_EQ(heap.find_cell(&heap), nullptr);
  EXPECT_EQ(heap.find_cell(reinterpret_cast<void*>(UINTPTR_MAX)), nullptr);
  ByteBuffer* first = make_bytes(24);
  EXPECT_EQ(heap.find_cell(first), first);
  EXPECT_EQ(heap.find_cell(reinterpret_cast<char*>(first) + 39), first);
  // The next cell of the size class is not handed out yet.
  EXPECT_EQ(heap.find_cell(reinterpret_cast<char*>(first) + 40), nullptr);
  ByteBuffer* second = make_bytes(24);
  EXPECT_EQ(heap.find_cell(second), second);
}

}  // namespace
}  // namespace weft::runtime

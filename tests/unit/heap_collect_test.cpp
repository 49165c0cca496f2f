// What the collector promises: what is reachable stays, what is not goes, memory comes back.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <random>
#include <vector>

#include "runtime/heap/arrays.h"
#include "runtime/heap/heap.h"
#include "runtime/heap/poison.h"
#include "runtime/heap/rooted.h"

namespace weft::runtime {
namespace {

enum TestKind : uint8_t { KindNone, KindPair, KindValues, KindBytes, KindResource, KindWeakBox };

struct Pair : Cell {
  Pair(uint64_t header, Value first_value, Value second_value)
      : Cell(header), first(first_value), second(second_value) {}
  Value first;
  Value second;
  static void trace(Cell* cell, Marker& marker) {
    auto* pair = static_cast<Pair*>(cell);
    marker.mark(pair->first);
    marker.mark(pair->second);
  }
};

struct Resource : Cell {
  Resource(uint64_t header, int* count) : Cell(header), destroyed(count) {}
  int* destroyed;
  static void destroy(Cell* cell) { ++*static_cast<Resource*>(cell)->destroyed; }
};

struct WeakBox : Cell {
  WeakBox(uint64_t header, Cell* cell) : Cell(header), target(cell) {}
  Cell* target;
  static void trace(Cell* cell, Marker& marker) {
    marker.mark_weak(&static_cast<WeakBox*>(cell)->target);
  }
};

uint64_t header_of(TestKind kind) { return Cell::make_header(nullptr, kind, 0); }

class HeapCollect : public testing::Test {
 protected:
  HeapCollect() : heap(HeapOptions{}) { register_kinds(heap); }

  static void register_kinds(Heap& heap) {
    heap.register_kind(KindPair, {.name = "Pair", .trace = Pair::trace});
    heap.register_kind(KindValues, {.name = "Values", .trace = ValueArray::trace});
    heap.register_kind(KindBytes, {.name = "Bytes"});
    heap.register_kind(KindResource, {.name = "Resource", .destroy = Resource::destroy});
    heap.register_kind(KindWeakBox, {.name = "WeakBox", .trace = WeakBox::trace});
  }
  static Pair* make_pair(Heap& heap, Value first = Value(), Value second = Value()) {
    return heap.make<Pair>(0, header_of(KindPair), first, second);
  }
  Pair* make_pair(Value first = Value(), Value second = Value()) {
    return make_pair(heap, first, second);
  }
  ByteBuffer* make_bytes(size_t count) {
    return ByteBuffer::make(heap, header_of(KindBytes), count);
  }

  // An address the conservative scan does not take for a pointer.
  static uintptr_t disguise(const void* pointer) { return ~reinterpret_cast<uintptr_t>(pointer); }
  bool is_in_use(uintptr_t disguised) {
    return heap.find_cell(reinterpret_cast<void*>(~disguised)) != nullptr;
  }

  Heap heap;
};

TEST_F(HeapCollect, UnreachableCellsGoAndReachableStay) {
  Rooted<Pair> kept(heap, make_pair(Value::small_int(1)));
  kept->second = Value::cell(make_pair(Value::small_int(2)));
  const uintptr_t lost = disguise(make_pair());
  heap.collect();
  EXPECT_FALSE(is_in_use(lost));
  EXPECT_EQ(kept->first.as_small_int(), 1);
  EXPECT_EQ(kept->second.as<Pair>()->first.as_small_int(), 2);
  EXPECT_EQ(heap.statistics().live_bytes, 2 * sizeof(Pair));
  EXPECT_EQ(heap.statistics().collections, 1u);
}

TEST_F(HeapCollect, TheShapeInTheHeaderIsAnEdge) {
  Pair* shape = make_pair(Value::small_int(7));
  Rooted<Cell> kept(heap, heap.allocate(sizeof(Cell), Cell::make_header(shape, KindBytes, 3)));
  const uintptr_t address = disguise(shape);
  shape = nullptr;
  heap.collect();
  EXPECT_TRUE(is_in_use(address));
  EXPECT_EQ(kept->shape_cell()->kind_byte(), KindPair);
  EXPECT_EQ(kept->flags_byte(), 3);
  EXPECT_EQ(kept->kind_and_flags(), KindBytes | (3 << 8));
}

TEST_F(HeapCollect, CyclesGo) {
  {
    Rooted<Pair> first(heap, make_pair());
    first->first = Value::cell(make_pair(Value::cell(first.get())));
  }
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
}

TEST_F(HeapCollect, EverySizeIsServedAndKept) {
  RootedVector cells(heap);
  std::vector<size_t> sizes;
  for (size_t size = 0; size < 20'000; size += size < 1100 ? 1 : 97) sizes.push_back(size);
  for (size_t size :
       {size_t{65'536}, size_t{262'144}, size_t{262'145}, size_t{1'048'576}, size_t{5'000'000}}) {
    sizes.push_back(size - 16);
    sizes.push_back(size);
  }
  for (size_t size : sizes) {
    ByteBuffer* buffer = make_bytes(size);
    ASSERT_NE(buffer, nullptr);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(buffer) % 8, 0u);
    std::memset(buffer->bytes, static_cast<int>(size % 251), size);
    cells.push_back(Value::cell(buffer));
  }
  heap.collect();
  ASSERT_TRUE(heap.verify());
  for (size_t i = 0; i < sizes.size(); ++i) {
    auto* buffer = cells[i].as<ByteBuffer>();
    ASSERT_EQ(buffer->capacity, sizes[i]);
    EXPECT_GE(heap.cell_size(buffer), sizes[i] + sizeof(ByteBuffer));
    EXPECT_LE(heap.cell_size(buffer), Heap::rounded_size(sizes[i] + sizeof(ByteBuffer)));
    for (size_t at : {size_t{0}, sizes[i] / 2, sizes[i] - 1}) {
      if (at >= sizes[i]) continue;
      EXPECT_EQ(static_cast<uint8_t>(buffer->bytes[at]), sizes[i] % 251);
    }
  }
  cells.clear();
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
}

TEST_F(HeapCollect, RoundedSizesWasteLittle) {
  for (size_t size = 16; size < 100'000; ++size) {
    const size_t rounded = Heap::rounded_size(size);
    ASSERT_GE(rounded, size);
    ASSERT_EQ(Heap::rounded_size(rounded), rounded);
    ASSERT_TRUE(size > 256 || rounded < size + 8) << size;
    ASSERT_TRUE(size > 2048 || rounded <= size + size / 7 + 8) << size;
  }
}

TEST_F(HeapCollect, MemoryIsReusedAfterSweep) {
  for (int round = 0; round < 200; ++round) {
    for (int i = 0; i < 10'000; ++i) make_pair();
    heap.collect();
  }
  EXPECT_LE(heap.statistics().reserved_bytes, size_t{8} << 20);
}

TEST_F(HeapCollect, FreeBlocksServeOtherSizes) {
  {
    RootedVector cells(heap);
    for (int i = 0; i < 200'000; ++i) cells.push_back(Value::cell(make_pair()));
  }
  heap.collect();
  const size_t reserved = heap.statistics().reserved_bytes;
  constexpr size_t Bytes = 3000;
  RootedVector cells(heap);
  // Half of what was kept: the rest is what the blocks cannot use, and the chunks' own beginnings.
  for (size_t i = 0; i < reserved / 2 / Bytes; ++i) cells.push_back(Value::cell(make_bytes(Bytes)));
  EXPECT_EQ(heap.statistics().reserved_bytes, reserved);
  EXPECT_GE(cells.size(), 300u);
}

TEST_F(HeapCollect, MemoryGoesBackToTheSystem) {
  {
    RootedVector cells(heap);
    for (int i = 0; i < 3'000'000; ++i) cells.push_back(Value::cell(make_pair()));
    EXPECT_GE(heap.statistics().reserved_bytes, size_t{70} << 20);
  }
  heap.collect();
  EXPECT_LE(heap.statistics().reserved_bytes, size_t{10} << 20);
}

size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  size_t total = 0;
  size_t resident = 0;
  statm >> total >> resident;
  return resident * 4096;
}

TEST_F(HeapCollect, PagesGoBackFromChunksInUseToo) {
  RootedVector kept(heap);
  {
    RootedVector cells(heap);
    for (int i = 0; i < 2'000'000; ++i) {
      cells.push_back(Value::cell(make_pair(Value::small_int(i))));
      if (i % 50'000 == 0) kept.push_back(cells.back());
    }
  }
  const size_t before = resident_bytes();
  heap.collect();
  if (!PoisonsFreeCells) {  // AddressSanitizer keeps what its users free
    EXPECT_LE(resident_bytes() + (size_t{30} << 20), before);
  }
  EXPECT_GE(heap.statistics().reserved_bytes, size_t{40} << 20);
  for (int i = 0; i < 1'000'000; ++i) kept.push_back(Value::cell(make_pair(Value::small_int(i))));
  for (size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(kept[i].as<Pair>()->first.as_small_int(), static_cast<int64_t>(i) * 50'000);
  }
  EXPECT_TRUE(heap.verify());
}

TEST_F(HeapCollect, HolesBetweenLivingCellsAreFilled) {
  RootedVector kept(heap);
  for (int i = 0; i < 100'000; ++i) {
    Pair* pair = make_pair(Value::small_int(i));
    if (i % 3 == 0) kept.push_back(Value::cell(pair));
  }
  heap.collect();
  const size_t reserved = heap.statistics().reserved_bytes;
  for (int i = 0; i < 66'000; ++i) kept.push_back(Value::cell(make_pair(Value::small_int(-1))));
  EXPECT_EQ(heap.statistics().reserved_bytes, reserved);
  for (int i = 0; i < 33'334; ++i) {
    ASSERT_EQ(kept[static_cast<size_t>(i)].as<Pair>()->first.as_small_int(), i * 3);
  }
}

TEST_F(HeapCollect, AChainOfAMillionCellsIsNoRecursion) {
  Rooted<Pair> head(heap);
  for (int i = 0; i < 1'000'000; ++i) {
    head = make_pair(Value::small_int(i), Value::cell(head.get()));
  }
  heap.collect();
  size_t length = 0;
  for (Pair* pair = head; pair != nullptr; pair = pair->second.as<Pair>()) ++length;
  EXPECT_EQ(length, 1'000'000u);
  EXPECT_GE(heap.statistics().live_bytes, length * sizeof(Pair));
}

TEST_F(HeapCollect, AWideArrayDoesNotFillTheMarkStack) {
  constexpr uint64_t Count = 500'000;
  Rooted<ValueArray> array(heap, ValueArray::make(heap, header_of(KindValues), Count));
  for (uint64_t i = 0; i < Count; ++i) {
    array->values[i] = Value::cell(make_pair(Value::small_int(static_cast<int64_t>(i))));
  }
  heap.options().mark_stack_limit = 1000;
  heap.collect();
  for (uint64_t i = 0; i < Count; ++i) {
    ASSERT_EQ(array->values[i].as<Pair>()->first.as_small_int(), static_cast<int64_t>(i));
  }
  EXPECT_GE(heap.statistics().live_bytes, Count * sizeof(Pair));
}

// A random graph, compared with what a plain traversal finds, whatever the mark stack's size.
TEST_F(HeapCollect, AnyMarkStackIsEnough) {
  for (size_t limit : {size_t{1}, size_t{2}, size_t{10}, size_t{1000}, SIZE_MAX}) {
    Heap small(HeapOptions{.mark_stack_limit = limit});
    register_kinds(small);
    std::mt19937 random(static_cast<unsigned>(limit));
    RootedVector roots(small);
    {
      RootedVector all(small);
      for (int i = 0; i < 20'000; ++i) {
        Pair* pair = make_pair(small, Value(), Value::small_int(i));
        if (i > 0) pair->first = all[random() % all.size()];
        all.push_back(Value::cell(pair));
      }
      for (int i = 0; i < 5000; ++i) {
        all[random() % all.size()].as<Pair>()->second = all[random() % all.size()];
      }
      for (int i = 0; i < 50; ++i) roots.push_back(all[random() % all.size()]);
    }
    size_t reachable = 0;
    std::vector<Pair*> stack;
    std::vector<bool> seen;
    {
      std::vector<Pair*> order;
      std::vector<Value> queue(roots.begin(), roots.end());
      std::vector<const Cell*> visited;
      while (!queue.empty()) {
        const Value value = queue.back();
        queue.pop_back();
        if (!value.is_cell()) continue;
        auto* pair = value.as<Pair>();
        if (std::find(visited.begin(), visited.end(), pair) != visited.end()) continue;
        visited.push_back(pair);
        queue.push_back(pair->first);
        queue.push_back(pair->second);
      }
      reachable = visited.size();
    }
    small.collect();
    EXPECT_EQ(small.statistics().live_bytes, reachable * sizeof(Pair)) << limit;
    EXPECT_TRUE(small.verify());
  }
}

TEST_F(HeapCollect, CollectionsComeByThemselves) {
  RootedVector kept(heap);
  for (int i = 0; i < 2'000'000; ++i) {
    Pair* pair = make_pair();
    if (i % 100 == 0) kept.push_back(Value::cell(pair));
  }
  EXPECT_GE(heap.statistics().collections, 5u);
  EXPECT_LE(heap.statistics().reserved_bytes, size_t{12} << 20);
}

TEST_F(HeapCollect, LargeCellsComeAndGo) {
  RootedVector kept(heap);
  std::mt19937 random(5);
  for (int i = 0; i < 3000; ++i) {
    const size_t size = 4000 + random() % 600'000;
    ByteBuffer* buffer = make_bytes(size);
    ASSERT_NE(buffer, nullptr);
    buffer->bytes[0] = 1;
    buffer->bytes[size - 1] = 2;
    if (kept.size() < 20) {
      kept.push_back(Value::cell(buffer));
    } else {
      kept[random() % 20] = Value::cell(buffer);
    }
  }
  for (Value value : kept) {
    auto* buffer = value.as<ByteBuffer>();
    EXPECT_EQ(buffer->bytes[0], 1);
    EXPECT_EQ(buffer->bytes[buffer->capacity - 1], 2);
  }
  EXPECT_TRUE(heap.verify());
  EXPECT_LE(heap.statistics().reserved_bytes, size_t{60} << 20);
}

TEST_F(HeapCollect, ALargeCellTakesThePlaceOfOneThatIsGarbage) {
  constexpr size_t Bytes = size_t{32} << 20;
  for (int i = 0; i < 20; ++i) {
    ASSERT_NE(heap.allocate(Bytes, header_of(KindBytes)), nullptr);
  }
  // The one in use, and one that a register or the stack may still have pointed to.
  EXPECT_LT(heap.statistics().reserved_bytes, 3 * Bytes);
  // One collection for each, not one before and one after.
  EXPECT_LE(heap.statistics().collections, 21u);
}

TEST_F(HeapCollect, CellsGrowInPlaceWhereThereIsRoom) {
  for (size_t start : {size_t{100}, size_t{20'000}, size_t{400'000}}) {
    Rooted<ByteBuffer> buffer(heap, make_bytes(start));
    std::memset(buffer->bytes, 7, start);
    size_t size = start;
    int grown = 0;
    for (int i = 0; i < 20; ++i) {
      const size_t wanted = size + size / 4;
      if (!heap.try_extend(buffer, wanted + sizeof(ByteBuffer))) break;
      ++grown;
      ASSERT_GE(heap.cell_size(buffer), wanted + sizeof(ByteBuffer));
      std::memset(buffer->bytes + size, 7, wanted - size);
      size = wanted;
    }
    EXPECT_TRUE(start < 1000 || grown >= 1) << start;
    heap.collect();
    ASSERT_TRUE(heap.verify());
    for (size_t i = 0; i < size; ++i) ASSERT_EQ(buffer->bytes[i], 7);
    EXPECT_EQ(heap.find_cell(buffer->bytes + size - 1), buffer.get());
  }
}

TEST_F(HeapCollect, DestroyRunsOnceForDeadCells) {
  int destroyed = 0;
  {
    Rooted<Resource> kept(heap);
    for (int i = 0; i < 1000; ++i) {
      kept = heap.make<Resource>(0, header_of(KindResource), &destroyed);
    }
    heap.collect();
    EXPECT_EQ(destroyed, 999);
    heap.collect();
    EXPECT_EQ(destroyed, 999);
  }
  heap.collect();
  EXPECT_EQ(destroyed, 1000);
  for (size_t size : {size_t{20'000}, size_t{600'000}}) {
    ASSERT_NE(heap.make<Resource>(size, header_of(KindResource), &destroyed), nullptr);
  }
  heap.collect();
  EXPECT_EQ(destroyed, 1002);
}

TEST(HeapLife, DestroyRunsForWhatIsLeftAtTheEnd) {
  int destroyed = 0;
  {
    Heap heap(HeapOptions{});
    heap.register_kind(KindResource, {.name = "Resource", .destroy = Resource::destroy});
    for (size_t size : {size_t{0}, size_t{0}, size_t{5000}, size_t{50'000}, size_t{500'000}}) {
      ASSERT_NE(heap.make<Resource>(size, header_of(KindResource), &destroyed), nullptr);
    }
  }
  EXPECT_EQ(destroyed, 5);
}

TEST_F(HeapCollect, WeakSlotsAreZeroedWhenTheCellDies) {
  Rooted<Pair> strong(heap, make_pair());
  Rooted<WeakBox> holds(heap, heap.make<WeakBox>(0, header_of(KindWeakBox), strong.get()));
  Rooted<WeakBox> loses(heap, heap.make<WeakBox>(0, header_of(KindWeakBox), make_pair()));
  heap.collect();
  EXPECT_EQ(holds->target, strong.get());
  EXPECT_EQ(loses->target, nullptr);
  strong = nullptr;
  heap.collect();
  EXPECT_EQ(holds->target, nullptr);
}

class Table : public RootSource {
 public:
  void trace_roots(Marker& marker) override {
    ++traced;
    marker.mark(root);
  }
  void after_marking(Heap& heap) override {
    for (Cell*& cell : weak) {
      if (cell != nullptr && !heap.is_live(cell)) cell = nullptr;
    }
  }
  Cell* root = nullptr;
  std::vector<Cell*> weak;
  int traced = 0;
};

TEST_F(HeapCollect, RootSourcesMarkAndDropWeaklyHeldThings) {
  Table table;
  heap.add_root_source(&table);
  table.root = make_pair();
  table.weak = {table.root, make_pair(),
                heap.make<Pair>(400'000, header_of(KindPair), Value(), Value())};
  heap.collect();
  EXPECT_EQ(table.traced, 1);
  EXPECT_EQ(table.weak[0], table.root);
  EXPECT_EQ(table.weak[1], nullptr);
  EXPECT_EQ(table.weak[2], nullptr);
  heap.remove_root_source(&table);
  heap.collect();
  EXPECT_EQ(table.traced, 1);
  EXPECT_EQ(heap.statistics().live_bytes, 0u);
}

TEST_F(HeapCollect, RootedContainersMoveAndDie) {
  std::vector<RootedValue> values;
  // Not reserved: they move as the vector grows.
  // NOLINTNEXTLINE(performance-inefficient-vector-operation)
  for (int i = 0; i < 100; ++i) values.emplace_back(heap, Value::cell(make_pair()));
  values.erase(values.begin(), values.begin() + 50);
  RootedVector moved(heap);
  {
    RootedVector vector(heap);
    for (int i = 0; i < 100; ++i) vector.push_back(Value::cell(make_pair()));
    vector.resize(70);
    moved = std::move(vector);
  }
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, (50 + 70) * sizeof(Pair));
  moved.pop_back();
  moved.resize(80, Value::none());
  EXPECT_TRUE(moved.back().is_none());
  values.clear();
  heap.collect();
  EXPECT_EQ(heap.statistics().live_bytes, 69 * sizeof(Pair));
}

}  // namespace
}  // namespace weft::runtime

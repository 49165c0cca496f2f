// Random programs against a model: whatever is reachable keeps its contents, whatever is not is
// gone after a collection, and the verifier agrees all the time.
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "runtime/heap/heap.h"
#include "runtime/heap/poison.h"
#include "runtime/heap/rooted.h"

namespace weft::runtime {
namespace {

constexpr uint8_t KindNode = 1;

// `count` edges, then bytes that repeat the low byte of `stamp` up to `size`.
struct Node : Cell {
  Node(uint64_t header, uint32_t edge_count, uint32_t byte_size, uint64_t number)
      : Cell(header), count(edge_count), size(byte_size), stamp(number) {
    for (uint32_t i = 0; i < count; ++i) edges()[i] = Value();
    for (char* at = body(); at != end(); ++at) *at = static_cast<char>(stamp);
  }
  Value* edges() { return reinterpret_cast<Value*>(this + 1); }
  char* body() { return reinterpret_cast<char*>(edges() + count); }
  char* end() { return reinterpret_cast<char*>(this) + size; }
  bool is_intact() {
    for (char* at = body(); at != end(); ++at) {
      if (*at != static_cast<char>(stamp)) return false;
    }
    return true;
  }
  static void trace(Cell* cell, Marker& marker) {
    auto* node = static_cast<Node*>(cell);
    marker.mark_range(node->edges(), node->edges() + node->count);
  }

  uint32_t count;
  uint32_t size;
  uint64_t stamp;
};

class Soak {
 public:
  Soak(const HeapOptions& options, uint32_t seed) : heap_(options), random_(seed), roots_(heap_) {
    heap_.register_kind(KindNode, {.name = "Node", .trace = Node::trace});
    roots_.resize(30);
  }

  void run(int steps, int verify_every) {
    for (int step = 0; step < steps; ++step) {
      mutate();
      if (step % verify_every == 0) check();
      if (testing::Test::HasFailure()) FAIL() << "at step " << step;
    }
    check();
  }

 private:
  size_t below(size_t bound) { return random_() % bound; }

  size_t random_size(uint32_t count) {
    const size_t least = sizeof(Node) + count * sizeof(Value);
    const size_t choice = below(1000);
    if (choice == 0) return least + below(600'000);
    if (choice < 10) return least + below(40'000);
    if (choice < 50) return least + below(8000);
    return least + below(200);
  }

  void mutate() {
    const size_t action = below(100);
    if (action < 60) {
      const uint32_t count = static_cast<uint32_t>(below(6));
      const size_t size = random_size(count);
      const uint64_t header = Cell::make_header(nullptr, KindNode, 0);
      Node* node = heap_.make<Node>(size - sizeof(Node), header, count, static_cast<uint32_t>(size),
                                    ++stamps_);
      ASSERT_NE(node, nullptr);
      sizes_[stamps_] = size;
      for (uint32_t i = 0; i < count; ++i) node->edges()[i] = roots_[below(roots_.size())];
      roots_[below(roots_.size())] = Value::cell(node);
    } else if (action < 75) {
      roots_[below(roots_.size())] = Value();
    } else if (action < 99) {
      const Value from = roots_[below(roots_.size())];
      if (!from.is_cell() || from.as<Node>()->count == 0) return;
      from.as<Node>()->edges()[below(from.as<Node>()->count)] = roots_[below(roots_.size())];
    } else {
      heap_.collect();
      const size_t reachable = check();
      EXPECT_GE(heap_.statistics().live_bytes, reachable);
      // Sizes are rounded up, by less than a quarter but for spans of blocks.
      EXPECT_LE(heap_.statistics().live_bytes, reachable + reachable / 4 + spans_ * BlockBytes);
    }
  }

  // The bytes of all reachable nodes.
  size_t check() {
    EXPECT_TRUE(heap_.verify());
    std::unordered_set<Node*> seen;
    std::vector<Node*> stack;
    auto visit = [&](Value value) {
      if (value.is_cell() && seen.insert(value.as<Node>()).second) {
        stack.push_back(value.as<Node>());
      }
    };
    for (Value root : roots_) visit(root);
    size_t bytes = 0;
    spans_ = 0;
    while (!stack.empty()) {
      Node* node = stack.back();
      stack.pop_back();
      EXPECT_TRUE(node->is_intact());
      EXPECT_EQ(sizes_[node->stamp], node->size);
      EXPECT_EQ(heap_.find_cell(node->end() - 1), node);
      bytes += node->size;
      spans_ += node->size > MaxSmallBytes ? 1 : 0;
      for (uint32_t i = 0; i < node->count; ++i) visit(node->edges()[i]);
    }
    return bytes;
  }

  Heap heap_;
  std::mt19937 random_;
  RootedVector roots_;
  uint64_t stamps_ = 0;
  std::unordered_map<uint64_t, size_t> sizes_;  // by stamp
  size_t spans_ = 0;
};

TEST(HeapSoak, ByThreshold) { Soak(HeapOptions{}, 1).run(30'000, 3000); }

TEST(HeapSoak, EveryAllocation) { Soak(HeapOptions{.stress_interval = 1}, 2).run(3000, 300); }

TEST(HeapSoak, EveryFewAllocations) {
  for (uint32_t seed = 10; seed < 20; ++seed) {
    Soak(HeapOptions{.stress_interval = seed * 3}, seed).run(3000, 300);
  }
}

TEST(HeapSoak, TinyMarkStack) {
  Soak(HeapOptions{.stress_interval = 40, .mark_stack_limit = 3}, 3).run(3000, 300);
}

TEST(HeapSoak, DeadCellsArePoisoned) {
  if constexpr (PoisonsFreeCells) {
    Heap heap(HeapOptions{});
    heap.register_kind(KindNode, {.name = "Node", .trace = Node::trace});
    for (size_t size : {size_t{40}, size_t{20'000}, size_t{400'000}}) {
      const uint64_t header = Cell::make_header(nullptr, KindNode, 0);
      volatile char* node =
          reinterpret_cast<volatile char*>(heap.make<Node>(size, header, 0u, 24u, uint64_t{1}));
      node[size] = 1;
      heap.collect();
      EXPECT_DEATH(node[size] = 1, "AddressSanitizer");
    }
  } else {
    GTEST_SKIP() << "only under AddressSanitizer";
  }
}

}  // namespace
}  // namespace weft::runtime

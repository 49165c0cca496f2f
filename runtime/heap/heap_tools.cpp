// The maintainers' tools: the heap verifier and the heap dump. Both walk with the kinds' own trace
// functions, through an EdgeVisitor, and change nothing.
#include <cinttypes>
#include <cstdio>
#include <unordered_set>
#include <vector>

#include "runtime/heap/heap_implementation.h"

namespace weft::runtime {

namespace {

const char* kind_name(const HeapImplementation& heap, const Cell* cell) {
  const char* name = heap.kinds[cell->kind_byte()].name;
  return name != nullptr ? name : "unnamed";
}

}  // namespace

// Checks blocks first, for find_cell() relies on them, then everything that can be reached.
class HeapVerifier : public EdgeVisitor {
 public:
  explicit HeapVerifier(HeapImplementation& heap) : heap_(heap) {}

  bool run(const void* stack_pointer) {
    check_blocks();
    if (!good_) return false;
    {
      const Marker::VisitorScope scope(heap_.marker, *this);
      heap_.trace_roots(heap_.marker, stack_pointer);
    }
    for (Cell* cell : heap_.finalizable) visit_edge(cell);
    while (!stack_.empty()) {
      source_ = stack_.back();
      stack_.pop_back();
      heap_.marker.visit_edges(source_, *this);
    }
    return good_;
  }

  void visit_edge(Cell* target) override {
    if (!check_target(target, "an edge")) return;
    if (seen_.insert(target).second) stack_.push_back(target);
  }
  void visit_weak_edge(Cell** slot) override {
    if (*slot != nullptr) check_target(*slot, "a weak edge");
  }

 private:
  bool check_target(Cell* target, const char* what) {
    const Cell* found = heap_.find_cell(reinterpret_cast<uintptr_t>(target));
    const char* fault = nullptr;
    if (found == nullptr) {
      fault = "which is free or no memory of this heap";
    } else if (found != target) {
      fault = "which is inside another cell";
    } else if (!heap_.is_registered[target->kind_byte()]) {
      fault = "whose kind is not registered";
    } else {
      return true;
    }
    good_ = false;
    if (source_ != nullptr) {
      std::fprintf(stderr, "heap verifier: cell %p (%s, %zu bytes)", static_cast<void*>(source_),
                   kind_name(heap_, source_), heap_.cell_size(source_));
    } else {
      std::fprintf(stderr, "heap verifier: a root");
    }
    std::fprintf(stderr, " has %s to %p, %s\n", what, static_cast<void*>(target), fault);
    return false;
  }

  void block_fault(const Block* block, const char* fault) {
    good_ = false;
    std::fprintf(stderr, "heap verifier: block %p (cells of %u bytes): %s\n",
                 static_cast<void*>(block->memory()), unsigned{block->cell_bytes}, fault);
  }

  void check_blocks() {
    std::unordered_set<const Block*> listed;
    for (size_t size_class = 0; size_class < SizeClassCount; ++size_class) {
      for (const Block* block = heap_.partial[size_class]; block != nullptr; block = block->next) {
        if (!listed.insert(block).second) {
          block_fault(block, "listed twice");
          break;
        }
        if (block->state != BlockState::Partial || block->size_class != size_class) {
          block_fault(block, "in a list it does not belong to");
        }
      }
      const Block* block = heap_.current[size_class];
      if (block != nullptr && block->state != BlockState::Current) {
        block_fault(block, "allocated from, but not marked so");
      }
      check_run(heap_.heap.runs_[size_class], block);
    }
    for (Chunk* chunk : heap_.store.chunks()) {
      for (size_t i = FirstUsableBlock; i < BlocksPerChunk; ++i) {
        const Block* block = &chunk->blocks[i];
        const bool listed_free = ((chunk->free_blocks >> i) & 1) != 0;
        if (listed_free != (block->state == BlockState::Free)) {
          block_fault(block, "free and in use at once");
        }
        if (block->state == BlockState::Partial && !listed.contains(block)) {
          block_fault(block, "has free cells but is in no list");
        }
        check_marks(block);
      }
    }
  }

  void check_run(const Heap::Run& run, const Block* block) {
    if (block == nullptr) {
      if (run.cursor == run.limit) return;
      good_ = false;
      std::fprintf(stderr, "heap verifier: free cells at %p without a block\n",
                   static_cast<void*>(run.cursor));
      return;
    }
    const char* begin = block->memory();
    if (run.cursor < begin || run.cursor > run.limit || run.limit > block->end() ||
        static_cast<size_t>(run.cursor - begin) % block->cell_bytes != 0 ||
        static_cast<size_t>(run.limit - begin) % block->cell_bytes != 0) {
      block_fault(block, "its run of free cells is out of place");
    }
  }

  // Every mark bit stands where a cell begins.
  void check_marks(const Block* block) {
    const uint64_t* marks = block->marks();
    for (size_t i = 0; i < MarkWordsPerBlock; ++i) {
      for (uint64_t word = marks[i]; word != 0; word &= word - 1) {
        const size_t bit = i * 64 + static_cast<size_t>(__builtin_ctzll(word));
        if (!is_cell_bit(block, bit)) return block_fault(block, "a mark bit where no cell is");
      }
    }
  }

  static bool is_cell_bit(const Block* block, size_t bit) {
    if (block->state == BlockState::SpanHead) return bit == 0;
    if (block->cell_bytes == 0) return false;
    const size_t offset = bit * BytesPerMarkBit;
    const size_t index = block->index_of(offset + BytesPerMarkBit - 1);
    return index < block->cell_count && index * block->cell_bytes >= offset;
  }

  HeapImplementation& heap_;
  Cell* source_ = nullptr;  // whose edges are visited; null: the roots
  std::vector<Cell*> stack_;
  std::unordered_set<const Cell*> seen_;
  bool good_ = true;
};

namespace {

class EdgePrinter : public EdgeVisitor {
 public:
  explicit EdgePrinter(std::FILE* out) : out_(out) {}
  void visit_edge(Cell* target) override {
    std::fprintf(out_, " %" PRIxPTR, reinterpret_cast<uintptr_t>(target));
  }
  void visit_weak_edge(Cell** slot) override {
    std::fprintf(out_, " ~%" PRIxPTR, reinterpret_cast<uintptr_t>(*slot));
  }

 private:
  std::FILE* out_;
};

}  // namespace

bool HeapImplementation::verify(const void* stack_pointer) {
  return HeapVerifier(*this).run(stack_pointer);
}

void HeapImplementation::dump(std::FILE* out) {
  EdgePrinter printer(out);
  for_each_cell([&](Cell* cell) {
    std::fprintf(out, "%" PRIxPTR " %s %zu:", reinterpret_cast<uintptr_t>(cell),
                 kind_name(*this, cell), cell_size(cell));
    marker.visit_edges(cell, printer);
    std::fputc('\n', out);
  });
}

}  // namespace weft::runtime

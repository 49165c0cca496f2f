#include "runtime/fiber/native_stack_pool.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <new>

namespace weft::runtime {
namespace {

// <sys/mman.h> of older systems does not name it.
constexpr int AdviseGuardInstall = 102;
// Pages at the top that an idle stack keeps: the next user touches them at once.
constexpr size_t PagesKept = 2;
// The tops of stacks would all fall into the same sets of the first-level cache; each begins some
// cache lines lower than its neighbour.
constexpr size_t Colors = 16;
constexpr size_t ColorBytes = 128;

}  // namespace

struct NativeStackPool::Slab {
  Slab(char* mapped, size_t mapped_bytes, std::unique_ptr<NativeStack[]> records)
      : memory(mapped), bytes(mapped_bytes), stacks(std::move(records)) {}
  ~Slab() { munmap(memory, bytes); }
  Slab(const Slab&) = delete;
  Slab& operator=(const Slab&) = delete;

  char* memory;
  size_t bytes;
  std::unique_ptr<NativeStack[]> stacks;
  size_t made = 0;  // of `stacks`; the rest have not been touched
};

NativeStackPool::NativeStackPool(const NativeStackPoolOptions& options)
    : options_(options),
      page_bytes_(static_cast<size_t>(sysconf(_SC_PAGESIZE))),
      guarded_(options.guards) {
  assert(options.stack_bytes % page_bytes_ == 0 && options.stacks_per_slab > 0);
  assert(options.stack_bytes >= (PagesKept + 2) * page_bytes_ + options.reserve_bytes);
}

NativeStackPool::~NativeStackPool() { assert(adopted_count_ == 0); }

bool NativeStackPool::add_slab() {
  const size_t bytes = options_.stacks_per_slab * options_.stack_bytes;
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return false;
  // One touched page of a stack must not bring in two megabytes.
  madvise(memory, bytes, MADV_NOHUGEPAGE);
  try {
    slabs_.reserve(slabs_.size() + 1);
    // give_back() has no way to fail.
    idle_.reserve((slabs_.size() + 1) * options_.stacks_per_slab);
    slabs_.push_back(std::make_unique<Slab>(
        static_cast<char*>(memory), bytes,
        std::unique_ptr<NativeStack[]>(new NativeStack[options_.stacks_per_slab])));
  } catch (const std::bad_alloc&) {
    munmap(memory, bytes);
    return false;
  }
  return true;
}

NativeStack* NativeStackPool::make_stack() {
  if (slabs_.empty() || slabs_.back()->made == options_.stacks_per_slab) {
    if (!add_slab()) return nullptr;
  }
  Slab& slab = *slabs_.back();
  const size_t index = slab.made++;
  NativeStack& stack = slab.stacks[index];
  stack.lowest_ = slab.memory + index * options_.stack_bytes;
  stack.base_ = stack.lowest_ + options_.stack_bytes - index % Colors * ColorBytes;
  stack.limit_ = stack.lowest_ + page_bytes_ + options_.reserve_bytes;
  // The first one tells whether this kernel can do it.
  if (guarded_ && madvise(stack.lowest_, page_bytes_, AdviseGuardInstall) != 0) guarded_ = false;
  return &stack;
}

NativeStack* NativeStackPool::take(void (*entry)(void*), void* argument) {
  NativeStack* stack;
  if (!idle_.empty()) [[likely]] {
    stack = idle_.back();
    idle_.pop_back();
    trimmed_ = std::min(trimmed_, idle_.size());
  } else {
    stack = make_stack();
    if (stack == nullptr) return nullptr;
  }
  stack->prepare(entry, argument);
  link(*stack);
  ++in_use_count_;
  return stack;
}

void NativeStackPool::give_back(NativeStack* stack) {
  stack->forget();
  unlink(*stack);
  --in_use_count_;
  idle_.push_back(stack);
  // Half of them at once, so that a few going in and out cost no system call.
  if (idle_.size() - trimmed_ > options_.warm_stacks)
    trim_first(idle_.size() - options_.warm_stacks / 2);
}

void NativeStackPool::adopt(NativeStack& stack) {
  assert(stack.is_adopted());
  link(stack);
  ++adopted_count_;
}

void NativeStackPool::release(NativeStack& stack) {
  assert(stack.is_adopted());
  unlink(stack);
  --adopted_count_;
}

void NativeStackPool::link(NativeStack& stack) {
  assert(stack.previous_ == nullptr && stack.next_ == nullptr && in_use_ != &stack);
  stack.next_ = in_use_;
  if (in_use_ != nullptr) in_use_->previous_ = &stack;
  in_use_ = &stack;
}

void NativeStackPool::unlink(NativeStack& stack) {
  (stack.previous_ != nullptr ? stack.previous_->next_ : in_use_) = stack.next_;
  if (stack.next_ != nullptr) stack.next_->previous_ = stack.previous_;
  stack.previous_ = nullptr;
  stack.next_ = nullptr;
}

void NativeStackPool::trim() { trim_first(idle_.size()); }

void NativeStackPool::trim_first(size_t count) {
  for (; trimmed_ < count; ++trimmed_) {
    char* begin = idle_[trimmed_]->lowest_ + page_bytes_;
    char* end = idle_[trimmed_]->lowest_ + options_.stack_bytes - PagesKept * page_bytes_;
    madvise(begin, static_cast<size_t>(end - begin), MADV_DONTNEED);
  }
}

NativeStackStatistics NativeStackPool::statistics() const {
  return {in_use_count_, idle_.size(), slabs_.size(), adopted_count_, guarded_};
}

}  // namespace weft::runtime

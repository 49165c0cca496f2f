// Where native stacks come from, and the list of those in use.
//
// Stacks are cut from slabs, one mapping each, so a hundred thousand stacks stay far below the
// kernel's limit of mappings. Memory is reserved, not used: a stack costs the pages it touched.
// Idle stacks are taken again last in, first out. Those that stay idle give their pages back but
// for the two at the top; this is done for many at once, and never for the few that go in and out.
//
// The lowest page of a stack is a guard where the kernel can have one without splitting the mapping
// (MADV_GUARD_INSTALL, Linux 6.13): touching it is a fault, not silent corruption. Elsewhere only
// the comparison with limit() protects; between limit() and the guard lie `reserve_bytes` for what
// native code needs once the limit was hit.
//
// A pool belongs to an isolate and is used under its GIL. Slabs are returned with the pool.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "runtime/fiber/native_stack.h"

namespace weft::runtime {

#if defined(WEFT_ADDRESS_SANITIZER) || defined(WEFT_THREAD_SANITIZER)
constexpr size_t DefaultNativeStackBytes = 1024 * 1024;
#else
constexpr size_t DefaultNativeStackBytes = 256 * 1024;
#endif

struct NativeStackPoolOptions {
  size_t stack_bytes = DefaultNativeStackBytes;        // a multiple of the page size
  size_t reserve_bytes = DefaultNativeStackBytes / 4;  // below limit()
  size_t stacks_per_slab = 64;
  // So many idle stacks may keep all their pages.
  size_t warm_stacks = 64;
  bool guards = true;
};

struct NativeStackStatistics {
  size_t in_use;  // pooled ones taken
  size_t idle;    // given back
  size_t slabs;   // mappings
  size_t adopted;
  bool guarded;  // the stacks have guard pages
};

class NativeStackPool {
 public:
  explicit NativeStackPool(const NativeStackPoolOptions& options = {});
  // Stacks still taken are gone with it. Adopted ones must have been released.
  ~NativeStackPool();
  NativeStackPool(const NativeStackPool&) = delete;
  NativeStackPool& operator=(const NativeStackPool&) = delete;

  // A stack on which the first switch calls entry(argument). `argument` may be a cell: it is found
  // by a scan from now on. Null when the system has no memory.
  [[nodiscard]] NativeStack* take(void (*entry)(void*), void* argument);
  // The stack must be one of take() and not be running; what lies on it is forgotten, not unwound.
  void give_back(NativeStack* stack);

  // An OS thread's own stack takes part in for_each() until it is released.
  void adopt(NativeStack& stack);
  void release(NativeStack& stack);

  // Every parked stack in use, half-begun ones and those exposed by other threads included: calls
  // visit(NativeStack&) for each. Only the running one of the calling thread is left out, and
  // stacks of threads that run native code without the GIL and did not expose them.
  template <class Visit>
  void for_each_parked(Visit&& visit) const {
    for (NativeStack* stack = in_use_; stack != nullptr; stack = stack->next_) {
      if (!stack->is_running()) visit(*stack);
    }
  }

  // Gives the pages of all idle stacks back now.
  void trim();

  NativeStackStatistics statistics() const;

 private:
  struct Slab;

  bool add_slab();
  NativeStack* make_stack();
  void link(NativeStack& stack);
  void unlink(NativeStack& stack);
  void trim_first(size_t count);

  NativeStackPoolOptions options_;
  size_t page_bytes_;
  bool guarded_;
  NativeStack* in_use_ = nullptr;
  size_t in_use_count_ = 0;
  size_t adopted_count_ = 0;
  std::vector<std::unique_ptr<Slab>> slabs_;
  // A stack of stacks; the first `trimmed_` of them have given their pages back.
  std::vector<NativeStack*> idle_;
  size_t trimmed_ = 0;
};

}  // namespace weft::runtime

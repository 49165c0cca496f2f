// Coroutines that were made and have not started: whoever is never awaited is warned of.
//
// A coroutine that dies unstarted, or is unstarted when the program ends, gives a RuntimeWarning,
// "coroutine 'f' was never awaited", for the place where the coroutine function was called. One
// that was closed, or into which something was thrown, has ended and gives none.
#pragma once

#include <cstdint>
#include <vector>

#include "interpreter/objects/generator.h"

namespace weft::runtime {
class Heap;
}

namespace weft {

struct Thread;

class UnstartedCoroutines {
 public:
  // By whoever makes a coroutine. Most are awaited at once, so that one more begun finds the one
  // before it started, and takes its place. Without memory for more the coroutine goes unnoticed.
  void add(Generator* coroutine) noexcept {
    if (!coroutines_.empty() && coroutines_.back()->state != GeneratorState::Created) {
      coroutines_.back() = coroutine;
    } else {
      append(coroutine);
    }
  }

  // Before finalisers are queued: makes those that died unstarted due for theirs, which warns, and
  // forgets them and those that have started.
  void register_dead(runtime::Heap& heap);

  // The program ends: all that have not started are due for their finaliser.
  void register_all(runtime::Heap& heap);

  // How many calls of the way to a coroutine it notes as its origin; 0: none.
  uint32_t origin_depth = 0;

 private:
  void append(Generator* coroutine) noexcept;

  std::vector<Generator*> coroutines_;  // weak; some may have started
};

// The finaliser of a coroutine. Leaves nothing pending.
void warn_never_awaited(Thread& thread, Generator* coroutine);

}  // namespace weft

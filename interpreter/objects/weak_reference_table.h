// Which cells are weakly referred to, and by whom.
#pragma once

#include <unordered_map>
#include <vector>

#include "interpreter/objects/weak_reference.h"

namespace weft {

struct WeakReferenceTable {
  // The first of the chain of references to a cell.
  std::unordered_map<const Cell*, WeakReference*> first;
  // References whose target died and whose callback has yet to run; roots.
  std::vector<WeakReference*> due;

  // Called after marking: drops dead references, clears those to dead cells.
  void clear_dead(runtime::Heap& heap);
};

}  // namespace weft

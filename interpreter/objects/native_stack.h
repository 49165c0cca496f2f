// Where the native stack of the calling thread begins and ends.
#pragma once

namespace weft {

struct NativeStackBounds {
  char* base;   // one past the highest address; the collector scans up to here
  char* limit;  // native recursion stops above this address, with room left for error handling
};

NativeStackBounds current_native_stack();

}  // namespace weft

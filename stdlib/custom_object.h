// Objects of native modules: kind HostObject, each saying for itself what it refers to and what it
// owns outside of the heap.
//
//   struct Compressor : CustomObject { z_stream stream; Value name; };
//   constexpr CustomOperations operations = {trace_compressor, destroy_compressor};
//   auto* made = make_custom_object<Compressor>(thread, type, operations);
//
// The memory behind `operations` is zero at first, so that an object half made can be traced and
// destroyed: both functions have to bear zeros. A struct of a type whose instances have a __dict__
// ends with `Cell* overflow` (object.h).
#pragma once

#include <cstring>

#include "interpreter/objects/isolate.h"
#include "interpreter/objects/type.h"

namespace weft {

struct CustomObject;

struct CustomOperations {
  void (*trace)(CustomObject* object, Marker& marker) = nullptr;  // null: no edges
  // Called by the sweeper; must not touch other cells nor allocate.
  void (*destroy)(CustomObject* object) = nullptr;  // null: owns nothing
};

struct CustomObject : Object {
  using Object::Object;
  const CustomOperations* operations;  // null: neither edges nor anything owned
};

// Makes the kind known to the heap; cheap to repeat. Called before the first object is made.
void register_custom_objects(Isolate& isolate);

// Null with MemoryError pending. `type` is the built-in or a script subclass of it.
template <class T>
[[nodiscard]] T* make_custom_object(Thread& thread, Type* type, const CustomOperations& operations,
                                    size_t extra = 0) {
  T* made = new_instance<T>(thread, type, extra);
  if (made == nullptr) return nullptr;
  // Attribute slots begin with the overflow word, which has been set.
  const size_t end = type->slots_offset == NoSlots || type->slots_offset == TrailingSlots
                         ? sizeof(T) + extra
                         : type->slots_offset;
  std::memset(reinterpret_cast<char*>(made) + sizeof(Object), 0, end - sizeof(Object));
  made->operations = &operations;
  return made;
}

}  // namespace weft

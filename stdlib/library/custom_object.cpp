#include "stdlib/custom_object.h"

#include "runtime/heap/marker.h"

namespace weft {
namespace {

void trace_custom_object(Cell* cell, Marker& marker) {
  auto* object = static_cast<CustomObject*>(cell);
  if (object->operations != nullptr && object->operations->trace != nullptr) {
    object->operations->trace(object, marker);
  }
  trace_slots(object, marker);
}

void destroy_custom_object(Cell* cell) {
  auto* object = static_cast<CustomObject*>(cell);
  if (object->operations != nullptr && object->operations->destroy != nullptr) {
    object->operations->destroy(object);
  }
}

}  // namespace

void register_custom_objects(Isolate& isolate) {
  isolate.heap.register_kind(static_cast<uint8_t>(Kind::HostObject),
                             {"HostObject", trace_custom_object, destroy_custom_object});
}

}  // namespace weft

#include "interpreter/objects/object.h"

#include <cstdio>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"

namespace weft {

Cell** overflow_word(Object* object) {
  const uint32_t offset = object->type()->slots_offset;
  if (offset != TrailingSlots)
    return reinterpret_cast<Cell**>(reinterpret_cast<char*>(object) + offset);
  switch (object->kind()) {
    case Kind::Int: {
      auto* number = static_cast<Int*>(object);
      return reinterpret_cast<Cell**>(number->limbs + number->capacity);
    }
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      return reinterpret_cast<Cell**>(tuple->values + tuple->count);
    }
    default:
      return bytes_overflow_word(static_cast<Bytes*>(object));
  }
}

void trace_slots(Object* object, Marker& marker) {
  const Shape* shape = object->shape();
  const Type* type = shape->type;
  if (type->slots_offset == NoSlots) return;
  marker.mark(*overflow_word(object));
  if (type->slots_offset == TrailingSlots) return;
  const uint32_t count =
      shape->slot_count < shape->inline_capacity ? shape->slot_count : shape->inline_capacity;
  const Value* slots = inline_slots(object, type);
  marker.mark_range(slots, slots + count);
}

Type* type_of(Thread& thread, Value value) { return class_of(thread, value); }

std::string_view type_name(Thread& thread, Value value) {
  const Type* type = class_of(thread, value);
  const TypeSpec* spec = type->spec;
  if (spec == nullptr || spec->module == "builtins") return type->name->view();
  // Errors name built-in types of other modules with these. The caller's view keeps the text alive.
  Exception* pending = thread.pending;
  const Str* full = make_str(thread, text(spec->module, ".", spec->name));
  thread.pending = pending;
  return full == nullptr ? type->name->view() : full->view();
}

std::string address_text(Value value) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "0x%012llx", static_cast<unsigned long long>(value.bits()));
  return buffer;
}

}  // namespace weft

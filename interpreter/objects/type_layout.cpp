// Which classes go together: layouts of instances, subclass lists.
#include <algorithm>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_internal.h"
#include "interpreter/objects/weak_reference.h"

namespace weft {
namespace {

bool adds_to_layout(const Type* type, const Type* base) {
  return type->instance_kind != base->instance_kind || type->instance_size != base->instance_size ||
         reserved_slot_count(type) != reserved_slot_count(base);
}

// Two classes that each add the same __slots__ to the same base have the same layout.
bool same_slots(const Type* left, const Type* right) {
  if (left->base != right->base) return false;
  const uint32_t count = reserved_slot_count(left);
  if (count != reserved_slot_count(right)) return false;
  // The descriptors of both name the slots; every slot of one must have its name in the other.
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(left->dict, position, key, value)) {
    if (!is_kind(value, Kind::SlotDescriptor)) continue;
    if (!is_kind(dict_get_str(right->dict, as_str(key)), Kind::SlotDescriptor)) return false;
  }
  return true;
}

// Takes the references to `type` (null: to classes that are gone) out of a list of subclasses.
void remove_references(List* list, const Type* type) {
  const std::span<Value> places = list->values();
  const auto kept_end = std::remove_if(places.begin(), places.end(), [&](Value place) {
    return place.as<WeakReference>()->target_object() == type;
  });
  list->count = static_cast<uint64_t>(kept_end - places.begin());
}

}  // namespace

Type* solid_base(Type* type) {
  while (type->base != nullptr && !adds_to_layout(type, type->base)) type = type->base;
  return type;
}

Type* best_base(Thread& thread, Tuple* bases) {
  Type* best = nullptr;
  Type* winner = nullptr;
  for (const Value entry : bases->view()) {
    if (!is_type(entry)) {
      raise_type_error(thread, "bases must be types");
      return nullptr;
    }
    Type* base = as_type(entry);
    if (!base->is_base_type) {
      std::string storage;
      raise_type_error(thread, text("type '", full_type_name(thread, base, storage),
                                    "' is not an acceptable base type"));
      return nullptr;
    }
    Type* candidate = solid_base(base);
    if (winner == nullptr || (!is_subtype(winner, candidate) && is_subtype(candidate, winner))) {
      winner = candidate;
      best = base;
    } else if (!is_subtype(winner, candidate)) {
      raise_type_error(thread, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return best;
}

bool has_compatible_layout(Type* from, Type* to) {
  if (from->instance_kind != to->instance_kind || from->instance_size != to->instance_size ||
      from->slots_offset != to->slots_offset ||
      from->instances_have_dict != to->instances_have_dict ||
      from->instances_have_weakrefs != to->instances_have_weakrefs)
    return false;
  Type* from_solid = solid_base(from);
  Type* to_solid = solid_base(to);
  return from_solid == to_solid || same_slots(from_solid, to_solid);
}

bool link_to_bases(Thread& thread, Type* type) {
  for (const Value entry : type->bases->view()) {
    Type* base = as_type(entry);
    if (base->subclasses == nullptr) {
      List* list = make_list(thread);
      if (list == nullptr) return false;
      store(base, base->subclasses, list);
    }
    WeakReference* reference = make_weak_reference(thread, type);
    if (reference == nullptr) return false;
    // Before the list grows it forgets the subclasses that are gone.
    List* list = base->subclasses;
    if (list->items != nullptr && list->count == list->items->capacity)
      remove_references(list, nullptr);
    if (!list_append(thread, list, Value::cell(reference))) return false;
  }
  return true;
}

void unlink_from_bases(Type* type) {
  for (const Value entry : type->bases->view()) {
    if (List* list = as_type(entry)->subclasses) remove_references(list, type);
  }
}

Value type_module_name(Thread& thread, const Type* type) {
  const Value own = dict_get_str(type->dict, thread.isolate.names.__module__);
  if (type->is_heap_type) return own;
  // Built-in types say it in their declaration; what their dict has under the name is a descriptor.
  if (type->spec == nullptr) return own;
  Str* name = intern(thread, type->spec->module);
  if (name == nullptr) {
    thread.pending = nullptr;
    return Value::unset();
  }
  return Value::cell(name);
}

}  // namespace weft

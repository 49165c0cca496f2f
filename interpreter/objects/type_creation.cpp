// Making classes: what type(name, bases, namespace, **keywords) does.
//
// The steps and their order are observable (metaclasses, __set_name__, __init_subclass__ run script
// code): metaclass, bases, layout and __slots__, the class's dict, MRO, __set_name__ of attributes,
// __init_subclass__ of the parent.
#include <algorithm>

#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/super.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_internal.h"

namespace weft {
namespace {

bool is_variable_size(Kind kind) {
  return kind == Kind::Int || kind == Kind::Tuple || kind == Kind::Bytes || kind == Kind::Type;
}

// --- __slots__ ----------------------------------------------------------------------------------

struct SlotPlan {
  bool is_given = false;  // the class has __slots__
  bool adds_dict = false;
  bool adds_weakrefs = false;
  List* names = nullptr;  // of interned strs; null for none
};

uint32_t slot_name_count(const SlotPlan& plan) {
  return plan.names == nullptr ? 0 : static_cast<uint32_t>(plan.names->count);
}

// A name of __slots__ as it is stored: private names get the class's name in front.
Str* mangled(Thread& thread, Str* class_name, Str* name) {
  const std::string_view view = name->view();
  if (!view.starts_with("__") || view.ends_with("__")) return intern(thread, name);
  std::string_view owner = class_name->view();
  while (owner.starts_with('_')) owner.remove_prefix(1);
  if (owner.empty()) return intern(thread, name);
  return intern(thread, text("_", owner, view));
}

bool add_slot_name(Thread& thread, const Type* base, Value item, Str* class_name, Dict* own,
                   SlotPlan& plan) {
  const Names& names = thread.isolate.names;
  if (!is_str(item)) {
    raise_type_error(thread,
                     text("__slots__ items must be strings, not '", type_name(thread, item), "'"));
    return false;
  }
  if (!is_identifier(as_str(item))) {
    raise_type_error(thread, "__slots__ must be identifiers");
    return false;
  }
  const std::string_view view = as_str(item)->view();
  if (view == "__dict__") {
    if (base->instances_have_dict || plan.adds_dict) {
      raise_type_error(thread, "__dict__ slot disallowed: we already got one");
      return false;
    }
    plan.adds_dict = true;
    return true;
  }
  if (view == "__weakref__") {
    if (base->instances_have_weakrefs || plan.adds_weakrefs) {
      raise_type_error(
          thread, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
      return false;
    }
    plan.adds_weakrefs = true;
    return true;
  }
  Str* name = mangled(thread, class_name, as_str(item));
  if (name == nullptr) return false;
  // __qualname__ and __classcell__ stand in the namespace for the compiler only.
  if (!dict_get_str(own, name).is_unset() && name != names.__qualname__ &&
      name != names.__classcell__) {
    raise_value_error(thread,
                      text("'", name->view(), "' in __slots__ conflicts with class variable"));
    return false;
  }
  if (plan.names == nullptr && (plan.names = make_list(thread)) == nullptr) return false;
  const auto known = plan.names->values();
  if (std::ranges::find(known, Value::cell(name)) != known.end()) return true;
  return list_append(thread, plan.names, Value::cell(name));
}

bool plan_slots(Thread& thread, const Type* base, Tuple* bases, Str* class_name, Dict* own,
                SlotPlan& plan) {
  Value slots = dict_get_str(own, thread.isolate.names.__slots__);
  const bool may_add_weakrefs =
      !base->instances_have_weakrefs && !is_variable_size(base->instance_kind);
  if (slots.is_unset()) {
    plan.adds_dict = !base->instances_have_dict;
    plan.adds_weakrefs = may_add_weakrefs;
    return true;
  }
  plan.is_given = true;
  Tuple* items = nullptr;
  if (is_str(slots)) {
    items = make_tuple(thread, std::span<const Value>(&slots, 1));
  } else {
    items = tuple_from_iterable(thread, slots);
  }
  if (items == nullptr) return false;
  if (items->count > 0 && is_variable_size(base->instance_kind)) {
    raise_type_error(
        thread, text("nonempty __slots__ not supported for subtype of '", base->name->view(), "'"));
    return false;
  }
  for (const Value item : items->view())
    if (!add_slot_name(thread, base, item, class_name, own, plan)) return false;
  // What other bases have, the instances have as well.
  for (const Value entry : bases->view()) {
    const Type* other = as_type(entry);
    if (other == base) continue;
    if (other->instances_have_dict && !base->instances_have_dict) plan.adds_dict = true;
    if (other->instances_have_weakrefs && may_add_weakrefs) plan.adds_weakrefs = true;
  }
  return true;
}

// --- The class's dict ---------------------------------------------------------------------------

bool wrap_function(Thread& thread, Dict* own, Special special,
                   Value (*wrap)(Thread& thread, Value callable)) {
  Str* name = thread.isolate.names.special_name(special);
  const Value function = dict_get_str(own, name);
  if (!is_kind(function, Kind::Function)) return true;
  const Value wrapped = wrap(thread, function);
  return wrapped && dict_set_str(thread, own, name, wrapped);
}

bool set_module_name(Thread& thread, Dict* own) {
  Str* name = thread.isolate.names.__module__;
  if (!dict_get_str(own, name).is_unset() || thread.frame == nullptr) return true;
  const Value module = dict_get_str(thread.frame->globals, thread.isolate.names.__name__);
  return module.is_unset() || dict_set_str(thread, own, name, module);
}

bool take_qualified_name(Thread& thread, Type* type) {
  Str* key = thread.isolate.names.__qualname__;
  const Value given = dict_get_str(type->dict, key);
  if (given.is_unset()) return true;
  if (!is_str(given)) {
    raise_type_error(thread,
                     text("type __qualname__ must be a str, not ", type_name(thread, given)));
    return false;
  }
  store(type, type->qualified_name, as_str(given));
  return static_cast<bool>(dict_remove_str(thread, type->dict, key));
}

// The cell through which methods see `__class__`.
bool fill_class_cell(Thread& thread, Type* type) {
  Str* key = thread.isolate.names.__classcell__;
  const Value box = dict_get_str(type->dict, key);
  if (box.is_unset()) return true;
  if (!is_kind(box, Kind::Box)) {
    Str* shown = repr(thread, Value::cell(class_of(thread, box)));
    if (shown != nullptr)
      raise_type_error(thread, text("__classcell__ must be a nonlocal cell, not ", shown->view()));
    return false;
  }
  store(box.as<Box>(), box.as<Box>()->value, Value::cell(type));
  return static_cast<bool>(dict_remove_str(thread, type->dict, key));
}

bool add_descriptor(Thread& thread, Type* type, Str* name, Value descriptor) {
  return descriptor && dict_set_str(thread, type->dict, name, descriptor);
}

bool fill_dict(Thread& thread, Type* type, const SlotPlan& plan) {
  const Names& names = thread.isolate.names;
  Dict* own = type->dict;
  if (!set_module_name(thread, own) || !take_qualified_name(thread, type) ||
      !wrap_function(thread, own, Special::New, make_static_method) ||
      !wrap_function(thread, own, Special::InitSubclass, make_class_method) ||
      !wrap_function(thread, own, Special::ClassGetItem, make_class_method))
    return false;
  uint32_t slot = reserved_slot_count(type->base);
  for (uint64_t i = 0; i < slot_name_count(plan); ++i) {
    Str* name = as_str(plan.names->values()[i]);
    if (!add_descriptor(thread, type, name,
                        make_slot_descriptor(thread, type, name, slot++, false)))
      return false;
  }
  if (plan.adds_dict && dict_get_str(own, names.__dict__).is_unset() &&
      !add_descriptor(thread, type, names.__dict__,
                      make_attribute_descriptor(thread, type, instance_dict_attribute)))
    return false;
  if (plan.adds_weakrefs && dict_get_str(own, names.__weakref__).is_unset() &&
      !add_descriptor(thread, type, names.__weakref__,
                      make_attribute_descriptor(thread, type, instance_weakref_attribute)))
    return false;
  if (!fill_class_cell(thread, type)) return false;
  if (dict_get_str(own, names.__doc__).is_unset() &&
      !dict_set_str(thread, own, names.__doc__, Value::none()))
    return false;
  // Objects that compare by value have no hash unless the class says how.
  Str* hash_name = names.special_name(Special::Hash);
  if (!dict_get_str(own, names.special_name(Special::Eq)).is_unset() &&
      dict_get_str(own, hash_name).is_unset())
    return dict_set_str(thread, own, hash_name, Value::none());
  return true;
}

// --- Layout -------------------------------------------------------------------------------------

bool lay_out(Thread& thread, Type* type, const SlotPlan& plan) {
  const Type* base = type->base;
  type->instance_kind = base->instance_kind;
  type->instance_size = base->instance_size;
  type->instances_have_dict = base->instances_have_dict || plan.adds_dict;
  type->instances_have_weakrefs = base->instances_have_weakrefs || plan.adds_weakrefs;
  type->slots_offset = base->slots_offset;
  const auto own_slots = slot_name_count(plan);
  const bool needs_slots = plan.adds_dict || own_slots != 0;
  if (needs_slots && type->slots_offset == NoSlots && type->instance_kind != Kind::Type)
    type->slots_offset =
        is_variable_size(type->instance_kind) ? TrailingSlots : type->instance_size;
  const uint32_t reserved = reserved_slot_count(base) + own_slots;
  uint16_t hint = 0;
  if (type->instances_have_dict && type->slots_offset != NoSlots &&
      type->slots_offset != TrailingSlots && type->instance_kind != Kind::Module) {
    hint = base->inline_slots_hint;
    if (type->instance_kind == Kind::Instance) hint = std::max(hint, FirstInlineSlots);
  }
  type->inline_slots_hint = hint;
  Shape* root = make_root_shape(thread, type, reserved, static_cast<uint16_t>(reserved + hint));
  if (root == nullptr) return false;
  store(type, type->root_shape, root);
  return true;
}

// --- After the class is there -------------------------------------------------------------------

bool call_set_name(Thread& thread, Type* type) {
  // __set_name__ may change the class: what is called is settled first.
  Dict* attributes = dict_copy(thread, type->dict);
  if (attributes == nullptr) return false;
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(attributes, position, key, value)) {
    if (!value.is_cell() || is_kind(value, Kind::Function)) continue;
    if (find_special(thread, value, Special::SetName).is_unset()) continue;
    const Value arguments[] = {Value::cell(type), key};
    if (call_special(thread, value, Special::SetName, arguments)) continue;
    Exception* cause = take_pending(thread);
    Str* shown = repr(thread, key);
    if (shown == nullptr) return false;
    raise_runtime_error(
        thread, text("Error calling __set_name__ on '", type_name(thread, value), "' instance ",
                     shown->view(), " in '", type->name->view(), "'"));
    if (thread.pending != nullptr) {
      set_context(thread.pending, cause);
      set_cause(thread.pending, cause);
    }
    return false;
  }
  return true;
}

bool call_init_subclass(Thread& thread, Type* type, Dict* keywords) {
  const Value parent = make_super(thread, type, Value::cell(type));
  if (!parent) return false;
  const Value method =
      get_attribute(thread, parent, thread.isolate.names.special_name(Special::InitSubclass));
  return method && call_with_dict(thread, method, thread.isolate.empty_tuple, keywords);
}

// The class's own copy of its namespace. Its names are interned, as those of attribute accesses
// are.
Dict* take_namespace(Thread& thread, Dict* class_namespace) {
  const auto is_found = [](Value key) { return !is_str(key) || as_str(key)->is_interned; };
  uint64_t position = 0;
  Value key;
  Value value;
  bool all_found = true;
  while (all_found && dict_next(class_namespace, position, key, value)) all_found = is_found(key);
  if (all_found) return dict_copy(thread, class_namespace);
  Dict* own = make_dict(thread, class_namespace->count);
  if (own == nullptr) return nullptr;
  position = 0;
  while (dict_next(class_namespace, position, key, value)) {
    if (!is_found(key)) {
      Str* name = intern(thread, as_str(key));
      if (name == nullptr) return nullptr;
      key = Value::cell(name);
    }
    if (!dict_set(thread, own, key, value)) return nullptr;
  }
  return own;
}

Tuple* provisional_mro(Thread& thread, Type* type) {
  const Tuple* inherited = type->base->mro;
  Tuple* order = make_tuple(thread, inherited->count + 1);
  if (order == nullptr) return nullptr;
  store(order, order->values[0], Value::cell(type));
  for (uint64_t i = 0; i < inherited->count; ++i)
    store(order, order->values[i + 1], inherited->values[i]);
  return order;
}

bool check_bases_are_classes(Thread& thread, Tuple* bases) {
  if (!check_bases_are_resolved(thread, bases)) return false;
  if (std::ranges::all_of(bases->view(), is_type)) return true;
  raise_type_error(thread, "bases must be types");
  return false;
}

}  // namespace

Type* most_derived_metaclass(Thread& thread, Type* start, Tuple* bases) {
  Type* winner = start;
  for (const Value base : bases->view()) {
    Type* candidate = class_of(thread, base);
    if (is_subtype(winner, candidate)) continue;
    if (is_subtype(candidate, winner)) {
      winner = candidate;
      continue;
    }
    raise_type_error(thread,
                     "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                     "subclass of the metaclasses of all its bases");
    return nullptr;
  }
  return winner;
}

bool check_bases_are_resolved(Thread& thread, Tuple* bases) {
  for (const Value base : bases->view()) {
    if (is_type(base)) continue;
    const Value entries = find_attribute(thread, base, thread.isolate.names.__mro_entries__);
    if (entries.is_unset()) continue;
    if (entries)
      raise_type_error(thread,
                       "type() doesn't support MRO entry resolution; use types.new_class()");
    return false;
  }
  return true;
}

Tuple* resolve_bases(Thread& thread, Tuple* bases) {
  List* resolved = nullptr;
  for (uint64_t i = 0; i < bases->count; ++i) {
    const Value base = bases->values[i];
    Value entries = Value::unset();
    if (!is_type(base)) {
      const Value method = find_attribute(thread, base, thread.isolate.names.__mro_entries__);
      if (!method) return nullptr;
      if (!method.is_unset()) {
        entries = call(thread, method, {Value::cell(bases)});
        if (!entries) return nullptr;
        if (!is_tuple(entries)) {
          raise_type_error(thread, "__mro_entries__ must return a tuple");
          return nullptr;
        }
      }
    }
    if (!entries.is_unset() && resolved == nullptr) {
      resolved = make_list(thread, bases->view().first(i));
      if (resolved == nullptr) return nullptr;
    }
    if (resolved == nullptr) continue;
    if (entries.is_unset()) {
      if (!list_append(thread, resolved, base)) return nullptr;
    } else {
      for (const Value entry : entries.as<Tuple>()->view())
        if (!list_append(thread, resolved, entry)) return nullptr;
    }
  }
  if (resolved == nullptr) return bases;
  return make_tuple(thread, std::span<const Value>(resolved->values()));
}

Type* make_class(Thread& thread, Type* metaclass, Str* name, Tuple* bases, Dict* class_namespace,
                 Dict* keywords) {
  if (bases->count == 0) {
    const Value object = Value::cell(thread.isolate.types.object);
    bases = make_tuple(thread, std::span<const Value>(&object, 1));
    if (bases == nullptr) return nullptr;
  } else if (!check_bases_are_classes(thread, bases)) {
    return nullptr;
  }
  if (name->view().find('\0') != std::string_view::npos) {
    raise_value_error(thread, "type name must not contain null characters");
    return nullptr;
  }
  Type* base = best_base(thread, bases);
  if (base == nullptr) return nullptr;
  Dict* own = take_namespace(thread, class_namespace);
  if (own == nullptr) return nullptr;
  SlotPlan plan;
  if (!plan_slots(thread, base, bases, name, own, plan)) return nullptr;
  Type* type = allocate_type(thread, metaclass->root_shape->object_header);
  if (type == nullptr) return nullptr;
  type->is_heap_type = true;
  type->name = name;
  type->qualified_name = name;
  type->base = base;
  type->bases = bases;
  type->dict = own;
  if (!lay_out(thread, type, plan) || !fill_dict(thread, type, plan)) return nullptr;
  // A metaclass's own mro() runs script code that may look at the class: until the MRO is known the
  // class follows its base.
  store(type, type->mro, provisional_mro(thread, type));
  if (type->mro == nullptr) return nullptr;
  Tuple* order = settle_mro(thread, type);
  if (order == nullptr) return nullptr;
  store(type, type->mro, order);
  type->version = thread.isolate.next_version();
  refresh_specials(thread, type);
  // Header words carry the finaliser flag, which is known only now.
  type->root_shape->object_header = object_header_for(type, type->root_shape, type->instance_kind);
  if (metaclass->has_finalizer) thread.isolate.heap.set_finalizable(type);
  if (!link_to_bases(thread, type)) return nullptr;
  if (!call_set_name(thread, type)) return nullptr;
  return call_init_subclass(thread, type, keywords) ? type : nullptr;
}

}  // namespace weft

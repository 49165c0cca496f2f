// Names and states: what pickles say of classes and instances.
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/shape.h"
#include "interpreter/vm/imports.h"
#include "stdlib/pickle/unpickler.h"

namespace weft::pickle {
namespace {

// The entries of a state into the object's attributes.
bool set_attributes(Thread& thread, Value object, Dict* state) {
  // Without its __dict__ being made, where no descriptor of the class could tell the difference.
  const bool is_plain =
      is_kind(object, Kind::Instance) && object.as<Object>()->type()->instances_have_dict;
  Value attributes = Value::unset();
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(state, position, key, value)) {
    if (is_plain && is_exactly(key, Kind::Str) && attributes.is_unset()) {
      Str* name = intern(thread, as_str(key));
      if (name == nullptr || !set_own_attribute(thread, object.as<Object>(), name, value)) {
        return false;
      }
      continue;
    }
    if (attributes.is_unset()) {
      attributes = get_attribute(thread, object, thread.isolate.names.__dict__);
      if (!attributes) return false;
    }
    if (is_exactly(key, Kind::Str)) {
      key = as_result(intern(thread, as_str(key)));
      if (!key) return false;
    }
    if (!set_item(thread, attributes, key, value)) return false;
  }
  return true;
}

}  // namespace

Value default_find_class(Thread& thread, UnpicklerData& data, Value module_name, Value name) {
  if (!is_str(module_name) || !is_str(name)) {
    return raise_unpickling(thread, "STACK_GLOBAL requires str");
  }
  if (data.protocol < 3 && data.fix_imports && !translate_name(thread, true, module_name, name)) {
    return Value::error();
  }
  const Value module = import_module(thread, as_str(module_name)->view());
  if (!module) return module;
  if (data.protocol < 4) {
    Str* interned = intern(thread, as_str(name));
    const Value found =
        interned == nullptr ? Value::error() : find_attribute(thread, module, interned);
    if (!found || !found.is_unset()) return found;
  } else {
    Value parent;
    const Value found = find_dotted(thread, module, as_str(name), parent);
    if (!found || !found.is_unset()) return found;
  }
  Str* shown_name = str_repr(thread, as_str(name));
  Str* shown_module = shown_name == nullptr ? nullptr : repr(thread, module);
  if (shown_module == nullptr) return Value::error();
  return raise(thread, thread.isolate.exceptions.attribute_error,
               text("Can't get attribute ", shown_name->view(), " on ", shown_module->view()));
}

Value find_global(Thread& thread, Unpickler* unpickler, Value module_name, Value name) {
  if (!is_str(module_name) || !is_str(name)) {
    return raise_unpickling(thread, "STACK_GLOBAL requires str");
  }
  if (!unpickler->find_class.is_unset()) {
    return call(thread, unpickler->find_class, {module_name, name});
  }
  return default_find_class(thread, *unpickler->data, module_name, name);
}

bool build(Thread& thread, Value object, Value state) {
  const Value setter = find_attribute(thread, object, pickle_state(thread).setstate);
  if (!setter) return false;
  if (!setter.is_unset()) return static_cast<bool>(call(thread, setter, {state}));
  Value slots = Value::none();
  if (is_tuple(state) && state.as<Tuple>()->count == 2) {
    slots = state.as<Tuple>()->values[1];
    state = state.as<Tuple>()->values[0];
  }
  if (!state.is_none()) {
    if (!is_dict(state)) {
      raise_unpickling(thread, "state is not a dictionary");
      return false;
    }
    if (!set_attributes(thread, object, state.as<Dict>())) return false;
  }
  if (slots.is_none()) return true;
  if (!is_dict(slots)) {
    raise_unpickling(thread, "slot state is not a dictionary");
    return false;
  }
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(slots.as<Dict>(), position, key, value)) {
    if (!is_str(key)) {
      raise_type_error(thread,
                       text("attribute name must be string, not '", type_name(thread, key), "'"));
      return false;
    }
    Str* name = intern(thread, as_str(key));
    if (name == nullptr || !set_attribute(thread, object, name, value)) return false;
  }
  return true;
}

}  // namespace weft::pickle

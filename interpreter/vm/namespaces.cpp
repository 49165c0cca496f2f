// Names: globals, builtins, class namespaces, closures, and the import instructions.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/caches.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

// The builtins a frame sees: what its globals name, as exec with its own `__builtins__` wants it.
// Null with an exception pending never happens; any other object than a dict is asked as a mapping.
Value builtins_of(Thread& thread, Dict* globals) {
  const Value named = dict_get_str(globals, thread.isolate.names.__builtins__);
  if (is_kind(named, Kind::Module)) return Value::cell(named.as<Module>()->dict);
  if (is_dict(named)) return named;
  return Value::cell(thread.isolate.builtins);
}

Value raise_undefined(Thread& thread, Str* name) {
  return raise_name_error(thread, name, text("name '", name->view(), "' is not defined"));
}

// Looks a name up in a namespace that may be any mapping. Unset when absent.
Value look_up(Thread& thread, Object* names, Str* name) {
  const Value mapping = Value::cell(names);
  if (is_exactly(mapping, Kind::Dict)) return dict_get_str(mapping.as<Dict>(), name);
  const Value value = get_item(thread, mapping, Value::cell(name));
  if (!value && clear_pending_if(thread, thread.isolate.exceptions.key_error)) {
    return Value::unset();
  }
  return value;
}

}  // namespace

Value slow_load_global(Thread& thread, Frame* frame, InlineCache* cache) {
  Dict* globals = frame->globals;
  Str* name = cache->name;
  const int64_t entry = dict_find_str(globals, name);
  if (entry >= 0) {
    cache->version = globals->keys_version;
    cache->version_cell = nullptr;
    Value& value = globals->table->entries()[entry].value;
    set_cached_entry(*cache, &value);
    return value;
  }
  const Value builtins = builtins_of(thread, globals);
  if (!is_exactly(builtins, Kind::Dict)) {
    const Value value = get_item(thread, builtins, Value::cell(name));
    if (!value && clear_pending_if(thread, thread.isolate.exceptions.key_error)) {
      return raise_undefined(thread, name);
    }
    return value;
  }
  Dict* dict = builtins.as<Dict>();
  const int64_t builtin_entry = dict_find_str(dict, name);
  if (builtin_entry < 0) return raise_undefined(thread, name);
  Value& value = dict->table->entries()[builtin_entry].value;
  if (dict == thread.isolate.builtins) {
    cache->version = globals->keys_version;
    cache->version_cell = &dict->keys_version;
    cache->header = dict->keys_version;
    set_cached_entry(*cache, &value);
  }
  return value;
}

bool store_global(Thread& thread, Frame* frame, InlineCache* cache, Value value) {
  Dict* globals = frame->globals;
  if (!dict_set_str(thread, globals, cache->name, value)) return false;
  const int64_t entry = dict_find_str(globals, cache->name);
  if (entry >= 0) {
    cache->version = globals->keys_version;
    cache->version_cell = nullptr;
    set_cached_entry(*cache, &globals->table->entries()[entry].value);
  }
  return true;
}

bool delete_global(Thread& thread, Frame* frame, Str* name) {
  const Value removed = dict_remove_str(thread, frame->globals, name);
  if (removed.is_unset()) return static_cast<bool>(raise_undefined(thread, name));
  return static_cast<bool>(removed);
}

Value load_name(Thread& thread, Frame* frame, InlineCache* cache) {
  const Value value = look_up(thread, frame->locals, cache->name);
  if (!value.is_unset()) return value;
  return slow_load_global(thread, frame, cache);
}

bool store_name(Thread& thread, Frame* frame, InlineCache* cache, Value value) {
  const Value names = Value::cell(frame->locals);
  if (is_exactly(names, Kind::Dict)) {
    return dict_set_str(thread, names.as<Dict>(), cache->name, value);
  }
  return set_item(thread, names, Value::cell(cache->name), value);
}

bool delete_name(Thread& thread, Frame* frame, Str* name) {
  if (frame->locals == nullptr) return delete_global(thread, frame, name);
  const Value names = Value::cell(frame->locals);
  if (is_exactly(names, Kind::Dict)) {
    const Value removed = dict_remove_str(thread, names.as<Dict>(), name);
    if (removed.is_unset()) return static_cast<bool>(raise_undefined(thread, name));
    return static_cast<bool>(removed);
  }
  if (delete_item(thread, names, Value::cell(name))) return true;
  if (clear_pending_if(thread, thread.isolate.exceptions.key_error)) raise_undefined(thread, name);
  return false;
}

Value load_class_free(Thread& thread, Frame* frame, uint32_t index) {
  auto* name = frame->code->free_names->values[index].as<Str>();
  if (frame->locals != nullptr) {
    const Value value = look_up(thread, frame->locals, name);
    if (!value.is_unset()) return value;
  }
  const Value value = frame->function->closure->values[index].as<Box>()->value;
  return value.is_unset() ? raise_unbound_free(thread, frame, index) : value;
}

bool setup_annotations(Thread& thread, Frame* frame) {
  Str* name = thread.isolate.names.__annotations__;
  Object* names = frame->locals == nullptr ? static_cast<Object*>(frame->globals) : frame->locals;
  const Value present = look_up(thread, names, name);
  if (!present) return false;
  if (!present.is_unset()) return true;
  Dict* annotations = make_dict(thread);
  if (annotations == nullptr) return false;
  return set_item(thread, Value::cell(names), Value::cell(name), Value::cell(annotations));
}

Value load_intrinsic(Thread& thread, uint32_t which) {
  switch (which) {
    case 0:
      return Value::cell(thread.isolate.exceptions.assertion_error);
    case 1:
      return Value::cell(thread.isolate.exceptions.stop_async_iteration);
    default:
      break;
  }
  const Value builtins = builtins_of(thread, thread.frame->globals);
  const Value build_class =
      get_item(thread, builtins, Value::cell(thread.isolate.names.__build_class__));
  if (!build_class && clear_pending_if(thread, thread.isolate.exceptions.key_error)) {
    return raise_name_error(thread, thread.isolate.names.__build_class__,
                            "__build_class__ not found");
  }
  return build_class;
}

Value make_box(Thread& thread, Value initial) {
  Box* box =
      make_cell<Box>(thread, 0, thread.isolate.types.cell->root_shape->object_header, initial);
  return box == nullptr ? Value::error() : Value::cell(box);
}

// --- Unbound variables

Value raise_unbound_local(Thread& thread, Value name) {
  Str* shown = name.as<Str>();
  return raise(thread, thread.isolate.exceptions.unbound_local_error,
               text("cannot access local variable '", shown->view(),
                    "' where it is not associated with a value"));
}

Value raise_unbound_box(Thread& thread, Frame* frame, uint32_t box_register) {
  const Code* code = frame->code;
  for (uint64_t i = 0; i < code->local_registers->count; ++i) {
    if (code->local_registers->values[i] == Value::small_int(box_register)) {
      return raise_unbound_local(thread, code->local_names->values[i]);
    }
  }
  return raise_runtime_error(thread, "unbound variable without a name");
}

Value raise_unbound_free(Thread& thread, Frame* frame, uint32_t index) {
  auto* name = frame->code->free_names->values[index].as<Str>();
  return raise_name_error(thread, name,
                          text("cannot access free variable '", name->view(),
                               "' where it is not associated with a value in enclosing scope"));
}

// --- Imports

Value import_name(Thread& thread, Frame* frame, Str* name, Value level, Value from_list) {
  const Value builtins = builtins_of(thread, frame->globals);
  const Value import = get_item(thread, builtins, Value::cell(thread.isolate.names.__import__));
  if (!import) {
    if (clear_pending_if(thread, thread.isolate.exceptions.key_error)) {
      return raise(thread, thread.isolate.exceptions.import_error, "__import__ not found");
    }
    return import;
  }
  const Value names =
      frame->locals == nullptr ? Value::cell(frame->globals) : Value::cell(frame->locals);
  return call(thread, import,
              {Value::cell(name), Value::cell(frame->globals), names, from_list, level});
}

Value import_from(Thread& thread, Value module, Str* name) {
  const Value found = find_attribute(thread, module, name);
  if (!found.is_unset()) return found;
  // A submodule that is being imported may be in sys.modules only.
  const Names& names = thread.isolate.names;
  const Value module_name = find_attribute(thread, module, names.__name__);
  if (!module_name) return module_name;
  std::string shown = "<unknown module name>";
  if (is_str(module_name)) {
    shown = module_name.as<Str>()->view();
    Str* full = intern(thread, text(shown, ".", name->view()));
    if (full == nullptr) return Value::error();
    const Value submodule = dict_get_str(thread.isolate.modules, full);
    if (!submodule.is_unset()) return submodule;
  }
  const Value file = find_attribute(thread, module, names.__file__);
  if (!file) return file;
  const std::string place =
      is_str(file) ? std::string(file.as<Str>()->view()) : std::string("unknown location");
  const Value spec = find_attribute(thread, module, names.__spec__);
  if (!spec) return spec;
  bool initialising = false;
  if (!spec.is_unset() && !spec.is_none()) {
    Str* flag = intern(thread, "_initializing");
    if (flag == nullptr) return Value::error();
    const Value value = find_attribute(thread, spec, flag);
    if (!value) return value;
    initialising = value.is_true();
  }
  const std::string message =
      initialising
          ? text("cannot import name '", name->view(), "' from partially initialized module '",
                 shown, "' (most likely due to a circular import) (", place, ")")
          : text("cannot import name '", name->view(), "' from '", shown, "' (", place, ")");
  Exception* error = make_exception(thread, thread.isolate.exceptions.import_error, message);
  if (error == nullptr) return Value::error();
  const Value target = Value::cell(error);
  if (!set_attribute(thread, target, names.name, module_name) ||
      !set_attribute(thread, target, names.path, file.is_unset() ? Value::none() : file)) {
    return Value::error();
  }
  Str* name_from = intern(thread, "name_from");
  if (name_from == nullptr || !set_attribute(thread, target, name_from, Value::cell(name))) {
    if (!clear_pending_if(thread, thread.isolate.exceptions.attribute_error)) {
      return Value::error();
    }
  }
  return raise(thread, error);
}

bool import_star(Thread& thread, Frame* frame, Value module) {
  const Names& names = thread.isolate.names;
  const Value target =
      frame->locals == nullptr ? Value::cell(frame->globals) : Value::cell(frame->locals);
  Value all = find_attribute(thread, module, names.__all__);
  if (!all) return false;
  const bool skip_private = all.is_unset();
  if (skip_private) {
    const Value dict = find_attribute(thread, module, names.__dict__);
    if (!dict) return false;
    if (dict.is_unset()) {
      raise(thread, thread.isolate.exceptions.import_error,
            "from-import-* object has no __dict__ and no __all__");
      return false;
    }
    List* keys = list_from_iterable(thread, dict);
    if (keys == nullptr) return false;
    all = Value::cell(keys);
  }
  List* list = list_from_iterable(thread, all);
  if (list == nullptr) return false;
  for (uint64_t i = 0; i < list->count; ++i) {
    const Value name = list->items->values[i];
    if (!is_str(name)) {
      const Value own_name = find_attribute(thread, module, names.__name__);
      if (!own_name) return false;
      if (!is_str(own_name)) {
        raise_type_error(
            thread, text("module __name__ must be a string, not ", type_name(thread, own_name)));
        return false;
      }
      raise_type_error(thread, text(skip_private ? "Key in " : "Item in ", as_str(own_name)->view(),
                                    skip_private ? ".__dict__" : ".__all__", " must be str, not ",
                                    type_name(thread, name)));
      return false;
    }
    if (skip_private && name.as<Str>()->view().starts_with('_')) continue;
    Str* interned = intern(thread, name.as<Str>());
    if (interned == nullptr) return false;
    const Value value = get_attribute(thread, module, interned);
    if (!value || !set_item(thread, target, Value::cell(interned), value)) return false;
  }
  return true;
}

}  // namespace weft

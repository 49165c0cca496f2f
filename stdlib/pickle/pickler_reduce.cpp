// Objects that are written as how to make them: by name, or by a call.
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/shape.h"
#include "interpreter/vm/imports.h"
#include "stdlib/pickle/pickler.h"

namespace weft::pickle {
namespace {

// The name a class or function goes by; null: exception pending.
Str* qualified_name(Thread& thread, Value object) {
  for (Str* name : {thread.isolate.names.__qualname__, thread.isolate.names.__name__}) {
    const Value found = find_attribute(thread, object, name);
    if (!found) return nullptr;
    if (is_str(found)) return as_str(found);
  }
  // As asking for __name__ says it.
  static_cast<void>(get_attribute(thread, object, thread.isolate.names.__name__));
  return nullptr;
}

// The name of the module the object is found in. Error: exception pending.
Value module_of(Thread& thread, Value object, Str* name) {
  const Value told = find_attribute(thread, object, thread.isolate.names.__module__);
  if (!told || (!told.is_unset() && !told.is_none())) return told;
  List* modules = make_list(thread);
  if (modules == nullptr) return Value::error();
  uint64_t position = 0;
  Value key;
  Value module;
  while (dict_next(thread.isolate.modules, position, key, module)) {
    if (!is_str(key) || module.is_none() || as_str(key)->view() == "__main__" ||
        as_str(key)->view() == "__mp_main__") {
      continue;
    }
    if (!list_append(thread, modules, key) || !list_append(thread, modules, module)) {
      return Value::error();
    }
  }
  for (uint64_t i = 0; i < modules->count; i += 2) {
    Value parent;
    const Value found = find_dotted(thread, modules->items->values[i + 1], name, parent);
    if (!found) {
      if (!clear_pending_if(thread, thread.isolate.exceptions.attribute_error)) return found;
      continue;
    }
    if (found == object) return modules->items->values[i];
  }
  return Value::cell(pickle_state(thread).main);
}

bool refuse(Thread& thread, Value object, std::string_view reason) {
  Str* shown = repr(thread, object);
  if (shown == nullptr) return false;
  raise_pickling(thread, text("Can't pickle ", shown->view(), ": ", reason));
  return false;
}

// A number given by copyreg.add_extension. Sets `done` when there is one.
bool save_extension(Thread& thread, PicklerData& data, Value module_name, Str* name, bool& done) {
  done = false;
  const Value numbers = pickle_state(thread).extension_numbers;
  if (data.protocol < 2 || !is_dict(numbers) || numbers.as<Dict>()->count == 0) return true;
  const Value key_parts[] = {module_name, Value::cell(name)};
  const Value key = as_result(make_tuple(thread, key_parts));
  const Value found = key ? dict_get(thread, numbers.as<Dict>(), key) : key;
  if (!found) return false;
  if (found.is_unset() || !found.is_small_int()) return true;
  done = true;
  const auto number = static_cast<uint64_t>(found.as_small_int());
  const unsigned bytes = number < 256 ? 1 : number < 65536 ? 2 : 4;
  put_opcode(data, bytes == 1 ? Ext1 : bytes == 2 ? Ext2 : Ext4);
  put_number(data, number, bytes);
  return true;
}

// Changes a name to what Python 2 calls it. False: exception pending.
bool is_name(Thread& thread, Value function, const Str* name) {
  if (!function.is_cell()) return false;
  const Value own = find_attribute(thread, function, thread.isolate.names.__name__);
  if (!own) {
    thread.pending = nullptr;
    return false;
  }
  return is_str(own) && str_equal(as_str(own), name);
}

bool fail(Thread& thread, std::string_view message) {
  raise_pickling(thread, message);
  return false;
}

// cls.__new__(cls, *args, **kwargs), for protocols without an instruction for it.
bool save_new_with_keywords(Thread& thread, Pickler* pickler, Value cls, Value args, Value kwargs) {
  PicklerData& data = *pickler->data;
  if (data.protocol >= 4) {
    if (!save(thread, pickler, cls) || !save(thread, pickler, args) ||
        !save(thread, pickler, kwargs)) {
      return false;
    }
    put_opcode(data, NewObjEx);
    return true;
  }
  const Value functools = import_module(thread, "functools");
  const Value partial = functools ? find_attribute_named(thread, functools, "partial") : functools;
  const Value new_function =
      partial ? get_attribute(thread, cls, pickle_state(thread).new_) : partial;
  if (!new_function) return false;
  const auto* given = args.as<Tuple>();
  Tuple* all = make_tuple(thread, given->count + 2);
  if (all == nullptr) return false;
  store(all, all->values[0], new_function);
  store(all, all->values[1], cls);
  for (uint64_t i = 0; i < given->count; ++i) store(all, all->values[i + 2], given->values[i]);
  const Value call_of = call_with_dict(thread, partial, all, kwargs.as<Dict>());
  if (!call_of || !save(thread, pickler, call_of)) return false;
  put_opcode(data, EmptyTuple);
  put_opcode(data, Reduce);
  return true;
}

// The call that makes the object. False: exception pending.
bool save_making(Thread& thread, Pickler* pickler, Value function, Value args, Value object) {
  PicklerData& data = *pickler->data;
  const PickleState& state = pickle_state(thread);
  const auto* values = args.as<Tuple>();
  if (data.protocol >= 2 && is_name(thread, function, state.newobj_ex)) {
    if (values->count != 3) {
      return fail(thread, text("length of the NEWOBJ_EX argument tuple must be exactly 3, not ",
                               values->count));
    }
    if (!is_type(values->values[0])) {
      return fail(thread, text("first item from NEWOBJ_EX argument tuple must be a class, not ",
                               type_name(thread, values->values[0])));
    }
    if (!is_tuple(values->values[1])) {
      return fail(thread, text("second item from NEWOBJ_EX argument tuple must be a tuple, not ",
                               type_name(thread, values->values[1])));
    }
    if (!is_dict(values->values[2])) {
      return fail(thread, text("third item from NEWOBJ_EX argument tuple must be a dict, not ",
                               type_name(thread, values->values[2])));
    }
    return save_new_with_keywords(thread, pickler, values->values[0], values->values[1],
                                  values->values[2]);
  }
  if (data.protocol >= 2 && is_name(thread, function, state.newobj)) {
    if (values->count == 0) return fail(thread, "__newobj__ arglist is empty");
    const Value cls = values->values[0];
    const Value has_new = find_attribute(thread, cls, state.new_);
    if (!has_new) return false;
    if (has_new.is_unset()) return fail(thread, "args[0] from __newobj__ args has no __new__");
    if (!object.is_unset()) {
      const Value own_class = find_attribute(thread, object, thread.isolate.names.__class__);
      if (!own_class) return false;
      if (own_class != cls) return fail(thread, "args[0] from __newobj__ args has the wrong class");
    }
    Tuple* rest = tuple_get_slice(thread, args.as<Tuple>(), 1, values->count);
    if (rest == nullptr || !save(thread, pickler, cls) ||
        !save(thread, pickler, Value::cell(rest))) {
      return false;
    }
    put_opcode(data, NewObj);
    return true;
  }
  if (!save(thread, pickler, function) || !save(thread, pickler, args)) return false;
  put_opcode(data, Reduce);
  return true;
}

// The state that follows the object.
bool save_state(Thread& thread, Pickler* pickler, Value state, Value setter, Value object) {
  PicklerData& data = *pickler->data;
  const auto save_it = [&] {
    if (save(thread, pickler, state)) return true;
    data.failure_path.push_back(text("\n", object.is_unset() ? "" : type_name(thread, object)));
    return false;
  };
  if (setter.is_none()) {
    if (!save_it()) return false;
    put_opcode(data, Build);
    return true;
  }
  if (!save(thread, pickler, setter) || !save(thread, pickler, object) || !save_it()) return false;
  put_opcode(data, Tuple2);
  put_opcode(data, Reduce);
  put_opcode(data, Pop);
  return true;
}

}  // namespace

Value find_dotted(Thread& thread, Value owner, Str* name, Value& parent) {
  std::string_view rest = name->view();
  parent = owner;
  Value found = owner;
  for (;;) {
    const size_t dot = rest.find('.');
    const std::string_view part = rest.substr(0, dot);
    if (part == "<locals>") {
      Str* shown = str_repr(thread, name);
      return shown == nullptr ? Value::error()
                              : raise(thread, thread.isolate.exceptions.attribute_error,
                                      text("Can't get local attribute ", shown->view(), " on ",
                                           type_name(thread, owner)));
    }
    Str* interned = intern(thread, part);
    if (interned == nullptr) return Value::error();
    parent = found;
    found = find_attribute(thread, found, interned);
    if (!found || found.is_unset() || dot == std::string_view::npos) return found;
    rest.remove_prefix(dot + 1);
  }
}

bool save_global(Thread& thread, Pickler* pickler, Value object, Str* name) {
  PicklerData& data = *pickler->data;
  if (name == nullptr) name = qualified_name(thread, object);
  if (name == nullptr) return false;
  if (name->view().find("<locals>") != std::string_view::npos) {
    Str* shown = str_repr(thread, name);
    if (shown == nullptr) return false;
    raise(thread, thread.isolate.exceptions.attribute_error,
          text("Can't pickle local object ", shown->view()));
    return false;
  }
  Value module_name = module_of(thread, object, name);
  if (!module_name) return false;
  if (!is_str(module_name)) return refuse(thread, object, "its module has no name");
  Value module = dict_get(thread, thread.isolate.modules, module_name);
  if (!module) return false;
  if (module.is_unset() || module.is_none()) {
    module = import_module(thread, as_str(module_name)->view());
    if (!module) {
      if (!clear_pending_if(thread, thread.isolate.exceptions.import_error)) return false;
      Str* shown = str_repr(thread, as_str(module_name));
      return shown != nullptr &&
             refuse(thread, object, text("import of module ", shown->view(), " failed"));
    }
  }
  Value parent;
  const Value found = find_dotted(thread, module, name, parent);
  if (!found) return false;
  if (found.is_unset()) {
    return refuse(
        thread, object,
        text("attribute lookup ", name->view(), " on ", as_str(module_name)->view(), " failed"));
  }
  // A bound method is another object each time.
  if (found != object && !object.is_not_implemented() && !object.is_ellipsis()) {
    return refuse(
        thread, object,
        text("it's not the same object as ", as_str(module_name)->view(), ".", name->view()));
  }
  bool done;
  if (!save_extension(thread, data, module_name, name, done)) return false;
  if (done) return true;
  if (data.protocol >= 4) {
    if (!save(thread, pickler, module_name) || !save(thread, pickler, Value::cell(name))) {
      return false;
    }
    put_opcode(data, StackGlobal);
    memoize(data, object);
    return true;
  }
  const size_t dot = name->view().rfind('.');
  if (dot != std::string_view::npos) {
    // getattr(parent, last)
    Str* last = make_str(thread, name->view().substr(dot + 1));
    Str* getattr_name = intern(thread, "getattr");
    if (last == nullptr || getattr_name == nullptr) return false;
    const Value arguments[] = {parent, Value::cell(last)};
    const Value parts[] = {dict_get_str(thread.isolate.builtins, getattr_name),
                           as_result(make_tuple(thread, arguments))};
    if (!parts[1]) return false;
    const Value reduced = as_result(make_tuple(thread, parts));
    return reduced && save_reduced(thread, pickler, reduced, object);
  }
  Value written_name = Value::cell(name);
  if (data.protocol < 3 && data.fix_imports &&
      !translate_name(thread, false, module_name, written_name)) {
    return false;
  }
  put_opcode(data, Global);
  put_bytes(data, as_str(module_name)->view());
  put_bytes(data, "\n");
  put_bytes(data, as_str(written_name)->view());
  put_bytes(data, "\n");
  memoize(data, object);
  return true;
}

bool save_reduced(Thread& thread, Pickler* pickler, Value reduced, Value object) {
  if (!check_native_stack(thread, " while pickling an object")) return false;
  PicklerData& data = *pickler->data;
  const auto* parts = reduced.as<Tuple>();
  if (parts->count < 2 || parts->count > 6) {
    return fail(thread, "tuple returned by __reduce__ must contain 2 through 6 elements");
  }
  const auto part = [&](uint64_t index) {
    return index < parts->count ? parts->values[index] : Value::none();
  };
  if (!is_callable(thread, part(0))) {
    return fail(thread, "first item of the tuple returned by __reduce__ must be callable");
  }
  if (!is_tuple(part(1))) {
    return fail(thread, "second item of the tuple returned by __reduce__ must be a tuple");
  }
  for (uint64_t i = 3; i < 5; ++i) {
    if (part(i).is_none() || !find_special(thread, part(i), Special::Next).is_unset()) continue;
    return fail(thread, text(i == 3 ? "fourth" : "fifth",
                             " element of the tuple returned by __reduce__ must be an iterator, "
                             "not ",
                             type_name(thread, part(i))));
  }
  if (!part(5).is_none() && !is_callable(thread, part(5))) {
    return fail(thread, text("sixth element of the tuple returned by __reduce__ must be a "
                             "function, not ",
                             type_name(thread, part(5))));
  }
  if (!save_making(thread, pickler, part(0), part(1), object)) return false;
  if (!object.is_unset()) {
    // It may have been written among its own arguments.
    if (const int64_t number = data.memo.find(object); number >= 0) {
      put_opcode(data, Pop);
      put_memo_reference(data, number);
      return true;
    }
    memoize(data, object);
  }
  if (!part(3).is_none() && !save_appends(thread, pickler, part(3))) return false;
  if (!part(4).is_none() && !save_items(thread, pickler, part(4))) return false;
  return part(2).is_none() || save_state(thread, pickler, part(2), part(5), object);
}

namespace {

// An instance that is nothing but attributes and whose class says nothing about pickling: what
// object.__reduce_ex__ would give, without making it. `done` tells whether that was so.
bool save_plain_instance(Thread& thread, Pickler* pickler, Value value, bool& done) {
  done = false;
  if (!is_kind(value, Kind::Instance)) return true;
  auto* object = value.as<Object>();
  Type* type = object->type();
  const PickleState& state = pickle_state(thread);
  Dict* defaults = thread.isolate.types.object->dict;
  for (Str* name : {state.reduce_ex, state.reduce, state.getstate}) {
    if (type_lookup(thread, type, name) != dict_get_str(defaults, name)) return true;
  }
  for (Str* name : {state.getnewargs, state.getnewargs_ex}) {
    if (!type_lookup(thread, type, name).is_unset()) return true;
  }
  if (!type->instances_have_dict || type->has_getattribute || type->has_getattr) return true;
  // An own __reduce_ex__ or class in the instance is rare, slots are not.
  const Shape* shape = object->shape();
  if (!shape->is_dictionary && reserved_slots(shape) != 0) return true;
  if (shape->is_dictionary) {
    for (const Value entry : type->mro->view()) {
      uint64_t position = 0;
      Value key;
      Value attribute;
      while (as_type(entry)->is_heap_type &&
             dict_next(as_type(entry)->dict, position, key, attribute)) {
        if (is_kind(attribute, Kind::SlotDescriptor)) return true;
      }
    }
  }
  done = true;
  PicklerData& data = *pickler->data;
  Dict* attributes =
      shape->is_dictionary ? instance_dict(thread, object) : copy_instance_dict(thread, object);
  if (attributes == nullptr) return false;
  if (!save(thread, pickler, Value::cell(type))) return false;
  put_opcode(data, EmptyTuple);
  put_opcode(data, NewObj);
  memoize(data, value);
  if (attributes->count == 0) return true;
  if (const int64_t number = data.memo.find(Value::cell(attributes)); number >= 0) {
    put_memo_reference(data, number);
  } else {
    put_opcode(data, EmptyDict);
    memoize(data, Value::cell(attributes));
    if (!save_dict_items(thread, pickler, attributes)) {
      return failed_at(pickler, std::string("\n") + std::string(type->qualified_name->view()));
    }
  }
  put_opcode(data, Build);
  return true;
}

}  // namespace

bool save_reduction(Thread& thread, Pickler* pickler, Value reduced, Value object) {
  if (is_str(reduced)) return save_global(thread, pickler, object, as_str(reduced));
  if (!is_tuple(reduced)) {
    raise_pickling(thread, "__reduce__ must return a string or tuple");
    return false;
  }
  return save_reduced(thread, pickler, reduced, object);
}

bool save_by_reducing(Thread& thread, Pickler* pickler, Value object) {
  const PickleState& state = pickle_state(thread);
  Type* type = class_of(thread, object);
  const Value table =
      pickler->dispatch_table.is_unset() ? state.dispatch_table : pickler->dispatch_table;
  Value function = Value::unset();
  if (is_exactly(table, Kind::Dict)) {
    function = dict_get(thread, table.as<Dict>(), Value::cell(type));
    if (!function) return false;
  } else {
    function = get_item(thread, table, Value::cell(type));
    if (!function) {
      if (!clear_pending_if(thread, thread.isolate.exceptions.key_error)) return false;
      function = Value::unset();
    }
  }
  Value reduced;
  if (!function.is_unset()) {
    reduced = call(thread, function, {object});
  } else if (is_type(object)) {
    return save_global(thread, pickler, object, nullptr);
  } else {
    bool done;
    if (!save_plain_instance(thread, pickler, object, done)) return false;
    if (done) return true;
    const Value method = find_attribute(thread, object, state.reduce_ex);
    if (!method) return false;
    if (!method.is_unset()) {
      reduced = call(thread, method, {Value::small_int(pickler->data->protocol)});
    } else {
      const Value older = find_attribute(thread, object, state.reduce);
      if (!older) return false;
      if (older.is_unset()) {
        Str* shown = repr(thread, object);
        if (shown == nullptr) return false;
        raise_pickling(
            thread, text("can't pickle '", type_name(thread, object), "' object: ", shown->view()));
        return false;
      }
      reduced = call(thread, older, {});
    }
  }
  return reduced && save_reduction(thread, pickler, reduced, object);
}

}  // namespace weft::pickle

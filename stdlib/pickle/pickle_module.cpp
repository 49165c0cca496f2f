// Module _pickle: objects to bytes and back. See pickler.h and unpickler.h.
#include "interpreter/vm/imports.h"
#include "runtime/heap/marker.h"
#include "stdlib/native_modules.h"
#include "stdlib/pickle/pickle_state.h"

namespace weft {

namespace pickle {

void PickleState::trace_roots(runtime::Marker& marker) {
  for (Type* type : {error, pickling_error, unpickling_error, pickler, unpickler, buffer}) {
    marker.mark(type);
  }
  for (const Value value :
       {dispatch_table, extension_numbers, extensions, to_old_names, from_old_names}) {
    marker.mark(value);
  }
  for (Str* name : {reduce_ex, reduce, getstate, setstate, getnewargs, getnewargs_ex, new_, newobj,
                    newobj_ex, main}) {
    marker.mark(name);
  }
}

namespace {

// The mappings of (module, name) and of whole modules from or to Python 2, as a tuple of two dicts.
Value old_names(Thread& thread, bool reading) {
  PickleState& state = pickle_state(thread);
  Value& tables = reading ? state.from_old_names : state.to_old_names;
  if (!tables.is_none()) return tables;
  const Value module = import_module(thread, "_compat_pickle");
  if (!module) return module;
  const Value names =
      find_attribute_named(thread, module, reading ? "NAME_MAPPING" : "REVERSE_NAME_MAPPING");
  const Value modules =
      find_attribute_named(thread, module, reading ? "IMPORT_MAPPING" : "REVERSE_IMPORT_MAPPING");
  if (!names || !modules) return Value::error();
  const Value both[] = {names, modules};
  tables = as_result(make_tuple(thread, both));
  return tables;
}

}  // namespace

bool translate_name(Thread& thread, bool reading, Value& module_name, Value& name) {
  const Value tables = old_names(thread, reading);
  if (!tables) return false;
  const Value pair_values[] = {module_name, name};
  const Value pair = as_result(make_tuple(thread, pair_values));
  if (!pair) return false;
  const Value renamed = dict_get(thread, tables.as<Tuple>()->values[0].as<Dict>(), pair);
  if (!renamed) return false;
  if (is_tuple(renamed) && renamed.as<Tuple>()->count == 2) {
    module_name = renamed.as<Tuple>()->values[0];
    name = renamed.as<Tuple>()->values[1];
    return true;
  }
  const Value moved = dict_get(thread, tables.as<Tuple>()->values[1].as<Dict>(), module_name);
  if (!moved) return false;
  if (is_str(moved)) module_name = moved;
  return true;
}

std::optional<int64_t> protocol_argument(Thread& thread, Value value) {
  if (value.is_none()) return DefaultProtocol;
  const std::optional<int32_t> number = to_int_argument(thread, value);
  if (!number) return std::nullopt;
  if (*number < 0) return HighestProtocol;
  if (*number > HighestProtocol) {
    raise_value_error(thread, text("pickle protocol must be <= ", HighestProtocol));
    return std::nullopt;
  }
  if (*number < 2) {
    raise_value_error(thread, text("pickle protocol ", *number, " can be read but not written"));
    return std::nullopt;
  }
  return *number;
}

}  // namespace pickle

namespace {

constexpr NativeMethod functions[] = {
    {"dump", "(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)",
     "Writes a pickle of an object to a file.", pickle::pickle_dump},
    {"dumps", "(obj, protocol=None, *, fix_imports=True, buffer_callback=None)",
     "A pickle of an object as bytes.", pickle::pickle_dumps},
    {"load", "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)",
     "The object of the next pickle in a file.", pickle::pickle_load},
    {"loads", "(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)",
     "The object of a pickle.", pickle::pickle_loads},
};

// False: exception pending.
bool take_tables(Thread& thread, pickle::PickleState& state) {
  const Value copyreg = import_module(thread, "copyreg");
  if (!copyreg) return false;
  const struct {
    std::string_view name;
    Value& place;
  } tables[] = {{"dispatch_table", state.dispatch_table},
                {"_extension_registry", state.extension_numbers},
                {"_inverted_registry", state.extensions}};
  for (const auto& [name, place] : tables) {
    const Value found = find_attribute_named(thread, copyreg, name);
    if (!found) return false;
    place = found;
  }
  return true;
}

bool take_names(Thread& thread, pickle::PickleState& state) {
  const struct {
    std::string_view text;
    Str*& place;
  } names[] = {{"__reduce_ex__", state.reduce_ex},
               {"__reduce__", state.reduce},
               {"__getstate__", state.getstate},
               {"__setstate__", state.setstate},
               {"__getnewargs__", state.getnewargs},
               {"__getnewargs_ex__", state.getnewargs_ex},
               {"__new__", state.new_},
               {"__newobj__", state.newobj},
               {"__newobj_ex__", state.newobj_ex},
               {"__main__", state.main}};
  for (const auto& [text, place] : names) {
    place = intern(thread, text);
    if (place == nullptr) return false;
  }
  return true;
}

}  // namespace

bool fill_pickle(Thread& thread, Module* module) {
  pickle::PickleState& state = pickle::pickle_state(thread);
  if (state.main == nullptr) {
    if (!take_names(thread, state) || !take_tables(thread, state)) return false;
    const ExceptionTypes& exceptions = thread.isolate.exceptions;
    const auto make_error = [&](std::string_view name, Type* base) {
      return base == nullptr ? nullptr : make_exception_class(thread, "_pickle", name, base);
    };
    state.error = make_error("PickleError", exceptions.exception);
    state.pickling_error = make_error("PicklingError", state.error);
    state.unpickling_error = make_error("UnpicklingError", state.error);
    state.pickler = pickle::make_pickler_type(thread);
    state.unpickler = pickle::make_unpickler_type(thread);
    state.buffer = pickle::make_buffer_type(thread);
  }
  const struct {
    std::string_view name;
    Type* type;
  } types[] = {{"PickleError", state.error},
               {"PicklingError", state.pickling_error},
               {"UnpicklingError", state.unpickling_error},
               {"Pickler", state.pickler},
               {"Unpickler", state.unpickler},
               {"PickleBuffer", state.buffer}};
  for (const auto& [name, type] : types) {
    if (type == nullptr || !put_name(thread, module, name, Value::cell(type))) return false;
  }
  return put_functions(thread, module, functions);
}

}  // namespace weft

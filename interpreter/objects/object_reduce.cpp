#include "interpreter/objects/object_reduce.h"

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value find_named(Thread& thread, Value object, std::string_view name) {
  Str* interned = intern(thread, name);
  return interned == nullptr ? Value::error() : find_attribute(thread, object, interned);
}

Value copyreg_function(Thread& thread, std::string_view name) {
  const Value module = import_by_name(thread, "copyreg");
  if (!module) return module;
  Str* interned = intern(thread, name);
  return interned == nullptr ? Value::error() : get_attribute(thread, module, interned);
}

// The values of the reserved slots as a dict; null with an exception pending, or (`any` false)
// when no slot is set.
Dict* slot_state(Thread& thread, Object* object, bool& any) {
  any = false;
  Dict* state = make_dict(thread);
  if (state == nullptr) return nullptr;
  for (const Value entry : object->type()->mro->view()) {
    if (!as_type(entry)->is_heap_type) continue;
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(as_type(entry)->dict, position, key, value)) {
      if (!is_kind(value, Kind::SlotDescriptor)) continue;
      const Value current = find_attribute(thread, Value::cell(object), as_str(key));
      if (!current) return nullptr;
      if (current.is_unset()) continue;
      any = true;
      if (!dict_set(thread, state, key, current)) return nullptr;
    }
  }
  return state;
}

Value default_state(Thread& thread, Value self) {
  if (!self.is_cell()) return Value::none();
  auto* object = self.as<Object>();
  Value attributes = Value::none();
  const Value dict = find_attribute(thread, self, thread.isolate.names.__dict__);
  if (!dict) return dict;
  if (is_dict(dict) && dict.as<Dict>()->count != 0) attributes = dict;
  bool any;
  Dict* slots = slot_state(thread, object, any);
  if (slots == nullptr) return Value::error();
  if (!any) return attributes;
  const Value pair[] = {attributes, Value::cell(slots)};
  return Value::cell(make_tuple(thread, pair));
}

Value get_state(Thread& thread, Value self) {
  return call_method(thread, self, "__getstate__", {});
}

// Whether the attributes are all there is to an object, so that a new one that takes them over is a
// copy. Of lists and dicts the elements are taken over besides.
bool is_made_of_attributes(Thread& thread, Value self) {
  if (is_kind(self, Kind::Instance) || is_kind(self, Kind::List) || is_kind(self, Kind::Dict)) {
    return true;
  }
  // A class with a __getstate__ of its own answers for itself.
  Str* name = intern(thread, "__getstate__");
  if (name == nullptr) return false;
  const Value method = type_lookup(thread, class_of(thread, self), name);
  return !is_kind(method, Kind::NativeFunction) ||
         method.as<NativeFunction>()->owner != thread.isolate.types.object;
}

// Protocol 2 and above: copyreg.__newobj__ and what it needs.
Value reduce_new(Thread& thread, Value self) {
  const Value cls = Value::cell(class_of(thread, self));
  Tuple* args = thread.isolate.empty_tuple;
  Value keywords = Value::unset();
  const Value with_keywords = find_named(thread, self, "__getnewargs_ex__");
  if (!with_keywords) return with_keywords;
  const Value without = find_named(thread, self, "__getnewargs__");
  if (!without) return without;
  if (!with_keywords.is_unset()) {
    const Value both = call(thread, with_keywords, {});
    if (!both) return both;
    if (!is_tuple(both) || both.as<Tuple>()->count != 2)
      return raise_type_error(thread, text("__getnewargs_ex__ should return a tuple, not '",
                                           type_name(thread, both), "'"));
    args = cast_if<Tuple>(both.as<Tuple>()->values[0], Kind::Tuple);
    keywords = both.as<Tuple>()->values[1];
  } else if (!without.is_unset()) {
    const Value given = call(thread, without, {});
    if (!given) return given;
    args = cast_if<Tuple>(given, Kind::Tuple);
  }
  if (args == nullptr) return raise_type_error(thread, "__getnewargs__ should return a tuple");
  if (with_keywords.is_unset() && without.is_unset() && !is_made_of_attributes(thread, self)) {
    return raise_type_error(thread, text("cannot pickle '", type_name(thread, self), "' object"));
  }
  Value function;
  Tuple* arguments = nullptr;
  if (!keywords.is_unset() && is_dict(keywords) && keywords.as<Dict>()->count != 0) {
    function = copyreg_function(thread, "__newobj_ex__");
    if (!function) return function;
    const Value all[] = {cls, Value::cell(args), keywords};
    arguments = make_tuple(thread, all);
  } else {
    function = copyreg_function(thread, "__newobj__");
    if (!function) return function;
    arguments = make_tuple(thread, args->count + 1);
    if (arguments == nullptr) return Value::error();
    store(arguments, arguments->values[0], cls);
    for (uint64_t i = 0; i < args->count; ++i)
      store(arguments, arguments->values[i + 1], args->values[i]);
  }
  if (arguments == nullptr) return Value::error();
  const Value state = get_state(thread, self);
  if (!state) return state;
  Value elements = Value::none();
  if (is_kind(self, Kind::List)) elements = get_iterator(thread, self);
  if (!elements) return elements;
  Value items = Value::none();
  if (is_kind(self, Kind::Dict)) {
    items = call_method(thread, self, "items", {});
    if (items) items = get_iterator(thread, items);
  }
  if (!items) return items;
  const Value parts[] = {function, Value::cell(arguments), state, elements, items};
  return Value::cell(make_tuple(thread, parts));
}

Value reduce_for(Thread& thread, Value self, int64_t protocol) {
  if (protocol >= 2) return reduce_new(thread, self);
  const Value function = copyreg_function(thread, "_reduce_ex");
  return function ? call(thread, function, {self, Value::small_int(protocol)}) : function;
}

}  // namespace

Value reduce_to_attribute(Thread& thread, Value receiver, Str* name) {
  Str* getattr_name = intern(thread, "getattr");
  if (getattr_name == nullptr) return Value::error();
  const Value arguments[] = {receiver, Value::cell(name)};
  Tuple* tuple = make_tuple(thread, arguments);
  if (tuple == nullptr) return Value::error();
  const Value parts[] = {dict_get_str(thread.isolate.builtins, getattr_name), Value::cell(tuple)};
  return Value::cell(make_tuple(thread, parts));
}

Value object_getstate(Thread& thread, Arguments arguments) {
  return default_state(thread, arguments[0]);
}

Value object_reduce(Thread& thread, Arguments arguments) {
  return reduce_for(thread, arguments[0], 0);
}

Value object_reduce_ex(Thread& thread, Arguments arguments) {
  const auto protocol = to_int_argument(thread, arguments[1]);
  if (!protocol) return Value::error();
  Str* name = intern(thread, "__reduce__");
  if (name == nullptr) return Value::error();
  // A class that knows how to reduce itself is asked first.
  const Value own = type_lookup(thread, class_of(thread, arguments[0]), name);
  if (own != dict_get_str(thread.isolate.types.object->dict, name))
    return call_method(thread, arguments[0], "__reduce__", {});
  return reduce_for(thread, arguments[0], *protocol);
}

}  // namespace weft

#include "interpreter/objects/mapping_proxy.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"

namespace weft {

Value make_mapping_proxy(Thread& thread, Value mapping) {
  auto* proxy = make_object<MappingProxy>(thread, thread.isolate.types.mapping_proxy);
  if (proxy == nullptr) return {};
  proxy->mapping = mapping;
  return Value::cell(proxy);
}

namespace {

Value mapping_of(Arguments arguments) { return arguments[0].as<MappingProxy>()->mapping; }

// The mapping behind a proxy, anything else itself.
Value unwrapped(Value value) {
  return is_kind(value, Kind::MappingProxy) ? value.as<MappingProxy>()->mapping : value;
}

Value proxy_new(Thread& thread, Arguments arguments) {
  const Value mapping = arguments[1];
  if (is_list(mapping) || is_tuple(mapping) ||
      find_special(thread, mapping, Special::GetItem).is_unset()) {
    return raise_type_error(thread, text("mappingproxy() argument must be a mapping, not ",
                                         type_name(thread, mapping)));
  }
  return make_mapping_proxy(thread, mapping);
}

Value proxy_repr(Thread& thread, Arguments arguments) {
  Str* shown = repr(thread, mapping_of(arguments));
  if (shown == nullptr) return {};
  StrBuilder builder;
  builder.append("mappingproxy(");
  builder.append(shown);
  builder.append(')');
  Str* result = builder.finish(thread);
  return result == nullptr ? Value() : Value::cell(result);
}

Value proxy_str(Thread& thread, Arguments arguments) {
  Str* shown = str(thread, mapping_of(arguments));
  return shown == nullptr ? Value() : Value::cell(shown);
}

Value proxy_length(Thread& thread, Arguments arguments) {
  const std::optional<uint64_t> count = length(thread, mapping_of(arguments));
  return count ? Value::small_int(static_cast<int64_t>(*count)) : Value();
}

Value proxy_getitem(Thread& thread, Arguments arguments) {
  return get_item(thread, mapping_of(arguments), arguments[1]);
}

Value proxy_contains(Thread& thread, Arguments arguments) {
  const Truth found = contains(thread, mapping_of(arguments), arguments[1]);
  return found == Truth::Error ? Value() : Value::boolean(found == Truth::True);
}

Value proxy_iter(Thread& thread, Arguments arguments) {
  return get_iterator(thread, mapping_of(arguments));
}

Value proxy_reversed(Thread& thread, Arguments arguments) {
  return make_reversed(thread, mapping_of(arguments));
}

template <CompareOperator Op>
Value proxy_compare(Thread& thread, Arguments arguments) {
  return compare(thread, Op, mapping_of(arguments), arguments[1]);
}

Value proxy_or(Thread& thread, Arguments arguments) {
  return binary(thread, BinaryOperator::Or, mapping_of(arguments), unwrapped(arguments[1]));
}

Value proxy_reflected_or(Thread& thread, Arguments arguments) {
  return binary(thread, BinaryOperator::Or, unwrapped(arguments[1]), mapping_of(arguments));
}

Value proxy_in_place_or(Thread& thread, Arguments) {
  return raise_type_error(thread, "'|=' is not supported by mappingproxy; use '|' instead");
}

Value proxy_get(Thread& thread, Arguments arguments) {
  return call_method(thread, mapping_of(arguments), "get", {arguments[1], arguments[2]});
}

Value proxy_keys(Thread& thread, Arguments arguments) {
  return call_method(thread, mapping_of(arguments), "keys", {});
}

Value proxy_values(Thread& thread, Arguments arguments) {
  return call_method(thread, mapping_of(arguments), "values", {});
}

Value proxy_items(Thread& thread, Arguments arguments) {
  return call_method(thread, mapping_of(arguments), "items", {});
}

Value proxy_copy(Thread& thread, Arguments arguments) {
  return call_method(thread, mapping_of(arguments), "copy", {});
}

Value proxy_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, mapping)", "A read-only view of mapping.", proxy_new},
    {"__repr__", "(self, /)", "Return repr(self).", proxy_repr},
    {"__str__", "(self, /)", "Return str(self).", proxy_str},
    {"__len__", "(self, /)", "Return len(self).", proxy_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", proxy_getitem},
    {"__contains__", "(self, key, /)", "Return key in self.", proxy_contains},
    {"__iter__", "(self, /)", "Implement iter(self).", proxy_iter},
    {"__reversed__", "(self, /)", "Return an iterator from the last key to the first.",
     proxy_reversed},
    {"__lt__", "(self, value, /)", "Return self<value.", proxy_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", proxy_compare<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", proxy_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", proxy_compare<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", proxy_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", proxy_compare<CompareOperator::Ge>},
    {"__or__", "(self, value, /)", "Return self|value.", proxy_or},
    {"__ror__", "(self, value, /)", "Return value|self.", proxy_reflected_or},
    {"__ior__", "(self, value, /)", "Return self|=value.", proxy_in_place_or},
    {"__class_getitem__", "(cls, item, /)",
     "The class with the types of keys and values, for annotations.", proxy_class_getitem},
    {"get", "(self, key, default=None, /)", "Return the value of key, or default without it.",
     proxy_get},
    {"keys", "(self, /)", "Return a view of the keys.", proxy_keys},
    {"values", "(self, /)", "Return a view of the values.", proxy_values},
    {"items", "(self, /)", "Return a view of the (key, value) pairs.", proxy_items},
    {"copy", "(self, /)", "Return a copy of the mapping itself.", proxy_copy},
};

}  // namespace

const TypeSpec mapping_proxy_type_spec = {
    .name = "mappingproxy",
    .module = "builtins",
    .doc = "A mapping that can be read only; it follows the changes of another.",
    .instance_kind = Kind::MappingProxy,
    .instance_size = sizeof(MappingProxy),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = {},
};

}  // namespace weft

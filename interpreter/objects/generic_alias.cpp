#include "interpreter/objects/generic_alias.h"

#include <algorithm>

#include "interpreter/objects/call.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_parameters.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

// Attributes an alias has itself; all others are its class's.
constexpr std::string_view own_attributes[] = {
    "__class__",       "__bases__",    "__origin__",    "__args__",
    "__parameters__",  "__unpacked__", "__copy__",      "__deepcopy__",
    "__mro_entries__", "__reduce__",   "__reduce_ex__", "__typing_unpacked_tuple_args__"};

GenericAlias* self_of(Arguments arguments) { return arguments[0].as<GenericAlias>(); }

Value make_alias(Thread& thread, Type* type, Value origin, Tuple* arguments, bool is_unpacked) {
  auto* alias = new_instance<GenericAlias>(thread, type);
  if (alias == nullptr) return Value::error();
  alias->origin = origin;
  alias->arguments = arguments;
  alias->parameters = nullptr;
  alias->is_unpacked = is_unpacked;
  return Value::cell(alias);
}

Tuple* parameters_of(Thread& thread, GenericAlias* self) {
  if (self->parameters == nullptr) {
    Tuple* found = collect_type_parameters(thread, self->arguments);
    if (found == nullptr) return nullptr;
    store(self, self->parameters, found);
  }
  return self->parameters;
}

Value alias_new(Thread& thread, Arguments arguments) {
  const Value item = arguments[2];
  Tuple* items = is_tuple(item) ? item.as<Tuple>() : make_tuple(thread, std::span(&item, 1));
  if (items == nullptr) return Value::error();
  return make_alias(thread, as_type(arguments[0]), arguments[1], items, false);
}

Value alias_repr(Thread& thread, Arguments arguments) {
  const GenericAlias* self = self_of(arguments);
  std::string shown = self->is_unpacked ? "*" : "";
  if (!append_type_text(thread, shown, self->origin)) return Value::error();
  shown += "[";
  for (uint64_t i = 0; i < self->arguments->count; ++i) {
    if (i != 0) shown += ", ";
    if (!append_type_text(thread, shown, self->arguments->values[i])) return Value::error();
  }
  // An empty argument list is shown as the empty tuple it was given as.
  if (self->arguments->count == 0) shown += "()";
  return Value::cell(make_str(thread, shown + "]"));
}

Value alias_getattribute(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  const bool is_own = std::ranges::find(own_attributes, name->view()) != std::end(own_attributes);
  if (!is_own && is_type(self_of(arguments)->origin))
    return get_attribute(thread, self_of(arguments)->origin, name);
  const Value found = find_generic_attribute(thread, arguments[0], name);
  return found.is_unset() ? raise_no_attribute(thread, arguments[0], name) : found;
}

Value alias_call(Thread& thread, Arguments arguments) {
  const Value made = call_with_dict(thread, self_of(arguments)->origin, arguments[1].as<Tuple>(),
                                    arguments[2].as<Dict>());
  if (!made) return made;
  // Objects that take attributes remember what they were made through.
  Str* name = intern(thread, "__orig_class__");
  if (name == nullptr) return Value::error();
  if (!set_attribute(thread, made, name, arguments[0]) &&
      !clear_pending_if(thread, thread.isolate.exceptions.attribute_error) &&
      !clear_pending_if(thread, thread.isolate.exceptions.type_error))
    return Value::error();
  return made;
}

Value alias_getitem(Thread& thread, Arguments arguments) {
  GenericAlias* self = self_of(arguments);
  Tuple* parameters = parameters_of(thread, self);
  if (parameters == nullptr) return Value::error();
  Tuple* substituted =
      substitute_type_parameters(thread, arguments[0], self->arguments, parameters, arguments[1]);
  if (substituted == nullptr) return Value::error();
  return make_alias(thread, thread.isolate.types.generic_alias, self->origin, substituted,
                    self->is_unpacked);
}

Value alias_mro_entries(Thread& thread, Arguments arguments) {
  const Value origin = self_of(arguments)->origin;
  return Value::cell(make_tuple(thread, std::span(&origin, 1)));
}

Value alias_instancecheck(Thread& thread, Arguments) {
  return raise_type_error(thread, "isinstance() argument 2 cannot be a parameterized generic");
}
Value alias_subclasscheck(Thread& thread, Arguments) {
  return raise_type_error(thread, "issubclass() argument 2 cannot be a parameterized generic");
}

Value alias_eq(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::GenericAlias)) return Value::not_implemented();
  const GenericAlias* left = self_of(arguments);
  const auto* right = arguments[1].as<GenericAlias>();
  if (left->is_unpacked != right->is_unpacked) return Value::boolean(false);
  const Truth same = equal(thread, left->origin, right->origin);
  if (same != Truth::True) return same == Truth::Error ? Value::error() : Value::boolean(false);
  return compare(thread, CompareOperator::Eq, Value::cell(left->arguments),
                 Value::cell(right->arguments));
}

Value alias_hash(Thread& thread, Arguments arguments) {
  const auto origin = hash(thread, self_of(arguments)->origin);
  if (!origin) return Value::error();
  const auto items = hash(thread, Value::cell(self_of(arguments)->arguments));
  if (!items) return Value::error();
  return Value::small_int((*origin ^ *items) >> 1);
}

Value alias_or(Thread& thread, Arguments arguments) {
  return make_union(thread, arguments[0], arguments[1]);
}
Value alias_ror(Thread& thread, Arguments arguments) {
  return make_union(thread, arguments[1], arguments[0]);
}

// `*tuple[int]` iterates over the one unpacked alias.
Value alias_iter(Thread& thread, Arguments arguments) {
  const GenericAlias* self = self_of(arguments);
  const Value unpacked =
      make_alias(thread, thread.isolate.types.generic_alias, self->origin, self->arguments, true);
  if (!unpacked) return unpacked;
  Tuple* only = make_tuple(thread, std::span(&unpacked, 1));
  return only == nullptr ? Value::error() : get_iterator(thread, Value::cell(only));
}

Value alias_reduce(Thread& thread, Arguments arguments) {
  const GenericAlias* self = self_of(arguments);
  const Value items[] = {self->origin, Value::cell(self->arguments)};
  Tuple* args = make_tuple(thread, items);
  if (args == nullptr) return Value::error();
  const Value parts[] = {Value::cell(thread.isolate.types.generic_alias), Value::cell(args)};
  return Value::cell(make_tuple(thread, parts));
}

Value get_origin(Thread&, Value self) { return self.as<GenericAlias>()->origin; }
Value get_arguments(Thread&, Value self) { return Value::cell(self.as<GenericAlias>()->arguments); }
Value get_parameters(Thread& thread, Value self) {
  return Value::cell(parameters_of(thread, self.as<GenericAlias>()));
}
Value get_unpacked(Thread&, Value self) {
  return Value::boolean(self.as<GenericAlias>()->is_unpacked);
}
Value get_unpacked_tuple_arguments(Thread& thread, Value self) {
  const auto* alias = self.as<GenericAlias>();
  const bool applies =
      alias->is_unpacked && alias->origin == Value::cell(thread.isolate.types.tuple);
  return applies ? Value::cell(alias->arguments) : Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, origin, args, /)", "Create a parameterised class.", alias_new},
    {"__repr__", "(self, /)", "Return repr(self).", alias_repr},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", alias_getattribute},
    {"__call__", "(self, /, *args, **kwargs)", "Create an instance of the class.", alias_call},
    {"__getitem__", "(self, item, /)", "Return self[item].", alias_getitem},
    {"__mro_entries__", "(self, bases, /)", "The class to derive from.", alias_mro_entries},
    {"__instancecheck__", "(self, instance, /)", "Not possible.", alias_instancecheck},
    {"__subclasscheck__", "(self, subclass, /)", "Not possible.", alias_subclasscheck},
    {"__eq__", "(self, value, /)", "Return self==value.", alias_eq},
    {"__hash__", "(self, /)", "Return hash(self).", alias_hash},
    {"__or__", "(self, value, /)", "Return self|value.", alias_or},
    {"__ror__", "(self, value, /)", "Return value|self.", alias_ror},
    {"__iter__", "(self, /)", "Implement iter(self), for unpacking.", alias_iter},
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", alias_reduce},
};
constexpr NativeAttribute attributes[] = {
    {"__origin__", "The class.", get_origin, nullptr, AttributeForm::Member},
    {"__args__", "What it is parameterised by.", get_arguments, nullptr, AttributeForm::Member},
    {"__parameters__", "The type variables among the arguments.", get_parameters, nullptr},
    {"__unpacked__", "Whether it is *tuple[...].", get_unpacked, nullptr, AttributeForm::Member},
    {"__typing_unpacked_tuple_args__", "The arguments of an unpacked tuple.",
     get_unpacked_tuple_arguments, nullptr},
};

}  // namespace

Value make_generic_alias(Thread& thread, Value origin, Value item) {
  Tuple* items = is_tuple(item) ? item.as<Tuple>() : make_tuple(thread, std::span(&item, 1));
  if (items == nullptr) return Value::error();
  return make_alias(thread, thread.isolate.types.generic_alias, origin, items, false);
}

const TypeSpec generic_alias_type_spec = {
    .name = "GenericAlias",
    .module = "types",
    .doc = "A parameterised class such as list[int].",
    .instance_kind = Kind::GenericAlias,
    .instance_size = sizeof(GenericAlias),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

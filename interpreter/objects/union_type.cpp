// Unions of classes: int | str.
#include <algorithm>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/generic_parameters.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

UnionType* self_of(Arguments arguments) { return arguments[0].as<UnionType>(); }

bool may_stand_in_union(Value value) {
  return value.is_none() || is_type(value) || is_kind(value, Kind::GenericAlias) ||
         is_kind(value, Kind::UnionType);
}

// Adds the members of one operand that are not there yet.
bool add_members(Thread& thread, List* members, Value operand) {
  if (operand.is_none()) operand = Value::cell(thread.isolate.types.none);
  const std::span<const Value> added = is_kind(operand, Kind::UnionType)
                                           ? operand.as<UnionType>()->arguments->view()
                                           : std::span<const Value>(&operand, 1);
  for (const Value member : added) {
    bool known = false;
    for (uint64_t i = 0; i < members->count && !known; ++i) {
      const Truth same = equal(thread, members->items->values[i], member);
      if (same == Truth::Error) return false;
      known = same == Truth::True;
    }
    if (!known && !list_append(thread, members, member)) return false;
  }
  return true;
}

Value from_members(Thread& thread, List* members) {
  if (members->count == 1) return members->values()[0];
  Tuple* arguments = make_tuple(thread, std::span<const Value>(members->values()));
  if (arguments == nullptr) return Value::error();
  auto* made = make_object<UnionType>(thread, thread.isolate.types.union_type);
  if (made == nullptr) return Value::error();
  made->arguments = arguments;
  made->parameters = nullptr;
  return Value::cell(made);
}

Tuple* parameters_of(Thread& thread, UnionType* self) {
  if (self->parameters == nullptr) {
    Tuple* found = collect_type_parameters(thread, self->arguments);
    if (found == nullptr) return nullptr;
    store(self, self->parameters, found);
  }
  return self->parameters;
}

Value union_repr(Thread& thread, Arguments arguments) {
  std::string shown;
  for (const Value member : self_of(arguments)->arguments->view()) {
    if (!shown.empty()) shown += " | ";
    if (!append_type_text(thread, shown, member)) return Value::error();
  }
  return Value::cell(make_str(thread, shown));
}

bool refuse_parameterised(Thread& thread, const UnionType* self, std::string_view function) {
  const auto members = self->arguments->view();
  if (std::ranges::none_of(members,
                           [](Value member) { return is_kind(member, Kind::GenericAlias); }))
    return true;
  raise_type_error(thread, text(function, "() argument 2 cannot be a parameterized generic"));
  return false;
}

Value from_truth(Truth value) {
  return value == Truth::Error ? Value::error() : Value::boolean(value == Truth::True);
}

Value union_instancecheck(Thread& thread, Arguments arguments) {
  const UnionType* self = self_of(arguments);
  if (!refuse_parameterised(thread, self, "isinstance")) return Value::error();
  return from_truth(is_instance(thread, arguments[1], Value::cell(self->arguments)));
}

Value union_subclasscheck(Thread& thread, Arguments arguments) {
  const UnionType* self = self_of(arguments);
  if (!is_type(arguments[1])) return raise_type_error(thread, "issubclass() arg 1 must be a class");
  if (!refuse_parameterised(thread, self, "issubclass")) return Value::error();
  return from_truth(is_subclass(thread, arguments[1], Value::cell(self->arguments)));
}

// Equal with the same members in any order.
Value union_eq(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::UnionType)) return Value::not_implemented();
  const Tuple* left = self_of(arguments)->arguments;
  const auto* right = arguments[1].as<UnionType>()->arguments;
  if (left->count != right->count) return Value::boolean(false);
  for (const Value member : left->view()) {
    const Truth found = contains(thread, Value::cell(right), member);
    if (found != Truth::True) return from_truth(found);
  }
  return Value::boolean(true);
}

Value union_hash(Thread& thread, Arguments arguments) {
  uint64_t mixed = 0x5eed;
  for (const Value member : self_of(arguments)->arguments->view()) {
    const auto part = hash(thread, member);
    if (!part) return Value::error();
    mixed += static_cast<uint64_t>(*part) * 0x9e3779b97f4a7c15u;
  }
  return Value::small_int(static_cast<int64_t>(mixed) >> 2);
}

Value union_or(Thread& thread, Arguments arguments) {
  return make_union(thread, arguments[0], arguments[1]);
}
Value union_ror(Thread& thread, Arguments arguments) {
  return make_union(thread, arguments[1], arguments[0]);
}

Value union_getitem(Thread& thread, Arguments arguments) {
  UnionType* self = self_of(arguments);
  Tuple* parameters = parameters_of(thread, self);
  if (parameters == nullptr) return Value::error();
  Tuple* substituted =
      substitute_type_parameters(thread, arguments[0], self->arguments, parameters, arguments[1]);
  if (substituted == nullptr) return Value::error();
  List* members = make_list(thread);
  if (members == nullptr) return Value::error();
  for (const Value member : substituted->view())
    if (!add_members(thread, members, member)) return Value::error();
  return from_members(thread, members);
}

Value get_arguments(Thread&, Value self) { return Value::cell(self.as<UnionType>()->arguments); }
Value get_parameters(Thread& thread, Value self) {
  return Value::cell(parameters_of(thread, self.as<UnionType>()));
}

constexpr NativeMethod methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", union_repr},
    {"__instancecheck__", "(self, instance, /)", "Whether it is an instance of a member.",
     union_instancecheck},
    {"__subclasscheck__", "(self, subclass, /)", "Whether it is a subclass of a member.",
     union_subclasscheck},
    {"__eq__", "(self, value, /)", "Return self==value.", union_eq},
    {"__hash__", "(self, /)", "Return hash(self).", union_hash},
    {"__or__", "(self, value, /)", "Return self|value.", union_or},
    {"__ror__", "(self, value, /)", "Return value|self.", union_ror},
    {"__getitem__", "(self, item, /)", "Return self[item].", union_getitem},
};
constexpr NativeAttribute attributes[] = {
    {"__args__", "The members.", get_arguments, nullptr, AttributeForm::Member},
    {"__parameters__", "The type variables among the members.", get_parameters, nullptr},
};

}  // namespace

Value make_union(Thread& thread, Value left, Value right) {
  if (!may_stand_in_union(left) || !may_stand_in_union(right)) return Value::not_implemented();
  List* members = make_list(thread);
  if (members == nullptr || !add_members(thread, members, left) ||
      !add_members(thread, members, right))
    return Value::error();
  return from_members(thread, members);
}

const TypeSpec union_type_type_spec = {
    .name = "UnionType",
    .module = "types",
    .doc = "A union of classes such as int | str.",
    .instance_kind = Kind::UnionType,
    .instance_size = sizeof(UnionType),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

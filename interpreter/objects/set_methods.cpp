// What scripts see of set and frozenset.

#include <array>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/set_table.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Set* self_of(Arguments arguments) { return arguments[0].as<Set>(); }

Value none_if(bool done) { return done ? Value::none() : Value(); }
Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }
Value from_truth(Truth truth) {
  return truth == Truth::Error ? Value() : Value::boolean(truth == Truth::True);
}

// The elements and the table of `other`, which nobody else uses.
void take_over(Set* set, Set* other) {
  store(set, set->table, other->table);
  set->count = other->count;
}

// --- Both types ---------------------------------------------------------------------------------

Value set_repr(Thread& thread, Arguments arguments) {
  Set* set = self_of(arguments);
  const std::string_view name = type_name(thread, arguments[0]);
  StrBuilder builder;
  if (set->count == 0) {
    builder.append(name);
    builder.append("()");
    return or_error(builder.finish(thread));
  }
  if (!check_native_stack(thread, InRepr)) return {};
  if (enter_repr(thread, arguments[0])) {
    builder.append(name);
    builder.append("(...)");
    return or_error(builder.finish(thread));
  }
  const bool plain = is_exactly(arguments[0], Kind::Set);
  if (!plain) {
    builder.append(name);
    builder.append('(');
  }
  builder.append('{');
  // The representations may change the set: what is shown is what it held at the beginning.
  List* elements = list_from_iterable(thread, arguments[0]);
  bool done = elements != nullptr;
  for (uint64_t i = 0; done && i < elements->count; ++i) {
    if (i != 0) builder.append(", ");
    done = append_repr(thread, builder, elements->items->values[i]);
  }
  leave_repr(thread, arguments[0]);
  if (!done) return {};
  builder.append(plain ? "}" : "})");
  return or_error(builder.finish(thread));
}

Value set_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

Value set_contains_method(Thread& thread, Arguments arguments) {
  return from_truth(set_contains(thread, self_of(arguments), arguments[1]));
}

Value set_iter(Thread& thread, Arguments arguments) {
  return make_set_iterator(thread, self_of(arguments));
}

template <CompareOperator Op>
Value set_compare(Thread& thread, Arguments arguments) {
  if (!is_any_set(arguments[1])) return Value::not_implemented();
  Set* left = self_of(arguments);
  Set* right = arguments[1].as<Set>();
  switch (Op) {
    case CompareOperator::Eq:
      return from_truth(set_equal(thread, left, right));
    case CompareOperator::Ne: {
      const Truth same = set_equal(thread, left, right);
      return same == Truth::Error ? Value() : Value::boolean(same == Truth::False);
    }
    case CompareOperator::Le:
      return from_truth(set_is_subset(thread, left, right));
    case CompareOperator::Ge:
      return from_truth(set_is_subset(thread, right, left));
    case CompareOperator::Lt:
      if (left->count >= right->count) return Value::boolean(false);
      return from_truth(set_is_subset(thread, left, right));
    case CompareOperator::Gt:
      if (left->count <= right->count) return Value::boolean(false);
      return from_truth(set_is_subset(thread, right, left));
  }
  return {};
}

using NewSet = Set* (*)(Thread& thread, Set* set, Value iterable);
using ChangeSet = bool (*)(Thread& thread, Set* set, Value iterable);

// set | set and its kin, plain and reflected.
template <NewSet Operation>
Value set_operator(Thread& thread, Arguments arguments) {
  if (!is_any_set(arguments[1])) return Value::not_implemented();
  return or_error(Operation(thread, self_of(arguments), arguments[1]));
}
template <NewSet Operation>
Value set_reflected_operator(Thread& thread, Arguments arguments) {
  if (!is_any_set(arguments[1])) return Value::not_implemented();
  return or_error(Operation(thread, arguments[1].as<Set>(), arguments[0]));
}
// set |= set and its kin.
template <ChangeSet Operation>
Value set_in_place_operator(Thread& thread, Arguments arguments) {
  if (!is_any_set(arguments[1])) return Value::not_implemented();
  return Operation(thread, self_of(arguments), arguments[1]) ? arguments[0] : Value();
}

// A copy as the exact type; a frozenset that is exact stays itself.
Set* copy_of(Thread& thread, Set* set) {
  if (set->kind() == Kind::Set) return set_copy(thread, set);
  if (is_exactly(Value::cell(set), Kind::FrozenSet)) return set;
  Set* copy = make_frozenset(thread);
  return copy != nullptr && set_table::merge(thread, copy, set) ? copy : nullptr;
}

// set.union(*others) and its kin: the operation with each of the iterables in turn.
template <NewSet Operation>
Value set_method(Thread& thread, Arguments arguments) {
  const std::span<const Value> others = arguments[1].as<Tuple>()->view();
  Set* result = self_of(arguments);
  if (others.empty()) return or_error(copy_of(thread, result));
  for (const Value other : others) {
    result = Operation(thread, result, other);
    if (result == nullptr) return {};
  }
  return Value::cell(result);
}

Value set_union_method(Thread& thread, Arguments arguments) {
  Set* set = self_of(arguments);
  Set* result = set->kind() == Kind::Set ? make_set(thread) : make_frozenset(thread);
  if (result == nullptr || !set_table::merge(thread, result, set)) return {};
  for (const Value other : arguments[1].as<Tuple>()->view()) {
    if (!set_update(thread, result, other)) return {};
  }
  return Value::cell(result);
}

Value set_difference_method(Thread& thread, Arguments arguments) {
  const std::span<const Value> others = arguments[1].as<Tuple>()->view();
  if (others.empty()) return or_error(copy_of(thread, self_of(arguments)));
  Set* result = set_difference(thread, self_of(arguments), others[0]);
  if (result == nullptr) return {};
  for (const Value other : others.subspan(1)) {
    if (!set_difference_update(thread, result, other)) return {};
  }
  return Value::cell(result);
}

Value set_symmetric_difference_method(Thread& thread, Arguments arguments) {
  return or_error(set_symmetric_difference(thread, self_of(arguments), arguments[1]));
}

Value set_isdisjoint(Thread& thread, Arguments arguments) {
  return from_truth(set_is_disjoint(thread, self_of(arguments), arguments[1]));
}

Value set_issubset(Thread& thread, Arguments arguments) {
  Set* set = self_of(arguments);
  if (is_any_set(arguments[1])) {
    return from_truth(set_is_subset(thread, set, arguments[1].as<Set>()));
  }
  Set* common = set_intersection(thread, set, arguments[1]);
  return common == nullptr ? Value() : Value::boolean(common->count == set->count);
}

Value set_issuperset(Thread& thread, Arguments arguments) {
  Set* set = self_of(arguments);
  if (is_any_set(arguments[1])) {
    return from_truth(set_is_subset(thread, arguments[1].as<Set>(), set));
  }
  Truth there = Truth::True;
  const bool completed = for_each(thread, arguments[1], [&](Value element) {
    there = set_contains(thread, set, element);
    return there == Truth::True;
  });
  if (!completed && there != Truth::False) return {};
  return Value::boolean(there == Truth::True);
}

Value set_copy_method(Thread& thread, Arguments arguments) {
  return or_error(copy_of(thread, self_of(arguments)));
}

Value set_reduce(Thread& thread, Arguments arguments) {
  List* elements = list_from_iterable(thread, arguments[0]);
  if (elements == nullptr) return {};
  const Value inner[] = {Value::cell(elements)};
  Tuple* constructor_arguments = make_tuple(thread, inner);
  if (constructor_arguments == nullptr) return {};
  const Value state = find_attribute(thread, arguments[0], thread.isolate.names.__dict__);
  if (!state) return {};
  const Value parts[] = {Value::cell(type_of(thread, arguments[0])),
                         Value::cell(constructor_arguments),
                         state.is_unset() ? Value::none() : state};
  return or_error(make_tuple(thread, parts));
}

Value set_sizeof(Thread&, Arguments arguments) {
  const Set* set = self_of(arguments);
  uint64_t bytes = sizeof(Set);
  if (set->table != nullptr) {
    const uint64_t slots = uint64_t{set->table->mask} + 1;
    const bool hashed = set->table->elements == SetElements::Any;
    bytes += sizeof(SetTable) + slots * (hashed ? sizeof(SetSlot) : sizeof(Value));
  }
  return Value::small_int(static_cast<int64_t>(bytes));
}

Value set_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

// --- set ----------------------------------------------------------------------------------------

Value set_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.set);
  if (type == nullptr) return {};
  Set* set = new_instance<Set>(thread, type);
  if (set == nullptr) return {};
  set->table = nullptr;
  set->count = 0;
  set->finger_or_hash = 0;
  return Value::cell(set);
}

Value set_init(Thread& thread, Arguments arguments) {
  Set* set = self_of(arguments);
  set_clear(set);
  if (arguments[1].is_unset()) return Value::none();
  return none_if(set_update(thread, set, arguments[1]));
}

Value set_add_method(Thread& thread, Arguments arguments) {
  return none_if(set_add(thread, self_of(arguments), arguments[1]));
}

Value set_discard_method(Thread& thread, Arguments arguments) {
  return none_if(set_discard(thread, self_of(arguments), arguments[1]) != Truth::Error);
}

Value set_remove_method(Thread& thread, Arguments arguments) {
  const Truth removed = set_discard(thread, self_of(arguments), arguments[1]);
  if (removed == Truth::False) return raise_key_error(thread, arguments[1]);
  return none_if(removed == Truth::True);
}

Value set_pop_method(Thread& thread, Arguments arguments) {
  return set_pop(thread, self_of(arguments));
}

Value set_clear_method(Thread&, Arguments arguments) {
  set_clear(self_of(arguments));
  return Value::none();
}

// The in-place methods that take any number of iterables.
template <ChangeSet Operation>
Value set_change_method(Thread& thread, Arguments arguments) {
  for (const Value other : arguments[1].as<Tuple>()->view()) {
    if (!Operation(thread, self_of(arguments), other)) return {};
  }
  return Value::none();
}

bool set_intersection_update(Thread& thread, Set* set, Value iterable) {
  Set* common = set_intersection(thread, set, iterable);
  if (common == nullptr) return false;
  take_over(set, common);
  return true;
}

Value set_intersection_update_method(Thread& thread, Arguments arguments) {
  Set* set = self_of(arguments);
  Set* common = set;
  for (const Value other : arguments[1].as<Tuple>()->view()) {
    common = set_intersection(thread, common, other);
    if (common == nullptr) return {};
  }
  if (common != set) take_over(set, common);
  return Value::none();
}

Value set_symmetric_difference_update_method(Thread& thread, Arguments arguments) {
  return none_if(set_symmetric_difference_update(thread, self_of(arguments), arguments[1]));
}

// --- frozenset ----------------------------------------------------------------------------------

Value frozenset_new(Thread& thread, Arguments arguments) {
  Type* exact = thread.isolate.types.frozenset;
  Type* type = check_new_class(thread, arguments[0], exact);
  if (type == nullptr) return {};
  const Value iterable = arguments[1];
  if (type == exact) {
    return or_error(iterable.is_unset() ? make_frozenset(thread)
                                        : frozenset_from_iterable(thread, iterable));
  }
  Set* set = new_instance<Set>(thread, type);
  if (set == nullptr) return {};
  set->table = nullptr;
  set->count = 0;
  set->finger_or_hash = -1;
  if (!iterable.is_unset() && !set_update(thread, set, iterable)) return {};
  return Value::cell(set);
}

Value frozenset_hash_method(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> hash = frozenset_hash(thread, self_of(arguments));
  return hash ? make_int(thread, *hash) : Value();
}

// --- The tables ---------------------------------------------------------------------------------

constexpr NativeMethod MethodsOfBoth[] = {
    {"__repr__", "(self, /)", "Return repr(self).", set_repr},
    {"__len__", "(self, /)", "Return len(self).", set_length},
    {"__contains__", "(self, key, /)", "Return key in self.", set_contains_method},
    {"__iter__", "(self, /)", "Implement iter(self).", set_iter},
    {"__lt__", "(self, value, /)", "Return self<value.", set_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", set_compare<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", set_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", set_compare<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", set_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", set_compare<CompareOperator::Ge>},
    {"__or__", "(self, value, /)", "Return self|value.", set_operator<set_union>},
    {"__ror__", "(self, value, /)", "Return value|self.", set_reflected_operator<set_union>},
    {"__and__", "(self, value, /)", "Return self&value.", set_operator<set_intersection>},
    {"__rand__", "(self, value, /)", "Return value&self.",
     set_reflected_operator<set_intersection>},
    {"__sub__", "(self, value, /)", "Return self-value.", set_operator<set_difference>},
    {"__rsub__", "(self, value, /)", "Return value-self.", set_reflected_operator<set_difference>},
    {"__xor__", "(self, value, /)", "Return self^value.", set_operator<set_symmetric_difference>},
    {"__rxor__", "(self, value, /)", "Return value^self.",
     set_reflected_operator<set_symmetric_difference>},
    {"__reduce__", "(self, /)", "What pickling needs to make the set again.", set_reduce},
    {"__sizeof__", "(self, /)", "Bytes of memory the set takes, without its elements.", set_sizeof},
    {"__class_getitem__", "(cls, item, /)",
     "The class with the type of its elements, for "
     "annotations.",
     set_class_getitem},
    {"union", "(self, /, *others)", "Return the elements of the set and of all others.",
     set_union_method},
    {"intersection", "(self, /, *others)", "Return the elements that are in all of them.",
     set_method<set_intersection>},
    {"difference", "(self, /, *others)", "Return the elements that are in no other.",
     set_difference_method},
    {"symmetric_difference", "(self, other, /)",
     "Return the elements that are in exactly one of both.", set_symmetric_difference_method},
    {"isdisjoint", "(self, other, /)", "Return whether no element is in both.", set_isdisjoint},
    {"issubset", "(self, other, /)", "Return whether other contains every element.", set_issubset},
    {"issuperset", "(self, other, /)", "Return whether every element of other is in the set.",
     set_issuperset},
    {"copy", "(self, /)", "Return a set of the same elements.", set_copy_method},
};

constexpr NativeMethod MethodsOfSet[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "A new empty set of the class.", set_new},
    {"__init__", "(self, iterable=<unset>, /)", "Fill the set with the elements of iterable.",
     set_init},
    {"__ior__", "(self, value, /)", "Return self|=value.", set_in_place_operator<set_update>},
    {"__iand__", "(self, value, /)", "Return self&=value.",
     set_in_place_operator<set_intersection_update>},
    {"__isub__", "(self, value, /)", "Return self-=value.",
     set_in_place_operator<set_difference_update>},
    {"__ixor__", "(self, value, /)", "Return self^=value.",
     set_in_place_operator<set_symmetric_difference_update>},
    {"add", "(self, element, /)", "Add an element unless it is there.", set_add_method},
    {"discard", "(self, element, /)", "Remove an element if it is there.", set_discard_method},
    {"remove", "(self, element, /)", "Remove an element; KeyError if it is not there.",
     set_remove_method},
    {"pop", "(self, /)", "Remove some element and return it.", set_pop_method},
    {"clear", "(self, /)", "Remove all elements.", set_clear_method},
    {"update", "(self, /, *others)", "Add the elements of all others.",
     set_change_method<set_update>},
    {"intersection_update", "(self, /, *others)", "Keep the elements that are in all of them.",
     set_intersection_update_method},
    {"difference_update", "(self, /, *others)", "Remove the elements that are in any other.",
     set_change_method<set_difference_update>},
    {"symmetric_difference_update", "(self, other, /)",
     "Keep the elements that are in exactly one of both.", set_symmetric_difference_update_method},
};

constexpr NativeMethod MethodsOfFrozenset[] = {
    {"__new__", "(cls, iterable=<unset>, /)", "A frozenset of the elements of iterable.",
     frozenset_new},
    {"__hash__", "(self, /)", "Return hash(self).", frozenset_hash_method},
};

std::span<const NativeMethod> methods_of_both() { return MethodsOfBoth; }
constexpr MethodTable SharedMethods[] = {methods_of_both};

}  // namespace

const TypeSpec set_type_spec = {
    .name = "set",
    .module = "builtins",
    .doc = "A collection of distinct hashable elements that may be changed.",
    .instance_kind = Kind::Set,
    .instance_size = sizeof(Set),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = MethodsOfSet,
    .attributes = {},
    .more_methods = SharedMethods,
};

const TypeSpec frozenset_type_spec = {
    .name = "frozenset",
    .module = "builtins",
    .doc = "A collection of distinct hashable elements that never changes.",
    .instance_kind = Kind::FrozenSet,
    .instance_size = sizeof(Set),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = MethodsOfFrozenset,
    .attributes = {},
    .more_methods = SharedMethods,
};

}  // namespace weft

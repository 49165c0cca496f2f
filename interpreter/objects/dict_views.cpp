// Views of keys and items compute like sets and give sets; which operand is walked through decides
// the order of the result, so it is CPython's.
#include "interpreter/objects/dict_views.h"

#include <utility>

#include "interpreter/objects/dict_table.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/str_builder.h"

namespace weft {

namespace {

Value make_view(Thread& thread, Type* type, Dict* dict) {
  auto* view = make_object<DictView>(thread, type);
  if (view == nullptr) return {};
  view->dict = dict;
  return Value::cell(view);
}

Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

DictView* self_of(Arguments arguments) { return arguments[0].as<DictView>(); }

bool is_set_like_view(Value value) {
  return is_kind(value, Kind::DictKeys) || is_kind(value, Kind::DictItems);
}

uint64_t count_of(Value set_or_view) {
  return is_any_set(set_or_view) ? set_or_view.as<Set>()->count
                                 : set_or_view.as<DictView>()->dict->count;
}

// Whether a view of items has the pair (key, value).
Truth items_contain(Thread& thread, Dict* dict, Value pair) {
  if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) return Truth::False;
  const Value value = dict_get(thread, dict, pair.as<Tuple>()->values[0]);
  if (!value) return Truth::Error;
  if (value.is_unset()) return Truth::False;
  return equal_elements(thread, value, pair.as<Tuple>()->values[1]);
}

Truth view_contains(Thread& thread, Value view, Value item) {
  Dict* dict = view.as<DictView>()->dict;
  return is_kind(view, Kind::DictKeys) ? dict_contains(thread, dict, item)
                                       : items_contain(thread, dict, item);
}

Truth any_contains(Thread& thread, Value set_or_view, Value item) {
  return is_any_set(set_or_view) ? set_contains(thread, set_or_view.as<Set>(), item)
                                 : view_contains(thread, set_or_view, item);
}

// Whether every element of `part` is in `whole`; both are sets or set-like views.
Truth all_contained(Thread& thread, Value part, Value whole) {
  Truth result = Truth::True;
  const bool completed = for_each(thread, part, [&](Value element) {
    result = any_contains(thread, whole, element);
    return result == Truth::True;
  });
  return completed || result == Truth::False ? result : Truth::Error;
}

// A new set of the elements of a view or of any iterable.
Set* to_set(Thread& thread, Value iterable) {
  const bool keys = is_kind(iterable, Kind::DictKeys);
  return set_from_iterable(thread, keys ? Value::cell(iterable.as<DictView>()->dict) : iterable);
}

Value make_union(Thread& thread, Value left, Value right) {
  Set* result = to_set(thread, left);
  return result != nullptr && set_update(thread, result, right) ? Value::cell(result) : Value();
}

Value make_difference(Thread& thread, Value left, Value right) {
  Set* result = to_set(thread, left);
  if (result == nullptr || !set_difference_update(thread, result, right)) return {};
  return Value::cell(result);
}

Value make_intersection(Thread& thread, Value view, Value other) {
  if (!is_set_like_view(view)) std::swap(view, other);
  if (is_exactly(other, Kind::Set) && count_of(view) <= count_of(other)) {
    return or_error(set_intersection(thread, other.as<Set>(), view));
  }
  if (is_set_like_view(other) && count_of(other) > count_of(view)) std::swap(view, other);
  Set* result = make_set(thread);
  if (result == nullptr) return {};
  const bool done = for_each(thread, other, [&](Value element) {
    const Truth there = view_contains(thread, view, element);
    if (there == Truth::Error) return false;
    return there == Truth::False || set_add(thread, result, element);
  });
  return done ? Value::cell(result) : Value();
}

// Of two views of items: values that are equal need not be hashable.
Value make_items_difference(Thread& thread, Dict* smaller, Dict* larger) {
  if (smaller->count > larger->count) std::swap(smaller, larger);
  Dict* rest = dict_copy(thread, smaller);
  if (rest == nullptr) return {};
  Set* result = make_set(thread);
  if (result == nullptr) return {};
  const Value items = make_dict_items(thread, larger);
  if (!items) return {};
  const bool done = for_each(thread, items, [&](Value item) {
    const Value key = item.as<Tuple>()->values[0];
    const Value present = dict_get(thread, rest, key);
    if (!present) return false;
    if (!present.is_unset()) {
      const Truth same = equal_elements(thread, present, item.as<Tuple>()->values[1]);
      if (same == Truth::Error) return false;
      if (same == Truth::True) return !dict_remove(thread, rest, key).is_error();
    }
    return set_add(thread, result, item);
  });
  if (!done) return {};
  const Value rest_items = make_dict_items(thread, rest);
  if (!rest_items || !set_update(thread, result, rest_items)) return {};
  return Value::cell(result);
}

Value make_symmetric_difference(Thread& thread, Value left, Value right) {
  if (is_kind(left, Kind::DictItems) && is_kind(right, Kind::DictItems)) {
    return make_items_difference(thread, left.as<DictView>()->dict, right.as<DictView>()->dict);
  }
  Set* result = to_set(thread, left);
  if (result == nullptr || !set_symmetric_difference_update(thread, result, right)) return {};
  return Value::cell(result);
}

// --- Methods ------------------------------------------------------------------------------------

using ViewOperation = Value (*)(Thread& thread, Value left, Value right);

template <ViewOperation Operation>
Value view_operator(Thread& thread, Arguments arguments) {
  return Operation(thread, arguments[0], arguments[1]);
}
template <ViewOperation Operation>
Value view_reflected_operator(Thread& thread, Arguments arguments) {
  return Operation(thread, arguments[1], arguments[0]);
}

template <CompareOperator Op>
Value view_compare(Thread& thread, Arguments arguments) {
  const Value left = arguments[0];
  const Value right = arguments[1];
  if (!is_any_set(right) && !is_set_like_view(right)) return Value::not_implemented();
  const uint64_t left_count = count_of(left);
  const uint64_t right_count = count_of(right);
  bool possible = false;
  switch (Op) {
    case CompareOperator::Eq:
    case CompareOperator::Ne:
      possible = left_count == right_count;
      break;
    case CompareOperator::Lt:
      possible = left_count < right_count;
      break;
    case CompareOperator::Le:
      possible = left_count <= right_count;
      break;
    case CompareOperator::Gt:
      possible = left_count > right_count;
      break;
    case CompareOperator::Ge:
      possible = left_count >= right_count;
      break;
  }
  constexpr bool Reversed = Op == CompareOperator::Gt || Op == CompareOperator::Ge;
  Truth result = Truth::False;
  if (possible) {
    result = Reversed ? all_contained(thread, right, left) : all_contained(thread, left, right);
    if (result == Truth::Error) return {};
  }
  return Value::boolean((result == Truth::True) != (Op == CompareOperator::Ne));
}

Value view_isdisjoint(Thread& thread, Arguments arguments) {
  Value view = arguments[0];
  Value other = arguments[1];
  if (view == other) return Value::boolean(count_of(view) == 0);
  if ((is_any_set(other) || is_set_like_view(other)) && count_of(other) > count_of(view)) {
    std::swap(view, other);
  }
  Truth found = Truth::False;
  const bool completed = for_each(thread, other, [&](Value element) {
    found = any_contains(thread, view, element);
    return found == Truth::False;
  });
  if (found == Truth::Error || (!completed && found == Truth::False)) return {};
  return Value::boolean(found == Truth::False);
}

Value view_contains_method(Thread& thread, Arguments arguments) {
  const Truth found = view_contains(thread, arguments[0], arguments[1]);
  return found == Truth::Error ? Value() : Value::boolean(found == Truth::True);
}

Value view_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->dict->count));
}

DictPart part_of(Value view) {
  if (is_kind(view, Kind::DictKeys)) return DictPart::Keys;
  return is_kind(view, Kind::DictValues) ? DictPart::Values : DictPart::Items;
}

Value view_iter(Thread& thread, Arguments arguments) {
  return make_dict_iterator(thread, self_of(arguments)->dict, part_of(arguments[0]));
}

Value view_reversed(Thread& thread, Arguments arguments) {
  return make_dict_iterator(thread, self_of(arguments)->dict, part_of(arguments[0]), true);
}

Value view_repr(Thread& thread, Arguments arguments) {
  if (!check_native_stack(thread, InRepr)) return {};
  if (enter_repr(thread, arguments[0])) return or_error(make_ascii_str(thread, "..."));
  List* elements = list_from_iterable(thread, arguments[0]);
  Str* shown = elements == nullptr ? nullptr : repr(thread, Value::cell(elements));
  leave_repr(thread, arguments[0]);
  if (shown == nullptr) return {};
  StrBuilder builder;
  builder.append(type_name(thread, arguments[0]));
  builder.append('(');
  builder.append(shown);
  builder.append(')');
  return or_error(builder.finish(thread));
}

Value view_mapping(Thread& thread, Value self) {
  return make_mapping_proxy(thread, Value::cell(self.as<DictView>()->dict));
}

constexpr NativeMethod SetLikeMethods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", view_repr},
    {"__len__", "(self, /)", "Return len(self).", view_length},
    {"__contains__", "(self, key, /)", "Return key in self.", view_contains_method},
    {"__iter__", "(self, /)", "Implement iter(self).", view_iter},
    {"__reversed__", "(self, /)", "Return an iterator from the last element to the first.",
     view_reversed},
    {"__lt__", "(self, value, /)", "Return self<value.", view_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", view_compare<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", view_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", view_compare<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", view_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", view_compare<CompareOperator::Ge>},
    {"__or__", "(self, value, /)", "Return self|value.", view_operator<make_union>},
    {"__ror__", "(self, value, /)", "Return value|self.", view_reflected_operator<make_union>},
    {"__and__", "(self, value, /)", "Return self&value.", view_operator<make_intersection>},
    {"__rand__", "(self, value, /)", "Return value&self.",
     view_reflected_operator<make_intersection>},
    {"__sub__", "(self, value, /)", "Return self-value.", view_operator<make_difference>},
    {"__rsub__", "(self, value, /)", "Return value-self.",
     view_reflected_operator<make_difference>},
    {"__xor__", "(self, value, /)", "Return self^value.", view_operator<make_symmetric_difference>},
    {"__rxor__", "(self, value, /)", "Return value^self.",
     view_reflected_operator<make_symmetric_difference>},
    {"isdisjoint", "(self, other, /)", "Return whether no element is in both.", view_isdisjoint},
};

constexpr NativeMethod ValuesMethods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", view_repr},
    {"__len__", "(self, /)", "Return len(self).", view_length},
    {"__iter__", "(self, /)", "Implement iter(self).", view_iter},
    {"__reversed__", "(self, /)", "Return an iterator from the last value to the first.",
     view_reversed},
};

constexpr NativeAttribute Attributes[] = {
    {"mapping", "The dict, read-only.", view_mapping, nullptr},
};

constexpr TypeSpec view_spec(std::string_view name, Kind kind,
                             std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "builtins",
          .doc = "",
          .instance_kind = kind,
          .instance_size = sizeof(DictView),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = Attributes};
}

}  // namespace

Value make_dict_keys(Thread& thread, Dict* dict) {
  return make_view(thread, thread.isolate.types.dict_keys, dict);
}
Value make_dict_values(Thread& thread, Dict* dict) {
  return make_view(thread, thread.isolate.types.dict_values, dict);
}
Value make_dict_items(Thread& thread, Dict* dict) {
  return make_view(thread, thread.isolate.types.dict_items, dict);
}

const TypeSpec dict_keys_type_spec = view_spec("dict_keys", Kind::DictKeys, SetLikeMethods);
const TypeSpec dict_values_type_spec = view_spec("dict_values", Kind::DictValues, ValuesMethods);
const TypeSpec dict_items_type_spec = view_spec("dict_items", Kind::DictItems, SetLikeMethods);

}  // namespace weft

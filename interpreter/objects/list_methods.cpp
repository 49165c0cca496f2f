// What scripts see of list.

#include <algorithm>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/recursion.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/sort.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

List* self_of(Arguments arguments) { return arguments[0].as<List>(); }

Value none_if(bool done) { return done ? Value::none() : Value(); }

Value or_error(Cell* cell) { return cell == nullptr ? Value() : Value::cell(cell); }

Value list_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.list);
  if (type == nullptr) return {};
  List* list = new_instance<List>(thread, type);
  if (list == nullptr) return {};
  list->items = nullptr;
  list->count = 0;
  return Value::cell(list);
}

Value list_init(Thread& thread, Arguments arguments) {
  List* list = self_of(arguments);
  list_clear(list);
  if (arguments[1].is_unset()) return Value::none();
  // A list from a list or tuple takes exactly the memory it needs.
  const Value source = arguments[1];
  if (is_exactly(source, Kind::List) || is_exactly(source, Kind::Tuple)) {
    const uint64_t count = elements_of(source).size();
    if (count != 0 && !list_reserve(thread, list, count)) return {};
  }
  return none_if(list_extend(thread, list, source));
}

Value list_append_method(Thread& thread, Arguments arguments) {
  return none_if(list_append(thread, self_of(arguments), arguments[1]));
}

Value list_extend_method(Thread& thread, Arguments arguments) {
  return none_if(list_extend(thread, self_of(arguments), arguments[1]));
}

Value list_insert_method(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> given = to_position(thread, arguments[1]);
  if (!given) return {};
  List* list = self_of(arguments);
  const auto count = static_cast<int64_t>(list->count);
  int64_t index = *given;
  if (index < 0) index = index + count < 0 ? 0 : index + count;
  if (index > count) index = count;
  return none_if(list_insert(thread, list, static_cast<uint64_t>(index), arguments[2]));
}

Value list_pop_method(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> given = to_position(thread, arguments[1]);
  if (!given) return {};
  List* list = self_of(arguments);
  if (list->count == 0) return raise_index_error(thread, "pop from empty list");
  int64_t index = *given;
  if (index < 0) index += static_cast<int64_t>(list->count);
  if (index < 0 || static_cast<uint64_t>(index) >= list->count) {
    return raise_index_error(thread, "pop index out of range");
  }
  return list_pop(thread, list, static_cast<uint64_t>(index));
}

Value list_remove_method(Thread& thread, Arguments arguments) {
  List* list = self_of(arguments);
  const std::optional<int64_t> index = sequence_find(thread, list, arguments[1], 0, UINT64_MAX);
  if (!index) return {};
  if (*index < 0) return raise_value_error(thread, "list.remove(x): x not in list");
  // The comparison may have shortened the list.
  const auto position = static_cast<uint64_t>(*index);
  if (position < list->count && !list_pop(thread, list, position)) return {};
  return Value::none();
}

Value list_clear_method(Thread&, Arguments arguments) {
  list_clear(self_of(arguments));
  return Value::none();
}

Value list_copy(Thread& thread, Arguments arguments) {
  return or_error(make_list(thread, self_of(arguments)->values()));
}

Value list_count(Thread& thread, Arguments arguments) {
  return sequence_count(thread, self_of(arguments), arguments[1]);
}

Value list_index(Thread& thread, Arguments arguments) {
  List* list = self_of(arguments);
  uint64_t from = 0;
  uint64_t to = UINT64_MAX;
  if (!arguments[2].is_unset()) {
    const std::optional<uint64_t> bound = to_slice_bound(thread, arguments[2], list->count);
    if (!bound) return {};
    from = *bound;
  }
  if (!arguments[3].is_unset()) {
    const std::optional<uint64_t> bound = to_slice_bound(thread, arguments[3], list->count);
    if (!bound) return {};
    to = *bound;
  }
  const std::optional<int64_t> index = sequence_find(thread, list, arguments[1], from, to);
  if (!index) return {};
  if (*index >= 0) return Value::small_int(*index);
  Str* shown = repr(thread, arguments[1]);
  if (shown == nullptr) return {};
  return raise_value_error(thread, text(shown->view(), " is not in list"));
}

Value list_reverse(Thread&, Arguments arguments) {
  const std::span<Value> values = self_of(arguments)->values();
  std::reverse(values.begin(), values.end());
  return Value::none();
}

Value list_sort(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> reverse = to_int_argument(thread, arguments[2]);
  if (!reverse) return {};
  return none_if(sort_list(thread, self_of(arguments), arguments[1], *reverse != 0));
}

Value list_repr(Thread& thread, Arguments arguments) {
  List* list = self_of(arguments);
  if (list->count == 0) return or_error(make_ascii_str(thread, "[]"));
  if (!check_native_stack(thread, InRepr)) return {};
  if (enter_repr(thread, arguments[0])) return or_error(make_ascii_str(thread, "[...]"));
  StrBuilder builder;
  builder.append('[');
  bool done = true;
  for (uint64_t i = 0; done && i < list->count; ++i) {
    if (i != 0) builder.append(", ");
    done = append_repr(thread, builder, list->items->values[i]);
  }
  leave_repr(thread, arguments[0]);
  if (!done) return {};
  builder.append(']');
  return or_error(builder.finish(thread));
}

Value list_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

Value list_getitem(Thread& thread, Arguments arguments) {
  return list_get_item(thread, self_of(arguments), arguments[1]);
}

Value list_setitem(Thread& thread, Arguments arguments) {
  return none_if(list_set_item(thread, self_of(arguments), arguments[1], arguments[2]));
}

Value list_delitem(Thread& thread, Arguments arguments) {
  return none_if(list_delete_item(thread, self_of(arguments), arguments[1]));
}

Value list_contains(Thread& thread, Arguments arguments) {
  const Truth found = sequence_contains(thread, self_of(arguments), arguments[1]);
  return found == Truth::Error ? Value() : Value::boolean(found == Truth::True);
}

Value list_iter(Thread& thread, Arguments arguments) {
  return make_list_iterator(thread, self_of(arguments));
}

Value list_reversed(Thread& thread, Arguments arguments) {
  return make_reversed_list_iterator(thread, self_of(arguments));
}

Value list_add(Thread& thread, Arguments arguments) {
  if (!is_list(arguments[1]))
    return raise_unsupported_operands(thread, BinaryOperator::Add, false, arguments[0],
                                      arguments[1]);
  return list_concat(thread, self_of(arguments), arguments[1].as<List>());
}

Value list_in_place_add(Thread& thread, Arguments arguments) {
  return list_extend(thread, self_of(arguments), arguments[1]) ? arguments[0] : Value();
}

Value list_multiply(Thread& thread, Arguments arguments) {
  const Value count = to_repeat_count(thread, arguments[1]);
  if (!count) return {};
  return list_repeat(thread, self_of(arguments), count.as_small_int());
}

Value list_in_place_multiply(Thread& thread, Arguments arguments) {
  const Value times = to_repeat_count(thread, arguments[1]);
  if (!times) return {};
  List* list = self_of(arguments);
  const std::optional<uint64_t> total = repeated_count(thread, list->count, times.as_small_int());
  if (!total) return {};
  if (*total == 0) {
    list_clear(list);
  } else if (*total > list->count) {
    if (!list_reserve(thread, list, *total)) return {};
    repeat_elements(list->items->values, list->count, *total);
    list->count = *total;
  }
  return arguments[0];
}

template <CompareOperator Op>
Value list_compare(Thread& thread, Arguments arguments) {
  if (!is_list(arguments[1])) return Value::not_implemented();
  return compare_lists(thread, Op, self_of(arguments), arguments[1].as<List>());
}

Value list_sizeof(Thread&, Arguments arguments) {
  const List* list = self_of(arguments);
  uint64_t bytes = sizeof(List);
  if (list->items != nullptr) bytes += sizeof(ValueArray) + list->items->capacity * sizeof(Value);
  return Value::small_int(static_cast<int64_t>(bytes));
}

Value list_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "A new empty list of the class.", list_new},
    {"__init__", "(self, iterable=<unset>, /)", "Fill the list with the elements of iterable.",
     list_init},
    {"__repr__", "(self, /)", "Return repr(self).", list_repr},
    {"__len__", "(self, /)", "Return len(self).", list_length},
    {"__getitem__", "(self, index, /)", "Return self[index].", list_getitem},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", list_setitem},
    {"__delitem__", "(self, key, /)", "Delete self[key].", list_delitem},
    {"__contains__", "(self, key, /)", "Return key in self.", list_contains},
    {"__iter__", "(self, /)", "Implement iter(self).", list_iter},
    {"__reversed__", "(self, /)", "Return an iterator from the last element to the first.",
     list_reversed},
    {"__add__", "(self, value, /)", "Return self+value.", list_add},
    {"__iadd__", "(self, value, /)", "Implement self+=value.", list_in_place_add},
    {"__mul__", "(self, value, /)", "Return self*value.", list_multiply},
    {"__rmul__", "(self, value, /)", "Return value*self.", list_multiply},
    {"__imul__", "(self, value, /)", "Implement self*=value.", list_in_place_multiply},
    {"__lt__", "(self, value, /)", "Return self<value.", list_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", list_compare<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self==value.", list_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", list_compare<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self>value.", list_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", list_compare<CompareOperator::Ge>},
    {"__sizeof__", "(self, /)", "Bytes of memory the list takes, without its elements.",
     list_sizeof},
    {"__class_getitem__", "(cls, item, /)",
     "The class with the type of its elements, for annotations.", list_class_getitem},
    {"append", "(self, object, /)", "Add object at the end.", list_append_method},
    {"extend", "(self, iterable, /)", "Add all elements of iterable at the end.",
     list_extend_method},
    {"insert", "(self, index, object, /)", "Insert object before index.", list_insert_method},
    {"pop", "(self, index=-1, /)", "Remove the element at index (the last one) and return it.",
     list_pop_method},
    {"remove", "(self, value, /)", "Remove the first element equal to value.", list_remove_method},
    {"clear", "(self, /)", "Remove all elements.", list_clear_method},
    {"copy", "(self, /)", "Return a new list of the same elements.", list_copy},
    {"count", "(self, value, /)", "Return how many elements are equal to value.", list_count},
    {"index", "(self, value, start=<unset>, stop=<unset>, /)",
     "Return the index of the first element equal to value.", list_index},
    {"reverse", "(self, /)", "Put the elements in reverse order.", list_reverse},
    {"sort", "(self, /, *, key=None, reverse=False)",
     "Sort the elements in ascending order, equal ones staying in their order.", list_sort},
};

}  // namespace

const TypeSpec list_type_spec = {
    .name = "list",
    .module = "builtins",
    .doc = "A sequence of elements that may be changed.",
    .instance_kind = Kind::List,
    .instance_size = sizeof(List),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = {},
};

}  // namespace weft

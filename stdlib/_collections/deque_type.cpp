// The methods of collections.deque.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/element_equality.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/_collections/deque.h"
#include "stdlib/_collections/deque_iterator.h"

namespace weft {
namespace {

Deque* self_of(Arguments arguments) { return arguments[0].as<Deque>(); }
bool is_deque(Value value) { return is_kind(value, Kind::Deque); }

// A deque of the same class and limit, empty.
Deque* make_like(Thread& thread, Type* type, int64_t limit) {
  auto* deque = new_instance<Deque>(thread, type);
  if (deque == nullptr) return nullptr;
  deque->ring = nullptr;
  deque->head = 0;
  deque->count = 0;
  deque->limit = limit;
  deque->changes = 0;
  return deque;
}

Value limit_value(const Deque* deque) {
  return deque->limit < 0 ? Value::none() : Value::small_int(deque->limit);
}

bool extend(Thread& thread, Deque* deque, Value iterable, bool at_front) {
  if (iterable == Value::cell(deque)) {
    List* copy = list_from_iterable(thread, iterable);
    if (copy == nullptr) return false;
    iterable = Value::cell(copy);
  }
  return for_each(thread, iterable, [&](Value element) {
    return at_front ? deque_push_front(thread, deque, element)
                    : deque_push_back(thread, deque, element);
  });
}

// A copy that loops over `deque` may fill without seeing changes: nothing runs meanwhile.
bool append_all(Thread& thread, Deque* target, Deque* source) {
  for (uint64_t i = 0; i < source->count; ++i) {
    if (!deque_push_back(thread, target, source->at(i))) return false;
  }
  return true;
}

Deque* copy_of(Thread& thread, Deque* deque) {
  Deque* copy = make_like(thread, deque->type(), deque->limit);
  return copy != nullptr && append_all(thread, copy, deque) ? copy : nullptr;
}

Value or_error(Deque* deque) { return deque == nullptr ? Value::error() : Value::cell(deque); }

// --- Making -------------------------------------------------------------------------------------

Value deque_new(Thread& thread, Arguments arguments) {
  return or_error(make_like(thread, as_type(arguments[0]), -1));
}

Value deque_init(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  int64_t limit = -1;
  if (!arguments[2].is_none()) {
    const auto given = to_size_argument(thread, arguments[2]);
    if (!given) {
      if (!clear_pending_if(thread, thread.isolate.exceptions.type_error)) return Value::error();
      return raise_type_error(thread, "an integer is required");
    }
    if (*given < 0) return raise_value_error(thread, "maxlen must be non-negative");
    limit = *given;
  }
  deque->limit = limit;
  if (deque->count > 0) deque_clear(deque);
  if (arguments[1].is_unset()) return Value::none();
  return extend(thread, deque, arguments[1], false) ? Value::none() : Value::error();
}

Value deque_copy(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  if (is_exactly(arguments[0], Kind::Deque)) return or_error(copy_of(thread, deque));
  if (deque->limit < 0) return call(thread, Value::cell(deque->type()), {arguments[0]});
  return call(thread, Value::cell(deque->type()), {arguments[0], limit_value(deque)});
}

Value deque_reduce(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  const Value iterator = get_iterator(thread, arguments[0]);
  if (!iterator) return iterator;
  Tuple* given = thread.isolate.empty_tuple;
  if (deque->limit >= 0) {
    const Value parts[] = {Value::cell(given), limit_value(deque)};
    given = make_tuple(thread, parts);
    if (given == nullptr) return Value::error();
  }
  Value state = Value::none();
  if (!is_exactly(arguments[0], Kind::Deque)) {
    Dict* attributes =
        deque->type()->instances_have_dict ? copy_instance_dict(thread, deque) : nullptr;
    if (attributes != nullptr && attributes->count > 0) state = Value::cell(attributes);
  }
  const Value parts[] = {Value::cell(deque->type()), Value::cell(given), state, iterator};
  return Value::cell(make_tuple(thread, parts));
}

// --- The ends -----------------------------------------------------------------------------------

Value deque_append(Thread& thread, Arguments arguments) {
  return deque_push_back(thread, self_of(arguments), arguments[1]) ? Value::none() : Value::error();
}
Value deque_appendleft(Thread& thread, Arguments arguments) {
  return deque_push_front(thread, self_of(arguments), arguments[1]) ? Value::none()
                                                                    : Value::error();
}
Value deque_pop(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  if (deque->count == 0) return raise_index_error(thread, "pop from an empty deque");
  return deque_take_back(deque);
}
Value deque_popleft(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  if (deque->count == 0) return raise_index_error(thread, "pop from an empty deque");
  return deque_take_front(deque);
}
Value deque_extend(Thread& thread, Arguments arguments) {
  return extend(thread, self_of(arguments), arguments[1], false) ? Value::none() : Value::error();
}
Value deque_extendleft(Thread& thread, Arguments arguments) {
  return extend(thread, self_of(arguments), arguments[1], true) ? Value::none() : Value::error();
}
Value deque_clear_method(Thread&, Arguments arguments) {
  deque_clear(self_of(arguments));
  return Value::none();
}
Value deque_rotate(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  const auto steps = to_size_argument(thread, arguments[1]);
  if (!steps) return Value::error();
  if (deque->count < 2) return Value::none();
  const auto count = static_cast<int64_t>(deque->count);
  const int64_t left = ((-*steps % count) + count) % count;
  if (left != 0) deque_rotate_left(deque, static_cast<uint64_t>(left));
  return Value::none();
}
Value deque_reverse(Thread&, Arguments arguments) {
  Deque* deque = self_of(arguments);
  for (uint64_t i = 0; i < deque->count / 2; ++i) {
    std::swap(deque->at(i), deque->at(deque->count - 1 - i));
  }
  return Value::none();
}

// --- Elements -----------------------------------------------------------------------------------

Value deque_len(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

// The index an integer means; nullopt with IndexError pending.
std::optional<uint64_t> index_of(Thread& thread, Deque* deque, Value key) {
  if (!key.is_small_int() && find_special(thread, key, Special::Index).is_unset()) {
    raise_type_error(thread,
                     text("sequence index must be integer, not '", type_name(thread, key), "'"));
    return std::nullopt;
  }
  auto index = to_index(thread, key);
  if (!index) {
    if (clear_pending_if(thread, thread.isolate.exceptions.overflow_error)) {
      raise(thread, thread.isolate.exceptions.index_error,
            text("cannot fit '", type_name(thread, key), "' into an index-sized integer"));
    }
    return std::nullopt;
  }
  if (*index < 0) *index += static_cast<int64_t>(deque->count);
  if (*index < 0 || static_cast<uint64_t>(*index) >= deque->count) {
    raise_index_error(thread, "deque index out of range");
    return std::nullopt;
  }
  return static_cast<uint64_t>(*index);
}

Value deque_getitem(Thread& thread, Arguments arguments) {
  const auto index = index_of(thread, self_of(arguments), arguments[1]);
  return index ? self_of(arguments)->at(*index) : Value::error();
}
Value deque_setitem(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  const auto index = index_of(thread, deque, arguments[1]);
  if (!index) return Value::error();
  store(deque->ring, deque->at(*index), arguments[2]);
  return Value::none();
}

void remove_at(Deque* deque, uint64_t index) {
  if (index < deque->count / 2) {
    for (; index > 0; --index) store(deque->ring, deque->at(index), deque->at(index - 1));
    deque_take_front(deque);
    return;
  }
  for (; index + 1 < deque->count; ++index) {
    store(deque->ring, deque->at(index), deque->at(index + 1));
  }
  deque_take_back(deque);
}

Value deque_delitem(Thread& thread, Arguments arguments) {
  const auto index = index_of(thread, self_of(arguments), arguments[1]);
  if (!index) return Value::error();
  remove_at(self_of(arguments), *index);
  return Value::none();
}

Value deque_insert(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  auto index = to_size_argument(thread, arguments[1]);
  if (!index) return Value::error();
  if (deque->limit >= 0 && deque->count >= static_cast<uint64_t>(deque->limit)) {
    return raise_index_error(thread, "deque already at its maximum size");
  }
  const auto count = static_cast<int64_t>(deque->count);
  if (*index < 0) *index += count;
  *index = *index < 0 ? 0 : *index > count ? count : *index;
  auto at = static_cast<uint64_t>(*index);
  if (at < deque->count / 2) {
    if (!deque_push_front(thread, deque, arguments[2])) return Value::error();
    for (uint64_t i = 0; i < at; ++i) std::swap(deque->at(i), deque->at(i + 1));
    return Value::none();
  }
  if (!deque_push_back(thread, deque, arguments[2])) return Value::error();
  for (uint64_t i = deque->count - 1; i > at; --i) std::swap(deque->at(i), deque->at(i - 1));
  return Value::none();
}

// Calls visit(index, is equal) for the elements of [from, to) until it returns false. False with
// an exception pending when a comparison raised or changed the deque.
template <class Visit>
bool compare_each(Thread& thread, Deque* deque, Value item, uint64_t from, uint64_t to,
                  Visit visit) {
  const uint64_t changes = deque->changes;
  for (uint64_t i = from; i < to; ++i) {
    const Truth same = equal_elements(thread, deque->at(i), item);
    if (same == Truth::Error) return false;
    if (deque->changes != changes) {
      raise_runtime_error(thread, "deque mutated during iteration");
      return false;
    }
    if (!visit(i, same == Truth::True)) return true;
  }
  return true;
}

// The first index of an element in [from, to), -1; nullopt on error.
std::optional<int64_t> find(Thread& thread, Deque* deque, Value item, uint64_t from, uint64_t to) {
  int64_t found = -1;
  const bool done = compare_each(thread, deque, item, from, to, [&](uint64_t index, bool same) {
    if (same) found = static_cast<int64_t>(index);
    return !same;
  });
  return done ? std::optional(found) : std::nullopt;
}

Value deque_contains(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  const auto found = find(thread, deque, arguments[1], 0, deque->count);
  return found ? Value::boolean(*found >= 0) : Value::error();
}

Value deque_count(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  int64_t count = 0;
  const bool done =
      compare_each(thread, deque, arguments[1], 0, deque->count, [&](uint64_t, bool same) {
        count += same ? 1 : 0;
        return true;
      });
  return done ? Value::small_int(count) : Value::error();
}

Value deque_index(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  const auto count = static_cast<int64_t>(deque->count);
  int64_t bounds[2] = {0, count};
  for (uint32_t i = 0; i < 2; ++i) {
    if (arguments[2 + i].is_unset()) continue;
    const auto bound = to_index_clamped(thread, arguments[2 + i]);
    if (!bound) return Value::error();
    bounds[i] = *bound < 0 ? (*bound + count < 0 ? 0 : *bound + count) : *bound;
    if (bounds[i] > count) bounds[i] = count;
  }
  const auto found = find(thread, deque, arguments[1], static_cast<uint64_t>(bounds[0]),
                          static_cast<uint64_t>(bounds[1]));
  if (!found) return Value::error();
  if (*found >= 0) return Value::small_int(*found);
  Str* shown = repr(thread, arguments[1]);
  if (shown == nullptr) return Value::error();
  return raise_value_error(thread, text(shown->view(), " is not in deque"));
}

Value deque_remove(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  const auto found = find(thread, deque, arguments[1], 0, deque->count);
  if (!found) {
    if (clear_pending_if(thread, thread.isolate.exceptions.runtime_error)) {
      return raise_index_error(thread, "deque mutated during iteration");
    }
    return Value::error();
  }
  if (*found < 0) {
    Str* shown = repr(thread, arguments[1]);
    if (shown == nullptr) return Value::error();
    return raise_value_error(thread, text(shown->view(), " is not in deque"));
  }
  remove_at(deque, static_cast<uint64_t>(*found));
  return Value::none();
}

// --- As a value ---------------------------------------------------------------------------------

Value deque_repr(Thread& thread, Arguments arguments) {
  Deque* deque = self_of(arguments);
  if (enter_repr(thread, arguments[0])) return Value::cell(make_str(thread, "[...]"));
  List* list = list_from_iterable(thread, arguments[0]);
  Str* shown = list == nullptr ? nullptr : repr(thread, Value::cell(list));
  leave_repr(thread, arguments[0]);
  if (shown == nullptr) return Value::error();
  std::string result = text(deque->type()->name->view(), "(", shown->view());
  if (deque->limit >= 0) result += text(", maxlen=", deque->limit);
  return Value::cell(make_str(thread, result + ")"));
}

template <CompareOperator op>
Value deque_compare(Thread& thread, Arguments arguments) {
  if (!is_deque(arguments[1])) return Value::not_implemented();
  if (op == CompareOperator::Eq || op == CompareOperator::Ne) {
    if (self_of(arguments)->count != arguments[1].as<Deque>()->count) {
      return Value::boolean(op == CompareOperator::Ne);
    }
  }
  List* left = list_from_iterable(thread, arguments[0]);
  List* right = list_from_iterable(thread, arguments[1]);
  if (left == nullptr || right == nullptr) return Value::error();
  return compare_lists(thread, op, left, right);
}

Value deque_add(Thread& thread, Arguments arguments) {
  if (!is_deque(arguments[1])) {
    return raise_type_error(thread, text("can only concatenate deque (not \"",
                                         type_name(thread, arguments[1]), "\") to deque"));
  }
  const Value copy = deque_copy(thread, arguments);
  if (!copy) return copy;
  return extend(thread, copy.as<Deque>(), arguments[1], false) ? copy : Value::error();
}

Value deque_iadd(Thread& thread, Arguments arguments) {
  return extend(thread, self_of(arguments), arguments[1], false) ? arguments[0] : Value::error();
}

// Repeats the elements in place.
bool repeat(Thread& thread, Deque* deque, int64_t times) {
  if (times <= 0) {
    deque_clear(deque);
    return true;
  }
  List* elements = list_from_iterable(thread, Value::cell(deque));
  if (elements == nullptr) return false;
  for (int64_t round = 1; round < times && elements->count != 0; ++round) {
    if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) return false;
    for (const Value element : elements->values()) {
      if (!deque_push_back(thread, deque, element)) return false;
    }
  }
  return true;
}

Value deque_imul(Thread& thread, Arguments arguments) {
  if (find_special(thread, arguments[1], Special::Index).is_unset()) {
    return Value::not_implemented();
  }
  const auto times = to_size_argument(thread, arguments[1]);
  return times && repeat(thread, self_of(arguments), *times) ? arguments[0] : Value::error();
}

Value deque_mul(Thread& thread, Arguments arguments) {
  if (find_special(thread, arguments[1], Special::Index).is_unset()) {
    return Value::not_implemented();
  }
  const auto times = to_size_argument(thread, arguments[1]);
  if (!times) return Value::error();
  const Value copy = deque_copy(thread, arguments);
  if (!copy) return copy;
  return repeat(thread, copy.as<Deque>(), *times) ? copy : Value::error();
}

Value deque_iter(Thread& thread, Arguments arguments) {
  return make_deque_iterator(thread, self_of(arguments), false);
}
Value deque_reversed(Thread& thread, Arguments arguments) {
  return make_deque_iterator(thread, self_of(arguments), true);
}
Value deque_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}
Value deque_sizeof(Thread&, Arguments arguments) {
  const Deque* deque = self_of(arguments);
  const uint64_t places = deque->ring == nullptr ? 0 : deque->ring->capacity;
  return Value::small_int(static_cast<int64_t>(sizeof(Deque) + places * sizeof(Value)));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "An empty deque.", deque_new},
    {"__init__", "(self, iterable=<unset>, maxlen=None)",
     "Fill with the elements of iterable; maxlen limits how many are kept.", deque_init},
    {"append", "(self, x, /)", "Add an element to the right side of the deque.", deque_append},
    {"appendleft", "(self, x, /)", "Add an element to the left side of the deque.",
     deque_appendleft},
    {"clear", "(self, /)", "Remove all elements from the deque.", deque_clear_method},
    {"copy", "(self, /)", "Return a shallow copy of a deque.", deque_copy},
    {"__copy__", "(self, /)", "Return a shallow copy of a deque.", deque_copy},
    {"count", "(self, x, /)", "The number of elements that equal x.", deque_count},
    {"extend", "(self, iterable, /)", "Add the elements of iterable on the right.", deque_extend},
    {"extendleft", "(self, iterable, /)", "Add the elements of iterable on the left, one by one.",
     deque_extendleft},
    {"index", "(self, value, start=<unset>, stop=<unset>, /)",
     "The first index of value; ValueError if there is none.", deque_index},
    {"insert", "(self, index, value, /)", "Insert value before index.", deque_insert},
    {"pop", "(self, /)", "Remove and return the rightmost element.", deque_pop},
    {"popleft", "(self, /)", "Remove and return the leftmost element.", deque_popleft},
    {"remove", "(self, value, /)", "Remove the first occurrence of value.", deque_remove},
    {"reverse", "(self, /)", "Reverse the order of the elements in place.", deque_reverse},
    {"rotate", "(self, n=1, /)",
     "Move n elements from the right to the left; negative n the other way.", deque_rotate},
    {"__len__", "(self, /)", "Return len(self).", deque_len},
    {"__getitem__", "(self, key, /)", "Return self[key].", deque_getitem},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", deque_setitem},
    {"__delitem__", "(self, key, /)", "Delete self[key].", deque_delitem},
    {"__contains__", "(self, key, /)", "Return key in self.", deque_contains},
    {"__iter__", "(self, /)", "Implement iter(self).", deque_iter},
    {"__reversed__", "(self, /)", "A reverse iterator over the deque.", deque_reversed},
    {"__repr__", "(self, /)", "Return repr(self).", deque_repr},
    {"__eq__", "(self, value, /)", "Return self==value.", deque_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", deque_compare<CompareOperator::Ne>},
    {"__lt__", "(self, value, /)", "Return self<value.", deque_compare<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self<=value.", deque_compare<CompareOperator::Le>},
    {"__gt__", "(self, value, /)", "Return self>value.", deque_compare<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self>=value.", deque_compare<CompareOperator::Ge>},
    {"__add__", "(self, value, /)", "Return self+value.", deque_add},
    {"__iadd__", "(self, value, /)", "Implement self+=value.", deque_iadd},
    {"__mul__", "(self, value, /)", "Return self*value.", deque_mul},
    {"__rmul__", "(self, value, /)", "Return value*self.", deque_mul},
    {"__imul__", "(self, value, /)", "Implement self*=value.", deque_imul},
    {"__reduce__", "(self, /)", "What pickling needs.", deque_reduce},
    {"__sizeof__", "(self, /)", "The size in memory, in bytes.", deque_sizeof},
    {"__class_getitem__", "(cls, item, /)", "The class with a type argument, for annotations.",
     deque_class_getitem},
};

constexpr NativeAttribute attributes[] = {
    {"maxlen", "maximum size of a deque or None if unbounded",
     [](Thread&, Value self) { return limit_value(self.as<Deque>()); }, nullptr},
};

constexpr TypeSpec deque_spec = {
    .name = "deque",
    .module = "collections",
    .doc = "A sequence that is fast at both ends.",
    .instance_kind = Kind::Deque,
    .instance_size = sizeof(Deque),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

void trace_deque(Cell* cell, Marker& marker) {
  auto* deque = static_cast<Deque*>(cell);
  marker.mark(deque->ring);
  if ((deque->flags_byte() & ExactFlag) == 0) trace_slots(deque, marker);
}

}  // namespace

Type* make_deque_type(Thread& thread) {
  thread.isolate.heap.register_kind(static_cast<uint8_t>(Kind::Deque),
                                    {"deque", trace_deque, nullptr});
  return make_builtin_type(thread, deque_spec, nullptr);
}

}  // namespace weft

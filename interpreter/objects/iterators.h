// The built-in iterators. Their layouts are open so that the dispatch loop can run `for` loops over
// ranges, lists, tuples, dicts, enumerate and zip without a call.
//
// An exhausted iterator drops what it iterates over (a null pointer, or unset) and stays exhausted.
// Whoever advances one in place keeps to what is said beside the fields.
#pragma once

#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/object.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/set.h"

namespace weft {

struct ListIterator : Object {  // kinds ListIterator, ListReverseIterator
  using Object::Object;
  List* list;      // null: exhausted
  uint64_t index;  // of the next element; it may have fallen off the end of a list that shrank.
                   // Backwards: index of the next element + 1
};

struct TupleIterator : Object {
  using Object::Object;
  Tuple* tuple;  // null: exhausted
  uint64_t index;
};

struct RangeIterator : Object {
  using Object::Object;
  int64_t next;  // all elements are small ints
  int64_t step;
  uint64_t remaining;  // 0: exhausted
};

// Of a range whose elements or length need more than 63 bits: ints of any size.
struct LongRangeIterator : Object {
  using Object::Object;
  Value next;
  Value step;
  Value remaining;
};

enum class DictPart : uint8_t { Keys, Values, Items };

struct DictIterator : Object {
  using Object::Object;
  Dict* dict;               // null: exhausted
  uint64_t position;        // entry to look at next (backwards: one more than that)
  uint64_t expected_count;  // of the dict as it was at the start; when it differs the dict changed
  uint64_t remaining;       // elements not given yet
  DictPart part;
  bool backwards;
};

struct SetIterator : Object {
  using Object::Object;
  Set* set;           // null: exhausted
  uint64_t position;  // slot to look at next
  uint64_t expected_count;
  uint64_t remaining;
};

// Through __getitem__ with 0, 1, 2 … until IndexError.
struct SequenceIterator : Object {
  using Object::Object;
  Value sequence;  // unset: exhausted
  int64_t index;
};

struct CallableIterator : Object {
  using Object::Object;
  Value callable;  // unset: exhausted
  Value sentinel;
};

struct Enumerate : Object {
  using Object::Object;
  Value iterator;
  Value index;  // an int of any size
};

// reversed() of a sequence that has no __reversed__.
struct Reversed : Object {
  using Object::Object;
  Value sequence;  // unset: exhausted
  int64_t index;   // of the next element; -1: exhausted
};

struct Zip : Object {
  using Object::Object;
  Tuple* iterators;  // a tuple of its own, never seen by scripts
  bool strict;
};

struct Map : Object {
  using Object::Object;
  Value function;
  Tuple* iterators;
};

struct Filter : Object {
  using Object::Object;
  Value function;  // None or bool: the element's own truth
  Value iterator;
};

// An iterator of a module written in C++, which decides what the fields mean.
struct NativeIterator : Object {
  using Object::Object;
  // The next element, unset at the end and ever after, error.
  Value (*step)(Thread& thread, NativeIterator* self);
  int64_t numbers[3];
  Value values[4];
};

// Whether iterator_next() may be asked directly: an iterator of a built-in kind (generators are
// none), no instance of a script subclass.
inline bool is_plain_iterator(Value iterator) {
  if (!iterator.is_cell()) return false;
  const Cell* cell = iterator.as_cell();
  const auto kind = static_cast<Kind>(cell->kind_byte());
  return kind >= Kind::ListIterator && kind <= Kind::MemoryViewIterator &&
         (cell->flags_byte() & ExactFlag) != 0;
}

// The next element of any iterator of a built-in kind; unset at the end, error with an exception
// pending. Ignores what a script subclass says; operations.h next() does not.
[[nodiscard]] Value iterator_next(Thread& thread, Value iterator);
// The same for native loops, which may never end: an interrupt or limit is an error.
[[nodiscard]] Value interruptible_next(Thread& thread, Value iterator);

// Of the iterators that compute their elements.
[[nodiscard]] Value enumerate_next(Thread& thread, Enumerate* enumerate);
// Without a tuple: the element is returned (unset at the end), its number is put into `index`.
[[nodiscard]] Value enumerate_next(Thread& thread, Enumerate* enumerate, Value& index);
// The same of an iterator of items: the value is returned, the key is put into `key`.
[[nodiscard]] Value dict_items_next(Thread& thread, DictIterator* iterator, Value& key);
[[nodiscard]] Value reversed_next(Thread& thread, Reversed* reversed);
[[nodiscard]] Value zip_next(Thread& thread, Zip* zip);
[[nodiscard]] Value map_next(Thread& thread, Map* map);
[[nodiscard]] Value filter_next(Thread& thread, Filter* filter);

// iter(object) of the exact built-in types.
[[nodiscard]] Value make_list_iterator(Thread& thread, List* list);
[[nodiscard]] Value make_reversed_list_iterator(Thread& thread, List* list);
[[nodiscard]] Value make_tuple_iterator(Thread& thread, Tuple* tuple);
[[nodiscard]] Value make_dict_iterator(Thread& thread, Dict* dict, DictPart part,
                                       bool backwards = false);
[[nodiscard]] Value make_set_iterator(Thread& thread, Set* set);
[[nodiscard]] Value make_sequence_iterator(Thread& thread, Value sequence);
// iter(callable, sentinel); the caller has checked that it can be called.
[[nodiscard]] Value make_callable_iterator(Thread& thread, Value callable, Value sentinel);
// reversed(object), with its protocol.
[[nodiscard]] Value make_reversed(Thread& thread, Value object);

// What a __next__ method returns for the result of iterator_next: unset becomes StopIteration.
[[nodiscard]] Value or_stop_iteration(Thread& thread, Value value);
// What the __reduce__ of iterators gives: (iter, (argument,)), with `state` after it unless unset.
[[nodiscard]] Value reduce_to_iter(Thread& thread, Value argument, Value state = Value::unset());

// Calls `visit(element)`, which returns false to stop with an exception pending, for each element.
// False when it stopped or the iterator raised.
template <class Visit>
bool for_each_of_iterator(Thread& thread, Value iterator, Visit visit) {
  if (is_plain_iterator(iterator)) {
    for (;;) {
      const Value value = interruptible_next(thread, iterator);
      if (!value) return false;
      if (value.is_unset()) return true;
      if (!visit(value)) return false;
    }
  }
  for (;;) {
    const Value value = next(thread, iterator);
    if (!value) return false;
    if (value.is_unset()) return true;
    if (!visit(value)) return false;
  }
}
template <class Visit>
bool for_each(Thread& thread, Value iterable, Visit visit) {
  if (is_exactly(iterable, Kind::List)) {
    List* list = iterable.as<List>();
    for (uint64_t i = 0; i < list->count; ++i) {
      if (!visit(list->items->values[i])) return false;
    }
    return true;
  }
  if (is_exactly(iterable, Kind::Tuple)) {
    const Tuple* tuple = iterable.as<Tuple>();
    for (uint64_t i = 0; i < tuple->count; ++i) {
      if (!visit(tuple->values[i])) return false;
    }
    return true;
  }
  const Value iterator = get_iterator(thread, iterable);
  return iterator && for_each_of_iterator(thread, iterator, visit);
}

}  // namespace weft

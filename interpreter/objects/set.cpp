// The set itself: what native code does with it. Which operand is walked through and in which order
// elements are added decides the order of the result, so it is CPython's. Tables are in
// set_table.cpp, what scripts see in set_methods.cpp.
#include "interpreter/objects/set.h"

#include <utility>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/set_table.h"

namespace weft {

using set_table::find;
using set_table::Found;
using set_table::merge;
using set_table::slot_hash;

namespace {

constexpr int64_t NoHash = -1;

Set* make_exact(Thread& thread, Type* type, int64_t finger_or_hash) {
  Set* set = make_object<Set>(thread, type);
  if (set == nullptr) return nullptr;
  set->table = nullptr;
  set->count = 0;
  set->finger_or_hash = finger_or_hash;
  return set;
}

bool is_frozen(const Set* set) { return set->kind() == Kind::FrozenSet; }

Set* make_like(Thread& thread, const Set* set) {
  return is_frozen(set) ? make_frozenset(thread) : make_set(thread);
}

Set* copy_like(Thread& thread, Set* source, const Set* like) {
  Set* copy = make_like(thread, like);
  return copy != nullptr && merge(thread, copy, source) ? copy : nullptr;
}

Set* fill_like(Thread& thread, Value iterable, const Set* like) {
  Set* set = make_like(thread, like);
  return set != nullptr && set_update(thread, set, iterable) ? set : nullptr;
}

// `visit(element, hash)` for each element, which may change the set; false stops.
template <class Visit>
bool for_each_element(Set* set, Visit visit) {
  uint64_t position = 0;
  Value element;
  while (set_next(set, position, element)) {
    if (!visit(element, slot_hash(set->table, position - 1))) return false;
  }
  return true;
}

Truth contains_hashed(Thread& thread, Set* set, Value element, int64_t hash) {
  Found found;
  if (!find(thread, set, element, hash, found)) return Truth::Error;
  return to_truth(found.slot >= 0);
}

Truth discard_hashed(Thread& thread, Set* set, Value element, int64_t hash) {
  Found found;
  if (!find(thread, set, element, hash, found)) return Truth::Error;
  if (found.slot < 0) return Truth::False;
  set_table::remove(set, static_cast<uint64_t>(found.slot));
  return Truth::True;
}

// The hash of something looked for. A set may be looked for where frozensets are: then `element`
// becomes a frozenset of the same elements.
// False with an exception pending.
bool hash_sought(Thread& thread, Value& element, int64_t& hash) {
  if (hash_element(thread, element, hash)) return true;
  if (!is_set(element) || !clear_pending_if(thread, thread.isolate.exceptions.type_error)) {
    return false;
  }
  Set* frozen = make_frozenset(thread);
  if (frozen == nullptr || !merge(thread, frozen, element.as<Set>())) return false;
  element = Value::cell(frozen);
  hash = *frozenset_hash(thread, frozen);
  return true;
}

SetElements elements_of_keys(const Dict* dict) {
  if (dict->table == nullptr || dict->table->all_str) return SetElements::Strs;
  return dict->table->all_small_int ? SetElements::SmallInts : SetElements::Any;
}

// Adds those elements of `source` that are in `other`.
bool add_common(Thread& thread, Set* result, Set* source, Set* other) {
  return for_each_element(source, [&](Value element, int64_t hash) {
    const Truth there = contains_hashed(thread, other, element, hash);
    if (there == Truth::Error) return false;
    return there == Truth::False || set_table::add(thread, result, element, hash);
  });
}

Set* copy_and_difference(Thread& thread, Set* set, Value iterable) {
  Set* result = copy_like(thread, set, set);
  return result != nullptr && set_difference_update(thread, result, iterable) ? result : nullptr;
}

}  // namespace

Set* make_set(Thread& thread) { return make_exact(thread, thread.isolate.types.set, 0); }

Set* make_frozenset(Thread& thread) {
  return make_exact(thread, thread.isolate.types.frozenset, NoHash);
}

Set* set_from_iterable(Thread& thread, Value iterable) {
  Set* set = make_set(thread);
  return set != nullptr && set_update(thread, set, iterable) ? set : nullptr;
}

Set* frozenset_from_iterable(Thread& thread, Value iterable) {
  if (is_exactly(iterable, Kind::FrozenSet)) return iterable.as<Set>();
  Set* set = make_frozenset(thread);
  return set != nullptr && set_update(thread, set, iterable) ? set : nullptr;
}

Set* set_copy(Thread& thread, Set* set) {
  Set* copy = make_set(thread);
  return copy != nullptr && merge(thread, copy, set) ? copy : nullptr;
}

// --- Changes ------------------------------------------------------------------------------------

bool set_add(Thread& thread, Set* set, Value element) {
  int64_t hash;
  return hash_element(thread, element, hash) && set_table::add(thread, set, element, hash);
}

bool set_update(Thread& thread, Set* set, Value iterable) {
  if (is_any_set(iterable)) return merge(thread, set, iterable.as<Set>());
  if (is_exactly(iterable, Kind::Dict)) {
    Dict* dict = iterable.as<Dict>();
    if (!set_table::prepare_for(thread, set, dict->count, elements_of_keys(dict))) return false;
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(dict, position, key, value)) {
      if (!set_add(thread, set, key)) return false;
    }
    return true;
  }
  return for_each(thread, iterable, [&](Value element) { return set_add(thread, set, element); });
}

Truth set_discard(Thread& thread, Set* set, Value element) {
  int64_t hash;
  if (!hash_sought(thread, element, hash)) return Truth::Error;
  return discard_hashed(thread, set, element, hash);
}

Value set_pop(Thread& thread, Set* set) {
  if (set->count == 0) {
    Str* message = make_ascii_str(thread, "pop from an empty set");
    return message == nullptr ? Value() : raise_key_error(thread, Value::cell(message));
  }
  SetTable* table = set->table;
  uint64_t slot = static_cast<uint64_t>(set->finger_or_hash) & table->mask;
  while (!set_table::is_live(table->element_at(slot))) slot = (slot + 1) & table->mask;
  const Value element = table->element_at(slot);
  set_table::remove(set, slot);
  set->finger_or_hash = static_cast<int64_t>(slot + 1);
  return element;
}

void set_clear(Set* set) {
  set->table = nullptr;
  set->count = 0;
}

bool set_difference_update(Thread& thread, Set* set, Value iterable) {
  if (iterable == Value::cell(set)) {
    set_clear(set);
    return true;
  }
  bool done;
  if (is_any_set(iterable)) {
    Set* other = iterable.as<Set>();
    if ((other->count >> 3) > set->count) {
      // Much larger than the set itself: only what they have in common matters.
      other = set_intersection(thread, set, iterable);
      if (other == nullptr) return false;
    }
    done = for_each_element(other, [&](Value element, int64_t hash) {
      return discard_hashed(thread, set, element, hash) != Truth::Error;
    });
  } else {
    done = for_each(thread, iterable, [&](Value element) {
      int64_t hash;
      return hash_element(thread, element, hash) &&
             discard_hashed(thread, set, element, hash) != Truth::Error;
    });
  }
  return done && set_table::tidy(thread, set);
}

bool set_symmetric_difference_update(Thread& thread, Set* set, Value iterable) {
  if (iterable == Value::cell(set)) {
    set_clear(set);
    return true;
  }
  const auto toggle = [&](Value element, int64_t hash) {
    const Truth removed = discard_hashed(thread, set, element, hash);
    if (removed == Truth::Error) return false;
    return removed == Truth::True || set_table::add(thread, set, element, hash);
  };
  if (is_any_set(iterable)) return for_each_element(iterable.as<Set>(), toggle);
  if (is_exactly(iterable, Kind::Dict)) {
    uint64_t position = 0;
    Value key;
    Value value;
    while (dict_next(iterable.as<Dict>(), position, key, value)) {
      int64_t hash;
      if (!hash_element(thread, key, hash) || !toggle(key, hash)) return false;
    }
    return true;
  }
  // What comes several times counts once.
  Set* other = fill_like(thread, iterable, set);
  return other != nullptr && for_each_element(other, toggle);
}

// --- Questions ----------------------------------------------------------------------------------

Truth set_contains(Thread& thread, Set* set, Value element) {
  int64_t hash;
  if (!hash_sought(thread, element, hash)) return Truth::Error;
  return contains_hashed(thread, set, element, hash);
}

Truth set_is_subset(Thread& thread, Set* set, Set* other) {
  if (set->count > other->count) return Truth::False;
  Truth result = Truth::True;
  for_each_element(set, [&](Value element, int64_t hash) {
    result = contains_hashed(thread, other, element, hash);
    return result == Truth::True;
  });
  return result;
}

Truth set_is_disjoint(Thread& thread, Set* set, Value iterable) {
  if (iterable == Value::cell(set)) return to_truth(set->count == 0);
  Truth found = Truth::False;
  if (is_any_set(iterable)) {
    Set* smaller = iterable.as<Set>();
    Set* larger = set;
    if (smaller->count > larger->count) std::swap(smaller, larger);
    for_each_element(smaller, [&](Value element, int64_t hash) {
      found = contains_hashed(thread, larger, element, hash);
      return found == Truth::False;
    });
  } else {
    const bool completed = for_each(thread, iterable, [&](Value element) {
      int64_t hash;
      found = hash_element(thread, element, hash) ? contains_hashed(thread, set, element, hash)
                                                  : Truth::Error;
      return found == Truth::False;
    });
    if (!completed && found == Truth::False) found = Truth::Error;
  }
  if (found == Truth::Error) return Truth::Error;
  return to_truth(found == Truth::False);
}

Truth set_equal(Thread& thread, Set* left, Set* right) {
  if (left->count != right->count) return Truth::False;
  if (is_frozen(left) && is_frozen(right) && left->finger_or_hash != NoHash &&
      right->finger_or_hash != NoHash && left->finger_or_hash != right->finger_or_hash) {
    return Truth::False;
  }
  return set_is_subset(thread, left, right);
}

// Independent of the order: each hash is scrambled on its own and the results are added up.
std::optional<int64_t> frozenset_hash(Thread&, Set* set) {
  if (set->finger_or_hash != NoHash) return set->finger_or_hash;
  const auto scramble = [](uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
  };
  uint64_t sum = set->count * 0x9e3779b97f4a7c15u;
  for_each_element(set, [&](Value, int64_t hash) {
    sum += scramble(static_cast<uint64_t>(hash) + 0x9e3779b97f4a7c15u);
    return true;
  });
  const auto hash = static_cast<int64_t>(scramble(sum));
  set->finger_or_hash = hash == NoHash ? NoHash - 1 : hash;
  return set->finger_or_hash;
}

// --- New sets -----------------------------------------------------------------------------------

Set* set_union(Thread& thread, Set* set, Value iterable) {
  Set* result = copy_like(thread, set, set);
  return result != nullptr && set_update(thread, result, iterable) ? result : nullptr;
}

Set* set_intersection(Thread& thread, Set* set, Value iterable) {
  if (iterable == Value::cell(set)) return copy_like(thread, set, set);
  Set* result = make_like(thread, set);
  if (result == nullptr) return nullptr;
  if (is_any_set(iterable)) {
    Set* smaller = iterable.as<Set>();
    Set* larger = set;
    if (smaller->count > larger->count) std::swap(smaller, larger);
    return add_common(thread, result, smaller, larger) ? result : nullptr;
  }
  const bool done = for_each(thread, iterable, [&](Value element) {
    int64_t hash;
    if (!hash_element(thread, element, hash)) return false;
    const Truth there = contains_hashed(thread, set, element, hash);
    if (there == Truth::Error) return false;
    return there == Truth::False || set_table::add(thread, result, element, hash);
  });
  return done ? result : nullptr;
}

Set* set_difference(Thread& thread, Set* set, Value iterable) {
  Dict* dict = cast_if<Dict>(iterable, Kind::Dict);
  if (dict == nullptr && !is_any_set(iterable)) return copy_and_difference(thread, set, iterable);
  if (set->count == 0) return copy_like(thread, set, set);
  const uint64_t other_count = dict != nullptr ? dict->count : iterable.as<Set>()->count;
  // Few to be taken away: a copy without them.
  if ((set->count >> 2) > other_count) return copy_and_difference(thread, set, iterable);
  Set* result = make_like(thread, set);
  if (result == nullptr) return nullptr;
  const bool done = for_each_element(set, [&](Value element, int64_t hash) {
    const Truth there = dict != nullptr
                            ? dict_contains(thread, dict, element)
                            : contains_hashed(thread, iterable.as<Set>(), element, hash);
    if (there == Truth::Error) return false;
    return there == Truth::True || set_table::add(thread, result, element, hash);
  });
  return done ? result : nullptr;
}

Set* set_symmetric_difference(Thread& thread, Set* set, Value iterable) {
  Set* result = fill_like(thread, iterable, set);
  return result != nullptr && set_symmetric_difference_update(thread, result, Value::cell(set))
             ? result
             : nullptr;
}

}  // namespace weft

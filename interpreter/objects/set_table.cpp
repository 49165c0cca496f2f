#include "interpreter/objects/set_table.h"

#include <cstring>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"

namespace weft::set_table {

namespace {

constexpr uint64_t LargestSize = uint64_t{1} << 31;

constexpr uint64_t slot_bytes(SetElements elements) {
  return elements == SetElements::Any ? sizeof(SetSlot) : sizeof(Value);
}

SetTable* make_table(Thread& thread, uint64_t size, SetElements elements) {
  if (size > LargestSize) {
    raise_memory_error(thread);
    return nullptr;
  }
  const size_t bytes = size * slot_bytes(elements);
  auto* table = make_cell<SetTable>(thread, bytes, internal_header(Kind::SetTable));
  if (table == nullptr) return nullptr;
  table->mask = static_cast<uint32_t>(size - 1);
  table->fill = 0;
  table->elements = elements;
  static_assert(Value().bits() == 0);
  std::memset(static_cast<void*>(table->plain_slots()), 0, bytes);
  return table;
}

void put(SetTable* table, uint64_t slot, Value element, int64_t hash) {
  if (table->elements == SetElements::Any) {
    table->hashed_slots()[slot].hash = hash;
    store(table, table->hashed_slots()[slot].element, element);
  } else {
    store(table, table->plain_slots()[slot], element);
  }
}

// Into a table that has no removed slots and does not hold the element.
void put_new(SetTable* table, Value element, int64_t hash) {
  probe(hash, table->mask, [&](uint64_t slot) {
    if (!table->element_at(slot).is_error()) return false;
    put(table, slot, element, hash);
    return true;
  });
  ++table->fill;
}

// The same slots with hashes beside them.
bool add_hashes(Thread& thread, Set* set) {
  SetTable* old = set->table;
  SetTable* table = make_table(thread, uint64_t{old->mask} + 1, SetElements::Any);
  if (table == nullptr) return false;
  table->fill = old->fill;
  for (uint64_t slot = 0; slot <= old->mask; ++slot) {
    const Value element = old->plain_slots()[slot];
    table->hashed_slots()[slot].element = element;
    if (is_live(element)) table->hashed_slots()[slot].hash = slot_hash(old, slot);
  }
  store(set, set->table, table);
  return true;
}

// Makes the table one that may hold elements of the sort given. `set->table` may be replaced, but
// slots keep their numbers.
bool admit(Thread& thread, Set* set, SetElements elements) {
  SetTable* table = set->table;
  if (table == nullptr) {
    table = make_table(thread, SmallestMask + 1, elements);
    if (table == nullptr) return false;
    store(set, set->table, table);
    return true;
  }
  if (table->elements == elements || table->elements == SetElements::Any) return true;
  if (set->count == 0 && elements != SetElements::Any) {
    table->elements = elements;
    return true;
  }
  return add_hashes(thread, set);
}

bool too_full(const SetTable* table, uint64_t fill) {
  return fill * 5 >= uint64_t{table->mask} * 3;
}

uint64_t grown(uint64_t count) {
  constexpr uint64_t Many = 50000;
  return count > Many ? count * 2 : count * 4;
}

}  // namespace

namespace {

// One look through the table; `element_of` and `hash_of` give what lies in a slot. False: an
// exception is pending. `changed`: script code that compared has changed the table.
template <class ElementOf, class HashOf>
bool look_through(Thread& thread, Set* set, Value element, int64_t hash, Found& found,
                  bool& changed, ElementOf element_of, HashOf hash_of) {
  SetTable* table = set->table;
  bool failed = false;
  probe(hash, table->mask, [&](uint64_t slot) {
    const Value present = element_of(slot);
    if (present.is_error()) {
      if (!found.reused) found.free = slot;
      return true;
    }
    if (present.is_unset()) {
      found.free = slot;
      found.reused = true;
      return false;
    }
    if (hash_of(slot) != hash) return false;
    const Truth same = equal_elements(thread, present, element);
    failed = same == Truth::Error;
    if (failed) return true;
    changed = set->table != table || element_of(slot) != present;
    if (changed) return true;
    if (same == Truth::False) return false;
    found.slot = static_cast<int64_t>(slot);
    return true;
  });
  return !failed;
}

}  // namespace

bool find_any(Thread& thread, Set* set, Value element, int64_t hash, Found& found) {
  const SetElements kind = elements_for(element);
  for (;;) {
    SetTable* table = set->table;
    found = {-1, 0, false};
    if (table == nullptr) return true;
    bool changed = false;
    if (table->elements == SetElements::Any) {
      const SetSlot* slots = table->hashed_slots();
      if (!look_through(
              thread, set, element, hash, found, changed,
              [=](uint64_t slot) { return slots[slot].element; },
              [=](uint64_t slot) { return slots[slot].hash; })) {
        return false;
      }
    } else {
      // An exact str and a small int are never equal, so no candidate is compared then.
      const bool never_equal = kind != SetElements::Any && kind != table->elements;
      const Value* slots = table->plain_slots();
      if (!look_through(
              thread, set, element, hash, found, changed,
              [=](uint64_t slot) { return slots[slot]; },
              [=](uint64_t slot) { return never_equal ? ~hash : slot_hash(table, slot); })) {
        return false;
      }
    }
    if (!changed) return true;
  }
}

bool add(Thread& thread, Set* set, Value element, int64_t hash) {
  Found found;
  if (!find(thread, set, element, hash, found)) return false;
  if (found.slot >= 0) return true;
  const bool had_table = set->table != nullptr;
  if (!admit(thread, set, elements_for(element))) return false;
  SetTable* table = set->table;
  if (!had_table) found.free = static_cast<uint64_t>(hash) & table->mask;
  put(table, found.free, element, hash);
  ++set->count;
  if (found.reused) return true;
  ++table->fill;
  return !too_full(table, table->fill) || resize(thread, set, grown(set->count));
}

void remove(Set* set, uint64_t slot) {
  SetTable* table = set->table;
  Value& element = table->elements == SetElements::Any ? table->hashed_slots()[slot].element
                                                       : table->plain_slots()[slot];
  element = Value::unset();
  --set->count;
}

bool resize(Thread& thread, Set* set, uint64_t minimum, SetElements if_new) {
  uint64_t size = SmallestMask + 1;
  while (size <= minimum) size <<= 1;
  SetTable* old = set->table;
  SetTable* table = make_table(thread, size, old == nullptr ? if_new : old->elements);
  if (table == nullptr) return false;
  if (old != nullptr) {
    for (uint64_t slot = 0; slot <= old->mask; ++slot) {
      const Value element = old->element_at(slot);
      if (is_live(element)) put_new(table, element, slot_hash(old, slot));
    }
  }
  store(set, set->table, table);
  return true;
}

bool prepare_for(Thread& thread, Set* set, uint64_t count, SetElements elements) {
  const uint64_t fill = set->table == nullptr ? 0 : set->table->fill;
  const uint64_t mask = set->table == nullptr ? SmallestMask : set->table->mask;
  if ((fill + count) * 5 < mask * 3) return true;
  return resize(thread, set, (set->count + count) * 2, elements);
}

bool merge(Thread& thread, Set* set, Set* other) {
  if (set == other || other->count == 0) return true;
  SetTable* source = other->table;
  if (!prepare_for(thread, set, other->count, source->elements)) return false;
  if (set->table == nullptr || set->table->fill == 0) {
    if (!admit(thread, set, source->elements)) return false;
    SetTable* table = set->table;
    if (table->elements == source->elements && table->mask == source->mask &&
        source->fill == other->count) {
      std::memcpy(static_cast<void*>(table->plain_slots()), source->plain_slots(),
                  (uint64_t{table->mask} + 1) * slot_bytes(table->elements));
      table->fill = source->fill;
    } else {
      for (uint64_t slot = 0; slot <= source->mask; ++slot) {
        const Value element = source->element_at(slot);
        if (is_live(element)) put_new(table, element, slot_hash(source, slot));
      }
    }
    set->count = other->count;
    return true;
  }
  // Comparing may run script code that changes `other`: its table, once replaced, stays as it was.
  for (uint64_t slot = 0; slot <= source->mask; ++slot) {
    const Value element = source->element_at(slot);
    if (is_live(element) && !add(thread, set, element, slot_hash(source, slot))) return false;
  }
  return true;
}

bool tidy(Thread& thread, Set* set) {
  const SetTable* table = set->table;
  if (table == nullptr || table->fill - set->count <= table->mask / 4) return true;
  return resize(thread, set, grown(set->count));
}

}  // namespace weft::set_table

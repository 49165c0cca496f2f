// What the collector traces of containers and iterators.

#include "interpreter/objects/dict.h"
#include "interpreter/objects/dict_views.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/kinds.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/mapping_proxy.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/slice.h"

namespace weft {

namespace {

// Attribute slots exist in instances of script subclasses only.
void trace_subclass_slots(Object* object, Marker& marker) {
  if ((object->flags_byte() & ExactFlag) == 0) trace_slots(object, marker);
}

void trace_dict_table(Cell* cell, Marker& marker) {
  auto* table = static_cast<DictTable*>(cell);
  const DictEntry* entries = table->entries();
  if (table->all_small_int) {
    for (uint32_t i = 0; i < table->entry_count; ++i) marker.mark(entries[i].value);
    return;
  }
  static_assert(sizeof(DictEntry) == 2 * sizeof(Value));
  const auto* values = reinterpret_cast<const Value*>(entries);
  marker.mark_range(values, values + size_t{table->entry_count} * 2);
}

void trace_set_table(Cell* cell, Marker& marker) {
  auto* table = static_cast<SetTable*>(cell);
  const uint64_t slots = uint64_t{table->mask} + 1;
  switch (table->elements) {
    case SetElements::SmallInts:
      break;
    case SetElements::Strs:
      marker.mark_range(table->plain_slots(), table->plain_slots() + slots);
      break;
    case SetElements::Any:
      for (uint64_t i = 0; i < slots; ++i) marker.mark(table->hashed_slots()[i].element);
      break;
  }
}

void trace_list(Cell* cell, Marker& marker) {
  auto* list = static_cast<List*>(cell);
  marker.mark(list->items);
  trace_subclass_slots(list, marker);
}

void trace_tuple(Cell* cell, Marker& marker) {
  auto* tuple = static_cast<Tuple*>(cell);
  marker.mark_range(tuple->values, tuple->values + tuple->count);
  trace_subclass_slots(tuple, marker);
}

void trace_dict(Cell* cell, Marker& marker) {
  auto* dict = static_cast<Dict*>(cell);
  marker.mark(dict->table);
  trace_subclass_slots(dict, marker);
}

void trace_set(Cell* cell, Marker& marker) {
  auto* set = static_cast<Set*>(cell);
  marker.mark(set->table);
  trace_subclass_slots(set, marker);
}

void trace_range(Cell* cell, Marker& marker) {
  auto* range = static_cast<Range*>(cell);
  marker.mark(range->start);
  marker.mark(range->stop);
  marker.mark(range->step);
  marker.mark(range->length);
}

void trace_slice(Cell* cell, Marker& marker) {
  auto* slice = static_cast<Slice*>(cell);
  marker.mark(slice->start);
  marker.mark(slice->stop);
  marker.mark(slice->step);
}

void trace_dict_view(Cell* cell, Marker& marker) {
  marker.mark(static_cast<DictView*>(cell)->dict);
}

void trace_mapping_proxy(Cell* cell, Marker& marker) {
  marker.mark(static_cast<MappingProxy*>(cell)->mapping);
}

void trace_list_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<ListIterator*>(cell)->list);
}

void trace_tuple_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<TupleIterator*>(cell)->tuple);
}

void trace_long_range_iterator(Cell* cell, Marker& marker) {
  auto* iterator = static_cast<LongRangeIterator*>(cell);
  marker.mark(iterator->next);
  marker.mark(iterator->step);
  marker.mark(iterator->remaining);
}

void trace_dict_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<DictIterator*>(cell)->dict);
}

void trace_set_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<SetIterator*>(cell)->set);
}

void trace_sequence_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<SequenceIterator*>(cell)->sequence);
}

void trace_callable_iterator(Cell* cell, Marker& marker) {
  auto* iterator = static_cast<CallableIterator*>(cell);
  marker.mark(iterator->callable);
  marker.mark(iterator->sentinel);
}

void trace_enumerate(Cell* cell, Marker& marker) {
  auto* enumerate = static_cast<Enumerate*>(cell);
  marker.mark(enumerate->iterator);
  marker.mark(enumerate->index);
  trace_subclass_slots(enumerate, marker);
}

void trace_reversed(Cell* cell, Marker& marker) {
  auto* reversed = static_cast<Reversed*>(cell);
  marker.mark(reversed->sequence);
  trace_subclass_slots(reversed, marker);
}

void trace_zip(Cell* cell, Marker& marker) {
  auto* zip = static_cast<Zip*>(cell);
  marker.mark(zip->iterators);
  trace_subclass_slots(zip, marker);
}

void trace_map(Cell* cell, Marker& marker) {
  auto* map = static_cast<Map*>(cell);
  marker.mark(map->function);
  marker.mark(map->iterators);
  trace_subclass_slots(map, marker);
}

void trace_filter(Cell* cell, Marker& marker) {
  auto* filter = static_cast<Filter*>(cell);
  marker.mark(filter->function);
  marker.mark(filter->iterator);
  trace_subclass_slots(filter, marker);
}

void trace_native_iterator(Cell* cell, Marker& marker) {
  auto* iterator = static_cast<NativeIterator*>(cell);
  marker.mark_range(std::begin(iterator->values), std::end(iterator->values));
  trace_subclass_slots(iterator, marker);
}

struct ContainerKind {
  Kind kind;
  runtime::KindInfo info;
};

constexpr ContainerKind ContainerKinds[] = {
    {Kind::DictTable, {"dict table", trace_dict_table, nullptr}},
    {Kind::SetTable, {"set table", trace_set_table, nullptr}},
    {Kind::List, {"list", trace_list, nullptr}},
    {Kind::Tuple, {"tuple", trace_tuple, nullptr}},
    {Kind::Dict, {"dict", trace_dict, nullptr}},
    {Kind::Set, {"set", trace_set, nullptr}},
    {Kind::FrozenSet, {"frozenset", trace_set, nullptr}},
    {Kind::Range, {"range", trace_range, nullptr}},
    {Kind::Slice, {"slice", trace_slice, nullptr}},
    {Kind::DictKeys, {"dict keys", trace_dict_view, nullptr}},
    {Kind::DictValues, {"dict values", trace_dict_view, nullptr}},
    {Kind::DictItems, {"dict items", trace_dict_view, nullptr}},
    {Kind::MappingProxy, {"mapping proxy", trace_mapping_proxy, nullptr}},
    {Kind::ListIterator, {"list iterator", trace_list_iterator, nullptr}},
    {Kind::ListReverseIterator, {"list reverse iterator", trace_list_iterator, nullptr}},
    {Kind::TupleIterator, {"tuple iterator", trace_tuple_iterator, nullptr}},
    {Kind::RangeIterator, {"range iterator", nullptr, nullptr}},
    {Kind::LongRangeIterator, {"long range iterator", trace_long_range_iterator, nullptr}},
    {Kind::DictIterator, {"dict iterator", trace_dict_iterator, nullptr}},
    {Kind::SetIterator, {"set iterator", trace_set_iterator, nullptr}},
    {Kind::SequenceIterator, {"sequence iterator", trace_sequence_iterator, nullptr}},
    {Kind::CallableIterator, {"callable iterator", trace_callable_iterator, nullptr}},
    {Kind::Enumerate, {"enumerate", trace_enumerate, nullptr}},
    {Kind::Reversed, {"reversed", trace_reversed, nullptr}},
    {Kind::Zip, {"zip", trace_zip, nullptr}},
    {Kind::Map, {"map", trace_map, nullptr}},
    {Kind::Filter, {"filter", trace_filter, nullptr}},
    {Kind::NativeIterator, {"native iterator", trace_native_iterator, nullptr}},
};

}  // namespace

void register_container_kinds(runtime::Heap& heap) {
  for (const ContainerKind& entry : ContainerKinds) {
    heap.register_kind(static_cast<uint8_t>(entry.kind), entry.info);
  }
}

}  // namespace weft

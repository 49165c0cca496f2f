// How the collector treats the cells of text and bytes.
#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/memoryview.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_iterator.h"

namespace weft {

namespace {

void trace_str(Cell* cell, Marker& marker) {
  auto* text = static_cast<Str*>(cell);
  if (text->storage_form != Str::Storage::None) marker.mark(text->storage());
  if ((text->flags_byte() & ExactFlag) == 0) trace_slots(text, marker);
}

void trace_bytes(Cell* cell, Marker& marker) {
  auto* bytes = static_cast<Bytes*>(cell);
  if ((bytes->flags_byte() & ExactFlag) == 0) trace_slots(bytes, marker);
}

void trace_bytearray(Cell* cell, Marker& marker) {
  auto* array = static_cast<ByteArray*>(cell);
  marker.mark(array->buffer);
  if (array->exports != nullptr) {
    marker.mark(array->exports);
    auto** places = reinterpret_cast<Cell**>(array->exports->bytes);
    for (uint64_t i = 0; i < array->exports->capacity / sizeof(Cell*); ++i)
      if (places[i] != nullptr) marker.mark_weak(&places[i]);
  }
  if ((array->flags_byte() & ExactFlag) == 0) trace_slots(array, marker);
}

void trace_memoryview(Cell* cell, Marker& marker) {
  auto* view = static_cast<MemoryView*>(cell);
  marker.mark(view->owner);
}

void trace_str_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<StrIterator*>(cell)->text);
}

void trace_bytes_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<BytesIterator*>(cell)->bytes);
}

void trace_memoryview_iterator(Cell* cell, Marker& marker) {
  marker.mark(static_cast<MemoryViewIterator*>(cell)->view);
}

}  // namespace

void register_text_kinds(runtime::Heap& heap) {
  const auto add = [&](Kind kind, const char* name, void (*trace)(Cell*, Marker&)) {
    heap.register_kind(static_cast<uint8_t>(kind), {name, trace, nullptr});
  };
  add(Kind::Str, "str", trace_str);
  add(Kind::Bytes, "bytes", trace_bytes);
  add(Kind::ByteArray, "bytearray", trace_bytearray);
  add(Kind::MemoryView, "memoryview", trace_memoryview);
  add(Kind::StrIterator, "str iterator", trace_str_iterator);
  add(Kind::BytesIterator, "bytes iterator", trace_bytes_iterator);
  add(Kind::MemoryViewIterator, "memoryview iterator", trace_memoryview_iterator);
}

}  // namespace weft

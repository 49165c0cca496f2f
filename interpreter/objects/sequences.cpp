#include "interpreter/objects/sequences.h"

#include <cstring>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_builder.h"

namespace weft {

Value as_list_or_tuple(Thread& thread, Value iterable, std::string_view error_text) {
  if (is_exactly(iterable, Kind::List) || is_exactly(iterable, Kind::Tuple)) return iterable;
  const Value iterator = get_iterator(thread, iterable);
  if (!iterator) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error)) {
      raise_type_error(thread, error_text);
    }
    return {};
  }
  List* list = list_from_iterable(thread, iterator);
  return list == nullptr ? Value() : Value::cell(list);
}

std::span<const Value> elements_of(Value list_or_tuple) {
  if (is_list(list_or_tuple)) return list_or_tuple.as<List>()->values();
  return list_or_tuple.as<Tuple>()->view();
}

Value to_repeat_count(Thread& thread, Value value) {
  if (value.is_small_int()) return value;
  const std::optional<int64_t> count = to_index(thread, value);
  if (!count) {
    if (clear_pending_if(thread, thread.isolate.exceptions.overflow_error)) {
      raise_overflow_error(
          thread, text("cannot fit '", type_name(thread, value), "' into an index-sized integer"));
    }
    return {};
  }
  // Beyond what any sequence can hold all counts are alike.
  constexpr int64_t Limit = Value::SmallIntMax;
  return Value::small_int(*count > Limit ? Limit : *count < 0 ? 0 : *count);
}

std::optional<uint64_t> repeated_count(Thread& thread, uint64_t count, int64_t times) {
  if (times <= 0 || count == 0) return 0;
  if (static_cast<uint64_t>(times) > MaximumElements / count) {
    raise_memory_error(thread);
    return std::nullopt;
  }
  return count * static_cast<uint64_t>(times);
}

void repeat_elements(Value* target, uint64_t count, uint64_t total) {
  if (count == 1) {
    const Value value = target[0];
    for (uint64_t i = 1; i < total; ++i) target[i] = value;
    return;
  }
  // Doubles what is there already.
  for (uint64_t filled = count; filled < total;) {
    const uint64_t piece = filled < total - filled ? filled : total - filled;
    std::memcpy(static_cast<void*>(target + filled), target, piece * sizeof(Value));
    filled += piece;
  }
}

bool append_repr(Thread& thread, StrBuilder& builder, Value value) {
  Str* shown = repr(thread, value);
  if (shown == nullptr) return false;
  builder.append(shown);
  return true;
}

}  // namespace weft

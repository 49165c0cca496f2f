// Module bisect: places in sorted sequences.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

enum class Side : bool { Left, Right };

// Where `item` belongs among elements [low, high) of the sequence by their keys; -1 with an
// exception pending.
int64_t find_place(Thread& thread, Side side, Value sequence, Value item, int64_t low, int64_t high,
                   Value key) {
  while (low < high) {
    const int64_t middle = low + (high - low) / 2;
    Value element = get_item(thread, sequence, Value::small_int(middle));
    if (element && !key.is_none()) element = call(thread, key, {element});
    if (!element) return -1;
    const Truth before = side == Side::Left
                             ? compare_truth(thread, CompareOperator::Lt, element, item)
                             : compare_truth(thread, CompareOperator::Lt, item, element);
    if (before == Truth::Error) return -1;
    if ((before == Truth::True) == (side == Side::Left)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// a, x, lo, hi, key; `item` is what the elements' keys are compared with.
int64_t find_place(Thread& thread, Side side, Arguments arguments, Value item) {
  const auto low = to_size_argument(thread, arguments[2]);
  if (!low) return -1;
  if (*low < 0) {
    raise_value_error(thread, "lo must be non-negative");
    return -1;
  }
  int64_t high = 0;
  if (arguments[3].is_none()) {
    const auto count = length(thread, arguments[0]);
    if (!count) return -1;
    high = static_cast<int64_t>(*count);
  } else {
    const auto given = to_size_argument(thread, arguments[3]);
    if (!given) return -1;
    high = *given;
  }
  return find_place(thread, side, arguments[0], item, *low, high, arguments[4]);
}

template <Side side>
Value bisect_find(Thread& thread, Arguments arguments) {
  const int64_t place = find_place(thread, side, arguments, arguments[1]);
  return place < 0 ? Value::error() : Value::small_int(place);
}

template <Side side>
Value bisect_insert(Thread& thread, Arguments arguments) {
  Value item = arguments[1];
  if (!arguments[4].is_none()) {
    item = call(thread, arguments[4], {item});
    if (!item) return item;
  }
  const int64_t place = find_place(thread, side, arguments, item);
  if (place < 0) return Value::error();
  if (is_exactly(arguments[0], Kind::List)) {
    List* list = arguments[0].as<List>();
    const auto at = static_cast<uint64_t>(place);
    return list_insert(thread, list, at > list->count ? list->count : at, arguments[1])
               ? Value::none()
               : Value::error();
  }
  const Value done =
      call_method(thread, arguments[0], "insert", {Value::small_int(place), arguments[1]});
  return done ? Value::none() : done;
}

constexpr std::string_view Signature = "(a, x, lo=0, hi=None, *, key=None)";
constexpr NativeMethod functions[] = {
    {"bisect_right", Signature, "Where to insert x behind all equal elements of the sorted a.",
     bisect_find<Side::Right>},
    {"bisect", Signature, "Where to insert x behind all equal elements of the sorted a.",
     bisect_find<Side::Right>},
    {"bisect_left", Signature, "Where to insert x before all equal elements of the sorted a.",
     bisect_find<Side::Left>},
    {"insort_right", Signature, "Insert x into the sorted a, behind all equal elements.",
     bisect_insert<Side::Right>},
    {"insort", Signature, "Insert x into the sorted a, behind all equal elements.",
     bisect_insert<Side::Right>},
    {"insort_left", Signature, "Insert x into the sorted a, before all equal elements.",
     bisect_insert<Side::Left>},
};

}  // namespace

bool fill_bisect(Thread& thread, Module* module) {
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return add_native_functions(thread, module->dict, module_name, functions);
}

}  // namespace weft

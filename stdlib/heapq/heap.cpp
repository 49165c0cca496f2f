// Module _heapq: heaps in lists. The smallest element is the first; the children of element i are
// 2i+1 and 2i+2.
//
// Comparisons may run script code that changes the list: its size is looked at after each, and an
// element is read again after every call.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

enum class Order : bool { Smallest, Largest };

Truth less(Thread& thread, Value left, Value right) {
  if (left.is_small_int() && right.is_small_int()) {
    return to_truth(left.as_small_int() < right.as_small_int());
  }
  return compare_truth(thread, CompareOperator::Lt, left, right);
}

// Whether `left` belongs above `right`.
Truth goes_above(Thread& thread, Order order, Value left, Value right) {
  return order == Order::Smallest ? less(thread, left, right) : less(thread, right, left);
}

bool check_size(Thread& thread, const List* heap, uint64_t count) {
  if (heap->count == count) return true;
  raise_runtime_error(thread, "list changed size during iteration");
  return false;
}

void swap_elements(List* heap, uint64_t left, uint64_t right) {
  const Value value = heap->items->values[left];
  store(heap->items, heap->items->values[left], heap->items->values[right]);
  store(heap->items, heap->items->values[right], value);
}

// Moves the element at `place` up to where it belongs, but not above `top`.
bool rise(Thread& thread, List* heap, Order order, uint64_t top, uint64_t place) {
  const uint64_t count = heap->count;
  while (place > top) {
    const uint64_t parent = (place - 1) / 2;
    const Truth above =
        goes_above(thread, order, heap->items->values[place], heap->items->values[parent]);
    if (above == Truth::Error || !check_size(thread, heap, count)) return false;
    if (above == Truth::False) break;
    swap_elements(heap, place, parent);
    place = parent;
  }
  return true;
}

// The element at `place` may belong below its children: the better child moves up along the way to
// a leaf, and from there the element rises again. It mostly belongs far down, so this compares less
// than looking where to stop.
bool sink(Thread& thread, List* heap, Order order, uint64_t place) {
  const uint64_t count = heap->count;
  const uint64_t top = place;
  while (2 * place + 1 < count) {
    uint64_t child = 2 * place + 1;
    if (child + 1 < count) {
      const Truth left_above =
          goes_above(thread, order, heap->items->values[child], heap->items->values[child + 1]);
      if (left_above == Truth::Error || !check_size(thread, heap, count)) return false;
      if (left_above == Truth::False) ++child;
    }
    swap_elements(heap, place, child);
    place = child;
  }
  return rise(thread, heap, order, top, place);
}

// `place` is how errors call the argument: "heappush() argument 1".
List* heap_argument(Thread& thread, std::string_view place, Value value) {
  if (is_list(value)) return value.as<List>();
  raise_type_error(thread, text(place, " must be list, not ", argument_type_name(thread, value)));
  return nullptr;
}

Value heapq_heappush(Thread& thread, Arguments arguments) {
  List* heap = heap_argument(thread, "heappush() argument 1", arguments[0]);
  if (heap == nullptr || !list_append(thread, heap, arguments[1])) return Value::error();
  return rise(thread, heap, Order::Smallest, 0, heap->count - 1) ? Value::none() : Value::error();
}

template <Order order>
Value heapq_heappop(Thread& thread, Arguments arguments) {
  List* heap = heap_argument(thread, "heappop() argument", arguments[0]);
  if (heap == nullptr) return Value::error();
  if (heap->count == 0) return raise_index_error(thread, "index out of range");
  const Value last = list_pop(thread, heap, heap->count - 1);
  if (!last || heap->count == 0) return last;
  const Value first = heap->items->values[0];
  store(heap->items, heap->items->values[0], last);
  return sink(thread, heap, order, 0) ? first : Value::error();
}

template <Order order>
Value heapq_heapreplace(Thread& thread, Arguments arguments) {
  List* heap = heap_argument(thread, "heapreplace() argument 1", arguments[0]);
  if (heap == nullptr) return Value::error();
  if (heap->count == 0) return raise_index_error(thread, "index out of range");
  const Value first = heap->items->values[0];
  store(heap->items, heap->items->values[0], arguments[1]);
  return sink(thread, heap, order, 0) ? first : Value::error();
}

Value heapq_heappushpop(Thread& thread, Arguments arguments) {
  List* heap = heap_argument(thread, "heappushpop() argument 1", arguments[0]);
  if (heap == nullptr) return Value::error();
  if (heap->count == 0) return arguments[1];
  const Truth smaller = less(thread, heap->items->values[0], arguments[1]);
  if (smaller == Truth::Error) return Value::error();
  if (smaller == Truth::False) return arguments[1];
  return heapq_heapreplace<Order::Smallest>(thread, arguments);
}

template <Order order>
Value heapq_heapify(Thread& thread, Arguments arguments) {
  List* heap = heap_argument(thread, "heapify() argument", arguments[0]);
  if (heap == nullptr) return Value::error();
  const uint64_t count = heap->count;
  for (uint64_t place = count / 2; place > 0; --place) {
    if (!sink(thread, heap, order, place - 1) || !check_size(thread, heap, count)) {
      return Value::error();
    }
  }
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"heappush", "(heap, item, /)", "Push item onto heap, maintaining the heap invariant.",
     heapq_heappush},
    {"heappushpop", "(heap, item, /)", "Push item, then pop and return the smallest item.",
     heapq_heappushpop},
    {"heappop", "(heap, /)", "Pop the smallest item off the heap.", heapq_heappop<Order::Smallest>},
    {"heapreplace", "(heap, item, /)", "Pop and return the smallest item, then push item.",
     heapq_heapreplace<Order::Smallest>},
    {"heapify", "(heap, /)", "Transform a list into a heap, in place, in linear time.",
     heapq_heapify<Order::Smallest>},
    {"_heappop_max", "(heap, /)", "heappop for a heap whose largest item is first.",
     heapq_heappop<Order::Largest>},
    {"_heapreplace_max", "(heap, item, /)", "heapreplace for a heap whose largest item is first.",
     heapq_heapreplace<Order::Largest>},
    {"_heapify_max", "(heap, /)", "heapify for a heap whose largest item is first.",
     heapq_heapify<Order::Largest>},
};

}  // namespace

bool fill_heapq(Thread& thread, Module* module) {
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return add_native_functions(thread, module->dict, module_name, functions);
}

}  // namespace weft

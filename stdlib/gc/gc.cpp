// Module gc: asks the collector to run and tells what it did.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/machine.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

// CPython counts unreachable cycles; weft has no such number, so it says none were left over.
// Overwrites what earlier calls left on the native stack where the collector's frames are going to
// lie: the conservative scan would take it for references.
[[gnu::noinline]] void wipe_dead_stack() {
  volatile uint64_t area[1024];
  for (auto& word : area) word = 0;
}

Value gc_collect(Thread& thread, Arguments) {
  clear_dead_registers(thread);
  wipe_dead_stack();
  thread.isolate.heap.collect();
  if (thread.safepoint_requests.load(std::memory_order_relaxed) != 0) {
    if (!safepoint(thread)) return Value::error();
    // What finalisers held on to is garbage only now.
    thread.isolate.heap.collect();
  }
  return Value::small_int(0);
}

Value gc_nothing(Thread&, Arguments) { return Value::none(); }
Value gc_isenabled(Thread&, Arguments) { return Value::boolean(true); }

Value gc_get_count(Thread& thread, Arguments) {
  const runtime::HeapStatistics statistics = thread.isolate.heap.statistics();
  const Value counts[] = {Value::small_int(static_cast<int64_t>(statistics.collections)),
                          Value::small_int(0), Value::small_int(0)};
  Tuple* tuple = make_tuple(thread, counts);
  return tuple == nullptr ? Value::error() : Value::cell(tuple);
}

constexpr NativeMethod functions[] = {
    {"collect", "(generation=2)", "Collects garbage now; runs finalisers that became due.",
     gc_collect},
    {"disable", "(/)", "Accepted and ignored: weft always collects when it must.", gc_nothing},
    {"enable", "(/)", "Accepted and ignored.", gc_nothing},
    {"get_count", "(/)", "The number of collections so far, and two zeros.", gc_get_count},
    {"isenabled", "(/)", "True.", gc_isenabled},
};

}  // namespace

bool fill_gc(Thread& thread, Module* module) {
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return add_native_functions(thread, module->dict, module_name, functions);
}

}  // namespace weft

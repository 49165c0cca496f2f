// An isolate: one whole interpreter. Heap, types, names, modules; nothing is shared between
// isolates and nothing lives outside of one.
#pragma once

#include <pthread.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "interpreter/objects/builtin_types.h"
#include "interpreter/objects/names.h"
#include "interpreter/objects/thread.h"
#include "runtime/fiber/native_stack_pool.h"
#include "runtime/heap/heap.h"
#include "runtime/schedule/clock.h"

namespace weft {

// What objects ask of the virtual machine above them; set once by interpreter/vm.
struct MachineHooks {
  // Runs a script function to its end on the native stack; see operations.h for `call`.
  Value (*call_function)(Thread& thread, Function* function, std::span<const Value> values,
                         Tuple* keyword_names) = nullptr;
  // Resumes a generator: `sent` is the value of the yield expression, or with `exception` non-null
  // that is raised there. The yielded or returned value (generator->yielded tells which), or error.
  Value (*resume_generator)(Thread& thread, Generator* generator, Value sent,
                            Exception* exception) = nullptr;
  // The FrameObject of the running script frame `depth` callers up; null if there is none.
  FrameObject* (*frame_object)(Thread& thread, uint32_t depth) = nullptr;
  // The names the instructions of a code object go by: its co_names. Null: exception pending.
  Tuple* (*names_in_code)(Thread& thread, Code* code) = nullptr;
  // The running fiber waits (thread.leaving) below native functions: what the wait gives, or error.
  Value (*wait_on_native_stack)(Thread& thread) = nullptr;
  // What a safepoint does about interrupts and limits, and nothing else: no script code runs, so
  // native loops may ask for it anywhere. False: an exception is pending.
  bool (*check_interrupts)(Thread& thread) = nullptr;
  // Gives the GIL up while body() runs, which may block and touches nothing of the isolate.
  void (*without_gil)(Thread& thread, const std::function<void()>& body) = nullptr;
};

class AttributeTable;       // what attribute sites found out (interpreter/vm/attribute_table.h)
struct AttributeCache;      // attribute_cache.h: (type version, name) -> raw attribute
struct InternTable;         // str_intern.h
struct SourceLines;         // source_lines.h: source text for tracebacks
class UnstartedCoroutines;  // unstarted_coroutines.h: whom nobody may ever await
struct WeakReferenceTable;  // weak_reference_table.h: who refers weakly to what

struct IsolateOptions {
  runtime::HeapOptions heap;
  uint32_t recursion_limit = 1000;
  uint64_t hash_seed = 0;
};

struct Isolate final : runtime::RootSource {
  explicit Isolate(const IsolateOptions& options);
  ~Isolate() override;

  IsolateOptions options;
  runtime::Heap heap;
  BuiltinTypes types{};
  ExceptionTypes exceptions{};
  Names names{};
  MachineHooks machine;

  std::unique_ptr<InternTable> intern_table;
  std::unique_ptr<AttributeCache> attribute_cache;
  std::unique_ptr<WeakReferenceTable> weak_references;
  std::unique_ptr<SourceLines> source_lines;
  std::unique_ptr<UnstartedCoroutines> unstarted_coroutines;
  Str* char_strings[256] = {};  // one-character strings of Latin-1
  Str* empty_str = nullptr;
  Tuple* empty_tuple = nullptr;
  Object* empty_bytes = nullptr;
  Object* empty_frozen_set = nullptr;
  // Objects of type builtin_function_or_method that are a native method bound to its receiver
  // (struct BoundMethod, where other objects of the type are NativeFunctions).
  Shape* bound_native_shape = nullptr;
  // Raised when there is no memory to make an exception.
  Exception* memory_error = nullptr;

  Dict* builtins = nullptr;  // namespace of module builtins
  Dict* modules = nullptr;   // sys.modules
  Dict* sys = nullptr;       // namespace of module sys; null until the standard library made it
  uint32_t recursion_limit = 1000;
  // Whether scripts may open files. Hosts can withhold that.
  bool file_access = true;
  // Digits an int() or str() of a big int may have; 0: no limit (sys.set_int_max_str_digits).
  uint32_t int_max_str_digits = 4300;

  // What deadlines and sleeping go by.
  std::unique_ptr<runtime::Clock> clock = std::make_unique<runtime::RealClock>();

  // Those of fibers that are not a thread's own.
  runtime::NativeStackPool native_stacks;

  int64_t last_thread_number = 0;
  std::unique_ptr<Thread> main_thread;
  std::vector<Thread*> threads;
  // Those whose OS thread has ended and that fibers still refer to.
  std::vector<std::unique_ptr<Thread>> threads_gone;
  // Who may touch all of this (interpreter/vm/threads.h). With it held: the one who holds it.
  runtime::Gil gil;
  Thread* running = nullptr;
  // Its OS thread, for that one to recognise itself; none: nobody.
  std::atomic<pthread_t> running_on{};
  // OS threads that scripts have started and that have not ended.
  mutable std::mutex started_mutex;
  std::condition_variable started_changed;
  uint64_t started_count = 0;
  bool is_ending = false;  // no more are started
  int64_t next_thread_number() { return ++last_thread_number; }

  // When no fiber can go on and none of these will wake one, DeadlockError is raised in main
  // (interpreter/vm/deadlock.h). Off where a host may come in and wake somebody.
  bool detects_deadlocks = true;
  uint32_t outside_wakers = 0;  // signal handlers, children, descriptors: what is no fiber
  // The state of the generator that picks who goes on; 0: first come first served.
  uint64_t schedule_state = 0;

  // Tasks whose failure nobody has looked at yet, and some that were looked at; weak
  // (lost_failures.h).
  std::vector<Fiber*> failed_tasks;

  // The script's handlers of signals (vm/signals.h); null until there are any.
  std::unique_ptr<runtime::RootSource> signal_table;
  bool may_take_signals = true;  // off where the process's signals are somebody else's
  bool is_forked_child = false;  // threads of the parent, watchdogs among them, are gone

  // Versions of dict keys and types: never repeats.
  uint64_t next_version() { return ++version_counter_; }

  void trace_roots(runtime::Marker& marker) override;
  void before_finalizing(runtime::Heap& heap) override;
  void after_marking(runtime::Heap& heap) override;
  // Extra roots of modules and of the layers above.
  std::vector<runtime::RootSource*> extra_roots;
  // What native modules keep per isolate, by a key of theirs (stdlib/module_state.h); owned here.
  std::vector<std::pair<const void*, std::unique_ptr<runtime::RootSource>>> module_states;
  // What the virtual machine keeps per isolate (interpreter/vm/machine.h); owned here.
  std::unique_ptr<runtime::RootSource> machine_state;
  AttributeTable* attribute_table = nullptr;  // part of it

 private:
  uint64_t version_counter_ = 0;
};

// Allocates a cell of the language. Null with MemoryError pending when the heap is full.
template <class T, class... Arguments>
[[nodiscard]] T* make_cell(Thread& thread, size_t extra_bytes, uint64_t header,
                           Arguments&&... arguments);
// Objects of a built-in type (exact): header from the type's root shape.
template <class T>
[[nodiscard]] T* make_object(Thread& thread, Type* type, size_t extra_bytes = 0);

void raise_out_of_memory(Thread& thread);

template <class T, class... Arguments>
T* make_cell(Thread& thread, size_t extra_bytes, uint64_t header, Arguments&&... arguments) {
  T* cell = thread.isolate.heap.make<T>(extra_bytes, header, std::forward<Arguments>(arguments)...);
  if (cell == nullptr) [[unlikely]]
    raise_out_of_memory(thread);
  return cell;
}
template <class T>
T* make_object(Thread& thread, Type* type, size_t extra_bytes) {
  return make_cell<T>(thread, extra_bytes, type->root_shape->object_header);
}
// The type of any value.
Type* class_of_immediate(Isolate& isolate, Value value);
inline Type* class_of(Thread& thread, Value value) {
  if (value.is_cell()) return value.as<Object>()->type();
  return class_of_immediate(thread.isolate, value);
}
inline uint64_t internal_header(Kind kind) {
  return Cell::make_header(nullptr, static_cast<uint8_t>(kind), 0);
}

}  // namespace weft

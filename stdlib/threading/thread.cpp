// Module _thread: OS threads and locks, what threading.py builds on.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lock.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/waiting.h"
#include "runtime/heap/rooted.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

constexpr std::array<std::string_view, 4> hook_names = {"exc_type", "exc_value", "exc_traceback",
                                                        "thread"};
constexpr auto hook_fields = struct_sequence_fields(hook_names);
constexpr TypeSpec hook_arguments_spec = struct_sequence_spec(
    "_thread", "_ExceptHookArgs", "What threading.excepthook is called with.", hook_fields);

struct ThreadState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(hook_arguments_type); }
  Type* hook_arguments_type = nullptr;
  uint64_t stack_bytes = 0;  // of threads to come; 0: the system's choice
};

Value thread_allocate_lock(Thread& thread, Arguments) {
  Lock* lock = make_lock(thread);
  return lock == nullptr ? Value::error() : Value::cell(lock);
}

// The names of the keywords, whose values go behind `values`. Null: exception pending.
Tuple* take_keywords(Thread& thread, Dict* keywords, runtime::RootedVector& values) {
  runtime::RootedVector names(thread.isolate.heap);
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(keywords, position, key, value)) {
    if (!is_str(key)) {
      raise_type_error(thread, "keywords must be strings");
      return nullptr;
    }
    names.push_back(key);
    values.push_back(value);
  }
  return make_tuple(thread, {names.data(), names.size()});
}

Value thread_start_new_thread(Thread& thread, Arguments arguments) {
  if (!is_callable(thread, arguments[0]))
    return raise_type_error(thread, "first arg must be callable");
  if (!is_tuple(arguments[1])) return raise_type_error(thread, "2nd arg must be a tuple");
  auto* positional = arguments[1].as<Tuple>();
  runtime::RootedVector values(thread.isolate.heap);
  for (uint64_t i = 0; i < positional->count; ++i) values.push_back(positional->values[i]);
  Tuple* names = nullptr;
  if (!arguments[2].is_unset()) {
    if (!is_dict(arguments[2]))
      return raise_type_error(thread, "optional 3rd arg must be a dictionary");
    names = take_keywords(thread, arguments[2].as<Dict>(), values);
    if (names == nullptr) return Value::error();
  }
  const Thread* started = start_thread(thread, arguments[0], {values.data(), values.size()}, names,
                                       module_state<ThreadState>(thread.isolate).stack_bytes);
  return started == nullptr ? Value::error() : make_uint(thread, started->ident());
}

Value thread_get_ident(Thread& thread, Arguments) { return make_uint(thread, thread.ident()); }

Value thread_get_native_id(Thread& thread, Arguments) {
  return make_int(thread, syscall(SYS_gettid));
}

Value thread_count(Thread& thread, Arguments) {
  return make_uint(thread, started_threads(thread.isolate));
}

Value thread_exit(Thread& thread, Arguments) {
  Exception* exit =
      make_exception(thread, thread.isolate.exceptions.system_exit, thread.isolate.empty_tuple);
  return exit == nullptr ? Value::error() : raise(thread, exit);
}

Value thread_interrupt_main(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> signal = to_int_argument(thread, arguments[0]);
  if (!signal) return Value::error();
  if (*signal < 1 || *signal >= NSIG)
    return raise_value_error(thread, "signal number out of range");
  // As if it had come from outside: what no script handles does nothing.
  if (*signal == SIGINT) request(*thread.isolate.main_thread, InterruptRequested);
  return Value::none();
}

Value thread_stack_size(Thread& thread, Arguments arguments) {
  constexpr int64_t Least = 32 * 1024;
  auto& state = module_state<ThreadState>(thread.isolate);
  const uint64_t previous = state.stack_bytes;
  const std::optional<int64_t> size = to_size_argument(thread, arguments[0]);
  if (!size) return Value::error();
  if (*size < 0) return raise_value_error(thread, "size must be 0 or a positive value");
  if (*size != 0 && *size < Least)
    return raise_value_error(thread, text("size not valid: ", *size, " bytes"));
  state.stack_bytes = static_cast<uint64_t>(*size);
  return make_uint(thread, previous);
}

// --- Exceptions that end threads

// sys.stderr, or unset when there is none.
Value error_stream(Thread& thread) {
  Str* name = intern(thread, "stderr");
  if (name == nullptr) return Value::error();
  const Value stream = dict_get_str(thread.isolate.sys, name);
  return stream.is_none() ? Value::unset() : stream;
}

// The name of the thread, or for something that has none a number.
std::string thread_name(Thread& thread, Value script_thread) {
  Str* attribute = intern(thread, "name");
  Value name = Value::unset();
  if (attribute != nullptr && !script_thread.is_none())
    name = find_attribute(thread, script_thread, attribute);
  Str* shown = name && !name.is_unset() ? str(thread, name) : nullptr;
  thread.pending = nullptr;
  return shown == nullptr ? std::to_string(thread.ident()) : std::string(shown->view());
}

Value thread_excepthook(Thread& thread, Arguments arguments) {
  const auto& state = module_state<ThreadState>(thread.isolate);
  if (class_of(thread, arguments[0]) != state.hook_arguments_type) {
    return raise_type_error(thread, "_thread.excepthook argument type must be ExceptHookArgs");
  }
  const Value* fields = arguments[0].as<Tuple>()->values;
  if (fields[0] == Value::cell(thread.isolate.exceptions.system_exit)) return Value::none();
  const Value stream = error_stream(thread);
  if (!stream) return Value::error();
  if (stream.is_unset()) return Value::none();
  std::string shown = text("Exception in thread ", thread_name(thread, fields[3]), ":\n");
  if (is_exception(fields[1])) {
    shown += format_exception(thread, fields[1].as<Exception>());
  } else {
    shown += text("TypeError: print_exception(): Exception expected for value, ",
                  type_name(thread, fields[1]), " found\n");
  }
  Str* written = make_str(thread, shown);
  if (written == nullptr || !call_method(thread, stream, "write", {Value::cell(written)}) ||
      !call_method(thread, stream, "flush", {})) {
    return Value::error();
  }
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"allocate_lock", "(/)", "Create a lock.", thread_allocate_lock},
    {"allocate", "(/)", "The old name of allocate_lock.", thread_allocate_lock},
    {"start_new_thread", "(function, args, kwargs=<unset>, /)",
     "Call a function in a new thread; the thread's identifier.", thread_start_new_thread},
    {"start_new", "(function, args, kwargs=<unset>, /)", "The old name of start_new_thread.",
     thread_start_new_thread},
    {"get_ident", "(/)", "The identifier of the running thread.", thread_get_ident},
    {"get_native_id", "(/)", "The number the system knows the running thread by.",
     thread_get_native_id},
    {"_count", "(/)", "How many threads run that were started.", thread_count},
    {"exit", "(/)", "End the thread: raises SystemExit.", thread_exit},
    {"exit_thread", "(/)", "The old name of exit.", thread_exit},
    {"interrupt_main", "(signum=2, /)",
     "Interrupt the main thread as the signal would: SIGINT raises KeyboardInterrupt there.",
     thread_interrupt_main},
    {"stack_size", "(size=0, /)",
     "Set the size of the stacks of threads to come, and return what it was; 0 is the system's "
     "choice.",
     thread_stack_size},
    {"_excepthook", "(exc_info, /)", "Report an exception that ended a thread.", thread_excepthook},
};

}  // namespace

bool fill_thread(Thread& thread, Module* module) {
  auto& state = module_state<ThreadState>(thread.isolate);
  if (state.hook_arguments_type == nullptr) {
    state.hook_arguments_type =
        make_struct_sequence_type(thread, hook_arguments_spec, hook_names.size());
    if (state.hook_arguments_type == nullptr) return false;
  }
  const BuiltinTypes& types = thread.isolate.types;
  // The longest wait of CPython's locks: 2^63 nanoseconds, in whole seconds.
  const Value longest = make_float(thread, static_cast<double>(INT64_MAX / 1000000000));
  return put_functions(thread, module, functions) &&
         put_objects(thread, module,
                     {{"LockType", types.lock},
                      {"RLock", types.recursive_lock},
                      {"_Condition", types.condition},
                      {"_Semaphore", types.semaphore},
                      {"_Event", types.event_flag},
                      {"_local", types.thread_locals},
                      {"_ExceptHookArgs", state.hook_arguments_type},
                      {"error", thread.isolate.exceptions.runtime_error}}) &&
         put_name(thread, module, "TIMEOUT_MAX", longest);
}

}  // namespace weft

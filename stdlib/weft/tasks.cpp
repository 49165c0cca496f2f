// Module _weft, the native part of weft, and the functions spawn and joinall of builtins.
#include <algorithm>

#include "interpreter/objects/channel.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/timeouts.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/reports.h"
#include "runtime/schedule/clock.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"
#include "stdlib/weft/task.h"
#include "stdlib/weft/weft.h"

namespace weft {

namespace {

Value spawn(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  Fiber* task = make_task(thread, "spawn", values, keyword_names);
  if (task == nullptr) return Value::error();
  schedule(task);
  return Value::cell(task);
}

Value spawn_later(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  const size_t named = keyword_names == nullptr ? 0 : keyword_names->count;
  if (values.size() == named) {
    return raise_type_error(thread,
                            "spawn_later() missing 1 required positional argument: 'seconds'");
  }
  std::optional<int64_t> deadline;
  if (!deadline_after(thread, values[0], deadline)) return Value::error();
  Fiber* task = make_task(thread, "spawn_later", values.subspan(1), keyword_names);
  if (task == nullptr ||
      !schedule_at(thread, task, deadline.value_or(thread.isolate.clock->now()))) {
    return Value::error();
  }
  return Value::cell(task);
}

Value joinall(Thread& thread, Arguments arguments) {
  List* tasks = list_from_iterable(thread, arguments[0]);
  if (tasks == nullptr) return Value::error();
  const Type* type = task_type(thread);
  if (type == nullptr) return Value::error();
  for (uint64_t i = 0; i < tasks->count; ++i) {
    const Value each = tasks->items->values[i];
    if (class_of(thread, each) == type) continue;
    return raise_type_error(thread,
                            text("joinall() takes tasks, not '", type_name(thread, each), "'"));
  }
  std::optional<int64_t> deadline;
  const Truth raises = truth(thread, arguments[2]);
  if (raises == Truth::Error || !deadline_after(thread, arguments[1], deadline))
    return Value::error();
  return join_all(thread, tasks, deadline, raises == Truth::True);
}

constexpr NativeMethod builtin_functions[] = {
    {"spawn", "(function, /, *args, **kwargs)",
     "Run function(*args, **kwargs) beside the caller; returns its Task.", nullptr, spawn},
    {"joinall", "(tasks, timeout=None, raise_error=False)",
     "Wait until all tasks have ended, at most `timeout` seconds; returns the list of those that "
     "have. With raise_error the first failure is raised at once.",
     joinall},
};

Value sleep(Thread& thread, Arguments arguments) {
  thread.hub->cooperative = true;
  if (arguments[0] == Value::small_int(0)) return yield_to_others(thread);
  const std::optional<double> seconds = to_double(thread, arguments[0]);
  if (!seconds) return Value::error();
  if (*seconds < 0) return raise_value_error(thread, "sleep length must be non-negative");
  if (*seconds == 0) return yield_to_others(thread);
  ParkOptions options;
  if (!deadline_after(thread, arguments[0], options.deadline)) return Value::error();
  return park(thread, options);
}

Value select(Thread& thread, Arguments arguments) {
  std::optional<int64_t> deadline;
  if (!deadline_after(thread, arguments[1], deadline)) return Value::error();
  const auto* operations = arguments[0].as<Tuple>();
  return select_channels(thread, operations->view(), arguments[2], deadline);
}

Value current_task(Thread& thread, Arguments) {
  return thread.fiber->is_task ? Value::cell(thread.fiber) : Value::none();
}

Value all_tasks(Thread& thread, Arguments) {
  List* tasks = make_list(thread);
  if (tasks == nullptr) return Value::error();
  for (const Thread* each : thread.isolate.threads) {
    for (Fiber* fiber : each->hub->alive) {
      if (fiber->is_task && !list_append(thread, tasks, Value::cell(fiber))) return Value::error();
    }
  }
  return Value::cell(tasks);
}

// The running fiber, for what script parts do to it later.
Value current_fiber(Thread& thread, Arguments) { return Value::cell(thread.fiber); }

Value interrupt(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[0], Kind::Fiber) || !is_exception(arguments[1])) {
    return raise_type_error(thread, "interrupt() takes a fiber and an exception");
  }
  auto* fiber = arguments[0].as<Fiber>();
  if (fiber->state != FiberState::Parked && fiber->state != FiberState::Suspended)
    return Value::boolean(false);
  resume_with_exception(fiber, arguments[1].as<Exception>());
  return Value::boolean(true);
}

Value set_cooperative(Thread& thread, Arguments) {
  thread.hub->cooperative = true;
  return Value::none();
}

Value stats(Thread& thread, Arguments) {
  HubCounters sum;
  uint64_t parked = 0;
  for (const Thread* each : thread.isolate.threads) {
    const Hub& hub = *each->hub;
    sum.switches += hub.counters.switches;
    sum.native_switches += hub.counters.native_switches;
    sum.started += hub.counters.started;
    sum.alive += hub.counters.alive;
    sum.pinned += hub.counters.pinned;
    parked += static_cast<uint64_t>(std::ranges::count_if(hub.alive, [](const Fiber* fiber) {
      return fiber->has_begun && fiber->state == FiberState::Parked && !fiber->is_queued;
    }));
  }
  const std::pair<std::string_view, uint64_t> entries[] = {
      {"alive", sum.alive},
      {"parked", parked},
      {"pinned", sum.pinned},
      {"native_stacks", thread.isolate.native_stacks.statistics().in_use},
      {"switches", sum.switches},
      {"native_switches", sum.native_switches},
      {"started", sum.started},
      {"threads", thread.isolate.threads.size()}};
  Dict* result = make_dict(thread);
  if (result == nullptr) return Value::error();
  for (const auto& [name, count] : entries) {
    Str* key = intern(thread, name);
    const Value value = make_int(thread, static_cast<int64_t>(count));
    if (key == nullptr || !value || !dict_set_str(thread, result, key, value))
      return Value::error();
  }
  return Value::cell(result);
}

Value dump_text(Thread& thread, Arguments) {
  return Value::cell(make_str(thread, fibers_text(thread)));
}

Value virtual_time(Thread& thread, Arguments) {
  Isolate& isolate = thread.isolate;
  if (!isolate.clock->is_virtual()) isolate.clock = std::make_unique<runtime::VirtualClock>();
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"sleep", "(seconds, /)",
     "Let others run for so many seconds; with 0 those that are ready now.", sleep},
    {"spawn_later", "(seconds, function, /, *args, **kwargs)",
     "Run function(*args, **kwargs) in so many seconds; returns its Task.", nullptr, spawn_later},
    {"select", "(*operations, timeout=None, default=<unset>)",
     "Wait until one of the operations is possible and do it: a channel is received from, of a "
     "pair (channel, value) the value is sent. The first possible one is taken; returns (channel, "
     "value received or None). With `default` nothing is waited for: (None, default). TimeoutError "
     "after `timeout` seconds.",
     select},
    {"current_task", "()", "The running task; None outside of tasks.", current_task},
    {"all_tasks", "()", "The tasks that have not ended.", all_tasks},
    {"stats", "()", "How many fibers and native stacks there are, and switches there were.", stats},
    {"virtual_time", "()", "From now on time passes only while everybody sleeps, and then at once.",
     virtual_time},
    {"_current_fiber", "()", "The running fiber.", current_fiber},
    {"_interrupt", "(fiber, exception, /)",
     "Raise an exception where a fiber waits. False: it does not wait.", interrupt},
    {"_set_cooperative", "()", "Blocking calls let other fibers run.", set_cooperative},
    {"_dump_text", "()", "What all fibers do, as text.", dump_text},
};

}  // namespace

std::span<const NativeMethod> task_functions() { return builtin_functions; }

bool fill_weft(Thread& thread, Module* module) {
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  return put_objects(thread, module,
                     {{"Task", task_type(thread)},
                      {"Channel", thread.isolate.types.channel},
                      {"Cancelled", exceptions.cancelled},
                      {"ChannelClosed", exceptions.channel_closed},
                      {"DeadlockError", exceptions.deadlock_error}}) &&
         put_functions(thread, module, functions) &&
         put_functions(thread, module, builtin_functions);
}

}  // namespace weft

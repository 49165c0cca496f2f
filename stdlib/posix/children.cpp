// Child processes: fork, exec, waiting for them.
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/unraisable.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"
#include "stdlib/struct_sequence.h"

namespace weft {

// --- fork

namespace {

// Calls the functions of os.register_at_fork(); what they raise is told and forgotten.
void run_fork_hooks(Thread& thread, List* hooks, bool backwards) {
  if (hooks == nullptr) return;
  for (uint64_t i = 0; i < hooks->count; ++i) {
    const Value hook = hooks->items->values[backwards ? hooks->count - 1 - i : i];
    if (!call(thread, hook, {})) report_unraisable(thread, hook);
  }
}

bool add_hook(Thread& thread, List*& hooks, Value hook) {
  if (hook.is_unset()) return true;
  if (!is_callable(thread, hook)) {
    raise_type_error(thread, "'before', 'after_in_child' and 'after_in_parent' must be callable");
    return false;
  }
  if (hooks == nullptr) hooks = make_list(thread);
  return hooks != nullptr && list_append(thread, hooks, hook);
}

Value posix_register_at_fork(Thread& thread, Arguments arguments) {
  auto& state = module_state<PosixState>(thread.isolate);
  if (arguments[0].is_unset() && arguments[1].is_unset() && arguments[2].is_unset()) {
    return raise_type_error(thread, "At least one argument is required.");
  }
  const bool added = add_hook(thread, state.before_fork, arguments[0]) &&
                     add_hook(thread, state.after_fork_in_child, arguments[1]) &&
                     add_hook(thread, state.after_fork_in_parent, arguments[2]);
  return added ? Value::none() : Value::error();
}

}  // namespace

pid_t fork_isolate(Thread& thread) {
  auto& state = module_state<PosixState>(thread.isolate);
  run_fork_hooks(thread, state.before_fork, true);
  const pid_t child = fork();
  const int error = errno;
  if (child == 0) {
    reinitialise_after_fork(thread);
    run_fork_hooks(thread, state.after_fork_in_child, false);
  } else {
    run_fork_hooks(thread, state.after_fork_in_parent, false);
  }
  errno = error;
  return child;
}

namespace {

Value posix_fork(Thread& thread, Arguments) {
  const pid_t child = fork_isolate(thread);
  return child < 0 ? raise_errno(thread) : Value::small_int(child);
}

// --- Waiting

enum class WaitForm : int64_t { Pair, WithUsage };

Value usage_of(Thread& thread, const rusage& usage) {
  const auto seconds = [&](const timeval& time) {
    return make_float(thread,
                      static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6);
  };
  const long counts[] = {usage.ru_maxrss,  usage.ru_ixrss,  usage.ru_idrss,  usage.ru_isrss,
                         usage.ru_minflt,  usage.ru_majflt, usage.ru_nswap,  usage.ru_inblock,
                         usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
                         usage.ru_nvcsw,   usage.ru_nivcsw};
  Value values[16] = {seconds(usage.ru_utime), seconds(usage.ru_stime)};
  for (size_t i = 0; i < std::size(counts); ++i) values[i + 2] = make_int(thread, counts[i]);
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).usage_result,
                              values);
}

Value wait_result(Thread& thread, WaitForm form, pid_t child, int status, const rusage& usage) {
  if (form == WaitForm::Pair) {
    const Value pair[] = {Value::small_int(child), Value::small_int(status)};
    return as_result(make_tuple(thread, pair));
  }
  const Value shown = usage_of(thread, usage);
  if (!shown) return shown;
  const Value triple[] = {Value::small_int(child), Value::small_int(status), shown};
  return as_result(make_tuple(thread, triple));
}

// Waits in the system; other threads run meanwhile.
Value wait_blocked(Thread& thread, WaitForm form, pid_t process, int options) {
  int status = 0;
  rusage usage{};
  const pid_t child =
      call_blocking(thread, [&] { return wait4(process, &status, options, &usage); });
  if (child >= 0) return wait_result(thread, form, child, status, usage);
  return thread.pending != nullptr ? Value::error() : raise_errno(thread);
}

// The child may have ended: (form, process, options, descriptor) is what was asked for.
Value child_ended(Thread& thread, Fiber* fiber, Value value) {
  const auto* asked = fiber->wait_data.as<Tuple>();
  const auto number = [&](size_t i) { return static_cast<int>(asked->values[i].as_small_int()); };
  Exception* failure = std::exchange(thread.pending, nullptr);
  end_descriptor_waits(thread, number(3));
  close(number(3));
  thread.pending = failure;
  if (!value) return Value::error();
  return wait_blocked(thread, static_cast<WaitForm>(number(0)), number(1), number(2));
}

// Other fibers run while one child is waited for; a descriptor tells of its end.
Value wait_for_child(Thread& thread, WaitForm form, pid_t process, int options) {
  if (process > 0 && thread.hub->cooperative && (options & WNOHANG) == 0) {
    int status = 0;
    rusage usage{};
    const pid_t child = wait4(process, &status, options | WNOHANG, &usage);
    if (child < 0) return raise_errno(thread);
    if (child > 0) return wait_result(thread, form, child, status, usage);
    const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
    if (descriptor >= 0) {
      const Value asked[] = {Value::small_int(static_cast<int64_t>(form)),
                             Value::small_int(process), Value::small_int(options),
                             Value::small_int(descriptor)};
      ParkOptions park_options;
      park_options.wait_data = as_result(make_tuple(thread, asked));
      park_options.on_resume = child_ended;
      park_options.resumes_failed = true;
      if (!park_options.wait_data) {
        close(descriptor);
        return Value::error();
      }
      return park_for_descriptor(thread, descriptor, runtime::Poller::Read,
                                 runtime::Poller::Trigger::Level, park_options);
    }
  }
  return wait_blocked(thread, form, process, options);
}

Value wait_with(Thread& thread, Value process, Value options, WaitForm form) {
  const std::optional<int32_t> which = to_int_argument(thread, process);
  const std::optional<int32_t> flags = which ? to_int_argument(thread, options) : std::nullopt;
  return flags ? wait_for_child(thread, form, *which, *flags) : Value::error();
}

Value posix_waitpid(Thread& thread, Arguments arguments) {
  return wait_with(thread, arguments[0], arguments[1], WaitForm::Pair);
}
Value posix_wait(Thread& thread, Arguments) {
  return wait_for_child(thread, WaitForm::Pair, -1, 0);
}
Value posix_wait3(Thread& thread, Arguments arguments) {
  return wait_with(thread, Value::small_int(-1), arguments[0], WaitForm::WithUsage);
}
Value posix_wait4(Thread& thread, Arguments arguments) {
  return wait_with(thread, arguments[0], arguments[1], WaitForm::WithUsage);
}

Value posix_pidfd_open(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> flags =
      process ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!flags) return Value::error();
  const long descriptor =
      with_descriptors(thread.isolate, [&] { return syscall(SYS_pidfd_open, *process, *flags); });
  return descriptor < 0 ? raise_errno(thread) : Value::small_int(descriptor);
}

// --- exec

// Texts of an iterable, each without a NUL; false: exception pending.
bool take_texts(Thread& thread, Value iterable, std::vector<std::string>& texts) {
  return for_each(thread, iterable, [&](Value element) {
    const Value path = file_system_path(thread, element);
    const auto taken = path ? path_argument(thread, path, "execv", "argument") : std::nullopt;
    if (!taken) return false;
    texts.push_back(taken->path);
    return true;
  });
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& each : texts) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  return pointers;
}

bool take_environment(Thread& thread, Value mapping, std::vector<std::string>& texts) {
  const Value items = call_method(thread, mapping, "items", {});
  return items && for_each(thread, items, [&](Value pair) {
           if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) {
             raise_type_error(thread, "env must be a mapping of names to values");
             return false;
           }
           std::vector<std::string> both;
           if (!take_texts(thread, pair, both)) return false;
           if (both[0].empty() || both[0].find('=', 1) != std::string::npos) {
             raise_value_error(thread, "illegal environment variable name");
             return false;
           }
           texts.push_back(both[0] + "=" + both[1]);
           return true;
         });
}

Value execute(Thread& thread, Value path, Value arguments, Value environment) {
  const auto program = path_argument(thread, path, "execv", "path");
  if (!program) return Value::error();
  if (!is_list(arguments) && !is_tuple(arguments)) {
    return raise_type_error(thread, "execv() arg 2 must be a tuple or list");
  }
  std::vector<std::string> words;
  std::vector<std::string> variables;
  if (!take_texts(thread, arguments, words)) return Value::error();
  if (words.empty()) return raise_value_error(thread, "execv() arg 2 must not be empty");
  if (words[0].empty()) {
    return raise_value_error(thread, "execv() arg 2 first element cannot be empty");
  }
  if (!environment.is_unset() && !take_environment(thread, environment, variables)) {
    return Value::error();
  }
  if (environment.is_unset()) {
    execv(program->c_str(), pointers_to(words).data());
  } else {
    execve(program->c_str(), pointers_to(words).data(), pointers_to(variables).data());
  }
  return raise_errno(thread);
}

Value posix_execv(Thread& thread, Arguments arguments) {
  return execute(thread, arguments[0], arguments[1], Value::unset());
}
Value posix_execve(Thread& thread, Arguments arguments) {
  return execute(thread, arguments[0], arguments[1], arguments[2]);
}

// A shell that runs a command, as system() does, but one that other threads do not wait for.
Value posix_system(Thread& thread, Arguments arguments) {
  const auto command = path_argument(thread, arguments[0], "system", "command");
  if (!command) return Value::error();
  int status = 0;
  without_gil(thread, [&] { status = system(command->c_str()); });
  return Value::small_int(status);
}

Value posix_setaffinity(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  if (!process) return Value::error();
  cpu_set_t processors;
  CPU_ZERO(&processors);
  const bool taken = for_each(thread, arguments[1], [&](Value element) {
    const std::optional<int32_t> number = to_int_argument(thread, element);
    if (!number) return false;
    if (*number < 0 || *number >= CPU_SETSIZE) {
      raise_value_error(thread, "negative CPU number");
      return false;
    }
    CPU_SET(*number, &processors);
    return true;
  });
  if (!taken) return Value::error();
  if (sched_setaffinity(*process, sizeof processors, &processors) != 0) return raise_errno(thread);
  return Value::none();
}

// --- Several descriptors at once

// poll() of [(descriptor, events)]: those that have something, as [(descriptor, events)].
Value posix_poll(Thread& thread, Arguments arguments) {
  std::vector<pollfd> watched;
  const bool taken = for_each(thread, arguments[0], [&](Value pair) {
    if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) {
      raise_type_error(thread, "pairs of descriptor and events are required");
      return false;
    }
    const std::optional<int32_t> number = to_int_argument(thread, pair.as<Tuple>()->values[0]);
    const std::optional<int32_t> events =
        number ? to_int_argument(thread, pair.as<Tuple>()->values[1]) : std::nullopt;
    if (!events) return false;
    watched.push_back({*number, static_cast<short>(*events), 0});
    return true;
  });
  std::optional<int64_t> deadline;
  if (!taken || !deadline_after(thread, arguments[1], deadline)) return Value::error();
  const int count = call_blocking(thread, [&] {
    timespec timeout{};
    if (deadline) {
      const int64_t rest = std::max<int64_t>(*deadline - waiting_clock(thread), 0);
      timeout = {rest / 1000000000, rest % 1000000000};
    }
    return ppoll(watched.data(), watched.size(), deadline ? &timeout : nullptr, nullptr);
  });
  if (count < 0) return thread.pending != nullptr ? Value::error() : raise_errno(thread);
  List* ready = make_list(thread);
  for (size_t i = 0; ready != nullptr && i < watched.size(); ++i) {
    if (watched[i].revents == 0) continue;
    const Value parts[] = {Value::small_int(watched[i].fd), Value::small_int(watched[i].revents)};
    const Value pair = as_result(make_tuple(thread, parts));
    if (!pair || !list_append(thread, ready, pair)) return Value::error();
  }
  return as_result(ready);
}

constexpr NativeMethod functions[] = {
    {"_poll", "(descriptors, timeout=None, /)", "Waits for some of [(fd, events)].", posix_poll},
    {"execv", "(path, argv, /)", "Becomes another program.", posix_execv},
    {"execve", "(path, argv, env)", "Becomes another program with an environment.", posix_execve},
    {"fork", "(/)", "Makes a child process that goes on here too: its number, 0 in the child.",
     posix_fork},
    {"pidfd_open", "(pid, flags=0)", "A descriptor that can be read when the process has ended.",
     posix_pidfd_open},
    {"register_at_fork", "(*, before=<unset>, after_in_child=<unset>, after_in_parent=<unset>)",
     "Has functions called around fork().", posix_register_at_fork},
    {"sched_setaffinity", "(pid, mask, /)", "Says which processors a process may run on.",
     posix_setaffinity},
    {"system", "(command)", "Runs a command in a shell: its wait status.", posix_system},
    {"wait", "(/)", "Waits for any child: its number and its wait status.", posix_wait},
    {"wait3", "(options)", "Waits for any child: number, wait status, what it used.", posix_wait3},
    {"wait4", "(pid, options)", "Waits for a child: number, wait status, what it used.",
     posix_wait4},
    {"waitpid", "(pid, options, /)", "Waits for a child: its number and its wait status.",
     posix_waitpid},
};

}  // namespace

std::span<const NativeMethod> posix_child_functions() { return functions; }

}  // namespace weft

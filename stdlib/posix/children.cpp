// Child processes: fork, exec, waiting for them.
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/descriptor_waits.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/unraisable.h"
#include "interpreter/vm/waiting.h"
#include "runtime/schedule/helper_thread.h"
#include "stdlib/module_state.h"
#include "stdlib/pauses.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"
#include "stdlib/posix/process_wide.h"
#include "stdlib/posix/resource_usage.h"
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

// The child, and errno.
std::pair<pid_t, int> fork_with_one_thread(Thread& thread) {
  // The handlers of signals look at threads that the child takes away.
  const runtime::BlockedSignals blocked;
  const auto held = hold_process_wide();
  const pid_t child = fork();
  const int error = errno;
  if (child == 0) reinitialise_after_fork(thread);
  return {child, error};
}

}  // namespace

pid_t fork_isolate(Thread& thread) {
  auto& state = module_state<PosixState>(thread.isolate);
  run_fork_hooks(thread, state.before_fork, true);
  const auto [child, error] = fork_with_one_thread(thread);
  run_fork_hooks(thread, child == 0 ? state.after_fork_in_child : state.after_fork_in_parent,
                 false);
  errno = error;
  return child;
}

namespace {

Value posix_fork(Thread& thread, Arguments) {
  const pid_t child = fork_isolate(thread);
  return child < 0 ? raise_errno(thread) : Value::small_int(child);
}

// --- Waiting

enum class WaitForm : int64_t { Pair, WithUsage, Information };

Value wait_result(Thread& thread, WaitForm form, pid_t child, int status, const rusage& usage) {
  if (form == WaitForm::Pair) {
    const Value pair[] = {Value::small_int(child), Value::small_int(status)};
    return as_result(make_tuple(thread, pair));
  }
  const Value shown = make_resource_usage(thread, usage);
  if (!shown) return shown;
  const Value triple[] = {Value::small_int(child), Value::small_int(status), shown};
  return as_result(make_tuple(thread, triple));
}

// What waitid() tells; None when no child has changed.
Value information_of(Thread& thread, const siginfo_t& told) {
  if (told.si_pid == 0) return Value::none();
  const Value values[] = {Value::small_int(told.si_pid), Value::small_int(told.si_uid),
                          Value::small_int(told.si_signo), Value::small_int(told.si_status),
                          Value::small_int(told.si_code)};
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).waitid_result,
                              values);
}

Value wait_for_information(Thread& thread, idtype_t kind, id_t which, int options) {
  siginfo_t told{};
  if (call_blocking(thread, [&] { return waitid(kind, which, &told, options); }) == 0) {
    return information_of(thread, told);
  }
  return raise_errno(thread);
}

// Waits in the system; other threads run meanwhile.
Value wait_blocked(Thread& thread, WaitForm form, pid_t process, int options) {
  if (form == WaitForm::Information) {
    return wait_for_information(thread, P_PID, static_cast<id_t>(process), options);
  }
  int status = 0;
  rusage usage{};
  const pid_t child =
      call_blocking(thread, [&] { return wait4(process, &status, options, &usage); });
  if (child >= 0) return wait_result(thread, form, child, status, usage);
  return raise_errno(thread);
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

// Parks until the process has ended, which a descriptor tells, then waits as `form` says. Unset:
// there is no such descriptor.
Value park_for_child(Thread& thread, WaitForm form, pid_t process, int options) {
  const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
  if (descriptor < 0) return Value::unset();
  const Value asked[] = {Value::small_int(static_cast<int64_t>(form)), Value::small_int(process),
                         Value::small_int(options), Value::small_int(descriptor)};
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

// What is asked for again while nothing tells of it: of any child, of a group's, of stops.
struct Question {
  WaitForm form;
  int kind;  // of waitid()
  int which;
  int options;
};

// Without waiting; unset: nothing has happened.
Value ask(Thread& thread, const Question& question) {
  if (question.form == WaitForm::Information) {
    siginfo_t told{};
    if (waitid(static_cast<idtype_t>(question.kind), static_cast<id_t>(question.which), &told,
               question.options | WNOHANG) != 0) {
      return raise_errno(thread);
    }
    return told.si_pid == 0 ? Value::unset() : information_of(thread, told);
  }
  int status = 0;
  rusage usage{};
  const pid_t child = wait4(question.which, &status, question.options | WNOHANG, &usage);
  if (child < 0) return raise_errno(thread);
  return child == 0 ? Value::unset() : wait_result(thread, question.form, child, status, usage);
}

Value park_and_ask(Thread& thread, const Question& question, int64_t pause);

// wait_data: the question, and the pause that was made.
Value ask_again(Thread& thread, Fiber* fiber, Value value) {
  end_pause(thread);
  if (!value) return value;
  const auto* asked = fiber->wait_data.as<Tuple>();
  const auto number = [&](size_t i) { return static_cast<int>(asked->values[i].as_small_int()); };
  const Question question = {static_cast<WaitForm>(number(0)), number(1), number(2), number(3)};
  const int64_t pause = asked->values[4].as_small_int();
  const Value answer = ask(thread, question);
  return answer.is_unset() ? park_and_ask(thread, question, next_pause(pause)) : answer;
}

Value park_and_ask(Thread& thread, const Question& question, int64_t pause) {
  const Value asked[] = {Value::small_int(static_cast<int64_t>(question.form)),
                         Value::small_int(question.kind), Value::small_int(question.which),
                         Value::small_int(question.options), Value::small_int(pause)};
  ParkOptions options;
  options.wait_data = as_result(make_tuple(thread, asked));
  if (!options.wait_data) return Value::error();
  options.on_resume = ask_again;
  return park_for_pause(thread, pause, std::nullopt, options);
}

// Other fibers run while children are waited for.
Value wait_cooperatively(Thread& thread, const Question& question) {
  const Value answer = ask(thread, question);
  if (!answer.is_unset()) return answer;
  const bool is_of_one =
      question.which > 0 && (question.form != WaitForm::Information || question.kind == P_PID);
  // A descriptor tells of the end only.
  if (is_of_one && (question.options & (WUNTRACED | WCONTINUED)) == 0) {
    const Value waited = park_for_child(thread, question.form, question.which, question.options);
    if (!waited.is_unset()) return waited;
  }
  return park_and_ask(thread, question, FirstPause);
}

Value wait_for_child(Thread& thread, WaitForm form, pid_t process, int options) {
  if (thread.hub->cooperative && (options & WNOHANG) == 0) {
    return wait_cooperatively(thread, {form, P_PID, process, options});
  }
  return wait_blocked(thread, form, process, options);
}

Value posix_waitid(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> kind = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> which = kind ? to_int_argument(thread, arguments[1]) : std::nullopt;
  const std::optional<int32_t> options =
      which ? to_int_argument(thread, arguments[2]) : std::nullopt;
  if (!options) return Value::error();
  if (thread.hub->cooperative && (*options & WNOHANG) == 0) {
    return wait_cooperatively(thread, {WaitForm::Information, *kind, *which, *options});
  }
  return wait_for_information(thread, static_cast<idtype_t>(*kind), static_cast<id_t>(*which),
                              *options);
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
  pointers.reserve(texts.size() + 1);
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

// --- posix_spawn

// The attributes and file actions of one posix_spawn().
struct SpawnPlan {
  SpawnPlan() {
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&actions);
  }
  ~SpawnPlan() {
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  short flags = 0;
};

std::optional<std::vector<int32_t>> numbers_of(Thread& thread, std::span<const Value> values) {
  std::vector<int32_t> numbers;
  for (const Value each : values) {
    const std::optional<int32_t> number = to_int_argument(thread, each);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

// (POSIX_SPAWN_OPEN, fd, path, flags, mode), (POSIX_SPAWN_CLOSE, fd) or (POSIX_SPAWN_DUP2, fd, to).
bool add_action(Thread& thread, Value action, SpawnPlan& plan) {
  if (!is_tuple(action) || action.as<Tuple>()->count == 0) {
    raise_type_error(thread, "Each file_actions element must be a non-empty tuple");
    return false;
  }
  const std::span<const Value> parts(action.as<Tuple>()->values, action.as<Tuple>()->count);
  const auto kind = numbers_of(thread, parts.first(1));
  if (!kind) return false;
  const size_t wanted[] = {5, 2, 3};
  const auto which = static_cast<size_t>((*kind)[0]);
  if (which >= std::size(wanted)) {
    raise_type_error(thread, "Unknown file_actions identifier");
    return false;
  }
  if (parts.size() != wanted[which]) {
    const std::string_view shown[] = {"A open file_action tuple must have 5 elements",
                                      "A close file_action tuple must have 2 elements",
                                      "A dup2 file_action tuple must have 3 elements"};
    raise_type_error(thread, shown[which]);
    return false;
  }
  int error = 0;
  if (which == 0) {
    const Value named = file_system_path(thread, parts[2]);
    const auto path = named ? path_argument(thread, named, "posix_spawn", "path") : std::nullopt;
    const Value rest[] = {parts[1], parts[3], parts[4]};
    const auto numbers = path ? numbers_of(thread, rest) : std::nullopt;
    if (!numbers) return false;
    error = posix_spawn_file_actions_addopen(&plan.actions, (*numbers)[0], path->c_str(),
                                             (*numbers)[1], static_cast<mode_t>((*numbers)[2]));
  } else {
    const auto numbers = numbers_of(thread, parts.subspan(1));
    if (!numbers) return false;
    error = which == 1
                ? posix_spawn_file_actions_addclose(&plan.actions, (*numbers)[0])
                : posix_spawn_file_actions_adddup2(&plan.actions, (*numbers)[0], (*numbers)[1]);
  }
  if (error != 0) raise_os_error(thread, error, Value::unset());
  return error == 0;
}

bool take_signals(Thread& thread, Value iterable, sigset_t& signals) {
  sigemptyset(&signals);
  return for_each(thread, iterable, [&](Value element) {
    const std::optional<int32_t> number = to_int_argument(thread, element);
    if (!number) return false;
    if (sigaddset(&signals, *number) != 0) {
      raise_value_error(thread, text("signal number ", *number, " out of range [1; 64]"));
      return false;
    }
    return true;
  });
}

bool take_attributes(Thread& thread, Arguments arguments, SpawnPlan& plan) {
  const Truth resets = truth(thread, arguments[5]);
  const Truth session = resets == Truth::Error ? resets : truth(thread, arguments[6]);
  if (session == Truth::Error) return false;
  if (resets == Truth::True) plan.flags |= POSIX_SPAWN_RESETIDS;
  if (session == Truth::True) plan.flags |= POSIX_SPAWN_SETSID;
  if (!arguments[4].is_unset()) {
    const std::optional<int32_t> group = to_int_argument(thread, arguments[4]);
    if (!group) return false;
    posix_spawnattr_setpgroup(&plan.attributes, *group);
    plan.flags |= POSIX_SPAWN_SETPGROUP;
  }
  sigset_t signals;
  if (!arguments[7].is_unset()) {
    if (!take_signals(thread, arguments[7], signals)) return false;
    posix_spawnattr_setsigmask(&plan.attributes, &signals);
    plan.flags |= POSIX_SPAWN_SETSIGMASK;
  }
  if (!arguments[8].is_unset()) {
    if (!take_signals(thread, arguments[8], signals)) return false;
    posix_spawnattr_setsigdefault(&plan.attributes, &signals);
    plan.flags |= POSIX_SPAWN_SETSIGDEF;
  }
  posix_spawnattr_setflags(&plan.attributes, plan.flags);
  return true;
}

template <auto spawn>
Value spawn_process(Thread& thread, Arguments arguments, std::string_view name) {
  const Value named = file_system_path(thread, arguments[0]);
  const auto program =
      named ? path_argument(thread, named, std::string(name), "path") : std::nullopt;
  if (!program) return Value::error();
  if (!is_list(arguments[1]) && !is_tuple(arguments[1])) {
    return raise_type_error(thread, text(name, ": argv must be a tuple or list"));
  }
  std::vector<std::string> words;
  std::vector<std::string> variables;
  if (!take_texts(thread, arguments[1], words)) return Value::error();
  if (words.empty()) return raise_value_error(thread, text(name, ": argv must not be empty"));
  if (words[0].empty()) {
    return raise_value_error(thread, text(name, ": argv first element cannot be empty"));
  }
  SpawnPlan plan;
  const auto add = [&](Value action) { return add_action(thread, action, plan); };
  if (!take_environment(thread, arguments[2], variables) ||
      !(arguments[3].is_none() || for_each(thread, arguments[3], add)) ||
      !take_attributes(thread, arguments, plan)) {
    return Value::error();
  }
  pid_t child = 0;
  const int error = spawn(&child, program->c_str(), &plan.actions, &plan.attributes,
                          pointers_to(words).data(), pointers_to(variables).data());
  return error == 0 ? Value::small_int(child) : raise_os_error(thread, error, arguments[0]);
}

constexpr std::string_view spawn_signature =
    "(path, argv, env, /, *, file_actions=None, setpgroup=<unset>, resetids=False, setsid=False, "
    "setsigmask=<unset>, setsigdef=<unset>)";

Value posix_posix_spawn(Thread& thread, Arguments arguments) {
  return spawn_process<posix_spawn>(thread, arguments, "posix_spawn");
}
Value posix_posix_spawnp(Thread& thread, Arguments arguments) {
  return spawn_process<posix_spawnp>(thread, arguments, "posix_spawnp");
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
  if (count < 0) return raise_errno(thread);
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
    {"posix_spawn", spawn_signature, "Starts a program: the number of its process.",
     posix_posix_spawn},
    {"posix_spawnp", spawn_signature,
     "Starts a program, which is looked for in PATH: the number of its process.",
     posix_posix_spawnp},
    {"register_at_fork", "(*, before=<unset>, after_in_child=<unset>, after_in_parent=<unset>)",
     "Has functions called around fork().", posix_register_at_fork},
    {"sched_setaffinity", "(pid, mask, /)", "Says which processors a process may run on.",
     posix_setaffinity},
    {"system", "(command)", "Runs a command in a shell: its wait status.", posix_system},
    {"wait", "(/)", "Waits for any child: its number and its wait status.", posix_wait},
    {"wait3", "(options)", "Waits for any child: number, wait status, what it used.", posix_wait3},
    {"wait4", "(pid, options)", "Waits for a child: number, wait status, what it used.",
     posix_wait4},
    {"waitid", "(idtype, id, options, /)", "Waits until a child changes: what is known of it.",
     posix_waitid},
    {"waitpid", "(pid, options, /)", "Waits for a child: its number and its wait status.",
     posix_waitpid},
};

}  // namespace

std::span<const NativeMethod> posix_child_functions() { return functions; }

}  // namespace weft

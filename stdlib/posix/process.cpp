// The process, its user, its surroundings.
#include <sched.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "interpreter/objects/bytes.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"
#include "stdlib/posix/process_wide.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

template <auto function>
Value number_of_process(Thread& thread, Arguments) {
  return make_int(thread, static_cast<int64_t>(function()));
}

Value posix_getpgid(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  if (!process) return Value::error();
  const pid_t group = getpgid(*process);
  return group < 0 ? raise_errno(thread) : Value::small_int(group);
}

Value posix_getsid(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  if (!process) return Value::error();
  const pid_t session = getsid(*process);
  return session < 0 ? raise_errno(thread) : Value::small_int(session);
}

Value posix_setsid(Thread& thread, Arguments) {
  return setsid() < 0 ? raise_errno(thread) : Value::none();
}

Value posix_setpgid(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> group =
      process ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!group) return Value::error();
  return setpgid(*process, *group) != 0 ? raise_errno(thread) : Value::none();
}

template <int (*change)(unsigned)>
Value change_identity(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> identity = to_index(thread, arguments[0]);
  if (!identity) return Value::error();
  return change(static_cast<unsigned>(*identity)) != 0 ? raise_errno(thread) : Value::none();
}

Value posix_getgroups(Thread& thread, Arguments) {
  gid_t groups[NGROUPS_MAX > 1024 ? 1024 : NGROUPS_MAX];
  const int count = getgroups(static_cast<int>(std::size(groups)), groups);
  if (count < 0) return raise_errno(thread);
  List* list = make_list(thread, static_cast<uint64_t>(count));
  for (int i = 0; list != nullptr && i < count; ++i) {
    if (!list_append(thread, list, Value::small_int(groups[i]))) return Value::error();
  }
  return as_result(list);
}

Value posix_getlogin(Thread& thread, Arguments) {
  char name[256];
  errno = getlogin_r(name, sizeof name);
  return errno != 0 ? raise_errno(thread) : as_result(make_str_lossless(thread, name));
}

Value posix_kill(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> signal =
      process ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!signal) return Value::error();
  if (kill(*process, *signal) != 0) return raise_errno(thread);
  // A signal to this process has come by now.
  const bool raised = thread.safepoint_requests.load() != 0 && !safepoint(thread);
  return raised ? Value::error() : Value::none();
}

Value posix_killpg(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> group = to_int_argument(thread, arguments[0]);
  const std::optional<int32_t> signal =
      group ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!signal) return Value::error();
  return killpg(*group, *signal) != 0 ? raise_errno(thread) : Value::none();
}

Value posix_exit(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> status = to_int_argument(thread, arguments[0]);
  if (!status) return Value::error();
  _exit(*status);
}

Value posix_abort(Thread&, Arguments) { abort(); }

Value posix_cpu_count(Thread&, Arguments) {
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? Value::small_int(count) : Value::none();
}

Value posix_sched_yield(Thread&, Arguments) {
  sched_yield();
  return Value::none();
}

Value posix_affinity_count(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  if (!process) return Value::error();
  cpu_set_t processors;
  if (sched_getaffinity(*process, sizeof processors, &processors) != 0) return raise_errno(thread);
  List* list = make_list(thread);
  for (int i = 0; list != nullptr && i < CPU_SETSIZE; ++i) {
    if (CPU_ISSET(i, &processors) && !list_append(thread, list, Value::small_int(i))) {
      return Value::error();
    }
  }
  return as_result(list);
}

Value posix_getloadavg(Thread& thread, Arguments) {
  double loads[3];
  if (getloadavg(loads, 3) != 3) {
    return raise(thread, thread.isolate.exceptions.os_error, "Load averages are unobtainable");
  }
  const Value values[] = {make_float(thread, loads[0]), make_float(thread, loads[1]),
                          make_float(thread, loads[2])};
  return as_result(make_tuple(thread, values));
}

Value posix_nice(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> step = to_int_argument(thread, arguments[0]);
  if (!step) return Value::error();
  errno = 0;
  const int value = nice(*step);
  return value == -1 && errno != 0 ? raise_errno(thread) : Value::small_int(value);
}

Value posix_umask(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> mask = to_int_argument(thread, arguments[0]);
  if (!mask) return Value::error();
  return Value::small_int(umask(static_cast<mode_t>(*mask)));
}

Value posix_strerror(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> number = to_int_argument(thread, arguments[0]);
  if (!number) return Value::error();
  return as_result(make_str_lossless(thread, strerror(*number)));
}

Value posix_sync(Thread&, Arguments) {
  sync();
  return Value::none();
}

Value posix_sysconf(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> name = to_int_argument(thread, arguments[0]);
  if (!name) return Value::error();
  errno = 0;
  const long value = sysconf(*name);
  return value == -1 && errno != 0 ? raise_errno(thread) : make_int(thread, value);
}

Value posix_urandom(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> size = to_size_argument(thread, arguments[0]);
  if (!size) return Value::error();
  if (*size < 0) return raise_value_error(thread, "negative argument not allowed");
  Bytes* bytes = allocate_bytes(thread, static_cast<uint64_t>(*size));
  if (bytes == nullptr) return Value::error();
  for (uint64_t done = 0; done < bytes->count;) {
    const ssize_t count = call_blocking(
        thread, [&] { return getrandom(bytes->bytes + done, bytes->count - done, 0); });
    if (count < 0) return raise_errno(thread);
    done += static_cast<uint64_t>(count);
  }
  return Value::cell(bytes);
}

Value posix_getrandom(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> size = to_size_argument(thread, arguments[0]);
  const std::optional<int32_t> flags = size ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!flags) return Value::error();
  if (*size < 0) return raise_os_error(thread, EINVAL, Value::unset());
  std::string bytes(static_cast<size_t>(*size), '\0');
  const ssize_t count = call_blocking(
      thread, [&] { return getrandom(bytes.data(), bytes.size(), static_cast<unsigned>(*flags)); });
  if (count < 0) return raise_errno(thread);
  return as_result(
      make_bytes(thread, std::string_view(bytes).substr(0, static_cast<size_t>(count))));
}

Value posix_times(Thread& thread, Arguments) {
  tms spent{};
  const clock_t elapsed = times(&spent);
  const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
  const auto seconds = [&](clock_t count) {
    return make_float(thread, static_cast<double>(count) / ticks);
  };
  const Value values[] = {seconds(spent.tms_utime), seconds(spent.tms_stime),
                          seconds(spent.tms_cutime), seconds(spent.tms_cstime), seconds(elapsed)};
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).times_result,
                              values);
}

Value posix_uname(Thread& thread, Arguments) {
  utsname names{};
  if (uname(&names) != 0) return raise_errno(thread);
  Value values[5];
  const char* texts[] = {names.sysname, names.nodename, names.release, names.version,
                         names.machine};
  for (size_t i = 0; i < std::size(texts); ++i) {
    values[i] = as_result(make_str_lossless(thread, texts[i]));
    if (!values[i]) return values[i];
  }
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).uname_result,
                              values);
}

// --- Environment

// A name or value without a NUL; nullopt with an exception pending.
std::optional<std::string> environment_text(Thread& thread, Value value) {
  const Value path = file_system_path(thread, value);
  if (!path) return std::nullopt;
  const auto taken = path_argument(thread, path, "putenv", "name");
  if (!taken) return std::nullopt;
  return taken->path;
}

Value posix_putenv(Thread& thread, Arguments arguments) {
  const auto name = environment_text(thread, arguments[0]);
  const auto value = name ? environment_text(thread, arguments[1]) : std::nullopt;
  if (!value) return Value::error();
  if (name->empty() || name->find('=') != std::string::npos) {
    return raise_value_error(thread, "illegal environment variable name");
  }
  const int error = set_environment_variable(*name, *value);
  return error != 0 ? raise_os_error(thread, error, Value::unset()) : Value::none();
}

Value posix_unsetenv(Thread& thread, Arguments arguments) {
  const auto name = environment_text(thread, arguments[0]);
  if (!name) return Value::error();
  const int error = remove_environment_variable(*name);
  return error != 0 ? raise_os_error(thread, error, Value::unset()) : Value::none();
}

// --- What waiting for a child gives

template <auto test>
Value status_test(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> status = to_int_argument(thread, arguments[0]);
  return status ? Value::boolean(test(*status)) : Value::error();
}
template <auto part>
Value status_part(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> status = to_int_argument(thread, arguments[0]);
  return status ? Value::small_int(part(*status)) : Value::error();
}
bool was_dumped(int status) { return WCOREDUMP(status); }
bool has_exited(int status) { return WIFEXITED(status); }
bool was_signalled(int status) { return WIFSIGNALED(status); }
bool was_stopped(int status) { return WIFSTOPPED(status); }
bool was_continued(int status) { return WIFCONTINUED(status); }
int exit_status(int status) { return WEXITSTATUS(status); }
int ending_signal(int status) { return WTERMSIG(status); }
int stopping_signal(int status) { return WSTOPSIG(status); }

Value posix_waitstatus_to_exitcode(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> status = to_int_argument(thread, arguments[0]);
  if (!status) return Value::error();
  if (has_exited(*status)) return Value::small_int(exit_status(*status));
  if (was_signalled(*status)) return Value::small_int(-ending_signal(*status));
  if (was_stopped(*status)) {
    return raise_value_error(
        thread, text("process stopped by delivery of signal ", stopping_signal(*status)));
  }
  return raise_value_error(thread, text("invalid wait status: ", *status));
}

constexpr NativeMethod functions[] = {
    {"WCOREDUMP", "(status, /)", "Whether the process left a core dump.", status_test<was_dumped>},
    {"WEXITSTATUS", "(status)", "The exit status.", status_part<exit_status>},
    {"WIFCONTINUED", "(status)", "Whether the process was continued.", status_test<was_continued>},
    {"WIFEXITED", "(status)", "Whether the process exited.", status_test<has_exited>},
    {"WIFSIGNALED", "(status)", "Whether a signal ended the process.", status_test<was_signalled>},
    {"WIFSTOPPED", "(status)", "Whether the process was stopped.", status_test<was_stopped>},
    {"WSTOPSIG", "(status)", "The signal that stopped it.", status_part<stopping_signal>},
    {"WTERMSIG", "(status)", "The signal that ended it.", status_part<ending_signal>},
    {"_affinity", "(pid, /)", "The processors a process may run on, as a list.",
     posix_affinity_count},
    {"_exit", "(status)", "Ends the process at once.", posix_exit},
    {"abort", "(/)", "Ends the process by SIGABRT.", posix_abort},
    {"cpu_count", "(/)", "The number of processors.", posix_cpu_count},
    {"getegid", "(/)", "The effective group.", number_of_process<::getegid>},
    {"geteuid", "(/)", "The effective user.", number_of_process<::geteuid>},
    {"getgid", "(/)", "The group.", number_of_process<::getgid>},
    {"getgroups", "(/)", "All groups of the process.", posix_getgroups},
    {"getloadavg", "(/)", "The load of the last 1, 5 and 15 minutes.", posix_getloadavg},
    {"getlogin", "(/)", "Who is logged in at the terminal.", posix_getlogin},
    {"getpgid", "(pid)", "The process group of a process.", posix_getpgid},
    {"getpgrp", "(/)", "The process group.", number_of_process<::getpgrp>},
    {"getpid", "(/)", "The number of this process.", number_of_process<::getpid>},
    {"getppid", "(/)", "The number of the parent process.", number_of_process<::getppid>},
    {"getrandom", "(size, flags=0)", "Random bytes from the system.", posix_getrandom},
    {"getsid", "(pid, /)", "The session of a process.", posix_getsid},
    {"getuid", "(/)", "The user.", number_of_process<::getuid>},
    {"kill", "(pid, signal, /)", "Sends a signal.", posix_kill},
    {"killpg", "(pgid, signal, /)", "Sends a signal to a process group.", posix_killpg},
    {"nice", "(increment, /)", "Changes the priority: the new one.", posix_nice},
    {"putenv", "(name, value, /)", "Sets a variable of the environment.", posix_putenv},
    {"sched_yield", "(/)", "Lets others have the processor.", posix_sched_yield},
    {"setegid", "(egid, /)", "Sets the effective group.", change_identity<::setegid>},
    {"seteuid", "(euid, /)", "Sets the effective user.", change_identity<::seteuid>},
    {"setgid", "(gid, /)", "Sets the group.", change_identity<::setgid>},
    {"setpgid", "(pid, pgrp, /)", "Moves a process to a process group.", posix_setpgid},
    {"setsid", "(/)", "Begins a session.", posix_setsid},
    {"setuid", "(uid, /)", "Sets the user.", change_identity<::setuid>},
    {"strerror", "(code, /)", "The text of an error number.", posix_strerror},
    {"sync", "(/)", "Waits until everything is on the disks.", posix_sync},
    {"sysconf", "(name, /)", "A limit of the system, by number.", posix_sysconf},
    {"times", "(/)", "Processor time of the process and its children.", posix_times},
    {"umask", "(mask, /)", "Sets the mask of permissions: the old one.", posix_umask},
    {"uname", "(/)", "Names of the system.", posix_uname},
    {"unsetenv", "(name, /)", "Removes a variable of the environment.", posix_unsetenv},
    {"urandom", "(size, /)", "Random bytes fit for secrets.", posix_urandom},
    {"waitstatus_to_exitcode", "(status)", "The exit code a wait status stands for.",
     posix_waitstatus_to_exitcode},
};

}  // namespace

std::span<const NativeMethod> posix_process_functions() { return functions; }

}  // namespace weft

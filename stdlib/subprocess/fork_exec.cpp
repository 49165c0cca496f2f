// Module _posixsubprocess: starting a program with its descriptors as wanted.
//
// The child shares the memory of this process until it has become the program (vfork), which copies
// no page tables; so what it does between is written down before: nothing is allocated there, and
// what goes wrong is noted in memory that both see. Only a function to be called in the child
// (preexec_fn) needs a child with memory of its own.
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"

namespace weft {
namespace {

// Everything the child needs.
struct Plan {
  std::vector<std::string> words, programs, variables;
  std::vector<char*> argv, candidates, envp;
  bool has_environment = false;
  std::string folder;
  bool has_folder = false;
  bool closes_others = true;
  std::vector<int> kept;           // ascending
  int standard[3] = {-1, -1, -1};  // -1: as in the parent
  bool restores_signals = true;
  bool new_session = false;
  int group = -1;
  int user = -1, primary_group = -1, mask = -1;
  std::vector<gid_t> groups;
  bool has_groups = false;
  sigset_t signals_before{};

  // What went wrong, for the parent; 0: nothing.
  volatile int error = 0;
  volatile bool in_folder = false;  // when it went into the folder
};

// --- In the child: no allocation, no locks.

void close_others(const Plan& plan) {
  unsigned first = 3;
  for (const int descriptor : plan.kept) {
    const auto kept = static_cast<unsigned>(descriptor);
    if (kept < first) continue;
    if (kept > first) syscall(SYS_close_range, first, kept - 1, 0);
    first = kept + 1;
  }
  syscall(SYS_close_range, first, ~0U, 0);
}

bool place_standard(const Plan& plan) {
  int from[3] = {plan.standard[0], plan.standard[1], plan.standard[2]};
  for (int i = 0; i < 3; ++i) {
    // One that another is to be put over moves away.
    if (from[i] >= 0 && from[i] < 3 && from[i] != i) {
      from[i] = fcntl(from[i], F_DUPFD_CLOEXEC, 3);
      if (from[i] < 0) return false;
    }
  }
  for (int i = 0; i < 3; ++i) {
    if (from[i] < 0) continue;
    if (from[i] == i) {
      if (fcntl(i, F_SETFD, 0) != 0) return false;
    } else if (dup2(from[i], i) < 0) {
      return false;
    }
  }
  return true;
}

void set_default_handlers(const Plan& plan) {
  for (int number = 1; number < NSIG; ++number) {
    struct sigaction action {};
    if (sigaction(number, nullptr, &action) != 0) continue;
    const bool is_ignored = action.sa_handler == SIG_IGN;
    const bool is_restored = plan.restores_signals && (number == SIGPIPE || number == SIGXFSZ);
    if (action.sa_handler == SIG_DFL || (is_ignored && !is_restored)) continue;
    action = {};
    action.sa_handler = SIG_DFL;
    sigaction(number, &action, nullptr);
  }
}

// Up to exec; what failed first is in errno.
bool prepare(Plan& plan) {
  for (const int descriptor : plan.kept) {
    if (descriptor > 2 && fcntl(descriptor, F_SETFD, 0) != 0) return false;
  }
  if (!place_standard(plan)) return false;
  if (plan.has_folder) {
    plan.in_folder = true;
    if (chdir(plan.folder.c_str()) != 0) return false;
    plan.in_folder = false;
  }
  if (plan.mask >= 0) umask(static_cast<mode_t>(plan.mask));
  set_default_handlers(plan);
  if (plan.new_session) setsid();
  if (plan.group >= 0 && setpgid(0, plan.group) != 0) return false;
  // The raw calls: those of libc would tell all threads.
  if (plan.has_groups && syscall(SYS_setgroups, plan.groups.size(), plan.groups.data()) != 0) {
    return false;
  }
  if (plan.primary_group >= 0 &&
      syscall(SYS_setresgid, plan.primary_group, plan.primary_group, -1) != 0) {
    return false;
  }
  return plan.user < 0 || syscall(SYS_setresuid, plan.user, plan.user, -1) == 0;
}

void become_program(Plan& plan) {
  if (plan.closes_others) close_others(plan);
  pthread_sigmask(SIG_SETMASK, &plan.signals_before, nullptr);
  int error = ENOENT;
  for (char* const program : plan.candidates) {
    if (program == nullptr) break;
    if (plan.has_environment) {
      execve(program, plan.argv.data(), plan.envp.data());
    } else {
      execv(program, plan.argv.data());
    }
    // A program that is there but cannot be run says more than one that is not.
    if (errno != ENOENT && errno != ENOTDIR) error = errno;
  }
  errno = error;
}

__attribute__((noinline)) pid_t start_sharing_memory(Plan& plan) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  const pid_t child = vfork();
#pragma GCC diagnostic pop
  if (child != 0) return child;
  if (prepare(plan)) become_program(plan);
  plan.error = errno;
  _exit(255);
}

// --- In the parent

bool take_texts(Thread& thread, Value sequence, std::vector<std::string>& texts,
                std::vector<char*>& pointers) {
  const bool taken = for_each(thread, sequence, [&](Value element) {
    const auto path = path_argument(thread, element, "fork_exec", "argument");
    if (path) texts.push_back(path->path);
    return path.has_value();
  });
  for (std::string& each : texts) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  return taken;
}

bool take_numbers(Thread& thread, Value sequence, std::vector<int>& numbers) {
  return for_each(thread, sequence, [&](Value element) {
    const std::optional<int32_t> number = to_int_argument(thread, element);
    if (number) numbers.push_back(*number);
    return number.has_value();
  });
}

bool take_number(Thread& thread, Value value, int& number) {
  if (value.is_none()) return true;
  const std::optional<int32_t> given = to_int_argument(thread, value);
  if (given) number = *given;
  return given.has_value();
}

enum Argument : uint32_t {
  Words,
  Programs,
  CloseOthers,
  Kept,
  Folder,
  Environment,
  StandardIn,
  StandardOut,
  StandardError,
  RestoreSignals,
  NewSession,
  ProcessGroup,
  User,
  PrimaryGroup,
  Groups,
  FileMask,
  BeforeExec
};

bool fill_plan(Thread& thread, Arguments arguments, Plan& plan) {
  std::vector<int> groups;
  if (!take_texts(thread, arguments[Words], plan.words, plan.argv) ||
      !take_texts(thread, arguments[Programs], plan.programs, plan.candidates) ||
      !take_numbers(thread, arguments[Kept], plan.kept)) {
    return false;
  }
  std::ranges::sort(plan.kept);
  plan.closes_others = arguments[CloseOthers].is_true();
  if (!arguments[Folder].is_none()) {
    const auto folder = path_argument(thread, arguments[Folder], "fork_exec", "cwd");
    if (!folder) return false;
    plan.folder = folder->path;
    plan.has_folder = true;
  }
  if (!arguments[Environment].is_none()) {
    plan.has_environment = true;
    if (!take_texts(thread, arguments[Environment], plan.variables, plan.envp)) return false;
  }
  for (uint32_t i = 0; i < 3; ++i) {
    if (!take_number(thread, arguments[StandardIn + i], plan.standard[i])) return false;
  }
  plan.restores_signals = arguments[RestoreSignals].is_true();
  plan.new_session = arguments[NewSession].is_true();
  if (!arguments[Groups].is_none()) {
    plan.has_groups = true;
    if (!take_numbers(thread, arguments[Groups], groups)) return false;
    for (const int group : groups) plan.groups.push_back(static_cast<gid_t>(group));
  }
  return take_number(thread, arguments[ProcessGroup], plan.group) &&
         take_number(thread, arguments[User], plan.user) &&
         take_number(thread, arguments[PrimaryGroup], plan.primary_group) &&
         take_number(thread, arguments[FileMask], plan.mask);
}

// A child with its own memory: what it has to say comes through a pipe.
struct Report {
  int error;
  bool in_folder;
  bool function_failed;
};

pid_t start_with_function(Thread& thread, Plan& plan, Value function, bool& function_failed) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    plan.error = errno;
    return -1;
  }
  const pid_t child = fork_isolate(thread);
  if (child == 0) {
    // Not to be put over, nor closed.
    const int told = fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
    Report report{};
    if (prepare(plan)) {
      if (call(thread, function, {})) {
        for (int& standard : plan.standard) standard = -1;
        plan.kept.push_back(told);
        std::ranges::sort(plan.kept);
        become_program(plan);
      } else {
        report.function_failed = true;
        errno = 0;
      }
    }
    report.error = errno;
    report.in_folder = plan.in_folder;
    static_cast<void>(write(told, &report, sizeof report) > 0);
    _exit(255);
  }
  if (child < 0) plan.error = errno;
  close(ends[1]);
  Report report{};
  const ssize_t count =
      child < 0 ? 0 : call_blocking(thread, [&] { return read(ends[0], &report, sizeof report); });
  close(ends[0]);
  if (count == static_cast<ssize_t>(sizeof report)) {
    plan.error = report.error;
    plan.in_folder = report.in_folder;
    function_failed = report.function_failed;
  }
  return child;
}

// (number of the child, error number, whether it is of the folder, whether preexec_fn failed). With
// an error there is no child any more.
Value fork_exec(Thread& thread, Arguments arguments) {
  Plan plan;
  if (!fill_plan(thread, arguments, plan)) return Value::error();
  bool function_failed = false;
  sigset_t all;
  sigfillset(&all);
  pid_t child;
  if (arguments[BeforeExec].is_none()) {
    // A handler must not run in the child, whose memory is ours.
    pthread_sigmask(SIG_SETMASK, &all, &plan.signals_before);
    child = start_sharing_memory(plan);
    if (child < 0) plan.error = errno;
    pthread_sigmask(SIG_SETMASK, &plan.signals_before, nullptr);
  } else {
    pthread_sigmask(SIG_SETMASK, nullptr, &plan.signals_before);
    child = start_with_function(thread, plan, arguments[BeforeExec], function_failed);
    if (thread.pending != nullptr) return Value::error();
  }
  const int error = plan.error;
  if (child > 0 && (error != 0 || function_failed)) {
    int status;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  }
  const Value parts[] = {Value::small_int(child), Value::small_int(error),
                         Value::boolean(plan.in_folder), Value::boolean(function_failed)};
  return as_result(make_tuple(thread, parts));
}

constexpr NativeMethod functions[] = {
    {"fork_exec",
     "(words, programs, close_fds, kept, cwd, env, stdin, stdout, stderr, restore_signals, "
     "new_session, process_group, user, group, groups, umask, preexec_fn, /)",
     "Starts a program: (pid, errno, whether it is about cwd, whether preexec_fn failed).",
     fork_exec},
};

}  // namespace

bool fill_posixsubprocess(Thread& thread, Module* module) {
  return put_functions(thread, module, functions);
}

}  // namespace weft

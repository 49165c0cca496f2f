// Module _signal: what signal.py asks the system for. Handlers themselves: vm/signals.h.
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/set.h"
#include "interpreter/vm/signals.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

constexpr std::array<std::string_view, 7> information_names = {
    "si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"};
constexpr auto information_fields = struct_sequence_fields(information_names);
constexpr TypeSpec information_spec = struct_sequence_spec(
    "signal", "struct_siginfo", "What a signal came with.", information_fields);

struct SignalModuleState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(information); }
  Type* information = nullptr;
};

// nullopt: exception pending.
std::optional<int> signal_number(Thread& thread, Value value) {
  const std::optional<int32_t> number = to_int_argument(thread, value);
  if (number && (*number < 1 || *number >= SignalTable::Count)) {
    raise_value_error(thread, "signal number out of range");
    return std::nullopt;
  }
  return number;
}

// Runs handlers of what has come. Whoever raises a signal hears of it at once.
Value after_signal(Thread& thread) {
  if (thread.safepoint_requests.load() != 0 && !safepoint(thread)) return Value::error();
  return Value::none();
}

// What is set now: 0 and 1 for the dispositions, a callable, or None for what others installed.
Value current_handler(Thread& thread, int number) {
  const SignalTable& table = signal_table(thread.isolate);
  const Value handler = table.handler(number);
  if (handler) return handler;
  struct sigaction action {};
  if (sigaction(number, nullptr, &action) != 0) return raise_errno(thread);
  if (action.sa_handler == SIG_DFL) return Value::small_int(0);
  if (action.sa_handler == SIG_IGN) return Value::small_int(1);
  // The shell's own: SIGINT raises KeyboardInterrupt, SIGQUIT tells what is going on.
  if (number == SIGINT) return table.default_interrupt();
  return number == SIGQUIT ? Value::small_int(0) : Value::none();
}

bool is_main_thread(Thread& thread) {
  return &thread == thread.isolate.main_thread.get() && thread.isolate.may_take_signals;
}

Value signal_signal(Thread& thread, Arguments arguments) {
  const std::optional<int> number = signal_number(thread, arguments[0]);
  if (!number) return Value::error();
  SignalTable& table = signal_table(thread.isolate);
  if (!is_main_thread(thread) || !table.take()) {
    return raise_value_error(thread, "signal only works in main thread of the main interpreter");
  }
  const Value handler = arguments[1];
  const int64_t disposition = is_int(handler) ? int_to_int64(handler).value_or(-1) : -1;
  const bool is_disposition = disposition == 0 || disposition == 1;
  if (!is_callable(thread, handler) && !is_disposition) {
    return raise_type_error(thread,
                            "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable "
                            "object");
  }
  const Value before = current_handler(thread, *number);
  if (!before || !after_signal(thread)) return Value::error();
  const int error = is_disposition ? table.reset(*number, disposition == 0 ? SIG_DFL : SIG_IGN)
                                   : table.handle(thread, *number, handler);
  if (error != 0) return raise_os_error(thread, error, Value::unset());
  return before;
}

Value signal_getsignal(Thread& thread, Arguments arguments) {
  const std::optional<int> number = signal_number(thread, arguments[0]);
  return number ? current_handler(thread, *number) : Value::error();
}

Value signal_default_int_handler(Thread& thread, Arguments) {
  Exception* interrupt = make_exception(thread, thread.isolate.exceptions.keyboard_interrupt, "");
  if (interrupt == nullptr) return Value::error();
  interrupt->args = thread.isolate.empty_tuple;
  return raise(thread, interrupt);
}

Value signal_raise(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> number = to_int_argument(thread, arguments[0]);
  if (!number) return Value::error();
  if (::raise(*number) != 0) return raise_errno(thread);
  return after_signal(thread);
}

Value signal_alarm(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> seconds = to_int_argument(thread, arguments[0]);
  if (!seconds) return Value::error();
  return Value::small_int(alarm(static_cast<unsigned>(*seconds)));
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Value timer_pair(Thread& thread, const itimerval& timer) {
  const Value values[] = {make_float(thread, seconds_of(timer.it_value)),
                          make_float(thread, seconds_of(timer.it_interval))};
  return as_result(make_tuple(thread, values));
}

Type* timer_error(Thread& thread) {
  const Value module = dict_get_str(thread.isolate.modules, intern(thread, "_signal"));
  const Value found =
      module.is_unset() ? module : find_attribute_named(thread, module, "ItimerError");
  return found && is_type(found) ? as_type(found) : thread.isolate.exceptions.os_error;
}

Value raise_timer_error(Thread& thread) {
  const int error = errno;
  const Value parts[] = {Value::small_int(error),
                         as_result(make_str_lossless(thread, strerror(error)))};
  Tuple* args = parts[1] ? make_tuple(thread, parts) : nullptr;
  Exception* made = args == nullptr ? nullptr : make_exception(thread, timer_error(thread), args);
  return made == nullptr ? Value::error() : raise(thread, made);
}

Value signal_setitimer(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> which = to_int_argument(thread, arguments[0]);
  const auto first = which ? to_double(thread, arguments[1]) : std::nullopt;
  const auto interval = first ? to_double(thread, arguments[2]) : std::nullopt;
  if (!interval) return Value::error();
  const auto time_of = [](double seconds) {
    const double whole = std::floor(seconds);
    timeval time{};
    time.tv_sec = static_cast<time_t>(whole);
    time.tv_usec = static_cast<suseconds_t>(std::ceil((seconds - whole) * 1e6));
    if (time.tv_usec >= 1000000) {
      ++time.tv_sec;
      time.tv_usec = 0;
    }
    return time;
  };
  const itimerval timer = {time_of(*interval), time_of(*first)};
  itimerval before{};
  if (setitimer(static_cast<__itimer_which_t>(*which), &timer, &before) != 0) {
    return raise_timer_error(thread);
  }
  return timer_pair(thread, before);
}

Value signal_getitimer(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> which = to_int_argument(thread, arguments[0]);
  if (!which) return Value::error();
  itimerval timer{};
  if (getitimer(static_cast<__itimer_which_t>(*which), &timer) != 0) {
    return raise_timer_error(thread);
  }
  return timer_pair(thread, timer);
}

Value signal_set_wakeup_fd(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> descriptor = to_int_argument(thread, arguments[0]);
  if (!descriptor) return Value::error();
  SignalTable& table = signal_table(thread.isolate);
  if (!is_main_thread(thread) || !table.take()) {
    return raise_value_error(thread,
                             "set_wakeup_fd only works in main thread of the main interpreter");
  }
  return Value::small_int(table.set_wake_descriptor(*descriptor < 0 ? -1 : *descriptor));
}

Value signal_siginterrupt(Thread& thread, Arguments arguments) {
  const std::optional<int> number = signal_number(thread, arguments[0]);
  const Truth interrupts = number ? truth(thread, arguments[1]) : Truth::Error;
  if (interrupts == Truth::Error) return Value::error();
  struct sigaction action {};
  if (sigaction(*number, nullptr, &action) != 0) return raise_errno(thread);
  action.sa_flags =
      interrupts == Truth::True ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART;
  return sigaction(*number, &action, nullptr) != 0 ? raise_errno(thread) : Value::none();
}

Value signal_strsignal(Thread& thread, Arguments arguments) {
  const std::optional<int> number = signal_number(thread, arguments[0]);
  if (!number) return Value::error();
  const char* shown = strsignal(*number);
  if (shown == nullptr || std::string_view(shown).starts_with("Unknown signal")) {
    return Value::none();
  }
  return as_result(make_str_lossless(thread, shown));
}

Value signal_pthread_kill(Thread& thread, Arguments arguments) {
  const std::optional<int64_t> ident = to_index(thread, arguments[0]);
  const std::optional<int32_t> number =
      ident ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!number) return Value::error();
  const Thread* target = nullptr;
  for (const Thread* each : thread.isolate.threads) {
    if (each->ident() == static_cast<uint64_t>(*ident)) target = each;
  }
  if (target == nullptr) return raise_os_error(thread, ESRCH, Value::unset());
  const bool is_own = target == &thread;
  const int failure = is_own ? pthread_kill(pthread_self(), *number) : ::kill(getpid(), *number);
  if (failure != 0) return raise_os_error(thread, is_own ? failure : errno, Value::unset());
  return after_signal(thread);
}

// --- Sets of signals

bool read_set(Thread& thread, Value iterable, sigset_t& set) {
  sigemptyset(&set);
  return for_each(thread, iterable, [&](Value element) {
    const std::optional<int> number = signal_number(thread, element);
    if (!number) return false;
    sigaddset(&set, *number);
    return true;
  });
}

Value show_set(Thread& thread, const sigset_t& set) {
  Set* made = make_set(thread);
  if (made == nullptr) return Value::error();
  for (int number = 1; number < SignalTable::Count; ++number) {
    if (sigismember(&set, number) == 1 && !set_add(thread, made, Value::small_int(number))) {
      return Value::error();
    }
  }
  return Value::cell(made);
}

Value signal_valid_signals(Thread& thread, Arguments) {
  sigset_t all;
  sigfillset(&all);
  return show_set(thread, all);
}

Value signal_pthread_sigmask(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> how = to_int_argument(thread, arguments[0]);
  sigset_t set;
  sigset_t before;
  if (!how || !read_set(thread, arguments[1], set)) return Value::error();
  const int error = pthread_sigmask(*how, &set, &before);
  if (error != 0) return raise_os_error(thread, error, Value::unset());
  return after_signal(thread) ? show_set(thread, before) : Value::error();
}

Value signal_sigpending(Thread& thread, Arguments) {
  sigset_t set;
  return sigpending(&set) != 0 ? raise_errno(thread) : show_set(thread, set);
}

Value show_information(Thread& thread, const siginfo_t& information) {
  const Value values[] = {
      Value::small_int(information.si_signo), Value::small_int(information.si_code),
      Value::small_int(information.si_errno), Value::small_int(information.si_pid),
      Value::small_int(information.si_uid),   Value::small_int(information.si_status),
      make_int(thread, information.si_band)};
  return make_struct_sequence(thread, module_state<SignalModuleState>(thread.isolate).information,
                              values);
}

Value signal_sigwait(Thread& thread, Arguments arguments) {
  sigset_t set;
  if (!read_set(thread, arguments[0], set)) return Value::error();
  siginfo_t information;
  const int number = call_blocking(thread, [&] { return sigwaitinfo(&set, &information); });
  if (number >= 0) return Value::small_int(number);
  return raise_errno(thread);
}

Value signal_sigwaitinfo(Thread& thread, Arguments arguments) {
  sigset_t set;
  if (!read_set(thread, arguments[0], set)) return Value::error();
  siginfo_t information{};
  const int number = call_blocking(thread, [&] { return sigwaitinfo(&set, &information); });
  if (number >= 0) return show_information(thread, information);
  return raise_errno(thread);
}

Value signal_sigtimedwait(Thread& thread, Arguments arguments) {
  sigset_t set;
  if (!read_set(thread, arguments[0], set)) return Value::error();
  const auto seconds = to_double(thread, arguments[1]);
  if (!seconds) return Value::error();
  if (*seconds < 0) return raise_value_error(thread, "timeout must be non-negative");
  runtime::RealClock clock;
  const int64_t deadline = clock.now() + static_cast<int64_t>(*seconds * 1e9);
  siginfo_t information{};
  const int number = call_blocking(thread, [&] {
    const int64_t rest = std::max<int64_t>(deadline - clock.now(), 0);
    const timespec timeout = {rest / 1000000000, rest % 1000000000};
    return sigtimedwait(&set, &information, &timeout);
  });
  if (number >= 0) return show_information(thread, information);
  if (thread.pending != nullptr) return Value::error();
  return errno == EAGAIN ? Value::none() : raise_errno(thread);
}

Value signal_set_pausing(Thread& thread, Arguments arguments) {
  signal_table(thread.isolate).set_pausing(arguments[0]);
  thread.isolate.outside_wakers += arguments[0].is_none() ? -1U : 1;
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"signal", "(signalnum, handler, /)", "Sets what a signal does; what it did before.",
     signal_signal},
    {"getsignal", "(signalnum, /)", "What a signal does.", signal_getsignal},
    {"default_int_handler", "(signalnum, frame, /)", "Raises KeyboardInterrupt.",
     signal_default_int_handler},
    {"raise_signal", "(signalnum, /)", "Sends a signal to this process.", signal_raise},
    {"alarm", "(seconds, /)",
     "Sends SIGALRM after so many seconds; what was left of the one before.", signal_alarm},
    {"setitimer", "(which, seconds, interval=0.0, /)", "Sets a timer that sends signals.",
     signal_setitimer},
    {"getitimer", "(which, /)", "What is left of a timer.", signal_getitimer},
    {"set_wakeup_fd", "(fd, /, *, warn_on_full_buffer=True)",
     "Has the number of each signal written to a descriptor; the one before.",
     signal_set_wakeup_fd},
    {"siginterrupt", "(signalnum, flag, /)", "Whether a signal interrupts system calls.",
     signal_siginterrupt},
    {"strsignal", "(signalnum, /)", "The text of a signal.", signal_strsignal},
    {"pthread_kill", "(thread_id, signalnum, /)", "Sends a signal to a thread.",
     signal_pthread_kill},
    {"valid_signals", "(/)", "The signals there are.", signal_valid_signals},
    {"pthread_sigmask", "(how, mask, /)", "Changes which signals are held back.",
     signal_pthread_sigmask},
    {"sigpending", "(/)", "The signals that are held back and have come.", signal_sigpending},
    {"sigwait", "(sigset, /)", "Waits for one of the signals: its number.", signal_sigwait},
    {"sigwaitinfo", "(sigset, /)", "Waits for one of the signals: what it came with.",
     signal_sigwaitinfo},
    {"sigtimedwait", "(sigset, timeout, /)", "The same, None after `timeout` seconds.",
     signal_sigtimedwait},
    {"_set_pausing", "(waiter, /)", "Whom to wake when handlers have run.", signal_set_pausing},
};

constexpr NamedNumber numbers[] = {
    {"SIGHUP", SIGHUP},
    {"SIGINT", SIGINT},
    {"SIGQUIT", SIGQUIT},
    {"SIGILL", SIGILL},
    {"SIGTRAP", SIGTRAP},
    {"SIGABRT", SIGABRT},
    {"SIGBUS", SIGBUS},
    {"SIGFPE", SIGFPE},
    {"SIGKILL", SIGKILL},
    {"SIGUSR1", SIGUSR1},
    {"SIGSEGV", SIGSEGV},
    {"SIGUSR2", SIGUSR2},
    {"SIGPIPE", SIGPIPE},
    {"SIGALRM", SIGALRM},
    {"SIGTERM", SIGTERM},
    {"SIGSTKFLT", SIGSTKFLT},
    {"SIGCHLD", SIGCHLD},
    {"SIGCONT", SIGCONT},
    {"SIGSTOP", SIGSTOP},
    {"SIGTSTP", SIGTSTP},
    {"SIGTTIN", SIGTTIN},
    {"SIGTTOU", SIGTTOU},
    {"SIGURG", SIGURG},
    {"SIGXCPU", SIGXCPU},
    {"SIGXFSZ", SIGXFSZ},
    {"SIGVTALRM", SIGVTALRM},
    {"SIGPROF", SIGPROF},
    {"SIGWINCH", SIGWINCH},
    {"SIGIO", SIGIO},
    {"SIGPWR", SIGPWR},
    {"SIGSYS", SIGSYS},
    {"SIGIOT", SIGIOT},
    {"SIGCLD", SIGCHLD},
    {"SIGPOLL", SIGIO},
    {"NSIG", SignalTable::Count},
    {"ITIMER_REAL", ITIMER_REAL},
    {"ITIMER_VIRTUAL", ITIMER_VIRTUAL},
    {"ITIMER_PROF", ITIMER_PROF},
    {"SIG_BLOCK", SIG_BLOCK},
    {"SIG_UNBLOCK", SIG_UNBLOCK},
    {"SIG_SETMASK", SIG_SETMASK},
    {"SIG_DFL", 0},
    {"SIG_IGN", 1},
};

}  // namespace

bool fill_signal(Thread& thread, Module* module) {
  auto& state = module_state<SignalModuleState>(thread.isolate);
  if (state.information == nullptr) {
    state.information =
        make_struct_sequence_type(thread, information_spec, information_names.size());
    if (state.information == nullptr) return false;
  }
  if (!put_functions(thread, module, functions) || !put_numbers(thread, module, numbers) ||
      !put_name(thread, module, "SIGRTMIN", Value::small_int(SIGRTMIN)) ||
      !put_name(thread, module, "SIGRTMAX", Value::small_int(SIGRTMAX)) ||
      !put_name(thread, module, "struct_siginfo", Value::cell(state.information))) {
    return false;
  }
  const Value handler = dict_get_str(module->dict, intern(thread, "default_int_handler"));
  signal_table(thread.isolate).set_default_interrupt(handler);
  Type* error =
      make_exception_class(thread, "signal", "itimer_error", thread.isolate.exceptions.os_error);
  return error != nullptr && put_name(thread, module, "ItimerError", Value::cell(error));
}

}  // namespace weft

// Module time: clocks, waiting, calendar times.
#include <ctime>

#include <cerrno>
#include <cmath>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/turns.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/posix/process_wide.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

constexpr int64_t NanosecondsPerSecond = 1000000000;

constexpr std::array<std::string_view, 11> time_names = {
    "tm_year", "tm_mon",  "tm_mday",  "tm_hour", "tm_min",   "tm_sec",
    "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"};
// The zone follows from the platform when made by localtime; it is no element.
constexpr size_t VisibleTimeFields = 9;
constexpr auto time_fields = struct_sequence_fields<VisibleTimeFields>(time_names);
constexpr TypeSpec struct_time_spec = struct_sequence_spec(
    "time", "struct_time", "A calendar time as a tuple with named fields.", time_fields);

struct TimeState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(struct_time_type); }
  Type* struct_time_type = nullptr;
};

int64_t read_clock(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return now.tv_sec * NanosecondsPerSecond + now.tv_nsec;
}

// The two that a virtual clock has its own reading of come from the isolate's clock.
template <clockid_t clock>
int64_t read_for_script(Thread& thread) {
  if constexpr (clock == CLOCK_MONOTONIC) return thread.isolate.clock->now();
  if constexpr (clock == CLOCK_REALTIME) return thread.isolate.clock->realtime();
  return read_clock(clock);
}

template <clockid_t clock>
Value clock_seconds(Thread& thread, Arguments) {
  return make_float(thread, static_cast<double>(read_for_script<clock>(thread)) /
                                static_cast<double>(NanosecondsPerSecond));
}
template <clockid_t clock>
Value clock_nanoseconds(Thread& thread, Arguments) {
  return make_int(thread, read_for_script<clock>(thread));
}

// Seconds in one of the two forms clocks take: a float, or whatever stands for an integer.
// Nullopt: exception pending.
std::optional<double> seconds_of(Thread& thread, Value value) {
  if (is_float(value)) {
    const double seconds = *to_double(thread, value);
    if (!std::isnan(seconds)) return seconds;
    raise_value_error(thread, "Invalid value NaN (not a number)");
    return std::nullopt;
  }
  const Value number = to_int_by_index(thread, value);
  return number ? to_double(thread, number) : std::nullopt;
}

Value time_sleep(Thread& thread, Arguments arguments) {
  const std::optional<double> seconds = seconds_of(thread, arguments[0]);
  if (!seconds) return Value::error();
  if (std::fabs(*seconds) > 9.2e9) {
    return raise_overflow_error(thread, "timestamp too large to convert to C _PyTime_t");
  }
  if (*seconds < 0) return raise_value_error(thread, "sleep length must be non-negative");
  const auto length = static_cast<int64_t>(std::ceil(*seconds * 1e9));
  if (length == 0) {
    if (thread.hub->cooperative) return yield_to_others(thread);
    yield_to_threads(thread);
    return Value::none();
  }
  ParkOptions options;
  options.deadline = waiting_clock(thread) + length;
  options.cooperative = thread.hub->cooperative;
  return park(thread, options);
}

// --- Calendar times

Value to_struct_time(Thread& thread, const tm& parts) {
  Str* zone = make_str(thread, parts.tm_zone == nullptr ? "" : parts.tm_zone);
  if (zone == nullptr) return Value::error();
  const auto number = [](int64_t value) { return Value::small_int(value); };
  const Value values[] = {number(parts.tm_year + 1900),
                          number(parts.tm_mon + 1),
                          number(parts.tm_mday),
                          number(parts.tm_hour),
                          number(parts.tm_min),
                          number(parts.tm_sec),
                          number((parts.tm_wday + 6) % 7),
                          number(parts.tm_yday + 1),
                          number(parts.tm_isdst),
                          Value::cell(zone),
                          number(parts.tm_gmtoff)};
  return make_struct_sequence(thread, module_state<TimeState>(thread.isolate).struct_time_type,
                              values);
}

// The seconds argument: None means now. False: exception pending.
bool seconds_argument(Thread& thread, Value value, time_t& out) {
  if (value.is_none()) {
    out = ::time(nullptr);
    return true;
  }
  if (is_int(value)) {
    const std::optional<int64_t> number = int_to_int64(value);
    if (!number) {
      raise_overflow_error(thread, "timestamp out of range for platform time_t");
      return false;
    }
    out = *number;
    return true;
  }
  const std::optional<double> seconds = seconds_of(thread, value);
  if (!seconds) return false;
  if (std::fabs(*seconds) >= 9.2e18) {
    raise_overflow_error(thread, "timestamp out of range for platform time_t");
    return false;
  }
  out = static_cast<time_t>(std::floor(*seconds));
  return true;
}

// The C library keeps one time zone for the process, and looks for another whenever it is asked.
bool local_time(time_t seconds, tm& parts) {
  const auto held = hold_process_wide();
  return localtime_r(&seconds, &parts) != nullptr;
}
bool universal_time(time_t seconds, tm& parts) {
  const auto held = hold_process_wide();
  return gmtime_r(&seconds, &parts) != nullptr;
}
time_t time_of(tm& parts) {
  const auto held = hold_process_wide();
  return mktime(&parts);
}
size_t show_time(std::string& out, const std::string& format, const tm& parts) {
  const auto held = hold_process_wide();
  return strftime(out.data(), out.size(), format.c_str(), &parts);
}

struct Zone {
  std::string names[2];  // in winter, in summer
  long seconds_west;
  bool has_summer;
};

Zone current_zone() {
  const auto held = hold_process_wide();
  tzset();
  return {{tzname[0], tzname[1]}, timezone, daylight != 0};
}

Value time_localtime(Thread& thread, Arguments arguments) {
  time_t seconds;
  tm parts{};
  if (!seconds_argument(thread, arguments[0], seconds)) return Value::error();
  if (!local_time(seconds, parts)) return raise_os_error(thread, errno, Value::unset());
  return to_struct_time(thread, parts);
}

Value time_gmtime(Thread& thread, Arguments arguments) {
  time_t seconds;
  tm parts{};
  if (!seconds_argument(thread, arguments[0], seconds)) return Value::error();
  if (!universal_time(seconds, parts)) return raise_os_error(thread, errno, Value::unset());
  return to_struct_time(thread, parts);
}

// A tuple of nine numbers as C's struct, for the function `name`. False: exception pending.
bool to_parts(Thread& thread, Value value, std::string_view name, tm& parts) {
  if (!is_tuple(value)) {
    raise_type_error(thread, "Tuple or struct_time argument required");
    return false;
  }
  auto* tuple = value.as<Tuple>();
  if (tuple->count != VisibleTimeFields) {
    raise_type_error(thread, text(name, "(): illegal time tuple argument"));
    return false;
  }
  int32_t numbers[VisibleTimeFields];
  for (size_t i = 0; i < VisibleTimeFields; ++i) {
    const std::optional<int32_t> number = to_int_argument(thread, tuple->values[i]);
    if (!number) return false;
    numbers[i] = *number;
  }
  if (numbers[0] < INT32_MIN + 1900) {
    raise_overflow_error(thread, "year out of range");
    return false;
  }
  parts.tm_year = numbers[0] - 1900;
  parts.tm_mon = static_cast<int>(int64_t{numbers[1]} - 1);
  parts.tm_mday = numbers[2];
  parts.tm_hour = numbers[3];
  parts.tm_min = numbers[4];
  parts.tm_sec = numbers[5];
  parts.tm_wday = static_cast<int>((int64_t{numbers[6]} + 1) % 7);
  parts.tm_yday = static_cast<int>(int64_t{numbers[7]} - 1);
  parts.tm_isdst = numbers[8];
  return true;
}

// What text is made of must be a possible time; zero stands for the first day and month.
bool check_parts(Thread& thread, tm& parts) {
  if (parts.tm_mon == -1) parts.tm_mon = 0;
  if (parts.tm_mday == 0) parts.tm_mday = 1;
  if (parts.tm_yday == -1) parts.tm_yday = 0;
  const auto within = [](int value, int low, int high) { return value >= low && value <= high; };
  const char* wrong = !within(parts.tm_mon, 0, 11)     ? "month out of range"
                      : !within(parts.tm_mday, 1, 31)  ? "day of month out of range"
                      : !within(parts.tm_hour, 0, 23)  ? "hour out of range"
                      : !within(parts.tm_min, 0, 59)   ? "minute out of range"
                      : !within(parts.tm_sec, 0, 61)   ? "seconds out of range"
                      : parts.tm_wday < 0              ? "day of week out of range"
                      : !within(parts.tm_yday, 0, 365) ? "day of year out of range"
                                                       : nullptr;
  if (wrong == nullptr) return true;
  raise_value_error(thread, wrong);
  return false;
}

bool parts_argument(Thread& thread, Value value, std::string_view name, tm& parts) {
  if (!value.is_unset()) return to_parts(thread, value, name, parts) && check_parts(thread, parts);
  const time_t now = ::time(nullptr);
  static_cast<void>(local_time(now, parts));
  return true;
}

Value time_mktime(Thread& thread, Arguments arguments) {
  tm parts{};
  if (!to_parts(thread, arguments[0], "mktime", parts)) return Value::error();
  parts.tm_wday = -1;
  const time_t seconds = time_of(parts);
  if (seconds == -1 && parts.tm_wday == -1) {
    return raise_overflow_error(thread, "mktime argument out of range");
  }
  return make_float(thread, static_cast<double>(seconds));
}

Value time_strftime(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[0])) {
    return raise_type_error(thread, text("strftime() argument 1 must be str, not ",
                                         argument_type_name(thread, arguments[0])));
  }
  tm parts{};
  if (!parts_argument(thread, arguments[1], "strftime", parts)) return Value::error();
  const std::string format(arguments[0].as<Str>()->view());
  if (format.empty()) return arguments[0];
  if (format.find('\0') != std::string::npos)
    return raise_value_error(thread, "embedded null character");
  std::string out(std::max<size_t>(256, format.size() * 4), '\0');
  for (;;) {
    const size_t size = show_time(out, format, parts);
    if (size != 0 || out.size() > 256 * format.size()) {
      out.resize(size);
      break;
    }
    out.resize(out.size() * 2);
  }
  Str* made = make_str(thread, out);
  return made == nullptr ? Value::error() : Value::cell(made);
}

Value show_parts(Thread& thread, const tm& parts) {
  constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  char out[64];
  snprintf(out, sizeof out, "%s %s %2d %02d:%02d:%02d %d", days[((parts.tm_wday % 7) + 7) % 7],
           months[((parts.tm_mon % 12) + 12) % 12], parts.tm_mday, parts.tm_hour, parts.tm_min,
           parts.tm_sec, parts.tm_year + 1900);
  Str* made = make_str(thread, out);
  return made == nullptr ? Value::error() : Value::cell(made);
}

Value time_asctime(Thread& thread, Arguments arguments) {
  tm parts{};
  return parts_argument(thread, arguments[0], "asctime", parts) ? show_parts(thread, parts)
                                                                : Value::error();
}

Value time_ctime(Thread& thread, Arguments arguments) {
  time_t seconds;
  tm parts{};
  if (!seconds_argument(thread, arguments[0], seconds)) return Value::error();
  if (!local_time(seconds, parts)) return raise_os_error(thread, errno, Value::unset());
  return show_parts(thread, parts);
}

// --- Clocks by number and name

std::optional<clockid_t> clock_argument(Thread& thread, Value value) {
  const std::optional<int32_t> clock = to_int_argument(thread, value);
  return clock ? std::optional<clockid_t>(*clock) : std::nullopt;
}

// Reads with clock_gettime or clock_getres. Nullopt: exception pending.
std::optional<timespec> ask_clock(Thread& thread, Value value, int (*ask)(clockid_t, timespec*)) {
  const std::optional<clockid_t> clock = clock_argument(thread, value);
  if (!clock) return std::nullopt;
  timespec answer{};
  if (ask(*clock, &answer) == 0) return answer;
  raise_os_error(thread, errno, Value::unset());
  return std::nullopt;
}

Value to_seconds(Thread& thread, const timespec& time) {
  return make_float(thread, static_cast<double>(time.tv_sec * NanosecondsPerSecond + time.tv_nsec) /
                                static_cast<double>(NanosecondsPerSecond));
}

Value time_clock_gettime(Thread& thread, Arguments arguments) {
  const std::optional<timespec> now = ask_clock(thread, arguments[0], ::clock_gettime);
  return now ? to_seconds(thread, *now) : Value::error();
}

Value time_clock_gettime_ns(Thread& thread, Arguments arguments) {
  const std::optional<timespec> now = ask_clock(thread, arguments[0], ::clock_gettime);
  return now ? make_int(thread, now->tv_sec * NanosecondsPerSecond + now->tv_nsec) : Value::error();
}

Value time_clock_getres(Thread& thread, Arguments arguments) {
  const std::optional<timespec> step = ask_clock(thread, arguments[0], ::clock_getres);
  return step ? to_seconds(thread, *step) : Value::error();
}

Value time_get_clock_info(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[0])) {
    return raise_type_error(thread, text("get_clock_info() argument 1 must be str, not ",
                                         argument_type_name(thread, arguments[0])));
  }
  struct Clock {
    std::string_view name;
    clockid_t number;
    std::string_view function;
    bool monotonic;
  };
  constexpr Clock clocks[] = {
      {"time", CLOCK_REALTIME, "clock_gettime(CLOCK_REALTIME)", false},
      {"monotonic", CLOCK_MONOTONIC, "clock_gettime(CLOCK_MONOTONIC)", true},
      {"perf_counter", CLOCK_MONOTONIC, "clock_gettime(CLOCK_MONOTONIC)", true},
      {"process_time", CLOCK_PROCESS_CPUTIME_ID, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true},
      {"thread_time", CLOCK_THREAD_CPUTIME_ID, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true}};
  const std::string_view wanted = arguments[0].as<Str>()->view();
  for (const Clock& clock : clocks) {
    if (clock.name != wanted) continue;
    timespec step{};
    ::clock_getres(clock.number, &step);
    Dict* fields = make_dict(thread);
    Str* function = make_str(thread, clock.function);
    const auto put_field = [&](std::string_view name, Value value) {
      Str* key = intern(thread, name);
      return key != nullptr && value && dict_set_str(thread, fields, key, value);
    };
    if (fields == nullptr || function == nullptr ||
        !put_field("implementation", Value::cell(function)) ||
        !put_field("monotonic", Value::boolean(clock.monotonic)) ||
        !put_field("adjustable", Value::boolean(!clock.monotonic)) ||
        !put_field("resolution", to_seconds(thread, step))) {
      return Value::error();
    }
    return make_simple_namespace(thread, fields);
  }
  return raise_value_error(thread, "unknown clock");
}

// The work is done by script, which is rarely needed.
Value time_strptime(Thread& thread, Arguments arguments) {
  const Value module = import_module(thread, "_strptime");
  return module ? call_method(thread, module, "struct_time_of", {arguments[0], arguments[1]})
                : module;
}

Value time_tzset(Thread&, Arguments) {
  static_cast<void>(current_zone());
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"asctime", "(t=<unset>, /)", "A calendar time as 'Sat Jun  6 16:26:11 1998'.", time_asctime},
    {"clock_getres", "(clk_id, /)", "The smallest step of a clock in seconds.", time_clock_getres},
    {"clock_gettime", "(clk_id, /)", "The time of a clock in seconds.", time_clock_gettime},
    {"clock_gettime_ns", "(clk_id, /)", "The time of a clock in nanoseconds.",
     time_clock_gettime_ns},
    {"ctime", "([secs=None], /)", "Seconds since 1970 as local text.", time_ctime},
    {"get_clock_info", "(name, /)", "What is known of a clock by its name.", time_get_clock_info},
    {"gmtime", "([secs=None], /)", "Seconds since 1970 as calendar time in UTC.", time_gmtime},
    {"localtime", "([secs=None], /)", "Seconds since 1970 as local calendar time.", time_localtime},
    {"mktime", "(t, /)", "Local calendar time as seconds since 1970.", time_mktime},
    {"monotonic", "(/)", "Seconds of a clock that never goes back.",
     clock_seconds<CLOCK_MONOTONIC>},
    {"monotonic_ns", "(/)", "monotonic() in nanoseconds.", clock_nanoseconds<CLOCK_MONOTONIC>},
    {"perf_counter", "(/)", "Seconds of the finest clock, for measuring.",
     clock_seconds<CLOCK_MONOTONIC>},
    {"perf_counter_ns", "(/)", "perf_counter() in nanoseconds.",
     clock_nanoseconds<CLOCK_MONOTONIC>},
    {"process_time", "(/)", "Processor seconds of the process.",
     clock_seconds<CLOCK_PROCESS_CPUTIME_ID>},
    {"process_time_ns", "(/)", "process_time() in nanoseconds.",
     clock_nanoseconds<CLOCK_PROCESS_CPUTIME_ID>},
    {"sleep", "(secs, /)", "Waits for a number of seconds, which may be a fraction.", time_sleep},
    {"strftime", "(format[, t=<unset>], /)", "A calendar time as text by a format.", time_strftime},
    {"strptime", "(string, format='%a %b %d %H:%M:%S %Y', /)",
     "The calendar time of a text in a given format.", time_strptime},
    {"thread_time", "(/)", "Processor seconds of the thread.",
     clock_seconds<CLOCK_THREAD_CPUTIME_ID>},
    {"thread_time_ns", "(/)", "thread_time() in nanoseconds.",
     clock_nanoseconds<CLOCK_THREAD_CPUTIME_ID>},
    {"tzset", "(/)", "Looks at the environment's time zone again.", time_tzset},
    {"time", "(/)", "Seconds since the beginning of 1970 in UTC.", clock_seconds<CLOCK_REALTIME>},
    {"time_ns", "(/)", "time() in nanoseconds.", clock_nanoseconds<CLOCK_REALTIME>},
};

bool put(Thread& thread, Dict* dict, std::string_view name, Value value) {
  Str* key = intern(thread, name);
  return key != nullptr && value && dict_set_str(thread, dict, key, value);
}

}  // namespace

bool fill_time(Thread& thread, Module* module) {
  auto& state = module_state<TimeState>(thread.isolate);
  if (state.struct_time_type == nullptr) {
    state.struct_time_type = make_struct_sequence_type(thread, struct_time_spec, VisibleTimeFields);
    if (state.struct_time_type == nullptr) return false;
  }
  const Zone zone = current_zone();
  Str* standard = make_str(thread, zone.names[0]);
  Str* summer = make_str(thread, zone.names[1]);
  if (standard == nullptr || summer == nullptr) return false;
  const Value zone_names[] = {Value::cell(standard), Value::cell(summer)};
  Tuple* names = make_tuple(thread, zone_names);
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return names != nullptr && add_native_functions(thread, module->dict, module_name, functions) &&
         put(thread, module->dict, "struct_time", Value::cell(state.struct_time_type)) &&
         put(thread, module->dict, "timezone", Value::small_int(zone.seconds_west)) &&
         put(thread, module->dict, "altzone",
             Value::small_int(zone.seconds_west - (zone.has_summer ? 3600 : 0))) &&
         put(thread, module->dict, "daylight", Value::small_int(zone.has_summer ? 1 : 0)) &&
         put(thread, module->dict, "tzname", Value::cell(names)) &&
         put(thread, module->dict, "CLOCK_REALTIME", Value::small_int(CLOCK_REALTIME)) &&
         put(thread, module->dict, "CLOCK_MONOTONIC", Value::small_int(CLOCK_MONOTONIC)) &&
         put(thread, module->dict, "CLOCK_MONOTONIC_RAW", Value::small_int(CLOCK_MONOTONIC_RAW)) &&
         put(thread, module->dict, "CLOCK_BOOTTIME", Value::small_int(CLOCK_BOOTTIME)) &&
         put(thread, module->dict, "CLOCK_PROCESS_CPUTIME_ID",
             Value::small_int(CLOCK_PROCESS_CPUTIME_ID)) &&
         put(thread, module->dict, "CLOCK_THREAD_CPUTIME_ID",
             Value::small_int(CLOCK_THREAD_CPUTIME_ID));
}

}  // namespace weft

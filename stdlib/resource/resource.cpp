// Module resource: the limits of the process, and what it has used.
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>

#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/resource_usage.h"

namespace weft {
namespace {

Value getrusage_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> who = to_int_argument(thread, arguments[0]);
  if (!who) return Value::error();
  rusage usage;
  if (getrusage(static_cast<__rusage_who>(*who), &usage) != 0) {
    return errno == EINVAL ? raise_value_error(thread, "invalid who parameter")
                           : raise_errno(thread);
  }
  return make_resource_usage(thread, usage);
}

// Nullopt: exception pending.
std::optional<int32_t> resource_argument(Thread& thread, Value value) {
  const std::optional<int32_t> number = to_int_argument(thread, value);
  if (number && (*number < 0 || *number >= static_cast<int32_t>(RLIM_NLIMITS))) {
    raise_value_error(thread, "invalid resource specified");
    return std::nullopt;
  }
  return number;
}

// RLIM_INFINITY is -1 to scripts.
Value limits_value(Thread& thread, const rlimit& limits) {
  const Value values[] = {make_int(thread, static_cast<int64_t>(limits.rlim_cur)),
                          make_int(thread, static_cast<int64_t>(limits.rlim_max))};
  if (!values[0] || !values[1]) return Value::error();
  return as_result(make_tuple(thread, values));
}

// False: exception pending.
bool limits_argument(Thread& thread, Value value, rlimit& limits) {
  Tuple* pair = tuple_from_iterable(thread, value);
  if (pair == nullptr) return false;
  if (pair->count != 2) {
    raise_value_error(thread, "expected a tuple of 2 integers");
    return false;
  }
  const auto soft = to_index(thread, pair->values[0]);
  const auto hard = soft ? to_index(thread, pair->values[1]) : std::nullopt;
  if (!hard) return false;
  limits = {static_cast<rlim_t>(*soft), static_cast<rlim_t>(*hard)};
  return true;
}

Value raise_limit_error(Thread& thread) {
  if (errno == EINVAL) return raise_value_error(thread, "current limit exceeds maximum limit");
  if (errno == EPERM) return raise_value_error(thread, "not allowed to raise maximum limit");
  return raise_errno(thread);
}

Value getrlimit_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> number = resource_argument(thread, arguments[0]);
  if (!number) return Value::error();
  rlimit limits;
  if (prlimit(0, static_cast<__rlimit_resource>(*number), nullptr, &limits) != 0) {
    return raise_errno(thread);
  }
  return limits_value(thread, limits);
}

Value setrlimit_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> number = resource_argument(thread, arguments[0]);
  rlimit limits;
  if (!number || !limits_argument(thread, arguments[1], limits)) return Value::error();
  if (prlimit(0, static_cast<__rlimit_resource>(*number), &limits, nullptr) != 0) {
    return raise_limit_error(thread);
  }
  return Value::none();
}

Value prlimit_function(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> process = to_int_argument(thread, arguments[0]);
  const auto number = process ? resource_argument(thread, arguments[1]) : std::nullopt;
  if (!number) return Value::error();
  rlimit limits;
  const bool changes = !arguments[2].is_none();
  if (changes && !limits_argument(thread, arguments[2], limits)) return Value::error();
  rlimit old;
  if (prlimit(*process, static_cast<__rlimit_resource>(*number), changes ? &limits : nullptr,
              &old) != 0) {
    return errno == EINVAL ? raise_limit_error(thread) : raise_errno(thread);
  }
  return limits_value(thread, old);
}

Value getpagesize_function(Thread&, Arguments) { return Value::small_int(sysconf(_SC_PAGESIZE)); }

constexpr NativeMethod functions[] = {
    {"getpagesize", "(/)", "The size of a page of memory.", getpagesize_function},
    {"getrlimit", "(resource, /)", "A limit of the process: (soft, hard).", getrlimit_function},
    {"getrusage", "(who, /)", "What the process, a thread or its children have used.",
     getrusage_function},
    {"prlimit", "(pid, resource, limits=None, /)",
     "A limit of any process as it was, after setting it if a new one is given.", prlimit_function},
    {"setrlimit", "(resource, limits, /)", "Sets a limit of the process: (soft, hard).",
     setrlimit_function},
};

constexpr NamedNumber numbers[] = {
    {"RLIMIT_AS", RLIMIT_AS},
    {"RLIMIT_CORE", RLIMIT_CORE},
    {"RLIMIT_CPU", RLIMIT_CPU},
    {"RLIMIT_DATA", RLIMIT_DATA},
    {"RLIMIT_FSIZE", RLIMIT_FSIZE},
    {"RLIMIT_MEMLOCK", RLIMIT_MEMLOCK},
    {"RLIMIT_MSGQUEUE", RLIMIT_MSGQUEUE},
    {"RLIMIT_NICE", RLIMIT_NICE},
    {"RLIMIT_NOFILE", RLIMIT_NOFILE},
    {"RLIMIT_NPROC", RLIMIT_NPROC},
    {"RLIMIT_OFILE", RLIMIT_OFILE},
    {"RLIMIT_RSS", RLIMIT_RSS},
    {"RLIMIT_RTPRIO", RLIMIT_RTPRIO},
    {"RLIMIT_RTTIME", RLIMIT_RTTIME},
    {"RLIMIT_SIGPENDING", RLIMIT_SIGPENDING},
    {"RLIMIT_STACK", RLIMIT_STACK},
    {"RLIM_INFINITY", -1},
    {"RUSAGE_CHILDREN", RUSAGE_CHILDREN},
    {"RUSAGE_SELF", RUSAGE_SELF},
    {"RUSAGE_THREAD", RUSAGE_THREAD},
};

}  // namespace

bool fill_resource(Thread& thread, Module* module) {
  Type* type = resource_usage_type(thread);
  return type != nullptr && put_functions(thread, module, functions) &&
         put_numbers(thread, module, numbers) &&
         put_name(thread, module, "struct_rusage", Value::cell(type)) &&
         put_name(thread, module, "error", Value::cell(thread.isolate.exceptions.os_error));
}

}  // namespace weft

#include "stdlib/posix/resource_usage.h"

#include "interpreter/objects/numbers.h"
#include "runtime/heap/marker.h"
#include "stdlib/module_state.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

struct UsageState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(type); }
  Type* type = nullptr;
};

constexpr std::array<std::string_view, 16> names = {
    "ru_utime",  "ru_stime",    "ru_maxrss", "ru_ixrss",   "ru_idrss",   "ru_isrss",
    "ru_minflt", "ru_majflt",   "ru_nswap",  "ru_inblock", "ru_oublock", "ru_msgsnd",
    "ru_msgrcv", "ru_nsignals", "ru_nvcsw",  "ru_nivcsw"};
constexpr auto fields = struct_sequence_fields(names);
constexpr TypeSpec spec =
    struct_sequence_spec("resource", "struct_rusage", "What a process has used.", fields);

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

Type* resource_usage_type(Thread& thread) {
  Type*& type = module_state<UsageState>(thread.isolate).type;
  if (type == nullptr) type = make_struct_sequence_type(thread, spec, names.size());
  return type;
}

Value make_resource_usage(Thread& thread, const rusage& usage) {
  Type* type = resource_usage_type(thread);
  if (type == nullptr) return Value::error();
  const long counts[] = {usage.ru_maxrss,  usage.ru_ixrss,  usage.ru_idrss,  usage.ru_isrss,
                         usage.ru_minflt,  usage.ru_majflt, usage.ru_nswap,  usage.ru_inblock,
                         usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
                         usage.ru_nvcsw,   usage.ru_nivcsw};
  Value values[names.size()] = {make_float(thread, seconds(usage.ru_utime)),
                                make_float(thread, seconds(usage.ru_stime))};
  if (!values[0] || !values[1]) return Value::error();
  for (size_t i = 0; i < std::size(counts); ++i) {
    values[i + 2] = make_int(thread, static_cast<int64_t>(counts[i]));
    if (!values[i + 2]) return Value::error();
  }
  return make_struct_sequence(thread, type, values);
}

}  // namespace weft

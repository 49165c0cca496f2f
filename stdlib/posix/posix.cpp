// Module posix: what os.py is made from.
#include "interpreter/objects/bytes.h"
#include "runtime/heap/marker.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/posix/posix_module.h"
#include "stdlib/posix/process_wide.h"
#include "stdlib/struct_sequence.h"

namespace weft {

void PosixState::trace_roots(runtime::Marker& marker) {
  for (Type* type : {stat_result, statvfs_result, uname_result, times_result, terminal_size,
                     directory_entry, directory_iterator, waitid_result}) {
    marker.mark(type);
  }
  for (List* hooks : {before_fork, after_fork_in_child, after_fork_in_parent}) marker.mark(hooks);
}

namespace {

// The times stand twice: whole among the elements, exact as attributes only.
constexpr std::array<std::string_view, 19> stat_names = {
    "st_mode",     "st_ino",      "st_dev",     "st_nlink",  "st_uid",   "st_gid",   "st_size",
    "st_atime",    "st_mtime",    "st_ctime",   "st_atime",  "st_mtime", "st_ctime", "st_atime_ns",
    "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev"};
constexpr size_t VisibleStatFields = 10;
constexpr auto stat_fields = struct_sequence_fields<VisibleStatFields>(stat_names);
constexpr TypeSpec stat_spec =
    struct_sequence_spec("os", "stat_result", "What the system knows of a file.", stat_fields);

constexpr std::array<std::string_view, 11> statvfs_names = {
    "f_bsize", "f_frsize", "f_blocks", "f_bfree",   "f_bavail", "f_files",
    "f_ffree", "f_favail", "f_flag",   "f_namemax", "f_fsid"};
constexpr auto statvfs_fields = struct_sequence_fields<10>(statvfs_names);
constexpr TypeSpec statvfs_spec = struct_sequence_spec(
    "os", "statvfs_result", "What the system knows of a file system.", statvfs_fields);

constexpr std::array<std::string_view, 5> uname_names = {"sysname", "nodename", "release",
                                                         "version", "machine"};
constexpr auto uname_fields = struct_sequence_fields(uname_names);
constexpr TypeSpec uname_spec =
    struct_sequence_spec("posix", "uname_result", "Names of the system.", uname_fields);

constexpr std::array<std::string_view, 5> times_names = {"user", "system", "children_user",
                                                         "children_system", "elapsed"};
constexpr auto times_fields = struct_sequence_fields(times_names);
constexpr TypeSpec times_spec =
    struct_sequence_spec("posix", "times_result", "Processor times.", times_fields);

constexpr std::array<std::string_view, 2> terminal_names = {"columns", "lines"};
constexpr auto terminal_fields = struct_sequence_fields(terminal_names);
constexpr TypeSpec terminal_spec =
    struct_sequence_spec("os", "terminal_size", "The size of a terminal.", terminal_fields);

constexpr std::array<std::string_view, 5> waitid_names = {"si_pid", "si_uid", "si_signo",
                                                          "si_status", "si_code"};
constexpr auto waitid_fields = struct_sequence_fields(waitid_names);
constexpr TypeSpec waitid_spec =
    struct_sequence_spec("posix", "waitid_result", "How a child process changed.", waitid_fields);

bool make_types(Thread& thread, PosixState& state) {
  if (state.directory_iterator != nullptr) return true;
  const auto make = [&](Type*& place, const TypeSpec& spec, size_t visible) {
    place = make_struct_sequence_type(thread, spec, visible);
    return place != nullptr;
  };
  return make(state.stat_result, stat_spec, VisibleStatFields) &&
         make(state.statvfs_result, statvfs_spec, 10) &&
         make(state.uname_result, uname_spec, uname_names.size()) &&
         make(state.times_result, times_spec, times_names.size()) &&
         make(state.waitid_result, waitid_spec, waitid_names.size()) &&
         make(state.terminal_size, terminal_spec, terminal_names.size()) &&
         make_directory_types(thread, state);
}

// The environment as it is now: bytes to bytes.
Value environment(Thread& thread) {
  Dict* variables = make_dict(thread);
  if (variables == nullptr) return Value::error();
  const bool good = visit_environment([&](std::string_view name, const char* value) {
    Bytes* key = make_bytes(thread, name);
    Bytes* made = key == nullptr ? nullptr : make_bytes(thread, value);
    return made != nullptr &&
           dict_set_default(thread, variables, Value::cell(key), Value::cell(made));
  });
  return good ? Value::cell(variables) : Value::error();
}

}  // namespace

bool fill_posix(Thread& thread, Module* module) {
  auto& state = module_state<PosixState>(thread.isolate);
  if (!make_types(thread, state)) return false;
  return put_functions(thread, module, posix_file_functions()) &&
         put_functions(thread, module, posix_descriptor_functions()) &&
         put_functions(thread, module, posix_directory_functions()) &&
         put_functions(thread, module, posix_process_functions()) &&
         put_functions(thread, module, posix_child_functions()) &&
         put_numbers(thread, module, posix_constants()) &&
         put_name(thread, module, "environ", environment(thread)) &&
         put_name(thread, module, "error", Value::cell(thread.isolate.exceptions.os_error)) &&
         put_name(thread, module, "stat_result", Value::cell(state.stat_result)) &&
         put_name(thread, module, "statvfs_result", Value::cell(state.statvfs_result)) &&
         put_name(thread, module, "uname_result", Value::cell(state.uname_result)) &&
         put_name(thread, module, "times_result", Value::cell(state.times_result)) &&
         put_name(thread, module, "terminal_size", Value::cell(state.terminal_size)) &&
         put_name(thread, module, "DirEntry", Value::cell(state.directory_entry));
}

}  // namespace weft

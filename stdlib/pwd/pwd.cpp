// Modules pwd and grp: the system's databases of users and groups.
#include <grp.h>
#include <pwd.h>

#include <cerrno>
#include <vector>

#include "runtime/heap/marker.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/posix/process_wide.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

struct DatabaseState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    marker.mark(user_type);
    marker.mark(group_type);
  }
  Type* user_type = nullptr;
  Type* group_type = nullptr;
};

DatabaseState& state_of(Thread& thread) { return module_state<DatabaseState>(thread.isolate); }

constexpr std::array<std::string_view, 7> user_names = {
    "pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"};
constexpr auto user_fields = struct_sequence_fields(user_names);
constexpr TypeSpec user_spec =
    struct_sequence_spec("pwd", "struct_passwd", "An entry of the users.", user_fields);
constexpr std::array<std::string_view, 4> group_names = {"gr_name", "gr_passwd", "gr_gid",
                                                         "gr_mem"};
constexpr auto group_fields = struct_sequence_fields(group_names);
constexpr TypeSpec group_spec =
    struct_sequence_spec("grp", "struct_group", "An entry of the groups.", group_fields);

Value text_value(Thread& thread, const char* bytes) {
  return as_result(make_str_lossless(thread, bytes == nullptr ? "" : bytes));
}

Value user_value(Thread& thread, const passwd& entry) {
  const Value values[] = {text_value(thread, entry.pw_name),  text_value(thread, entry.pw_passwd),
                          make_int(thread, entry.pw_uid),     make_int(thread, entry.pw_gid),
                          text_value(thread, entry.pw_gecos), text_value(thread, entry.pw_dir),
                          text_value(thread, entry.pw_shell)};
  for (const Value value : values) {
    if (!value) return value;
  }
  return make_struct_sequence(thread, state_of(thread).user_type, values);
}

Value group_value(Thread& thread, const group& entry) {
  List* members = make_list(thread);
  if (members == nullptr) return Value::error();
  for (char** member = entry.gr_mem; *member != nullptr; ++member) {
    const Value name = text_value(thread, *member);
    if (!name || !list_append(thread, members, name)) return Value::error();
  }
  const Value values[] = {text_value(thread, entry.gr_name), text_value(thread, entry.gr_passwd),
                          make_int(thread, entry.gr_gid), Value::cell(members)};
  if (!values[0] || !values[1]) return Value::error();
  return make_struct_sequence(thread, state_of(thread).group_type, values);
}

// Asks with more and more room until the entry fits; `ask` fills it and returns an errno.
template <class Entry, class Ask>
Entry* find_entry(std::vector<char>& room, Entry& entry, Ask ask) {
  Entry* found = nullptr;
  while (ask(&entry, room.data(), room.size(), &found) == ERANGE) room.resize(room.size() * 2);
  return found;
}

// A user's or group's number; nullopt with an exception pending or, out of range, without.
std::optional<uint32_t> number_argument(Thread& thread, Value value, std::string_view name) {
  if (!is_int(value)) {
    raise_type_error(thread, text(name, " should be integer, not ", type_name(thread, value)));
    return std::nullopt;
  }
  const int64_t number = int_to_int64(value).value_or(-2);
  if (number < -1 || number > UINT32_MAX) return std::nullopt;
  return static_cast<uint32_t>(number);
}

Value raise_missing(Thread& thread, std::string_view function, std::string_view kind,
                    std::string_view asked) {
  return raise(thread, thread.isolate.exceptions.key_error,
               asked.empty() ? text(function, "(): ", kind, " not found")
                             : text(function, "(): ", kind, " not found: ", asked));
}

std::string number_text(std::optional<uint32_t> number) {
  if (!number) return {};
  return *number == UINT32_MAX ? "-1" : std::to_string(*number);
}

Value pwd_getpwnam(Thread& thread, Arguments arguments) {
  Str* name = str_argument(thread, arguments[0], "getpwnam", "");
  if (name == nullptr) return Value::error();
  std::vector<char> room(1024);
  passwd entry;
  const std::string wanted(name->view());
  const passwd* found =
      find_entry(room, entry, [&](auto... rest) { return getpwnam_r(wanted.c_str(), rest...); });
  if (found != nullptr) return user_value(thread, *found);
  return raise_missing(thread, "getpwnam", "name", std::string(str_repr(thread, name)->view()));
}

Value pwd_getpwuid(Thread& thread, Arguments arguments) {
  const std::optional<uint32_t> number = number_argument(thread, arguments[0], "uid");
  if (!number && thread.pending != nullptr) return Value::error();
  std::vector<char> room(1024);
  passwd entry;
  const passwd* found =
      number ? find_entry(room, entry, [&](auto... rest) { return getpwuid_r(*number, rest...); })
             : nullptr;
  if (found != nullptr) return user_value(thread, *found);
  return raise_missing(thread, "getpwuid", "uid", number_text(number));
}

Value grp_getgrnam(Thread& thread, Arguments arguments) {
  Str* name = str_argument(thread, arguments[0], "getgrnam", "'name'");
  if (name == nullptr) return Value::error();
  std::vector<char> room(1024);
  group entry;
  const std::string wanted(name->view());
  const group* found =
      find_entry(room, entry, [&](auto... rest) { return getgrnam_r(wanted.c_str(), rest...); });
  if (found != nullptr) return group_value(thread, *found);
  return raise_missing(thread, "getgrnam", "name", std::string(str_repr(thread, name)->view()));
}

Value grp_getgrgid(Thread& thread, Arguments arguments) {
  const std::optional<uint32_t> number = number_argument(thread, arguments[0], "gid");
  if (!number && thread.pending != nullptr) return Value::error();
  std::vector<char> room(1024);
  group entry;
  const group* found =
      number ? find_entry(room, entry, [&](auto... rest) { return getgrgid_r(*number, rest...); })
             : nullptr;
  if (found != nullptr) return group_value(thread, *found);
  return raise_missing(thread, "getgrgid", "gid", number_text(number));
}

// The C library keeps one place in each database for the whole process: all entries are copied out
// at once.
template <class Entry>
Value all_entries(Thread& thread, void (*rewind)(), Entry* (*next)(), void (*end)(),
                  Value (*make)(Thread&, const Entry&)) {
  List* all = make_list(thread);
  if (all == nullptr) return Value::error();
  const auto held = hold_process_wide();
  rewind();
  Value result = Value::cell(all);
  while (const Entry* entry = next()) {
    const Value value = make(thread, *entry);
    if (!value || !list_append(thread, all, value)) {
      result = Value::error();
      break;
    }
  }
  end();
  return result;
}

Value pwd_getpwall(Thread& thread, Arguments) {
  return all_entries<passwd>(thread, setpwent, getpwent, endpwent, user_value);
}

Value grp_getgrall(Thread& thread, Arguments) {
  return all_entries<group>(thread, setgrent, getgrent, endgrent, group_value);
}

constexpr NativeMethod pwd_functions[] = {
    {"getpwnam", "(name, /)", "The entry of a user by name.", pwd_getpwnam},
    {"getpwuid", "(uid, /)", "The entry of a user by number.", pwd_getpwuid},
    {"getpwall", "(/)", "All entries.", pwd_getpwall},
};
constexpr NativeMethod grp_functions[] = {
    {"getgrnam", "(name)", "The entry of a group by name.", grp_getgrnam},
    {"getgrgid", "(id)", "The entry of a group by number.", grp_getgrgid},
    {"getgrall", "()", "All entries.", grp_getgrall},
};

}  // namespace

bool fill_pwd(Thread& thread, Module* module) {
  Type*& type = state_of(thread).user_type;
  if (type == nullptr) type = make_struct_sequence_type(thread, user_spec, user_names.size());
  return type != nullptr && put_functions(thread, module, pwd_functions) &&
         put_name(thread, module, "struct_passwd", Value::cell(type));
}

bool fill_grp(Thread& thread, Module* module) {
  Type*& type = state_of(thread).group_type;
  if (type == nullptr) type = make_struct_sequence_type(thread, group_spec, group_names.size());
  return type != nullptr && put_functions(thread, module, grp_functions) &&
         put_name(thread, module, "struct_group", Value::cell(type));
}

}  // namespace weft

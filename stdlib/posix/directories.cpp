// What is in folders: listdir, scandir and the entries it gives.
#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/generic_alias.h"
#include "runtime/heap/marker.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"

namespace weft {
namespace {

struct DirectoryEntry : CustomObject {
  using CustomObject::CustomObject;
  Value name;
  Value path;
  uint64_t inode;
  int folder;    // descriptor the name is relative to; AT_FDCWD: the path is
  uint8_t form;  // DT_…
};

struct DirectoryIterator : CustomObject {
  using CustomObject::CustomObject;
  DIR* stream;   // null once at the end or closed
  Value prefix;  // str or bytes: what goes before the names
  int folder;
  bool is_bytes;
};

void trace_entry(CustomObject* object, Marker& marker) {
  const auto* entry = static_cast<DirectoryEntry*>(object);
  marker.mark(entry->name);
  marker.mark(entry->path);
}
void trace_iterator(CustomObject* object, Marker& marker) {
  marker.mark(static_cast<DirectoryIterator*>(object)->prefix);
}
void destroy_iterator(CustomObject* object) {
  auto* iterator = static_cast<DirectoryIterator*>(object);
  if (iterator->stream != nullptr) closedir(iterator->stream);
}
constexpr CustomOperations entry_operations = {trace_entry, nullptr};
constexpr CustomOperations iterator_operations = {trace_iterator, destroy_iterator};

PosixState& state_of(Thread& thread) { return module_state<PosixState>(thread.isolate); }

bool is_dots(const char* name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

DIR* open_folder(const PathArgument& path) {
  if (!path.is_descriptor()) return opendir(path.c_str());
  const int copy = fcntl(path.descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return nullptr;
  DIR* stream = fdopendir(copy);
  if (stream == nullptr) close(copy);
  if (stream != nullptr) rewinddir(stream);
  return stream;
}

Value posix_listdir(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "listdir", "path", PathForm::PathDescriptorOrNone);
  if (!path) return Value::error();
  DIR* stream = open_folder(*path);
  if (stream == nullptr) return raise_errno(thread, *path);
  List* names = make_list(thread);
  bool good = names != nullptr;
  errno = 0;
  for (const dirent* entry; good && (entry = readdir(stream)) != nullptr; errno = 0) {
    if (is_dots(entry->d_name)) continue;
    const Value name = name_like(thread, *path, entry->d_name);
    good = name && list_append(thread, names, name);
  }
  const int error = errno;
  closedir(stream);
  if (!good) return Value::error();
  errno = error;
  return error != 0 ? raise_errno(thread, *path) : Value::cell(names);
}

Value posix_scandir(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "scandir", "path", PathForm::PathDescriptorOrNone);
  if (!path) return Value::error();
  auto* made = make_custom_object<DirectoryIterator>(thread, state_of(thread).directory_iterator,
                                                     iterator_operations);
  if (made == nullptr) return Value::error();
  std::string prefix = path->is_descriptor() ? "" : path->path;
  if (!prefix.empty() && prefix.back() != '/') prefix += '/';
  const Value shown = name_like(thread, *path, prefix);
  if (!shown) return shown;
  store(made, made->prefix, shown);
  made->is_bytes = path->is_bytes;
  made->folder = path->is_descriptor() ? path->descriptor : AT_FDCWD;
  made->stream = open_folder(*path);
  return made->stream == nullptr ? raise_errno(thread, *path) : Value::cell(made);
}

Value iterator_next_entry(Thread& thread, Arguments arguments) {
  auto* iterator = arguments[0].as<DirectoryIterator>();
  while (iterator->stream != nullptr) {
    errno = 0;
    const dirent* found = readdir(iterator->stream);
    if (found == nullptr) {
      const int error = errno;
      closedir(iterator->stream);
      iterator->stream = nullptr;
      if (error != 0) return raise_os_error(thread, error, Value::unset());
      break;
    }
    if (is_dots(found->d_name)) continue;
    auto* entry = make_custom_object<DirectoryEntry>(thread, state_of(thread).directory_entry,
                                                     entry_operations);
    if (entry == nullptr) return Value::error();
    entry->inode = found->d_ino;
    entry->form = found->d_type;
    entry->folder = iterator->folder;
    PathArgument like;
    like.is_bytes = iterator->is_bytes;
    const Value name = name_like(thread, like, found->d_name);
    if (!name) return name;
    store(entry, entry->name, name);
    const Value path = binary(thread, BinaryOperator::Add, iterator->prefix, name);
    if (!path) return path;
    store(entry, entry->path, path);
    return Value::cell(entry);
  }
  return raise_stop_iteration(thread, Value::unset());
}

Value iterator_self(Thread&, Arguments arguments) { return arguments[0]; }

Value iterator_close(Thread&, Arguments arguments) {
  auto* iterator = arguments[0].as<DirectoryIterator>();
  if (iterator->stream != nullptr) closedir(iterator->stream);
  iterator->stream = nullptr;
  return Value::none();
}

// --- Entries

// What the system says of the file. 1: there is none; -1: exception pending; 0: done.
int look_up(Thread& thread, DirectoryEntry* entry, bool follow, struct stat& status) {
  const Value shown = entry->folder == AT_FDCWD ? entry->path : entry->name;
  const auto path = path_argument(thread, shown, "stat", "path");
  if (!path) return -1;
  const int flags = follow ? 0 : AT_SYMLINK_NOFOLLOW;
  if (fstatat(entry->folder, path->c_str(), &status, flags) == 0) return 0;
  if (errno == ENOENT) return 1;
  raise_errno(thread, *path);
  return -1;
}

Value entry_stat(Thread& thread, Arguments arguments) {
  auto* entry = arguments[0].as<DirectoryEntry>();
  const Truth follow = truth(thread, arguments[1]);
  if (follow == Truth::Error) return Value::error();
  struct stat status {};
  const int result = look_up(thread, entry, follow == Truth::True, status);
  if (result < 0) return Value::error();
  if (result > 0) return raise_os_error(thread, ENOENT, entry->path);
  return make_stat_result(thread, status);
}

Value entry_is(Thread& thread, Value self, bool follow, mode_t wanted) {
  auto* entry = self.as<DirectoryEntry>();
  const bool known = entry->form != DT_UNKNOWN && !(follow && entry->form == DT_LNK);
  if (known) return Value::boolean(static_cast<mode_t>(DTTOIF(entry->form)) == wanted);
  struct stat status {};
  const int result = look_up(thread, entry, follow, status);
  if (result < 0) return Value::error();
  return Value::boolean(result == 0 && (status.st_mode & S_IFMT) == wanted);
}

template <mode_t wanted>
Value entry_is_form(Thread& thread, Arguments arguments) {
  const Truth follow = truth(thread, arguments[1]);
  if (follow == Truth::Error) return Value::error();
  return entry_is(thread, arguments[0], follow == Truth::True, wanted);
}

Value entry_is_symlink(Thread& thread, Arguments arguments) {
  return entry_is(thread, arguments[0], false, S_IFLNK);
}

Value entry_inode(Thread& thread, Arguments arguments) {
  return make_uint(thread, arguments[0].as<DirectoryEntry>()->inode);
}

Value entry_fspath(Thread&, Arguments arguments) { return arguments[0].as<DirectoryEntry>()->path; }

Value entry_repr(Thread& thread, Arguments arguments) {
  Str* name = repr(thread, arguments[0].as<DirectoryEntry>()->name);
  if (name == nullptr) return Value::error();
  return as_result(make_str(thread, text("<DirEntry ", name->view(), ">")));
}

constexpr NativeMethod entry_methods[] = {
    {"is_dir", "(self, /, *, follow_symlinks=True)", "Whether it is a folder.",
     entry_is_form<S_IFDIR>},
    {"is_file", "(self, /, *, follow_symlinks=True)", "Whether it is a file.",
     entry_is_form<S_IFREG>},
    {"is_symlink", "(self, /)", "Whether it is a symbolic link.", entry_is_symlink},
    {"stat", "(self, /, *, follow_symlinks=True)", "What the system knows of it.", entry_stat},
    {"inode", "(self, /)", "Its number in the file system.", entry_inode},
    {"__fspath__", "(self, /)", "Its path.", entry_fspath},
    {"__repr__", "(self, /)", "Its name.", entry_repr},
};

constexpr NativeAttribute entry_attributes[] = {
    {"name", "The name without the folder.",
     [](Thread&, Value self) { return self.as<DirectoryEntry>()->name; }, nullptr,
     AttributeForm::Member},
    {"path", "The name behind the path given to scandir().",
     [](Thread&, Value self) { return self.as<DirectoryEntry>()->path; }, nullptr,
     AttributeForm::Member},
};

constexpr TypeSpec entry_spec = {.name = "DirEntry",
                                 .module = "posix",
                                 .doc = "What a folder holds under one name.",
                                 .instance_kind = Kind::HostObject,
                                 .instance_size = sizeof(DirectoryEntry),
                                 .is_base_type = false,
                                 .instances_have_dict = false,
                                 .methods = entry_methods,
                                 .attributes = entry_attributes};

constexpr NativeMethod iterator_methods[] = {
    {"__iter__", "(self, /)", "The iterator itself.", iterator_self},
    {"__next__", "(self, /)", "The next entry.", iterator_next_entry},
    {"close", "(self, /)", "Ends the iteration.", iterator_close},
    {"__enter__", "(self, /)", "The iterator itself.", iterator_self},
    {"__exit__", "(self, *args)", "Ends the iteration.", iterator_close},
};

constexpr TypeSpec iterator_spec = {.name = "ScandirIterator",
                                    .module = "posix",
                                    .doc = "Gives the entries of a folder.",
                                    .instance_kind = Kind::HostObject,
                                    .instance_size = sizeof(DirectoryIterator),
                                    .is_base_type = false,
                                    .instances_have_dict = false,
                                    .methods = iterator_methods,
                                    .attributes = {}};

constexpr NativeMethod functions[] = {
    {"listdir", "(path=None)", "The names in a folder, in no order.", posix_listdir},
    {"scandir", "(path=None)", "Iterates over the entries of a folder.", posix_scandir},
};

}  // namespace

std::span<const NativeMethod> posix_directory_functions() { return functions; }

bool make_directory_types(Thread& thread, PosixState& state) {
  state.directory_entry = make_builtin_type(thread, entry_spec, nullptr);
  if (state.directory_entry == nullptr) return false;
  state.directory_iterator = make_builtin_type(thread, iterator_spec, nullptr);
  return state.directory_iterator != nullptr;
}

}  // namespace weft

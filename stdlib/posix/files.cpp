// What can be done to files by their path.
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/descriptor_exhaustion.h"
#include "interpreter/objects/integer.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"
#include "stdlib/posix/posix_module.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

constexpr int64_t NanosecondsPerSecond = 1000000000;

Value done_or_raise(Thread& thread, int64_t result, const PathArgument& path) {
  return result < 0 ? raise_errno(thread, path) : Value::none();
}

// Functions of descriptors of folders are not offered: paths are enough.
bool check_no_directory(Thread& thread, Value directory, std::string_view function) {
  if (directory.is_unset() || directory.is_none()) return true;
  raise(thread, thread.isolate.exceptions.not_implemented_error,
        text(function, ": dir_fd unavailable on this platform"));
  return false;
}

Value posix_stat(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "stat", "path", PathForm::PathOrDescriptor);
  if (!path || !check_no_directory(thread, arguments[1], "stat")) return Value::error();
  const Truth follow = truth(thread, arguments[2]);
  if (follow == Truth::Error) return Value::error();
  struct stat status {};
  const int result = path->is_descriptor()   ? fstat(path->descriptor, &status)
                     : follow == Truth::True ? stat(path->c_str(), &status)
                                             : lstat(path->c_str(), &status);
  return result != 0 ? raise_errno(thread, *path) : make_stat_result(thread, status);
}

Value posix_lstat(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "lstat", "path");
  if (!path || !check_no_directory(thread, arguments[1], "lstat")) return Value::error();
  struct stat status {};
  return lstat(path->c_str(), &status) != 0 ? raise_errno(thread, *path)
                                            : make_stat_result(thread, status);
}

Value posix_statvfs(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "statvfs", "path", PathForm::PathOrDescriptor);
  if (!path) return Value::error();
  struct statvfs status {};
  const int result =
      path->is_descriptor() ? fstatvfs(path->descriptor, &status) : statvfs(path->c_str(), &status);
  if (result != 0) return raise_errno(thread, *path);
  const auto number = [&](uint64_t value) { return make_uint(thread, value); };
  const Value values[] = {
      number(status.f_bsize),   number(status.f_frsize), number(status.f_blocks),
      number(status.f_bfree),   number(status.f_bavail), number(status.f_files),
      number(status.f_ffree),   number(status.f_favail), number(status.f_flag),
      number(status.f_namemax), number(status.f_fsid)};
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).statvfs_result,
                              values);
}

Value posix_access(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "access", "path");
  const std::optional<int32_t> mode = path ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!mode || !check_no_directory(thread, arguments[2], "access")) return Value::error();
  const Truth effective = truth(thread, arguments[3]);
  const Truth follow = truth(thread, arguments[4]);
  if (effective == Truth::Error || follow == Truth::Error) return Value::error();
  const int flags = (effective == Truth::True ? AT_EACCESS : 0) |
                    (follow == Truth::True ? 0 : AT_SYMLINK_NOFOLLOW);
  return Value::boolean(faccessat(AT_FDCWD, path->c_str(), *mode, flags) == 0);
}

Value posix_chdir(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "chdir", "path", PathForm::PathOrDescriptor);
  if (!path) return Value::error();
  return done_or_raise(
      thread, path->is_descriptor() ? fchdir(path->descriptor) : chdir(path->c_str()), *path);
}

Value posix_chmod(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "chmod", "path", PathForm::PathOrDescriptor);
  const std::optional<int32_t> mode = path ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!mode || !check_no_directory(thread, arguments[2], "chmod")) return Value::error();
  const auto bits = static_cast<mode_t>(*mode);
  return done_or_raise(
      thread, path->is_descriptor() ? fchmod(path->descriptor, bits) : chmod(path->c_str(), bits),
      *path);
}

Value posix_chown(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "chown", "path", PathForm::PathOrDescriptor);
  const std::optional<int64_t> user = path ? to_index(thread, arguments[1]) : std::nullopt;
  const std::optional<int64_t> group = user ? to_index(thread, arguments[2]) : std::nullopt;
  if (!group || !check_no_directory(thread, arguments[3], "chown")) return Value::error();
  const Truth follow = truth(thread, arguments[4]);
  if (follow == Truth::Error) return Value::error();
  const auto uid = static_cast<uid_t>(*user);
  const auto gid = static_cast<gid_t>(*group);
  return done_or_raise(thread,
                       path->is_descriptor()   ? fchown(path->descriptor, uid, gid)
                       : follow == Truth::True ? chown(path->c_str(), uid, gid)
                                               : lchown(path->c_str(), uid, gid),
                       *path);
}

Value posix_mkdir(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "mkdir", "path");
  const std::optional<int32_t> mode = path ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!mode || !check_no_directory(thread, arguments[2], "mkdir")) return Value::error();
  return done_or_raise(thread, mkdir(path->c_str(), static_cast<mode_t>(*mode)), *path);
}

Value posix_mkfifo(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "mkfifo", "path");
  const std::optional<int32_t> mode = path ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!mode || !check_no_directory(thread, arguments[2], "mkfifo")) return Value::error();
  return done_or_raise(thread, mkfifo(path->c_str(), static_cast<mode_t>(*mode)), *path);
}

Value posix_rmdir(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "rmdir", "path");
  if (!path || !check_no_directory(thread, arguments[1], "rmdir")) return Value::error();
  return done_or_raise(thread, rmdir(path->c_str()), *path);
}

Value remove_file(Thread& thread, Arguments arguments, std::string_view function) {
  const auto path = path_argument(thread, arguments[0], function, "path");
  if (!path || !check_no_directory(thread, arguments[1], function)) return Value::error();
  return done_or_raise(thread, unlink(path->c_str()), *path);
}
Value posix_unlink(Thread& thread, Arguments arguments) {
  return remove_file(thread, arguments, "unlink");
}
Value posix_remove(Thread& thread, Arguments arguments) {
  return remove_file(thread, arguments, "remove");
}

Value rename_file(Thread& thread, Arguments arguments, std::string_view function) {
  const auto from = path_argument(thread, arguments[0], function, "src");
  const auto to = from ? path_argument(thread, arguments[1], function, "dst") : std::nullopt;
  if (!to || !check_no_directory(thread, arguments[2], function) ||
      !check_no_directory(thread, arguments[3], function)) {
    return Value::error();
  }
  return rename(from->c_str(), to->c_str()) != 0 ? raise_errno(thread, *from, *to) : Value::none();
}
Value posix_rename(Thread& thread, Arguments arguments) {
  return rename_file(thread, arguments, "rename");
}
Value posix_replace(Thread& thread, Arguments arguments) {
  return rename_file(thread, arguments, "replace");
}

Value posix_link(Thread& thread, Arguments arguments) {
  const auto from = path_argument(thread, arguments[0], "link", "src");
  const auto to = from ? path_argument(thread, arguments[1], "link", "dst") : std::nullopt;
  if (!to) return Value::error();
  const Truth follow = truth(thread, arguments[4]);
  if (follow == Truth::Error) return Value::error();
  const int flags = follow == Truth::True ? AT_SYMLINK_FOLLOW : 0;
  return linkat(AT_FDCWD, from->c_str(), AT_FDCWD, to->c_str(), flags) != 0
             ? raise_errno(thread, *from, *to)
             : Value::none();
}

Value posix_symlink(Thread& thread, Arguments arguments) {
  const auto from = path_argument(thread, arguments[0], "symlink", "src");
  const auto to = from ? path_argument(thread, arguments[1], "symlink", "dst") : std::nullopt;
  if (!to || !check_no_directory(thread, arguments[3], "symlink")) return Value::error();
  return symlink(from->c_str(), to->c_str()) != 0 ? raise_errno(thread, *from, *to) : Value::none();
}

Value posix_readlink(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "readlink", "path");
  if (!path || !check_no_directory(thread, arguments[1], "readlink")) return Value::error();
  std::string target(4096, '\0');
  const ssize_t size = readlink(path->c_str(), target.data(), target.size());
  if (size < 0) return raise_errno(thread, *path);
  target.resize(static_cast<size_t>(size));
  return name_like(thread, *path, target);
}

Value posix_truncate(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "truncate", "path", PathForm::PathOrDescriptor);
  const std::optional<int64_t> size = path ? to_index(thread, arguments[1]) : std::nullopt;
  if (!size) return Value::error();
  return done_or_raise(
      thread,
      path->is_descriptor() ? ftruncate(path->descriptor, *size) : truncate(path->c_str(), *size),
      *path);
}

// A time as the file system keeps it, from seconds that may be a fraction. False: pending.
bool to_file_time(Thread& thread, Value value, timespec& out) {
  if (is_int(value)) {
    const std::optional<int64_t> seconds = to_index(thread, value);
    if (!seconds) return false;
    out = {*seconds, 0};
    return true;
  }
  const std::optional<double> seconds = to_double(thread, value);
  if (!seconds) return false;
  const double whole = std::floor(*seconds);
  out.tv_sec = static_cast<time_t>(whole);
  out.tv_nsec = static_cast<long>(std::floor((*seconds - whole) * 1e9));
  return true;
}

bool from_nanoseconds(Thread& thread, Value value, timespec& out) {
  const std::optional<int64_t> number = to_index(thread, value);
  if (!number) return false;
  int64_t rest = *number % NanosecondsPerSecond;
  int64_t seconds = *number / NanosecondsPerSecond;
  if (rest < 0) {
    rest += NanosecondsPerSecond;
    --seconds;
  }
  out = {seconds, rest};
  return true;
}

Value posix_utime(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "utime", "path", PathForm::PathOrDescriptor);
  if (!path || !check_no_directory(thread, arguments[3], "utime")) return Value::error();
  const Value seconds = arguments[1];
  const Value nanoseconds = arguments[2];
  timespec times[2] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
  if (!seconds.is_none() && !nanoseconds.is_unset()) {
    return raise_value_error(thread, "utime: you may specify either 'times' or 'ns' but not both");
  }
  const Value pair = nanoseconds.is_unset() ? seconds : nanoseconds;
  if (!pair.is_none()) {
    if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) {
      return raise_type_error(thread,
                              nanoseconds.is_unset()
                                  ? "utime: 'times' must be either a tuple of two ints or None"
                                  : "utime: 'ns' must be a tuple of two ints");
    }
    for (uint64_t i = 0; i < 2; ++i) {
      const Value value = pair.as<Tuple>()->values[i];
      if (!(nanoseconds.is_unset() ? to_file_time(thread, value, times[i])
                                   : from_nanoseconds(thread, value, times[i]))) {
        return Value::error();
      }
    }
  }
  const Truth follow = truth(thread, arguments[4]);
  if (follow == Truth::Error) return Value::error();
  const int result = path->is_descriptor()
                         ? futimens(path->descriptor, times)
                         : utimensat(AT_FDCWD, path->c_str(), times,
                                     follow == Truth::True ? 0 : AT_SYMLINK_NOFOLLOW);
  return result != 0 ? raise_errno(thread) : Value::none();
}

Value posix_open(Thread& thread, Arguments arguments) {
  const auto path = path_argument(thread, arguments[0], "open", "path");
  const std::optional<int32_t> flags = path ? to_int_argument(thread, arguments[1]) : std::nullopt;
  const std::optional<int32_t> mode = flags ? to_int_argument(thread, arguments[2]) : std::nullopt;
  if (!mode || !check_no_directory(thread, arguments[3], "open")) return Value::error();
  const int descriptor = with_descriptors(thread.isolate, [&] {
    return call_blocking(thread, [&] { return open(path->c_str(), *flags | O_CLOEXEC, *mode); });
  });
  return descriptor < 0 ? raise_errno(thread, *path) : Value::small_int(descriptor);
}

Value posix_getcwd(Thread& thread, Arguments) {
  char* name = getcwd(nullptr, 0);
  if (name == nullptr) return raise_errno(thread);
  Str* made = make_str_lossless(thread, name);
  free(name);
  return as_result(made);
}

Value posix_getcwdb(Thread& thread, Arguments) {
  char* name = getcwd(nullptr, 0);
  if (name == nullptr) return raise_errno(thread);
  Bytes* made = make_bytes(thread, name);
  free(name);
  return as_result(made);
}

Value posix_fspath(Thread& thread, Arguments arguments) {
  return file_system_path(thread, arguments[0]);
}

Value posix_pathconf(Thread& thread, Arguments arguments) {
  const auto path =
      path_argument(thread, arguments[0], "pathconf", "path", PathForm::PathOrDescriptor);
  const std::optional<int32_t> name = path ? to_int_argument(thread, arguments[1]) : std::nullopt;
  if (!name) return Value::error();
  errno = 0;
  const int64_t limit =
      path->is_descriptor() ? fpathconf(path->descriptor, *name) : pathconf(path->c_str(), *name);
  return limit < 0 && errno != 0 ? raise_errno(thread, *path) : make_int(thread, limit);
}

constexpr NativeMethod functions[] = {
    {"access", "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
     "Whether the real user may access a path.", posix_access},
    {"chdir", "(path)", "Changes the working folder.", posix_chdir},
    {"chmod", "(path, mode, *, dir_fd=None, follow_symlinks=True)", "Changes permissions.",
     posix_chmod},
    {"chown", "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", "Changes the owner.",
     posix_chown},
    {"fspath", "(path)", "The path as str or bytes.", posix_fspath},
    {"getcwd", "(/)", "The working folder.", posix_getcwd},
    {"getcwdb", "(/)", "The working folder as bytes.", posix_getcwdb},
    {"link", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
     "Makes another name for a file.", posix_link},
    {"lstat", "(path, *, dir_fd=None)", "stat() that looks at links themselves.", posix_lstat},
    {"mkdir", "(path, mode=511, *, dir_fd=None)", "Makes a folder.", posix_mkdir},
    {"mkfifo", "(path, mode=438, *, dir_fd=None)", "Makes a named pipe.", posix_mkfifo},
    {"open", "(path, flags, mode=511, *, dir_fd=None)", "Opens a file: its descriptor.",
     posix_open},
    {"pathconf", "(path, name)", "A limit of the system for a path, by number.", posix_pathconf},
    {"readlink", "(path, *, dir_fd=None)", "Where a symbolic link leads.", posix_readlink},
    {"remove", "(path, *, dir_fd=None)", "Removes a file.", posix_remove},
    {"rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Renames a file or folder.",
     posix_rename},
    {"replace", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
     "Renames a file or folder; one that is there is replaced.", posix_replace},
    {"rmdir", "(path, *, dir_fd=None)", "Removes an empty folder.", posix_rmdir},
    {"stat", "(path, *, dir_fd=None, follow_symlinks=True)",
     "Perform a stat system call: what the system knows of a file.", posix_stat},
    {"statvfs", "(path)", "What the system knows of the file system a path is in.", posix_statvfs},
    {"symlink", "(src, dst, target_is_directory=False, *, dir_fd=None)",
     "Makes a symbolic link named dst that leads to src.", posix_symlink},
    {"truncate", "(path, length)", "Cuts a file off.", posix_truncate},
    {"unlink", "(path, *, dir_fd=None)", "Removes a file.", posix_unlink},
    {"utime", "(path, times=None, *, ns=<unset>, dir_fd=None, follow_symlinks=True)",
     "Sets the times of a file: None for now.", posix_utime},
};

}  // namespace

std::span<const NativeMethod> posix_file_functions() { return functions; }

Value make_stat_result(Thread& thread, const struct stat& status) {
  const auto number = [&](int64_t value) { return make_int(thread, value); };
  const auto unsigned_number = [&](uint64_t value) { return make_uint(thread, value); };
  const auto seconds = [&](const timespec& time) {
    return make_float(thread,
                      static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec));
  };
  const auto nanoseconds = [&](const timespec& time) {
    return make_int(thread, time.tv_sec * NanosecondsPerSecond + time.tv_nsec);
  };
  const Value values[] = {number(status.st_mode),         unsigned_number(status.st_ino),
                          unsigned_number(status.st_dev), unsigned_number(status.st_nlink),
                          number(status.st_uid),          number(status.st_gid),
                          number(status.st_size),         number(status.st_atim.tv_sec),
                          number(status.st_mtim.tv_sec),  number(status.st_ctim.tv_sec),
                          seconds(status.st_atim),        seconds(status.st_mtim),
                          seconds(status.st_ctim),        nanoseconds(status.st_atim),
                          nanoseconds(status.st_mtim),    nanoseconds(status.st_ctim),
                          number(status.st_blksize),      number(status.st_blocks),
                          unsigned_number(status.st_rdev)};
  return make_struct_sequence(thread, module_state<PosixState>(thread.isolate).stat_result, values);
}

}  // namespace weft

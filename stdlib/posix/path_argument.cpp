#include "stdlib/posix/path_argument.h"

#include <cerrno>
#include <cstring>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/exception_fields.h"

namespace weft {
namespace {

std::string_view accepted(PathForm form) {
  switch (form) {
    case PathForm::Path:
      return "string, bytes or os.PathLike";
    case PathForm::PathOrDescriptor:
      return "string, bytes, os.PathLike or integer";
    case PathForm::PathDescriptorOrNone:
      break;
  }
  return "string, bytes, os.PathLike, integer or None";
}

// The path of a str or bytes. False: exception pending.
bool take_path(Thread& thread, Value value, PathArgument& out) {
  out.shown = value;
  if (is_str(value)) {
    Bytes* encoded = encode(thread, value.as<Str>(), Encoding::Utf8, "surrogateescape");
    if (encoded == nullptr) return false;
    out.path = encoded->view();
  } else {
    out.path = value.as<Bytes>()->view();
    out.is_bytes = true;
  }
  if (out.path.find('\0') == std::string::npos) return true;
  raise_value_error(thread, "embedded null byte");
  return false;
}

Value raise_with_names(Thread& thread, int number, std::initializer_list<Value> names) {
  Str* message = make_str(thread, strerror(number));
  if (message == nullptr) return Value::error();
  Value values[5] = {Value::small_int(number), Value::cell(message), Value::none(), Value::none(),
                     Value::none()};
  size_t count = 2;
  for (const Value name : names) {
    // The fourth argument is for another system.
    if (count == 3) ++count;
    values[count++] = name;
  }
  Tuple* args = make_tuple(thread, std::span<const Value>(values, count));
  if (args == nullptr) return Value::error();
  Exception* made = make_exception(thread, os_error_class(thread, number), args);
  return made == nullptr ? Value::error() : raise(thread, made);
}

}  // namespace

Value file_system_path(Thread& thread, Value value) {
  if (is_str(value) || is_bytes(value)) return value;
  Str* name = intern(thread, "__fspath__");
  if (name == nullptr) return Value::error();
  if (type_lookup(thread, type_of(thread, value), name).is_unset()) {
    return raise_type_error(
        thread, text("expected str, bytes or os.PathLike object, not ", type_name(thread, value)));
  }
  const Value path = call_method(thread, value, "__fspath__", {});
  if (!path || is_str(path) || is_bytes(path)) return path;
  return raise_type_error(
      thread, text("expected ", type_name(thread, value),
                   ".__fspath__() to return str or bytes, not ", type_name(thread, path)));
}

std::optional<PathArgument> path_argument(Thread& thread, Value value, std::string_view function,
                                          std::string_view parameter, PathForm form) {
  PathArgument out;
  out.shown = Value::unset();
  if (is_str(value) || is_bytes(value)) {
    if (!take_path(thread, value, out)) return std::nullopt;
    return out;
  }
  if (value.is_none() && form == PathForm::PathDescriptorOrNone) {
    out.path = ".";
    return out;
  }
  Str* name = intern(thread, "__fspath__");
  if (name == nullptr) return std::nullopt;
  if (!type_lookup(thread, type_of(thread, value), name).is_unset()) {
    const Value path = file_system_path(thread, value);
    if (!path || !take_path(thread, path, out)) return std::nullopt;
    return out;
  }
  if (form != PathForm::Path && !find_special(thread, value, Special::Index).is_unset()) {
    const std::optional<int32_t> number = to_int_argument(thread, value);
    if (!number) return std::nullopt;
    out.descriptor = *number < 0 ? INT32_MAX : *number;
    return out;
  }
  if (form != PathForm::Path && is_int(value)) {
    const std::optional<int32_t> number = to_int_argument(thread, value);
    if (!number) return std::nullopt;
    out.descriptor = *number < 0 ? INT32_MAX : *number;
    return out;
  }
  raise_type_error(thread, text(function, ": ", parameter, " should be ", accepted(form), ", not ",
                                type_name(thread, value)));
  return std::nullopt;
}

Value name_like(Thread& thread, const PathArgument& path, std::string_view name) {
  return path.is_bytes ? as_result(make_bytes(thread, name))
                       : as_result(make_str_lossless(thread, name));
}

Value raise_errno(Thread& thread) {
  if (thread.pending != nullptr) return Value::error();
  return raise_os_error(thread, errno, Value::unset());
}

Value raise_errno(Thread& thread, const PathArgument& path) {
  if (thread.pending != nullptr) return Value::error();
  if (path.shown.is_unset()) return raise_os_error(thread, errno, Value::unset());
  return raise_with_names(thread, errno, {path.shown});
}

Value raise_errno(Thread& thread, const PathArgument& from, const PathArgument& to) {
  if (thread.pending != nullptr) return Value::error();
  return raise_with_names(thread, errno, {from.shown, to.shown});
}

}  // namespace weft

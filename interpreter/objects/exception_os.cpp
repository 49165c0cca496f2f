// OSError: the class of an instance follows from its errno.
#include <cerrno>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

struct ErrnoClass {
  int number;
  Type* ExceptionTypes::*type;
};
constexpr ErrnoClass errno_classes[] = {
    {EAGAIN, &ExceptionTypes::blocking_io_error},
    {EALREADY, &ExceptionTypes::blocking_io_error},
    {EINPROGRESS, &ExceptionTypes::blocking_io_error},
    {EPIPE, &ExceptionTypes::broken_pipe_error},
    {ESHUTDOWN, &ExceptionTypes::broken_pipe_error},
    {ECHILD, &ExceptionTypes::child_process_error},
    {ECONNABORTED, &ExceptionTypes::connection_aborted_error},
    {ECONNREFUSED, &ExceptionTypes::connection_refused_error},
    {ECONNRESET, &ExceptionTypes::connection_reset_error},
    {EEXIST, &ExceptionTypes::file_exists_error},
    {ENOENT, &ExceptionTypes::file_not_found_error},
    {EISDIR, &ExceptionTypes::is_a_directory_error},
    {ENOTDIR, &ExceptionTypes::not_a_directory_error},
    {EINTR, &ExceptionTypes::interrupted_error},
    {EACCES, &ExceptionTypes::permission_error},
    {EPERM, &ExceptionTypes::permission_error},
    {ESRCH, &ExceptionTypes::process_lookup_error},
    {ETIMEDOUT, &ExceptionTypes::timeout_error},
};

// A subclass with an __init__ of its own decides there what the arguments mean; __new__ then sets
// nothing.
bool fields_are_set_by_init(Thread& thread, const Type* type) {
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  const auto special = [](const Type* of, Special which) {
    return of->specials[static_cast<int>(which)];
  };
  return special(type, Special::Init) != special(exceptions.os_error, Special::Init) &&
         special(type, Special::New) == special(exceptions.os_error, Special::New);
}

bool refuse_keywords(Thread& thread, const Type* type, Value keywords) {
  if (keywords.as<Dict>()->count == 0) return true;
  raise_type_error(thread, text(type->name->view(), "() takes no keyword arguments"));
  return false;
}

Value os_error_new(Thread& thread, Arguments arguments) {
  Type* type = as_type(arguments[0]);
  auto* args = arguments[1].as<Tuple>();
  const bool by_init = fields_are_set_by_init(thread, type);
  if (!by_init) {
    if (!refuse_keywords(thread, type, arguments[2])) return Value::error();
    if (type == thread.isolate.exceptions.os_error && args->count >= 2 && args->count <= 5 &&
        args->values[0].is_small_int())
      type = os_error_class(thread, static_cast<int>(args->values[0].as_small_int()));
  }
  auto* exception = new_instance<Exception>(thread, type);
  if (exception == nullptr) return Value::error();
  exception->args = by_init ? thread.isolate.empty_tuple : args;
  exception->traceback = nullptr;
  exception->cause = nullptr;
  exception->context = nullptr;
  exception->suppress_context = false;
  if (!by_init && !set_os_error(thread, exception)) return Value::error();
  return Value::cell(exception);
}

Value os_error_init(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<Exception>();
  if (!fields_are_set_by_init(thread, self->type())) return Value::none();  // __new__ did
  if (!refuse_keywords(thread, self->type(), arguments[2])) return Value::error();
  store(self, self->args, arguments[1].as<Tuple>());
  return set_os_error(thread, self) ? Value::none() : Value::error();
}

Value os_error_str(Thread& thread, Arguments arguments) {
  const auto* self = arguments[0].as<Exception>();
  const Value filename = self->slots[field::OsErrorFilename];
  const Value filename2 = self->slots[field::OsErrorFilename2];
  const Value number = self->slots[field::OsErrorNumber];
  const Value message = self->slots[field::OsErrorText];
  if (filename.is_unset() && (number.is_unset() || message.is_unset())) {
    const Tuple* args = self->args;
    if (args->count == 0) return Value::cell(thread.isolate.empty_str);
    return Value::cell(str(thread, args->count == 1 ? args->values[0] : Value::cell(args)));
  }
  Str* shown_number = str(thread, exception_field(self, field::OsErrorNumber));
  if (shown_number == nullptr) return Value::error();
  Str* shown_message = str(thread, exception_field(self, field::OsErrorText));
  if (shown_message == nullptr) return Value::error();
  std::string shown = text("[Errno ", shown_number->view(), "] ", shown_message->view());
  if (!filename.is_unset()) {
    Str* shown_filename = repr(thread, filename);
    if (shown_filename == nullptr) return Value::error();
    shown += text(": ", shown_filename->view());
    if (!filename2.is_unset()) {
      Str* shown_second = repr(thread, filename2);
      if (shown_second == nullptr) return Value::error();
      shown += text(" -> ", shown_second->view());
    }
  }
  return Value::cell(make_str(thread, shown));
}

Value os_error_reduce(Thread& thread, Arguments arguments) {
  const auto* self = arguments[0].as<Exception>();
  Tuple* args = self->args;
  const Value filename = self->slots[field::OsErrorFilename];
  if (args->count == 2 && !filename.is_unset()) {
    const Value second = self->slots[field::OsErrorFilename2];
    const Value values[] = {args->values[0], args->values[1], filename, Value::none(), second};
    args = make_tuple(thread, std::span(values, second.is_unset() ? 3 : 5));
    if (args == nullptr) return Value::error();
  }
  const Value parts[] = {Value::cell(self->type()), Value::cell(args)};
  return Value::cell(make_tuple(thread, parts));
}

}  // namespace

Type* os_error_class(Thread& thread, int errno_value) {
  for (const ErrnoClass& entry : errno_classes)
    if (entry.number == errno_value) return thread.isolate.exceptions.*entry.type;
  return thread.isolate.exceptions.os_error;
}

bool set_os_error(Thread& thread, Exception* exception) {
  Tuple* args = exception->args;
  if (args->count < 2 || args->count > 5) return true;
  set_exception_field(exception, field::OsErrorNumber, args->values[0]);
  set_exception_field(exception, field::OsErrorText, args->values[1]);
  if (args->count == 2 || args->values[2].is_none()) return true;
  const Value filename = args->values[2];
  if (exception->type() == thread.isolate.exceptions.blocking_io_error && is_int(filename)) {
    set_exception_field(exception, field::OsErrorCharactersWritten, filename);
    return true;
  }
  set_exception_field(exception, field::OsErrorFilename, filename);
  if (args->count == 5 && !args->values[4].is_none())
    set_exception_field(exception, field::OsErrorFilename2, args->values[4]);
  // The file names are not part of `args`.
  Tuple* shorter = make_tuple(thread, args->view().first(2));
  if (shorter == nullptr) return false;
  store(exception, exception->args, shorter);
  return true;
}

const NativeMethod os_error_methods[4] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an instance of the class for the errno.",
     os_error_new},
    {"__init__", "(self, /, *args, **kwargs)", "Set errno, text and file names.", os_error_init},
    {"__str__", "(self, /)", "Return str(self).", os_error_str},
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", os_error_reduce},
};

}  // namespace weft

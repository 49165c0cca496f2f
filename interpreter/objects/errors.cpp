#include "interpreter/objects/errors.h"

#include <cerrno>
#include <cstring>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

Value raise_with(Thread& thread, Type* type, std::initializer_list<Value> arguments) {
  Tuple* args = make_tuple(thread, std::span<const Value>(arguments.begin(), arguments.size()));
  if (args == nullptr) return Value::error();
  Exception* exception = make_exception(thread, type, args);
  return exception == nullptr ? Value::error() : raise(thread, exception);
}

}  // namespace

Value raise(Thread& thread, Exception* exception) {
  if (thread.handled != nullptr && thread.handled != exception)
    set_context(exception, thread.handled);
  thread.pending = exception;
  return Value::error();
}

Value raise(Thread& thread, Type* type, std::string_view message) {
  Exception* exception = make_exception(thread, type, message);
  return exception == nullptr ? Value::error() : raise(thread, exception);
}

Value raise_type_error(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.type_error, message);
}
Value raise_value_error(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.value_error, message);
}
Value raise_index_error(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.index_error, message);
}
Value raise_overflow_error(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.overflow_error, message);
}
Value raise_zero_division(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.zero_division_error, message);
}
Value raise_runtime_error(Thread& thread, std::string_view message) {
  return raise(thread, thread.isolate.exceptions.runtime_error, message);
}
Value raise_recursion_error(Thread& thread, std::string_view where) {
  return raise(thread, thread.isolate.exceptions.recursion_error,
               text("maximum recursion depth exceeded", where));
}

Value raise_key_error(Thread& thread, Value key) {
  return raise_with(thread, thread.isolate.exceptions.key_error, {key});
}

Value raise_attribute_error(Thread& thread, Value object, Str* name, std::string_view message) {
  Exception* exception = make_exception(thread, thread.isolate.exceptions.attribute_error, message);
  if (exception == nullptr) return Value::error();
  set_exception_field(exception, field::AttributeErrorName, Value::cell(name));
  set_exception_field(exception, field::AttributeErrorObject, object);
  return raise(thread, exception);
}

Value raise_name_error(Thread& thread, Str* name, std::string_view message) {
  Exception* exception = make_exception(thread, thread.isolate.exceptions.name_error, message);
  if (exception == nullptr) return Value::error();
  set_exception_field(exception, field::NameErrorName, Value::cell(name));
  return raise(thread, exception);
}

Value raise_memory_error(Thread& thread) {
  raise_out_of_memory(thread);
  return Value::error();
}

Value raise_stop_iteration(Thread& thread, Value value) {
  Type* type = thread.isolate.exceptions.stop_iteration;
  if (value.is_none() || value.is_unset()) return raise(thread, type, {});
  return raise_with(thread, type, {value});
}

Value raise_os_error(Thread& thread, int errno_value, Value filename) {
  char buffer[128];
  Str* message = make_str(thread, strerror_r(errno_value, buffer, sizeof buffer));
  if (message == nullptr) return Value::error();
  const Value number = Value::small_int(errno_value);
  Type* type = os_error_class(thread, errno_value);
  if (filename.is_none() || filename.is_unset())
    return raise_with(thread, type, {number, Value::cell(message)});
  return raise_with(thread, type, {number, Value::cell(message), filename});
}

bool pending_is(Thread& thread, Type* type) {
  return thread.pending != nullptr && is_subtype(thread.pending->type(), type);
}

Exception* take_pending(Thread& thread) {
  Exception* exception = thread.pending;
  thread.pending = nullptr;
  return exception;
}

bool clear_pending_if(Thread& thread, Type* type) {
  if (!pending_is(thread, type)) return false;
  thread.pending = nullptr;
  return true;
}

}  // namespace weft

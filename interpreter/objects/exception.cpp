#include "interpreter/objects/exception.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {

Exception* make_exception(Thread& thread, Type* type, Tuple* args) {
  Exception* exception = make_bare_exception(thread, type, args);
  return exception != nullptr && set_fields_from_args(thread, exception) ? exception : nullptr;
}

Exception* make_exception(Thread& thread, Type* type, std::string_view message) {
  Tuple* args = thread.isolate.empty_tuple;
  if (!message.empty()) {
    Str* shown = make_str(thread, message);
    if (shown == nullptr) return nullptr;
    args = make_tuple(thread, 1);
    if (args == nullptr) return nullptr;
    store(args, args->values[0], Value::cell(shown));
  }
  return make_exception(thread, type, args);
}

Exception* instantiate_exception(Thread& thread, Type* type, Value argument) {
  const Value made = argument.is_unset() ? call(thread, Value::cell(type), {})
                                         : call(thread, Value::cell(type), {argument});
  if (!made) return nullptr;
  if (is_exception(made)) return made.as<Exception>();
  Str* called = repr(thread, Value::cell(type));
  if (called == nullptr) return nullptr;
  Str* got = repr(thread, Value::cell(class_of(thread, made)));
  if (got == nullptr) return nullptr;
  raise_type_error(thread,
                   text("calling ", called->view(),
                        " should have returned an instance of BaseException, not ", got->view()));
  return nullptr;
}

Exception* exception_to_raise(Thread& thread, Value value) {
  if (is_exception(value)) return value.as<Exception>();
  if (is_exception_class(value))
    return instantiate_exception(thread, as_type(value), Value::unset());
  raise_type_error(thread, "exceptions must derive from BaseException");
  return nullptr;
}

Exception* exception_cause(Thread& thread, Value value, bool& failed) {
  failed = false;
  if (value.is_none()) return nullptr;
  Exception* cause = nullptr;
  if (is_exception(value))
    cause = value.as<Exception>();
  else if (is_exception_class(value))
    cause = instantiate_exception(thread, as_type(value), Value::unset());
  else
    raise_type_error(thread, "exception causes must derive from BaseException");
  failed = cause == nullptr;
  return cause;
}

void set_cause(Exception* exception, Exception* cause) {
  store(exception, exception->cause, cause);
  exception->suppress_context = true;
}

void set_context(Exception* exception, Exception* context) {
  // A chain that leads back to `exception` is cut where it does. Scripts can make a chain that
  // loops without it; a second walker at half the speed notices.
  Exception* slow = context;
  bool move_slow = false;
  for (Exception* link = context; link->context != nullptr;) {
    if (link->context == exception) {
      link->context = nullptr;
      break;
    }
    link = link->context;
    if (link == slow) break;
    if (move_slow) slow = slow->context;
    move_slow = !move_slow;
  }
  store(exception, exception->context, context);
}

Truth exception_matches(Thread& thread, Exception* exception, Value classes) {
  if (is_type(classes) && is_exception_class(classes))
    return to_truth(is_subtype(exception->type(), as_type(classes)));
  if (is_tuple(classes)) {
    // All are checked before any is compared, as the language has it.
    for (const Value entry : classes.as<Tuple>()->view()) {
      if (is_exception_class(entry)) continue;
      raise_type_error(thread,
                       "catching classes that do not inherit from BaseException is not allowed");
      return Truth::Error;
    }
    for (const Value entry : classes.as<Tuple>()->view())
      if (is_subtype(exception->type(), as_type(entry))) return Truth::True;
    return Truth::False;
  }
  raise_type_error(thread,
                   "catching classes that do not inherit from BaseException is not allowed");
  return Truth::Error;
}

Value stop_iteration_value(const Exception* exception) {
  return exception_field(exception, field::StopIterationValue);
}

namespace {

// Script modules of the library whose names begin with an underscore do what is native code
// elsewhere: tracebacks do not show them.
bool stands_for_native_code(const Code* code) {
  return code->filename->view().starts_with("<weft>/_");
}

}  // namespace

void add_traceback(Thread& thread, Exception* exception, Frame* frame, bool ends) {
  Code* code = frame->code;
  if (stands_for_native_code(code)) return;
  uint32_t local_count = 0;
  if (ends) {
    // Far locals (code.h) lie behind the temporaries.
    constexpr uint32_t NearRegisters = 256;
    local_count = code->register_count > NearRegisters ? code->register_count : code->local_count;
  }
  // Out of memory here must not hide the exception being unwound.
  Exception* pending = thread.pending;
  auto* entry =
      make_object<Traceback>(thread, thread.isolate.types.traceback, local_count * sizeof(Value));
  thread.pending = pending;
  if (entry == nullptr) return;
  // While a frame is not running its pc is behind the instruction that called.
  const uint32_t next = frame->offset_of(frame->pc);
  entry->next = exception->traceback;
  entry->code = code;
  entry->offset = next == 0 ? Traceback::NotStarted : next - 1;
  entry->line =
      next == 0 || code->position_count == 0 ? code->first_line : position_at(code, next - 1).line;
  entry->globals = frame->globals;
  entry->frame_object = frame->frame_object;
  entry->frame = frame;
  entry->function = frame->function;
  entry->locals = frame->locals;
  entry->local_count = local_count;
  for (uint32_t i = 0; i < local_count; ++i) entry->values[i] = frame->registers[i];
  store(exception, exception->traceback, entry);
}

}  // namespace weft

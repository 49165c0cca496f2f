// Raising and unwinding.
//
// The pending exception travels from frame to frame: each frame's exception table is asked for the
// handler that covers the instruction; a frame without one ends, and what its ReturnAction promised
// to the caller decides whether the exception stops there (the end of an iteration, a missing
// attribute with a fallback) or goes on.
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/exception_group.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

const ExceptionEntry* find_handler(const Code* code, uint32_t offset) {
  if (code->exception_count == 0) return nullptr;
  const ExceptionEntry* entries = code->exceptions();
  for (uint32_t i = 0; i < code->exception_count; ++i) {
    if (entries[i].begin <= offset && offset < entries[i].end) return &entries[i];
  }
  return nullptr;
}

// Stop(Async)Iteration may not leave a generator's body: it would look like its end.
void guard_iteration_end(Thread& thread, Generator* generator) {
  const ExceptionTypes& types = thread.isolate.exceptions;
  const bool is_async_generator = generator->kind() == Kind::AsyncGenerator;
  const char* kind = nullptr;
  if (pending_is(thread, types.stop_iteration)) {
    kind = "StopIteration";
  } else if (is_async_generator && pending_is(thread, types.stop_async_iteration)) {
    kind = "StopAsyncIteration";
  }
  if (kind == nullptr) return;
  Exception* cause = take_pending(thread);
  const char* noun = is_async_generator                     ? "async generator"
                     : generator->kind() == Kind::Coroutine ? "coroutine"
                                                            : "generator";
  Exception* error = make_exception(thread, types.runtime_error, text(noun, " raised ", kind));
  if (error == nullptr) return;  // MemoryError is pending instead
  set_context(error, cause);
  set_cause(error, cause);
  thread.pending = error;
}

}  // namespace

bool unwind(Thread& thread, bool add_to_traceback) {
  for (;;) {
    Frame* frame = thread.frame;
    Code* code = frame->code;
    // What is thrown into a generator before its first instruction is caught by none of its own.
    const ExceptionEntry* entry = frame->pc > code->instructions
                                      ? find_handler(code, frame->offset_of(frame->pc) - 1)
                                      : nullptr;
    if (add_to_traceback) add_traceback(thread, thread.pending, frame, entry == nullptr);
    add_to_traceback = true;
    if (entry != nullptr) {
      frame->registers[entry->exception_register] = Value::cell(thread.pending);
      thread.pending = nullptr;
      frame->pc = code->instructions + entry->handler;
      return true;
    }
    const Delivery delivery{frame->action, frame->destination, frame->action_flag};
    if (frame->in_generator) {
      Generator* generator = generator_of(frame);
      guard_iteration_end(thread, generator);
      fail_generator(thread, generator);
      if (delivery.action == ReturnAction::ExitRun) return false;
      continue;
    }
    pop_frame(thread, frame);
    if (delivery.action == ReturnAction::ExitRun) return false;
    if (delivery.action == ReturnAction::EndFiber) {
      if (end_fiber(thread, Value::error())) return true;
      continue;
    }
    Frame* caller = thread.frame;
    if (delivery.action == ReturnAction::Iterate &&
        clear_pending_if(thread, thread.isolate.exceptions.stop_iteration)) {
      ++caller->pc;  // past the branch word
      return true;
    }
    if (delivery.action == ReturnAction::AttributeFallback && delivery.flag == NoFallbackLeft) {
      complete_attribute_error(thread, caller);
    } else if (delivery.action == ReturnAction::AttributeFallback &&
               clear_pending_if(thread, thread.isolate.exceptions.attribute_error)) {
      const Value result = attribute_fallback(thread, caller, delivery.destination);
      if (result.is_unset()) return true;
      if (result) {
        caller->registers[delivery.destination] = result;
        return true;
      }
    }
  }
}

void raise_value(Thread& thread, Value value) {
  Exception* exception = exception_to_raise(thread, value);
  if (exception != nullptr) raise(thread, exception);
}

void raise_from(Thread& thread, Value value, Value cause) {
  Exception* exception = exception_to_raise(thread, value);
  if (exception == nullptr) return;
  bool failed = false;
  Exception* reason = exception_cause(thread, cause, failed);
  if (failed) return;
  set_cause(exception, reason);
  raise(thread, exception);
}

void raise_current(Thread& thread) {
  raise_runtime_error(thread, "No active exception to reraise");
}

Exception* exchange_handled(Generator* generator, Exception* handled) {
  Exception* before = generator->handled;
  if (handled == nullptr) {
    generator->handled = nullptr;
  } else {
    store(generator, generator->handled, handled);
  }
  return before;
}

// --- except*

bool match_group(Thread& thread, Value& rest, Value pattern, Value& matched) {
  matched = Value::none();
  const ExceptionTypes& types = thread.isolate.exceptions;
  const auto is_group_class = [&](Value value) {
    return is_type(value) && is_subtype(value.as<Type>(), types.base_exception_group);
  };
  bool names_group = is_group_class(pattern);
  if (is_tuple(pattern)) {
    for (const Value each : pattern.as<Tuple>()->view()) names_group |= is_group_class(each);
  }
  if (rest.is_none()) return true;
  const Truth whole = exception_matches(thread, rest.as<Exception>(), pattern);
  if (whole == Truth::Error) return false;
  if (names_group) {
    raise_type_error(thread,
                     "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return false;
  }
  const bool is_group = is_subtype(rest.as<Exception>()->type(), types.base_exception_group);
  if (whole == Truth::True) {
    matched = rest;
    rest = Value::none();
    if (!is_group) {
      // A naked exception is wrapped, so that the handler always sees a group.
      Exception* inner = matched.as<Exception>();
      const Value parts = Value::cell(make_tuple(thread, std::span<const Value>(&matched, 1)));
      if (!parts) return false;
      matched = make_unnamed_group(thread, parts);
      if (!matched) return false;
      store(matched.as<Exception>(), matched.as<Exception>()->traceback, inner->traceback);
    }
    return true;
  }
  if (!is_group) return true;
  const Value pair = call_method(thread, rest, "split", {pattern});
  if (!pair) return false;
  if (!is_tuple(pair) || pair.as<Tuple>()->count != 2) {
    raise_type_error(thread, text(type_name(thread, rest), ".split must return a 2-tuple, got ",
                                  type_name(thread, pair)));
    return false;
  }
  matched = pair.as<Tuple>()->values[0];
  rest = pair.as<Tuple>()->values[1];
  return true;
}

namespace {

// Whether an exception raised in the handlers is a part of the original passed on unchanged.
bool is_same_raise(Exception* one, Exception* other) {
  return one->traceback == other->traceback && one->cause == other->cause &&
         one->context == other->context;
}

bool collect_leaves(Thread& thread, Value exception, List* leaves) {
  if (!thread.check_native_stack()) return false;
  if (!is_subtype(exception.as<Exception>()->type(),
                  thread.isolate.exceptions.base_exception_group)) {
    return list_append(thread, leaves, exception);
  }
  Str* name = intern(thread, "exceptions");
  if (name == nullptr) return false;
  const Value parts = get_attribute(thread, exception, name);
  if (!parts) return false;
  List* list = list_from_iterable(thread, parts);
  if (list == nullptr) return false;
  for (uint64_t i = 0; i < list->count; ++i) {
    if (!collect_leaves(thread, list->items->values[i], leaves)) return false;
  }
  return true;
}

// The part of `original` whose leaves are those of the exceptions in `kept`.
Value project(Thread& thread, Value original, List* kept) {
  List* leaves = make_list(thread);
  if (leaves == nullptr) return Value::error();
  for (uint64_t i = 0; i < kept->count; ++i) {
    if (!collect_leaves(thread, kept->items->values[i], leaves)) return Value::error();
  }
  Exception* part;
  if (!project_group(thread, original.as<Exception>(), leaves, part)) return Value::error();
  return part == nullptr ? Value::none() : Value::cell(part);
}

}  // namespace

Value combine_group(Thread& thread, Value original, Value raised) {
  const ExceptionTypes& types = thread.isolate.exceptions;
  auto* list = raised.as<List>();
  List* fresh = make_list(thread);
  List* kept = make_list(thread);
  if (fresh == nullptr || kept == nullptr) return Value::error();
  const bool is_group = is_subtype(original.as<Exception>()->type(), types.base_exception_group);
  for (uint64_t i = 0; i < list->count; ++i) {
    const Value each = list->items->values[i];
    if (each.is_none()) continue;
    if (!is_group) return each;  // a naked exception was handled, or not: at most one
    const bool same = is_same_raise(each.as<Exception>(), original.as<Exception>());
    if (!list_append(thread, same ? kept : fresh, each)) return Value::error();
  }
  if (kept->count == 0 && fresh->count == 0) return Value::none();
  Value rest = Value::none();
  if (kept->count != 0) {
    rest = project(thread, original, kept);
    if (!rest || fresh->count == 0) return rest;
    if (!rest.is_none() && !list_append(thread, fresh, rest)) return Value::error();
  }
  return make_unnamed_group(thread, Value::cell(fresh));
}

}  // namespace weft

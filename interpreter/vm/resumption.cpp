// Resuming generators from native code: send, next, throw and close come through here.
//
// A throw goes to the innermost iterator of a chain of `yield from`s first, by CPython's rules: a
// GeneratorExit closes it and is then raised outside; anything else is thrown into it, and what it
// does (yield, return, raise) continues in the delegating generator.
#include "interpreter/vm/resumption.h"
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/dispatch.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

bool has_kind_of_generator(Value value) {
  return is_kind(value, Kind::Generator) || is_kind(value, Kind::Coroutine);
}

// Closes the iterator a delegating generator waits for. False: it raised.
bool close_delegate(Thread& thread, Value iterator) {
  const Value close = find_attribute(thread, iterator, thread.isolate.names.close);
  if (!close) return false;
  if (close.is_unset()) return true;
  return static_cast<bool>(call(thread, close, {}));
}

// Resumes `generator`, at its yield with `sent` or by raising the pending exception there.
Value resume_by_native(Thread& thread, Generator* generator, Value sent, bool raising) {
  if (!thread.check_native_stack()) return Value::error();
  Exception* raised = thread.pending;
  thread.pending = nullptr;
  if (!enter_generator(thread, generator, sent, {ReturnAction::ExitRun, 0, 0})) {
    return Value::error();
  }
  // What is thrown in happens during the handling of what the generator was suspended in.
  if (raised != nullptr && generator->handled != nullptr && generator->handled != raised) {
    set_context(raised, generator->handled);
  }
  thread.pending = raised;
  ++thread.native_depth;
  const Value result = run(thread, raising);
  --thread.native_depth;
  return result;
}

// The exception is thrown into what the suspended `generator` delegates to.
Value throw_into_delegate(Thread& thread, Generator* generator, Exception* exception) {
  Frame* frame = &generator->frame;
  const uint32_t word = *frame->pc;  // the YieldFrom instruction
  const Value iterator = frame->registers[compiler::operand_b(word)];
  if (is_subtype(exception->type(), thread.isolate.exceptions.generator_exit)) {
    generator->state = GeneratorState::Running;
    const bool closed = close_delegate(thread, iterator);
    generator->state = GeneratorState::Suspended;
    generator->delegating = false;
    ++frame->pc;
    if (closed) thread.pending = exception;
    return resume_by_native(thread, generator, Value::none(), true);
  }
  Value result;
  if (has_kind_of_generator(iterator)) {
    generator->state = GeneratorState::Running;
    result = throw_into_generator(thread, iterator.as<Generator>(), exception);
    generator->state = GeneratorState::Suspended;
    if (result && !iterator.as<Generator>()->yielded) {
      // It returned: that is the value of the delegating expression.
      generator->delegating = false;
      ++frame->pc;
      frame->registers[compiler::operand_a(word)] = result;
      return resume_after_delegation(thread, generator);
    }
  } else {
    const Value method = find_attribute(thread, iterator, thread.isolate.names.throw_);
    if (!method) return Value::error();
    if (method.is_unset()) {
      generator->delegating = false;
      ++frame->pc;
      thread.pending = exception;
      return resume_by_native(thread, generator, Value::none(), true);
    }
    generator->state = GeneratorState::Running;
    result = call(thread, method, {Value::cell(exception)});
    generator->state = GeneratorState::Suspended;
  }
  if (result) {
    generator->yielded = true;
    generator->async_value = false;
    return result;
  }
  generator->delegating = false;
  ++frame->pc;
  if (pending_is(thread, thread.isolate.exceptions.stop_iteration)) {
    frame->registers[compiler::operand_a(word)] = stop_iteration_value(take_pending(thread));
    return resume_after_delegation(thread, generator);
  }
  return resume_by_native(thread, generator, Value::none(), true);
}

}  // namespace

Value resume_after_delegation(Thread& thread, Generator* generator) {
  Frame* frame = &generator->frame;
  // enter_generator writes the sent value to the register the YieldFrom word names: the same value.
  const Value value = frame->registers[compiler::operand_a(frame->pc[-1])];
  return resume_by_native(thread, generator, value, false);
}

Value throw_into_generator(Thread& thread, Generator* generator, Exception* exception) {
  if (generator->state == GeneratorState::Running) {
    return raise_value_error(thread, "generator already executing");
  }
  if (generator->state == GeneratorState::Finished) {
    thread.pending = exception;
    return Value::error();
  }
  if (generator->delegating) return throw_into_delegate(thread, generator, exception);
  thread.pending = exception;
  return resume_by_native(thread, generator, Value::none(), true);
}

Value resume_generator(Thread& thread, Generator* generator, Value sent, Exception* exception) {
  if (exception != nullptr) return throw_into_generator(thread, generator, exception);
  if (generator->state == GeneratorState::Finished) {
    generator->yielded = false;
    return Value::none();
  }
  return resume_by_native(thread, generator, sent, false);
}

}  // namespace weft

// Resuming generators from native code: send, next, throw and close come through here.
//
// A throw goes to the innermost iterator of a chain of `yield from`s first, by CPython's rules: a
// GeneratorExit closes it and is then raised outside; anything else is thrown into it, and what it
// does (yield, return, raise) continues in the delegating generator.
#include "interpreter/vm/resumption.h"

#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/str.h"
#include "interpreter/vm/dispatch.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

constexpr Delivery ToNative{ReturnAction::ExitRun, 0, 0};

// Runs the chain just entered with ToNative until it yields or ends.
Value run_entered(Thread& thread, bool raising) {
  ++thread.native_depth;
  const Value result = run(thread, raising);
  --thread.native_depth;
  return result;
}

// Goes on in the chain just entered by raising `exception` in its innermost generator.
Value raise_entered(Thread& thread, Exception* exception) {
  // What is thrown in happens during the handling of what the generator was suspended in.
  const Generator* innermost = generator_of(thread.frame);
  Exception* handled = innermost->handled;
  if (handled != nullptr && handled != exception) set_context(exception, handled);
  thread.handled = handled_while_running(innermost);
  thread.pending = exception;
  return run_entered(thread, true);
}

// Closes the iterator a delegating generator waits for. False: it raised.
bool close_delegate(Thread& thread, Value iterator) {
  if (Generator* delegate = delegate_behind(iterator)) return generator_close(thread, delegate);
  if (is_kind(iterator, Kind::Function)) return true;  // see give_way(): nothing has to be undone
  const Value close = find_attribute(thread, iterator, thread.isolate.names.close);
  if (!close) return false;
  if (close.is_unset()) return true;
  return static_cast<bool>(call(thread, close, {}));
}

// The iterator that the running generator was suspended in, whose pc is moved behind the YieldFrom
// instruction; *destination is where its result goes.
Value leave_delegation(Generator* generator, uint8_t* destination) {
  Frame* frame = &generator->frame;
  const uint32_t word = *frame->pc++;
  generator->delegation = Delegation::None;
  *destination = static_cast<uint8_t>(compiler::operand_a(word));
  return frame->registers[compiler::operand_b(word)];
}

// Closes what `generator` delegates to, then raises the GeneratorExit in it.
Value exit_delegating(Thread& thread, Generator* generator, Exception* exit) {
  if (generator->delegation == Delegation::Link) {
    const uint32_t word = generator->frame.pc[-1];
    cut_chain(delegate_behind(generator->frame.registers[compiler::operand_b(word)]));
  }
  if (!link_generator(thread, generator, ToNative)) return Value::error();
  uint8_t destination;
  const Value iterator = leave_delegation(generator, &destination);
  thread.handled = generator->outer_handled;
  const bool closed = close_delegate(thread, iterator);
  return raise_entered(thread, closed ? exit : take_pending(thread));
}

// The exception is thrown into the iterator, which is no generator that could be resumed, that the
// innermost generator of the chain just entered waits for.
Value throw_into_iterator(Thread& thread, Value iterator, uint8_t destination,
                          Exception* exception) {
  const Generator* innermost = generator_of(thread.frame);
  thread.handled = innermost->other_end->outer_handled;
  Value result;
  if (Generator* delegate = delegate_behind(iterator)) {
    result = generator_throw(thread, delegate, exception);
  } else {
    result = find_attribute(thread, iterator, thread.isolate.names.throw_);
    if (result.is_unset()) return raise_entered(thread, exception);
    if (result) result = call(thread, result, {Value::cell(exception)});
  }
  if (result) return yield_value(thread, result, false);
  if (!pending_is(thread, thread.isolate.exceptions.stop_iteration)) {
    return raise_entered(thread, take_pending(thread));
  }
  const Value value = stop_iteration_value(take_pending(thread));
  thread.frame->registers[destination] = value;
  thread.handled = handled_while_running(innermost);
  return run_entered(thread, false);
}

Value throw_into_generator(Thread& thread, Generator* generator, Exception* exception) {
  if (!thread.check_native_stack()) return Value::error();
  if (generator->delegation != Delegation::None && state_of(generator) != GeneratorState::Running &&
      is_subtype(exception->type(), thread.isolate.exceptions.generator_exit)) {
    if (generator->state == GeneratorState::Linked) cut_chain(generator);
    return exit_delegating(thread, generator, exception);
  }
  if (!link_generator(thread, generator, ToNative)) return Value::error();
  generator->thrown = generator->length;
  for (;;) {
    Generator* innermost = generator_of(thread.frame);
    if (innermost->delegation != Delegation::Iterator) return raise_entered(thread, exception);
    uint8_t destination;
    Value iterator = leave_delegation(innermost, &destination);
    if (is_kind(iterator, Kind::Function)) {
      // See give_way(): the exception passes through the coroutine there would be.
      iterator = make_giving_way(thread, iterator, innermost->frame.registers[destination]);
      if (!iterator) return raise_entered(thread, take_pending(thread));
    }
    Generator* delegate = delegate_behind(iterator);
    if (delegate == nullptr || delegate->state == GeneratorState::Finished ||
        state_of(delegate) == GeneratorState::Running) {
      return throw_into_iterator(thread, iterator, destination, exception);
    }
    // Cut off by somebody who resumed it: a link again.
    if (!link_generator(thread, delegate, {ReturnAction::Delegate, destination, 0})) {
      return raise_entered(thread, take_pending(thread));
    }
    generator->thrown = generator->length;
  }
}

}  // namespace

Value resume_generator(Thread& thread, Generator* generator, Value sent, Exception* exception) {
  if (generator->state == GeneratorState::Finished) {
    generator->yielded = false;
    if (exception == nullptr) return Value::none();
    thread.pending = exception;
    return Value::error();
  }
  if (exception != nullptr) return throw_into_generator(thread, generator, exception);
  if (!thread.check_native_stack()) return Value::error();
  if (!enter_generator(thread, generator, sent, ToNative)) return Value::error();
  return run_entered(thread, false);
}

}  // namespace weft

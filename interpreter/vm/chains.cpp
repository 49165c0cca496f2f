// Chains of generators and coroutines that delegate to one another: entering, suspending, ending.
//
// A resumed generator's frame hangs below its resumer's by `caller`; its ReturnAction says how the
// resumer wants the value: Iterate (a for loop), Delegate (`yield from`/`await` of another
// generator), ExitRun (native code). Resuming and suspending a chain of any length takes the same
// few stores:
//
//  * The frames of a suspended chain stay linked. Its outermost knows its innermost and how many
//    lie between, so that a resumption goes on in the innermost at once; the innermost of a running
//    chain knows its outermost, so that a yield goes to whoever resumed that. Links in between know
//    neither: entering and ending an innermost hands the knowledge on.
//  * What a link inherits from further out is written where it does not change while the link is
//    one: `outer_handled` is what the chain itself is handling, and only the outermost's is what
//    its resumer is.
//  * Whoever resumes a link in the middle cuts the chain above it. The one that delegated to it is
//    then the innermost of the outer part and runs its YieldFrom instruction again when it is
//    resumed, which links the two parts again, or finds the inner one running or finished.
#include <algorithm>

#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

const char* noun(const Generator* generator) {
  switch (generator->kind()) {
    case Kind::Coroutine:
      return "coroutine";
    case Kind::AsyncGenerator:
      return "async generator";
    default:
      return "generator";
  }
}

// What a generator delegates to by Delegation::Link.
Generator* linked_delegate(const Generator* generator) {
  const uint32_t word = generator->frame.pc[-1];
  return delegate_behind(generator->frame.registers[compiler::operand_b(word)]);
}

// What code further in inherits from the chain up to `generator`; null if nothing.
Exception* handled_in_chain(const Generator* generator) {
  if (generator->handled != nullptr) return generator->handled;
  return generator->state == GeneratorState::Linked ? generator->outer_handled : nullptr;
}

// What `generator` and those it delegates to inherit from further out has changed.
void set_inherited(Generator* generator, Exception* handled) {
  for (;;) {
    if (handled == nullptr) {
      generator->outer_handled = nullptr;
    } else {
      store(generator, generator->outer_handled, handled);
    }
    if (generator->handled != nullptr || generator->delegation != Delegation::Link) return;
    generator = linked_delegate(generator);
  }
}

}  // namespace

Generator* delegate_behind(Value iterator) {
  if (is_kind(iterator, Kind::Generator) || is_kind(iterator, Kind::Coroutine)) {
    return iterator.as<Generator>();
  }
  if (!is_kind(iterator, Kind::CoroutineAwaiter)) return nullptr;
  // Those of anext() have a default to fall back to.
  const auto* awaiter = iterator.as<CoroutineAwaiter>();
  return awaiter->fallback.is_unset() ? awaiter->awaited.as<Generator>() : nullptr;
}

void cut_chain(Generator* generator) {
  Generator* delegator = generator_of(generator->frame.caller);
  Generator* outermost = delegator;
  uint32_t outer_length = 1;
  for (; outermost->state == GeneratorState::Linked; ++outer_length) {
    outermost = generator_of(outermost->frame.caller);
  }
  generator->other_end = outermost->other_end;
  generator->length = outermost->length - outer_length;
  generator->state = GeneratorState::Suspended;
  generator->frame.caller = nullptr;
  if (generator->outer_handled != nullptr) set_inherited(generator, nullptr);
  outermost->other_end = delegator;
  outermost->length = outer_length;
  --delegator->frame.pc;
  delegator->delegation = Delegation::Iterator;
}

Exception* outer_handled_of(const Generator* innermost) {
  const Generator* outermost = innermost->other_end;
  if (outermost->thrown == 0) [[likely]] {
    return innermost->outer_handled != nullptr ? innermost->outer_handled
                                               : outermost->outer_handled;
  }
  // Those whom a throw() resumed are not resumed by the ones further out.
  const Generator* generator = innermost;
  for (uint32_t place = outermost->length; place > outermost->thrown; --place) {
    generator = generator_of(generator->frame.caller);
    if (generator->handled != nullptr) return generator->handled;
  }
  return outermost->outer_handled;
}

bool link_generator(Thread& thread, Generator* generator, Delivery delivery) {
  if (generator->state == GeneratorState::Running ||
      (generator->state == GeneratorState::Linked &&
       state_of(generator) == GeneratorState::Running)) {
    raise_value_error(thread, text(noun(generator), " already executing"));
    return false;
  }
  if (generator->state == GeneratorState::Linked) cut_chain(generator);
  const uint32_t limit = thread.isolate.recursion_limit;
  if (thread.depth >= limit) {
    raise_recursion_error(thread, "");
    return false;
  }
  // The link for which there is no room gets the error: it goes on link by link.
  if (generator->length > limit - thread.depth) cut_chain(linked_delegate(generator));

  Generator* innermost = generator->other_end;
  Frame* frame = &generator->frame;
  if (delivery.action == ReturnAction::Delegate) {
    Generator* delegator = generator_of(thread.frame);
    Generator* outermost = delegator->other_end;
    Exception* inherited = handled_in_chain(delegator);
    if (inherited != nullptr) {
      set_inherited(generator, inherited);
    } else {
      generator->outer_handled = nullptr;
    }
    generator->state = GeneratorState::Linked;
    delegator->delegation = Delegation::Link;
    outermost->length += generator->length;
    innermost->other_end = outermost;
  } else {
    generator->outer_handled = thread.handled;
    generator->state = GeneratorState::Running;
    generator->async_value = false;
    innermost->other_end = generator;
  }
  frame->action = delivery.action;
  frame->destination = delivery.destination;
  frame->action_flag = delivery.flag;
  frame->caller = thread.frame;
  thread.frame = &innermost->frame;
  thread.depth += generator->length;
  thread.handled = handled_while_running(innermost);
  return true;
}

bool enter_generator(Thread& thread, Generator* generator, Value sent, Delivery delivery) {
  if (generator->state == GeneratorState::Created && !sent.is_none()) {
    raise_type_error(thread, text("can't send non-None value to a just-started ", noun(generator)));
    return false;
  }
  const bool created = generator->state == GeneratorState::Created;
  if (!link_generator(thread, generator, delivery)) {
    // One that finds no room to start has ended by that: nobody is told that it was not awaited.
    if (created && generator->frame.frame_object == nullptr) {
      generator->state = GeneratorState::Finished;
    }
    return false;
  }
  if (created) return true;
  Generator* innermost = generator_of(thread.frame);
  Frame* frame = &innermost->frame;
  const bool runs_again = innermost->delegation == Delegation::Iterator;
  innermost->delegation = Delegation::None;
  frame->registers[compiler::operand_a(runs_again ? *frame->pc : frame->pc[-1])] = sent;
  return true;
}

void end_generator(Thread& thread, Generator* generator) {
  Generator* outermost = generator->other_end;
  Frame* frame = &generator->frame;
  thread.frame = frame->caller;
  --thread.depth;
  if (generator->state == GeneratorState::Linked) {
    Generator* delegator = generator_of(frame->caller);
    delegator->delegation = Delegation::None;
    delegator->other_end = outermost;
    --outermost->length;
    outermost->thrown = std::min(outermost->thrown, outermost->length);
    thread.handled = handled_while_running(delegator);
  } else {
    thread.handled = generator->outer_handled;
  }
  generator->handled = nullptr;
  generator->outer_handled = nullptr;
  generator->state = GeneratorState::Finished;
  generator->yielded = false;
  if (frame->leave_flags != 0) leave_frame_slow(thread, frame);
  clear_registers(frame->registers, frame->registers + frame->code->register_count);
}

void fail_generator(Thread& thread, Generator* generator) {
  const Generator* outermost = generator->other_end;
  const bool is_link = generator->state == GeneratorState::Linked;
  const bool thrown = outermost->thrown == outermost->length;
  end_generator(thread, generator);
  if (!is_link || !thrown) return;
  // A throw() goes through one generator after the other, and is raised in each anew.
  Exception* handled = generator_of(thread.frame)->handled;
  if (handled != nullptr && handled != thread.pending) set_context(thread.pending, handled);
}

Value yield_value(Thread& thread, Value value, bool own_yield) {
  Generator* innermost = generator_of(thread.frame);
  if (!own_yield) {
    // To be run again with the value sent.
    --innermost->frame.pc;
    innermost->delegation = Delegation::Iterator;
  }
  Generator* outermost = innermost->other_end;
  thread.handled = outermost->outer_handled;
  outermost->outer_handled = nullptr;
  outermost->other_end = innermost;
  outermost->thrown = 0;
  outermost->state = GeneratorState::Suspended;
  outermost->yielded = true;
  outermost->async_value = own_yield && innermost == outermost;
  const Frame& frame = outermost->frame;
  thread.frame = frame.caller;
  thread.depth -= outermost->length;
  if (frame.action == ReturnAction::ExitRun) return value;
  Frame* resumer = thread.frame;
  resumer->registers[frame.destination] = value;
  if (frame.action == ReturnAction::Iterate) resumer->pc = compiler::branch_target(resumer->pc);
  return Value::unset();
}

Value return_from_generator(Thread& thread, Value value, bool& leave) {
  Generator* generator = generator_of(thread.frame);
  const Frame& frame = generator->frame;
  const Delivery delivery{frame.action, frame.destination, frame.action_flag};
  end_generator(thread, generator);
  switch (delivery.action) {
    case ReturnAction::ExitRun:
      leave = true;
      return value;
    case ReturnAction::Iterate:
      ++thread.frame->pc;  // past the branch word
      return Value::none();
    case ReturnAction::Delegate:
      thread.frame->registers[delivery.destination] = value;
      return Value::none();
    default:
      return raise_stop_iteration(thread, value);
  }
}

}  // namespace weft

// Making generators, and what `yield from`, `await` and `async for` wait for. How generators are
// entered and left: chains.cpp.
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unstarted_coroutines.h"
#include "interpreter/vm/dispatch.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"
#include "runtime/heap/rooted.h"

namespace weft {

namespace {

bool is_coroutine_code(const Code* code) {
  return code->has(IsCoroutine) || code->has(IsIterableCoroutine);
}

}  // namespace

Generator* make_generator(Thread& thread, Code* code, Function* function, Dict* globals) {
  const BuiltinTypes& types = thread.isolate.types;
  Type* type = code->has(IsAsyncGenerator) ? types.async_generator
               : code->has(IsCoroutine)    ? types.coroutine
                                           : types.generator;
  auto* generator = make_object<Generator>(thread, type, code->register_count * sizeof(Value));
  if (generator == nullptr) return nullptr;
  generator->name = function != nullptr ? function->name : code->name;
  generator->qualified_name = function != nullptr ? function->qualified_name : code->qualified_name;
  generator->code = code;
  generator->handled = nullptr;
  generator->outer_handled = nullptr;
  generator->other_end = generator;
  generator->length = 1;
  generator->thrown = 0;
  generator->state = GeneratorState::Created;
  generator->delegation = Delegation::None;
  generator->yielded = false;
  generator->async_value = false;
  generator->async_running = false;
  generator->async_closed = false;
  generator->hooks_called = false;
  generator->attachment = Value::unset();
  Frame* frame = &generator->frame;
  initialise_frame(frame, code, function, globals);
  frame->caller = nullptr;
  frame->in_generator = true;
  frame->leave_flags = 0;
  frame->action = ReturnAction::ExitRun;
  clear_registers(frame->registers, frame->registers + code->register_count);
  return generator;
}

// The calls on the way to a coroutine, the innermost first: (file, line, function) each.
static Tuple* current_origin(Thread& thread, uint32_t depth) {
  runtime::RootedVector calls(thread.isolate.heap);
  for (const Frame* frame = thread.frame; frame != nullptr && calls.size() < depth;
       frame = frame->caller) {
    const Code* code = frame->code;
    const Value place[] = {Value::cell(code->filename),
                           Value::small_int(line_at(code, frame->offset_of(frame->pc))),
                           Value::cell(code->name)};
    Tuple* call = make_tuple(thread, place);
    if (call == nullptr) return nullptr;
    calls.push_back(Value::cell(call));
  }
  return make_tuple(thread, calls);
}

bool note_coroutine(Thread& thread, Generator* coroutine) {
  UnstartedCoroutines& unstarted = *thread.isolate.unstarted_coroutines;
  const Frame* caller = thread.frame;
  if (unstarted.origin_depth != 0) [[unlikely]] {
    Tuple* origin = current_origin(thread, unstarted.origin_depth);
    if (origin == nullptr) return false;
    store(coroutine, coroutine->attachment, Value::cell(origin));
  } else if (caller != nullptr) {
    store(coroutine, coroutine->attachment, Value::cell(caller->code));
    coroutine->frame.return_pc = caller->pc;
  }
  unstarted.add(coroutine);
  return true;
}

bool give_way(Thread& thread, Frame* frame, uint32_t word, Function* function,
              const Value* arguments, uint32_t count) {
  using compiler::Opcode;
  if (count != 1) return false;
  const Value delay = arguments[0];
  const bool is_zero = delay.is_small_int()
                           ? delay.as_small_int() <= 0
                           : delay.is_immediate_double() && delay.as_immediate_double() <= 0;
  const uint32_t* pc = frame->pc;
  if (!is_zero || compiler::opcode_of(pc[0]) != Opcode::GetAwaitable ||
      compiler::operand_b(pc[0]) != compiler::operand_a(word)) {
    return false;
  }
  // The compiler has that followed by these two.
  const uint32_t wait = pc[2];
  if (compiler::opcode_of(pc[1]) != Opcode::LoadConst ||
      compiler::opcode_of(wait) != Opcode::YieldFrom ||
      compiler::operand_b(wait) != compiler::operand_a(pc[0])) {
    return false;
  }
  const Tuple* defaults = function->defaults;
  const bool gives_none = defaults != nullptr &&
                          defaults->count == function->code->positional_count - 1 &&
                          defaults->values[0].is_none();
  if (!gives_none || thread.depth >= thread.isolate.recursion_limit ||
      thread.isolate.unstarted_coroutines->origin_depth != 0) {
    return false;
  }
  frame->registers[compiler::operand_b(wait)] = Value::cell(function);
  frame->registers[compiler::operand_a(wait)] = delay;
  frame->pc = pc + 3;
  return true;
}

Value yield_from(Thread& thread, Frame* frame, uint32_t word, bool& yielded) {
  const auto destination = static_cast<uint8_t>(compiler::operand_a(word));
  const Value sent = frame->registers[destination];
  const Value iterator = frame->registers[compiler::operand_b(word)];
  if (Generator* inner = delegate_behind(iterator)) {
    if (inner->state == GeneratorState::Finished) {
      if (inner->kind() == Kind::Coroutine) {
        return raise_runtime_error(thread, "cannot reuse already awaited coroutine");
      }
      return Value::none();
    }
    if (!enter_generator(thread, inner, sent, {ReturnAction::Delegate, destination, 0})) {
      return Value::error();
    }
    return Value::unset();
  }
  if (is_kind(iterator, Kind::FutureIterator)) {
    auto* awaiter = iterator.as<NativeAwaiter>();
    return awaiter->resume(thread, awaiter, yielded);
  }
  if (is_kind(iterator, Kind::Function)) return Value::none();  // see give_way()
  Value value;
  if (sent.is_none()) {
    const Value method = find_special(thread, iterator, Special::Next);
    value = method.is_unset() ? raise_type_error(thread, text("'", type_name(thread, iterator),
                                                              "' object is not an iterator"))
                              : call_special(thread, iterator, Special::Next, {});
  } else {
    value = call_method(thread, iterator, "send", {sent});
  }
  if (value) {
    yielded = true;
    return value;
  }
  if (!pending_is(thread, thread.isolate.exceptions.stop_iteration)) return Value::error();
  return stop_iteration_value(take_pending(thread));
}

Value get_yield_from_iterator(Thread& thread, Frame* frame, Value iterable) {
  if (is_kind(iterable, Kind::Coroutine)) {
    if (!is_coroutine_code(frame->code)) {
      return raise_type_error(
          thread, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return iterable;
  }
  if (is_kind(iterable, Kind::Generator)) return iterable;
  return get_iterator(thread, iterable);
}

namespace {

// The iterator an awaitable gives; unset when `value` is no awaitable.
Value await_iterator(Thread& thread, Value value) {
  if (is_kind(value, Kind::Coroutine)) return value;
  if (is_kind(value, Kind::Generator) && value.as<Generator>()->code->has(IsIterableCoroutine)) {
    return value;
  }
  if (is_kind(value, Kind::FutureIterator)) return value;
  const Value method = find_special(thread, value, Special::Await);
  if (method.is_unset()) return Value::unset();
  if (is_exactly(value, Kind::Future) || is_exactly(value, Kind::Task)) {
    return method.as<NativeFunction>()->code(thread, Arguments(&value, 1));
  }
  const Value iterator = call_special(thread, value, Special::Await, {});
  if (!iterator) return iterator;
  if (is_kind(iterator, Kind::Coroutine)) {
    return raise_type_error(thread, "__await__() returned a coroutine");
  }
  if (find_special(thread, iterator, Special::Next).is_unset()) {
    return raise_type_error(thread, text("__await__() returned non-iterator of type '",
                                         type_name(thread, iterator), "'"));
  }
  return iterator;
}

}  // namespace

Value get_awaitable(Thread& thread, Value value, uint32_t context) {
  const Value iterator = await_iterator(thread, value);
  if (iterator.is_unset()) {
    if (context != 0) {
      return raise_type_error(
          thread,
          text("'async with' received an object from ", context == 1 ? "__aenter__" : "__aexit__",
               " that does not implement ", "__await__: ", type_name(thread, value)));
    }
    return raise_type_error(
        thread, text("object ", type_name(thread, value), " can't be used in 'await' expression"));
  }
  if (is_kind(iterator, Kind::Coroutine)) {
    auto* coroutine = iterator.as<Generator>();
    if (coroutine->delegation != Delegation::None ||
        state_of(coroutine) == GeneratorState::Running) {
      return raise_runtime_error(thread, "coroutine is being awaited already");
    }
  }
  return iterator;
}

Value get_async_iterator(Thread& thread, Value value) {
  if (find_special(thread, value, Special::AIter).is_unset()) {
    return raise_type_error(thread,
                            text("'async for' requires an object with __aiter__ method, got ",
                                 type_name(thread, value)));
  }
  const Value iterator = call_special(thread, value, Special::AIter, {});
  if (!iterator) return iterator;
  if (find_special(thread, iterator, Special::ANext).is_unset()) {
    return raise_type_error(
        thread, text("'async for' received an object from __aiter__ that does not implement ",
                     "__anext__: ", type_name(thread, iterator)));
  }
  return iterator;
}

Value get_async_next(Thread& thread, Value value) {
  if (find_special(thread, value, Special::ANext).is_unset()) {
    return raise_type_error(thread,
                            text("'async for' requires an iterator with __anext__ method, got ",
                                 type_name(thread, value)));
  }
  const Value awaitable = call_special(thread, value, Special::ANext, {});
  if (!awaitable) return awaitable;
  const Value iterator = await_iterator(thread, awaitable);
  if (iterator.is_unset()) {
    return raise_type_error(thread, text("'async for' received an invalid object from __anext__: ",
                                         type_name(thread, awaitable)));
  }
  if (!iterator) {
    Exception* cause = take_pending(thread);
    raise_type_error(thread, text("'async for' received an invalid object from __anext__: ",
                                  type_name(thread, awaitable)));
    set_context(thread.pending, cause);
    set_cause(thread.pending, cause);
  }
  return iterator;
}

}  // namespace weft

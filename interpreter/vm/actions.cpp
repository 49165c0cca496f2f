// What a frame's end does to its caller, beyond storing the value (ReturnAction).
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/slow_paths.h"

namespace weft {

namespace {

// Takes or skips the branch word at the frame's pc.
void follow_branch(Frame* frame, bool taken) {
  frame->pc = taken ? compiler::branch_target(frame->pc) : frame->pc + 1;
}

// Truth for ToBool and Test: a boolean, unset when a frame was entered that delivers, or error.
Value truth_of(Thread& thread, Value value, Delivery delivery) {
  if (value.is_bool()) return value;
  if ((delivery.flag & StrictBool) != 0) {
    return raise_type_error(
        thread, text("__bool__ should return bool, returned ", type_name(thread, value)));
  }
  return slow_truth(thread, value, delivery);
}

// The result of an operator instruction: stored, or tested if it is one of the Test forms.
Value finish_operator(Thread& thread, Frame* caller, uint32_t word, Value value) {
  using compiler::Opcode;
  const Opcode opcode = compiler::opcode_of(word);
  const auto a = static_cast<uint8_t>(compiler::operand_a(word));
  if (opcode >= Opcode::TestLt && opcode <= Opcode::TestGeK) {
    return finish_action(thread, caller, {ReturnAction::Test, 0, a}, value);
  }
  caller->registers[a] = value;
  return Value::none();
}

}  // namespace

Value finish_action(Thread& thread, Frame* caller, Delivery delivery, Value value) {
  switch (delivery.action) {
    case ReturnAction::Plain:
    case ReturnAction::AttributeFallback:
    case ReturnAction::Send:
    case ReturnAction::Delegate:
      caller->registers[delivery.destination] = value;
      return Value::none();
    case ReturnAction::Discard:
      return Value::none();
    case ReturnAction::Initialise:
      if (!value.is_none()) {
        return raise_type_error(
            thread, text("__init__() should return None, not '", type_name(thread, value), "'"));
      }
      return Value::none();
    case ReturnAction::ToBool: {
      const Value truth = truth_of(thread, value, delivery);
      if (!truth || truth.is_unset()) return truth;
      caller->registers[delivery.destination] =
          Value::boolean(truth.is_true() != ((delivery.flag & 1) != 0));
      return Value::none();
    }
    case ReturnAction::Test: {
      const Value truth = truth_of(thread, value, delivery);
      if (!truth || truth.is_unset()) return truth;
      follow_branch(caller, truth.is_true() == ((delivery.flag & 1) != 0));
      return Value::none();
    }
    case ReturnAction::Operator: {
      const uint32_t word = caller->pc[-1];
      if (value.is_not_implemented()) {
        value = run_operator(thread, caller, word, static_cast<uint8_t>(delivery.flag + 1));
        if (!value || value.is_unset()) return value;
      }
      return finish_operator(thread, caller, word, value);
    }
    case ReturnAction::Iterate:
      caller->registers[delivery.destination] = value;
      follow_branch(caller, true);
      return Value::none();
    case ReturnAction::CheckIterator:
      if (find_special(thread, value, Special::Next).is_unset()) {
        return raise_type_error(
            thread, text("iter() returned non-iterator of type '", type_name(thread, value), "'"));
      }
      caller->registers[delivery.destination] = value;
      return Value::none();
    case ReturnAction::EndFiber:
      return end_fiber(thread, value) ? Value::none() : Value::error();
    case ReturnAction::ExitRun:
    case ReturnAction::Count:
      break;
  }
  return raise_runtime_error(thread, "frame left with an impossible action");
}

}  // namespace weft

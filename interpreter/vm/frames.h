// Pushing, popping and enumerating frames.
//
// Invariants
//  * thread.frame is the running frame, at all times when anything may allocate; following `caller`
//    from there meets every live frame of the thread, generators' included.
//  * A frame is linked only after its header is complete and every register is a valid Value.
//  * `frame->pc` of the running frame is stored before anything that may look at it or switch:
//    calls, slow paths that may run script code. It then points behind the running instruction's
//    first word.
#pragma once

#include "interpreter/objects/frame.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/isolate.h"
#include "runtime/fiber/script_stack.h"

namespace weft {

// One register more than the code needs: registers are cleared two at a time.
inline size_t frame_bytes(const Code* code) {
  return sizeof(Frame) + sizeof(Value) + code->register_count * sizeof(Value);
}

// Header of a frame about to run `code` from its beginning. Registers are the caller's business.
inline void initialise_frame(Frame* frame, Code* code, Function* function, Dict* globals) {
  frame->pc = code->instructions;
  frame->code = code;
  frame->function = function;
  frame->globals = globals;
  frame->locals = nullptr;
  frame->frame_object = nullptr;
  frame->in_generator = false;
}

inline void clear_registers(Value* begin, Value* end) {
  for (; begin < end; ++begin) *begin = Value::unset();
}
// Of a frame on the script stack, where writing one too many does no harm.
inline void clear_stack_registers(Value* begin, const Value* end) {
  for (; begin < end; begin += 2) {
    begin[0] = Value::unset();
    begin[1] = Value::unset();
  }
}

// Memory on the script stack with a complete header, not linked yet; registers are not initialised.
// Null with RecursionError or MemoryError pending.
[[nodiscard]] Frame* push_frame_slow_failure(Thread& thread, bool too_deep);
[[nodiscard]] inline Frame* allocate_frame(Thread& thread, Code* code, Function* function,
                                           Dict* globals, ReturnAction action,
                                           uint8_t destination) {
  if (thread.depth >= thread.isolate.recursion_limit) [[unlikely]] {
    return push_frame_slow_failure(thread, true);
  }
  bool first_in_chunk;
  auto* frame = static_cast<Frame*>(thread.stack->push(frame_bytes(code), first_in_chunk));
  if (frame == nullptr) [[unlikely]]
    return push_frame_slow_failure(thread, false);
  initialise_frame(frame, code, function, globals);
  frame->set_leaving(action, destination, 0, first_in_chunk ? FirstInChunk : 0);
  return frame;
}
inline void link_frame(Thread& thread, Frame* frame) {
  Frame* caller = thread.frame;
  frame->caller = caller;
  if (caller != nullptr) frame->return_pc = caller->pc;
  thread.frame = frame;
  ++thread.depth;
}
// Pushes and links the frame of a call with as many plain arguments as `code` has parameters. Null,
// and nothing done, where the script stack needs another chunk or the recursion limit is reached.
// The frame's pc is not written: the dispatch loop begins to run it at once. `leaving`: see
// Frame::set_all_leaving().
[[nodiscard, gnu::always_inline]] inline Frame* push_call(Thread& thread, Frame* caller,
                                                          const uint32_t* return_pc, Code* code,
                                                          Function* function,
                                                          const Value* arguments, uint32_t count,
                                                          uint64_t leaving) {
  if (thread.depth >= thread.isolate.recursion_limit) [[unlikely]]
    return nullptr;
  const size_t bytes = frame_bytes(code);
  void* place;
  void* end;
  if (!thread.stack->push_within_chunk(bytes, place, end)) [[unlikely]]
    return nullptr;
  auto* frame = static_cast<Frame*>(place);
  frame->caller = caller;
  frame->return_pc = return_pc;
  frame->code = code;
  frame->function = function;
  frame->globals = function->globals;
  frame->locals = nullptr;
  frame->frame_object = nullptr;
  frame->set_all_leaving(leaving);
  Value* const registers = frame->registers;
  for (size_t i = 0; i < count; ++i) registers[i] = arguments[i];
  // The last register of the frame is the one too many.
  clear_stack_registers(registers + count, static_cast<Value*>(end) - 1);
  thread.frame = frame;
  ++thread.depth;
  return frame;
}
void leave_frame_slow(Thread& thread, Frame* frame);
// Ends a script-stack frame: the caller becomes the running frame.
inline void pop_frame(Thread& thread, Frame* frame) {
  thread.frame = frame->caller;
  --thread.depth;
  if (frame->leave_flags != 0) [[unlikely]] {
    leave_frame_slow(thread, frame);
  } else {
    thread.stack->pop(frame, false);
  }
}

}  // namespace weft

// A frame: the activation of one code object. Not an object: scripts see FrameObject, made on
// demand.
//
// Frames of plain calls lie in the fiber's script stack (runtime/fiber/script_stack.h) and end when
// the call does. The frame of a generator or coroutine lies inside its Generator object, exactly as
// large as its code needs; resuming links it to the resumer by `caller`, nothing is copied.
//
// All registers are valid Values from the moment the frame exists (unset until assigned), so the
// collector traces [registers, registers + code->register_count) precisely.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>

#include "interpreter/objects/code.h"

namespace weft {

struct Function;
struct FrameObject;

// What happens to the value a frame returns or, for generators, yields. Plain is the fast case; all
// others take the slow path of the return instruction.
enum class ReturnAction : uint8_t {
  Plain,              // caller's R[destination] := value
  ExitRun,            // leave the dispatch loop with the value (a native function called us)
  Discard,            // drop the value (__setattr__, __setitem__, …)
  Initialise,         // __init__: must be None; R[destination] already holds the instance
  ToBool,             // R[destination] := truth of the value, negated if `action_flag`
  Test,               // truth of the value == action_flag: take the branch word at the caller's pc
  Operator,           // NotImplemented: go on with the next candidate of the operator instruction
  Iterate,            // R[destination] := value and take the branch word; its end skips it
  CheckIterator,      // value of __iter__: must have __next__
  AttributeFallback,  // as Plain; an AttributeError instead calls __getattr__
  Send,               // generator resumed by a call of send or next: its end raises StopIteration
  Delegate,           // generator resumed by `yield from`: its yields pass on to the resumer's
  EndFiber,           // the first frame of a fiber: it ends, others go on
  Count
};

enum LeaveFlags : uint8_t {
  FirstInChunk = 1,    // the script stack steps back a chunk
  HasFrameObject = 2,  // a script holds the FrameObject: it takes a copy of the registers
                       // (whoever sets frame_object sets this)
};

struct Frame {
  // Who gets the value; for ExitRun the script frame below the native function, which may be null.
  Frame* caller;
  const uint32_t* pc;  // next instruction while this frame is not the running one
  const uint32_t*
      return_pc;  // with action Plain: the caller's pc, where a return can have it early
  Code* code;
  Function* function;  // null for namespace code without closure
  Dict* globals;
  Object* locals;             // namespace of code with UsesNamespace, null means `globals`; of
                              // functions the dict locals() gave, null until then
  FrameObject* frame_object;  // null until a script asked for it
  ReturnAction action;
  uint8_t destination;  // register of the caller
  uint8_t action_flag;  // see ReturnAction; for Operator: which candidate is running
  uint8_t leave_flags;  // LeaveFlags: not 0 when leaving takes more than moving the stack top
  bool in_generator;    // lies inside a Generator
  uint8_t unused[3];
  Value registers[];

  // The four bytes from `action` on, written and read at once: a processor hands a store on to a
  // load of the same width, but waits where a load spans several stores.
  void set_leaving(ReturnAction how, uint8_t to, uint8_t flag, uint8_t flags) {
    const uint32_t word = static_cast<uint32_t>(how) | uint32_t{to} << 8 | uint32_t{flag} << 16 |
                          uint32_t{flags} << 24;
    std::memcpy(&action, &word, sizeof word);
  }
  // The same for a new frame outside a generator, `in_generator` included.
  void set_all_leaving(uint64_t leaving) { std::memcpy(&action, &leaving, sizeof leaving); }
  // What set_all_leaving() takes, for a value that goes to the first register of the instruction
  // `word`: its number stands there where the frame has it.
  static uint64_t leaving_to_first_register(ReturnAction how, uint64_t word) {
    return static_cast<uint64_t>(how) | (word & 0xff00);
  }
  uint32_t leaving() const {
    uint32_t word;
    std::memcpy(&word, &action, sizeof word);
    return word;
  }
  // Whether leaving is no more than handing the value to R[destination] and moving the stack top.
  static bool leaves_plainly(uint32_t leaving) { return (leaving & 0xff0000ff) == 0; }
  static uint8_t destination_of(uint32_t leaving) { return static_cast<uint8_t>(leaving >> 8); }

  uint32_t offset_of(const uint32_t* position) const {
    return static_cast<uint32_t>(position - code->instructions);
  }
};

static_assert(std::endian::native == std::endian::little);
static_assert(static_cast<int>(ReturnAction::Plain) == 0);
static_assert(offsetof(Frame, leave_flags) == offsetof(Frame, action) + 3);
static_assert(offsetof(Frame, registers) == offsetof(Frame, action) + 8);

}  // namespace weft

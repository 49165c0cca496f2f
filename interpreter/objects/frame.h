// A frame: the activation of one code object. Not an object: scripts see FrameObject, made on demand.
//
// Frames of plain calls lie in the fiber's script stack (runtime/fiber/script_stack.h) and end when
// the call does. The frame of a generator or coroutine lies inside its Generator object, exactly as
// large as its code needs; resuming links it to the resumer by `caller`, nothing is copied.
//
// All registers are valid Values from the moment the frame exists (unset until assigned), so the
// collector traces [registers, registers + code->register_count) precisely.
#pragma once

#include "interpreter/objects/code.h"

namespace weft {

struct Function;
struct FrameObject;

// What happens to the value a frame returns (or, for generators, yields). Plain is the fast case;
// all others take the slow path of the return instruction.
enum class ReturnAction : uint8_t {
  Plain,          // caller's R[destination] := value
  ExitRun,        // leave the dispatch loop with the value (a native function called us)
  Discard,        // drop the value (__setattr__, __setitem__, …)
  Initialise,     // __init__: must be None; R[destination] already holds the instance
  Negate,         // R[destination] := not truth(value)      (!=, by __eq__)
  ToBool,         // R[destination] := bool(value)           (in, by __contains__)
  Test,           // value decides the conditional jump the caller is at
  Binary,         // NotImplemented: go on with the next candidate of the operator
  Iterate,        // value of __next__ for ForIter
  CheckIterator,  // value of __iter__: must have __next__
  AttributeFallback,  // AttributeError: try __getattr__
  Generator,      // this frame is a generator's: its object says what to do
  Count
};

struct Frame {
  Frame* caller;              // who gets the value; null for the first frame of a native entry
  const uint32_t* pc;         // next instruction while this frame is not the running one
  Code* code;
  Function* function;         // null for namespace code without closure
  Dict* globals;
  Object* locals;             // namespace of code with UsesNamespace; null means `globals`, and for
                              // functions
  FrameObject* frame_object;  // null until a script asked for it
  ReturnAction action;
  uint8_t destination;        // register of the caller
  uint8_t stage;              // progress of multi-step actions (Binary …)
  bool first_in_chunk;        // the script stack steps back a chunk when this frame ends
  bool in_generator;          // lies inside a Generator
  uint8_t action_operator;    // the operator of Binary / compare actions
  uint16_t unused;
  Value registers[];

  uint32_t offset_of(const uint32_t* position) const {
    return static_cast<uint32_t>(position - code->instructions);
  }
};

}  // namespace weft

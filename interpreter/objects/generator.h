// Generators, coroutines and async generators: one object with one frame inside.
//
// Those that delegate to one another by `yield from` or `await` make a chain, which is resumed and
// suspended as a whole (interpreter/vm/chains.cpp). Only its outermost generator is Suspended or
// Running; the others are Linked, and what they really are doing is what the outermost does: ask
// state_of().
#pragma once

#include "interpreter/objects/frame.h"

namespace weft {

enum class GeneratorState : uint8_t {
  Created,
  Suspended,
  Running,
  Linked,  // resumed by the `yield from` of the generator of frame.caller, and not ended since
  Finished
};

// What a generator waits for that is not at a `yield` of its own.
enum class Delegation : uint8_t {
  None,
  Iterator,  // suspended, its pc at a YieldFrom instruction, to be run again with the value sent
  Link       // its pc is behind a YieldFrom instruction whose iterator is Linked to it
};

struct Generator : Object {  // kinds Generator, Coroutine, AsyncGenerator
  using Object::Object;
  Str* name;
  Str* qualified_name;
  Code* code;          // stays when the frame has ended
  Exception* handled;  // the one its own code is handling; null if none
  // While running: the one its resumer is handling; null if none. While Linked: the one that the
  // nearest generator further out in the chain is handling; null if none of them is.
  Exception* outer_handled;
  // Of the outermost of a suspended chain its innermost, of the innermost of a running chain its
  // outermost; of others without meaning. A generator that delegates to none is both: itself.
  // Not traced: the delegate's register and frame.caller keep the chain together.
  Generator* other_end;
  uint32_t length;  // of the outermost: how many generators the chain has
  uint32_t thrown;  // of the outermost: how many of them, from itself on, a throw() went through
  GeneratorState state;
  Delegation delegation;
  bool yielded;        // of the outermost: the last resumption ended in a yield (else it returned)
  bool async_value;    // async generators: the last yield was its own `yield`, not an await's
  bool async_running;  // async generators: an awaitable of it is in progress
  bool async_closed;
  bool hooks_called;  // async generators: the first-iteration hook has run
  // Async generators: the finalizer hook. Coroutines: their origin (cr_origin, a tuple), or the
  // code that called for them, with its pc in frame.return_pc until they start. Unset if none.
  Value attachment;
  Frame frame;  // last: its registers follow
};

// Whose frame it is; only for frames with in_generator.
inline Generator* generator_of(Frame* frame) {
  constexpr size_t FrameOffset = sizeof(Generator) - sizeof(Frame);
  return reinterpret_cast<Generator*>(reinterpret_cast<char*>(frame) - FrameOffset);
}

// What it is doing, as scripts see it: never Linked. Takes time that grows with the chain's length
// outside of the generator, so that only checks before errors and introspection may ask.
inline GeneratorState state_of(const Generator* generator) {
  while (generator->state == GeneratorState::Linked) {
    generator = generator_of(generator->frame.caller);
  }
  return generator->state;
}

}  // namespace weft

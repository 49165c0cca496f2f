// Generators, coroutines and async generators: one object with one frame inside.
#pragma once

#include "interpreter/objects/frame.h"

namespace weft {

enum class GeneratorState : uint8_t { Created, Suspended, Running, Finished };

struct Generator : Object {  // kinds Generator, Coroutine, AsyncGenerator
  using Object::Object;
  Str* name;
  Str* qualified_name;
  Code* code;                // stays when the frame has ended
  Exception* handled;        // the one its own code is handling; null if none
  Exception* outer_handled;  // while running: the one its resumer is handling; null if none
  GeneratorState state;
  bool yielded;        // the last resumption ended in a yield (else it returned)
  bool delegating;     // suspended in `yield from` / `await`: the pc is at that instruction
  bool async_value;    // async generators: the last yield was its own `yield`, not an await's
  bool async_running;  // async generators: an awaitable of it is in progress
  bool async_closed;
  bool hooks_called;  // async generators: the first-iteration hook has run
  Value finalizer;    // async generator hook, unset if none
  Frame frame;        // last: its registers follow
};

// The generator a frame lies in.
inline Generator* generator_of(Frame* frame) {
  // The frame is the last member.
  constexpr size_t FrameOffset = sizeof(Generator) - sizeof(Frame);
  return reinterpret_cast<Generator*>(reinterpret_cast<char*>(frame) - FrameOffset);
}

}  // namespace weft

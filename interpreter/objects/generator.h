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
  Value handled;             // the exception being handled inside while suspended; unset if none
  GeneratorState state;
  bool yielded;              // the last resumption ended in a yield (else it returned)
  bool async_running;        // async generators: an awaitable of it is in progress
  bool async_closed;
  bool hooks_called;         // async generators: the first-iteration hook has run
  Value finalizer;           // async generator hook, unset if none
  Frame frame;               // last: its registers follow
};

}  // namespace weft

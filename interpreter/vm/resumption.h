// Resuming generators from native code.
#pragma once

#include "interpreter/objects/generator.h"
#include "interpreter/objects/thread.h"

namespace weft {

// The machine hook of the same name (isolate.h).
[[nodiscard]] Value resume_generator(Thread& thread, Generator* generator, Value sent,
                                     Exception* exception);
// Raises `exception` where the generator is suspended, delegation respected.
[[nodiscard]] Value throw_into_generator(Thread& thread, Generator* generator,
                                         Exception* exception);
// Goes on behind the YieldFrom instruction whose result register holds the value already.
[[nodiscard]] Value resume_after_delegation(Thread& thread, Generator* generator);

}  // namespace weft

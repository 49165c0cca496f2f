// Resuming generators from native code.
#pragma once

#include "interpreter/objects/generator.h"
#include "interpreter/objects/thread.h"

namespace weft {

// The machine hook of the same name (isolate.h). An exception is raised where the generator is
// suspended, delegation respected.
[[nodiscard]] Value resume_generator(Thread& thread, Generator* generator, Value sent,
                                     Exception* exception);

}  // namespace weft

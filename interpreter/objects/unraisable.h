// Exceptions nobody can catch: raised by finalisers and callbacks.
#pragma once

#include <string>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

// Takes the pending exception and hands it to sys.unraisablehook if there is one, else writes the
// traceback to stderr under "Exception ignored in: <repr of origin>", or under `message` instead of
// the first words. Leaves nothing pending.
void report_unraisable(Thread& thread, Value origin, std::string_view message = {});

// The text the default hook writes.
std::string unraisable_text(Thread& thread, Exception* exception, Value origin,
                            std::string_view message = {});

}  // namespace weft

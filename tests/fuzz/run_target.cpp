// Fuzz target: any bytes are run as a program under limits of memory, recursion and time.
//
// The script can reach no file, process or terminal: there is no open(), imports give harmless
// modules only, the standard streams are replaced, and waiting takes no time. It may end in any
// way a script can end; what may go wrong is what compile_target.cpp says, or going beyond a limit.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "weft/weft.h"

namespace {

constexpr std::string_view Preparation = R"(
import sys, time
class Sink:
    encoding = "utf-8"
    closed = False
    def write(self, text): return len(text)
    def flush(self): pass
    def isatty(self): return False
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Sink()
sys.stdin = sys.__stdin__ = None
time.sleep = float
del Sink, sys, time
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  weft::InterpreterOptions options;
  options.heap_limit_bytes = 48 << 20;
  options.recursion_limit = 300;
  options.file_access = false;
  options.modules = {{"math", "time", "gc", "weakref", "_weakref"}};
  weft::Interpreter interpreter(options);
  interpreter.run(Preparation, "<preparation>");
  interpreter.set_time_limit(std::chrono::milliseconds(300));
  try {
    interpreter.run(std::string_view(reinterpret_cast<const char*>(data), size), "<fuzz>");
  } catch (const weft::ScriptError& error) {
    static_cast<void>(error.traceback().size());
  }
  interpreter.collect();
  return 0;
}

// Fuzz target: any bytes are parsed and compiled, or refused with an exception of the language.
//
// What may go wrong is a crash, a finding of a sanitizer, a failed assertion or bytecode
// verification, a hang, and memory out of proportion to the source.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "weft/weft.h"

namespace {

// One interpreter serves many inputs; now and then a fresh one shows what depends on the past.
weft::Interpreter& interpreter() {
  constexpr int InputsPerInterpreter = 5000;
  static std::unique_ptr<weft::Interpreter> current;
  static int inputs = 0;
  if (inputs++ % InputsPerInterpreter == 0) {
    weft::InterpreterOptions options;
    options.heap_limit_bytes = 256 << 20;
    options.file_access = false;
    current.reset();
    current = std::make_unique<weft::Interpreter>(options);
  }
  return *current;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  weft::Interpreter& used = interpreter();
  try {
    used.disassemble(source, "<fuzz>");
  } catch (const weft::ScriptError&) {
  }
  used.check_complete(source);
  return 0;
}

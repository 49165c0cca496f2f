// An isolate to compile in, and a compilation that must succeed.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "interpreter/compiler/compile.h"
#include "interpreter/compiler/disassembler.h"
#include "interpreter/compiler/verifier.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft::compiler {

class CompilerTest : public testing::Test {
 protected:
  explicit CompilerTest(const IsolateOptions& options = {}) : isolate(options) {}

  Thread& thread() { return *isolate.main_thread; }

  // Null with the test failed if `source` does not compile or the code is not valid.
  Code* compile(std::string_view source, const CompileOptions& options = {}) {
    Code* code = compile_source(thread(), source, "<test>", options);
    if (code == nullptr) {
      ADD_FAILURE() << pending_text() << "\nin\n" << source;
      return nullptr;
    }
    const std::string error = verify(code);
    EXPECT_EQ(error, "") << disassemble(thread(), code);
    return code;
  }

  std::string listing(std::string_view source) {
    Code* code = compile(source);
    return code == nullptr ? std::string() : disassemble(thread(), code);
  }

  // Takes the pending exception: "Class: message".
  std::string pending_text() {
    Exception* exception = take_pending(thread());
    if (exception == nullptr) return "no exception";
    const Value value = Value::cell(exception);
    Str* shown = str(thread(), value);
    return text(type_name(thread(), value), ": ", shown == nullptr ? "?" : shown->view());
  }

  Isolate isolate;
};

}  // namespace weft::compiler

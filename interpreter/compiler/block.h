// The statements around the place code is generated for, as far as leaving them early (return,
// break, continue) takes more than a jump: a chain from the inside out. What each kind emits then
// stands in unwinding.cpp.
#pragma once

#include "interpreter/compiler/function_builder.h"

namespace weft::compiler {

// Something that statements inside it must clean up when they leave it early.
struct Block {
  enum class Kind : uint8_t {
    Loop,
    TryBody,       // of try … except: nothing to do
    FinallyBody,   // of try … finally: run the final statements
    Handled,       // an exception is being handled: `reg` holds the one before
    NamedHandler,  // `except … as name`: unset the name (which may be empty)
    GroupHandler,  // except*: may not be left early
    With,          // `reg` holds exit method and receiver
    AsyncWith,
  };
  explicit Block(Kind block_kind) : kind(block_kind) {}

  Kind kind;
  Block* outer = nullptr;
  Register reg = 0;
  Region* region = nullptr;  // the protected range that ends when the block is left
  // Loop:
  Label* end = nullptr;
  Label* next = nullptr;
  // FinallyBody:
  syntax::Statements final_statements;
  // NamedHandler:
  std::string_view name;
  // With, AsyncWith: what the call of the exit method is shown as.
  const syntax::Location* location = nullptr;
};

}  // namespace weft::compiler

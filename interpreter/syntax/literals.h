#pragma once

// The values of literals: number texts, and the escapes of string bodies.

#include <cstdint>
#include <string>
#include <string_view>

#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/ast_expression.h"

namespace weft::syntax {

// Sets kind and value of a Constant from the text of a number token (which the lexer has found
// well-formed). Returns the number of digits of a decimal integer that does not fit int64, else 0.
size_t evaluate_number(std::string_view text, Arena& arena, Constant& constant);

// Undoes the escapes of a string's body.
class EscapeDecoder {
 public:
  // Both append to `result` and return false if an escape is wrong, which fault() then describes in
  // the words of CPython's codecs.
  bool decode_text(std::string_view body, std::string& result);
  bool decode_bytes(std::string_view body, std::string& result);

  const std::string& fault() const { return fault_; }

  // The first escape of the last body that means nothing (and so stands for itself): a warning, or
  // empty.
  const std::string& warning() const { return warning_; }

 private:
  bool decode_hex(std::string_view body, size_t& at, size_t digits, std::string& result);
  bool decode_name(std::string_view body, size_t& at, std::string& result);
  uint32_t decode_octal(std::string_view body, size_t& at);
  void warn(std::string message);
  bool refuse_text(std::string_view body, size_t first, size_t last, const char* reason);

  std::string fault_;
  std::string warning_;
};

}  // namespace weft::syntax

#pragma once

// What an f-string has been found to consist of so far.

#include <string>

#include "interpreter/syntax/grammar_tools.h"
#include "interpreter/syntax/string_parser.h"

namespace weft::syntax {

struct StringParser::Pieces {
  explicit Pieces(Grammar& grammar) : values(grammar) {}

  Grammar::Collected<Expression> values;  // Constant and FormattedValue
  std::string literal;                    // what is to become the next Constant
};

}  // namespace weft::syntax

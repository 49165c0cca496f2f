#pragma once

// Where a node of the syntax tree stands, and the spans by which nodes refer to others.

#include <cstdint>
#include <span>
#include <string_view>

namespace weft::syntax {

struct Expression;
struct Statement;
struct Pattern;

// Where a node stands: lines from 1, columns from 0 in UTF-8 bytes, the end exclusive.
struct Location {
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;

  bool operator==(const Location&) const = default;
};

template <class T>
using Nodes = std::span<T* const>;
using Statements = Nodes<Statement>;
using Expressions = Nodes<Expression>;
using Patterns = Nodes<Pattern>;
using Names = std::span<const std::string_view>;

}  // namespace weft::syntax

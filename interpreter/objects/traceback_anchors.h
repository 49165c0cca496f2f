// Which part of a failed expression is to blame: the operator of `a + b`, the brackets of `a[b]`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace weft {

// Byte offsets into the expression's text: ~~~^~~~ has its carets in [begin, end).
struct Anchors {
  uint32_t begin;
  uint32_t end;
};

// `text` is the source of one expression within a line. Nullopt when it is neither a binary
// operation nor a subscript (or no expression at all).
std::optional<Anchors> find_anchors(std::string_view text);

}  // namespace weft

// Searching in bytes: what str (a part of UTF-8 text is found as a part of its bytes), bytes and
// bytearray share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

inline constexpr size_t NotFound = SIZE_MAX;

// Offset of the first / last place of `part`, or NotFound. An empty part is found at either end.
size_t find_bytes(std::string_view text, std::string_view part);
size_t find_bytes_last(std::string_view text, std::string_view part);
// Places that do not overlap, at most `limit`; `part` is not empty.
size_t count_bytes(std::string_view text, std::string_view part, size_t limit = SIZE_MAX);

// `start` and `end` as find, count, startswith … take them: None or an index, clamped to 0..length.
// A range that is turned round has from > to.
struct SearchRange {
  uint64_t from;
  uint64_t to;
  bool is_valid() const { return from <= to; }
  uint64_t size() const { return to - from; }
};
[[nodiscard]] std::optional<SearchRange> search_range(Thread& thread, Value start, Value end,
                                                      uint64_t length);

// The places where `part` (not empty) is replaced: the first ones are remembered, so that copying
// need not search again for the common short lists.
class ReplacePlan {
 public:
  ReplacePlan(std::string_view text, std::string_view part, size_t limit);
  size_t count() const { return count_; }
  // Writes the text with the parts replaced; `out` has room for it.
  void write(char* out, std::string_view replacement) const;

 private:
  static constexpr size_t Remembered = 64;

  std::string_view text_;
  std::string_view part_;
  size_t count_ = 0;
  size_t places_[Remembered];
};

}  // namespace weft

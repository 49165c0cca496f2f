// Copying and comparing short runs of bytes without a call: most strings are short, and the call of
// memcpy costs more than the copy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace weft {

namespace detail {
template <size_t size>
inline void copy_both_ends(char* out, const char* in, size_t count) {
  char front[size];
  char back[size];
  std::memcpy(front, in, size);
  std::memcpy(back, in + count - size, size);
  std::memcpy(out, front, size);
  std::memcpy(out + count - size, back, size);
}
}  // namespace detail

// The runs do not overlap.
inline void copy_bytes(char* out, const char* in, size_t count) {
  if (count >= 16) {
    if (count <= 32) return detail::copy_both_ends<16>(out, in, count);
    std::memcpy(out, in, count);
    return;
  }
  if (count >= 8) return detail::copy_both_ends<8>(out, in, count);
  if (count >= 4) return detail::copy_both_ends<4>(out, in, count);
  if (count >= 2) return detail::copy_both_ends<2>(out, in, count);
  if (count != 0) *out = *in;
}

inline bool equal_bytes(const char* left, const char* right, size_t count) {
  if (count > 16) return std::memcmp(left, right, count) == 0;
  if (count >= 8) {
    uint64_t parts[4];
    std::memcpy(&parts[0], left, 8);
    std::memcpy(&parts[1], right, 8);
    std::memcpy(&parts[2], left + count - 8, 8);
    std::memcpy(&parts[3], right + count - 8, 8);
    return ((parts[0] ^ parts[1]) | (parts[2] ^ parts[3])) == 0;
  }
  if (count >= 4) {
    uint32_t parts[4];
    std::memcpy(&parts[0], left, 4);
    std::memcpy(&parts[1], right, 4);
    std::memcpy(&parts[2], left + count - 4, 4);
    std::memcpy(&parts[3], right + count - 4, 4);
    return ((parts[0] ^ parts[1]) | (parts[2] ^ parts[3])) == 0;
  }
  for (size_t i = 0; i < count; ++i)
    if (left[i] != right[i]) return false;
  return true;
}

}  // namespace weft

// Full case mappings. libutf8proc maps one code point to one; the exceptions stand here.
#include "interpreter/objects/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace weft::unicode {

namespace {

struct SpecialCase {
  uint16_t code_point;
  uint16_t upper[MaxMapped];  // padded with 0
  uint16_t title[MaxMapped];
};

constexpr SpecialCase special_cases[] = {
    {0xdf, {0x53, 0x53}, {0x53, 0x73}},
    {0x149, {0x2bc, 0x4e}, {0x2bc, 0x4e}},
    {0x1f0, {0x4a, 0x30c}, {0x4a, 0x30c}},
    {0x390, {0x399, 0x308, 0x301}, {0x399, 0x308, 0x301}},
    {0x3b0, {0x3a5, 0x308, 0x301}, {0x3a5, 0x308, 0x301}},
    {0x587, {0x535, 0x552}, {0x535, 0x582}},
    {0x1e96, {0x48, 0x331}, {0x48, 0x331}},
    {0x1e97, {0x54, 0x308}, {0x54, 0x308}},
    {0x1e98, {0x57, 0x30a}, {0x57, 0x30a}},
    {0x1e99, {0x59, 0x30a}, {0x59, 0x30a}},
    {0x1e9a, {0x41, 0x2be}, {0x41, 0x2be}},
    {0x1f50, {0x3a5, 0x313}, {0x3a5, 0x313}},
    {0x1f52, {0x3a5, 0x313, 0x300}, {0x3a5, 0x313, 0x300}},
    {0x1f54, {0x3a5, 0x313, 0x301}, {0x3a5, 0x313, 0x301}},
    {0x1f56, {0x3a5, 0x313, 0x342}, {0x3a5, 0x313, 0x342}},
    {0x1fb2, {0x1fba, 0x399}, {0x1fba, 0x345}},
    {0x1fb3, {0x391, 0x399}, {0x1fbc}},
    {0x1fb4, {0x386, 0x399}, {0x386, 0x345}},
    {0x1fb6, {0x391, 0x342}, {0x391, 0x342}},
    {0x1fb7, {0x391, 0x342, 0x399}, {0x391, 0x342, 0x345}},
    {0x1fbc, {0x391, 0x399}, {0x1fbc}},
    {0x1fc2, {0x1fca, 0x399}, {0x1fca, 0x345}},
    {0x1fc3, {0x397, 0x399}, {0x1fcc}},
    {0x1fc4, {0x389, 0x399}, {0x389, 0x345}},
    {0x1fc6, {0x397, 0x342}, {0x397, 0x342}},
    {0x1fc7, {0x397, 0x342, 0x399}, {0x397, 0x342, 0x345}},
    {0x1fcc, {0x397, 0x399}, {0x1fcc}},
    {0x1fd2, {0x399, 0x308, 0x300}, {0x399, 0x308, 0x300}},
    {0x1fd3, {0x399, 0x308, 0x301}, {0x399, 0x308, 0x301}},
    {0x1fd6, {0x399, 0x342}, {0x399, 0x342}},
    {0x1fd7, {0x399, 0x308, 0x342}, {0x399, 0x308, 0x342}},
    {0x1fe2, {0x3a5, 0x308, 0x300}, {0x3a5, 0x308, 0x300}},
    {0x1fe3, {0x3a5, 0x308, 0x301}, {0x3a5, 0x308, 0x301}},
    {0x1fe4, {0x3a1, 0x313}, {0x3a1, 0x313}},
    {0x1fe6, {0x3a5, 0x342}, {0x3a5, 0x342}},
    {0x1fe7, {0x3a5, 0x308, 0x342}, {0x3a5, 0x308, 0x342}},
    {0x1ff2, {0x1ffa, 0x399}, {0x1ffa, 0x345}},
    {0x1ff3, {0x3a9, 0x399}, {0x1ffc}},
    {0x1ff4, {0x38f, 0x399}, {0x38f, 0x345}},
    {0x1ff6, {0x3a9, 0x342}, {0x3a9, 0x342}},
    {0x1ff7, {0x3a9, 0x342, 0x399}, {0x3a9, 0x342, 0x345}},
    {0x1ffc, {0x3a9, 0x399}, {0x1ffc}},
    {0xfb00, {0x46, 0x46}, {0x46, 0x66}},
    {0xfb01, {0x46, 0x49}, {0x46, 0x69}},
    {0xfb02, {0x46, 0x4c}, {0x46, 0x6c}},
    {0xfb03, {0x46, 0x46, 0x49}, {0x46, 0x66, 0x69}},
    {0xfb04, {0x46, 0x46, 0x4c}, {0x46, 0x66, 0x6c}},
    {0xfb05, {0x53, 0x54}, {0x53, 0x74}},
    {0xfb06, {0x53, 0x54}, {0x53, 0x74}},
    {0xfb13, {0x544, 0x546}, {0x544, 0x576}},
    {0xfb14, {0x544, 0x535}, {0x544, 0x565}},
    {0xfb15, {0x544, 0x53b}, {0x544, 0x56b}},
    {0xfb16, {0x54e, 0x546}, {0x54e, 0x576}},
    {0xfb17, {0x544, 0x53d}, {0x544, 0x56d}},
};

const SpecialCase* find_special_case(uint32_t code_point) {
  const auto* found =
      std::partition_point(std::begin(special_cases), std::end(special_cases),
                           [&](const SpecialCase& row) { return row.code_point < code_point; });
  return found != std::end(special_cases) && found->code_point == code_point ? found : nullptr;
}

int copy_mapping(const uint16_t (&mapping)[MaxMapped], uint32_t* out) {
  int count = 0;
  while (count < MaxMapped && mapping[count] != 0) {
    out[count] = mapping[count];
    ++count;
  }
  return count;
}

// Greek vowels with iota subscript, 0x1f80..0x1faf: the capital followed by a capital iota. Eight
// small ones and the eight title case forms of the same letter in each row of sixteen.
bool has_iota_subscript(uint32_t code_point) {
  return code_point >= 0x1f80 && code_point <= 0x1faf;
}

int upper_with_iota(uint32_t code_point, uint32_t* out) {
  constexpr uint32_t capitals[] = {0x1f08, 0x1f28, 0x1f68};
  out[0] = capitals[(code_point - 0x1f80) >> 4] + (code_point & 7);
  out[1] = 0x399;
  return 2;
}

}  // namespace

namespace {

// Eight bytes at a time: 0x20 in every byte that is a letter from `first` to `first` + 25.
uint64_t case_bits(uint64_t word, uint8_t first) {
  constexpr uint64_t Ones = 0x0101010101010101;
  constexpr uint64_t High = 0x80 * Ones;
  const uint64_t low = word & ~High;
  // Each sum sets the high bit of the bytes at or above its bound, without a carry to the next.
  const uint64_t from_first = low + (0x80 - first) * Ones;
  const uint64_t behind_last = low + (0x80 - first - 26) * Ones;
  return (from_first & ~behind_last & ~word & High) >> 2;
}

void change_case(char* out, const char* in, size_t size, uint8_t first) {
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t word;
    std::memcpy(&word, in + i, sizeof(word));
    word ^= case_bits(word, first);
    std::memcpy(out + i, &word, sizeof(word));
  }
  for (; i < size; ++i) {
    const auto byte = static_cast<uint8_t>(in[i]);
    out[i] = static_cast<char>(static_cast<uint8_t>(byte - first) < 26 ? byte ^ 0x20 : byte);
  }
}

}  // namespace

void ascii_lower_all(char* out, const char* in, size_t size) { change_case(out, in, size, 'A'); }

void ascii_upper_all(char* out, const char* in, size_t size) { change_case(out, in, size, 'a'); }

int to_lower(uint32_t code_point, uint32_t* out) {
  if (code_point == 0x130) {  // capital i with a dot above
    out[0] = 'i';
    out[1] = 0x307;
    return 2;
  }
  out[0] = static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
  return 1;
}

int to_upper(uint32_t code_point, uint32_t* out) {
  if (has_iota_subscript(code_point)) return upper_with_iota(code_point, out);
  if (const SpecialCase* special = find_special_case(code_point))
    return copy_mapping(special->upper, out);
  out[0] = static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point)));
  return 1;
}

int to_title(uint32_t code_point, uint32_t* out) {
  if (const SpecialCase* special = find_special_case(code_point))
    return copy_mapping(special->title, out);
  out[0] = static_cast<uint32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(code_point)));
  return 1;
}

int to_folded(uint32_t code_point, uint32_t* out) {
  utf8proc_int32_t folded[MaxMapped + 1];
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), folded,
                                             MaxMapped + 1, UTF8PROC_CASEFOLD, nullptr);
  if (count < 1 || count > MaxMapped) {
    out[0] = code_point;
    return 1;
  }
  std::copy(folded, folded + count, out);
  return static_cast<int>(count);
}

}  // namespace weft::unicode

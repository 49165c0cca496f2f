#include "interpreter/objects/bytes_search.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstring>

#include "interpreter/objects/bytes_copy.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/operations.h"

namespace weft {

namespace {

size_t find_far(std::string_view text, std::string_view part) {
  const void* found = memmem(text.data(), text.size(), part.data(), part.size());
  if (found == nullptr) return NotFound;
  return static_cast<size_t>(static_cast<const char*>(found) - text.data());
}

#if defined(__SSE2__)
// Sixteen places at a time: those where the part's first and last byte both fit are looked at
// closely. Texts that offer too many false ones are left to the two-way search of the C library,
// which stays linear but takes longer to begin.
size_t find_near(std::string_view text, std::string_view part) {
  constexpr size_t Width = 16;
  const size_t last = part.size() - 1;
  const __m128i first_byte = _mm_set1_epi8(part[0]);
  const __m128i last_byte = _mm_set1_epi8(part[last]);
  // What comparing candidates may cost, in bytes.
  size_t patience = 1024 + 4 * text.size();
  size_t place = 0;
  for (; place + last + Width <= text.size(); place += Width) {
    const char* block = text.data() + place;
    const __m128i firsts = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block));
    const __m128i lasts = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + last));
    auto candidates = static_cast<uint32_t>(_mm_movemask_epi8(
        _mm_and_si128(_mm_cmpeq_epi8(firsts, first_byte), _mm_cmpeq_epi8(lasts, last_byte))));
    for (; candidates != 0; candidates &= candidates - 1) {
      const size_t at = place + static_cast<size_t>(std::countr_zero(candidates));
      if (equal_bytes(text.data() + at + 1, part.data() + 1, last)) return at;
      if (patience < part.size()) {
        const size_t found = find_far(text.substr(at), part);
        return found == NotFound ? NotFound : at + found;
      }
      patience -= part.size();
    }
  }
  for (; place + part.size() <= text.size(); ++place)
    if (text[place] == part[0] && text[place + last] == part[last] &&
        std::memcmp(text.data() + place, part.data(), part.size()) == 0)
      return place;
  return NotFound;
}
#else
size_t find_near(std::string_view text, std::string_view part) { return find_far(text, part); }
#endif

}  // namespace

size_t find_bytes(std::string_view text, std::string_view part) {
  if (part.empty()) return 0;
  if (text.size() < part.size()) return NotFound;
  if (part.size() != 1) return find_near(text, part);
  const void* found = std::memchr(text.data(), part[0], text.size());
  if (found == nullptr) return NotFound;
  return static_cast<size_t>(static_cast<const char*>(found) - text.data());
}

size_t find_bytes_last(std::string_view text, std::string_view part) {
  if (part.empty()) return text.size();
  size_t left = text.size();
  while (left >= part.size()) {
    // The first byte of the part, at the last place where all of it still fits.
    const void* found = memrchr(text.data(), part[0], left - part.size() + 1);
    if (found == nullptr) return NotFound;
    const auto place = static_cast<size_t>(static_cast<const char*>(found) - text.data());
    if (std::memcmp(text.data() + place, part.data(), part.size()) == 0) return place;
    left = place + part.size() - 1;
  }
  return NotFound;
}

size_t count_bytes(std::string_view text, std::string_view part, size_t limit) {
  size_t count = 0;
  if (part.size() == 1 && limit == SIZE_MAX)
    return static_cast<size_t>(std::count(text.begin(), text.end(), part[0]));
  while (count < limit) {
    const size_t place = find_bytes(text, part);
    if (place == NotFound) break;
    ++count;
    text.remove_prefix(place + part.size());
  }
  return count;
}

namespace {

bool clamped_bound(Thread& thread, Value value, uint64_t length, uint64_t& bound) {
  if (value.is_none() || value.is_unset()) return true;
  int64_t index;
  if (value.is_small_int()) {
    index = value.as_small_int();
  } else {
    if (!value.is_bool() && !is_kind(value, Kind::Int) &&
        find_special(thread, value, Special::Index).is_unset()) {
      raise_type_error(thread,
                       "slice indices must be integers or None or have an __index__ method");
      return false;
    }
    const auto converted = to_index_clamped(thread, value);
    if (!converted) return false;
    index = *converted;
  }
  if (index < 0)
    bound = static_cast<uint64_t>(std::max<int64_t>(0, index + static_cast<int64_t>(length)));
  else
    bound = static_cast<uint64_t>(index);
  return true;
}

}  // namespace

std::optional<SearchRange> search_range(Thread& thread, Value start, Value end, uint64_t length) {
  SearchRange range{0, length};
  if (!clamped_bound(thread, start, length, range.from) ||
      !clamped_bound(thread, end, length, range.to))
    return std::nullopt;
  range.to = std::min(range.to, length);
  return range;
}

ReplacePlan::ReplacePlan(std::string_view text, std::string_view part, size_t limit)
    : text_(text), part_(part) {
  size_t position = 0;
  while (count_ < limit) {
    const size_t place = find_bytes(text.substr(position), part);
    if (place == NotFound) break;
    if (count_ < Remembered) places_[count_] = position + place;
    position += place + part.size();
    ++count_;
  }
}

void ReplacePlan::write(char* out, std::string_view replacement) const {
  size_t position = 0;
  for (size_t i = 0; i < count_; ++i) {
    const size_t place =
        i < Remembered ? places_[i] : position + find_bytes(text_.substr(position), part_);
    copy_bytes(out, text_.data() + position, place - position);
    out += place - position;
    copy_bytes(out, replacement.data(), replacement.size());
    out += replacement.size();
    position = place + part_.size();
  }
  copy_bytes(out, text_.data() + position, text_.size() - position);
}

}  // namespace weft

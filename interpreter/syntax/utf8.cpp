#include "interpreter/syntax/utf8.h"

#include <cstdio>
#include <cstring>

namespace weft::syntax {

namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// The size of the character a byte begins, 0 if it begins none.
size_t size_from_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  if (lead < 0xf5) return 4;
  return 0;
}

// How many bytes at the beginning could belong to one character: all of them if the result is its
// size.
size_t matching_bytes(std::string_view text, size_t size) {
  if (text.size() < 2 || size < 2) return 1;
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  const bool second_fits = is_continuation(text[1]) && !(lead == 0xe0 && second < 0xa0) &&
                           !(lead == 0xed && second > 0x9f) && !(lead == 0xf0 && second < 0x90) &&
                           !(lead == 0xf4 && second > 0x8f);
  if (!second_fits) return 1;
  size_t count = 2;
  while (count < size && count < text.size() && is_continuation(text[count])) ++count;
  return count;
}

}  // namespace

size_t decode_character(std::string_view text, uint32_t& character) {
  if (text.empty()) return 0;
  const auto lead = static_cast<unsigned char>(text[0]);
  const size_t size = size_from_lead(lead);
  if (size == 0 || matching_bytes(text, size) != size) return 0;
  constexpr unsigned char LeadBits[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
  character = lead & LeadBits[size];
  for (size_t i = 1; i < size; ++i) {
    character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3f);
  }
  return size;
}

void append_character(std::string& text, uint32_t character) {
  const auto part = [&text](uint32_t bits) { text.push_back(static_cast<char>(bits)); };
  if (character < 0x80) {
    part(character);
  } else if (character < 0x800) {
    part(0xc0 | character >> 6);
    part(0x80 | (character & 0x3f));
  } else if (character < 0x10000) {
    part(0xe0 | character >> 12);
    part(0x80 | (character >> 6 & 0x3f));
    part(0x80 | (character & 0x3f));
  } else {
    part(0xf0 | character >> 18);
    part(0x80 | (character >> 12 & 0x3f));
    part(0x80 | (character >> 6 & 0x3f));
    part(0x80 | (character & 0x3f));
  }
}

size_t find_utf8_fault(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    // Eight ASCII bytes at a time, for that is what nearly all sources are made of.
    uint64_t word = 0;
    if (text.size() - at >= sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & 0x8080808080808080u) == 0) {
        at += sizeof word;
        continue;
      }
    }
    uint32_t character = 0;
    const size_t size = decode_character(text.substr(at), character);
    if (size == 0) return at;
    at += size;
  }
  return at;
}

std::string describe_utf8_fault(std::string_view text, size_t fault) {
  const std::string_view rest = text.substr(fault);
  const auto lead = static_cast<unsigned char>(rest[0]);
  const size_t size = size_from_lead(lead);
  const size_t matching = size == 0 ? 1 : matching_bytes(rest, size);
  const char* reason = size == 0                 ? "invalid start byte"
                       : matching == rest.size() ? "unexpected end of data"
                                                 : "invalid continuation byte";
  char message[128];
  if (matching == 1) {
    std::snprintf(message, sizeof message, "'utf-8' codec can't decode byte 0x%02x in position %zu",
                  lead, fault);
  } else {
    std::snprintf(message, sizeof message, "'utf-8' codec can't decode bytes in position %zu-%zu",
                  fault, fault + matching - 1);
  }
  return std::string(message) + ": " + reason;
}

}  // namespace weft::syntax

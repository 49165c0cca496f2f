#include "interpreter/syntax/character_names.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace weft::syntax {

namespace {

constexpr int CodePointBits = 21;

uint64_t fingerprint(std::string_view name) {
  uint64_t value = 0xcbf29ce484222325u;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  value ^= value >> 32;
  value *= 0x9e3779b97f4a7c15u;
  return value >> CodePointBits;
}

// Ideographs are named by their number.
uint32_t find_ideograph(std::string_view digits) {
  constexpr uint32_t Ranges[][2] = {{0x3400, 0x4dbf},   {0x4e00, 0x9fff},   {0x20000, 0x2a6df},
                                    {0x2a700, 0x2b738}, {0x2b740, 0x2b81d}, {0x2b820, 0x2cea1},
                                    {0x2ceb0, 0x2ebe0}, {0x30000, 0x3134a}};
  if (digits.size() < 4 || digits.size() > 5) return NoCharacter;
  uint32_t code = 0;
  for (const char c : digits) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c < 'A' || c > 'F')) return NoCharacter;
    code = code * 16 + static_cast<uint32_t>(is_digit ? c - '0' : c - 'A' + 10);
  }
  const bool is_one = std::any_of(std::begin(Ranges), std::end(Ranges), [code](const auto& range) {
    return range[0] <= code && code <= range[1];
  });
  return is_one ? code : NoCharacter;
}

// Hangul syllables are named by the sounds they are made of: each part the longest that fits.
uint32_t find_syllable(std::string_view sounds) {
  constexpr std::string_view Leads[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                        "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
  constexpr std::string_view Vowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                         "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                         "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
  constexpr std::string_view Tails[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                        "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                        "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
  const auto take_longest = [&sounds](const auto& parts) {
    int best = -1;
    for (int i = 0; i < static_cast<int>(std::size(parts)); ++i) {
      if (sounds.starts_with(parts[i]) && (best < 0 || parts[i].size() > parts[best].size())) {
        best = i;
      }
    }
    if (best >= 0) sounds.remove_prefix(parts[best].size());
    return best;
  };
  const int lead = take_longest(Leads);
  const int vowel = take_longest(Vowels);
  const int tail = take_longest(Tails);
  if (lead < 0 || vowel < 0 || tail < 0 || !sounds.empty()) return NoCharacter;
  return 0xac00u + static_cast<uint32_t>((lead * 21 + vowel) * 28 + tail);
}

}  // namespace

uint32_t find_character_named(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  constexpr std::string_view Ideograph = "CJK UNIFIED IDEOGRAPH-";
  constexpr std::string_view Syllable = "HANGUL SYLLABLE ";
  const std::string_view wanted = upper;
  if (wanted.starts_with(Ideograph)) return find_ideograph(wanted.substr(Ideograph.size()));
  if (wanted.starts_with(Syllable)) return find_syllable(wanted.substr(Syllable.size()));

  const uint64_t print = fingerprint(wanted);
  const uint64_t* end = CharacterNameTable + CharacterNameCount;
  const uint64_t* found = std::lower_bound(CharacterNameTable, end, print << CodePointBits);
  if (found == end || *found >> CodePointBits != print) return NoCharacter;
  return static_cast<uint32_t>(*found & ((uint64_t{1} << CodePointBits) - 1));
}

}  // namespace weft::syntax

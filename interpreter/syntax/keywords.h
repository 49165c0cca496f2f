#pragma once

// Which words are keywords. Asked once for every word of a source, so a perfect hash answers; its
// table is filled, and checked to be free of collisions, at compile time.

#include <array>
#include <cstdint>
#include <string_view>

#include "interpreter/syntax/token.h"

namespace weft::syntax {

struct Word {
  std::string_view text;
  TokenKind kind = TokenKind::Name;
  NameTrait trait = NameTrait::Plain;
};

// For words of at least two letters, as all keywords but `_` are.
constexpr size_t keyword_hash(const char* text, size_t size) {
  return (static_cast<unsigned char>(text[0]) * 12u + static_cast<unsigned char>(text[1]) * 97u +
          static_cast<unsigned char>(text[size - 1]) * 91u + static_cast<unsigned>(size) * 6u) %
         64u;
}

consteval std::array<Word, 64> make_keyword_table() {
  constexpr Word words[] = {
      {"False", TokenKind::False},
      {"None", TokenKind::None},
      {"True", TokenKind::True},
      {"and", TokenKind::And},
      {"as", TokenKind::As},
      {"assert", TokenKind::Assert},
      {"async", TokenKind::Async},
      {"await", TokenKind::Await},
      {"break", TokenKind::Break},
      {"class", TokenKind::Class},
      {"continue", TokenKind::Continue},
      {"def", TokenKind::Def},
      {"del", TokenKind::Del},
      {"elif", TokenKind::Elif},
      {"else", TokenKind::Else},
      {"except", TokenKind::Except},
      {"finally", TokenKind::Finally},
      {"for", TokenKind::For},
      {"from", TokenKind::From},
      {"global", TokenKind::Global},
      {"if", TokenKind::If},
      {"import", TokenKind::Import},
      {"in", TokenKind::In},
      {"is", TokenKind::Is},
      {"lambda", TokenKind::Lambda},
      {"nonlocal", TokenKind::Nonlocal},
      {"not", TokenKind::Not},
      {"or", TokenKind::Or},
      {"pass", TokenKind::Pass},
      {"raise", TokenKind::Raise},
      {"return", TokenKind::Return},
      {"try", TokenKind::Try},
      {"while", TokenKind::While},
      {"with", TokenKind::With},
      {"yield", TokenKind::Yield},
      {"match", TokenKind::Name, NameTrait::Match},
      {"case", TokenKind::Name, NameTrait::Case},
  };
  std::array<Word, 64> table{};
  for (const Word& word : words) {
    Word& place = table[keyword_hash(word.text.data(), word.text.size())];
    if (!place.text.empty()) throw "two keywords share a hash";
    place = word;
  }
  return table;
}

inline constexpr std::array<Word, 64> KeywordTable = make_keyword_table();

// What a word is: a keyword, a soft keyword or a plain name.
inline Word classify_word(const char* text, size_t size) {
  if (size < 2) {
    if (*text == '_') return {{}, TokenKind::Name, NameTrait::Underscore};
    return {};
  }
  const Word& candidate = KeywordTable[keyword_hash(text, size)];
  if (candidate.text == std::string_view(text, size)) return candidate;
  return {};
}

}  // namespace weft::syntax

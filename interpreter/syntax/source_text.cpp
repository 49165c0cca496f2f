#include "interpreter/syntax/source_text.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstring>
#include <limits>
#include <string>
#include <utility>

#include "interpreter/syntax/characters.h"
#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/utf8.h"

namespace weft::syntax {

namespace {

constexpr std::string_view ByteOrderMark = "\xef\xbb\xbf";

enum class Encoding { Utf8, Latin1, Ascii, Unknown };

Encoding encoding_named(std::string_view name) {
  const auto is_one_of = [name](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (name.starts_with("utf-8-") || is_one_of({"utf-8", "utf8", "u8", "utf", "cp65001"})) {
    return Encoding::Utf8;
  }
  if (name.starts_with("latin-1-") || name.starts_with("iso-8859-1-") ||
      name.starts_with("iso-latin-1-") ||
      is_one_of({"latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1", "latin",
                 "8859", "cp819"})) {
    return Encoding::Latin1;
  }
  if (is_one_of({"ascii", "us-ascii", "646"})) return Encoding::Ascii;
  return Encoding::Unknown;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// The encoding a line declares: a comment of its own with `coding:` or `coding=` and a name in it,
// in lower case with hyphens. `is_comment` says whether the line holds no code at all.
std::string declared_encoding(std::string_view line, bool& is_comment) {
  size_t at = 0;
  while (at < line.size() && is_blank(line[at])) ++at;
  is_comment = at == line.size() || line[at] == '#';
  if (!is_comment) return {};
  constexpr std::string_view Word = "coding";
  for (at = line.find(Word, at); at != std::string_view::npos; at = line.find(Word, at + 1)) {
    size_t begin = at + Word.size();
    if (begin >= line.size() || (line[begin] != ':' && line[begin] != '=')) continue;
    do {
      ++begin;
    } while (begin < line.size() && (line[begin] == ' ' || line[begin] == '\t'));
    std::string name;
    for (; begin < line.size(); ++begin) {
      const char c = line[begin];
      const bool is_ascii_word = static_cast<unsigned char>(c) < 128 && is_class(c, WordPart);
      if (!is_ascii_word && c != '-' && c != '.') break;
      name.push_back(c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<int>(c))));
    }
    if (!name.empty()) return name;
  }
  return {};
}

// The declaration in the first or, behind a mere comment, in the second line.
std::string find_declaration(std::string_view source) {
  for (int line_number = 0; line_number < 2; ++line_number) {
    const size_t end = std::min(source.find_first_of("\r\n"), source.size());
    bool is_comment = false;
    std::string name = declared_encoding(source.substr(0, end), is_comment);
    if (!name.empty() || !is_comment) return name;
    if (end == source.size()) break;
    source.remove_prefix(source.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  return {};
}

SourceText refuse(ErrorKind kind, std::string message) {
  SourceText result;
  result.diagnostic.emplace();
  result.diagnostic->kind = kind;
  result.diagnostic->message = std::move(message);
  result.diagnostic->offset = -1;
  return result;
}

SourceText refuse_undeclared(std::string_view source, size_t fault, std::string_view filename) {
  char byte[8];
  std::snprintf(byte, sizeof byte, "\\x%02x", static_cast<unsigned char>(source[fault]));
  const auto line =
      1 + std::count(source.begin(), source.begin() + static_cast<ptrdiff_t>(fault), '\n');
  return refuse(ErrorKind::SyntaxError,
                std::string("Non-UTF-8 code starting with '") + byte + "' in file " +
                    std::string(filename) + " on line " + std::to_string(line) +
                    ", but no encoding declared; see https://peps.python.org/pep-0263/ for "
                    "details");
}

// The text in the arena, newlines made '\n', padded.
std::string_view place_text(std::string_view text, bool ends_in_newline, Arena& arena) {
  char* place = static_cast<char*>(arena.allocate(text.size() + 1 + Lexer::Padding));
  char* end = place;
  while (!text.empty()) {
    const size_t size = std::min(text.find('\r'), text.size());
    std::memcpy(end, text.data(), size);
    end += size;
    text.remove_prefix(size);
    if (text.empty()) break;
    *end++ = '\n';
    text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
  }
  if (ends_in_newline && (end == place || end[-1] != '\n')) *end++ = '\n';
  std::memset(end, 0, Lexer::Padding);
  return {place, static_cast<size_t>(end - place)};
}

}  // namespace

SourceText read_source(std::string_view source, std::string_view filename,
                       const ParseOptions& options, Arena& arena) {
  const bool is_file = options.origin == SourceOrigin::File;
  if (source.size() >= std::numeric_limits<uint32_t>::max() - 2 * Lexer::Padding) {
    return refuse(ErrorKind::MemoryError, "source code is too long");
  }
  if (source.find('\0') != std::string_view::npos) {
    return is_file ? refuse(ErrorKind::SyntaxError, "source code cannot contain null bytes")
                   : refuse(ErrorKind::ValueError, "source code string cannot contain null bytes");
  }

  SourceText result;
  std::string decoded;
  if (options.origin != SourceOrigin::Text) {
    const std::string_view all = source;
    const bool has_mark = source.starts_with(ByteOrderMark);
    if (has_mark) source.remove_prefix(ByteOrderMark.size());
    const std::string name = find_declaration(source);
    result.encoding_is_known = has_mark || !name.empty();
    const Encoding encoding = name.empty() ? Encoding::Utf8 : encoding_named(name);
    const bool is_plain_utf8 = name.empty() || name == "utf-8" || name.starts_with("utf-8-");
    if (has_mark && !is_plain_utf8) {
      const std::string normal = encoding == Encoding::Latin1 ? "iso-8859-1" : name;
      return refuse(ErrorKind::SyntaxError, "encoding problem: " + normal + " with BOM");
    }
    const std::string problem = "encoding problem: " + name;
    switch (encoding) {
      case Encoding::Utf8: {
        const size_t fault = find_utf8_fault(source);
        if (fault == source.size()) break;
        if (!is_file) {
          result.is_utf8 = false;
        } else if (name.empty()) {
          return refuse_undeclared(source, fault, filename);
        } else {
          return refuse(ErrorKind::SyntaxError,
                        "(unicode error) " + describe_utf8_fault(source, fault));
        }
        break;
      }
      case Encoding::Latin1:
        for (const char c : source) append_character(decoded, static_cast<unsigned char>(c));
        source = decoded;
        break;
      case Encoding::Ascii: {
        const auto fault = std::find_if(
            all.begin(), all.end(), [](char c) { return static_cast<unsigned char>(c) >= 128; });
        if (fault == all.end()) break;
        if (is_file) return refuse(ErrorKind::SyntaxError, problem);
        char message[96];
        std::snprintf(message, sizeof message,
                      "'ascii' codec can't decode byte 0x%02x in position %zu: ordinal not in "
                      "range(128)",
                      static_cast<unsigned char>(*fault), static_cast<size_t>(fault - all.begin()));
        return refuse(ErrorKind::SyntaxError, message);
      }
      case Encoding::Unknown:
        return refuse(ErrorKind::SyntaxError, is_file ? problem : "unknown encoding: " + name);
    }
  }
  result.text = place_text(source, options.mode == ParseMode::Module, arena);
  return result;
}

}  // namespace weft::syntax

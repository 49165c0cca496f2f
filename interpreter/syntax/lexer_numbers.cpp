// Number literals: where they end, and what is wrong with those that do not end well. Their value
// is made by the parser (literals.h).

#include <cstdio>
#include <cstring>
#include <string>

#include "interpreter/syntax/characters.h"
#include "interpreter/syntax/lexer.h"

namespace weft::syntax {

// A number must not run into a word, but for a few keywords, where it only looks bad: `1if x`.
bool Lexer::check_number_end(const char* kind) {
  if (!is_class(*cursor_, WordPart)) return true;
  const std::string message = std::string("invalid ") + kind + " literal";
  for (const char* keyword : {"and", "else", "for", "or", "not", "if", "in", "is"}) {
    const size_t size = std::strlen(keyword);
    const bool may_go_on = keyword[0] == 'i';  // the three last are not looked at to their end
    if (std::strncmp(cursor_, keyword, size) == 0 &&
        (may_go_on || !is_class(cursor_[size], WordPart))) {
      warnings_.push_back({WarningKind::SyntaxWarning, message, line_});
      return true;
    }
  }
  return refuse_up_to(cursor_, message);
}

// The digits of 0x, 0o and 0b, underscores allowed before each group; the cursor is behind the
// prefix.
bool Lexer::scan_based_digits(unsigned base, const char* kind) {
  const auto is_digit = [base](char c) {
    return base == 16 ? is_class(c, HexDigit) : c >= '0' && c < static_cast<char>('0' + base);
  };
  const auto refuse_digit = [this, kind] {
    char message[64];
    std::snprintf(message, sizeof message, "invalid digit '%c' in %s literal", *cursor_, kind);
    return refuse_up_to(cursor_ + 1, message);
  };
  do {
    if (*cursor_ == '_') ++cursor_;
    if (!is_digit(*cursor_)) {
      if (is_class(*cursor_, Digit)) return refuse_digit();
      return refuse_up_to(cursor_, std::string("invalid ") + kind + " literal");
    }
    while (is_digit(*cursor_)) ++cursor_;
  } while (*cursor_ == '_');
  if (is_class(*cursor_, Digit)) return refuse_digit();
  return check_number_end(kind);
}

// Decimal digits with single underscores between them; the cursor is at the first.
bool Lexer::scan_decimal_digits() {
  for (;;) {
    while (is_class(*cursor_, Digit)) ++cursor_;
    if (*cursor_ != '_') return true;
    ++cursor_;
    if (!is_class(*cursor_, Digit)) return refuse_up_to(cursor_, "invalid decimal literal");
  }
}

bool Lexer::scan_decimal() {
  const char* start = cursor_;
  const char* zeros_end = nullptr;  // set if the number has leading zeros before other digits
  if (*cursor_ == '0') {
    for (++cursor_;;) {
      if (*cursor_ == '_') {
        ++cursor_;
        if (!is_class(*cursor_, Digit)) return refuse_up_to(cursor_, "invalid decimal literal");
      }
      if (*cursor_ != '0') break;
      ++cursor_;
    }
    if (is_class(*cursor_, Digit)) {
      zeros_end = cursor_ + 1;
      if (!scan_decimal_digits()) return false;
    }
  } else if (*cursor_ != '.') {
    if (!scan_decimal_digits()) return false;
  }

  bool is_integer = true;
  if (*cursor_ == '.') {
    is_integer = false;
    ++cursor_;
    if (is_class(*cursor_, Digit) && !scan_decimal_digits()) return false;
  }
  if (*cursor_ == 'e' || *cursor_ == 'E') {
    const char* exponent = cursor_;
    ++cursor_;
    if (*cursor_ == '+' || *cursor_ == '-') {
      ++cursor_;
      if (!is_class(*cursor_, Digit)) return refuse_up_to(cursor_, "invalid decimal literal");
    } else if (!is_class(*cursor_, Digit)) {  // no exponent, perhaps `1else`
      cursor_ = exponent;
      return check_number_end("decimal");
    }
    is_integer = false;
    if (!scan_decimal_digits()) return false;
  }
  if (*cursor_ == 'j' || *cursor_ == 'J') {
    ++cursor_;
    return check_number_end("imaginary");
  }
  if (is_integer && zeros_end != nullptr) {
    refuse_up_to(cursor_,
                 "leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                 "for octal integers");
    const char* line = begin_of_line(line_);
    error_->diagnostic.offset = static_cast<int32_t>(start + 1 - line);
    error_->diagnostic.end_offset = static_cast<int32_t>(zeros_end - line);
    return false;
  }
  return check_number_end("decimal");
}

bool Lexer::scan_number(std::vector<Token>& tokens) {
  const char* start = cursor_;
  bool scanned = false;
  const char prefix = *cursor_ == '0' ? static_cast<char>(cursor_[1] | 0x20) : '\0';
  if (prefix == 'x' || prefix == 'o' || prefix == 'b') {
    cursor_ += 2;
    scanned = prefix == 'x'   ? scan_based_digits(16, "hexadecimal")
              : prefix == 'o' ? scan_based_digits(8, "octal")
                              : scan_based_digits(2, "binary");
  } else {
    scanned = scan_decimal();
  }
  if (!scanned) return false;
  push(tokens, TokenKind::Number, start);
  return true;
}

}  // namespace weft::syntax

#include "interpreter/syntax/string_parser.h"

#include <algorithm>
#include <utility>

#include "interpreter/syntax/format_pieces.h"
#include "interpreter/syntax/utf8.h"

// Strings without replacement fields, and the joining of all sorts. Replacement fields are in
// format_strings.cpp.

namespace weft::syntax {

Expression* Grammar::parse_strings() {
  const Place begin = here();
  const size_t first = position_;
  while (accept(TokenKind::String)) {
  }
  if (raised()) return nullptr;
  return StringParser(*this, since(begin)).parse(first, position_);
}

StringParser::StringParser(Grammar& grammar, const Location& location)
    : grammar_(grammar), context_(grammar.context_), location_(location) {}

StringParser::Body StringParser::open(const Token& token) const {
  Body body;
  std::string_view text = grammar_.lexer_->text_of(token);
  for (; text[0] != '"' && text[0] != '\''; text.remove_prefix(1)) {
    const char letter = static_cast<char>(text[0] | 0x20);
    if (letter == 'r') body.is_raw = true;
    if (letter == 'b') body.is_bytes = true;
    if (letter == 'f') body.is_format = true;
  }
  const bool is_triple = text.size() >= 6 && text[1] == text[0] && text[2] == text[0];
  const size_t quotes = is_triple ? 3 : 1;
  body.text = text.substr(quotes, text.size() - 2 * quotes);
  return body;
}

Expression* StringParser::parse(size_t first, size_t last) {
  token_ = &grammar_.tokens_[first];
  unicode_prefix_ = grammar_.lexer_->text_of(*token_)[0] == 'u';
  const Body body = open(*token_);
  if (last == first + 1 && !body.is_format) return parse_single(body);

  bool any_format = false;
  std::string bytes;
  Pieces pieces(grammar_);
  for (size_t index = first; index < last; ++index) {
    token_ = &grammar_.tokens_[index];
    body_ = open(*token_);
    if (!body_.is_format && !add_body(body_, body_.is_bytes ? bytes : pieces.literal)) {
      return nullptr;
    }
    if (body_.is_bytes != body.is_bytes) return raise("cannot mix bytes and nonbytes literals");
    if (!body_.is_format) continue;
    any_format = true;
    placed_ = grammar_.lexer_->text_of(*token_).data();
    place_ = grammar_.place_of(*token_);
    at_ = body_.text.data();
    end_ = at_ + body_.text.size();
    if (!parse_pieces(pieces, 0)) return nullptr;
  }
  if (body.is_bytes) return make_bytes(context_.arena.copy(bytes));
  if (!any_format) return make_text(context_.arena.copy(pieces.literal));
  return finish_joined(pieces);
}

// The common case: the text of the source is the text of the constant, unless it holds escapes.
Expression* StringParser::parse_single(const Body& body) {
  const bool is_plain = body.is_raw || body.text.find('\\') == std::string_view::npos;
  std::string_view text = body.text;
  if (!is_plain || body.is_bytes || !context_.text_is_utf8) {
    std::string& buffer = context_.buffer;
    buffer.clear();
    if (!add_body(body, buffer)) return nullptr;
    if (!is_plain) text = context_.arena.copy(buffer);
  }
  return body.is_bytes ? make_bytes(text) : make_text(text);
}

// Appends what a token without replacement fields stands for.
bool StringParser::add_body(const Body& body, std::string& result) {
  if (body.is_bytes) {
    const bool is_ascii = std::none_of(body.text.begin(), body.text.end(),
                                       [](char c) { return static_cast<unsigned char>(c) >= 128; });
    if (!is_ascii) {
      raise("bytes can only contain ASCII literal characters");
      return false;
    }
  }
  if (body.is_raw && context_.text_is_utf8) {
    result += body.text;
    return true;
  }
  body_ = body;
  return decode(body.text, body.is_bytes, result);
}

bool StringParser::decode(std::string_view text, bool is_bytes, std::string& result) {
  if (!context_.text_is_utf8 && !is_bytes) {
    const size_t fault = find_utf8_fault(text);
    if (fault != text.size()) {
      raise("(unicode error) " + describe_utf8_fault(text, fault));
      return false;
    }
  }
  if (body_.is_raw) {
    result += text;
    return true;
  }
  const bool decoded =
      is_bytes ? decoder_.decode_bytes(text, result) : decoder_.decode_text(text, result);
  if (!decoded) {
    raise(decoder_.fault());
    return false;
  }
  report_escapes();
  return true;
}

void StringParser::report_escapes() {
  if (decoder_.warning().empty()) return;
  context_.warnings->push_back({WarningKind::DeprecationWarning, decoder_.warning(), token_->line});
}

Constant* StringParser::make_text(std::string_view text) {
  Constant* constant = grammar_.make<Constant>(ExpressionKind::Constant, location_);
  constant->value_kind = ConstantKind::Str;
  constant->is_ascii = std::none_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 128; });
  constant->unicode_prefix = unicode_prefix_;
  constant->text = text;
  return constant;
}

Constant* StringParser::make_bytes(std::string_view bytes) {
  Constant* constant = grammar_.make<Constant>(ExpressionKind::Constant, location_);
  constant->value_kind = ConstantKind::Bytes;
  constant->text = bytes;
  return constant;
}

}  // namespace weft::syntax

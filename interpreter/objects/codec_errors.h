// What codecs share: the error handlers, and the codecs' own functions.
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/objects/codec.h"
#include "interpreter/objects/str_builder.h"

namespace weft {

enum class ErrorHandler : uint8_t {
  Strict,
  Ignore,
  Replace,
  BackslashReplace,
  XmlCharacterReplace,
  SurrogateEscape,
  SurrogatePass
};

// Deals with bytes that cannot be decoded.
class DecodeErrors {
 public:
  DecodeErrors(Thread& thread, std::string_view bytes, std::string_view handler)
      : thread_(thread), bytes_(bytes), handler_name_(handler) {}

  // Appends what stands for bytes [start, end) and moves `position` to where decoding goes on.
  // False with an exception pending.
  [[nodiscard]] bool handle(StrBuilder& out, Encoding encoding, size_t start, size_t end,
                            std::string_view reason, size_t& position);
  Thread& thread() { return thread_; }
  std::string_view bytes() const { return bytes_; }

 private:
  Thread& thread_;
  std::string_view bytes_;
  std::string_view handler_name_;
  std::optional<ErrorHandler> handler_;
};

// A stretch of code points that cannot be encoded: where it lies in the text's bytes, and its
// position in code points.
struct BadText {
  const char* from;
  const char* to;
  uint64_t start;
  uint64_t end;
};

// Deals with code points that cannot be encoded.
class EncodeErrors {
 public:
  EncodeErrors(Thread& thread, Str* text, std::string_view handler)
      : thread_(thread), text_(text), handler_name_(handler) {}

  // Puts what stands for `bad` into `replacement`: ASCII text that the codec encodes, or (then
  // `is_encoded` is set) bytes that are to be written as they are. False with an exception pending.
  [[nodiscard]] bool handle(Encoding encoding, const BadText& bad, std::string_view reason,
                            ByteBuilder& replacement, bool& is_encoded);
  Thread& thread() { return thread_; }
  Str* text() { return text_; }

 private:
  Thread& thread_;
  Str* text_;
  std::string_view handler_name_;
  std::optional<ErrorHandler> handler_;
};

// The name errors show: "utf-8", "charmap" …
std::string_view encoding_name(Encoding encoding);

inline bool is_surrogate(uint32_t code_point) {
  return code_point >= 0xd800 && code_point <= 0xdfff;
}

// codec_utf8.cpp
[[nodiscard]] Bytes* encode_utf8(EncodeErrors& errors, std::string_view prefix);
[[nodiscard]] Str* decode_utf8(DecodeErrors& errors);
// codec_single_byte.cpp: Ascii, Latin1, Windows1252.
[[nodiscard]] Bytes* encode_single_byte(EncodeErrors& errors, Encoding encoding);
[[nodiscard]] Str* decode_single_byte(DecodeErrors& errors, Encoding encoding);
// codec_wide.cpp: the UTF-16 and UTF-32 ones.
[[nodiscard]] Bytes* encode_wide(EncodeErrors& errors, Encoding encoding);
[[nodiscard]] Str* decode_wide(DecodeErrors& errors, Encoding encoding);

// codec_escape.cpp
[[nodiscard]] Bytes* encode_escaped(EncodeErrors& errors, Encoding encoding);
[[nodiscard]] Str* decode_escaped(DecodeErrors& errors, Encoding encoding);

}  // namespace weft

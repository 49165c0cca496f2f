// Text encodings: str to bytes and back.
//
// Known: utf-8, utf-8-sig, ascii, latin-1, cp1252, utf-16, utf-32 (both with -le and -be), under
// all the usual spellings. Error handlers: strict, ignore, replace, backslashreplace,
// xmlcharrefreplace, namereplace, surrogateescape, surrogatepass. Unknown ones raise LookupError as
// CPython does.
//
// Each codec converts valid stretches itself and calls the handler with the bad range; the handler
// writes a replacement and says where to go on, or raises UnicodeEncodeError / UnicodeDecodeError
// with (encoding, object, start, end, reason).
#pragma once

#include <optional>
#include <string_view>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/str.h"

namespace weft {

enum class Encoding : uint8_t {
  Utf8,
  Utf8Signature,
  Ascii,
  Latin1,
  Windows1252,
  Utf16,
  Utf16Little,
  Utf16Big,
  Utf32,
  Utf32Little,
  Utf32Big
};
enum class ErrorHandler : uint8_t {
  Strict,
  Ignore,
  Replace,
  BackslashReplace,
  XmlCharacterReplace,
  NameReplace,
  SurrogateEscape,
  SurrogatePass
};

// nullopt: no such name (no exception).
std::optional<Encoding> find_encoding(std::string_view name);
std::optional<ErrorHandler> find_error_handler(std::string_view name);
// The name CPython puts into errors: "utf-8", "ascii", "latin-1", "utf-16-le" …
std::string_view encoding_name(Encoding encoding);

[[nodiscard]] Bytes* encode(Thread& thread, Str* text, Encoding encoding, ErrorHandler errors);
// `object` is what a UnicodeDecodeError will show, made from `bytes` when unset.
[[nodiscard]] Str* decode(Thread& thread, std::string_view bytes, Encoding encoding,
                          ErrorHandler errors);

// By name, as str.encode and bytes.decode take them: LookupError for unknown names.
[[nodiscard]] Bytes* encode(Thread& thread, Str* text, std::string_view encoding,
                            std::string_view errors);
[[nodiscard]] Str* decode(Thread& thread, std::string_view bytes, std::string_view encoding,
                          std::string_view errors);

// str(object, encoding, errors).
[[nodiscard]] Str* decode_object(Thread& thread, Value object, std::string_view encoding,
                                 std::string_view errors);

Value raise_unicode_decode_error(Thread& thread, std::string_view encoding, std::string_view bytes,
                                 uint64_t start, uint64_t end, std::string_view reason);
Value raise_unicode_encode_error(Thread& thread, std::string_view encoding, Str* text,
                                 uint64_t start, uint64_t end, std::string_view reason);

}  // namespace weft

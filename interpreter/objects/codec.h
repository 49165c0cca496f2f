// Text encodings: str to bytes and back.
//
// Known: utf-8, utf-8-sig, ascii, latin-1, cp1252, utf-16 and utf-32 (also -le and -be),
// unicode_escape and raw_unicode_escape, under all the usual spellings; module codecs is asked for
// others. Error handlers: strict, ignore, replace, backslashreplace, xmlcharrefreplace,
// surrogateescape, surrogatepass. Unknown names raise LookupError; that of a handler is looked at
// only when it is needed, as in CPython.
//
// Each codec converts valid stretches itself and gives the bad range to the handler
// (codec_errors.h), which writes a replacement and says where to go on, or raises
// UnicodeEncodeError / UnicodeDecodeError with (encoding, object, start, end, reason).
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
  Utf32Big,
  UnicodeEscape,
  RawUnicodeEscape
};

// nullopt: no such name (no exception).
std::optional<Encoding> find_encoding(std::string_view name);

// Null with an exception pending.
[[nodiscard]] Bytes* encode(Thread& thread, Str* text, Encoding encoding,
                            std::string_view errors = "strict");
[[nodiscard]] Str* decode(Thread& thread, std::string_view bytes, Encoding encoding,
                          std::string_view errors = "strict");
// By name, as str.encode and bytes.decode take them.
[[nodiscard]] Bytes* encode(Thread& thread, Str* text, std::string_view encoding,
                            std::string_view errors);
[[nodiscard]] Str* decode(Thread& thread, std::string_view bytes, std::string_view encoding,
                          std::string_view errors);
// str(object, encoding, errors).
[[nodiscard]] Str* decode_object(Thread& thread, Value object, std::string_view encoding,
                                 std::string_view errors);

// Positions count bytes, in the other function code points.
Value raise_unicode_decode_error(Thread& thread, std::string_view encoding, std::string_view bytes,
                                 uint64_t start, uint64_t end, std::string_view reason);
Value raise_unicode_encode_error(Thread& thread, std::string_view encoding, Str* text,
                                 uint64_t start, uint64_t end, std::string_view reason);

}  // namespace weft

// Names of encodings, and the way from a name to its codec.
#include "interpreter/objects/codec.h"

#include <algorithm>
#include <iterator>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/codec_errors.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

struct EncodingAlias {
  std::string_view name;
  Encoding encoding;
};

// Sorted; in lower case, with one underscore for each stretch of other characters.
constexpr EncodingAlias aliases[] = {
    {"1252", Encoding::Windows1252},
    {"646", Encoding::Ascii},
    {"8859", Encoding::Latin1},
    {"ansi_x3.4_1968", Encoding::Ascii},
    {"ansi_x3.4_1986", Encoding::Ascii},
    {"ansi_x3_4_1968", Encoding::Ascii},
    {"ascii", Encoding::Ascii},
    {"cp1252", Encoding::Windows1252},
    {"cp367", Encoding::Ascii},
    {"cp65001", Encoding::Utf8},
    {"cp819", Encoding::Latin1},
    {"csascii", Encoding::Ascii},
    {"csisolatin1", Encoding::Latin1},
    {"ibm367", Encoding::Ascii},
    {"ibm819", Encoding::Latin1},
    {"iso646_us", Encoding::Ascii},
    {"iso8859", Encoding::Latin1},
    {"iso8859_1", Encoding::Latin1},
    {"iso_8859_1", Encoding::Latin1},
    {"iso_8859_1_1987", Encoding::Latin1},
    {"iso_ir_100", Encoding::Latin1},
    {"iso_ir_6", Encoding::Ascii},
    {"l1", Encoding::Latin1},
    {"latin", Encoding::Latin1},
    {"latin1", Encoding::Latin1},
    {"latin_1", Encoding::Latin1},
    {"raw_unicode_escape", Encoding::RawUnicodeEscape},
    {"u16", Encoding::Utf16},
    {"u32", Encoding::Utf32},
    {"u8", Encoding::Utf8},
    {"unicode_escape", Encoding::UnicodeEscape},
    {"unicodebigunmarked", Encoding::Utf16Big},
    {"unicodelittleunmarked", Encoding::Utf16Little},
    {"us", Encoding::Ascii},
    {"us_ascii", Encoding::Ascii},
    {"utf", Encoding::Utf8},
    {"utf16", Encoding::Utf16},
    {"utf32", Encoding::Utf32},
    {"utf8", Encoding::Utf8},
    {"utf8_ucs2", Encoding::Utf8},
    {"utf8_ucs4", Encoding::Utf8},
    {"utf_16", Encoding::Utf16},
    {"utf_16_be", Encoding::Utf16Big},
    {"utf_16_le", Encoding::Utf16Little},
    {"utf_16be", Encoding::Utf16Big},
    {"utf_16le", Encoding::Utf16Little},
    {"utf_32", Encoding::Utf32},
    {"utf_32_be", Encoding::Utf32Big},
    {"utf_32_le", Encoding::Utf32Little},
    {"utf_32be", Encoding::Utf32Big},
    {"utf_32le", Encoding::Utf32Little},
    {"utf_8", Encoding::Utf8},
    {"utf_8_sig", Encoding::Utf8Signature},
    {"windows_1252", Encoding::Windows1252},
};

constexpr size_t LongestName = 32;

// What module codecs knows of an encoding that is none of ours, for text: an object with encode and
// decode. Error: LookupError pending.
Value foreign_codec(Thread& thread, std::string_view name, std::string_view direction) {
  Str* import_name = intern(thread, "__import__");
  Str* module_name = intern(thread, "codecs");
  Str* wanted = make_str(thread, name);
  if (import_name == nullptr || module_name == nullptr || wanted == nullptr) return Value::error();
  const Value import = dict_get_str(thread.isolate.builtins, import_name);
  const Value codecs =
      import.is_unset() ? Value::error() : call(thread, import, {Value::cell(module_name)});
  Str* asked = make_str(thread, direction);
  if (asked == nullptr) return Value::error();
  if (codecs) {
    return call_method(thread, codecs, "_text_codec", {Value::cell(wanted), Value::cell(asked)});
  }
  // A host may keep modules away.
  if (!import.is_unset() && !clear_pending_if(thread, thread.isolate.exceptions.import_error)) {
    return Value::error();
  }
  return raise(thread, thread.isolate.exceptions.lookup_error, text("unknown encoding: ", name));
}

// The first of the pair that such an encoding's `method` gives, which has to be of `kind`.
Value convert_by_foreign(Thread& thread, Value object, std::string_view name,
                         std::string_view errors, std::string_view method, Kind kind) {
  const Value codec = foreign_codec(thread, name, method);
  Str* handler = codec ? make_str(thread, errors) : nullptr;
  const Value pair = handler == nullptr
                         ? Value::error()
                         : call_method(thread, codec, method, {object, Value::cell(handler)});
  if (!pair) return pair;
  const Value first = is_kind(pair, Kind::Tuple) && pair.as<Tuple>()->count == 2
                          ? pair.as<Tuple>()->values[0]
                          : Value::none();
  if (is_kind(first, kind)) return first;
  const std::string_view who = method.substr(0, 2) == "en" ? "encoder" : "decoder";
  const std::string_view wanted = kind == Kind::Str ? "str" : "bytes";
  return raise_type_error(
      thread, text("'", name, "' ", who, " returned '", type_name(thread, first), "' instead of '",
                   wanted, "'; use codecs.", method, "() to ", method, " to arbitrary types"));
}

bool is_name_of_encoding(Thread& thread, std::string_view name) {
  if (name.find('\0') == std::string_view::npos) return true;
  raise_value_error(thread, "embedded null character");
  return false;
}

Value raise_five(Thread& thread, Type* type, Str* encoding, Value object, uint64_t start,
                 uint64_t end, std::string_view reason) {
  Str* reason_text = make_ascii_str(thread, reason);
  if (encoding == nullptr || !object || reason_text == nullptr) return Value::error();
  const Value exception =
      call(thread, Value::cell(type),
           {Value::cell(encoding), object, Value::small_int(static_cast<int64_t>(start)),
            Value::small_int(static_cast<int64_t>(end)), Value::cell(reason_text)});
  return exception ? raise(thread, exception.as<Exception>()) : exception;
}

}  // namespace

std::optional<Encoding> find_encoding(std::string_view name) {
  char normal[LongestName];
  size_t size = 0;
  bool gap = false;
  for (const char byte : name) {
    if (!unicode::ascii_is(byte, unicode::AsciiAlnum) && byte != '.') {
      gap = size != 0;
      continue;
    }
    if (size + 2 > LongestName) return std::nullopt;
    if (gap) normal[size++] = '_';
    gap = false;
    normal[size++] = unicode::ascii_lower(byte);
  }
  const std::string_view wanted(normal, size);
  const auto* found =
      std::partition_point(std::begin(aliases), std::end(aliases),
                           [&](const EncodingAlias& alias) { return alias.name < wanted; });
  if (found == std::end(aliases) || found->name != wanted) return std::nullopt;
  return found->encoding;
}

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8Signature:
      return "utf-8";
    case Encoding::Ascii:
      return "ascii";
    case Encoding::Latin1:
      return "latin-1";
    case Encoding::Windows1252:
      return "charmap";
    case Encoding::Utf16:
      return "utf-16";
    case Encoding::Utf16Little:
      return "utf-16-le";
    case Encoding::Utf16Big:
      return "utf-16-be";
    case Encoding::Utf32:
      return "utf-32";
    case Encoding::Utf32Little:
      return "utf-32-le";
    case Encoding::Utf32Big:
      return "utf-32-be";
    case Encoding::UnicodeEscape:
      return "unicodeescape";
    case Encoding::RawUnicodeEscape:
      return "rawunicodeescape";
  }
  return {};
}

Bytes* encode(Thread& thread, Str* text, Encoding encoding, std::string_view errors) {
  EncodeErrors handler(thread, text, errors);
  switch (encoding) {
    case Encoding::Utf8:
      return encode_utf8(handler, {});
    case Encoding::Utf8Signature:
      return encode_utf8(handler, "\xef\xbb\xbf");
    case Encoding::Ascii:
    case Encoding::Latin1:
    case Encoding::Windows1252:
      return encode_single_byte(handler, encoding);
    case Encoding::UnicodeEscape:
    case Encoding::RawUnicodeEscape:
      return encode_escaped(handler, encoding);
    default:
      return encode_wide(handler, encoding);
  }
}

Str* decode(Thread& thread, std::string_view bytes, Encoding encoding, std::string_view errors) {
  if (encoding == Encoding::Utf8Signature && bytes.starts_with("\xef\xbb\xbf"))
    bytes.remove_prefix(3);
  DecodeErrors handler(thread, bytes, errors);
  switch (encoding) {
    case Encoding::Utf8:
    case Encoding::Utf8Signature:
      return decode_utf8(handler);
    case Encoding::Ascii:
    case Encoding::Latin1:
    case Encoding::Windows1252:
      return decode_single_byte(handler, encoding);
    case Encoding::UnicodeEscape:
    case Encoding::RawUnicodeEscape:
      return decode_escaped(handler, encoding);
    default:
      return decode_wide(handler, encoding);
  }
}

Bytes* encode(Thread& thread, Str* text, std::string_view encoding, std::string_view errors) {
  if (encoding == "utf-8") return encode(thread, text, Encoding::Utf8, errors);
  if (!is_name_of_encoding(thread, encoding)) return nullptr;
  const auto known = find_encoding(encoding);
  if (known) return encode(thread, text, *known, errors);
  const Value bytes =
      convert_by_foreign(thread, Value::cell(text), encoding, errors, "encode", Kind::Bytes);
  return bytes ? bytes.as<Bytes>() : nullptr;
}

Str* decode(Thread& thread, std::string_view bytes, std::string_view encoding,
            std::string_view errors) {
  if (encoding == "utf-8") return decode(thread, bytes, Encoding::Utf8, errors);
  if (!is_name_of_encoding(thread, encoding)) return nullptr;
  const auto known = find_encoding(encoding);
  if (known) return decode(thread, bytes, *known, errors);
  Bytes* copy = make_bytes(thread, bytes);
  if (copy == nullptr) return nullptr;
  const Value text =
      convert_by_foreign(thread, Value::cell(copy), encoding, errors, "decode", Kind::Str);
  return text ? text.as<Str>() : nullptr;
}

Str* decode_object(Thread& thread, Value object, std::string_view encoding,
                   std::string_view errors) {
  if (is_str(object)) {
    raise_type_error(thread, "decoding str is not supported");
    return nullptr;
  }
  if (!is_bytes_like(object)) {
    raise_type_error(thread, text("decoding to str: need a bytes-like object, ",
                                  type_name(thread, object), " found"));
    return nullptr;
  }
  const auto bytes = readable_bytes(thread, object);
  return bytes ? decode(thread, *bytes, encoding, errors) : nullptr;
}

Str* make_str_lossless(Thread& thread, std::string_view bytes) {
  return decode(thread, bytes, Encoding::Utf8, "surrogateescape");
}

Value raise_unicode_decode_error(Thread& thread, std::string_view encoding, std::string_view bytes,
                                 uint64_t start, uint64_t end, std::string_view reason) {
  return raise_five(thread, thread.isolate.exceptions.unicode_decode_error,
                    make_ascii_str(thread, encoding), Value::cell(make_bytes(thread, bytes)), start,
                    end, reason);
}

Value raise_unicode_encode_error(Thread& thread, std::string_view encoding, Str* text,
                                 uint64_t start, uint64_t end, std::string_view reason) {
  return raise_five(thread, thread.isolate.exceptions.unicode_encode_error,
                    make_ascii_str(thread, encoding), Value::cell(text), start, end, reason);
}

}  // namespace weft

#include "interpreter/objects/codec_errors.h"

#include <algorithm>
#include <charconv>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

constexpr char hex_digits[] = "0123456789abcdef";

std::optional<ErrorHandler> find_handler(Thread& thread, std::string_view name) {
  constexpr struct {
    std::string_view name;
    ErrorHandler handler;
  } handlers[] = {
      {"strict", ErrorHandler::Strict},
      {"ignore", ErrorHandler::Ignore},
      {"replace", ErrorHandler::Replace},
      {"backslashreplace", ErrorHandler::BackslashReplace},
      {"xmlcharrefreplace", ErrorHandler::XmlCharacterReplace},
      {"surrogateescape", ErrorHandler::SurrogateEscape},
      {"surrogatepass", ErrorHandler::SurrogatePass},
  };
  for (const auto& known : handlers)
    if (known.name == name) return known.handler;
  raise(thread, thread.isolate.exceptions.lookup_error,
        text("unknown error handler name '", name, "'"));
  return std::nullopt;
}

void append_hex_escape(ByteBuilder& out, char letter, uint32_t number, int digits) {
  out.append('\\');
  out.append(letter);
  while (digits-- > 0) out.append(hex_digits[number >> (4 * digits) & 0xf]);
}

void append_escaped(ByteBuilder& out, uint32_t code_point) {
  if (code_point < 0x100)
    append_hex_escape(out, 'x', code_point, 2);
  else if (code_point < 0x10000)
    append_hex_escape(out, 'u', code_point, 4);
  else
    append_hex_escape(out, 'U', code_point, 8);
}

void append_xml_reference(ByteBuilder& out, uint32_t code_point) {
  char digits[16];
  const auto end = std::to_chars(digits, digits + sizeof(digits), code_point).ptr;
  out.append("&#");
  out.append(std::string_view(digits, static_cast<size_t>(end - digits)));
  out.append(';');
}

// The bytes of a code unit of UTF-16 or UTF-32.
uint32_t read_unit(std::string_view bytes, bool is_big) {
  uint32_t unit = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    unit |= static_cast<uint32_t>(static_cast<uint8_t>(bytes[i]))
            << 8 * (is_big ? bytes.size() - 1 - i : i);
  return unit;
}

void append_unit(ByteBuilder& out, uint32_t unit, int size, bool is_big) {
  for (int i = 0; i < size; ++i)
    out.append(static_cast<char>(unit >> 8 * (is_big ? size - 1 - i : i)));
}

struct WideForm {
  int unit_size;  // 0: no wide encoding
  bool is_big;
};

WideForm wide_form(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf16:
    case Encoding::Utf16Little:
      return {2, false};
    case Encoding::Utf16Big:
      return {2, true};
    case Encoding::Utf32:
    case Encoding::Utf32Little:
      return {4, false};
    case Encoding::Utf32Big:
      return {4, true};
    default:
      return {0, false};
  }
}

bool is_utf8(Encoding encoding) {
  return encoding == Encoding::Utf8 || encoding == Encoding::Utf8Signature;
}

// The surrogate encoded at the start of `bytes`, and its size; size 0 if there is none.
uint32_t encoded_surrogate(std::string_view bytes, Encoding encoding, size_t& size) {
  const WideForm form = wide_form(encoding);
  size = is_utf8(encoding) ? 3 : static_cast<size_t>(form.unit_size);
  if (size != 0 && bytes.size() >= size) {
    uint32_t code_point;
    if (form.unit_size != 0) {
      code_point = read_unit(bytes.substr(0, size), form.is_big);
    } else {
      const bool has_form = (bytes[0] & 0xf0) == 0xe0 && utf8::is_continuation(bytes[1]) &&
                            utf8::is_continuation(bytes[2]);
      const char* position = bytes.data();
      code_point = has_form ? utf8::decode(position) : 0;
    }
    if (is_surrogate(code_point)) return code_point;
  }
  size = 0;
  return 0;
}

}  // namespace

bool DecodeErrors::handle(StrBuilder& out, Encoding encoding, size_t start, size_t end,
                          std::string_view reason, size_t& position) {
  if (!handler_) handler_ = find_handler(thread_, handler_name_);
  if (!handler_) return false;
  position = end;
  switch (*handler_) {
    case ErrorHandler::Ignore:
      return true;
    case ErrorHandler::Replace:
      out.append_char(0xfffd);
      return true;
    case ErrorHandler::BackslashReplace:
      for (size_t i = start; i < end; ++i)
        append_hex_escape(out, 'x', static_cast<uint8_t>(bytes_[i]), 2);
      return true;
    case ErrorHandler::SurrogateEscape: {
      size_t escaped = start;
      for (; escaped < end && static_cast<uint8_t>(bytes_[escaped]) >= 0x80; ++escaped)
        out.append_char(0xdc00 + static_cast<uint8_t>(bytes_[escaped]));
      if (escaped == start) break;
      position = escaped;
      return true;
    }
    case ErrorHandler::SurrogatePass: {
      size_t size;
      const uint32_t code_point = encoded_surrogate(bytes_.substr(start), encoding, size);
      if (size == 0) break;
      out.append_char(code_point);
      position = start + size;
      return true;
    }
    case ErrorHandler::XmlCharacterReplace:
      raise_type_error(thread_, "don't know how to handle UnicodeDecodeError in error callback");
      return false;
    case ErrorHandler::Strict:
      break;
  }
  raise_unicode_decode_error(thread_, encoding_name(encoding), bytes_, start, end, reason);
  return false;
}

bool EncodeErrors::handle(Encoding encoding, const BadText& bad, std::string_view reason,
                          ByteBuilder& replacement, bool& is_encoded) {
  if (!handler_) handler_ = find_handler(thread_, handler_name_);
  if (!handler_) return false;
  is_encoded = false;
  if (*handler_ == ErrorHandler::Ignore) return true;
  const WideForm form = wide_form(encoding);
  const char* position = bad.from;
  while (position != bad.to && *handler_ != ErrorHandler::Strict) {
    const uint32_t code_point = utf8::decode(position);
    switch (*handler_) {
      case ErrorHandler::Replace:
        replacement.append('?');
        continue;
      case ErrorHandler::BackslashReplace:
        append_escaped(replacement, code_point);
        continue;
      case ErrorHandler::XmlCharacterReplace:
        append_xml_reference(replacement, code_point);
        continue;
      case ErrorHandler::SurrogateEscape:
        // A lone byte is no code unit of a wide encoding.
        if (code_point < 0xdc80 || code_point > 0xdcff || form.unit_size != 0) break;
        replacement.append(static_cast<char>(code_point - 0xdc00));
        is_encoded = true;
        continue;
      case ErrorHandler::SurrogatePass:
        if (!is_surrogate(code_point) || (form.unit_size == 0 && !is_utf8(encoding))) break;
        if (form.unit_size != 0) {
          append_unit(replacement, code_point, form.unit_size, form.is_big);
        } else {
          char encoded[4];
          const char* end = utf8::encode(encoded, code_point);
          replacement.append(std::string_view(encoded, static_cast<size_t>(end - encoded)));
        }
        is_encoded = true;
        continue;
      default:
        break;
    }
    handler_ = ErrorHandler::Strict;  // it cannot help: the error is raised
  }
  if (*handler_ != ErrorHandler::Strict) return true;
  raise_unicode_encode_error(thread_, encoding_name(encoding), text_, bad.start, bad.end, reason);
  return false;
}

}  // namespace weft

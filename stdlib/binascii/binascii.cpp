// Module binascii: bytes as text of few characters, and check sums.
#include <zlib.h>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/type.h"
#include "runtime/heap/marker.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

struct BinasciiState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    marker.mark(error_type);
    marker.mark(incomplete_type);
  }
  Type* error_type = nullptr;
  Type* incomplete_type = nullptr;
};

Value raise_error(Thread& thread, std::string_view message) {
  return raise(thread, module_state<BinasciiState>(thread.isolate).error_type, message);
}

// Bytes, or text of ASCII characters.
std::optional<std::string_view> ascii_argument(Thread& thread, Value value) {
  if (!is_str(value)) {
    if (is_bytes_like(value)) return readable_bytes(thread, value);
    raise_type_error(thread, text("argument should be bytes, buffer or ASCII string, not '",
                                  type_name(thread, value), "'"));
    return std::nullopt;
  }
  if (value.as<Str>()->is_ascii) return value.as<Str>()->view();
  raise_value_error(thread, "string argument should contain only ASCII characters");
  return std::nullopt;
}

Value binascii_hexlify(Thread& thread, Arguments arguments) {
  // bytes.hex() does it.
  const std::optional<std::string_view> data = readable_bytes(thread, arguments[0]);
  Bytes* bytes = data ? make_bytes(thread, *data) : nullptr;
  if (bytes == nullptr) return Value::error();
  const Value hex = arguments[1].is_unset() ? call_method(thread, Value::cell(bytes), "hex", {})
                                            : call_method(thread, Value::cell(bytes), "hex",
                                                          {arguments[1], arguments[2]});
  return hex ? as_result(make_bytes(thread, hex.as<Str>()->view())) : hex;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Value binascii_unhexlify(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> digits = ascii_argument(thread, arguments[0]);
  if (!digits) return Value::error();
  if (digits->size() % 2 != 0) return raise_error(thread, "Odd-length string");
  std::string out;
  for (size_t i = 0; i < digits->size(); i += 2) {
    const int high = hex_value((*digits)[i]);
    const int low = hex_value((*digits)[i + 1]);
    if (high < 0 || low < 0) return raise_error(thread, "Non-hexadecimal digit found");
    out += static_cast<char>(high * 16 + low);
  }
  return as_result(make_bytes(thread, out));
}

constexpr std::string_view base64_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Value binascii_b2a_base64(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> data = readable_bytes(thread, arguments[0]);
  const Truth newline = data ? truth(thread, arguments[1]) : Truth::Error;
  if (newline == Truth::Error) return Value::error();
  std::string out;
  out.reserve(data->size() / 3 * 4 + 8);
  for (size_t i = 0; i < data->size(); i += 3) {
    uint32_t bits = 0;
    const size_t count = std::min<size_t>(3, data->size() - i);
    for (size_t j = 0; j < 3; ++j) {
      bits = bits << 8 | (j < count ? static_cast<unsigned char>((*data)[i + j]) : 0);
    }
    for (size_t j = 0; j < 4; ++j) {
      out += j <= count ? base64_letters[bits >> (18 - 6 * j) & 63] : '=';
    }
  }
  if (newline == Truth::True) out += '\n';
  return as_result(make_bytes(thread, out));
}

Value binascii_a2b_base64(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> given = ascii_argument(thread, arguments[0]);
  const Truth strict_flag = given ? truth(thread, arguments[1]) : Truth::Error;
  if (strict_flag == Truth::Error) return Value::error();
  const bool strict = strict_flag == Truth::True;
  if (strict && !given->empty() && (*given)[0] == '=') {
    return raise_error(thread, "Leading padding not allowed");
  }
  std::string out;
  uint32_t bits = 0;
  int in_group = 0;  // letters
  int pads = 0;
  bool padding_seen = false;
  for (size_t i = 0; i < given->size(); ++i) {
    const char c = (*given)[i];
    if (c == '=') {
      padding_seen = true;
      if (in_group >= 2 && in_group + ++pads >= 4) {
        if (strict && i + 1 < given->size()) {
          return raise_error(thread, "Excess data after padding");
        }
        return as_result(make_bytes(thread, out));
      }
      continue;
    }
    const size_t value = base64_letters.find(c);
    if (value == std::string_view::npos) {
      if (strict) return raise_error(thread, "Only base64 data is allowed");
      continue;
    }
    if (strict && padding_seen) {
      return raise_error(thread, "Discontinuous padding not allowed");
    }
    pads = 0;
    bits = bits << 6 | static_cast<uint32_t>(value);
    if (++in_group > 1) out += static_cast<char>(bits >> (8 - 2 * in_group));
    if (in_group == 4) {
      in_group = 0;
      bits = 0;
    }
  }
  if (in_group == 0) return as_result(make_bytes(thread, out));
  if (in_group == 1) {
    return raise_error(thread,
                       text("Invalid base64-encoded string: number of data characters (",
                            out.size() / 3 * 4 + 1, ") cannot be 1 more than a multiple of 4"));
  }
  return raise_error(thread, "Incorrect padding");
}

Value binascii_crc32(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> data = readable_bytes(thread, arguments[0]);
  const Value mask =
      data ? binary(thread, BinaryOperator::And, arguments[1], Value::small_int(UINT32_MAX))
           : Value::error();
  if (!mask) return mask;
  auto sum = static_cast<uLong>(mask.as_small_int());
  for (size_t i = 0; i < data->size(); i += 1 << 30) {
    const std::string_view part = data->substr(i, 1 << 30);
    sum = crc32(sum, reinterpret_cast<const Bytef*>(part.data()), static_cast<uInt>(part.size()));
  }
  return Value::small_int(static_cast<int64_t>(sum));
}

Value binascii_crc_hqx(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> data = readable_bytes(thread, arguments[0]);
  const std::optional<int64_t> start = data ? to_index(thread, arguments[1]) : std::nullopt;
  if (!start) return Value::error();
  uint32_t sum = static_cast<uint32_t>(*start) & 0xffff;
  for (const char c : *data) {
    sum ^= static_cast<uint32_t>(static_cast<unsigned char>(c)) << 8;
    for (int i = 0; i < 8; ++i) sum = (sum << 1 ^ ((sum & 0x8000) != 0 ? 0x1021 : 0)) & 0xffff;
  }
  return Value::small_int(sum);
}

constexpr std::string_view hexlify_signature = "(data, sep=<unset>, bytes_per_sep=1)";
constexpr NativeMethod functions[] = {
    {"a2b_base64", "(data, /, *, strict_mode=False)", "The bytes of base64.", binascii_a2b_base64},
    {"a2b_hex", "(hexstr, /)", "The bytes of hexadecimal digits.", binascii_unhexlify},
    {"b2a_base64", "(data, /, *, newline=True)", "Bytes as base64.", binascii_b2a_base64},
    {"b2a_hex", hexlify_signature, "Bytes as hexadecimal digits.", binascii_hexlify},
    {"crc32", "(data, crc=0, /)", "The check sum CRC-32.", binascii_crc32},
    {"crc_hqx", "(data, crc, /)", "The check sum CRC-CCITT.", binascii_crc_hqx},
    {"hexlify", hexlify_signature, "Bytes as hexadecimal digits.", binascii_hexlify},
    {"unhexlify", "(hexstr, /)", "The bytes of hexadecimal digits.", binascii_unhexlify},
};

}  // namespace

bool fill_binascii(Thread& thread, Module* module) {
  auto& state = module_state<BinasciiState>(thread.isolate);
  const ExceptionTypes& exceptions = thread.isolate.exceptions;
  if (state.error_type == nullptr) {
    state.error_type = make_exception_class(thread, "binascii", "Error", exceptions.value_error);
  }
  if (state.incomplete_type == nullptr) {
    state.incomplete_type =
        make_exception_class(thread, "binascii", "Incomplete", exceptions.exception);
  }
  return state.error_type != nullptr && state.incomplete_type != nullptr &&
         put_functions(thread, module, functions) &&
         put_name(thread, module, "Error", Value::cell(state.error_type)) &&
         put_name(thread, module, "Incomplete", Value::cell(state.incomplete_type));
}

}  // namespace weft

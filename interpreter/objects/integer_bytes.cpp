#include "interpreter/objects/integer_bytes.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"

namespace weft {

namespace {

bool check_byte_order_type(Thread& thread, Value order, std::string_view function) {
  if (is_str(order)) return true;
  raise_type_error(thread, text(function, "() argument 'byteorder' must be str, not ",
                                argument_type_name(thread, order)));
  return false;
}

// Whether the least significant byte comes first; nullopt with ValueError pending.
std::optional<bool> is_little_endian(Thread& thread, Value order) {
  if (as_str(order)->view() == "little") return true;
  if (as_str(order)->view() == "big") return false;
  raise_value_error(thread, "byteorder must be either 'little' or 'big'");
  return std::nullopt;
}

void negate_bytes(unsigned char* bytes, uint64_t count) {
  unsigned carry = 1;
  for (uint64_t i = 0; i < count; ++i) {
    const unsigned sum = static_cast<unsigned char>(~bytes[i]) + carry;
    bytes[i] = static_cast<unsigned char>(sum);
    carry = sum >> 8;
  }
}

// Whether the number fits into `count` bytes.
bool fits_bytes(const LimbView& view, uint64_t count, bool is_signed) {
  const uint64_t bits = view.bit_length();
  const uint64_t available = count * 8;
  if (!is_signed || view.is_zero()) return bits <= available;
  if (bits < available) return true;
  if (!view.is_negative() || bits > available) return false;
  // -2 ** (available - 1) needs no bit for the sign.
  const auto top = static_cast<mp_size_t>((bits - 1) / LimbBits);
  const auto place = (bits - 1) % LimbBits;
  return view.limbs()[top] == mp_limb_t{1} << place &&
         (top == 0 || mpn_zero_p(view.limbs(), top) != 0);
}

}  // namespace

Value int_to_bytes(Thread& thread, Arguments arguments) {
  const Value length_number = to_int_by_index(thread, arguments[1]);
  if (!length_number) return {};
  const std::optional<int64_t> length = int_to_int64(length_number);
  if (!length) return raise_overflow_error(thread, "Python int too large to convert to C ssize_t");
  if (!check_byte_order_type(thread, arguments[2], "to_bytes")) return {};
  const Truth is_signed = truth(thread, arguments[3]);
  if (is_signed == Truth::Error) return {};
  const std::optional<bool> little = is_little_endian(thread, arguments[2]);
  if (!little) return {};
  if (*length < 0) return raise_value_error(thread, "length argument must be non-negative");
  const auto count = static_cast<uint64_t>(*length);
  if (count > MaxBytesCount) return raise_memory_error(thread);
  const LimbView view(arguments[0]);
  if (is_signed == Truth::False && view.is_negative())
    return raise_overflow_error(thread, "can't convert negative int to unsigned");
  if (!fits_bytes(view, count, is_signed == Truth::True))
    return raise_overflow_error(thread, "int too big to convert");
  Bytes* bytes = allocate_bytes(thread, count);
  if (bytes == nullptr) return {};
  auto* out = reinterpret_cast<unsigned char*>(bytes->bytes);
  const uint64_t used = std::min<uint64_t>(count, static_cast<uint64_t>(view.count()) * 8);
  // Limbs are stored least significant byte first.
  std::memcpy(out, view.limbs(), used);
  std::memset(out + used, 0, count - used);
  if (view.is_negative()) negate_bytes(out, count);
  if (!*little) std::reverse(out, out + count);
  return Value::cell(bytes);
}

Value int_from_bytes(Thread& thread, Arguments arguments) {
  if (!check_byte_order_type(thread, arguments[2], "from_bytes")) return {};
  const Truth is_signed = truth(thread, arguments[3]);
  if (is_signed == Truth::Error) return {};
  const std::optional<bool> little = is_little_endian(thread, arguments[2]);
  if (!little) return {};
  Value source = arguments[1];
  if (!is_bytes_like(source)) {
    if (is_str(source) ||
        (has_index(thread, source) && find_special(thread, source, Special::Bytes).is_unset()))
      return raise_type_error(
          thread, text("cannot convert '", type_name(thread, source), "' object to bytes"));
    source = bytes_from_object(thread, source);
    if (!source) return {};
  }
  const std::optional<std::string_view> bytes = readable_bytes(thread, source);
  if (!bytes) return {};
  const uint64_t count = bytes->size();
  const uint64_t limb_count = count / 8 + 1;
  Value number;
  if (count <= 7) {
    int64_t small = 0;
    for (uint64_t i = 0; i < count; ++i)
      small = small << 8 | static_cast<unsigned char>((*bytes)[*little ? count - 1 - i : i]);
    if (is_signed == Truth::True && count != 0 && (small >> (count * 8 - 1)) != 0)
      small -= int64_t{1} << (count * 8);
    number = Value::small_int(small);
  } else {
    Int* cell = allocate_int(thread, limb_count);
    if (cell == nullptr) return {};
    limbs_of(cell)[limb_count - 1] = 0;
    auto* out = reinterpret_cast<unsigned char*>(cell->limbs);
    std::memcpy(out, bytes->data(), count);
    if (!*little) std::reverse(out, out + count);
    const bool negative = is_signed == Truth::True && (out[count - 1] & 0x80) != 0;
    if (negative) negate_bytes(out, count);
    number = finish_int(thread, cell, limb_count, negative);
  }
  if (!number || arguments[0].as_cell() == thread.isolate.types.integer) return number;
  return call(thread, arguments[0], {number});
}

}  // namespace weft

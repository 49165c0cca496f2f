// Module _struct: values to bytes and back by a format; struct.py makes the class Struct of it.
//
// A format is read anew at each use: it is short, and reading it costs less than keeping it.
#include <bit>
#include <cmath>
#include <vector>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/integer.h"
#include "runtime/heap/marker.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

struct StructState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(error_class); }
  Value error_class;
};

Value raise_struct_error(Thread& thread, std::string_view message) {
  Str* shown = make_str(thread, message);
  if (shown == nullptr) return Value::error();
  const Value made =
      call(thread, module_state<StructState>(thread.isolate).error_class, {Value::cell(shown)});
  return made && is_exception(made) ? raise(thread, made.as<Exception>()) : Value::error();
}

struct Field {
  char code;
  uint64_t offset;
  uint64_t count;  // of bytes for s, p and x; else of elements
  uint32_t size;   // of an element
};

struct Layout {
  std::vector<Field> fields;
  uint64_t size = 0;
  uint64_t value_count = 0;
  bool big_endian = false;
  bool native = true;
};

// The size of an element, 0 when there is no such code.
uint32_t size_of_code(char code, bool native) {
  switch (code) {
    case 'x':
    case 'c':
    case 'b':
    case 'B':
    case '?':
    case 's':
    case 'p':
      return 1;
    case 'h':
    case 'H':
    case 'e':
      return 2;
    case 'i':
    case 'I':
    case 'f':
      return 4;
    case 'l':
    case 'L':
      return native ? 8 : 4;
    case 'q':
    case 'Q':
    case 'd':
      return 8;
    case 'n':
    case 'N':
    case 'P':
      return native ? 8 : 0;
    default:
      return 0;
  }
}

std::optional<std::string> format_argument(Thread& thread, Value value) {
  if (is_str(value)) return std::string(value.as<Str>()->view());
  if (is_bytes(value)) return std::string(value.as<Bytes>()->view());
  raise_type_error(thread, text("Struct() argument 1 must be a str or bytes object, not ",
                                type_name(thread, value)));
  return std::nullopt;
}

std::optional<Layout> parse_format(Thread& thread, Value value) {
  const std::optional<std::string> given = format_argument(thread, value);
  if (!given) return std::nullopt;
  std::string_view format = *given;
  const auto fail = [&](std::string_view message) -> std::optional<Layout> {
    raise_struct_error(thread, message);
    return std::nullopt;
  };
  Layout layout;
  bool aligned = true;
  if (!format.empty() && std::string_view("@=<>!").find(format[0]) != std::string_view::npos) {
    aligned = layout.native = format[0] == '@';
    layout.big_endian = format[0] == '>' || format[0] == '!';
    format.remove_prefix(1);
  }
  constexpr uint64_t MaxSize = uint64_t{1} << 40;
  for (size_t i = 0; i < format.size(); ++i) {
    if (isspace(static_cast<unsigned char>(format[i])) != 0) continue;
    uint64_t count = 1;
    if (format[i] >= '0' && format[i] <= '9') {
      count = 0;
      while (i < format.size() && format[i] >= '0' && format[i] <= '9') {
        count = count * 10 + static_cast<uint64_t>(format[i++] - '0');
        if (count > MaxSize) return fail("total struct size too long");
      }
      if (i == format.size()) return fail("repeat count given without format specifier");
    }
    const char code = format[i];
    const uint32_t size = size_of_code(code, layout.native);
    if (size == 0) return fail("bad char in struct format");
    if (aligned) layout.size = (layout.size + size - 1) / size * size;
    if (code != 'x') {
      layout.fields.push_back({code, layout.size, count, size});
      layout.value_count += code == 's' || code == 'p' ? 1 : count;
    }
    layout.size += size * count;
    if (layout.size > MaxSize) return fail("total struct size too long");
  }
  return layout;
}

// --- Packing

void put_bits(char* place, uint64_t bits, uint32_t size, bool big_endian) {
  for (uint32_t i = 0; i < size; ++i) {
    place[big_endian ? size - 1 - i : i] = static_cast<char>(bits >> (8 * i));
  }
}

uint64_t get_bits(const char* place, uint32_t size, bool big_endian) {
  uint64_t bits = 0;
  for (uint32_t i = 0; i < size; ++i) {
    bits = bits << 8 | static_cast<unsigned char>(place[big_endian ? i : size - 1 - i]);
  }
  return bits;
}

bool is_signed_code(char code) { return code >= 'a' && code <= 'z'; }

// The number's bits; false with an exception pending.
bool integer_bits(Thread& thread, const Field& field, const Layout& layout, Value value,
                  uint64_t& bits) {
  if (!is_int(value)) {
    if (find_special(thread, value, Special::Index).is_unset()) {
      raise_struct_error(thread, "required argument is not an integer");
      return false;
    }
    value = to_int_by_index(thread, value);
    if (!value) return false;
  }
  const LimbView view(value);
  const bool is_signed = is_signed_code(field.code);
  const uint32_t width = field.size * 8;
  const uint64_t magnitude = view.is_zero() ? 0 : view.limbs()[0];
  const uint64_t sign_bit = uint64_t{1} << (width - 1);
  bool fits = view.count() <= 1;
  if (is_signed) {
    fits = fits && (view.is_negative() ? magnitude <= sign_bit : magnitude < sign_bit);
  } else {
    fits = fits && !view.is_negative() && (width == 64 || magnitude >> width == 0);
  }
  if (fits) {
    bits = view.is_negative() ? 0 - magnitude : magnitude;
    return true;
  }
  const std::string_view name = field.code == 'b'   ? "byte"
                                : field.code == 'B' ? "ubyte"
                                : field.code == 'h' ? "short"
                                : field.code == 'H' ? "ushort"
                                                    : "";
  if (field.size == 8) {
    raise_struct_error(thread,
                       field.code == 'P' ? "int too large to convert" : "argument out of range");
  } else {
    const std::string shown =
        name.empty() ? text("'", std::string_view(&field.code, 1), "'") : std::string(name);
    raise_struct_error(
        thread, is_signed
                    ? text(shown, " format requires -", sign_bit, " <= number <= ", sign_bit - 1)
                    : text(shown, " format requires 0 <= number <= ", (sign_bit - 1) * 2 + 1));
  }
  static_cast<void>(layout);
  return false;
}

// Half precision, rounded to even. False: too large.
bool half_bits(double number, uint64_t& bits) {
  const uint64_t sign = std::signbit(number) ? 0x8000 : 0;
  if (std::isnan(number)) {
    bits = sign | 0x7e00;
    return true;
  }
  const double magnitude = std::fabs(number);
  if (std::isinf(number)) {
    bits = sign | 0x7c00;
    return true;
  }
  int exponent;
  std::frexp(magnitude, &exponent);
  // Of numbers below the smallest normal one the step stays the same.
  const int step = std::max(exponent - 1, -14) - 10;
  const double scaled = magnitude == 0 ? 0 : std::nearbyint(std::ldexp(magnitude, -step));
  auto units = static_cast<uint64_t>(scaled);
  uint64_t biased = static_cast<uint64_t>(int64_t{step} + 10 + 15);
  if (units >= 2048) {
    units /= 2;
    ++biased;
  }
  if (units < 1024) {
    bits = sign | units;
    return true;
  }
  if (biased >= 31) return false;
  bits = sign | biased << 10 | (units - 1024);
  return true;
}

double half_value(uint64_t bits) {
  const auto exponent = static_cast<int>(bits >> 10 & 31);
  const auto fraction = static_cast<double>(bits & 1023);
  const double magnitude = exponent == 31  ? (fraction == 0 ? INFINITY : NAN)
                           : exponent == 0 ? std::ldexp(fraction, -24)
                                           : std::ldexp(fraction + 1024, exponent - 25);
  return (bits & 0x8000) != 0 ? -magnitude : magnitude;
}

bool pack_number(Thread& thread, const Field& field, const Layout& layout, char* place,
                 Value value) {
  uint64_t bits = 0;
  switch (field.code) {
    case 'c':
      if (!is_bytes(value) || value.as<Bytes>()->count != 1) {
        raise_struct_error(thread, "char format requires a bytes object of length 1");
        return false;
      }
      *place = value.as<Bytes>()->bytes[0];
      return true;
    case '?': {
      const Truth flag = truth(thread, value);
      if (flag == Truth::Error) return false;
      *place = flag == Truth::True ? 1 : 0;
      return true;
    }
    case 'e':
    case 'f':
    case 'd': {
      const std::optional<double> number = to_double(thread, value);
      if (!number) {
        thread.pending = nullptr;
        raise_struct_error(thread, "required argument is not a float");
        return false;
      }
      if (field.code == 'd') {
        bits = std::bit_cast<uint64_t>(*number);
      } else if (field.code == 'f') {
        const auto narrow = static_cast<float>(*number);
        if (!layout.native && std::isinf(narrow) && !std::isinf(*number)) {
          raise_overflow_error(thread, "float too large to pack with f format");
          return false;
        }
        bits = std::bit_cast<uint32_t>(narrow);
      } else if (!half_bits(*number, bits)) {
        raise_overflow_error(thread, "float too large to pack with e format");
        return false;
      }
      break;
    }
    default:
      if (!integer_bits(thread, field, layout, value, bits)) return false;
  }
  put_bits(place, bits, field.size, layout.big_endian);
  return true;
}

bool pack_text(Thread& thread, const Field& field, char* place, Value value) {
  const std::optional<std::string_view> bytes =
      is_bytes(value) || is_bytes_like(value) ? peek_bytes(value) : std::nullopt;
  if (!bytes) {
    raise_struct_error(thread, text("argument for '", std::string_view(&field.code, 1),
                                    "' must be a bytes object"));
    return false;
  }
  std::string_view kept = *bytes;
  uint64_t room = field.count;
  if (field.code == 'p') {
    if (room == 0) return true;
    --room;
    kept = kept.substr(0, room);
    *place++ = static_cast<char>(std::min<size_t>(kept.size(), 255));
  }
  kept = kept.substr(0, room);
  kept.copy(place, kept.size());
  return true;
}

// Fills `out` (zeros so far). False: exception pending.
bool pack_values(Thread& thread, const Layout& layout, std::string_view function,
                 std::span<const Value> values, char* out) {
  if (values.size() != layout.value_count) {
    raise_struct_error(thread, text(function, " expected ", layout.value_count,
                                    " items for packing (got ", values.size(), ")"));
    return false;
  }
  size_t next = 0;
  for (const Field& field : layout.fields) {
    char* place = out + field.offset;
    if (field.code == 's' || field.code == 'p') {
      if (!pack_text(thread, field, place, values[next++])) return false;
      continue;
    }
    for (uint64_t i = 0; i < field.count; ++i) {
      if (!pack_number(thread, field, layout, place + i * field.size, values[next++])) return false;
    }
  }
  return true;
}

Value struct_calcsize(Thread& thread, Arguments arguments) {
  const std::optional<Layout> layout = parse_format(thread, arguments[0]);
  return layout ? make_uint(thread, layout->size) : Value::error();
}

Value struct_pack(Thread& thread, Arguments arguments) {
  const std::optional<Layout> layout = parse_format(thread, arguments[0]);
  if (!layout) return Value::error();
  std::string out(layout->size, '\0');
  if (!pack_values(thread, *layout, "pack", arguments[1].as<Tuple>()->view(), out.data())) {
    return Value::error();
  }
  return as_result(make_bytes(thread, out));
}

// An offset into `size` bytes with room for `wanted`; nullopt with an exception pending.
std::optional<uint64_t> place_argument(Thread& thread, Value value, uint64_t size, uint64_t wanted,
                                       std::string_view function, std::string_view purpose) {
  const std::optional<int64_t> given = to_size_argument(thread, value);
  if (!given) return std::nullopt;
  int64_t offset = *given;
  if (offset < 0) {
    if (offset + static_cast<int64_t>(size) < 0) {
      raise_struct_error(thread,
                         text("offset ", offset, " out of range for ", size, "-byte buffer"));
      return std::nullopt;
    }
    if (static_cast<uint64_t>(-offset) < wanted) {
      raise_struct_error(thread,
                         purpose == "unpacking"
                             ? text("not enough data to unpack ", wanted, " bytes")
                             : text("no space to pack ", wanted, " bytes at offset ", offset));
      return std::nullopt;
    }
    offset += static_cast<int64_t>(size);
  }
  const auto place = static_cast<uint64_t>(offset);
  if (place > size || size - place < wanted) {
    raise_struct_error(thread, text(function, " requires a buffer of at least ", place + wanted,
                                    " bytes for ", purpose, " ", wanted, " bytes at offset ", place,
                                    " (actual buffer size is ", size, ")"));
    return std::nullopt;
  }
  return place;
}

Value struct_pack_into(Thread& thread, Arguments arguments) {
  const std::optional<Layout> layout = parse_format(thread, arguments[0]);
  if (!layout) return Value::error();
  const std::span<const Value> values = arguments[1].as<Tuple>()->view();
  if (values.size() < 2) {
    return raise_struct_error(thread, values.empty() ? "pack_into expected buffer argument"
                                                     : "pack_into expected offset argument");
  }
  std::string packed(layout->size, '\0');
  if (!pack_values(thread, *layout, "pack_into", values.subspan(2), packed.data())) {
    return Value::error();
  }
  const std::optional<std::span<char>> room = writable_bytes(thread, values[0]);
  if (!room) {
    thread.pending = nullptr;
    return raise_type_error(thread, text("argument must be read-write bytes-like object, not ",
                                         type_name(thread, values[0])));
  }
  const std::optional<uint64_t> place =
      place_argument(thread, values[1], room->size(), layout->size, "pack_into", "packing");
  if (!place) return Value::error();
  packed.copy(room->data() + *place, packed.size());
  return Value::none();
}

// --- Unpacking

Value unpack_number(Thread& thread, const Field& field, const Layout& layout, const char* place) {
  if (field.code == 'c') return as_result(make_bytes(thread, std::string_view(place, 1)));
  uint64_t bits = get_bits(place, field.size, layout.big_endian);
  switch (field.code) {
    case '?':
      return Value::boolean(bits != 0);
    case 'e':
      return make_float(thread, half_value(bits));
    case 'f':
      return make_float(thread, std::bit_cast<float>(static_cast<uint32_t>(bits)));
    case 'd':
      return make_float(thread, std::bit_cast<double>(bits));
    case 'P':
      return make_uint(thread, bits);
    default:
      break;
  }
  if (!is_signed_code(field.code)) return make_uint(thread, bits);
  const uint32_t unused = 64 - field.size * 8;
  return make_int(thread, static_cast<int64_t>(bits << unused) >> unused);
}

Value unpack_values(Thread& thread, const Layout& layout, std::string_view bytes) {
  // Making values may run the collector, never script code: the bytes stay where they are.
  Tuple* values = make_tuple(thread, layout.value_count);
  if (values == nullptr) return Value::error();
  size_t next = 0;
  const auto add = [&](Value value) {
    if (value) store(values, values->values[next++], value);
    return static_cast<bool>(value);
  };
  for (const Field& field : layout.fields) {
    const char* place = bytes.data() + field.offset;
    if (field.code == 's' || field.code == 'p') {
      std::string_view part(place, field.count);
      if (field.code == 'p' && !part.empty()) {
        part = part.substr(1, static_cast<unsigned char>(part[0]));
      }
      if (!add(as_result(make_bytes(thread, part)))) return Value::error();
      continue;
    }
    for (uint64_t i = 0; i < field.count; ++i) {
      if (!add(unpack_number(thread, field, layout, place + i * field.size))) return Value::error();
    }
  }
  return Value::cell(values);
}

Value struct_unpack(Thread& thread, Arguments arguments) {
  const std::optional<Layout> layout = parse_format(thread, arguments[0]);
  if (!layout) return Value::error();
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[1]);
  if (!bytes) return Value::error();
  if (bytes->size() != layout->size) {
    return raise_struct_error(thread, text("unpack requires a buffer of ", layout->size, " bytes"));
  }
  return unpack_values(thread, *layout, *bytes);
}

Value struct_unpack_from(Thread& thread, Arguments arguments) {
  const std::optional<Layout> layout = parse_format(thread, arguments[0]);
  if (!layout) return Value::error();
  const std::optional<std::string_view> bytes = readable_bytes(thread, arguments[1]);
  if (!bytes) return Value::error();
  const std::optional<uint64_t> place =
      place_argument(thread, arguments[2], bytes->size(), layout->size, "unpack_from", "unpacking");
  return place ? unpack_values(thread, *layout, bytes->substr(*place, layout->size))
               : Value::error();
}

Value struct_set_error(Thread& thread, Arguments arguments) {
  module_state<StructState>(thread.isolate).error_class = arguments[0];
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"calcsize", "(format, /)", "How many bytes a format describes.", struct_calcsize},
    {"pack", "(format, /, *values)", "The bytes of values.", struct_pack},
    {"pack_into", "(format, /, *arguments)", "Writes the bytes of values into a buffer.",
     struct_pack_into},
    {"set_error", "(error, /)", "Says what exception to raise.", struct_set_error},
    {"unpack", "(format, buffer, /)", "The values of bytes.", struct_unpack},
    {"unpack_from", "(format, /, buffer, offset=0)", "The values of bytes at an offset.",
     struct_unpack_from},
};

}  // namespace

bool fill_struct(Thread& thread, Module* module) {
  return put_functions(thread, module, functions);
}

}  // namespace weft

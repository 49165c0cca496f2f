// Digits of floats. std::to_chars rounds correctly at any precision and finds the shortest text;
// what is done here is the layout of the form g and of repr, whose rules are Python's own.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <iterator>

#include "interpreter/objects/format_field.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

// Room for the integer part and the point: of any double, and of those below 1e18.
constexpr size_t FixedRoom = 340;
constexpr size_t SmallFixedRoom = 24;

// `append` with to_chars: `room` bytes are enough.
template <class Convert>
void append_converted(ByteBuilder& out, size_t room, Convert&& convert) {
  char* place = out.extend(room);
  if (place == nullptr) return;
  const std::to_chars_result result = convert(place, place + room);
  out.shrink(static_cast<size_t>(result.ptr - out.data()));
}

// Behind the mantissa's first digit, where the alternate form wants a point even if none follows.
void force_point(ByteBuilder& out, size_t start) {
  const std::string_view shown = out.view().substr(start);
  if (shown.find('.') != std::string_view::npos) return;
  const size_t digits = leading_digits(shown);
  const size_t behind = shown.size() - digits;
  if (out.extend(1) == nullptr) return;
  char* point = out.data() + start + digits;
  std::memmove(point + 1, point, behind);
  *point = '.';
}

void append_exponent(ByteBuilder& out, int64_t exponent) {
  out.append('e');
  out.append(exponent < 0 ? '-' : '+');
  const int64_t size = std::abs(exponent);
  if (size < 10) out.append('0');
  append_converted(out, 8, [&](char* from, char* to) { return std::to_chars(from, to, size); });
}

// `digits`, the point behind the first `point` of them (0 or less: in front), shown as g and repr
// do.
void append_general(ByteBuilder& out, std::string_view digits, int64_t point, bool use_exponent,
                    const FloatForm& form) {
  const int64_t exponent = point - 1;
  if (use_exponent) point = 1;
  const auto count = static_cast<int64_t>(digits.size());
  // Where digits (with zeros added) end, as an index into them.
  int64_t end = std::max(count, point);
  if (form.alternate && form.type == 'g') end = std::max(end, std::max<int64_t>(1, form.precision));
  if (!use_exponent && form.add_zero) end = std::max(end, point + 1);
  if (point <= 0) {
    out.append("0.");
    out.append_repeated('0', static_cast<size_t>(-point));
    out.append(digits);
    out.append_repeated('0', static_cast<size_t>(end - count));
  } else {
    const auto whole = static_cast<size_t>(std::min(count, point));
    out.append(digits.substr(0, whole));
    out.append_repeated('0', static_cast<size_t>(point) - whole);
    if (end > point || form.alternate) out.append('.');
    out.append(digits.substr(whole));
    out.append_repeated('0', static_cast<size_t>(end - std::max(count, point)));
  }
  if (use_exponent) append_exponent(out, exponent);
}

// Mantissa digits and position of the point from scientific text "d.ddde±xx", whose point is taken
// out in place.
std::string_view split_scientific(char* begin, char* end, int64_t& point) {
  char* mark = std::find(begin, end, 'e');
  int exponent = 0;
  std::from_chars(mark + (mark[1] == '+' ? 2 : 1), end, exponent);
  point = exponent + 1;
  size_t count = 1;
  if (mark - begin > 1) {
    count = static_cast<size_t>(mark - begin) - 1;
    std::memmove(begin + 1, begin + 2, count - 1);
  }
  return {begin, count};
}

// The form f of a number whose digits, those behind the point included, make an int of 63 bits:
// exact integer arithmetic and one rounding, half to even. False: out of that range.
bool append_small_fixed(ByteBuilder& out, double number, int64_t precision) {
  constexpr uint64_t Powers[] = {1,      10,      100,      1000,      10000,
                                 100000, 1000000, 10000000, 100000000, 1000000000};
  constexpr int MantissaBits = 53;
  if (precision >= static_cast<int64_t>(std::size(Powers))) return false;
  const uint64_t power = Powers[precision];
  if (number >= 9e18 / static_cast<double>(power)) return false;
  int exponent = 0;
  const auto mantissa =
      static_cast<uint64_t>(std::ldexp(std::frexp(number, &exponent), MantissaBits));
  exponent -= MantissaBits;
  const auto scaled = static_cast<unsigned __int128>(mantissa) * power;
  uint64_t digits = 0;
  if (exponent >= 0) {
    digits = static_cast<uint64_t>(scaled << exponent);
  } else if (exponent > -100) {  // below that all of it is less than half a unit
    const int shift = -exponent;
    digits = static_cast<uint64_t>(scaled >> shift);
    const auto rest = scaled & ((static_cast<unsigned __int128>(1) << shift) - 1);
    const auto half = static_cast<unsigned __int128>(1) << (shift - 1);
    if (rest > half || (rest == half && (digits & 1) != 0)) ++digits;
  }
  append_converted(out, SmallFixedRoom,
                   [&](char* from, char* to) { return std::to_chars(from, to, digits / power); });
  if (precision == 0) return true;
  uint64_t fraction = digits % power;
  char* place = out.extend(static_cast<size_t>(precision) + 1);
  if (place == nullptr) return true;
  *place = '.';
  for (int64_t i = precision; i > 0; --i, fraction /= 10) {
    place[i] = static_cast<char>('0' + fraction % 10);
  }
  return true;
}

}  // namespace

void append_magnitude(ByteBuilder& out, double number, const FloatForm& form) {
  const size_t start = out.size();
  number = std::abs(number);
  if (!std::isfinite(number)) {
    out.append(std::isnan(number) ? "nan" : "inf");
  } else if (form.type == 'f') {
    if (!append_small_fixed(out, number, form.precision)) {
      const size_t room = number < 1e18 ? SmallFixedRoom : FixedRoom;
      append_converted(out, room + static_cast<size_t>(form.precision), [&](char* from, char* to) {
        return std::to_chars(from, to, number, std::chars_format::fixed,
                             static_cast<int>(form.precision));
      });
    }
    if (form.alternate) force_point(out, start);
  } else if (form.type == 'e') {
    append_converted(out, 16 + static_cast<size_t>(form.precision), [&](char* from, char* to) {
      return std::to_chars(from, to, number, std::chars_format::scientific,
                           static_cast<int>(form.precision));
    });
    if (form.alternate) force_point(out, start);
  } else {
    const bool shortest = form.type == 'r';
    const int64_t precision = std::max<int64_t>(1, form.precision);
    ByteBuilder scratch;
    append_converted(scratch, shortest ? 40 : 16 + static_cast<size_t>(precision),
                     [&](char* from, char* to) {
                       if (shortest)
                         return std::to_chars(from, to, number, std::chars_format::scientific);
                       return std::to_chars(from, to, number, std::chars_format::scientific,
                                            static_cast<int>(precision - 1));
                     });
    if (scratch.failed()) {
      out.extend(MaxStrBytes);  // fails likewise
      return;
    }
    int64_t point;
    std::string_view digits =
        split_scientific(scratch.data(), scratch.data() + scratch.size(), point);
    while (digits.size() > 1 && digits.back() == '0') digits.remove_suffix(1);
    const int64_t most = shortest ? 16 : precision - (form.add_zero ? 1 : 0);
    append_general(out, digits, point, point <= -4 || point > most, form);
  }
  if (form.upper)
    std::transform(out.data() + start, out.data() + out.size(), out.data() + start,
                   unicode::ascii_upper);
}

}  // namespace weft

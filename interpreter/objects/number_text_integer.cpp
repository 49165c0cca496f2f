// int to text and back, both ways in less than quadratic time through GMP.
//
// The guard against huge decimal numbers is about untrusted input, not about this code's speed:
// scripts expect its ValueError. Bases that are powers of two are exempt.
#include <charconv>
#include <cmath>
#include <cstring>
#include <memory>
#include <new>
#include <vector>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/integer.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/number_text.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unicode.h"

namespace weft {

namespace {

// 99 for what is no digit in any base.
int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

bool check_digits(Thread& thread, uint64_t count, int base) {
  const uint32_t most = thread.isolate.int_max_str_digits;
  if (most == 0 || count <= most || is_power_of_two(base)) return true;
  raise_value_error(
      thread,
      text("Exceeds the limit (", most, " digits) for integer string conversion: value has ", count,
           " digits; use sys.set_int_max_str_digits() to increase the limit"));
  return false;
}

Value raise_too_many_digits(Thread& thread) {
  return raise_value_error(
      thread, text("Exceeds the limit (", thread.isolate.int_max_str_digits,
                   " digits) for integer string conversion; use sys.set_int_max_str_digits() to "
                   "increase the limit"));
}

// Bytes on the stack while few.
class ScratchBytes {
 public:
  explicit ScratchBytes(size_t count) {
    if (count > sizeof(inline_)) heap_.reset(new unsigned char[count]);
  }
  unsigned char* bytes() { return heap_ == nullptr ? inline_ : heap_.get(); }

 private:
  unsigned char inline_[512];
  std::unique_ptr<unsigned char[]> heap_;
};

// Numbers of more limbs take some hundredths of a second to convert.
constexpr uint64_t LongCount = 1 << 13;

// The number of `count` digits, given by their values: where that takes long.
Value convert_long(Thread& thread, const unsigned char* digits, uint64_t count, int base,
                   uint64_t limb_count, bool negative) {
  struct Conversion {
    Conversion(const unsigned char* from, uint64_t count, uint64_t limb_count)
        : digits(from, from + count), limbs(limb_count) {}
    std::vector<unsigned char> digits;
    std::vector<mp_limb_t> limbs;
    mp_size_t used = 0;
  };
  const auto conversion = std::make_shared<Conversion>(digits, count, limb_count);
  if (!run_long_computation(thread, [conversion, base] {
        conversion->used = mpn_set_str(conversion->limbs.data(), conversion->digits.data(),
                                       conversion->digits.size(), base);
      })) {
    return {};
  }
  return int_from_limbs(thread, conversion->limbs.data(), static_cast<uint64_t>(conversion->used),
                        negative);
}

// Writes the digits' values to `digits`, which has room for them: their number, leading zeros
// included; 0 with an exception pending.
uint64_t take_apart_long(Thread& thread, const LimbView& view, int base, unsigned char* digits,
                         size_t room) {
  struct Conversion {
    Conversion(const LimbView& view, size_t room)
        : limbs(view.limbs(), view.limbs() + view.count()), digits(room) {
      limbs.push_back(0);
    }
    std::vector<mp_limb_t> limbs;
    std::vector<unsigned char> digits;
    uint64_t count = 0;
  };
  const auto conversion = std::make_shared<Conversion>(view, room);
  if (!run_long_computation(thread, [conversion, base] {
        conversion->count = mpn_get_str(conversion->digits.data(), base, conversion->limbs.data(),
                                        static_cast<mp_size_t>(conversion->limbs.size()) - 1);
      })) {
    return 0;
  }
  std::memcpy(digits, conversion->digits.data(), conversion->count);
  return conversion->count;
}

// The number of `count` digits in `text`, underscores between them to be skipped.
Value convert_digits(Thread& thread, std::string_view text, uint64_t count, int base,
                     bool negative) {
  constexpr int64_t Bound = int64_t{1} << 56;  // with one more digit still below 2 ** 62
  int64_t small = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (; at < end && small < Bound; ++at)
    if (*at != '_') small = small * base + digit_value(*at);
  if (at == end) return Value::small_int(negative ? -small : small);

  const double bits = static_cast<double>(count) * std::log2(static_cast<double>(base));
  const auto limb_count = static_cast<uint64_t>(bits / static_cast<double>(LimbBits)) + 2;
  const LimbBudget budget(thread, limb_count * 6);
  if (!budget.granted()) return {};
  ScratchBytes digits(count);
  unsigned char* out = digits.bytes();
  for (const char c : text)
    if (c != '_') *out++ = static_cast<unsigned char>(digit_value(c));
  if (limb_count > LongCount && !is_power_of_two(base))
    return convert_long(thread, digits.bytes(), count, base, limb_count, negative);
  Int* number = allocate_int(thread, limb_count);
  if (number == nullptr) return {};
  const mp_size_t used = mpn_set_str(limbs_of(number), digits.bytes(), count, base);
  return finish_int(thread, number, static_cast<uint64_t>(used), negative);
}

// Removes "0x" and the like, with the underscore that may follow; settles base 0.
// `only_zero`: a base was left to the prefix, there is none, but a leading zero.
void take_prefix(std::string_view& text, int& base, bool& only_zero) {
  only_zero = false;
  int prefixed = 0;
  if (text.size() >= 2 && text[0] == '0') {
    const char letter = unicode::ascii_lower(text[1]);
    prefixed = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
  }
  if (base == 0) {
    base = prefixed != 0 ? prefixed : 10;
    only_zero = prefixed == 0 && !text.empty() && text[0] == '0';
  } else if (base != prefixed) {
    return;
  }
  if (prefixed == 0) return;
  text.remove_prefix(2);
  if (!text.empty() && text[0] == '_') text.remove_prefix(1);
}

}  // namespace

Value parse_int(Thread& thread, std::string_view source, int base) {
  std::string storage;
  std::string_view text = strip_blanks(ascii_number_text(source, storage));
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  bool only_zero;
  take_prefix(text, base, only_zero);
  uint64_t digits = 0;
  size_t end = 0;
  bool after_underscore = true;
  for (; end < text.size(); ++end) {
    if (text[end] == '_') {
      if (after_underscore) return Value::unset();
      after_underscore = true;
    } else if (digit_value(text[end]) < base) {
      ++digits;
      after_underscore = false;
    } else {
      break;
    }
  }
  if (after_underscore) return Value::unset();
  if (!check_digits(thread, digits, base)) return {};
  if (end != text.size()) return Value::unset();
  const Value number = convert_digits(thread, text, digits, base, negative);
  if (only_zero && number && number != Value::small_int(0)) return Value::unset();
  return number;
}

Value int_from_digits(Thread& thread, std::string_view digits, int base) {
  if (!check_digits(thread, digits.size(), base)) return {};
  return convert_digits(thread, digits, digits.size(), base, false);
}

Str* int_to_str(Thread& thread, Value number, int base) {
  if (const std::optional<int64_t> small = small_value(number)) {
    char buffer[72];
    const auto written = std::to_chars(buffer, buffer + sizeof(buffer), *small, base);
    const auto length = static_cast<size_t>(written.ptr - buffer);
    if (length == 1) return make_char_str(thread, static_cast<unsigned char>(buffer[0]));
    return make_ascii_str(thread, {buffer, length});
  }
  const LimbView view(number);
  if (view.is_zero()) return make_char_str(thread, '0');
  const uint64_t most = is_power_of_two(base) ? 0 : thread.isolate.int_max_str_digits;
  // Not even to be tried when it is certain that there are too many.
  const double digits = static_cast<double>(view.bit_length() - 1) / std::log2(base);
  if (most != 0 && digits > static_cast<double>(most)) {
    raise_too_many_digits(thread);
    return nullptr;
  }
  const LimbBudget budget(thread, static_cast<uint64_t>(view.count()) * 8);
  if (!budget.granted()) return nullptr;
  const double most_digits = static_cast<double>(view.count()) * LimbBits / std::log2(base);
  const size_t room = static_cast<size_t>(most_digits) + 3;
  ScratchBytes buffer(room + 1);
  unsigned char* first = buffer.bytes() + 1;  // the sign goes before it
  uint64_t count;
  if (static_cast<uint64_t>(view.count()) > LongCount && !is_power_of_two(base)) {
    count = take_apart_long(thread, view, base, first, room);
    if (count == 0) return nullptr;
  } else {
    // mpn_get_str uses up its operand, and one limb more.
    ScratchLimbs copy(view.count() + 1);
    std::memcpy(copy.limbs(), view.limbs(), static_cast<size_t>(view.count()) * sizeof(mp_limb_t));
    count = mpn_get_str(first, base, copy.limbs(), view.count());
  }
  while (*first == 0) {
    ++first;
    --count;
  }
  if (most != 0 && count > most) {
    raise_too_many_digits(thread);
    return nullptr;
  }
  for (uint64_t i = 0; i < count; ++i)
    first[i] = static_cast<unsigned char>("0123456789abcdefghijklmnopqrstuvwxyz"[first[i]]);
  if (view.is_negative()) {
    *--first = '-';
    ++count;
  }
  return make_ascii_str(thread, {reinterpret_cast<const char*>(first), count});
}

Value raise_invalid_int_text(Thread& thread, Value source, int64_t base) {
  constexpr uint32_t MostShown = 200;
  Str* shown = repr(thread, source);
  if (shown == nullptr) return {};
  if (shown->char_count > MostShown) shown = substring(thread, shown, 0, MostShown);
  if (shown == nullptr) return {};
  return raise_value_error(thread,
                           text("invalid literal for int() with base ", base, ": ", shown->view()));
}

}  // namespace weft

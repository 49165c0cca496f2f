// format % arguments, for str and for bytes.
//
// One engine does both: the differences are which conversions take text and in what words it
// complains. The result of bytes formatting is collected as bytes; for numbers the text is ASCII.
#include <charconv>
#include <cmath>
#include <cstring>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/format_field.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// What stands between % and the conversion character.
struct Specifier {
  bool left = false;
  bool plus = false;
  bool blank = false;
  bool alternate = false;
  bool zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t conversion = 0;

  bool is_plain() const {
    return !left && !plus && !blank && !alternate && !zero && width < 0 && precision < 0;
  }
  FormatField number_field() const {
    FormatField field;
    const bool zeros = zero && !left;
    field.fill = zeros ? U'0' : U' ';
    field.align = left ? U'<' : zeros ? U'=' : U'>';
    field.sign = plus ? '+' : blank ? ' ' : '\0';
    field.width = width;
    return field;
  }
  FormatField text_field() const {
    FormatField field;
    field.align = left ? U'<' : U'>';
    field.width = width;
    return field;
  }
};

class PercentFormatter {
 public:
  PercentFormatter(Thread& thread, std::string_view format, Value arguments, bool for_bytes)
      : thread_(thread),
        format_(format),
        position_(format.data()),
        end_(format.data() + format.size()),
        arguments_(arguments),
        for_bytes_(for_bytes) {
    if (is_tuple(arguments)) {
      count_ = static_cast<int64_t>(arguments.as<Tuple>()->count);
    } else {
      count_ = 1;
      is_single_ = true;
      const bool is_text =
          is_str(arguments) || (for_bytes && (is_bytes(arguments) || is_bytearray(arguments)));
      has_mapping_ = !is_text && !find_special(thread, arguments, Special::GetItem).is_unset();
    }
  }

  // False with an exception pending.
  bool run() {
    while (position_ != end_) {
      const void* found = std::memchr(position_, '%', static_cast<size_t>(end_ - position_));
      const char* stop = found == nullptr ? end_ : static_cast<const char*>(found);
      out_.append(std::string_view(position_, static_cast<size_t>(stop - position_)));
      position_ = stop;
      if (position_ == end_) break;
      ++position_;
      if (position_ != end_ && *position_ == '%') {
        out_.append('%');
        ++position_;
        continue;
      }
      if (!field()) return false;
    }
    if (used_ < count_ && !has_mapping_)
      return fail_type(for_bytes_ ? "not all arguments converted during bytes formatting"
                                  : "not all arguments converted during string formatting");
    if (!out_.failed()) return true;
    raise_memory_error(thread_);
    return false;
  }
  StrBuilder& out() { return out_; }

 private:
  bool fail_type(std::string_view message) {
    raise_type_error(thread_, message);
    return false;
  }
  bool fail_value(std::string_view message) {
    raise_value_error(thread_, message);
    return false;
  }

  // The next argument; error with TypeError pending when there is none.
  Value next_argument() {
    if (used_ >= count_) {
      fail_type("not enough arguments for format string");
      return Value::error();
    }
    const auto index = static_cast<size_t>(used_++);
    return is_single_ ? arguments_ : arguments_.as<Tuple>()->values[index];
  }

  // "(name)" was begun: the argument is what the mapping has under it.
  bool mapping_key() {
    if (!has_mapping_) return fail_type("format requires a mapping");
    ++position_;
    const char* start = position_;
    int open = 1;
    for (; position_ != end_; ++position_) {
      if (*position_ == ')' && --open == 0) break;
      if (*position_ == '(') ++open;
    }
    if (position_ == end_) return fail_value("incomplete format key");
    const std::string_view name(start, static_cast<size_t>(position_ - start));
    ++position_;
    const Value key =
        for_bytes_ ? Value::cell(make_bytes(thread_, name)) : Value::cell(make_str(thread_, name));
    if (!key) return false;
    if (!mapping_) mapping_ = arguments_;
    const Value value = get_item(thread_, mapping_, key);
    if (!value) return false;
    arguments_ = value;
    is_single_ = true;
    count_ = 1;
    used_ = 0;
    return true;
  }

  // A number in the format or, for *, in the arguments; `number` stays when there is none.
  bool number(int64_t& number, std::string_view too_big, bool& from_arguments) {
    from_arguments = position_ != end_ && *position_ == '*';
    if (from_arguments) {
      ++position_;
      const Value value = next_argument();
      if (!value) return false;
      if (!is_int(value)) return fail_type("* wants int");
      const auto converted = int_to_int64(value);
      if (!converted || *converted > INT64_MAX / 2 || *converted < -(INT64_MAX / 2)) {
        raise_overflow_error(thread_, "Python int too large to convert to C ssize_t");
        return false;
      }
      number = *converted;
      return true;
    }
    while (position_ != end_ && *position_ >= '0' && *position_ <= '9') {
      if (__builtin_mul_overflow(std::max<int64_t>(number, 0), 10, &number) ||
          __builtin_add_overflow(number, *position_ - '0', &number)) {
        return fail_value(too_big);
      }
      ++position_;
    }
    return true;
  }

  bool parse(Specifier& specifier) {
    for (; position_ != end_; ++position_) {
      if (*position_ == '-')
        specifier.left = true;
      else if (*position_ == '+')
        specifier.plus = true;
      else if (*position_ == ' ')
        specifier.blank = true;
      else if (*position_ == '#')
        specifier.alternate = true;
      else if (*position_ == '0')
        specifier.zero = true;
      else
        break;
    }
    bool from_arguments;
    if (!number(specifier.width, "width too big", from_arguments)) return false;
    if (from_arguments && specifier.width < 0) {
      specifier.left = true;
      specifier.width = -specifier.width;
    }
    if (position_ != end_ && *position_ == '.') {
      ++position_;
      specifier.precision = 0;
      const char* too_big = for_bytes_ ? "prec too big" : "precision too big";
      if (!number(specifier.precision, too_big, from_arguments)) return false;
      if (!from_arguments && specifier.precision > INT32_MAX) return fail_value(too_big);
      if (specifier.precision < 0) specifier.precision = 0;
    }
    if (position_ != end_ && (*position_ == 'h' || *position_ == 'l' || *position_ == 'L'))
      ++position_;
    if (position_ == end_) return fail_value("incomplete format");
    conversion_place_ = position_;
    specifier.conversion =
        for_bytes_ ? static_cast<uint8_t>(*position_++) : utf8::decode(position_);
    return true;
  }

  bool field() {
    if (position_ != end_ && *position_ == '(' && !mapping_key()) return false;
    Specifier specifier;
    if (!parse(specifier)) return false;
    const Value value = next_argument();
    if (!value) return false;
    switch (specifier.conversion) {
      case 's':
        return for_bytes_ ? bytes_text(specifier, value)
                          : text_conversion(specifier, str(thread_, value));
      case 'b':
        if (!for_bytes_) break;
        return bytes_text(specifier, value);
      case 'r':
        return text_conversion(specifier,
                               for_bytes_ ? ascii(thread_, value) : repr(thread_, value));
      case 'a':
        return text_conversion(specifier, ascii(thread_, value));
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return integer(specifier, value);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return floating(specifier, value);
      case 'c':
        return character(specifier, value);
      default:
        break;
    }
    return fail_conversion(specifier.conversion);
  }

  bool fail_conversion(uint32_t conversion) {
    constexpr char hex_digits[] = "0123456789abcdef";
    const auto offset = static_cast<size_t>(conversion_place_ - format_.data());
    const size_t index = for_bytes_ ? offset : utf8::count_chars(format_.data(), offset);
    std::string code;
    for (uint32_t left = conversion; left != 0 || code.empty(); left >>= 4)
      code.insert(code.begin(), hex_digits[left & 0xf]);
    const bool shown = for_bytes_ || (conversion > 31 && conversion < 128);
    return fail_value(text("unsupported format character '",
                           shown ? static_cast<char>(conversion) : '?', "' (0x", code,
                           ") at index ", index));
  }

  void append_text(const Specifier& specifier, std::string_view view, uint64_t chars) {
    if (specifier.width < 0)
      out_.append(view);
    else
      append_padded(out_, view, chars, specifier.text_field());
  }

  bool text_conversion(const Specifier& specifier, Str* text) {
    if (text == nullptr) return false;
    std::string_view view = text->view();
    uint64_t chars = text->char_count;
    if (specifier.precision >= 0 && static_cast<uint64_t>(specifier.precision) < chars) {
      chars = static_cast<uint64_t>(specifier.precision);
      view = view.substr(0, byte_offset(thread_, text, static_cast<uint32_t>(chars)));
    }
    append_text(specifier, view, chars);
    return true;
  }

  bool bytes_text(const Specifier& specifier, Value value) {
    if (!is_bytes_like(value)) {
      if (find_special(thread_, value, Special::Bytes).is_unset())
        return fail_type(
            text("%b requires a bytes-like object, or an object that implements "
                 "__bytes__, not '",
                 type_name(thread_, value), "'"));
      const Value given = value;
      value = call_special(thread_, given, Special::Bytes, {});
      if (!value) return false;
      if (!is_bytes(value))
        return fail_type(
            text("__bytes__ returned non-bytes (type ", type_name(thread_, value), ")"));
    }
    const auto bytes = readable_bytes(thread_, value);
    if (!bytes) return false;
    std::string_view view = *bytes;
    if (specifier.precision >= 0) view = view.substr(0, static_cast<size_t>(specifier.precision));
    append_text(specifier, view, view.size());
    return true;
  }

  // `value` as an exact int (or int subclass) by the rules of the conversion; error with the
  // complaint pending.
  Value to_integer(uint32_t conversion, Value value) {
    if (is_int(value)) return value;
    const bool is_hex = conversion == 'x' || conversion == 'X' || conversion == 'o';
    Value made;
    if (is_hex) {
      if (has_index(thread_, value)) made = to_index_value(thread_, value);
    } else if (is_float(value) || has_index(thread_, value) ||
               !find_special(thread_, value, Special::Int).is_unset() ||
               !find_special(thread_, value, Special::Trunc).is_unset()) {
      made = call(thread_, Value::cell(thread_.isolate.types.integer), {value});
    }
    if (made) return made;
    if (thread_.pending != nullptr &&
        !clear_pending_if(thread_, thread_.isolate.exceptions.type_error))
      return made;
    const bool plain_name = for_bytes_ && conversion == 'i';
    fail_type(text("%", plain_name ? 'd' : static_cast<char>(conversion),
                   is_hex ? " format: an integer is required, not "
                          : " format: a real number is required, not ",
                   type_name(thread_, value)));
    return Value::error();
  }

  bool integer(const Specifier& specifier, Value value) {
    value = to_integer(specifier.conversion, value);
    if (!value) return false;
    if (value.is_small_int() && specifier.is_plain() && specifier.conversion == 'd') {
      out_.append_number(value.as_small_int());
      return true;
    }
    // By way of the mini-language's digits, then zeros up to the precision.
    const char type = specifier.conversion == 'o'   ? 'o'
                      : specifier.conversion == 'x' ? 'x'
                      : specifier.conversion == 'X' ? 'X'
                                                    : 'd';
    if (value.is_bool()) value = Value::small_int(value.is_true() ? 1 : 0);
    NumberText parts;
    char decimal[24];
    std::string_view digits;
    if (type == 'd' && value.is_small_int()) {
      const auto end = std::to_chars(decimal, decimal + sizeof(decimal), value.as_small_int()).ptr;
      digits = {decimal, static_cast<size_t>(end - decimal)};
    } else {
      Str* shown = format_int(thread_, value, {&type, 1});
      if (shown == nullptr) return false;
      digits = shown->view();
    }
    parts.is_negative = digits[0] == '-';
    digits.remove_prefix(parts.is_negative ? 1 : 0);
    if (specifier.alternate && type != 'd')
      parts.prefix = type == 'o' ? "0o" : type == 'x' ? "0x" : "0X";
    StrBuilder extended;
    if (specifier.precision > static_cast<int64_t>(digits.size())) {
      extended.append_repeated('0', static_cast<size_t>(specifier.precision) - digits.size());
      extended.append(digits);
      digits = extended.view();
      if (extended.failed()) {
        raise_memory_error(thread_);
        return false;
      }
    }
    parts.digits = digits;
    weft::append_number(out_, parts, specifier.number_field());
    return true;
  }

  bool floating(const Specifier& specifier, Value value) {
    const auto number = to_double(thread_, value);
    if (!number) {
      if (for_bytes_ && clear_pending_if(thread_, thread_.isolate.exceptions.type_error))
        fail_type(text("float argument required, not ", type_name(thread_, value)));
      return false;
    }
    const auto letter = static_cast<char>(specifier.conversion);
    FloatForm form;
    form.upper = letter < 'a';
    form.type = form.upper ? static_cast<char>(letter + ('e' - 'E')) : letter;
    form.precision = specifier.precision < 0 ? 6 : specifier.precision;
    form.alternate = specifier.alternate;
    if (form.precision > INT32_MAX) return fail_value("precision too big");
    StrBuilder shown;
    append_magnitude(shown, *number, form);
    if (shown.failed()) {
      raise_memory_error(thread_);
      return false;
    }
    NumberText parts;
    parts.is_negative = std::signbit(*number) && !std::isnan(*number);
    const size_t digits = leading_digits(shown.view());
    parts.digits = shown.view().substr(0, digits);
    parts.rest = shown.view().substr(digits);
    weft::append_number(out_, parts, specifier.number_field());
    return true;
  }

  bool character(const Specifier& specifier, Value value) {
    char encoded[4];
    size_t size = 1;
    if (for_bytes_) {
      const auto bytes = is_bytes(value) || is_bytearray(value) ? peek_bytes(value) : std::nullopt;
      if (bytes && bytes->size() == 1) {
        encoded[0] = bytes->front();
      } else {
        if (bytes || !has_index(thread_, value))
          return fail_type("%c requires an integer in range(256) or a single byte");
        const auto number = to_index_clamped(thread_, value);
        if (!number) return false;
        if (*number < 0 || *number > 255) {
          raise_overflow_error(thread_, "%c arg not in range(256)");
          return false;
        }
        encoded[0] = static_cast<char>(*number);
      }
    } else if (is_str(value)) {
      if (as_str(value)->char_count != 1) return fail_type("%c requires int or char");
      size = as_str(value)->byte_count;
      std::memcpy(encoded, as_str(value)->data, size);
    } else {
      if (!has_index(thread_, value)) return fail_type("%c requires int or char");
      const auto number = to_index_clamped(thread_, value);
      if (!number) return false;
      if (*number < 0 || *number > utf8::MaxCodePoint) {
        raise_overflow_error(thread_, "%c arg not in range(0x110000)");
        return false;
      }
      size = static_cast<size_t>(utf8::encode(encoded, static_cast<uint32_t>(*number)) - encoded);
    }
    append_text(specifier, {encoded, size}, 1);
    return true;
  }

  Thread& thread_;
  std::string_view format_;
  const char* position_;
  const char* end_;
  const char* conversion_place_ = nullptr;
  Value arguments_;
  Value mapping_;
  int64_t count_ = 0;
  int64_t used_ = 0;
  bool is_single_ = false;
  bool has_mapping_ = false;
  bool for_bytes_;
  StrBuilder out_;
};

}  // namespace

Value percent_format(Thread& thread, Str* format, Value arguments) {
  PercentFormatter formatter(thread, format->view(), arguments, false);
  return formatter.run() ? Value::cell(formatter.out().finish(thread)) : Value::error();
}

Value percent_format_bytes(Thread& thread, Value format, Value arguments) {
  // A bytearray may change while arguments are converted: it is formatted from a copy.
  const Value source =
      is_bytes(format) ? format : Value::cell(make_bytes(thread, format.as<ByteArray>()->view()));
  if (!source) return source;
  PercentFormatter formatter(thread, source.as<Bytes>()->view(), arguments, true);
  return formatter.run() ? make_bytes_like(thread, format, formatter.out().view()) : Value::error();
}

}  // namespace weft

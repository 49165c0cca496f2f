// JSON to values, in one pass over the bytes of the text.
#include <cmath>
#include <limits>

#include "interpreter/objects/exception.h"
#include "interpreter/objects/str_builder.h"
#include "runtime/heap/marker.h"
#include "stdlib/json/json.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"

namespace weft {

void JsonState::trace_roots(runtime::Marker& marker) { marker.mark(error_class); }

namespace {

// What the decoder wants done with what was read; None where it has no wish.
struct Hooks {
  bool strict;
  Value object_hook;
  Value object_pairs_hook;
  Value parse_float;
  Value parse_int;
  Value parse_constant;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Parser {
 public:
  Parser(Thread& thread, Str* text, size_t position, const Hooks& hooks)
      : thread_(thread), text_(text), bytes_(text->view()), position_(position), hooks_(hooks) {}

  size_t position() const { return position_; }

  // The value at the position; error: exception pending.
  Value value() {
    if (at_end()) return fail("Expecting value", position_);
    switch (bytes_[position_]) {
      case '"':
        return string();
      case '{':
        return object();
      case '[':
        return array();
      case 'n':
        if (accept("null")) return Value::none();
        break;
      case 't':
        if (accept("true")) return Value::boolean(true);
        break;
      case 'f':
        if (accept("false")) return Value::boolean(false);
        break;
      case 'N':
        if (accept("NaN")) return constant("NaN", std::numeric_limits<double>::quiet_NaN());
        break;
      case 'I':
        if (accept("Infinity")) {
          return constant("Infinity", std::numeric_limits<double>::infinity());
        }
        break;
      case '-':
        if (accept("-Infinity")) {
          return constant("-Infinity", -std::numeric_limits<double>::infinity());
        }
        return number();
      default:
        return number();
    }
    return fail("Expecting value", position_);
  }

 private:
  // Keys repeat: those seen last are taken again. The cells are found on the native stack.
  static constexpr size_t KnownKeys = 64;

  bool at_end() const { return position_ >= bytes_.size(); }
  bool next_is(char c) const { return !at_end() && bytes_[position_] == c; }
  bool accept(std::string_view word) {
    if (!bytes_.substr(position_).starts_with(word)) return false;
    position_ += word.size();
    return true;
  }
  void skip_blanks() {
    while (!at_end()) {
      const char c = bytes_[position_];
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') break;
      ++position_;
    }
  }

  Value fail(std::string_view message, size_t byte) {
    Str* shown = make_str(thread_, message);
    if (shown == nullptr) return Value::error();
    const Value place = Value::small_int(char_index(thread_, text_, static_cast<uint32_t>(byte)));
    const Value made = call(thread_, module_state<JsonState>(thread_.isolate).error_class,
                            {Value::cell(shown), Value::cell(text_), place});
    if (!made || !is_exception(made)) return Value::error();
    return raise(thread_, made.as<Exception>());
  }

  bool enter() {
    if (thread_.has_interrupts() && !thread_.isolate.machine.check_interrupts(thread_)) {
      return false;
    }
    return thread_.check_native_stack();
  }

  Value constant(std::string_view name, double number) {
    if (hooks_.parse_constant.is_none()) return make_float(thread_, number);
    Str* shown = make_str(thread_, name);
    return shown == nullptr ? Value::error()
                            : call(thread_, hooks_.parse_constant, {Value::cell(shown)});
  }

  Value number() {
    const size_t begin = position_;
    size_t end = begin;
    const auto digits = [&] {
      const size_t from = end;
      while (end < bytes_.size() && is_digit(bytes_[end])) ++end;
      return end != from;
    };
    if (end < bytes_.size() && bytes_[end] == '-') ++end;
    if (end < bytes_.size() && bytes_[end] == '0') {
      ++end;
    } else if (!digits()) {
      return fail("Expecting value", begin);
    }
    bool is_float = false;
    const size_t whole_end = end;
    if (end < bytes_.size() && bytes_[end] == '.') {
      ++end;
      if (digits()) {
        is_float = true;
      } else {
        end = whole_end;
      }
    }
    const size_t before_exponent = end;
    if (end < bytes_.size() && (bytes_[end] == 'e' || bytes_[end] == 'E')) {
      ++end;
      if (end < bytes_.size() && (bytes_[end] == '+' || bytes_[end] == '-')) ++end;
      if (digits()) {
        is_float = true;
      } else {
        end = before_exponent;
      }
    }
    position_ = end;
    const std::string_view digits_text = bytes_.substr(begin, end - begin);
    const Value hook = is_float ? hooks_.parse_float : hooks_.parse_int;
    if (!hook.is_none()) {
      Str* shown = make_str(thread_, digits_text);
      return shown == nullptr ? Value::error() : call(thread_, hook, {Value::cell(shown)});
    }
    if (is_float) return make_float(thread_, *parse_float(digits_text));
    if (digits_text.size() <= 18) {
      int64_t value = 0;
      const bool negative = digits_text[0] == '-';
      for (const char c : digits_text.substr(negative ? 1 : 0)) value = value * 10 + (c - '0');
      return Value::small_int(negative ? -value : value);
    }
    return parse_int(thread_, digits_text, 10);
  }

  // The four digits of \u at `place`; -1 when there are none.
  int32_t escaped_unit(size_t place) const {
    if (place + 4 > bytes_.size()) return -1;
    int32_t unit = 0;
    for (size_t i = place; i < place + 4; ++i) {
      const char c = bytes_[i];
      const int digit = is_digit(c)            ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return -1;
      unit = unit * 16 + digit;
    }
    return unit;
  }

  // Reads one escape behind its backslash at `place`. False: exception pending.
  bool escape(size_t begin, size_t& place, StrBuilder& out) {
    if (place + 1 >= bytes_.size()) {
      fail("Unterminated string starting at", begin);
      return false;
    }
    const char letter = bytes_[place + 1];
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const size_t known = letters.find(letter); known != std::string_view::npos) {
      out.append(meanings[known]);
      place += 2;
      return true;
    }
    if (letter != 'u') {
      fail("Invalid \\escape", place);
      return false;
    }
    const int32_t unit = escaped_unit(place + 2);
    if (unit < 0) {
      fail("Invalid \\uXXXX escape", place + 1);
      return false;
    }
    auto code_point = static_cast<uint32_t>(unit);
    place += 6;
    const bool is_high = code_point >= 0xd800 && code_point < 0xdc00;
    if (is_high && bytes_.substr(place).starts_with("\\u")) {
      const int32_t low = escaped_unit(place + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        code_point = 0x10000 + ((code_point - 0xd800) << 10) + static_cast<uint32_t>(low - 0xdc00);
        place += 6;
      }
    }
    out.append_char(code_point);
    return true;
  }

  Value string(bool is_key = false) {
    const size_t begin = position_;
    size_t place = begin + 1;
    const auto plain_end = [&] {
      while (place < bytes_.size()) {
        const auto c = static_cast<unsigned char>(bytes_[place]);
        if (c == '"' || c == '\\' || c < 0x20) break;
        ++place;
      }
    };
    plain_end();
    if (place < bytes_.size() && bytes_[place] == '"') {
      const std::string_view contents = bytes_.substr(begin + 1, place - begin - 1);
      position_ = place + 1;
      return is_key ? known_key(contents) : as_result(make_str(thread_, contents));
    }
    StrBuilder out;
    out.append(bytes_.substr(begin + 1, place - begin - 1));
    for (;;) {
      if (place >= bytes_.size()) return fail("Unterminated string starting at", begin);
      const char c = bytes_[place];
      if (c == '"') break;
      if (c == '\\') {
        if (!escape(begin, place, out)) return Value::error();
      } else if (hooks_.strict) {
        return fail("Invalid control character at", place);
      } else {
        out.append(c);
        ++place;
      }
      const size_t from = place;
      plain_end();
      out.append(bytes_.substr(from, place - from));
    }
    position_ = place + 1;
    return as_result(out.finish(thread_));
  }

  Value known_key(std::string_view contents) {
    const size_t size = contents.size();
    const size_t place = size == 0 ? 0
                                   : (size * 7 + static_cast<unsigned char>(contents[0]) * 31 +
                                      static_cast<unsigned char>(contents[size - 1])) %
                                         KnownKeys;
    Str*& known = keys_[place];
    if (known != nullptr && known->view() == contents) return Value::cell(known);
    known = make_str(thread_, contents);
    return as_result(known);
  }

  Value array() {
    if (!enter()) return Value::error();
    List* list = make_list(thread_);
    if (list == nullptr) return Value::error();
    ++position_;
    skip_blanks();
    if (next_is(']')) {
      ++position_;
      return Value::cell(list);
    }
    for (;;) {
      const Value element = value();
      if (!element || !list_append(thread_, list, element)) return Value::error();
      skip_blanks();
      if (next_is(']')) break;
      if (!next_is(',')) return fail("Expecting ',' delimiter", position_);
      ++position_;
      skip_blanks();
    }
    ++position_;
    return Value::cell(list);
  }

  Value object() {
    if (!enter()) return Value::error();
    const bool wants_pairs = !hooks_.object_pairs_hook.is_none();
    Dict* dict = wants_pairs ? nullptr : make_dict(thread_);
    List* pairs = wants_pairs ? make_list(thread_) : nullptr;
    if (dict == nullptr && pairs == nullptr) return Value::error();
    ++position_;
    skip_blanks();
    if (!next_is('}')) {
      for (;;) {
        if (!next_is('"')) {
          return fail("Expecting property name enclosed in double quotes", position_);
        }
        const Value key = string(true);
        if (!key) return key;
        skip_blanks();
        if (!next_is(':')) return fail("Expecting ':' delimiter", position_);
        ++position_;
        skip_blanks();
        const Value member = value();
        if (!member) return member;
        if (wants_pairs) {
          const Value pair[] = {key, member};
          Tuple* made = make_tuple(thread_, pair);
          if (made == nullptr || !list_append(thread_, pairs, Value::cell(made))) {
            return Value::error();
          }
        } else if (!dict_set_str(thread_, dict, key.as<Str>(), member)) {
          return Value::error();
        }
        skip_blanks();
        if (next_is('}')) break;
        if (!next_is(',')) return fail("Expecting ',' delimiter", position_);
        ++position_;
        skip_blanks();
      }
    }
    ++position_;
    if (wants_pairs) return call(thread_, hooks_.object_pairs_hook, {Value::cell(pairs)});
    if (hooks_.object_hook.is_none()) return Value::cell(dict);
    return call(thread_, hooks_.object_hook, {Value::cell(dict)});
  }

  Thread& thread_;
  Str* text_;
  std::string_view bytes_;
  size_t position_;
  const Hooks& hooks_;
  Str* keys_[KnownKeys] = {};
};

Value json_scan(Thread& thread, Arguments arguments) {
  Str* given = str_argument(thread, arguments[0], "scan", "1");
  const std::optional<int64_t> index = given ? to_index(thread, arguments[1]) : std::nullopt;
  if (!index) return Value::error();
  if (*index < 0) return raise_value_error(thread, "idx cannot be negative");
  const Truth strict = truth(thread, arguments[2]);
  if (strict == Truth::Error) return Value::error();
  const Hooks hooks = {strict == Truth::True, arguments[3], arguments[4],
                       arguments[5],          arguments[6], arguments[7]};
  const auto begin = static_cast<uint32_t>(std::min<int64_t>(*index, given->char_count));
  Parser parser(thread, given, byte_offset(thread, given, begin), hooks);
  if (*index > given->char_count) {
    // Beyond the end nothing can be: the error names the place asked for.
    Str* message = make_str(thread, "Expecting value");
    const Value made =
        message == nullptr
            ? Value::error()
            : call(thread, module_state<JsonState>(thread.isolate).error_class,
                   {Value::cell(message), Value::cell(given), Value::small_int(*index)});
    if (!made || !is_exception(made)) return Value::error();
    return raise(thread, made.as<Exception>());
  }
  const Value value = parser.value();
  if (!value) return value;
  const Value pair[] = {
      value, Value::small_int(char_index(thread, given, static_cast<uint32_t>(parser.position())))};
  return as_result(make_tuple(thread, pair));
}

Value json_set_error(Thread& thread, Arguments arguments) {
  module_state<JsonState>(thread.isolate).error_class = arguments[0];
  return Value::none();
}

constexpr NativeMethod functions[] = {
    {"scan",
     "(text, index, strict, object_hook, object_pairs_hook, parse_float, parse_int, "
     "parse_constant, /)",
     "Reads one value: (value, where it ends). Hooks are None for the usual meaning.", json_scan},
    {"set_error", "(error, /)", "Says what exception to raise.", json_set_error},
};

}  // namespace

std::span<const NativeMethod> json_parser_functions() { return functions; }

bool fill_json(Thread& thread, Module* module) {
  return put_functions(thread, module, json_parser_functions()) &&
         put_functions(thread, module, json_writer_functions());
}

}  // namespace weft

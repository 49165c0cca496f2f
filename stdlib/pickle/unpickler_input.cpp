// Where the bytes of a pickle come from, and what is written as text in it.
#include <algorithm>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "stdlib/pickle/unpickler.h"

namespace weft::pickle {
namespace {

bool truncated(Thread& thread) {
  raise_unpickling(thread, "pickle data was truncated");
  return false;
}

// What a function of the file gave, behind what was left of the input.
bool take_more(Thread& thread, Unpickler* unpickler, Value more) {
  if (!more) return false;
  const auto bytes = readable_bytes(thread, more);
  if (!bytes) return false;
  UnpicklerData& data = *unpickler->data;
  if (data.input.empty() && is_bytes(more)) {
    store(unpickler, unpickler->held, more);
    data.input = more.as<Bytes>()->view();
    return true;
  }
  std::string joined(data.input);
  joined.append(*bytes);
  data.copy = std::move(joined);
  data.input = data.copy;
  return true;
}

bool at_least(Thread& thread, Unpickler* unpickler, uint64_t count) {
  UnpicklerData& data = *unpickler->data;
  while (data.input.size() < count) {
    if (unpickler->read.is_unset()) return truncated(thread);
    const size_t before = data.input.size();
    const Value size = make_uint(thread, count - before);
    if (!size || !take_more(thread, unpickler, call(thread, unpickler->read, {size}))) return false;
    if (data.input.size() == before) return truncated(thread);
  }
  return true;
}

std::optional<std::string> unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return std::nullopt;
    constexpr std::string_view names = "abfnrtv\\'\"";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\'\"";
    const size_t named = names.find(text[i]);
    if (named != std::string_view::npos) {
      out += meanings[named];
    } else if (text[i] == 'x' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else if (text[i] >= '0' && text[i] <= '7') {
      int code = 0;
      size_t digits = 0;
      while (digits < 3 && i < text.size() && text[i] >= '0' && text[i] <= '7') {
        code = code * 8 + (text[i++] - '0');
        ++digits;
      }
      --i;
      out += static_cast<char>(code);
    } else {
      out += '\\';
      out += text[i];
    }
  }
  return out;
}

bool has_only_hex_escapes(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '\\') continue;
    ++i;
    if (text[i] != 'x') continue;
    if (i + 2 >= text.size() || std::isxdigit(static_cast<unsigned char>(text[i + 1])) == 0 ||
        std::isxdigit(static_cast<unsigned char>(text[i + 2])) == 0) {
      return false;
    }
  }
  return true;
}

Value load_int_text(Thread& thread, std::string_view line, bool is_long) {
  if (!is_long && line == "00") return Value::boolean(false);
  if (!is_long && line == "01") return Value::boolean(true);
  if (is_long && line.ends_with('L')) line.remove_suffix(1);
  const Value number = parse_int(thread, line, is_long ? 10 : 0);
  return number.is_unset() ? raise_value_error(thread, "could not convert string to int") : number;
}

}  // namespace

bool read_bytes(Thread& thread, Unpickler* unpickler, uint64_t count, std::string_view& bytes) {
  UnpicklerData& data = *unpickler->data;
  if (data.input.size() < count && !at_least(thread, unpickler, count)) return false;
  bytes = data.input.substr(0, count);
  data.input.remove_prefix(count);
  return true;
}

bool read_frame(Thread& thread, Unpickler* unpickler, uint64_t count) {
  return at_least(thread, unpickler, count);
}

bool read_line(Thread& thread, Unpickler* unpickler, std::string_view& line) {
  UnpicklerData& data = *unpickler->data;
  size_t end = data.input.find('\n');
  if (end == std::string_view::npos) {
    if (unpickler->readline.is_unset()) return truncated(thread);
    if (!take_more(thread, unpickler, call(thread, unpickler->readline, {}))) return false;
    end = data.input.find('\n');
    if (end == std::string_view::npos) return truncated(thread);
  }
  line = data.input.substr(0, end);
  data.input.remove_prefix(end + 1);
  return true;
}

bool read_number(Thread& thread, Unpickler* unpickler, unsigned bytes, uint64_t& number) {
  std::string_view read;
  if (!read_bytes(thread, unpickler, bytes, read)) return false;
  number = 0;
  for (unsigned i = bytes; i-- > 0;) number = number << 8 | static_cast<unsigned char>(read[i]);
  return true;
}

Value load_old_string(Thread& thread, Unpickler* unpickler, std::string_view bytes) {
  const UnpicklerData& data = *unpickler->data;
  const Value made = as_result(make_bytes(thread, bytes));
  if (!made || data.encoding == "bytes") return made;
  const Value encoding = as_result(make_str(thread, data.encoding));
  const Value errors = encoding ? as_result(make_str(thread, data.errors)) : encoding;
  return errors ? call_method(thread, made, "decode", {encoding, errors}) : errors;
}

Value load_text(Thread& thread, Unpickler* unpickler, char opcode) {
  std::string_view line;
  if (!read_line(thread, unpickler, line)) return Value::error();
  switch (opcode) {
    case IntText:
    case LongText:
      return load_int_text(thread, line, opcode == LongText);
    case FloatText: {
      const std::optional<double> number = parse_float(line);
      if (number) return make_float(thread, *number);
      return raise_value_error(thread, "could not convert string to float");
    }
    case UnicodeText: {
      const Value bytes = as_result(make_bytes(thread, line));
      const Value encoding = as_result(make_ascii_str(thread, "raw_unicode_escape"));
      return bytes && encoding ? call_method(thread, bytes, "decode", {encoding}) : Value::error();
    }
    case StringText: {
      while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
      if (line.size() < 2 || line.front() != line.back() ||
          (line.front() != '\'' && line.front() != '"')) {
        return raise_unpickling(thread, "the STRING opcode argument must be quoted");
      }
      line = line.substr(1, line.size() - 2);
      const auto plain = has_only_hex_escapes(line) ? unescape(line) : std::nullopt;
      if (!plain) return raise_value_error(thread, "invalid \\x escape");
      return load_old_string(thread, unpickler, *plain);
    }
    default:
      return Value::unset();
  }
}

}  // namespace weft::pickle

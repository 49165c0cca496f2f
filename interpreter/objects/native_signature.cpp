#include "interpreter/objects/native_signature.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Splits off the text up to the next comma outside quotes and brackets.
std::string_view take_parameter(std::string_view& rest) {
  int depth = 0;
  char quote = 0;
  size_t end = 0;
  for (; end < rest.size(); ++end) {
    const char c = rest[end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '<') {
      ++depth;
    } else if (c == ')' || c == ']' || c == '>') {
      --depth;
    } else if (c == ',' && depth == 0) {
      break;
    }
  }
  const std::string_view parameter = trimmed(rest.substr(0, end));
  rest.remove_prefix(end < rest.size() ? end + 1 : end);
  return parameter;
}

// The value of a default; unset for `<unset>` and whatever is no constant. Error: out of memory.
Value parse_default(Thread& thread, std::string_view text) {
  if (text == "None") return Value::none();
  if (text == "True") return Value::boolean(true);
  if (text == "False") return Value::boolean(false);
  if (text == "...") return Value::ellipsis();
  if (text == "()") return Value::cell(thread.isolate.empty_tuple);
  if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"')) {
    Str* string = make_str(thread, text.substr(1, text.size() - 2));
    return string == nullptr ? Value::error() : Value::cell(string);
  }
  int64_t integer = 0;
  const char* end = text.data() + text.size();
  if (std::from_chars(text.data(), end, integer).ptr == end) return make_int(thread, integer);
  double number = 0;
  if (std::from_chars(text.data(), end, number).ptr == end) return make_float(thread, number);
  return Value::unset();
}

}  // namespace

ValueArray* NativeSignature::parse(Thread& thread, std::string_view text) {
  if (!text.empty() && text.front() == '(') text.remove_prefix(1);
  if (!text.empty() && text.back() == ')') text.remove_suffix(1);
  Str* names[MaximumParameters];
  Value defaults[MaximumParameters];
  uint32_t count = 0;
  uint32_t positional_only = 0;
  uint32_t positional = 0;
  uint32_t required = 0;
  uint32_t flags = 0;
  bool keyword_only = false;
  // Brackets only say how errors read: the parameters within have defaults anyway.
  std::string plain(text);
  if (const size_t bracket = plain.find('['); bracket != std::string::npos) {
    flags |= bracket != 0 && plain[bracket - 1] == ' ' ? 8 : 4;
    std::erase(plain, '[');
    std::erase(plain, ']');
  }
  std::string_view rest = trimmed(plain);
  while (!rest.empty() && count < MaximumParameters) {
    std::string_view parameter = take_parameter(rest);
    if (parameter == "/") {
      positional_only = positional;
      continue;
    }
    if (parameter == "*") {
      keyword_only = true;
      continue;
    }
    bool starred = false;
    if (parameter.starts_with("**")) {
      parameter.remove_prefix(2);
      flags |= 2;
      starred = true;
    } else if (parameter.starts_with("*")) {
      parameter.remove_prefix(1);
      flags |= 1;
      keyword_only = true;
      starred = true;
    }
    const size_t equals = parameter.find('=');
    defaults[count] = Value::error();
    if (equals != std::string_view::npos) {
      defaults[count] = parse_default(thread, trimmed(parameter.substr(equals + 1)));
      if (!defaults[count]) return nullptr;
      parameter = trimmed(parameter.substr(0, equals));
    }
    names[count] = intern(thread, parameter);
    if (names[count] == nullptr) return nullptr;
    if (!starred && !keyword_only) {
      ++positional;
      if (!defaults[count]) required = positional;
    }
    ++count;
  }
  const uint64_t capacity = HeaderCount + count + std::max(count, FewParameters);
  auto* storage = make_cell<ValueArray>(thread, capacity * sizeof(Value),
                                        internal_header(Kind::ValueArray), capacity);
  if (storage == nullptr) return nullptr;
  storage->values[0] = Value::small_int(positional_only);
  storage->values[1] = Value::small_int(positional);
  storage->values[2] = Value::small_int(required);
  storage->values[3] = Value::small_int(flags);
  storage->values[4] = Value::small_int(count);
  for (uint32_t i = 0; i < count; ++i) {
    storage->values[HeaderCount + i] = Value::cell(names[i]);
    storage->values[HeaderCount + count + i] = defaults[i];
  }
  for (uint64_t i = HeaderCount + 2 * uint64_t{count}; i < capacity; ++i)
    storage->values[i] = Value::unset();
  return storage;
}

}  // namespace weft

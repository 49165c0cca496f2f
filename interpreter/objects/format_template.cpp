// str.format and str.format_map.
#include <cstring>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

// The parts of a replacement field, without its braces.
struct Field {
  std::string_view name;
  std::string_view specification;
  uint32_t conversion = 0;
  bool nested = false;  // the specification has fields of its own
};

class TemplateFormatter {
 public:
  TemplateFormatter(Thread& thread, Tuple* positional, Value named)
      : thread_(thread), positional_(positional), named_(named) {}

  // Appends `format` with its fields filled in; false with an exception pending. `depth` counts how
  // deep specifications may still nest.
  bool run(StrBuilder& out, std::string_view format, int depth) {
    if (depth == 0) return fail("Max string recursion exceeded");
    const char* position = format.data();
    const char* end = position + format.size();
    while (position != end) {
      const char* brace = position;
      while (brace != end && *brace != '{' && *brace != '}') ++brace;
      out.append(std::string_view(position, static_cast<size_t>(brace - position)));
      position = brace;
      if (position == end) break;
      const char kind = *position++;
      if (position != end && *position == kind) {  // doubled: stands for itself
        out.append(kind);
        ++position;
        continue;
      }
      if (kind == '}') return fail("Single '}' encountered in format string");
      if (position == end) return fail("Single '{' encountered in format string");
      Field field;
      if (!parse_field(position, end, field) || !append_field(out, field, depth)) return false;
    }
    return true;
  }

 private:
  enum class Numbering : uint8_t { None, Automatic, Manual };

  bool fail(std::string_view message) {
    raise_value_error(thread_, message);
    return false;
  }

  bool parse_field(const char*& position, const char* end, Field& field) {
    const char* start = position;
    bool in_brackets = false;
    char stop = 0;
    for (; position != end && stop == 0; ++position) {
      switch (*position) {
        case '{':
          return fail("unexpected '{' in field name");
        case '[':
          in_brackets = true;
          break;
        case ']':
          in_brackets = false;
          break;
        case '}':
        case ':':
        case '!':
          if (!in_brackets) stop = *position;
          break;
        default:
          break;
      }
    }
    if (stop == 0) return fail("expected '}' before end of string");
    field.name = {start, static_cast<size_t>(position - 1 - start)};
    if (stop == '}') return true;
    if (stop == '!') {
      if (position == end) return fail("end of string while looking for conversion specifier");
      field.conversion = utf8::decode(position);
      if (position != end) {
        const char next = *position++;
        if (next == '}') return true;
        if (next != ':') return fail("expected ':' after conversion specifier");
      }
    }
    start = position;
    int open = 1;
    for (; position != end; ++position) {
      if (*position == '{') {
        field.nested = true;
        ++open;
      } else if (*position == '}' && --open == 0) {
        field.specification = {start, static_cast<size_t>(position - start)};
        ++position;
        return true;
      }
    }
    return fail("unmatched '{' in format spec");
  }

  // All of `text` as a number: -1 when it is none, -2 with an exception pending.
  int64_t parse_index(std::string_view text) {
    if (text.empty()) return -1;
    int64_t number = 0;
    const char* position = text.data();
    const char* end = position + text.size();
    while (position != end) {
      const int digit = unicode::decimal_value(utf8::decode(position));
      if (digit < 0) return -1;
      if (number > (INT64_MAX - digit) / 10) {
        fail("Too many decimal digits in format string");
        return -2;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  bool use_numbering(Numbering wanted) {
    if (numbering_ == Numbering::None) numbering_ = wanted;
    if (numbering_ == wanted) return true;
    return fail(wanted == Numbering::Automatic
                    ? "cannot switch from manual field specification to automatic field numbering"
                    : "cannot switch from automatic field numbering to manual field "
                      "specification");
  }

  // The argument a field begins with.
  Value argument(std::string_view name) {
    int64_t index = parse_index(name);
    if (index == -2) return Value::error();
    if (name.empty() || index >= 0) {
      if (!use_numbering(name.empty() ? Numbering::Automatic : Numbering::Manual))
        return Value::error();
      if (name.empty()) index = next_automatic_++;
      if (positional_ == nullptr)
        return raise_value_error(thread_, "Format string contains positional fields");
      if (static_cast<uint64_t>(index) >= positional_->count)
        return raise_index_error(
            thread_, text("Replacement index ", index, " out of range for positional args tuple"));
      return positional_->values[index];
    }
    Str* key = make_str(thread_, name);
    if (key == nullptr) return Value::error();
    if (positional_ == nullptr) return get_item(thread_, named_, Value::cell(key));
    const Value found = dict_get_str(named_.as<Dict>(), key);
    return found.is_unset() ? raise_key_error(thread_, Value::cell(key)) : found;
  }

  // The object "name.attribute[item]…" means.
  Value resolve(std::string_view name) {
    const size_t first_end = std::min(name.find_first_of(".["), name.size());
    Value value = argument(name.substr(0, first_end));
    std::string_view left = name.substr(first_end);
    while (value && !left.empty()) {
      const char kind = left.front();
      left.remove_prefix(1);
      if (kind == '.') {
        const size_t size = std::min(left.find_first_of(".["), left.size());
        if (size == 0) return raise_value_error(thread_, "Empty attribute in format string");
        Str* attribute = intern(thread_, left.substr(0, size));
        if (attribute == nullptr) return Value::error();
        value = get_attribute(thread_, value, attribute);
        left.remove_prefix(size);
      } else if (kind == '[') {
        const size_t size = left.find(']');
        if (size == std::string_view::npos)
          return raise_value_error(thread_, "Missing ']' in format string");
        if (size == 0) return raise_value_error(thread_, "Empty attribute in format string");
        const std::string_view item = left.substr(0, size);
        const int64_t index = parse_index(item);
        if (index == -2) return Value::error();
        const Value key =
            index >= 0 ? make_int(thread_, index) : Value::cell(make_str(thread_, item));
        if (!key) return key;
        value = get_item(thread_, value, key);
        left.remove_prefix(size + 1);
      } else {
        return raise_value_error(thread_,
                                 "Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  bool append_field(StrBuilder& out, const Field& field, int depth) {
    const Value value = resolve(field.name);
    if (!value) return false;
    Conversion conversion = Conversion::None;
    switch (field.conversion) {
      case 0:
        break;
      case 's':
        conversion = Conversion::Str;
        break;
      case 'r':
        conversion = Conversion::Repr;
        break;
      case 'a':
        conversion = Conversion::Ascii;
        break;
      default:
        return fail_conversion(field.conversion);
    }
    if (!field.nested)
      return append_formatted(thread_, out, value, conversion, field.specification);
    StrBuilder specification;
    if (!run(specification, field.specification, depth - 1)) return false;
    return append_formatted(thread_, out, value, conversion, specification.view());
  }

  bool fail_conversion(uint32_t conversion) {
    if (conversion > 32 && conversion < 127)
      return fail(text("Unknown conversion specifier ", static_cast<char>(conversion)));
    constexpr char hex_digits[] = "0123456789abcdef";
    std::string code;
    for (uint32_t left = conversion; left != 0; left >>= 4)
      code.insert(code.begin(), hex_digits[left & 0xf]);
    return fail(text("Unknown conversion specifier \\x", code));
  }

  Thread& thread_;
  Tuple* positional_;  // null for format_map
  Value named_;
  Numbering numbering_ = Numbering::None;
  int64_t next_automatic_ = 0;
};

}  // namespace

Str* format_template(Thread& thread, Str* format, Tuple* positional, Value named) {
  StrBuilder out;
  TemplateFormatter formatter(thread, positional, named);
  return formatter.run(out, format->view(), 2) ? out.finish(thread) : nullptr;
}

}  // namespace weft

// Methods of str about case, and the isX questions.
#include <cstring>

#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {

namespace {

struct Chars {
  const char* position;
  const char* end;
  explicit Chars(const Str* text) : position(text->data), end(text->data + text->byte_count) {}
  bool at_end() const { return position == end; }
  uint32_t next() { return utf8::decode(position); }
};

// A capital sigma at `position` becomes the final form when a cased letter precedes and none
// follows, marks and the like aside.
bool is_final_sigma(const Str* text, const char* position) {
  const char* back = position;
  while (back != text->data) {
    back = utf8::previous(back);
    const char* decoded = back;
    const uint32_t code_point = utf8::decode(decoded);
    if (unicode::is_case_ignorable(code_point)) {
      if (back == text->data) return false;
      continue;
    }
    if (!unicode::is_cased(code_point)) return false;
    break;
  }
  if (back == position) return false;
  const char* end = text->data + text->byte_count;
  const char* ahead = position + utf8::sequence_size(*position);
  while (ahead != end) {
    const uint32_t code_point = utf8::decode(ahead);
    if (!unicode::is_case_ignorable(code_point)) return !unicode::is_cased(code_point);
  }
  return true;
}

constexpr uint32_t CapitalSigma = 0x3a3;
constexpr uint32_t SmallSigma = 0x3c3;
constexpr uint32_t FinalSigma = 0x3c2;

// Appends what `map` makes of the code point.
void append_mapped(StrBuilder& out, uint32_t code_point, int (*map)(uint32_t, uint32_t*)) {
  uint32_t mapped[unicode::MaxMapped];
  const int count = map(code_point, mapped);
  for (int i = 0; i < count; ++i) out.append_char(mapped[i]);
}

// `position` is where the code point stands in `text`.
void append_lower(StrBuilder& out, const Str* text, const char* position, uint32_t code_point) {
  if (code_point == CapitalSigma)
    out.append_char(is_final_sigma(text, position) ? FinalSigma : SmallSigma);
  else
    append_mapped(out, code_point, unicode::to_lower);
}

// A copy of ASCII text that `change` writes: change(out, in, size).
template <class Change>
Value map_ascii(Thread& thread, const Str* text, Change&& change) {
  if (text->byte_count <= 1) {  // shared strings
    char byte = 0;
    change(&byte, text->data, text->byte_count);
    return Value::cell(make_ascii_str(thread, {&byte, text->byte_count}));
  }
  Str* made = allocate_str(thread, text->byte_count, text->byte_count);
  if (made == nullptr) return Value::error();
  change(made->inline_bytes(), text->data, text->byte_count);
  return Value::cell(made);
}

Value map_all(Thread& thread, const Str* text, int (*map)(uint32_t, uint32_t*)) {
  StrBuilder out;
  for (Chars chars(text); !chars.at_end();) append_mapped(out, chars.next(), map);
  return Value::cell(out.finish(thread));
}

// Every code point satisfies `property`, and there is one.
template <uint8_t ascii_mask>
Value all_are(const Str* text, bool (*property)(uint32_t)) {
  if (text->byte_count == 0) return Value::boolean(false);
  if (text->is_ascii) {
    for (const char byte : text->view())
      if (!unicode::ascii_is(byte, ascii_mask)) return Value::boolean(false);
    return Value::boolean(true);
  }
  for (Chars chars(text); !chars.at_end();)
    if (!property(chars.next())) return Value::boolean(false);
  return Value::boolean(true);
}

// At least one cased letter, and none for which `spoils` holds.
Value cased_all(const Str* text, bool (*wanted)(uint32_t), bool (*spoils)(uint32_t)) {
  bool found = false;
  for (Chars chars(text); !chars.at_end();) {
    const uint32_t code_point = chars.next();
    if (spoils(code_point) || unicode::is_title(code_point)) return Value::boolean(false);
    found = found || wanted(code_point);
  }
  return Value::boolean(found);
}

}  // namespace

Value str_lower(Thread& thread, Arguments arguments) {
  const Str* text = as_str(arguments[0]);
  if (text->is_ascii) return map_ascii(thread, text, unicode::ascii_lower_all);
  StrBuilder out;
  for (Chars chars(text); !chars.at_end();) {
    const char* position = chars.position;
    append_lower(out, text, position, chars.next());
  }
  return Value::cell(out.finish(thread));
}

Value str_upper(Thread& thread, Arguments arguments) {
  const Str* text = as_str(arguments[0]);
  if (text->is_ascii) return map_ascii(thread, text, unicode::ascii_upper_all);
  return map_all(thread, text, unicode::to_upper);
}

Value str_casefold(Thread& thread, Arguments arguments) {
  const Str* text = as_str(arguments[0]);
  if (text->is_ascii) return map_ascii(thread, text, unicode::ascii_lower_all);
  return map_all(thread, text, unicode::to_folded);
}

Value str_swapcase(Thread& thread, Arguments arguments) {
  const Str* text = as_str(arguments[0]);
  if (text->is_ascii)
    return map_ascii(thread, text, [](char* out, const char* in, size_t size) {
      for (size_t i = 0; i < size; ++i)
        out[i] =
            unicode::ascii_is(in[i], unicode::AsciiAlpha) ? static_cast<char>(in[i] ^ 0x20) : in[i];
    });
  StrBuilder out;
  for (Chars chars(text); !chars.at_end();) {
    const char* position = chars.position;
    const uint32_t code_point = chars.next();
    if (unicode::is_upper(code_point))
      append_lower(out, text, position, code_point);
    else if (unicode::is_lower(code_point))
      append_mapped(out, code_point, unicode::to_upper);
    else
      out.append_char(code_point);
  }
  return Value::cell(out.finish(thread));
}

Value str_capitalize(Thread& thread, Arguments arguments) {
  const Str* text = as_str(arguments[0]);
  if (text->is_ascii)
    return map_ascii(thread, text, [](char* out, const char* in, size_t size) {
      unicode::ascii_lower_all(out, in, size);
      if (size != 0) out[0] = unicode::ascii_upper(in[0]);
    });
  StrBuilder out;
  Chars chars(text);
  append_mapped(out, chars.next(), unicode::to_title);
  while (!chars.at_end()) {
    const char* position = chars.position;
    append_lower(out, text, position, chars.next());
  }
  return Value::cell(out.finish(thread));
}

Value str_title(Thread& thread, Arguments arguments) {
  const Str* text = as_str(arguments[0]);
  if (text->is_ascii)
    return map_ascii(thread, text, [](char* out, const char* in, size_t size) {
      bool in_word = false;
      for (size_t i = 0; i < size; ++i) {
        out[i] = in_word ? unicode::ascii_lower(in[i]) : unicode::ascii_upper(in[i]);
        in_word = unicode::ascii_is(in[i], unicode::AsciiAlpha);
      }
    });
  StrBuilder out;
  bool in_word = false;
  for (Chars chars(text); !chars.at_end();) {
    const char* position = chars.position;
    const uint32_t code_point = chars.next();
    if (in_word)
      append_lower(out, text, position, code_point);
    else
      append_mapped(out, code_point, unicode::to_title);
    in_word = unicode::is_cased(code_point);
  }
  return Value::cell(out.finish(thread));
}

Value str_is_alpha(Thread&, Arguments arguments) {
  return all_are<unicode::AsciiAlpha>(as_str(arguments[0]), unicode::is_alpha);
}

Value str_is_alnum(Thread&, Arguments arguments) {
  return all_are<unicode::AsciiAlnum>(as_str(arguments[0]), unicode::is_alnum);
}

Value str_is_decimal(Thread&, Arguments arguments) {
  return all_are<unicode::AsciiDigit>(as_str(arguments[0]), unicode::is_decimal);
}

Value str_is_digit(Thread&, Arguments arguments) {
  return all_are<unicode::AsciiDigit>(as_str(arguments[0]), unicode::is_digit);
}

Value str_is_numeric(Thread&, Arguments arguments) {
  return all_are<unicode::AsciiDigit>(as_str(arguments[0]), unicode::is_numeric);
}

Value str_is_space(Thread&, Arguments arguments) {
  return all_are<unicode::AsciiSpace>(as_str(arguments[0]), unicode::is_space);
}

Value str_is_ascii(Thread&, Arguments arguments) {
  return Value::boolean(as_str(arguments[0])->is_ascii);
}

Value str_is_identifier(Thread&, Arguments arguments) {
  return Value::boolean(is_identifier(as_str(arguments[0])));
}

Value str_is_printable(Thread&, Arguments arguments) {
  for (Chars chars(as_str(arguments[0])); !chars.at_end();)
    if (!unicode::is_printable(chars.next())) return Value::boolean(false);
  return Value::boolean(true);
}

Value str_is_lower(Thread&, Arguments arguments) {
  return cased_all(as_str(arguments[0]), unicode::is_lower, unicode::is_upper);
}

Value str_is_upper(Thread&, Arguments arguments) {
  return cased_all(as_str(arguments[0]), unicode::is_upper, unicode::is_lower);
}

Value str_is_title(Thread&, Arguments arguments) {
  bool found = false;
  bool in_word = false;
  for (Chars chars(as_str(arguments[0])); !chars.at_end();) {
    const uint32_t code_point = chars.next();
    if (unicode::is_upper(code_point) || unicode::is_title(code_point)) {
      if (in_word) return Value::boolean(false);
      in_word = found = true;
    } else if (unicode::is_lower(code_point)) {
      if (!in_word) return Value::boolean(false);
      found = true;
    } else {
      in_word = false;
    }
  }
  return Value::boolean(found);
}

}  // namespace weft

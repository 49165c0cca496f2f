// Module unicodedata: properties of characters and normal forms, by libutf8proc.
//
// The way from a character to its name is not kept (names are known by fingerprints only, see
// syntax/character_names.h), so that name() says so.
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "interpreter/objects/unicode.h"
#include "interpreter/objects/unicode_utf8.h"
#include "interpreter/syntax/character_names.h"
#include "stdlib/module_filling.h"
#include "stdlib/native_modules.h"
#include "stdlib/unicodedata/unicode_tables.h"

namespace weft {
namespace {

std::optional<uint32_t> character_argument(Thread& thread, Value value, std::string_view function,
                                           std::string_view position) {
  if (!is_str(value)) {
    raise_type_error(thread,
                     text(function, "() argument", position, " must be a unicode character, not ",
                          argument_type_name(thread, value)));
    return std::nullopt;
  }
  const auto* character = value.as<Str>();
  if (character->char_count != 1) {
    raise_type_error(
        thread, text(function, "() argument", position, " must be a unicode character, not str"));
    return std::nullopt;
  }
  const char* at = character->data;
  return utf8::decode(at);
}

const utf8proc_property_t* properties(uint32_t character) {
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(character));
}

Value unicode_category(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "category", "");
  if (!character) return Value::error();
  return as_result(
      make_ascii_str(thread, utf8proc_category_string(static_cast<utf8proc_int32_t>(*character))));
}

Value unicode_bidirectional(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "bidirectional", "");
  if (!character) return Value::error();
  constexpr std::string_view classes[] = {"",    "L",  "LRE", "LRO", "R",   "AL",  "RLE", "RLO",
                                          "PDF", "EN", "ES",  "ET",  "AN",  "CS",  "NSM", "BN",
                                          "B",   "S",  "WS",  "ON",  "LRI", "RLI", "FSI", "PDI"};
  const size_t index = properties(*character)->bidi_class;
  return as_result(make_ascii_str(thread, index < std::size(classes) ? classes[index] : ""));
}

Value unicode_combining(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "combining", "");
  if (!character) return Value::error();
  return Value::small_int(properties(*character)->combining_class);
}

Value unicode_mirrored(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "mirrored", "");
  if (!character) return Value::error();
  return Value::small_int(properties(*character)->bidi_mirrored ? 1 : 0);
}

Value or_default(Thread& thread, Value given, std::string_view message) {
  return given.is_unset() ? raise_value_error(thread, message) : given;
}

Value unicode_decimal(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "decimal", " 1");
  if (!character) return Value::error();
  const int value = unicode::decimal_value(*character);
  return value >= 0 ? Value::small_int(value) : or_default(thread, arguments[1], "not a decimal");
}

const unicode::NumericCharacter* find_number(uint32_t character) {
  const auto* end = unicode::NumericCharacters + unicode::NumericCharacterCount;
  const auto* found = std::partition_point(
      unicode::NumericCharacters, end,
      [=](const unicode::NumericCharacter& each) { return each.character < character; });
  return found != end && found->character == character ? found : nullptr;
}

// -1: no digit. Superscripts and circled digits are digits, but no decimal ones.
int digit_value(uint32_t character) {
  const int decimal = unicode::decimal_value(character);
  if (decimal >= 0 || !unicode::is_digit(character)) return decimal;
  const unicode::NumericCharacter* number = find_number(character);
  return number == nullptr ? -1 : static_cast<int>(number->numerator);
}

Value unicode_digit(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "digit", " 1");
  if (!character) return Value::error();
  const int value = digit_value(*character);
  return value >= 0 ? Value::small_int(value) : or_default(thread, arguments[1], "not a digit");
}

Value unicode_numeric(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "numeric", " 1");
  if (!character) return Value::error();
  const int decimal = unicode::decimal_value(*character);
  if (decimal >= 0) return make_float(thread, decimal);
  const unicode::NumericCharacter* number = find_number(*character);
  if (number == nullptr) return or_default(thread, arguments[1], "not a numeric character");
  return make_float(thread, static_cast<double>(number->numerator) / number->denominator);
}

Value unicode_east_asian_width(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "east_asian_width", "");
  if (!character) return Value::error();
  const auto* behind = std::partition_point(
      unicode::WidthRanges, unicode::WidthRanges + unicode::WidthRangeCount,
      [=](const unicode::WidthRange& range) { return range.first <= *character; });
  constexpr std::string_view widths[] = {"N", "Na", "A", "W", "F", "H"};
  return as_result(make_ascii_str(thread, widths[behind[-1].width]));
}

Value unicode_decomposition(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "decomposition", "");
  if (!character) return Value::error();
  const utf8proc_property_t* property = properties(*character);
  if (property->decomp_seqindex == UINT16_MAX) return as_result(make_ascii_str(thread, ""));
  constexpr std::string_view kinds[] = {
      "",    "font",     "noBreak", "initial", "medial", "final",  "isolated", "circle", "super",
      "sub", "vertical", "wide",    "narrow",  "small",  "square", "fraction", "compat"};
  std::string out;
  const size_t kind = property->decomp_type;
  if (kind != 0 && kind < std::size(kinds)) out = text("<", kinds[kind], ">");
  utf8proc_int32_t parts[32];
  int boundary = 0;
  const auto option = static_cast<utf8proc_option_t>(
      kind == 0 ? UTF8PROC_DECOMPOSE : UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(*character), parts, 32,
                                             option, &boundary);
  for (int i = 0; i < count; ++i) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%04X", static_cast<unsigned>(parts[i]));
    if (!out.empty()) out += ' ';
    out += digits;
  }
  return as_result(make_ascii_str(thread, out));
}

Value unicode_lookup(Thread& thread, Arguments arguments) {
  Str* name = str_argument(thread, arguments[0], "lookup", "1");
  if (name == nullptr) return Value::error();
  const uint32_t found = syntax::find_character_named(name->view());
  if (found != syntax::NoCharacter) return as_result(make_char_str(thread, found));
  return raise(thread, thread.isolate.exceptions.key_error,
               text("undefined character name '", name->view(), "'"));
}

Value unicode_name(Thread& thread, Arguments arguments) {
  const auto character = character_argument(thread, arguments[0], "name", " 1");
  if (!character) return Value::error();
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(*character));
  if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CN ||
      category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO) {
    return or_default(thread, arguments[1], "no such name");
  }
  return raise(thread, thread.isolate.exceptions.not_implemented_error,
               "unicodedata.name: the names of characters are not kept");
}

std::optional<utf8proc_option_t> normal_form(Thread& thread, Value value) {
  const std::string_view form = value.as<Str>()->view();
  int options = UTF8PROC_STABLE;
  if (form == "NFC") {
    options |= UTF8PROC_COMPOSE;
  } else if (form == "NFD") {
    options |= UTF8PROC_DECOMPOSE;
  } else if (form == "NFKC") {
    options |= UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
  } else if (form == "NFKD") {
    options |= UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT;
  } else {
    raise_value_error(thread, "invalid normalization form");
    return std::nullopt;
  }
  return static_cast<utf8proc_option_t>(options);
}

// The text of arguments 0 (the form) and 1; null with an exception pending.
Str* normalized(Thread& thread, Arguments arguments, std::string_view function) {
  Str* form = str_argument(thread, arguments[0], function, "1");
  Str* given = form == nullptr ? nullptr : str_argument(thread, arguments[1], function, "2");
  if (given == nullptr) return nullptr;
  const auto options = normal_form(thread, arguments[0]);
  if (!options) return nullptr;
  if (given->is_ascii) return given;
  utf8proc_uint8_t* made = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(given->data),
                   static_cast<utf8proc_ssize_t>(given->byte_count), &made, *options);
  if (size == UTF8PROC_ERROR_NOMEM) {
    raise_memory_error(thread);
    return nullptr;
  }
  if (size < 0) {
    raise_value_error(thread, "text with surrogates has no normal form here");
    return nullptr;
  }
  Str* result = make_str(thread, {reinterpret_cast<char*>(made), static_cast<size_t>(size)});
  std::free(made);
  return result;
}

Value unicode_normalize(Thread& thread, Arguments arguments) {
  return as_result(normalized(thread, arguments, "normalize"));
}

Value unicode_is_normalized(Thread& thread, Arguments arguments) {
  Str* form = normalized(thread, arguments, "is_normalized");
  return form == nullptr ? Value::error() : Value::boolean(str_equal(form, arguments[1].as<Str>()));
}

constexpr NativeMethod functions[] = {
    {"category", "(chr, /)", "The general category: 'Lu' …", unicode_category},
    {"bidirectional", "(chr, /)", "The direction class.", unicode_bidirectional},
    {"combining", "(chr, /)", "The combining class.", unicode_combining},
    {"mirrored", "(chr, /)", "1 if text from right to left mirrors it.", unicode_mirrored},
    {"decimal", "(chr, default=<unset>, /)", "The value of a decimal digit.", unicode_decimal},
    {"digit", "(chr, default=<unset>, /)", "The value of a digit.", unicode_digit},
    {"numeric", "(chr, default=<unset>, /)", "The value as a float.", unicode_numeric},
    {"east_asian_width", "(chr, /)", "The width class: 'W' …", unicode_east_asian_width},
    {"decomposition", "(chr, /)", "What the character decomposes into.", unicode_decomposition},
    {"lookup", "(name, /)", "The character of a name.", unicode_lookup},
    {"name", "(chr, default=<unset>, /)", "The name of a character.", unicode_name},
    {"normalize", "(form, unistr, /)", "The text in a normal form.", unicode_normalize},
    {"is_normalized", "(form, unistr, /)", "Whether it is in that form.", unicode_is_normalized},
};

}  // namespace

bool fill_unicodedata(Thread& thread, Module* module) {
  return put_functions(thread, module, functions) &&
         put_name(thread, module, "unidata_version", as_result(make_ascii_str(thread, "14.0.0")));
}

}  // namespace weft

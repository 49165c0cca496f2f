// What scripts see of str: construction, operators, and the table of methods.
#include <cstring>

#include "interpreter/objects/codec.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/str_iterator.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Str* self_of(Arguments arguments) { return as_str(arguments[0]); }

// The text as an instance of a script subclass, its bytes in a buffer.
Value instance_with_text(Thread& thread, Type* type, const Str* text) {
  ByteBuffer* buffer = ByteBuffer::make(thread.isolate.heap, internal_header(Kind::ByteBuffer),
                                        uint64_t{text->byte_count} + 1);
  if (buffer == nullptr) return raise_memory_error(thread);
  std::memcpy(buffer->bytes, text->data, text->byte_count);
  buffer->bytes[text->byte_count] = '\0';
  Str* instance = new_instance<Str>(thread, type);
  if (instance == nullptr) return Value::error();
  instance->hash = text->hash;
  instance->byte_count = text->byte_count;
  instance->char_count = text->char_count;
  instance->is_ascii = text->is_ascii;
  instance->is_interned = false;
  instance->is_joined = false;
  instance->data = buffer->bytes;
  instance->set_buffer(buffer);
  return Value::cell(instance);
}

Str* text_for_new(Thread& thread, Value object, Value encoding, Value errors) {
  if (object.is_unset()) return make_str(thread, std::string_view());
  if (encoding.is_unset() && errors.is_unset()) return str(thread, object);
  std::string_view encoding_text = "utf-8";
  std::string_view errors_text = "strict";
  if (!encoding.is_unset()) {
    Str* given = expect_str_argument(thread, encoding, "str", "encoding");
    if (given == nullptr) return nullptr;
    encoding_text = given->view();
  }
  if (!errors.is_unset()) {
    Str* given = expect_str_argument(thread, errors, "str", "errors");
    if (given == nullptr) return nullptr;
    errors_text = given->view();
  }
  return decode_object(thread, object, encoding_text, errors_text);
}

Value str_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.str);
  if (type == nullptr) return Value::error();
  Str* text = text_for_new(thread, arguments[1], arguments[2], arguments[3]);
  if (text == nullptr) return Value::error();
  if (type == thread.isolate.types.str) return Value::cell(text);
  return instance_with_text(thread, type, text);
}

Value str_repr_method(Thread& thread, Arguments arguments) {
  return Value::cell(str_repr(thread, self_of(arguments)));
}

Value str_str(Thread& thread, Arguments arguments) {
  return Value::cell(exact_str(thread, self_of(arguments)));
}

Value str_hash_method(Thread&, Arguments arguments) {
  return Value::small_int(visible_str_hash(self_of(arguments)));
}

Value str_length(Thread&, Arguments arguments) {
  return Value::small_int(self_of(arguments)->char_count);
}

Value str_slice(Thread& thread, Str* self, const Slice* slice) {
  const auto numbers = slice_numbers(thread, slice);
  if (!numbers) return Value::error();
  const SliceRange range = clamp_slice(*numbers, self->char_count);
  if (range.length == 0) return Value::cell(make_str(thread, std::string_view()));
  if (range.step == 1)
    return Value::cell(
        substring(thread, self, static_cast<uint32_t>(range.start),
                  static_cast<uint32_t>(range.start + static_cast<int64_t>(range.length))));
  if (range.length == 1) return str_get_item(thread, self, range.start);
  if (self->is_ascii) {
    Str* made = allocate_str(thread, range.length, range.length);
    if (made == nullptr) return Value::error();
    char* out = made->inline_bytes();
    const char* in = self->data + range.start;
    for (uint64_t i = 0; i < range.length; ++i, in += range.step) out[i] = *in;
    return Value::cell(made);
  }
  StrBuilder out;
  const char* position = self->data + byte_offset(thread, self, static_cast<uint32_t>(range.start));
  for (uint64_t i = 0; i < range.length; ++i) {
    const char* next = position;
    out.append_char(utf8::decode(next));
    if (i + 1 == range.length) break;
    if (range.step > 0) {
      position =
          utf8::skip(position, self->data + self->byte_count, static_cast<size_t>(range.step));
    } else {
      for (int64_t back = range.step; back != 0; ++back) position = utf8::previous(position);
    }
  }
  return Value::cell(out.finish(thread));
}

Value str_getitem(Thread& thread, Arguments arguments) {
  return str_get_item(thread, self_of(arguments), arguments[1]);
}

Value str_contains_method(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(thread, text("'in <string>' requires string as left operand, not ",
                                         type_name(thread, arguments[1])));
  return Value::boolean(str_contains(self_of(arguments), as_str(arguments[1])));
}

Value str_iter(Thread& thread, Arguments arguments) {
  return make_str_iterator(thread, self_of(arguments));
}

Value str_add(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_unsupported_operands(thread, BinaryOperator::Add, false, arguments[0],
                                      arguments[1]);
  return Value::cell(concat(thread, self_of(arguments), as_str(arguments[1])));
}

Value str_multiply(Thread& thread, Arguments arguments) {
  const Value count = to_repeat_count(thread, arguments[1]);
  if (!count) return Value::error();
  return Value::cell(str_repeat(thread, self_of(arguments), count.as_small_int()));
}

Value str_modulo(Thread& thread, Arguments arguments) {
  return percent_format(thread, self_of(arguments), arguments[1]);
}

Value str_reflected_modulo(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1])) return Value::not_implemented();
  return percent_format(thread, as_str(arguments[1]), arguments[0]);
}

template <CompareOperator op>
Value str_compare_method(Thread&, Arguments arguments) {
  if (!is_str(arguments[1])) return Value::not_implemented();
  const Str* left = self_of(arguments);
  const Str* right = as_str(arguments[1]);
  if constexpr (op == CompareOperator::Eq) return Value::boolean(str_equal(left, right));
  if constexpr (op == CompareOperator::Ne) return Value::boolean(!str_equal(left, right));
  const int order = str_compare(left, right);
  if constexpr (op == CompareOperator::Lt) return Value::boolean(order < 0);
  if constexpr (op == CompareOperator::Le) return Value::boolean(order <= 0);
  if constexpr (op == CompareOperator::Gt) return Value::boolean(order > 0);
  return Value::boolean(order >= 0);
}

Value str_format_method(Thread& thread, Arguments arguments) {
  return Value::cell(
      format_template(thread, self_of(arguments), arguments[1].as<Tuple>(), arguments[2]));
}

Value str_format_map(Thread& thread, Arguments arguments) {
  return Value::cell(format_template(thread, self_of(arguments), nullptr, arguments[1]));
}

Value str_format_specification(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(thread, text("__format__() argument must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  return Value::cell(format_str(thread, self_of(arguments), as_str(arguments[1])->view()));
}

Value str_encode(Thread& thread, Arguments arguments) {
  Str* encoding = expect_str_argument(thread, arguments[1], "encode", "encoding");
  if (encoding == nullptr) return Value::error();
  Str* errors = expect_str_argument(thread, arguments[2], "encode", "errors");
  if (errors == nullptr) return Value::error();
  return Value::cell(encode(thread, self_of(arguments), encoding->view(), errors->view()));
}

Value str_getnewargs(Thread& thread, Arguments arguments) {
  const Value copy[] = {Value::cell(exact_str(thread, self_of(arguments)))};
  if (!copy[0]) return Value::error();
  return Value::cell(make_tuple(thread, copy));
}

Value str_sizeof(Thread&, Arguments arguments) {
  const Str* self = self_of(arguments);
  const ByteBuffer* buffer = self->buffer();
  const uint64_t storage =
      buffer == nullptr ? uint64_t{self->byte_count} + 1 : sizeof(ByteBuffer) + buffer->capacity;
  return Value::small_int(static_cast<int64_t>(sizeof(Str) + storage));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, object=<unset>, encoding=<unset>, errors=<unset>)",
     "The text form of an object, or bytes decoded to text.", str_new},
    {"__repr__", "(self, /)", "Return repr(self).", str_repr_method},
    {"__str__", "(self, /)", "Return str(self).", str_str},
    {"__hash__", "(self, /)", "Return hash(self).", str_hash_method},
    {"__len__", "(self, /)", "Return len(self).", str_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", str_getitem},
    {"__contains__", "(self, key, /)", "Return key in self.", str_contains_method},
    {"__iter__", "(self, /)", "Implement iter(self).", str_iter},
    {"__add__", "(self, value, /)", "Return self + value.", str_add},
    {"__mul__", "(self, value, /)", "Return self * value.", str_multiply},
    {"__rmul__", "(self, value, /)", "Return value * self.", str_multiply},
    {"__mod__", "(self, value, /)", "Return self % value.", str_modulo},
    {"__rmod__", "(self, value, /)", "Return value % self.", str_reflected_modulo},
    {"__lt__", "(self, value, /)", "Return self < value.", str_compare_method<CompareOperator::Lt>},
    {"__le__", "(self, value, /)", "Return self <= value.",
     str_compare_method<CompareOperator::Le>},
    {"__eq__", "(self, value, /)", "Return self == value.",
     str_compare_method<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self != value.",
     str_compare_method<CompareOperator::Ne>},
    {"__gt__", "(self, value, /)", "Return self > value.", str_compare_method<CompareOperator::Gt>},
    {"__ge__", "(self, value, /)", "Return self >= value.",
     str_compare_method<CompareOperator::Ge>},
    {"__format__", "(self, format_spec, /)", "Return the text padded as format_spec says.",
     str_format_specification},
    {"__getnewargs__", "(self, /)", "Arguments to make an equal object with.", str_getnewargs},
    {"__sizeof__", "(self, /)", "Bytes the text takes up.", str_sizeof},
    {"capitalize", "(self, /)", "A copy with the first character upper, the rest lower case.",
     str_capitalize},
    {"casefold", "(self, /)", "A copy for comparing without regard to case.", str_casefold},
    {"center", "(self, width, fillchar=' ', /)", "A copy in the middle of width characters.",
     str_center},
    {"count", "(self, sub[, start=None[, end=None]], /)",
     "How often sub occurs in self[start:end], without overlap.", str_count},
    {"encode", "(self, /, encoding='utf-8', errors='strict')", "The text as bytes.", str_encode},
    {"endswith", "(self, suffix[, start=None[, end=None]], /)",
     "Whether self[start:end] ends with suffix, or one of a tuple of them.", str_ends_with},
    {"expandtabs", "(self, /, tabsize=8)", "A copy with tabs replaced by blanks.", str_expand_tabs},
    {"find", "(self, sub[, start=None[, end=None]], /)",
     "The lowest index of sub in self[start:end], or -1.", str_find},
    {"format", "(self, /, *args, **kwargs)", "A copy with the {fields} filled in.",
     str_format_method},
    {"format_map", "(self, mapping, /)", "A copy with the {fields} filled in from a mapping.",
     str_format_map},
    {"index", "(self, sub[, start=None[, end=None]], /)", "As find, but raises ValueError.",
     str_index},
    {"isalnum", "(self, /)", "Whether all characters are letters or numbers.", str_is_alnum},
    {"isalpha", "(self, /)", "Whether all characters are letters.", str_is_alpha},
    {"isascii", "(self, /)", "Whether all characters are ASCII.", str_is_ascii},
    {"isdecimal", "(self, /)", "Whether all characters are decimals.", str_is_decimal},
    {"isdigit", "(self, /)", "Whether all characters are digits.", str_is_digit},
    {"isidentifier", "(self, /)", "Whether the text could be a name in a program.",
     str_is_identifier},
    {"islower", "(self, /)", "Whether all cased characters are lower case.", str_is_lower},
    {"isnumeric", "(self, /)", "Whether all characters are numeric.", str_is_numeric},
    {"isprintable", "(self, /)", "Whether repr() shows all characters as they are.",
     str_is_printable},
    {"isspace", "(self, /)", "Whether all characters are blanks.", str_is_space},
    {"istitle", "(self, /)", "Whether each word begins, and only begins, with a capital.",
     str_is_title},
    {"isupper", "(self, /)", "Whether all cased characters are upper case.", str_is_upper},
    {"join", "(self, iterable, /)", "The strings of iterable with self between them.", str_join},
    {"ljust", "(self, width, fillchar=' ', /)", "A copy at the left of width characters.",
     str_ljust},
    {"lower", "(self, /)", "A copy in lower case.", str_lower},
    {"lstrip", "(self, chars=None, /)", "A copy without blanks, or chars, at the start.",
     str_lstrip},
    {"maketrans", "(x, y=<unset>, z=<unset>, /)", "A table for translate().", str_make_translation},
    {"partition", "(self, sep, /)", "What stands before the first sep, sep, and what behind.",
     str_partition},
    {"removeprefix", "(self, prefix, /)", "A copy without prefix, if it begins with it.",
     str_remove_prefix},
    {"removesuffix", "(self, suffix, /)", "A copy without suffix, if it ends with it.",
     str_remove_suffix},
    {"replace", "(self, old, new, count=-1, /)", "A copy with old replaced by new.", str_replace},
    {"rfind", "(self, sub[, start=None[, end=None]], /)",
     "The highest index of sub in self[start:end], or -1.", str_rfind},
    {"rindex", "(self, sub[, start=None[, end=None]], /)", "As rfind, but raises ValueError.",
     str_rindex},
    {"rjust", "(self, width, fillchar=' ', /)", "A copy at the right of width characters.",
     str_rjust},
    {"rpartition", "(self, sep, /)", "What stands before the last sep, sep, and what behind.",
     str_rpartition},
    {"rsplit", "(self, /, sep=None, maxsplit=-1)", "The parts between sep, split from the end.",
     str_rsplit},
    {"rstrip", "(self, chars=None, /)", "A copy without blanks, or chars, at the end.", str_rstrip},
    {"split", "(self, /, sep=None, maxsplit=-1)", "The parts between sep, or between blanks.",
     str_split},
    {"splitlines", "(self, /, keepends=False)", "The lines of the text.", str_split_lines},
    {"startswith", "(self, prefix[, start=None[, end=None]], /)",
     "Whether self[start:end] begins with prefix, or one of a tuple of them.", str_starts_with},
    {"strip", "(self, chars=None, /)", "A copy without blanks, or chars, at both ends.", str_strip},
    {"swapcase", "(self, /)", "A copy with upper and lower case exchanged.", str_swapcase},
    {"title", "(self, /)", "A copy in which words begin with a capital.", str_title},
    {"translate", "(self, table, /)", "A copy with each character looked up in table.",
     str_translate},
    {"upper", "(self, /)", "A copy in upper case.", str_upper},
    {"zfill", "(self, width, /)", "A copy filled up with zeros behind its sign.", str_zfill},
};

}  // namespace

Value str_get_item(Thread& thread, Str* text_value, Value key) {
  if (key.is_small_int()) return str_get_item(thread, text_value, key.as_small_int());
  if (is_slice(key)) return str_slice(thread, text_value, key.as<Slice>());
  if (!has_index(thread, key))
    return raise_type_error(
        thread, text("string indices must be integers, not '", type_name(thread, key), "'"));
  const auto index = to_index(thread, key);
  if (!index) {
    if (clear_pending_if(thread, thread.isolate.exceptions.overflow_error))
      raise_index_error(
          thread, text("cannot fit '", type_name(thread, key), "' into an index-sized integer"));
    return Value::error();
  }
  return str_get_item(thread, text_value, *index);
}

Str* expect_str_argument(Thread& thread, Value value, std::string_view function,
                         std::string_view name) {
  if (is_str(value)) return as_str(value);
  raise_type_error(thread, text(function, "() argument '", name, "' must be str, not ",
                                argument_type_name(thread, value)));
  return nullptr;
}

const TypeSpec str_type_spec = {
    .name = "str",
    .module = "builtins",
    .doc = "Immutable text: a sequence of Unicode code points.",
    .instance_kind = Kind::Str,
    .instance_size = StrWithStorageBytes,
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft

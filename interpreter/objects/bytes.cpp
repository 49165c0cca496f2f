// bytes: making them, operators, and the table of methods. The methods shared with bytearray are in
// bytes_query.cpp, bytes_split.cpp, bytes_transform.cpp and bytes_hex.cpp.
#include "interpreter/objects/bytes.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/bytes_copy.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/memoryview.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/str_iterator.h"
#include "interpreter/objects/str_methods.h"
#include "interpreter/objects/type.h"

namespace weft {

// --- Makers -------------------------------------------------------------------------------------

Bytes* allocate_bytes(Thread& thread, uint64_t count) {
  if (count == 0 && thread.isolate.empty_bytes != nullptr)
    return static_cast<Bytes*>(thread.isolate.empty_bytes);
  if (count > MaxBytesCount) {
    raise_memory_error(thread);
    return nullptr;
  }
  auto* bytes = make_object<Bytes>(thread, thread.isolate.types.bytes, count + 1);
  if (bytes == nullptr) return nullptr;
  bytes->count = count;
  bytes->hash = 0;
  bytes->bytes[count] = '\0';
  return bytes;
}

Bytes* make_bytes(Thread& thread, std::string_view source) {
  Bytes* bytes = allocate_bytes(thread, source.size());
  if (bytes != nullptr) copy_bytes(bytes->bytes, source.data(), source.size());
  return bytes;
}

Value make_bytes_like(Thread& thread, Value self, std::string_view bytes) {
  if (is_bytes(self)) return Value::cell(make_bytes(thread, bytes));
  return Value::cell(make_bytearray(thread, bytes));
}

Value allocate_bytes_like(Thread& thread, Value self, uint64_t count, char*& out) {
  if (is_bytes(self)) {
    Bytes* bytes = allocate_bytes(thread, count);
    if (bytes == nullptr) return Value::error();
    out = bytes->bytes;
    return Value::cell(bytes);
  }
  ByteArray* array = make_bytearray(thread, {});
  if (array == nullptr || !bytearray_resize(thread, array, count)) return Value::error();
  out = array->data();
  return Value::cell(array);
}

Value unchanged_bytes(Thread& thread, Value self) {
  return is_exactly(self, Kind::Bytes) ? self : make_bytes_like(thread, self, bytes_view(self));
}

std::optional<uint8_t> to_byte(Thread& thread, Value value, std::string_view name) {
  if (value.is_small_int() && value.as_small_int() >= 0 && value.as_small_int() <= 255)
    return static_cast<uint8_t>(value.as_small_int());
  const auto number = to_index_clamped(thread, value);
  if (!number) return std::nullopt;
  if (*number >= 0 && *number <= 255) return static_cast<uint8_t>(*number);
  raise_value_error(thread, text(name, " must be in range(0, 256)"));
  return std::nullopt;
}

bool append_from_iterable(Thread& thread, ByteArray* array, Value iterable, std::string_view name) {
  return for_each(thread, iterable, [&](Value element) {
    const auto byte = to_byte(thread, element, name);
    if (!byte) return false;
    const char one = static_cast<char>(*byte);
    return bytearray_append(thread, array, {&one, 1});
  });
}

namespace {

// Whether iter() would work, so that its TypeError need not be told from others.
bool is_iterable(Thread& thread, Value value) {
  return !find_special(thread, value, Special::Iter).is_unset() ||
         !find_special(thread, value, Special::GetItem).is_unset();
}

Value zero_bytes(Thread& thread, Value size) {
  const auto count = to_index(thread, size);
  if (!count) {
    if (clear_pending_if(thread, thread.isolate.exceptions.overflow_error))
      raise_overflow_error(
          thread, text("cannot fit '", type_name(thread, size), "' into an index-sized integer"));
    return Value::error();
  }
  if (*count < 0) return raise_value_error(thread, "negative count");
  Bytes* bytes = allocate_bytes(thread, static_cast<uint64_t>(*count));
  if (bytes == nullptr) return Value::error();
  std::memset(bytes->bytes, 0, bytes->count);
  return Value::cell(bytes);
}

Value from_special_bytes(Thread& thread, Value source) {
  const Value made = call_special(thread, source, Special::Bytes, {});
  if (!made || is_bytes(made)) return made;
  return raise_type_error(
      thread, text("__bytes__ returned non-bytes (type ", type_name(thread, made), ")"));
}

}  // namespace

Value bytes_source(Thread& thread, Value source, Value encoding, Value errors,
                   std::string_view name) {
  Str* encoding_text = nullptr;
  Str* errors_text = nullptr;
  if (!encoding.is_unset()) {
    encoding_text = expect_str_argument(thread, encoding, name, "encoding");
    if (encoding_text == nullptr) return Value::error();
  }
  if (!errors.is_unset()) {
    errors_text = expect_str_argument(thread, errors, name, "errors");
    if (errors_text == nullptr) return Value::error();
  }
  if (encoding_text != nullptr) {
    if (!is_str(source)) return raise_type_error(thread, "encoding without a string argument");
    return Value::cell(encode(thread, as_str(source), encoding_text->view(),
                              errors_text == nullptr ? "strict" : errors_text->view()));
  }
  if (is_str(source)) return raise_type_error(thread, "string argument without an encoding");
  if (errors_text != nullptr) return raise_type_error(thread, "errors without a string argument");
  if (source.is_unset())
    return thread.isolate.empty_bytes == nullptr ? Value::cell(make_bytes(thread, {}))
                                                 : Value::cell(thread.isolate.empty_bytes);
  const bool is_bytes_type = name == "bytes";
  if (is_bytes_type && !find_special(thread, source, Special::Bytes).is_unset())
    return from_special_bytes(thread, source);
  if (has_index(thread, source)) {
    const Value zeros = zero_bytes(thread, source);
    // An __index__ that raises TypeError leaves the object its other chances.
    if (zeros || !clear_pending_if(thread, thread.isolate.exceptions.type_error)) return zeros;
  }
  if (is_bytes_like(source)) {
    if (is_memoryview(source) && !peek_bytes(source) && !source.as<MemoryView>()->is_released)
      return Value::cell(bytes_of_view(thread, source.as<MemoryView>()));
    return readable_bytes(thread, source) ? source : Value::error();
  }
  if (!is_iterable(thread, source))
    return raise_type_error(
        thread, text("cannot convert '", type_name(thread, source), "' object to ", name));
  ByteArray* collected = make_bytearray(thread, {});
  if (collected == nullptr ||
      !append_from_iterable(thread, collected, source, is_bytes_type ? "bytes" : "byte"))
    return Value::error();
  return Value::cell(collected);
}

Value bytes_from_object(Thread& thread, Value value) {
  const Value source = bytes_source(thread, value, Value::unset(), Value::unset(), "bytes");
  if (!source || is_exactly(source, Kind::Bytes)) return source;
  const auto bytes = readable_bytes(thread, source);
  return bytes ? Value::cell(make_bytes(thread, *bytes)) : Value::error();
}

// --- Operators shared with bytearray ------------------------------------------------------------

void append_bytes_repr(StrBuilder& out, std::string_view bytes, bool escape_single) {
  constexpr char digits[] = "0123456789abcdef";
  const bool has_single = bytes.find('\'') != std::string_view::npos;
  const char quote = has_single && bytes.find('"') == std::string_view::npos ? '"' : '\'';
  out.append('b');
  out.append(quote);
  for (const char byte : bytes) {
    if (byte == quote || byte == '\\' || (escape_single && byte == '\'')) {
      out.append('\\');
      out.append(byte);
    } else if (byte == '\t') {
      out.append("\\t");
    } else if (byte == '\n') {
      out.append("\\n");
    } else if (byte == '\r') {
      out.append("\\r");
    } else if (byte < ' ' || byte == 0x7f) {  // also those from 0x80 on, char being signed
      out.append("\\x");
      out.append(digits[static_cast<uint8_t>(byte) >> 4]);
      out.append(digits[byte & 0xf]);
    } else {
      out.append(byte);
    }
  }
  out.append(quote);
}

Value bytes_length(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(bytes_view(arguments[0]).size()));
}

Value bytes_iter(Thread& thread, Arguments arguments) {
  return make_bytes_iterator(thread, arguments[0].as<Object>());
}

Value bytes_decode(Thread& thread, Arguments arguments) {
  Str* encoding = expect_str_argument(thread, arguments[1], "decode", "encoding");
  if (encoding == nullptr) return Value::error();
  Str* errors = expect_str_argument(thread, arguments[2], "decode", "errors");
  if (errors == nullptr) return Value::error();
  const std::string_view bytes = bytes_view(arguments[0]);
  // Nothing needs no codec: an unknown one is not noticed.
  if (bytes.empty()) return Value::cell(thread.isolate.empty_str);
  return Value::cell(decode(thread, bytes, encoding->view(), errors->view()));
}

namespace {

Value bytes_slice(Thread& thread, Value self, const Slice* slice) {
  const auto numbers = slice_numbers(thread, slice);
  if (!numbers) return Value::error();
  const std::string_view view = bytes_view(self);
  const SliceRange range = clamp_slice(*numbers, view.size());
  if (range.step == 1) {
    if (range.length == view.size()) return unchanged_bytes(thread, self);
    return make_bytes_like(thread, self,
                           range.length == 0
                               ? std::string_view()
                               : view.substr(static_cast<size_t>(range.start), range.length));
  }
  char* out;
  const Value made = allocate_bytes_like(thread, self, range.length, out);
  if (!made) return made;
  int64_t position = range.start;
  for (uint64_t i = 0; i < range.length; ++i, position += range.step)
    out[i] = view[static_cast<size_t>(position)];
  return made;
}

}  // namespace

Value bytes_getitem(Thread& thread, Arguments arguments) {
  return bytes_get_item(thread, arguments[0], arguments[1]);
}

Value bytes_get_item(Thread& thread, Value self, Value key) {
  int64_t index;
  if (key.is_small_int()) {
    index = key.as_small_int();
    if (index < 0) index += static_cast<int64_t>(bytes_view(self).size());
  } else {
    if (is_slice(key)) return bytes_slice(thread, self, key.as<Slice>());
    const uint64_t count = bytes_view(self).size();
    const auto converted =
        to_element_index(thread, key, is_bytes(self) ? "byte" : "bytearray", &count);
    if (!converted) return Value::error();
    index = *converted;
  }
  const std::string_view view = bytes_view(self);
  if (index < 0 || static_cast<uint64_t>(index) >= view.size())
    return raise_index_error(
        thread, is_bytes(self) ? "index out of range" : "bytearray index out of range");
  return Value::small_int(static_cast<uint8_t>(view[static_cast<size_t>(index)]));
}

Value bytes_multiply(Thread& thread, Arguments arguments) {
  const Value self = arguments[0];
  const Value count = to_repeat_count(thread, arguments[1]);
  if (!count) return Value::error();
  const int64_t times = std::max<int64_t>(0, count.as_small_int());
  const uint64_t size = bytes_view(self).size();
  if (times == 1) return unchanged_bytes(thread, self);
  if (size != 0 && static_cast<uint64_t>(times) > MaxBytesCount / size) {
    if (is_bytes(self) && size > static_cast<uint64_t>(INT64_MAX / times))
      return raise_overflow_error(thread, "repeated bytes are too long");
    return raise_memory_error(thread);
  }
  const uint64_t total = size * static_cast<uint64_t>(times);
  char* out;
  const Value made = allocate_bytes_like(thread, self, total, out);
  if (!made || total == 0) return made;
  std::memcpy(out, bytes_view(self).data(), size);
  for (uint64_t done = size; done < total;) {
    const uint64_t step = std::min(done, total - done);
    std::memcpy(out + done, out, step);
    done += step;
  }
  return made;
}

Value bytes_modulo(Thread& thread, Arguments arguments) {
  return percent_format_bytes(thread, arguments[0], arguments[1]);
}

Value bytes_reflected_modulo(Thread& thread, Arguments arguments) {
  const bool same = is_bytes(arguments[0]) ? is_bytes(arguments[1]) : is_bytearray(arguments[1]);
  if (!same) return Value::not_implemented();
  return percent_format_bytes(thread, arguments[1], arguments[0]);
}

namespace {

// Less than, equal or greater than 0; nullopt when the other is not bytes-like. What bytes are to
// other bytes-like objects these decide themselves.
std::optional<int> bytes_order(Arguments arguments) {
  if (is_bytes(arguments[0]) && !is_bytes(arguments[1])) return std::nullopt;
  const auto other = peek_bytes(arguments[1]);
  if (!other) return std::nullopt;
  return bytes_view(arguments[0]).compare(*other);
}

}  // namespace

Value bytes_lt(Thread&, Arguments arguments) {
  const auto order = bytes_order(arguments);
  return order ? Value::boolean(*order < 0) : Value::not_implemented();
}
Value bytes_le(Thread&, Arguments arguments) {
  const auto order = bytes_order(arguments);
  return order ? Value::boolean(*order <= 0) : Value::not_implemented();
}
Value bytes_eq(Thread&, Arguments arguments) {
  const auto order = bytes_order(arguments);
  return order ? Value::boolean(*order == 0) : Value::not_implemented();
}
Value bytes_ne(Thread&, Arguments arguments) {
  const auto order = bytes_order(arguments);
  return order ? Value::boolean(*order != 0) : Value::not_implemented();
}
Value bytes_gt(Thread&, Arguments arguments) {
  const auto order = bytes_order(arguments);
  return order ? Value::boolean(*order > 0) : Value::not_implemented();
}
Value bytes_ge(Thread&, Arguments arguments) {
  const auto order = bytes_order(arguments);
  return order ? Value::boolean(*order >= 0) : Value::not_implemented();
}

// --- bytes alone --------------------------------------------------------------------------------

namespace {

Value bytes_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.bytes);
  if (type == nullptr) return Value::error();
  const Value source = bytes_source(thread, arguments[1], arguments[2], arguments[3], "bytes");
  if (!source) return source;
  const bool is_plain = type == thread.isolate.types.bytes;
  if (is_plain && is_exactly(source, Kind::Bytes)) return source;
  const auto view = readable_bytes(thread, source);
  if (!view) return Value::error();
  if (is_plain) return Value::cell(make_bytes(thread, *view));
  auto* instance = new_instance<Bytes>(thread, type, view->size() + 1);
  if (instance == nullptr) return Value::error();
  instance->count = view->size();
  instance->hash = 0;
  if (!view->empty()) std::memcpy(instance->bytes, view->data(), view->size());
  instance->bytes[view->size()] = '\0';
  return Value::cell(instance);
}

Value bytes_repr(Thread& thread, Arguments arguments) {
  StrBuilder out;
  append_bytes_repr(out, bytes_view(arguments[0]));
  return Value::cell(out.finish(thread));
}

Value bytes_hash(Thread&, Arguments arguments) {
  auto* self = arguments[0].as<Bytes>();
  if (self->hash == 0) self->hash = hash_bytes(self->view());
  return Value::small_int(static_cast<int64_t>(self->hash));
}

Value bytes_add(Thread& thread, Arguments arguments) {
  const Value self = arguments[0];
  const auto other = peek_bytes(arguments[1]);
  if (!other)
    return raise_unsupported_operands(thread, BinaryOperator::Add, false, self, arguments[1]);
  const std::string_view view = bytes_view(self);
  if (view.empty() && is_exactly(arguments[1], Kind::Bytes)) return arguments[1];
  if (other->empty()) return unchanged_bytes(thread, self);
  Bytes* joined = allocate_bytes(thread, view.size() + other->size());
  if (joined == nullptr) return Value::error();
  if (!view.empty()) std::memcpy(joined->bytes, view.data(), view.size());
  std::memcpy(joined->bytes + view.size(), other->data(), other->size());
  return Value::cell(joined);
}

Value bytes_bytes(Thread& thread, Arguments arguments) {
  return unchanged_bytes(thread, arguments[0]);
}

Value bytes_getnewargs(Thread& thread, Arguments arguments) {
  const Value copy[] = {unchanged_bytes(thread, arguments[0])};
  return copy[0] ? Value::cell(make_tuple(thread, copy)) : Value::error();
}

Value bytes_fromhex(Thread& thread, Arguments arguments) {
  ByteBuilder out;
  if (!parse_hex(thread, arguments[1], out)) return Value::error();
  Bytes* bytes = make_bytes(thread, out.view());
  if (bytes == nullptr || arguments[0] == Value::cell(thread.isolate.types.bytes))
    return Value::cell(bytes);
  return call(thread, arguments[0], {Value::cell(bytes)});
}

Value bytes_sizeof(Thread&, Arguments arguments) {
  return Value::small_int(
      static_cast<int64_t>(sizeof(Bytes) + bytes_view(arguments[0]).size() + 1));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, source=<unset>, encoding=<unset>, errors=<unset>)",
     "Bytes of text, of a bytes-like object, of ints, or so many zeros.", bytes_new},
    {"__repr__", "(self, /)", "Return repr(self).", bytes_repr},
    {"__str__", "(self, /)", "Return str(self).", bytes_repr},
    {"__hash__", "(self, /)", "Return hash(self).", bytes_hash},
    {"__add__", "(self, value, /)", "Return self + value.", bytes_add},
    {"__bytes__", "(self, /)", "The bytes themselves.", bytes_bytes},
    {"__getnewargs__", "(self, /)", "Arguments to make an equal object with.", bytes_getnewargs},
    {"__sizeof__", "(self, /)", "Bytes the object takes up.", bytes_sizeof},
    {"fromhex", "(cls, string, /)", "Bytes of pairs of hexadecimal digits.", bytes_fromhex},
#include "interpreter/objects/bytes_methods.def"
};

}  // namespace

const TypeSpec bytes_type_spec = {
    .name = "bytes",
    .module = "builtins",
    .doc = "Immutable sequence of bytes.",
    .instance_kind = Kind::Bytes,
    .instance_size = sizeof(Bytes),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft

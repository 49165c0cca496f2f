#include "interpreter/objects/str_iterator.h"

#include "interpreter/objects/errors.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"

namespace weft {

namespace {

Value iterator_self(Thread&, Arguments arguments) { return arguments[0]; }

Value or_stop(Thread& thread, Value value) {
  return value.is_unset() ? raise_stop_iteration(thread, Value::none()) : value;
}

Value str_iterator_next_method(Thread& thread, Arguments arguments) {
  return or_stop(thread, str_iterator_next(thread, arguments[0].as<StrIterator>()));
}

Value str_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = arguments[0].as<StrIterator>();
  if (iterator->text == nullptr) return Value::small_int(0);
  return Value::small_int(iterator->text->char_count - iterator->char_position);
}

Value bytes_iterator_next_method(Thread& thread, Arguments arguments) {
  return or_stop(thread, bytes_iterator_next(arguments[0].as<BytesIterator>()));
}

Value bytes_iterator_length_hint(Thread&, Arguments arguments) {
  const auto* iterator = arguments[0].as<BytesIterator>();
  if (iterator->bytes == nullptr) return Value::small_int(0);
  const uint64_t count = iterator->bytes->kind() == Kind::Bytes
                             ? static_cast<Bytes*>(iterator->bytes)->count
                             : static_cast<ByteArray*>(iterator->bytes)->count;
  return Value::small_int(
      count > iterator->position ? static_cast<int64_t>(count - iterator->position) : 0);
}

constexpr std::string_view NextDoc = "Return the next element, or raise StopIteration.";
constexpr std::string_view HintDoc = "Return how many elements are left.";

constexpr NativeMethod str_iterator_methods[] = {
    {"__iter__", "(self, /)", "Return the iterator itself.", iterator_self},
    {"__next__", "(self, /)", NextDoc, str_iterator_next_method},
    {"__length_hint__", "(self, /)", HintDoc, str_iterator_length_hint},
};

constexpr NativeMethod bytes_iterator_methods[] = {
    {"__iter__", "(self, /)", "Return the iterator itself.", iterator_self},
    {"__next__", "(self, /)", NextDoc, bytes_iterator_next_method},
    {"__length_hint__", "(self, /)", HintDoc, bytes_iterator_length_hint},
};

}  // namespace

Value make_str_iterator(Thread& thread, Str* text) {
  auto* iterator = make_object<StrIterator>(thread, thread.isolate.types.str_iterator);
  if (iterator == nullptr) return Value::error();
  iterator->text = text;
  iterator->byte_position = 0;
  iterator->char_position = 0;
  return Value::cell(iterator);
}

Value make_bytes_iterator(Thread& thread, Object* bytes) {
  const BuiltinTypes& types = thread.isolate.types;
  auto* iterator = make_object<BytesIterator>(
      thread, bytes->kind() == Kind::Bytes ? types.bytes_iterator : types.bytearray_iterator);
  if (iterator == nullptr) return Value::error();
  iterator->bytes = bytes;
  iterator->position = 0;
  return Value::cell(iterator);
}

const TypeSpec str_iterator_type_spec = {
    .name = "str_iterator",
    .module = "builtins",
    .doc = "",
    .instance_kind = Kind::StrIterator,
    .instance_size = sizeof(StrIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = str_iterator_methods,
    .attributes = {},
};

const TypeSpec bytes_iterator_type_spec = {
    .name = "bytes_iterator",
    .module = "builtins",
    .doc = "",
    .instance_kind = Kind::BytesIterator,
    .instance_size = sizeof(BytesIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = bytes_iterator_methods,
    .attributes = {},
};

const TypeSpec bytearray_iterator_type_spec = {
    .name = "bytearray_iterator",
    .module = "builtins",
    .doc = "",
    .instance_kind = Kind::BytesIterator,
    .instance_size = sizeof(BytesIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = bytes_iterator_methods,
    .attributes = {},
};

}  // namespace weft

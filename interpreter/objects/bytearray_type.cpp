// What scripts see of bytearray: construction, change in place, and the table of methods.
#include <algorithm>
#include <cstring>

#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/bytes_search.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sequences.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

ByteArray* self_of(Arguments arguments) { return arguments[0].as<ByteArray>(); }

Value none_if(bool done) { return done ? Value::none() : Value::error(); }

Value bytearray_new(Thread& thread, Arguments arguments) {
  Type* type = check_new_class(thread, arguments[0], thread.isolate.types.bytearray);
  if (type == nullptr) return Value::error();
  auto* array = new_instance<ByteArray>(thread, type);
  if (array == nullptr) return Value::error();
  array->buffer = nullptr;
  array->offset = 0;
  array->count = 0;
  array->exports = nullptr;
  return Value::cell(array);
}

Value bytearray_init(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  const Value source = bytes_source(thread, arguments[1], arguments[2], arguments[3], "bytearray");
  if (!source) return source;
  const auto bytes = readable_bytes(thread, source);
  if (!bytes) return Value::error();
  // The source may be the array itself, or a view of it (then it cannot be resized).
  if (source == arguments[0]) return Value::none();
  if (!bytearray_resize(thread, self, 0)) return Value::error();
  return none_if(bytearray_append(thread, self, *bytes));
}

Value bytearray_repr(Thread& thread, Arguments arguments) {
  StrBuilder out;
  out.append(type_name(thread, arguments[0]));
  out.append('(');
  append_bytes_repr(out, self_of(arguments)->view(), true);
  out.append(')');
  return Value::cell(out.finish(thread));
}

// --- Elements -----------------------------------------------------------------------------------

// `key` as the index of an element that is there; -1 with an exception pending.
int64_t existing_index(Thread& thread, ByteArray* self, Value key) {
  const auto index = to_element_index(thread, key, "bytearray", &self->count);
  if (!index) return -1;
  if (*index >= 0 && static_cast<uint64_t>(*index) < self->count) return *index;
  raise_index_error(thread, "bytearray index out of range");
  return -1;
}

Value assign_slice(Thread& thread, ByteArray* self, const Slice* slice, Value value) {
  // What is assigned, held by an object of its own when it comes from the array itself.
  Value source = value;
  if (value == Value::cell(self) || !is_bytes_like(value)) {
    if (is_str(value) || has_index(thread, value))
      return raise_type_error(
          thread, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    source = bytes_source(thread, value, Value::unset(), Value::unset(), "bytearray");
    if (source && source == value) source = Value::cell(make_bytes(thread, self->view()));
    if (!source) return source;
  }
  const auto numbers = slice_numbers(thread, slice);
  if (!numbers) return Value::error();
  const auto bytes = readable_bytes(thread, source);
  if (!bytes) return Value::error();
  SliceRange range = clamp_slice(*numbers, self->count);
  if (range.step == 1)
    return none_if(
        bytearray_splice(thread, self, static_cast<uint64_t>(range.start), range.length, *bytes));
  if (bytes->empty()) return Value::unset();
  if (bytes->size() != range.length)
    return raise_value_error(thread, text("attempt to assign bytes of size ", bytes->size(),
                                          " to extended slice of size ", range.length));
  int64_t position = range.start;
  for (const char byte : *bytes) {
    self->data()[position] = byte;
    position += range.step;
  }
  return Value::none();
}

Value delete_slice(Thread& thread, ByteArray* self, const Slice* slice) {
  const auto numbers = slice_numbers(thread, slice);
  if (!numbers) return Value::error();
  SliceRange range = clamp_slice(*numbers, self->count);
  if (range.length == 0) return Value::none();
  if (range.step < 0) {  // the same elements from the other end
    range.start += static_cast<int64_t>(range.length - 1) * range.step;
    range.step = -range.step;
  }
  if (range.step == 1)
    return none_if(
        bytearray_splice(thread, self, static_cast<uint64_t>(range.start), range.length, {}));
  // Resizing first tells whether the size may change; then the gaps are closed from a copy.
  const Bytes* copy = make_bytes(thread, self->view());
  if (copy == nullptr || !bytearray_resize(thread, self, self->count - range.length))
    return Value::error();
  auto skipped = static_cast<uint64_t>(range.start);
  uint64_t left = range.length;
  uint64_t target = 0;
  for (uint64_t i = 0; i < copy->count; ++i) {
    if (left != 0 && i == skipped) {
      skipped += static_cast<uint64_t>(range.step);
      --left;
      continue;
    }
    self->data()[target++] = copy->bytes[i];
  }
  return Value::none();
}

Value bytearray_setitem(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  if (is_slice(arguments[1])) {
    const auto* slice = arguments[1].as<Slice>();
    const Value done = assign_slice(thread, self, slice, arguments[2]);
    return done.is_unset() ? delete_slice(thread, self, slice) : done;
  }
  // The value is looked at before the place: its __index__ may change the array.
  const auto byte = has_index(thread, arguments[1]) ? to_byte(thread, arguments[2]) : uint8_t{0};
  if (!byte) return Value::error();
  const int64_t index = existing_index(thread, self, arguments[1]);
  if (index < 0) return Value::error();
  self->data()[index] = static_cast<char>(*byte);
  return Value::none();
}

Value bytearray_delitem(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  if (is_slice(arguments[1])) return delete_slice(thread, self, arguments[1].as<Slice>());
  const int64_t index = existing_index(thread, self, arguments[1]);
  if (index < 0) return Value::error();
  return none_if(bytearray_splice(thread, self, static_cast<uint64_t>(index), 1, {}));
}

// --- Operators ----------------------------------------------------------------------------------

Value bytearray_add(Thread& thread, Arguments arguments) {
  const auto other = peek_bytes(arguments[1]);
  if (!other)
    return raise_unsupported_operands(thread, BinaryOperator::Add, false, arguments[0],
                                      arguments[1]);
  ByteArray* joined = make_bytearray(thread, self_of(arguments)->view());
  if (joined == nullptr || !bytearray_append(thread, joined, *other)) return Value::error();
  return Value::cell(joined);
}

Value bytearray_in_place_add(Thread& thread, Arguments arguments) {
  const auto other = peek_bytes(arguments[1]);
  if (!other)
    return raise_type_error(thread, text("can't concat ", type_name(thread, arguments[1]), " to ",
                                         type_name(thread, arguments[0])));
  if (!bytearray_append(thread, self_of(arguments), *other)) return Value::error();
  return arguments[0];
}

Value bytearray_in_place_multiply(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  const Value count = to_repeat_count(thread, arguments[1]);
  if (!count) return Value::error();
  const auto times = static_cast<uint64_t>(std::max<int64_t>(0, count.as_small_int()));
  const uint64_t size = self->count;
  if (size != 0 && times > MaxBytesCount / size) return raise_memory_error(thread);
  if (!bytearray_resize(thread, self, size * times)) return Value::error();
  for (uint64_t i = 1; i < times && size != 0; ++i)
    std::memcpy(self->data() + i * size, self->data(), size);
  return arguments[0];
}

// --- Methods ------------------------------------------------------------------------------------

Value bytearray_append_method(Thread& thread, Arguments arguments) {
  const auto byte = to_byte(thread, arguments[1]);
  if (!byte) return Value::error();
  const char one = static_cast<char>(*byte);
  return none_if(bytearray_append(thread, self_of(arguments), {&one, 1}));
}

Value bytearray_extend(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  const Value source = arguments[1];
  if (is_bytes_like(source)) {
    const auto bytes = readable_bytes(thread, source);
    return bytes ? none_if(bytearray_append(thread, self, *bytes)) : Value::error();
  }
  const Value iterator = get_iterator(thread, source);
  if (!iterator) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error))
      raise_type_error(thread, text("can't extend bytearray with ", type_name(thread, source)));
    return iterator;
  }
  // Collected first: an element that is no byte leaves the array as it was.
  ByteArray* collected = make_bytearray(thread, {});
  if (collected == nullptr || !append_from_iterable(thread, collected, iterator, "byte"))
    return Value::error();
  return none_if(bytearray_append(thread, self, collected->view()));
}

Value bytearray_insert(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  const auto given = to_size_argument(thread, arguments[1]);
  if (!given) return Value::error();
  const auto byte = to_byte(thread, arguments[2]);
  if (!byte) return Value::error();
  const auto count = static_cast<int64_t>(self->count);
  const int64_t index = *given < 0 ? std::max<int64_t>(0, *given + count) : std::min(*given, count);
  const char one = static_cast<char>(*byte);
  return none_if(bytearray_splice(thread, self, static_cast<uint64_t>(index), 0, {&one, 1}));
}

Value bytearray_pop(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  const auto given = to_size_argument(thread, arguments[1]);
  if (!given) return Value::error();
  if (self->count == 0) return raise_index_error(thread, "pop from empty bytearray");
  const int64_t index = *given < 0 ? *given + static_cast<int64_t>(self->count) : *given;
  if (index < 0 || static_cast<uint64_t>(index) >= self->count)
    return raise_index_error(thread, "pop index out of range");
  const auto byte = static_cast<uint8_t>(self->data()[index]);
  if (!bytearray_splice(thread, self, static_cast<uint64_t>(index), 1, {})) return Value::error();
  return Value::small_int(byte);
}

Value bytearray_remove(Thread& thread, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  const auto byte = to_byte(thread, arguments[1]);
  if (!byte) return Value::error();
  const char one = static_cast<char>(*byte);
  const size_t place = find_bytes(self->view(), {&one, 1});
  if (place == NotFound) return raise_value_error(thread, "value not found in bytearray");
  return none_if(bytearray_splice(thread, self, place, 1, {}));
}

Value bytearray_clear(Thread& thread, Arguments arguments) {
  return none_if(bytearray_resize(thread, self_of(arguments), 0));
}

Value bytearray_copy(Thread& thread, Arguments arguments) {
  return Value::cell(make_bytearray(thread, self_of(arguments)->view()));
}

Value bytearray_reverse(Thread&, Arguments arguments) {
  ByteArray* self = self_of(arguments);
  std::reverse(self->data(), self->data() + self->count);
  return Value::none();
}

Value bytearray_fromhex(Thread& thread, Arguments arguments) {
  ByteBuilder out;
  if (!parse_hex(thread, arguments[1], out)) return Value::error();
  if (arguments[0] == Value::cell(thread.isolate.types.bytearray))
    return Value::cell(make_bytearray(thread, out.view()));
  Bytes* bytes = make_bytes(thread, out.view());
  return bytes == nullptr ? Value::error() : call(thread, arguments[0], {Value::cell(bytes)});
}

Value bytearray_allocated(Thread&, Arguments arguments) {
  const ByteArray* self = self_of(arguments);
  return Value::small_int(self->buffer == nullptr ? 0
                                                  : static_cast<int64_t>(self->buffer->capacity));
}

Value bytearray_sizeof(Thread&, Arguments arguments) {
  const ByteArray* self = self_of(arguments);
  const uint64_t storage =
      self->buffer == nullptr ? 0 : sizeof(ByteBuffer) + self->buffer->capacity;
  return Value::small_int(static_cast<int64_t>(sizeof(ByteArray) + storage));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "A new empty bytearray of the class.", bytearray_new},
    {"__init__", "(self, /, source=<unset>, encoding=<unset>, errors=<unset>)",
     "Fill with bytes of text, of a bytes-like object, of ints, or so many zeros.", bytearray_init},
    {"__repr__", "(self, /)", "Return repr(self).", bytearray_repr},
    {"__str__", "(self, /)", "Return str(self).", bytearray_repr},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", bytearray_setitem},
    {"__delitem__", "(self, key, /)", "Delete self[key].", bytearray_delitem},
    {"__add__", "(self, value, /)", "Return self + value.", bytearray_add},
    {"__iadd__", "(self, value, /)", "Implement self += value.", bytearray_in_place_add},
    {"__imul__", "(self, value, /)", "Implement self *= value.", bytearray_in_place_multiply},
    {"__alloc__", "(self, /)", "Bytes set aside for elements.", bytearray_allocated},
    {"__sizeof__", "(self, /)", "Bytes the object takes up.", bytearray_sizeof},
    {"append", "(self, item, /)", "Add a byte at the end.", bytearray_append_method},
    {"clear", "(self, /)", "Remove all bytes.", bytearray_clear},
    {"copy", "(self, /)", "A copy.", bytearray_copy},
    {"extend", "(self, iterable_of_ints, /)", "Add all bytes of an iterable at the end.",
     bytearray_extend},
    {"fromhex", "(cls, string, /)", "Bytes of pairs of hexadecimal digits.", bytearray_fromhex},
    {"insert", "(self, index, item, /)", "Insert a byte before index.", bytearray_insert},
    {"pop", "(self, index=-1, /)", "Remove and return the byte at index.", bytearray_pop},
    {"remove", "(self, value, /)", "Remove the first byte equal to value.", bytearray_remove},
    {"reverse", "(self, /)", "Reverse the bytes in place.", bytearray_reverse},
#include "interpreter/objects/bytes_methods.def"
};

}  // namespace

const TypeSpec bytearray_type_spec = {
    .name = "bytearray",
    .module = "builtins",
    .doc = "Mutable sequence of bytes.",
    .instance_kind = Kind::ByteArray,
    .instance_size = sizeof(ByteArray),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft

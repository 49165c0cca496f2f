#include "interpreter/objects/memoryview.h"

#include <algorithm>
#include <cstring>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytearray.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/bytes_methods.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_builder.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

MemoryView* self_of(Arguments arguments) { return arguments[0].as<MemoryView>(); }

// False with ValueError pending.
bool check_released(Thread& thread, const MemoryView* view) {
  if (!view->is_released) return true;
  raise_value_error(thread, "operation forbidden on released memoryview object");
  return false;
}

// A view of the whole memory of `owner`, element by element of one byte.
MemoryView* view_of(Thread& thread, Object* owner, std::string_view bytes, bool is_readonly) {
  auto* view = make_object<MemoryView>(thread, thread.isolate.types.memoryview);
  if (view == nullptr) return nullptr;
  view->owner = owner;
  view->data = const_cast<char*>(bytes.data());
  view->count = bytes.size();
  view->stride = 1;
  view->item_size = 1;
  view->hash = 0;
  view->format = 'B';
  view->format_has_at = false;
  view->is_readonly = is_readonly;
  view->is_released = false;
  if (is_bytearray(Value::cell(owner)) &&
      !bytearray_export(thread, static_cast<ByteArray*>(owner), view))
    return nullptr;
  return view;
}

MemoryView* copy_of(Thread& thread, const MemoryView* view) {
  // Where it begins; how far it goes is set below. NOLINTNEXTLINE(bugprone-string-constructor)
  MemoryView* copy = view_of(thread, view->owner, {view->data, 0}, view->is_readonly);
  if (copy == nullptr) return nullptr;
  copy->count = view->count;
  copy->stride = view->stride;
  copy->item_size = view->item_size;
  copy->format = view->format;
  copy->format_has_at = view->format_has_at;
  return copy;
}

char* element_place(const MemoryView* view, uint64_t index) {
  return view->data + static_cast<int64_t>(index) * view->stride;
}

// The elements one behind the other.
void copy_elements(const MemoryView* view, char* out) {
  if (view->is_contiguous()) {
    if (view->count != 0) std::memcpy(out, view->data, view->byte_count());
    return;
  }
  for (uint64_t i = 0; i < view->count; ++i, out += view->item_size)
    std::memcpy(out, element_place(view, i), view->item_size);
}

bool is_byte_format(char format) { return format == 'B' || format == 'b' || format == 'c'; }

// --- Elements and slices ------------------------------------------------------------------------

// Where element `key` lies; null with an exception pending.
char* place_of(Thread& thread, const MemoryView* view, Value key) {
  if (is_tuple(key)) {
    const auto indices = key.as<Tuple>()->view();
    if (indices.empty()) {
      raise(thread, thread.isolate.exceptions.not_implemented_error,
            "sub-views are not implemented");
      return nullptr;
    }
    if (indices.size() == 1) {
      key = indices[0];
    } else if (std::all_of(indices.begin(), indices.end(),
                           [&](Value index) { return has_index(thread, index); })) {
      raise_type_error(
          thread, text("cannot index 1-dimension view with ", indices.size(), "-element tuple"));
      return nullptr;
    }
  }
  if (!has_index(thread, key)) {
    raise_type_error(thread, "memoryview: invalid slice key");
    return nullptr;
  }
  auto index = to_index(thread, key);
  if (!index) {
    if (clear_pending_if(thread, thread.isolate.exceptions.overflow_error))
      raise_index_error(
          thread, text("cannot fit '", type_name(thread, key), "' into an index-sized integer"));
    return nullptr;
  }
  if (!check_released(thread, view)) return nullptr;
  if (*index < 0) *index += static_cast<int64_t>(view->count);
  if (*index < 0 || static_cast<uint64_t>(*index) >= view->count) {
    raise_index_error(thread, "index out of bounds on dimension 1");
    return nullptr;
  }
  return element_place(view, static_cast<uint64_t>(*index));
}

MemoryView* slice_of(Thread& thread, MemoryView* view, const Slice* slice) {
  const auto numbers = slice_numbers(thread, slice);
  if (!numbers || !check_released(thread, view)) return nullptr;
  const SliceRange range = clamp_slice(*numbers, view->count);
  MemoryView* part = copy_of(thread, view);
  if (part == nullptr) return nullptr;
  if (range.length != 0) part->data += range.start * view->stride;
  part->count = range.length;
  part->stride = view->stride * range.step;
  return part;
}

Value memoryview_getitem(Thread& thread, Arguments arguments) {
  MemoryView* self = self_of(arguments);
  if (!check_released(thread, self)) return Value::error();
  if (is_slice(arguments[1])) return Value::cell(slice_of(thread, self, arguments[1].as<Slice>()));
  const char* place = place_of(thread, self, arguments[1]);
  return place == nullptr ? Value::error() : load_element(thread, place, self->format);
}

Value assign_slice(Thread& thread, MemoryView* self, const Slice* slice, Value value) {
  const Value source_value = make_memoryview(thread, value);
  if (!source_value) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error))
      raise_type_error(
          thread, text("a bytes-like object is required, not '", type_name(thread, value), "'"));
    return Value::error();
  }
  const auto* source = source_value.as<MemoryView>();
  const MemoryView* target = slice_of(thread, self, slice);
  if (target == nullptr) return Value::error();
  if (target->format != source->format || target->count != source->count)
    return raise_value_error(thread,
                             "memoryview assignment: lvalue and rvalue have different structures");
  // Through a copy: the two may overlap.
  const Bytes* copy = bytes_of_view(thread, source);
  if (copy == nullptr) return Value::error();
  const char* in = copy->bytes;
  for (uint64_t i = 0; i < target->count; ++i, in += target->item_size)
    std::memcpy(element_place(target, i), in, target->item_size);
  return Value::none();
}

Value memoryview_setitem(Thread& thread, Arguments arguments) {
  MemoryView* self = self_of(arguments);
  if (!check_released(thread, self)) return Value::error();
  if (self->is_readonly) return raise_type_error(thread, "cannot modify read-only memory");
  if (is_slice(arguments[1]))
    return assign_slice(thread, self, arguments[1].as<Slice>(), arguments[2]);
  if (place_of(thread, self, arguments[1]) == nullptr) return Value::error();
  // Converted beside the memory: the conversion may release the view.
  char element[8];
  if (!store_element(thread, element, self->format, arguments[2])) return Value::error();
  char* place = place_of(thread, self, arguments[1]);
  if (place == nullptr) return Value::error();
  std::memcpy(place, element, self->item_size);
  return Value::none();
}

Value memoryview_delitem(Thread& thread, Arguments arguments) {
  if (!check_released(thread, self_of(arguments))) return Value::error();
  return raise_type_error(thread, self_of(arguments)->is_readonly ? "cannot modify read-only memory"
                                                                  : "cannot delete memory");
}

Value memoryview_length(Thread& thread, Arguments arguments) {
  if (!check_released(thread, self_of(arguments))) return Value::error();
  return Value::small_int(static_cast<int64_t>(self_of(arguments)->count));
}

// --- Whole views --------------------------------------------------------------------------------

Value memoryview_new(Thread& thread, Arguments arguments) {
  if (check_new_class(thread, arguments[0], thread.isolate.types.memoryview) == nullptr)
    return Value::error();
  return make_memoryview(thread, arguments[1]);
}

Value memoryview_repr(Thread& thread, Arguments arguments) {
  constexpr char digits[] = "0123456789abcdef";
  StrBuilder out;
  out.append(self_of(arguments)->is_released ? "<released memory at 0x" : "<memory at 0x");
  bool begun = false;
  for (int shift = 60; shift >= 0; shift -= 4) {
    const uint64_t digit = arguments[0].bits() >> shift & 0xf;
    begun = begun || digit != 0;
    if (begun) out.append(digits[digit]);
  }
  out.append('>');
  return Value::cell(out.finish(thread));
}

Value memoryview_hash(Thread& thread, Arguments arguments) {
  MemoryView* self = self_of(arguments);
  if (self->hash == 0) {
    if (!check_released(thread, self)) return Value::error();
    if (!self->is_readonly)
      return raise_value_error(thread, "cannot hash writable memoryview object");
    if (!is_byte_format(self->format))
      return raise_value_error(thread,
                               "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    const Bytes* bytes = bytes_of_view(thread, self);
    if (bytes == nullptr) return Value::error();
    self->hash = hash_bytes(bytes->view());
  }
  return Value::small_int(self->hash);
}

Truth equal_views(Thread& thread, MemoryView* left, MemoryView* right) {
  if (left->count != right->count) return Truth::False;
  const bool is_plain = left->format == right->format && left->format != 'f' &&
                        left->format != 'd' && left->format != '?';
  for (uint64_t i = 0; i < left->count; ++i) {
    const char* one = element_place(left, i);
    const char* other = element_place(right, i);
    if (is_plain) {
      if (std::memcmp(one, other, left->item_size) != 0) return Truth::False;
      continue;
    }
    const Value first = load_element(thread, one, left->format);
    if (!first) return Truth::Error;
    const Value second = load_element(thread, other, right->format);
    if (!second) return Truth::Error;
    const Truth same = compare_truth(thread, CompareOperator::Eq, first, second);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

// True, False or NotImplemented.
Value equality(Thread& thread, Arguments arguments) {
  if (arguments[0] == arguments[1]) return Value::boolean(true);
  if (!is_bytes_like(arguments[1])) return Value::not_implemented();
  if (self_of(arguments)->is_released) return Value::boolean(false);
  Value other = arguments[1];
  if (!is_memoryview(other)) {
    other = make_memoryview(thread, other);
    if (!other) return other;
  } else if (other.as<MemoryView>()->is_released) {
    return Value::boolean(false);
  }
  const Truth same = equal_views(thread, self_of(arguments), other.as<MemoryView>());
  return same == Truth::Error ? Value::error() : Value::boolean(same == Truth::True);
}

Value memoryview_eq(Thread& thread, Arguments arguments) { return equality(thread, arguments); }

Value memoryview_ne(Thread& thread, Arguments arguments) {
  const Value equal = equality(thread, arguments);
  return equal.is_bool() ? Value::boolean(equal.is_false()) : equal;
}

Value memoryview_tolist(Thread& thread, Arguments arguments) {
  MemoryView* self = self_of(arguments);
  if (!check_released(thread, self)) return Value::error();
  List* list = make_list(thread, self->count);
  if (list == nullptr) return Value::error();
  for (uint64_t i = 0; i < self->count; ++i) {
    const Value element = load_element(thread, element_place(self, i), self->format);
    if (!element || !list_append(thread, list, element)) return Value::error();
  }
  return Value::cell(list);
}

Value memoryview_tobytes(Thread& thread, Arguments arguments) {
  const Value order = arguments[1];
  if (!order.is_none()) {
    if (!is_str(order))
      return raise_type_error(thread, text("tobytes() argument 'order' must be str or None, not ",
                                           argument_type_name(thread, order)));
    const std::string_view name = as_str(order)->view();
    if (name != "C" && name != "F" && name != "A")
      return raise_value_error(thread, "order must be 'C', 'F' or 'A'");
  }
  if (!check_released(thread, self_of(arguments))) return Value::error();
  return Value::cell(bytes_of_view(thread, self_of(arguments)));
}

Value memoryview_hex(Thread& thread, Arguments arguments) {
  if (!check_released(thread, self_of(arguments))) return Value::error();
  const Bytes* bytes = bytes_of_view(thread, self_of(arguments));
  return bytes == nullptr ? Value::error()
                          : hex_of(thread, bytes->view(), arguments[1], arguments[2]);
}

Value memoryview_toreadonly(Thread& thread, Arguments arguments) {
  if (!check_released(thread, self_of(arguments))) return Value::error();
  MemoryView* copy = copy_of(thread, self_of(arguments));
  if (copy == nullptr) return Value::error();
  copy->is_readonly = true;
  return Value::cell(copy);
}

// The one length a shape of one dimension gives; false with an exception pending.
bool check_shape(Thread& thread, Value shape, uint64_t count) {
  if (!is_list(shape) && !is_tuple(shape)) {
    raise_type_error(thread, "shape must be a list or a tuple");
    return false;
  }
  const std::span<const Value> lengths = is_list(shape)
                                             ? std::span<const Value>(shape.as<List>()->values())
                                             : shape.as<Tuple>()->view();
  if (lengths.size() != 1) {
    raise(thread, thread.isolate.exceptions.not_implemented_error,
          "memoryview: only views of one dimension are supported");
    return false;
  }
  const auto length = to_index(thread, lengths[0]);
  if (!length) return false;
  if (*length == static_cast<int64_t>(count)) return true;
  raise_type_error(thread, "memoryview: product(shape) * itemsize != buffer size");
  return false;
}

Value memoryview_cast(Thread& thread, Arguments arguments) {
  MemoryView* self = self_of(arguments);
  if (!check_released(thread, self)) return Value::error();
  if (!is_str(arguments[1]))
    return raise_type_error(thread, text("cast() argument 'format' must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  if (!self->is_contiguous())
    return raise_type_error(thread, "memoryview: casts are restricted to C-contiguous views");
  std::string_view format = as_str(arguments[1])->view();
  const bool has_at = format.starts_with('@');
  if (has_at) format.remove_prefix(1);
  const uint32_t size = format.size() == 1 ? element_size(format[0]) : 0;
  if (size == 0)
    return raise_value_error(thread,
                             "memoryview: destination format must be a native single character "
                             "format prefixed with an optional '@'");
  if (!is_byte_format(self->format) && !is_byte_format(format[0]))
    return raise_type_error(thread, "memoryview: cannot cast between two non-byte formats");
  if (self->byte_count() % size != 0)
    return raise_type_error(thread, "memoryview: length is not a multiple of itemsize");
  const uint64_t count = self->byte_count() / size;
  if (!arguments[2].is_unset() && !check_shape(thread, arguments[2], count)) return Value::error();
  MemoryView* cast = copy_of(thread, self);
  if (cast == nullptr) return Value::error();
  cast->count = count;
  cast->stride = size;
  cast->item_size = size;
  cast->format = format[0];
  cast->format_has_at = has_at;
  return Value::cell(cast);
}

Value memoryview_release(Thread&, Arguments arguments) {
  MemoryView* self = self_of(arguments);
  self->is_released = true;
  self->owner = nullptr;
  self->data = nullptr;
  self->count = 0;
  return Value::none();
}

Value memoryview_enter(Thread& thread, Arguments arguments) {
  return check_released(thread, self_of(arguments)) ? arguments[0] : Value::error();
}

// --- Iteration ----------------------------------------------------------------------------------

Value memoryview_iter(Thread& thread, Arguments arguments) {
  if (!check_released(thread, self_of(arguments))) return Value::error();
  auto* iterator =
      make_object<MemoryViewIterator>(thread, thread.isolate.types.memoryview_iterator);
  if (iterator == nullptr) return Value::error();
  iterator->view = self_of(arguments);
  iterator->index = 0;
  return Value::cell(iterator);
}

Value iterator_iter(Thread&, Arguments arguments) { return arguments[0]; }

Value iterator_next_element(Thread& thread, Arguments arguments) {
  auto* iterator = arguments[0].as<MemoryViewIterator>();
  MemoryView* view = iterator->view;
  if (view == nullptr) return raise_stop_iteration(thread, Value::none());
  if (!check_released(thread, view)) return Value::error();
  if (iterator->index < view->count)
    return load_element(thread, element_place(view, iterator->index++), view->format);
  iterator->view = nullptr;
  return raise_stop_iteration(thread, Value::none());
}

// --- Attributes ---------------------------------------------------------------------------------

Value get_obj(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  return check_released(thread, view) ? Value::cell(view->owner) : Value::error();
}

Value get_nbytes(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  if (!check_released(thread, view)) return Value::error();
  return Value::small_int(static_cast<int64_t>(view->byte_count()));
}

Value get_itemsize(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  return check_released(thread, view) ? Value::small_int(view->item_size) : Value::error();
}

Value get_format(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  if (!check_released(thread, view)) return Value::error();
  const char format[] = {'@', view->format};
  return Value::cell(make_ascii_str(
      thread, view->format_has_at ? std::string_view(format, 2) : std::string_view(format + 1, 1)));
}

Value get_ndim(Thread& thread, Value self) {
  return check_released(thread, self.as<MemoryView>()) ? Value::small_int(1) : Value::error();
}

Value tuple_of(Thread& thread, int64_t number) {
  const Value values[] = {Value::small_int(number)};
  return Value::cell(make_tuple(thread, values));
}

Value get_shape(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  if (!check_released(thread, view)) return Value::error();
  return tuple_of(thread, static_cast<int64_t>(view->count));
}

Value get_strides(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  return check_released(thread, view) ? tuple_of(thread, view->stride) : Value::error();
}

Value get_suboffsets(Thread& thread, Value self) {
  if (!check_released(thread, self.as<MemoryView>())) return Value::error();
  return Value::cell(thread.isolate.empty_tuple);
}

Value get_readonly(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  return check_released(thread, view) ? Value::boolean(view->is_readonly) : Value::error();
}

Value get_contiguous(Thread& thread, Value self) {
  const auto* view = self.as<MemoryView>();
  return check_released(thread, view) ? Value::boolean(view->is_contiguous()) : Value::error();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, object)", "A view of the memory of a bytes-like object.", memoryview_new},
    {"__repr__", "(self, /)", "Return repr(self).", memoryview_repr},
    {"__hash__", "(self, /)", "Return hash(self).", memoryview_hash},
    {"__len__", "(self, /)", "Return len(self).", memoryview_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", memoryview_getitem},
    {"__setitem__", "(self, key, value, /)", "Set self[key] to value.", memoryview_setitem},
    {"__delitem__", "(self, key, /)", "Refused: memory cannot be deleted.", memoryview_delitem},
    {"__iter__", "(self, /)", "Implement iter(self).", memoryview_iter},
    {"__eq__", "(self, value, /)", "Return self == value.", memoryview_eq},
    {"__ne__", "(self, value, /)", "Return self != value.", memoryview_ne},
    {"__enter__", "(self, /)", "Return the view itself.", memoryview_enter},
    {"__exit__", "(self, /, *exc_info)", "Release the view.", memoryview_release},
    {"cast", "(self, /, format, shape=<unset>)", "The same memory as elements of another format.",
     memoryview_cast},
    {"hex", "(self, /, sep=<unset>, bytes_per_sep=1)", "Two hexadecimal digits for each byte.",
     memoryview_hex},
    {"release", "(self, /)", "Let go of the memory.", memoryview_release},
    {"tobytes", "(self, /, order=None)", "The memory as bytes.", memoryview_tobytes},
    {"tolist", "(self, /)", "The elements as a list.", memoryview_tolist},
    {"toreadonly", "(self, /)", "A view that cannot be written to.", memoryview_toreadonly},
};

constexpr NativeAttribute attributes[] = {
    {"obj", "The object whose memory is viewed.", get_obj, nullptr},
    {"nbytes", "Size in bytes.", get_nbytes, nullptr},
    {"itemsize", "Size of an element in bytes.", get_itemsize, nullptr},
    {"format", "Format of an element, as in module struct.", get_format, nullptr},
    {"ndim", "Number of dimensions.", get_ndim, nullptr},
    {"shape", "Elements in each dimension.", get_shape, nullptr},
    {"strides", "Bytes from one element to the next in each dimension.", get_strides, nullptr},
    {"suboffsets", "Always empty.", get_suboffsets, nullptr},
    {"readonly", "Whether the memory cannot be written to.", get_readonly, nullptr},
    {"c_contiguous", "Whether the elements follow each other.", get_contiguous, nullptr},
    {"f_contiguous", "Whether the elements follow each other.", get_contiguous, nullptr},
    {"contiguous", "Whether the elements follow each other.", get_contiguous, nullptr},
};

constexpr NativeMethod iterator_methods[] = {
    {"__iter__", "(self, /)", "Return the iterator itself.", iterator_iter},
    {"__next__", "(self, /)", "Return the next element, or raise StopIteration.",
     iterator_next_element},
};

}  // namespace

Bytes* bytes_of_view(Thread& thread, const MemoryView* view) {
  Bytes* bytes = allocate_bytes(thread, view->byte_count());
  if (bytes != nullptr) copy_elements(view, bytes->bytes);
  return bytes;
}

Value make_memoryview(Thread& thread, Value object) {
  if (is_bytes(object))
    return Value::cell(view_of(thread, object.as<Object>(), object.as<Bytes>()->view(), true));
  if (is_bytearray(object))
    return Value::cell(view_of(thread, object.as<Object>(), object.as<ByteArray>()->view(), false));
  if (is_memoryview(object)) {
    const auto* view = object.as<MemoryView>();
    return check_released(thread, view) ? Value::cell(copy_of(thread, view)) : Value::error();
  }
  return raise_type_error(thread, text("memoryview: a bytes-like object is required, not '",
                                       type_name(thread, object), "'"));
}

const TypeSpec memoryview_type_spec = {
    .name = "memoryview",
    .module = "builtins",
    .doc = "A window on the memory of a bytes-like object.",
    .instance_kind = Kind::MemoryView,
    .instance_size = sizeof(MemoryView),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

const TypeSpec memoryview_iterator_type_spec = {
    .name = "memory_iterator",
    .module = "builtins",
    .doc = "",
    .instance_kind = Kind::MemoryViewIterator,
    .instance_size = sizeof(MemoryViewIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = iterator_methods,
    .attributes = {},
};

}  // namespace weft

// SharedArray: numbers in memory that a process shares with those it starts.
#include "stdlib/multiprocessing/shared_array.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/memoryview.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_state.h"
#include "stdlib/multiprocessing/shared_memory.h"
#include "stdlib/posix/path_argument.h"

namespace weft {
namespace {

struct SharedArray : CustomObject {
  using CustomObject::CustomObject;
  SharedPlace* place;  // owned; null until made
  char* memory;        // there
  uint64_t count;
  uint64_t element_bytes;
  char code;  // as of module array; 'c' for bytes
};

void destroy(CustomObject* object) { delete static_cast<SharedArray*>(object)->place; }
constexpr CustomOperations operations = {nullptr, destroy};

struct SharedArrayState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(type); }
  Type* type = nullptr;
};

// 0 for what is no code.
uint64_t size_of(char code) {
  if (code == 'u') return 4;
  return std::string_view("cbB?hHiIlLqQfd").find(code) == std::string_view::npos
             ? 0
             : element_size(code);
}

Value element_at(Thread& thread, const SharedArray* array, uint64_t index) {
  const char* place = array->memory + index * array->element_bytes;
  if (array->code != 'u') return load_element(thread, place, array->code);
  uint32_t character;
  std::memcpy(&character, place, sizeof character);
  return as_result(make_char_str(thread, character));
}

// What is too large is cut off, as C does it.
bool set_element(Thread& thread, SharedArray* array, uint64_t index, Value value) {
  char* place = array->memory + index * array->element_bytes;
  switch (array->code) {
    case 'c':
      if (!is_bytes(value) || value.as<Bytes>()->count != 1) {
        raise_type_error(thread, "one character bytes, bytearray or integer expected");
        return false;
      }
      *place = value.as<Bytes>()->bytes[0];
      return true;
    case 'u': {
      if (!is_str(value) || as_str(value)->char_count != 1) {
        raise_type_error(thread, "one character unicode string expected");
        return false;
      }
      const Value code =
          call_method(thread, value, "encode", {as_result(make_ascii_str(thread, "utf-32-le"))});
      if (!code) return false;
      std::memcpy(place, code.as<Bytes>()->bytes, 4);
      return true;
    }
    case 'f':
    case 'd': {
      if (!is_int(value) && !is_float(value) &&
          find_special(thread, value, Special::Float).is_unset()) {
        raise_type_error(thread, text("must be real number, not ", type_name(thread, value)));
        return false;
      }
      const std::optional<double> number = to_double(thread, value);
      if (!number) return false;
      if (array->code == 'd') {
        std::memcpy(place, &*number, sizeof *number);
      } else {
        const auto single = static_cast<float>(*number);
        std::memcpy(place, &single, sizeof single);
      }
      return true;
    }
    default:
      break;
  }
  if (is_float(value)) {
    raise_type_error(thread, "int expected instead of float instance");
    return false;
  }
  if (!is_int(value)) {
    raise_type_error(thread,
                     text("an integer is required (got type ", type_name(thread, value), ")"));
    return false;
  }
  std::optional<int64_t> number = int_to_int64(value);
  if (!number) {
    // The lowest 64 bits.
    const Value low = binary(thread, BinaryOperator::And, value, make_uint(thread, UINT64_MAX));
    const Value half =
        low ? binary(thread, BinaryOperator::RShift, low, Value::small_int(32)) : low;
    const Value rest =
        half ? binary(thread, BinaryOperator::And, low, make_uint(thread, UINT32_MAX)) : half;
    if (!rest) return false;
    number = static_cast<int64_t>(static_cast<uint64_t>(*int_to_int64(half)) << 32 |
                                  static_cast<uint64_t>(*int_to_int64(rest)));
  }
  if (array->code == '?') number = *number != 0;
  std::memcpy(place, &*number, array->element_bytes);
  return true;
}

// What a type code and a number of elements say.
struct ArrayForm {
  char code;
  uint64_t count;
  uint64_t element_bytes;

  size_t bytes() const { return std::max<size_t>(count * element_bytes, 1); }
};

// Nullopt: exception pending.
std::optional<ArrayForm> form_of(Thread& thread, Value code_value, Value count_value) {
  Str* code = str_argument(thread, code_value, "SharedArray", "1");
  if (code == nullptr) return std::nullopt;
  const uint64_t bytes = code->byte_count == 1 ? size_of(code->data[0]) : 0;
  if (bytes == 0) {
    raise_type_error(thread, text("multiprocessing: no type code '", code->view(),
                                  "' (ctypes types are not supported)"));
    return std::nullopt;
  }
  const std::optional<int64_t> count = to_size_argument(thread, count_value);
  if (!count) return std::nullopt;
  if (*count < 0 || *count > (int64_t{1} << 40)) {
    raise_value_error(thread, "Array length must be non-negative");
    return std::nullopt;
  }
  return ArrayForm{code->data[0], static_cast<uint64_t>(*count), bytes};
}

// `place`: null with an exception pending.
Value make_array(Thread& thread, const ArrayForm& form, std::unique_ptr<SharedPlace> place) {
  if (place == nullptr) return Value::error();
  auto* made = make_custom_object<SharedArray>(
      thread, module_state<SharedArrayState>(thread.isolate).type, operations);
  if (made == nullptr) return Value::error();
  made->place = place.release();
  made->memory = made->place->address;
  made->code = form.code;
  made->count = form.count;
  made->element_bytes = form.element_bytes;
  return Value::cell(made);
}

Value array_new(Thread& thread, Arguments arguments) {
  const std::optional<ArrayForm> form = form_of(thread, arguments[1], arguments[2]);
  if (!form) return Value::error();
  return make_array(thread, *form, make_shared_place(thread, form->bytes()));
}

Value find_array(Thread& thread, Arguments arguments) {
  const std::optional<ArrayForm> form = form_of(thread, arguments[0], arguments[1]);
  const auto descriptor = form ? to_int_argument(thread, arguments[2]) : std::nullopt;
  const auto offset = descriptor ? to_size_argument(thread, arguments[3]) : std::nullopt;
  if (!offset) return Value::error();
  return make_array(
      thread, *form,
      find_shared_place(thread, *descriptor, static_cast<size_t>(*offset), form->bytes()));
}

Value array_place(Thread& thread, Arguments arguments) {
  return shared_place_address(thread, *arguments[0].as<SharedArray>()->place);
}

Value array_typecode(Thread& thread, Arguments arguments) {
  return as_result(
      make_char_str(thread, static_cast<unsigned char>(arguments[0].as<SharedArray>()->code)));
}

Value array_len(Thread&, Arguments arguments) {
  return Value::small_int(static_cast<int64_t>(arguments[0].as<SharedArray>()->count));
}

// -1 with IndexError pending.
int64_t index_of(Thread& thread, const SharedArray* array, Value key) {
  const std::optional<int64_t> given = to_index(thread, key);
  if (!given) return -1;
  const auto count = static_cast<int64_t>(array->count);
  const int64_t index = *given < 0 ? *given + count : *given;
  if (index >= 0 && index < count) return index;
  raise_index_error(thread, "invalid index");
  return -1;
}

Value array_get(Thread& thread, Arguments arguments) {
  const auto* array = arguments[0].as<SharedArray>();
  const int64_t index = index_of(thread, array, arguments[1]);
  return index < 0 ? Value::error() : element_at(thread, array, static_cast<uint64_t>(index));
}

Value array_set(Thread& thread, Arguments arguments) {
  auto* array = arguments[0].as<SharedArray>();
  const int64_t index = index_of(thread, array, arguments[1]);
  if (index < 0) return Value::error();
  return set_element(thread, array, static_cast<uint64_t>(index), arguments[2]) ? Value::none()
                                                                                : Value::error();
}

Value array_raw(Thread& thread, Arguments arguments) {
  const auto* array = arguments[0].as<SharedArray>();
  return as_result(make_bytes(thread, {array->memory, array->count * array->element_bytes}));
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, typecode, count, /)", "So many zeros.", array_new},
    {"__len__", "(self, /)", "The number of elements.", array_len},
    {"__getitem__", "(self, index, /)", "An element.", array_get},
    {"__setitem__", "(self, index, value, /)", "Sets an element.", array_set},
    {"tobytes", "(self, /)", "The memory.", array_raw},
    {"_typecode", "(self, /)", "The type code.", array_typecode},
    {"_place", "(self, /)", "What find_array() finds it by: (descriptor, offset).", array_place},
};

constexpr TypeSpec spec = {.name = "SharedArray",
                           .module = "_multiprocessing",
                           .doc = "Numbers that processes share.",
                           .instance_kind = Kind::HostObject,
                           .instance_size = sizeof(SharedArray),
                           .is_base_type = false,
                           .instances_have_dict = false,
                           .methods = methods,
                           .attributes = {}};

constexpr NativeMethod functions[] = {
    {"find_array", "(typecode, count, fd, offset, /)",
     "A SharedArray of another process, which gave this one the descriptor.", find_array},
};

}  // namespace

std::span<const NativeMethod> shared_array_functions() { return functions; }

Type* shared_array_type(Thread& thread) {
  auto& state = module_state<SharedArrayState>(thread.isolate);
  if (state.type == nullptr) state.type = make_builtin_type(thread, spec, nullptr);
  return state.type;
}

}  // namespace weft

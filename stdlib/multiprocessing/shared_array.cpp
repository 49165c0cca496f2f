// SharedArray: numbers in memory that a process shares with the children it forks.
#include "stdlib/multiprocessing/shared_array.h"

#include <sys/mman.h>

#include <cerrno>
#include <cstring>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/memoryview.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_state.h"
#include "stdlib/posix/path_argument.h"

namespace weft {
namespace {

struct SharedArray : CustomObject {
  using CustomObject::CustomObject;
  char* memory;  // owned mapping; null until made
  uint64_t mapped;
  uint64_t count;
  uint64_t element_bytes;
  char code;  // as of module array; 'c' for bytes
};

void destroy(CustomObject* object) {
  auto* array = static_cast<SharedArray*>(object);
  if (array->memory != nullptr) munmap(array->memory, array->mapped);
}
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

Value array_new(Thread& thread, Arguments arguments) {
  const auto& state = module_state<SharedArrayState>(thread.isolate);
  Str* code = str_argument(thread, arguments[1], "SharedArray", "1");
  if (code == nullptr) return Value::error();
  const uint64_t bytes = code->byte_count == 1 ? size_of(code->data[0]) : 0;
  if (bytes == 0) {
    return raise_type_error(thread, text("multiprocessing: no type code '", code->view(),
                                         "' (ctypes types are not supported)"));
  }
  const std::optional<int64_t> count = to_size_argument(thread, arguments[2]);
  if (!count) return Value::error();
  if (*count < 0 || *count > (int64_t{1} << 40)) {
    return raise_value_error(thread, "Array length must be non-negative");
  }
  auto* made = make_custom_object<SharedArray>(thread, state.type, operations);
  if (made == nullptr) return Value::error();
  made->code = code->data[0];
  made->count = static_cast<uint64_t>(*count);
  made->element_bytes = bytes;
  made->mapped = std::max<uint64_t>(made->count * bytes, 1);
  void* memory =
      mmap(nullptr, made->mapped, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return raise_errno(thread);
  made->memory = static_cast<char*>(memory);
  return Value::cell(made);
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

}  // namespace

Type* shared_array_type(Thread& thread) {
  auto& state = module_state<SharedArrayState>(thread.isolate);
  if (state.type == nullptr) state.type = make_builtin_type(thread, spec, nullptr);
  return state.type;
}

}  // namespace weft

// Elements of a memoryview: native values of C types, named as in the struct module.
#include <cstring>
#include <limits>
#include <type_traits>

#include "interpreter/objects/bytes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/memoryview.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"

namespace weft {

namespace {

template <class T>
T load(const char* place) {
  T element;
  std::memcpy(&element, place, sizeof(T));
  return element;
}

bool fail_type(Thread& thread, char format) {
  raise_type_error(thread, text("memoryview: invalid type for format '", format, "'"));
  return false;
}

bool fail_value(Thread& thread, char format) {
  raise_value_error(thread, text("memoryview: invalid value for format '", format, "'"));
  return false;
}

template <class T>
bool store_integer(Thread& thread, char* place, char format, Value value) {
  if (!has_index(thread, value)) return fail_type(thread, format);
  const Value number = to_index_value(thread, value);
  if (!number) return false;
  T element;
  const auto small = int_to_int64(number);
  if constexpr (std::is_same_v<T, uint64_t>) {
    if (small) {
      if (*small < 0) return fail_value(thread, format);
      element = static_cast<uint64_t>(*small);
    } else {
      const auto* big = number.as<Int>();
      if (big->sign_and_count != 1) return fail_value(thread, format);
      element = big->limbs[0];
    }
  } else {
    if (!small || *small < static_cast<int64_t>(std::numeric_limits<T>::min()) ||
        *small > static_cast<int64_t>(std::numeric_limits<T>::max()))
      return fail_value(thread, format);
    element = static_cast<T>(*small);
  }
  std::memcpy(place, &element, sizeof(T));
  return true;
}

template <class T>
bool store_float(Thread& thread, char* place, char format, Value value) {
  const auto number = to_double(thread, value);
  if (!number) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error))
      return fail_type(thread, format);
    return false;
  }
  const T element = static_cast<T>(*number);
  std::memcpy(place, &element, sizeof(T));
  return true;
}

}  // namespace

uint32_t element_size(char format) {
  switch (format) {
    case 'b':
    case 'B':
    case 'c':
    case '?':
      return 1;
    case 'h':
    case 'H':
      return 2;
    case 'i':
    case 'I':
    case 'f':
      return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'P':
    case 'd':
      return 8;
    default:
      return 0;
  }
}

Value load_element(Thread& thread, const char* place, char format) {
  switch (format) {
    case 'b':
      return Value::small_int(load<int8_t>(place));
    case 'c':
      return Value::cell(make_bytes(thread, {place, 1}));
    case '?':
      return Value::boolean(*place != 0);
    case 'h':
      return Value::small_int(load<int16_t>(place));
    case 'H':
      return Value::small_int(load<uint16_t>(place));
    case 'i':
      return Value::small_int(load<int32_t>(place));
    case 'I':
      return Value::small_int(load<uint32_t>(place));
    case 'l':
    case 'q':
    case 'n':
      return make_int(thread, load<int64_t>(place));
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return make_uint(thread, load<uint64_t>(place));
    case 'f':
      return make_float(thread, static_cast<double>(load<float>(place)));
    case 'd':
      return make_float(thread, load<double>(place));
    default:
      return Value::small_int(load<uint8_t>(place));
  }
}

bool store_element(Thread& thread, char* place, char format, Value value) {
  switch (format) {
    case 'b':
      return store_integer<int8_t>(thread, place, format, value);
    case 'c':
      if (!is_bytes(value)) return fail_type(thread, format);
      if (value.as<Bytes>()->count != 1) return fail_value(thread, format);
      *place = value.as<Bytes>()->bytes[0];
      return true;
    case '?': {
      const Truth is_true = truth(thread, value);
      if (is_true == Truth::Error) return false;
      *place = is_true == Truth::True ? 1 : 0;
      return true;
    }
    case 'h':
      return store_integer<int16_t>(thread, place, format, value);
    case 'H':
      return store_integer<uint16_t>(thread, place, format, value);
    case 'i':
      return store_integer<int32_t>(thread, place, format, value);
    case 'I':
      return store_integer<uint32_t>(thread, place, format, value);
    case 'l':
    case 'q':
    case 'n':
      return store_integer<int64_t>(thread, place, format, value);
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return store_integer<uint64_t>(thread, place, format, value);
    case 'f':
      return store_float<float>(thread, place, format, value);
    case 'd':
      return store_float<double>(thread, place, format, value);
    default:
      return store_integer<uint8_t>(thread, place, format, value);
  }
}

}  // namespace weft

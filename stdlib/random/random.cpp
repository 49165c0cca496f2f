// Module _random: the core of random.py.
#include <sys/random.h>

#include <vector>

#include "interpreter/objects/big_integer.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/integer.h"
#include "interpreter/vm/waiting.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"
#include "stdlib/native_modules.h"
#include "stdlib/random/sha512.h"
#include "stdlib/random/twister.h"

namespace weft {
namespace {

struct RandomObject : CustomObject {
  using CustomObject::CustomObject;
  Twister twister;
  Cell* overflow;
};
constexpr CustomOperations operations = {};

struct RandomState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override { marker.mark(random_type); }
  Type* random_type = nullptr;
};

Twister& twister_of(Value self) { return self.as<RandomObject>()->twister; }

bool fill_randomly(Thread& thread, void* out, size_t size) {
  auto* place = static_cast<char*>(out);
  while (size > 0) {
    const ssize_t count = call_blocking(thread, [&] { return getrandom(place, size, 0); });
    if (count < 0) {
      if (thread.pending == nullptr) raise_os_error(thread, errno, Value::unset());
      return false;
    }
    place += count;
    size -= static_cast<size_t>(count);
  }
  return true;
}

// From None (the system's entropy), an int (its magnitude), or the hash of anything else.
bool seed(Thread& thread, Twister& twister, Value value) {
  std::vector<uint32_t> key;
  if (value.is_none()) {
    key.resize(Twister::WordCount);
    if (!fill_randomly(thread, key.data(), key.size() * sizeof(uint32_t))) return false;
  } else if (is_int(value)) {
    const LimbView view(value);
    for (mp_size_t i = 0; i < view.count(); ++i) {
      key.push_back(static_cast<uint32_t>(view.limbs()[i]));
      key.push_back(static_cast<uint32_t>(view.limbs()[i] >> 32));
    }
    while (key.size() > 1 && key.back() == 0) key.pop_back();
    if (key.empty()) key.push_back(0);
  } else {
    const std::optional<int64_t> number = hash(thread, value);
    if (!number) return false;
    const auto bits = static_cast<uint64_t>(*number);
    key.push_back(static_cast<uint32_t>(bits));
    if (bits >> 32 != 0) key.push_back(static_cast<uint32_t>(bits >> 32));
  }
  twister.seed(key);
  return true;
}

Value random_new(Thread& thread, Arguments arguments) {
  Type* base = module_state<RandomState>(thread.isolate).random_type;
  Type* type = check_new_class(thread, arguments[0], base);
  if (type == nullptr) return Value::error();
  auto* made = make_custom_object<RandomObject>(thread, type, operations);
  if (made == nullptr) return Value::error();
  const auto* given = arguments[1].as<Tuple>();
  return seed(thread, made->twister, given->count == 0 ? Value::none() : given->values[0])
             ? Value::cell(made)
             : Value::error();
}

Value random_seed(Thread& thread, Arguments arguments) {
  return seed(thread, twister_of(arguments[0]), arguments[1]) ? Value::none() : Value::error();
}

Value random_random(Thread& thread, Arguments arguments) {
  return make_float(thread, twister_of(arguments[0]).next_double());
}

Value random_bits(Thread& thread, Twister& twister, uint64_t count) {
  if (count == 0) return Value::small_int(0);
  if (count <= 32) return Value::small_int(twister.next_word() >> (32 - count));
  if (count > MaxIntLimbs * LimbBits) return raise_memory_error(thread);
  const uint64_t limb_count = (count + LimbBits - 1) / LimbBits;
  Int* number = allocate_int(thread, limb_count);
  if (number == nullptr) return Value::error();
  mp_limb_t* limbs = limbs_of(number);
  for (uint64_t i = 0; i < limb_count; ++i) limbs[i] = 0;
  for (uint64_t i = 0; i * 32 < count; ++i) {
    uint64_t word = twister.next_word();
    const uint64_t left = count - i * 32;
    if (left < 32) word >>= 32 - left;
    limbs[i / 2] |= word << (i % 2 * 32);
  }
  return finish_int(thread, number, limb_count, false);
}

Value random_getrandbits(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> count = to_int_argument(thread, arguments[1]);
  if (!count) return Value::error();
  if (*count < 0) return raise_value_error(thread, "number of bits must be non-negative");
  return random_bits(thread, twister_of(arguments[0]), static_cast<uint64_t>(*count));
}

// A number below `limit`: as many bits as it has, drawn until they are below.
Value random_below(Thread& thread, Arguments arguments) {
  Twister& twister = twister_of(arguments[0]);
  const Value limit = arguments[1];
  if (!is_int(limit)) return raise_type_error(thread, "an int is required");
  if (int_sign(limit) <= 0) return Value::small_int(0);
  const uint64_t bits = int_bit_length(limit);
  if (bits <= 32) {
    const auto bound = static_cast<uint32_t>(*int_to_int64(limit));
    for (;;) {
      const uint32_t drawn = twister.next_word() >> (32 - bits);
      if (drawn < bound) return Value::small_int(drawn);
    }
  }
  for (;;) {
    const Value drawn = random_bits(thread, twister, bits);
    if (!drawn || int_compare(drawn, limit) < 0) return drawn;
  }
}

// x[i] and x[j] change places for i from the end, j drawn from those up to i.
Value random_shuffle(Thread& thread, Arguments arguments) {
  Twister& twister = twister_of(arguments[0]);
  List* list = arguments[1].as<List>();
  for (uint64_t i = list->count; i-- > 1;) {
    const int bits = std::bit_width(i + 1);
    uint64_t j;
    do {
      if (bits <= 32) {
        j = twister.next_word() >> (32 - bits);
      } else {
        const uint64_t low = twister.next_word();
        j = low | uint64_t{twister.next_word() >> (64 - bits)} << 32;
      }
    } while (j > i);
    Value* items = list->items->values;
    const Value moved = items[i];
    store(list->items, items[i], items[j]);
    store(list->items, items[j], moved);
    if (thread.has_interrupts() && !thread.isolate.machine.check_interrupts(thread)) {
      return Value::error();
    }
  }
  return Value::none();
}

Value random_getstate(Thread& thread, Arguments arguments) {
  Twister& twister = twister_of(arguments[0]);
  Tuple* state = make_tuple(thread, Twister::WordCount + 1);
  if (state == nullptr) return Value::error();
  for (uint32_t i = 0; i < Twister::WordCount; ++i) {
    state->values[i] = Value::small_int(twister.words()[i]);
  }
  state->values[Twister::WordCount] = Value::small_int(twister.position());
  return Value::cell(state);
}

Value random_setstate(Thread& thread, Arguments arguments) {
  if (!is_tuple(arguments[1])) {
    return raise_type_error(thread, "state vector must be a tuple");
  }
  const Tuple* state = arguments[1].as<Tuple>();
  if (state->count != Twister::WordCount + 1) {
    return raise_value_error(thread, "state vector is the wrong size");
  }
  Twister fresh;
  for (uint32_t i = 0; i <= Twister::WordCount; ++i) {
    const std::optional<int64_t> number = to_index(thread, state->values[i]);
    if (!number) return Value::error();
    const bool in_range =
        *number >= 0 &&
        *number <= (i < Twister::WordCount ? int64_t{UINT32_MAX} : int64_t{Twister::WordCount});
    if (!in_range) return raise_value_error(thread, "invalid state");
    if (i < Twister::WordCount) {
      fresh.words()[i] = static_cast<uint32_t>(*number);
    } else {
      fresh.set_position(static_cast<uint32_t>(*number));
    }
  }
  twister_of(arguments[0]) = fresh;
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, *args, **kwds)", "A generator of its own state.", random_new},
    {"seed", "(self, n=None, /)", "Starts the sequence a number stands for.", random_seed},
    {"random", "(self, /)", "random() -> x in the interval [0, 1).", random_random},
    {"getrandbits", "(self, k, /)", "getrandbits(k) -> x.  Generates an int with k random bits.",
     random_getrandbits},
    {"_below", "(self, n, /)", "A number in [0, n); 0 when n is 0.", random_below},
    {"_shuffle", "(self, x, /)", "Shuffles a list.", random_shuffle},
    {"getstate", "(self, /)", "The state as a tuple of numbers.", random_getstate},
    {"setstate", "(self, state, /)", "Restores what getstate() gave.", random_setstate},
};

constexpr TypeSpec random_spec = {.name = "Random",
                                  .module = "_random",
                                  .doc = "A Mersenne twister.",
                                  .instance_kind = Kind::HostObject,
                                  .instance_size = sizeof(RandomObject),
                                  .is_base_type = true,
                                  .instances_have_dict = true,
                                  .methods = methods,
                                  .attributes = {}};

Value text_seed(Thread& thread, Arguments arguments) {
  const std::optional<std::string_view> given = readable_bytes(thread, arguments[0]);
  if (!given) return Value::error();
  const std::array<uint8_t, 64> digest = sha512(*given);
  std::string whole(*given);
  whole.append(reinterpret_cast<const char*>(digest.data()), digest.size());
  return as_result(make_bytes(thread, whole));
}

constexpr NativeMethod functions[] = {
    {"text_seed", "(bytes, /)", "The bytes of the number a text is as a seed.", text_seed},
};

}  // namespace

bool fill_random(Thread& thread, Module* module) {
  auto& state = module_state<RandomState>(thread.isolate);
  if (state.random_type == nullptr) {
    state.random_type = make_builtin_type(thread, random_spec, nullptr);
    if (state.random_type == nullptr) return false;
  }
  return put_functions(thread, module, functions) &&
         put_name(thread, module, "Random", Value::cell(state.random_type));
}

}  // namespace weft

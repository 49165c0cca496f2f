#include "stdlib/sys/sys_information.h"

#include <cfloat>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/simple_namespace.h"
#include "stdlib/struct_sequence.h"

namespace weft {
namespace {

constexpr std::array<std::string_view, 5> version_names = {"major", "minor", "micro",
                                                           "releaselevel", "serial"};
constexpr auto version_fields = struct_sequence_fields(version_names);
constexpr TypeSpec version_spec =
    struct_sequence_spec("sys", "version_info", "The version of the language.", version_fields,
                         single_struct_sequence_methods);

constexpr std::array<std::string_view, 11> float_names = {
    "max", "max_exp",  "max_10_exp", "min",   "min_exp", "min_10_exp",
    "dig", "mant_dig", "epsilon",    "radix", "rounds"};
constexpr auto float_fields = struct_sequence_fields(float_names);
constexpr TypeSpec float_spec =
    struct_sequence_spec("sys", "float_info", "Limits of float.", float_fields);

constexpr std::array<std::string_view, 4> int_names = {
    "bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"};
constexpr auto int_fields = struct_sequence_fields(int_names);
constexpr TypeSpec int_spec =
    struct_sequence_spec("sys", "int_info", "How int is represented.", int_fields);

constexpr std::array<std::string_view, 9> hash_names = {
    "width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"};
constexpr auto hash_fields = struct_sequence_fields(hash_names);
constexpr TypeSpec hash_spec =
    struct_sequence_spec("sys", "hash_info", "How numbers and text are hashed.", hash_fields);

constexpr std::array<std::string_view, 18> flag_names = {"debug",
                                                         "inspect",
                                                         "interactive",
                                                         "optimize",
                                                         "dont_write_bytecode",
                                                         "no_user_site",
                                                         "no_site",
                                                         "ignore_environment",
                                                         "verbose",
                                                         "bytes_warning",
                                                         "quiet",
                                                         "hash_randomization",
                                                         "isolated",
                                                         "dev_mode",
                                                         "utf8_mode",
                                                         "warn_default_encoding",
                                                         "safe_path",
                                                         "int_max_str_digits"};
constexpr auto flag_fields = struct_sequence_fields(flag_names);
constexpr TypeSpec flag_spec =
    struct_sequence_spec("sys", "flags", "What the command line asked for.", flag_fields,
                         single_struct_sequence_methods);

bool put(Thread& thread, Dict* dict, std::string_view name, Value value) {
  Str* key = intern(thread, name);
  return key != nullptr && value && dict_set_str(thread, dict, key, value);
}

Value str_value(Thread& thread, std::string_view contents) {
  Str* made = make_str(thread, contents);
  return made == nullptr ? Value::error() : Value::cell(made);
}

bool put_sequence(Thread& thread, Dict* sys, const TypeSpec& spec, std::span<const Value> values) {
  for (const Value value : values) {
    if (!value) return false;
  }
  Type* type = make_struct_sequence_type(thread, spec, spec.attributes.size());
  if (type == nullptr) return false;
  return put(thread, sys, spec.name, make_struct_sequence(thread, type, values));
}

}  // namespace

bool add_information(Thread& thread, Dict* sys) {
  const auto number = [](int64_t value) { return Value::small_int(value); };
  const Value version[] = {number(3), number(11), number(2), str_value(thread, "final"), number(0)};
  const Value floats[] = {make_float(thread, DBL_MAX),
                          number(DBL_MAX_EXP),
                          number(DBL_MAX_10_EXP),
                          make_float(thread, DBL_MIN),
                          number(DBL_MIN_EXP),
                          number(DBL_MIN_10_EXP),
                          number(DBL_DIG),
                          number(DBL_MANT_DIG),
                          make_float(thread, DBL_EPSILON),
                          number(FLT_RADIX),
                          number(1)};
  const Value ints[] = {number(30), number(4), number(4300), number(640)};
  const Value hashes[] = {
      number(64),      number((int64_t{1} << 61) - 1),    number(314159), number(0),
      number(1000003), str_value(thread, "multiply-mix"), number(64),     number(64),
      number(0)};
  Value flags[18];
  for (Value& flag : flags) flag = number(0);
  flags[11] = number(1);
  flags[13] = Value::boolean(false);
  flags[16] = Value::boolean(false);
  flags[17] = number(4300);
  if (!put_sequence(thread, sys, version_spec, version) ||
      !put_sequence(thread, sys, float_spec, floats) ||
      !put_sequence(thread, sys, int_spec, ints) || !put_sequence(thread, sys, hash_spec, hashes) ||
      !put_sequence(thread, sys, flag_spec, flags)) {
    return false;
  }
  Dict* fields = make_dict(thread);
  return fields != nullptr && put(thread, fields, "name", str_value(thread, "weft")) &&
         put(thread, fields, "cache_tag", Value::none()) &&
         put(thread, fields, "version", dict_get_str(sys, intern(thread, "version_info"))) &&
         put(thread, fields, "hexversion", number(0x030b02f0)) &&
         put(thread, sys, "implementation", make_simple_namespace(thread, fields));
}

}  // namespace weft

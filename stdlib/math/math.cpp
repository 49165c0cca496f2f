// Module math: its constants, and the table of its functions.
#include <cmath>
#include <limits>
#include <numbers>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "stdlib/math/math_functions.h"
#include "stdlib/native_modules.h"

namespace weft {

bool fill_math(Thread& thread, Module* module) {
  struct Constant {
    std::string_view name;
    double value;
  };
  constexpr Constant constants[] = {
      {"pi", std::numbers::pi},
      {"e", std::numbers::e},
      {"tau", 2 * std::numbers::pi},
      {"inf", std::numeric_limits<double>::infinity()},
      {"nan", std::numeric_limits<double>::quiet_NaN()},
  };
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  for (const auto functions :
       {math::real_functions(), math::sum_functions(), math::integer_functions()}) {
    if (!add_native_functions(thread, module->dict, module_name, functions)) return false;
  }
  for (const Constant& constant : constants) {
    Str* name = intern(thread, constant.name);
    if (name == nullptr) return false;
    const Value value = make_float(thread, constant.value);
    if (!value || !dict_set_str(thread, module->dict, name, value)) return false;
  }
  return true;
}

}  // namespace weft

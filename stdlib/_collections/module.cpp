// Module _collections: the native part of collections.
#include "interpreter/objects/module.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/str.h"
#include "stdlib/_collections/deque.h"
#include "stdlib/_collections/deque_iterator.h"
#include "stdlib/native_modules.h"

namespace weft {
namespace {

// mapping[element] += 1 for each element. Dicts are counted in directly.
Value count_elements(Thread& thread, Arguments arguments) {
  const Value mapping = arguments[0];
  if (!is_dict(mapping)) return raise_type_error(thread, "a dict is required");
  auto* dict = mapping.as<Dict>();
  const bool done = for_each(thread, arguments[1], [&](Value element) {
    const Value known = dict_get(thread, dict, element);
    if (!known) return false;
    const Value one = Value::small_int(1);
    const Value sum = known.is_unset() ? one : binary(thread, BinaryOperator::Add, known, one);
    return sum && dict_set(thread, dict, element, sum);
  });
  return done ? Value::none() : Value::error();
}

// Puts an entry of a dict first.
Value move_to_front(Thread& thread, Arguments arguments) {
  if (!is_dict(arguments[0])) return raise_type_error(thread, "a dict is required");
  auto* dict = arguments[0].as<Dict>();
  const Value value = dict_remove(thread, dict, arguments[1]);
  if (!value) return value;
  if (value.is_unset()) return raise_key_error(thread, arguments[1]);
  Dict* rest = dict_copy(thread, dict);
  if (rest == nullptr) return Value::error();
  dict_clear(thread, dict);
  return dict_set(thread, dict, arguments[1], value) && dict_update(thread, dict, rest)
             ? Value::none()
             : Value::error();
}

constexpr NativeMethod functions[] = {
    {"_count_elements", "(mapping, iterable, /)", "Count the elements of iterable in mapping.",
     count_elements},
    {"_move_to_front", "(mapping, key, /)", "Make the entry of key the first.", move_to_front},
};

}  // namespace

bool fill_collections(Thread& thread, Module* module) {
  Type* deque = make_deque_type(thread);
  Str* name = intern(thread, "deque");
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return deque != nullptr && name != nullptr && make_deque_iterator_types(thread) &&
         dict_set_str(thread, module->dict, name, Value::cell(deque)) &&
         add_native_functions(thread, module->dict, module_name, functions);
}

}  // namespace weft

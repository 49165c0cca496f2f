#include "stdlib/module_filling.h"

#include <algorithm>

#include "interpreter/objects/type.h"

namespace weft {

bool put_name(Thread& thread, Module* module, std::string_view name, Value value) {
  Str* key = intern(thread, name);
  return key != nullptr && value && dict_set_str(thread, module->dict, key, value);
}

bool put_functions(Thread& thread, Module* module, std::span<const NativeMethod> functions) {
  const Value module_name = dict_get_str(module->dict, thread.isolate.names.__name__);
  return add_native_functions(thread, module->dict, module_name, functions);
}

bool put_objects(Thread& thread, Module* module, std::initializer_list<NamedObject> objects) {
  return std::ranges::all_of(objects, [&](const NamedObject& each) {
    return each.object != nullptr && put_name(thread, module, each.name, Value::cell(each.object));
  });
}

bool put_numbers(Thread& thread, Module* module, std::span<const NamedNumber> numbers) {
  for (const NamedNumber& each : numbers) {
    if (!put_name(thread, module, each.name, make_int(thread, each.number))) return false;
  }
  return true;
}

Str* str_argument(Thread& thread, Value value, std::string_view function,
                  std::string_view position) {
  if (is_str(value)) return value.as<Str>();
  raise_type_error(thread, text(function, "() argument ", position, " must be str, not ",
                                argument_type_name(thread, value)));
  return nullptr;
}

Type* make_exception_class(Thread& thread, std::string_view module_name, std::string_view name,
                           Type* base) {
  const Value parent[] = {Value::cell(base)};
  Str* class_name = intern(thread, name);
  Str* module_text = intern(thread, module_name);
  Tuple* bases = make_tuple(thread, parent);
  Dict* names = make_dict(thread);
  if (class_name == nullptr || module_text == nullptr || bases == nullptr || names == nullptr ||
      !dict_set_str(thread, names, thread.isolate.names.__module__, Value::cell(module_text))) {
    return nullptr;
  }
  return make_class(thread, thread.isolate.types.type, class_name, bases, names, nullptr);
}

Value find_attribute_named(Thread& thread, Value value, std::string_view name) {
  Str* key = intern(thread, name);
  return key == nullptr ? Value::error() : find_attribute(thread, value, key);
}

}  // namespace weft

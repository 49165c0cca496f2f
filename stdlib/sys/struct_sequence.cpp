#include "stdlib/struct_sequence.h"

namespace weft {

namespace struct_sequence {

Value make(Thread& thread, Arguments arguments) {
  Tuple* given = tuple_from_iterable(thread, arguments[1]);
  if (given == nullptr) return Value::error();
  Type* type = arguments[0].as<Type>();
  const size_t wanted = type->spec->attributes.size();
  if (given->count != wanted) {
    std::string storage;
    return raise_type_error(thread, text(full_type_name(thread, type, storage), "() takes a ",
                                         wanted, "-sequence (", given->count, "-sequence given)"));
  }
  return make_struct_sequence(thread, type, given->view());
}

Value repr(Thread& thread, Arguments arguments) {
  auto* tuple = arguments[0].as<Tuple>();
  Type* type = type_of(thread, arguments[0]);
  std::string storage;
  std::string shown = text(full_type_name(thread, type, storage), "(");
  size_t index = 0;
  for (const NativeAttribute& attribute : type->spec->attributes) {
    if (index == tuple->count) break;
    Str* value = weft::repr(thread, tuple->values[index]);
    if (value == nullptr) return Value::error();
    shown += text(index == 0 ? "" : ", ", attribute.name, "=", value->view());
    ++index;
  }
  Str* made = make_str(thread, shown + ")");
  return made == nullptr ? Value::error() : Value::cell(made);
}

}  // namespace struct_sequence

Value make_struct_sequence(Thread& thread, Type* type, std::span<const Value> values) {
  auto* tuple = static_cast<Tuple*>(
      allocate_instance(thread, type, sizeof(Tuple), values.size() * sizeof(Value)));
  if (tuple == nullptr) return Value::error();
  tuple->count = values.size();
  for (size_t i = 0; i < values.size(); ++i) tuple->values[i] = values[i];
  return Value::cell(tuple);
}

}  // namespace weft

#include "stdlib/struct_sequence.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/shape.h"

namespace weft {
namespace {

Value constructor_error(Thread& thread, Type* type, std::string_view limit, size_t wanted,
                        uint64_t given) {
  std::string storage;
  return raise_type_error(thread, text(full_type_name(thread, type, storage), "() takes a", limit,
                                       wanted, "-sequence (", given, "-sequence given)"));
}

// How many of the fields are elements: what scripts read as n_sequence_fields. Nullopt: exception
// pending.
std::optional<size_t> visible_count(Thread& thread, const Type* type) {
  Str* name = intern(thread, "n_sequence_fields");
  if (name == nullptr) return std::nullopt;
  return static_cast<size_t>(dict_get_str(type->dict, name).as_small_int());
}

Value tuple_or_error(Tuple* tuple) {
  return tuple == nullptr ? Value::error() : Value::cell(tuple);
}

}  // namespace

namespace struct_sequence {

Value refuse(Thread& thread, Arguments arguments) {
  std::string storage;
  return raise_type_error(
      thread, text("cannot create '", full_type_name(thread, arguments[0].as<Type>(), storage),
                   "' instances"));
}

Value make(Thread& thread, Arguments arguments) {
  Type* type = arguments[0].as<Type>();
  const Value iterator = get_iterator(thread, arguments[1]);
  if (!iterator) {
    if (clear_pending_if(thread, thread.isolate.exceptions.type_error))
      raise_type_error(thread, "constructor requires a sequence");
    return Value::error();
  }
  Tuple* given = tuple_from_iterable(thread, iterator);
  if (given == nullptr) return Value::error();
  if (!arguments[2].is_unset() && !is_dict(arguments[2])) {
    std::string storage;
    return raise_type_error(thread, text(full_type_name(thread, type, storage),
                                         "() takes a dict as second arg, if any"));
  }
  const auto fields = type->spec->attributes;
  const std::optional<size_t> visible = visible_count(thread, type);
  if (!visible) return Value::error();
  if (given->count < *visible)
    return constructor_error(thread, type, *visible == fields.size() ? " " : "n at least ",
                             *visible, given->count);
  if (given->count > fields.size())
    return constructor_error(thread, type, *visible == fields.size() ? " " : "n at most ",
                             fields.size(), given->count);
  Tuple* values = make_tuple(thread, fields.size());
  if (values == nullptr) return Value::error();
  for (size_t i = 0; i < fields.size(); ++i) {
    Value value = i < given->count ? given->values[i] : Value::unset();
    if (value.is_unset() && !arguments[2].is_unset()) {
      Str* name = intern(thread, fields[i].name);
      if (name == nullptr) return Value::error();
      value = dict_get_str(arguments[2].as<Dict>(), name);
    }
    store(values, values->values[i], value.is_unset() ? Value::none() : value);
  }
  return make_struct_sequence(thread, type, values->view());
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

Value reduce(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<Tuple>();
  Type* type = type_of(thread, arguments[0]);
  Tuple* elements = make_tuple(thread, self->view());
  Dict* others = make_dict(thread);
  if (elements == nullptr || others == nullptr) return Value::error();
  for (const NativeAttribute& field : type->spec->attributes.subspan(self->count)) {
    Str* name = intern(thread, field.name);
    if (name == nullptr || !dict_set_str(thread, others, name, field.get(thread, arguments[0])))
      return Value::error();
  }
  const Value inner[] = {Value::cell(elements), Value::cell(others)};
  const Value outer[] = {Value::cell(type), tuple_or_error(make_tuple(thread, inner))};
  return outer[1] ? tuple_or_error(make_tuple(thread, outer)) : Value::error();
}

}  // namespace struct_sequence

Type* make_struct_sequence_type(Thread& thread, const TypeSpec& spec, size_t visible) {
  Type* type = make_builtin_type(thread, spec, thread.isolate.types.tuple);
  if (type == nullptr) return nullptr;
  if (visible != spec.attributes.size()) {
    type->slots_offset = TrailingSlots;
    Shape* shape = type->root_shape;
    shape->object_header = Cell::make_header(shape, static_cast<uint8_t>(Kind::Tuple), 0);
  }
  const auto put = [&](std::string_view name, Value value) {
    Str* key = intern(thread, name);
    return key != nullptr && value && dict_set_str(thread, type->dict, key, value);
  };
  Tuple* names = make_tuple(thread, visible);
  if (names == nullptr) return nullptr;
  for (size_t i = 0; i < visible; ++i) {
    Str* name = intern(thread, spec.attributes[i].name);
    if (name == nullptr) return nullptr;
    store(names, names->values[i], Value::cell(name));
  }
  const auto number = [](size_t count) { return Value::small_int(static_cast<int64_t>(count)); };
  return put("n_sequence_fields", number(visible)) &&
                 put("n_fields", number(spec.attributes.size())) &&
                 put("n_unnamed_fields", number(0)) && put("__match_args__", Value::cell(names))
             ? type
             : nullptr;
}

Value make_struct_sequence(Thread& thread, Type* type, std::span<const Value> values) {
  const std::optional<size_t> visible = visible_count(thread, type);
  if (!visible) return Value::error();
  Tuple* hidden = nullptr;
  if (*visible < values.size()) {
    hidden = make_tuple(thread, values.subspan(*visible));
    if (hidden == nullptr) return Value::error();
  }
  auto* tuple =
      static_cast<Tuple*>(allocate_instance(thread, type, sizeof(Tuple), *visible * sizeof(Value)));
  if (tuple == nullptr) return Value::error();
  tuple->count = *visible;
  for (size_t i = 0; i < *visible; ++i) tuple->values[i] = values[i];
  if (hidden != nullptr) *overflow_word(tuple) = hidden;
  return Value::cell(tuple);
}

}  // namespace weft

#include "interpreter/objects/simple_namespace.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value namespace_new(Thread& thread, Arguments arguments) {
  auto* self = new_instance<SimpleNamespace>(thread, as_type(arguments[0]));
  return Value::cell(self);
}

Value namespace_init(Thread& thread, Arguments arguments) {
  const uint64_t given = arguments[1].as<Tuple>()->count;
  if (given != 0) return raise_type_error(thread, "no positional arguments expected");
  uint64_t position = 0;
  Value key;
  Value value;
  while (dict_next(arguments[2].as<Dict>(), position, key, value)) {
    Str* name = intern(thread, as_str(key));
    if (name == nullptr || !set_own_attribute(thread, arguments[0].as<Object>(), name, value))
      return Value::error();
  }
  return Value::none();
}

Value namespace_repr(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<Object>();
  const std::string_view name = self->type() == thread.isolate.types.simple_namespace
                                    ? "namespace"
                                    : self->type()->name->view();
  if (enter_repr(thread, arguments[0])) return Value::cell(make_str(thread, text(name, "(...)")));
  Dict* fields = copy_instance_dict(thread, self);
  std::string shown = text(name, "(");
  bool failed = fields == nullptr;
  uint64_t position = 0;
  Value key;
  Value value;
  while (!failed && dict_next(fields, position, key, value)) {
    if (!is_str(key) || as_str(key)->byte_count == 0) continue;
    Str* shown_value = repr(thread, value);
    failed = shown_value == nullptr;
    if (failed) break;
    if (!shown.ends_with('(')) shown += ", ";
    shown += text(as_str(key)->view(), "=", shown_value->view());
  }
  leave_repr(thread, arguments[0]);
  return failed ? Value::error() : Value::cell(make_str(thread, shown + ")"));
}

template <CompareOperator Op>
Value namespace_compare(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::SimpleNamespace)) return Value::not_implemented();
  Dict* left = instance_dict(thread, arguments[0].as<Object>());
  Dict* right = instance_dict(thread, arguments[1].as<Object>());
  if (left == nullptr || right == nullptr) return Value::error();
  return compare(thread, Op, Value::cell(left), Value::cell(right));
}

Value namespace_reduce(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<Object>();
  const Value parts[] = {Value::cell(self->type()), Value::cell(thread.isolate.empty_tuple),
                         Value::cell(instance_dict(thread, self))};
  return parts[2] ? Value::cell(make_tuple(thread, parts)) : Value::error();
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a namespace.", namespace_new},
    {"__init__", "(self, /, *args, **kwargs)", "Set attributes.", namespace_init},
    {"__repr__", "(self, /)", "Return repr(self).", namespace_repr},
    {"__eq__", "(self, value, /)", "Return self==value.", namespace_compare<CompareOperator::Eq>},
    {"__ne__", "(self, value, /)", "Return self!=value.", namespace_compare<CompareOperator::Ne>},
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", namespace_reduce},
};

}  // namespace

Value make_simple_namespace(Thread& thread, Dict* fields) {
  auto* self = new_instance<SimpleNamespace>(thread, thread.isolate.types.simple_namespace);
  if (self == nullptr || !set_instance_dict(thread, self, fields)) return Value::error();
  return Value::cell(self);
}

const TypeSpec simple_namespace_type_spec = {
    .name = "SimpleNamespace",
    .module = "types",
    .doc = "An object of attributes given by keyword.",
    .instance_kind = Kind::SimpleNamespace,
    .instance_size = sizeof(SimpleNamespace),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft

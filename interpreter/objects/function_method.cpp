// Bound methods of script functions.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/native_signature.h"
#include "interpreter/objects/object_reduce.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

BoundMethod* self_of(Arguments arguments) { return arguments[0].as<BoundMethod>(); }

// The dispatch loop takes the receiver of a bound method for one that suits its native function. Of
// one that does not, the function is a copy that is never called directly: the call then raises.
// Null: exception pending.
NativeFunction* suspicious_copy(Thread& thread, const NativeFunction* function) {
  NativeFunction* copy =
      make_native_function(thread, *function->declaration, function->owner, function->module_name);
  if (copy == nullptr) return nullptr;
  ValueArray* parsed = NativeSignature::parse(thread, function->declaration->signature);
  if (parsed == nullptr) return nullptr;
  const NativeSignature signature(parsed);
  store(copy, copy->signature, static_cast<Cell*>(parsed));
  copy->positional_count = static_cast<uint16_t>(signature.positional_count());
  copy->required_count = static_cast<uint16_t>(signature.required_positional_count());
  copy->parameter_count = static_cast<uint16_t>(signature.parameter_count());
  return copy;
}

bool suits(Thread& thread, const NativeFunction* function, Value receiver) {
  return function->owner == nullptr ||
         (function->takes_self && is_subtype(class_of(thread, receiver), function->owner));
}

Value method_new(Thread& thread, Arguments arguments) {
  if (!is_callable(thread, arguments[1]))
    return raise_type_error(thread, "first argument must be callable");
  if (arguments[2].is_none()) return raise_type_error(thread, "instance must not be None");
  auto* method = make_object<BoundMethod>(thread, thread.isolate.types.method);
  if (method == nullptr) return Value::error();
  method->function = arguments[1];
  method->self = arguments[2];
  const auto* native = cast_if<NativeFunction>(arguments[1], Kind::NativeFunction);
  if (native != nullptr && !suits(thread, native, arguments[2])) {
    NativeFunction* copy = suspicious_copy(thread, native);
    if (copy == nullptr) return Value::error();
    method->function = Value::cell(copy);
  }
  return Value::cell(method);
}

Value method_repr(Thread& thread, Arguments arguments) {
  const BoundMethod* self = self_of(arguments);
  Value name = find_attribute(thread, self->function, thread.isolate.names.__qualname__);
  if (!name) return Value::error();
  if (!is_str(name)) {
    name = find_attribute(thread, self->function, thread.isolate.names.__name__);
    if (!name) return Value::error();
  }
  Str* shown = repr(thread, self->self);
  if (shown == nullptr) return Value::error();
  return Value::cell(
      make_str(thread, text("<bound method ", is_str(name) ? as_str(name)->view() : "?", " of ",
                            shown->view(), ">")));
}

Value method_call(Thread& thread, Arguments arguments) {
  return call_with_dict(thread, arguments[0], arguments[1].as<Tuple>(), arguments[2].as<Dict>());
}

Value method_eq(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::BoundMethod)) return Value::not_implemented();
  const auto* other = arguments[1].as<BoundMethod>();
  if (self_of(arguments)->self != other->self) return Value::boolean(false);
  return compare(thread, CompareOperator::Eq, self_of(arguments)->function, other->function);
}

Value method_hash(Thread& thread, Arguments arguments) {
  const auto function = hash(thread, self_of(arguments)->function);
  if (!function) return Value::error();
  const uint64_t mixed = (static_cast<uint64_t>(*function) * 31) ^
                         static_cast<uint64_t>(identity_hash(self_of(arguments)->self));
  return Value::small_int(static_cast<int64_t>(mixed) >> 2);
}

Value method_get(Thread&, Arguments arguments) { return arguments[0]; }

// What a method lacks it takes from its function: __name__, __doc__, attributes set on it.
Value method_getattribute(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(
        thread, text("attribute name must be string, not '", type_name(thread, arguments[1]), "'"));
  Str* name = intern(thread, as_str(arguments[1]));
  if (name == nullptr) return Value::error();
  const Value found = find_bound_method_attribute(thread, arguments[0], name);
  if (!found.is_unset()) return found;
  return get_attribute(thread, self_of(arguments)->function, name);
}

Value get_function(Thread&, Value self) { return self.as<BoundMethod>()->function; }
Value get_self(Thread&, Value self) { return self.as<BoundMethod>()->self; }
Value get_doc(Thread& thread, Value self) {
  return get_attribute(thread, self.as<BoundMethod>()->function, thread.isolate.names.__doc__);
}

// By name, as the receiver's class may have another method of that name where it is made again.
Value method_reduce(Thread& thread, Arguments arguments) {
  const auto* method = arguments[0].as<BoundMethod>();
  const Value name = get_attribute(thread, method->function, thread.isolate.names.__name__);
  if (!name) return name;
  if (!is_str(name)) return raise_type_error(thread, "__name__ of a method must be str");
  return reduce_to_attribute(thread, method->self, as_str(name));
}

constexpr NativeMethod method_methods[] = {
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", method_reduce},
    {"__new__", "(cls, function, instance, /)", "Bind a callable to an object.", method_new},
    {"__repr__", "(self, /)", "Return repr(self).", method_repr},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", method_call},
    {"__eq__", "(self, other, /)", "Return self==other.", method_eq},
    {"__hash__", "(self, /)", "Return hash(self).", method_hash},
    {"__get__", "(self, instance, owner=None, /)", "Return self: it is bound already.", method_get},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", method_getattribute},
};
constexpr NativeAttribute method_attributes[] = {
    {"__func__", "The function that is bound.", get_function, nullptr, AttributeForm::Member},
    {"__self__", "The object it is bound to.", get_self, nullptr, AttributeForm::Member},
    {"__doc__", "The docstring of the function.", get_doc, nullptr},
};

}  // namespace

Value find_bound_method_attribute(Thread& thread, Value method, Str* name) {
  const Value found = find_generic_attribute(thread, method, name);
  if (!found.is_unset()) return found;
  return find_attribute(thread, method.as<BoundMethod>()->function, name);
}

Value make_bound_method(Thread& thread, Value function, Value self) {
  const Isolate& isolate = thread.isolate;
  uint64_t header = isolate.types.method->root_shape->object_header;
  if (is_kind(function, Kind::NativeFunction)) {
    const bool is_wrapper = class_of(thread, function) == isolate.types.wrapper_descriptor;
    header = is_wrapper ? isolate.types.method_wrapper->root_shape->object_header
                        : isolate.bound_native_shape->object_header;
    // A plain native function has no use for a receiver; as a method it is called with one.
    if (class_of(thread, function) == isolate.types.native_function)
      header = isolate.types.method->root_shape->object_header;
  }
  auto* method = make_cell<BoundMethod>(thread, 0, header);
  if (method == nullptr) return Value::error();
  method->function = function;
  method->self = self;
  return Value::cell(method);
}

const TypeSpec method_type_spec = {
    .name = "method",
    .module = "builtins",
    .doc = "A function bound to the object that is its first argument.",
    .instance_kind = Kind::BoundMethod,
    .instance_size = sizeof(BoundMethod),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = method_methods,
    .attributes = method_attributes,
};

}  // namespace weft

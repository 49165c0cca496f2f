// How native functions and methods look to scripts: builtin_function_or_method and the four
// descriptor-like types of native.h.
#include "interpreter/objects/address_text.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/object_reduce.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

// The function behind either struct.
NativeFunction* function_of(Value value) {
  if (is_kind(value, Kind::BoundMethod))
    return value.as<BoundMethod>()->function.as<NativeFunction>();
  return value.as<NativeFunction>();
}

// The receiver a bound method has; unset for others.
Value receiver_of(Value value) {
  return is_kind(value, Kind::BoundMethod) ? value.as<BoundMethod>()->self : Value::unset();
}

Value make_text(Thread& thread, std::string_view view) {
  return Value::cell(make_str(thread, view));
}

Value get_name(Thread&, Value self) { return Value::cell(function_of(self)->name); }

Value get_qualified_name(Thread& thread, Value self) {
  const NativeFunction* function = function_of(self);
  if (function->owner == nullptr) return Value::cell(function->name);
  return make_text(thread,
                   text(function->owner->qualified_name->view(), ".", function->name->view()));
}

Value get_doc(Thread& thread, Value self) {
  const std::string_view doc = function_of(self)->declaration->doc;
  return doc.empty() ? Value::none() : make_text(thread, doc);
}

Value get_module(Thread&, Value self) { return function_of(self)->module_name; }

Value get_text_signature(Thread& thread, Value self) {
  const std::string_view signature = function_of(self)->declaration->signature;
  if (signature.empty() || signature.find('[') != std::string_view::npos) return Value::none();
  if (signature.starts_with("(self")) return make_text(thread, text("($", signature.substr(1)));
  if (signature.starts_with("(cls")) return make_text(thread, text("($type", signature.substr(4)));
  return make_text(thread, signature);
}

Value get_self(Thread& thread, Value self) {
  const Value receiver = receiver_of(self);
  if (!receiver.is_unset()) return receiver;
  const NativeFunction* function = function_of(self);
  if (!function->bound_self.is_unset()) return function->bound_self;
  if (!is_str(function->module_name)) return Value::none();
  const Value module = dict_get_str(thread.isolate.modules, as_str(function->module_name));
  return module.is_unset() ? Value::none() : module;
}

Value get_owner(Thread&, Value self) { return Value::cell(function_of(self)->owner); }

Value function_repr(Thread& thread, Arguments arguments) {
  const NativeFunction* function = function_of(arguments[0]);
  Value receiver = receiver_of(arguments[0]);
  if (receiver.is_unset()) receiver = function->bound_self;
  if (receiver.is_unset() || is_kind(receiver, Kind::Module))
    return make_text(thread, text("<built-in function ", function->name->view(), ">"));
  return make_text(
      thread, text("<built-in method ", function->name->view(), " of ", type_name(thread, receiver),
                   " object at ", address_text(receiver), ">"));
}

Value method_repr(Thread& thread, Arguments arguments) {
  const NativeFunction* function = function_of(arguments[0]);
  return make_text(thread, text("<method '", function->name->view(), "' of '",
                                function->owner->name->view(), "' objects>"));
}

Value wrapper_repr(Thread& thread, Arguments arguments) {
  const NativeFunction* function = function_of(arguments[0]);
  return make_text(thread, text("<slot wrapper '", function->name->view(), "' of '",
                                function->owner->name->view(), "' objects>"));
}

Value method_wrapper_repr(Thread& thread, Arguments arguments) {
  const Value receiver = receiver_of(arguments[0]);
  return make_text(thread,
                   text("<method-wrapper '", function_of(arguments[0])->name->view(), "' of ",
                        type_name(thread, receiver), " object at ", address_text(receiver), ">"));
}

Value native_call(Thread& thread, Arguments arguments) {
  return call_with_dict(thread, arguments[0], arguments[1].as<Tuple>(), arguments[2].as<Dict>());
}

Value descriptor_get(Thread& thread, Arguments arguments) {
  if (arguments[1].is_none() && arguments[2].is_none())
    return raise_type_error(thread, "__get__(None, None) is invalid");
  const Value object = arguments[1].is_none() ? Value::unset() : arguments[1];
  if (!arguments[2].is_none() && !is_type(arguments[2]))
    return raise_type_error(thread, text("__get__() needs a type as its second argument, not '",
                                         type_name(thread, arguments[2]), "'"));
  Type* type = arguments[2].is_none() ? class_of(thread, object) : as_type(arguments[2]);
  return call_descriptor_get(thread, arguments[0], object, type);
}

bool same_binding(Value left, Value right) {
  if (left == right) return true;
  if (!is_kind(left, Kind::BoundMethod) || !is_kind(right, Kind::BoundMethod)) return false;
  return left.as<BoundMethod>()->self == right.as<BoundMethod>()->self &&
         left.as<BoundMethod>()->function == right.as<BoundMethod>()->function;
}

Value bound_eq(Thread& thread, Arguments arguments) {
  if (class_of(thread, arguments[0]) != class_of(thread, arguments[1]))
    return Value::not_implemented();
  return Value::boolean(same_binding(arguments[0], arguments[1]));
}

Value bound_hash(Thread&, Arguments arguments) {
  const Value receiver = receiver_of(arguments[0]);
  const uint64_t function = reinterpret_cast<uint64_t>(function_of(arguments[0])) >> 4;
  const uint64_t self = receiver.is_unset() ? 0 : receiver.bits() >> 4;
  return Value::small_int(static_cast<int64_t>((function * 31) ^ self));
}

// Functions of modules are known by their names.
Value function_reduce(Thread& thread, Arguments arguments) {
  const Value self = get_self(thread, arguments[0]);
  NativeFunction* function = function_of(arguments[0]);
  if (self.is_none() || is_kind(self, Kind::Module)) return Value::cell(function->name);
  return reduce_to_attribute(thread, self, function->name);
}

Value descriptor_reduce(Thread& thread, Arguments arguments) {
  NativeFunction* function = function_of(arguments[0]);
  return reduce_to_attribute(thread, Value::cell(function->owner), function->name);
}

constexpr NativeMethod native_function_methods[] = {
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", function_reduce},
    {"__repr__", "(self, /)", "Return repr(self).", function_repr},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", native_call},
    {"__eq__", "(self, other, /)", "Return self==other.", bound_eq},
    {"__hash__", "(self, /)", "Return hash(self).", bound_hash},
};
constexpr NativeAttribute native_function_attributes[] = {
    {"__name__", "The function's name.", get_name, nullptr},
    {"__qualname__", "The name with that of the class.", get_qualified_name, nullptr},
    {"__doc__", "What the function does.", get_doc, nullptr},
    {"__module__", "The name of its module, or None.", get_module, nullptr, AttributeForm::Member},
    {"__self__", "What it is bound to.", get_self, nullptr},
    {"__text_signature__", "The parameters.", get_text_signature, nullptr},
};

constexpr NativeMethod method_wrapper_methods[] = {
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", function_reduce},
    {"__repr__", "(self, /)", "Return repr(self).", method_wrapper_repr},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", native_call},
    {"__eq__", "(self, other, /)", "Return self==other.", bound_eq},
    {"__hash__", "(self, /)", "Return hash(self).", bound_hash},
};
constexpr NativeAttribute method_wrapper_attributes[] = {
    {"__name__", "The method's name.", get_name, nullptr},
    {"__qualname__", "The name with that of the class.", get_qualified_name, nullptr},
    {"__doc__", "What the method does.", get_doc, nullptr},
    {"__self__", "What it is bound to.", get_self, nullptr, AttributeForm::Member},
    {"__objclass__", "The class it belongs to.", get_owner, nullptr},
    {"__text_signature__", "The parameters.", get_text_signature, nullptr},
};

constexpr NativeMethod method_descriptor_methods[] = {
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", descriptor_reduce},
    {"__repr__", "(self, /)", "Return repr(self).", method_repr},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", native_call},
    {"__get__", "(self, instance, owner=None, /)", "Bind the method.", descriptor_get},
};
constexpr NativeMethod wrapper_descriptor_methods[] = {
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", descriptor_reduce},
    {"__repr__", "(self, /)", "Return repr(self).", wrapper_repr},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", native_call},
    {"__get__", "(self, instance, owner=None, /)", "Bind the method.", descriptor_get},
};
constexpr NativeAttribute descriptor_attributes[] = {
    {"__name__", "The method's name.", get_name, nullptr, AttributeForm::Member},
    {"__qualname__", "The name with that of the class.", get_qualified_name, nullptr},
    {"__doc__", "What the method does.", get_doc, nullptr},
    {"__objclass__", "The class it belongs to.", get_owner, nullptr, AttributeForm::Member},
    {"__text_signature__", "The parameters.", get_text_signature, nullptr},
};

constexpr TypeSpec spec(std::string_view name, std::string_view doc, Kind kind, uint32_t size,
                        std::span<const NativeMethod> methods,
                        std::span<const NativeAttribute> attributes) {
  return {.name = name,
          .module = "builtins",
          .doc = doc,
          .instance_kind = kind,
          .instance_size = size,
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = attributes};
}

}  // namespace

const TypeSpec native_function_type_spec =
    spec("builtin_function_or_method", "A native function, or a native method bound to an object.",
         Kind::NativeFunction, sizeof(NativeFunction), native_function_methods,
         native_function_attributes);
const TypeSpec method_descriptor_type_spec =
    spec("method_descriptor", "A native method of a class.", Kind::NativeFunction,
         sizeof(NativeFunction), method_descriptor_methods, descriptor_attributes);
const TypeSpec wrapper_descriptor_type_spec =
    spec("wrapper_descriptor", "A native special method of a class.", Kind::NativeFunction,
         sizeof(NativeFunction), wrapper_descriptor_methods, descriptor_attributes);
const TypeSpec class_method_descriptor_type_spec =
    spec("classmethod_descriptor", "A native class method.", Kind::NativeFunction,
         sizeof(NativeFunction), method_descriptor_methods, descriptor_attributes);
const TypeSpec method_wrapper_type_spec =
    spec("method-wrapper", "A native special method bound to an object.", Kind::BoundMethod,
         sizeof(BoundMethod), method_wrapper_methods, method_wrapper_attributes);

}  // namespace weft

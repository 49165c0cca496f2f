// Weak proxies: they behave like the object they stand for, as long as it lives.
#include "interpreter/objects/address_text.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/weak_reference.h"

namespace weft {
namespace {

// The object behind a proxy, other values as they are; error with ReferenceError pending when it is
// gone.
Value unwrap(Thread& thread, Value value) {
  if (!is_kind(value, Kind::WeakProxy)) return value;
  Object* target = value.as<WeakReference>()->target_object();
  if (target != nullptr) return Value::cell(target);
  return raise(thread, thread.isolate.exceptions.reference_error,
               "weakly-referenced object no longer exists");
}

Value from_truth(Truth value) {
  return value == Truth::Error ? Value::error() : Value::boolean(value == Truth::True);
}
Value from_success(bool success) { return success ? Value::none() : Value::error(); }

template <BinaryOperator Op, bool IsReflected>
Value proxy_binary(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  const Value other = self ? unwrap(thread, arguments[1]) : self;
  if (!other) return other;
  return IsReflected ? binary(thread, Op, other, self) : binary(thread, Op, self, other);
}

template <BinaryOperator Op>
Value proxy_in_place(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  const Value other = self ? unwrap(thread, arguments[1]) : self;
  return other ? binary_in_place(thread, Op, self, other) : other;
}

template <UnaryOperator Op>
Value proxy_unary(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return self ? unary(thread, Op, self) : self;
}

template <CompareOperator Op>
Value proxy_compare(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  const Value other = self ? unwrap(thread, arguments[1]) : self;
  return other ? compare(thread, Op, self, other) : other;
}

// A special method without operator: asked of the object itself.
template <Special Which>
Value proxy_special(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  if (!self) return self;
  if (find_special(thread, self, Which).is_unset())
    return raise_type_error(thread, text("'", type_name(thread, self), "' object does not support ",
                                         special_names[static_cast<int>(Which)]));
  return call_special(thread, self, Which, arguments.span().subspan(1));
}

Value proxy_getattribute(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  Str* name = self ? attribute_name(thread, arguments[1]) : nullptr;
  return name == nullptr ? Value::error() : get_attribute(thread, self, name);
}
Value proxy_setattr(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  Str* name = self ? attribute_name(thread, arguments[1]) : nullptr;
  return from_success(name != nullptr && set_attribute(thread, self, name, arguments[2]));
}
Value proxy_delattr(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  Str* name = self ? attribute_name(thread, arguments[1]) : nullptr;
  return from_success(name != nullptr && delete_attribute(thread, self, name));
}

Value proxy_call(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  if (!self) return self;
  return call_with_dict(thread, self, arguments[1].as<Tuple>(), arguments[2].as<Dict>());
}

Value proxy_repr(Thread& thread, Arguments arguments) {
  Object* target = arguments[0].as<WeakReference>()->target_object();
  const Value shown = target == nullptr ? Value::none() : Value::cell(target);
  return Value::cell(
      make_str(thread, text("<weakproxy at ", address_text(arguments[0]), " to ",
                            type_name(thread, shown), " at ", address_text(shown), ">")));
}

Value proxy_str(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return self ? Value::cell(str(thread, self)) : self;
}

Value proxy_bool(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return self ? from_truth(truth(thread, self)) : self;
}
Value proxy_length(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  if (!self) return self;
  const auto count = length(thread, self);
  return count ? Value::small_int(static_cast<int64_t>(*count)) : Value::error();
}
Value proxy_get_item(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return self ? get_item(thread, self, arguments[1]) : self;
}
Value proxy_set_item(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return from_success(self && set_item(thread, self, arguments[1], arguments[2]));
}
Value proxy_delete_item(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return from_success(self && delete_item(thread, self, arguments[1]));
}
Value proxy_contains(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return self ? from_truth(contains(thread, self, arguments[1])) : self;
}
Value proxy_iter(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  return self ? get_iterator(thread, self) : self;
}
Value proxy_next(Thread& thread, Arguments arguments) {
  const Value self = unwrap(thread, arguments[0]);
  if (!self) return self;
  if (find_special(thread, self, Special::Next).is_unset())
    return raise_type_error(thread, "Weakref proxy referenced a non-iterator '" +
                                        std::string(type_name(thread, self)) + "' object");
  return call_special(thread, self, Special::Next, {});
}
Value proxy_hash(Thread& thread, Arguments arguments) {
  return raise_type_error(thread, text("unhashable type: '", type_name(thread, arguments[0]), "'"));
}

#define BINARY(name, op)                                                           \
  {"__" name "__", "(self, value, /)", "The operation on the object.",             \
   proxy_binary<BinaryOperator::op, false>},                                       \
  {                                                                                \
    "__r" name "__", "(self, value, /)", "The reflected operation on the object.", \
        proxy_binary<BinaryOperator::op, true>                                     \
  }
#define IN_PLACE(name, op)                                                        \
  {                                                                               \
    "__i" name "__", "(self, value, /)", "The in-place operation on the object.", \
        proxy_in_place<BinaryOperator::op>                                        \
  }
#define COMPARE(name, op)                                                \
  {                                                                      \
    "__" name "__", "(self, value, /)", "The comparison of the object.", \
        proxy_compare<CompareOperator::op>                               \
  }
constexpr NativeMethod methods[] = {
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", proxy_getattribute},
    {"__setattr__", "(self, name, value, /)", "Implement setattr.", proxy_setattr},
    {"__delattr__", "(self, name, /)", "Implement delattr.", proxy_delattr},
    {"__call__", "(self, /, *args, **kwargs)", "Call the object.", proxy_call},
    {"__repr__", "(self, /)", "Return repr(self).", proxy_repr},
    {"__str__", "(self, /)", "Return str of the object.", proxy_str},
    {"__bool__", "(self, /)", "The truth of the object.", proxy_bool},
    {"__len__", "(self, /)", "Return the length of the object.", proxy_length},
    {"__getitem__", "(self, key, /)", "Return self[key].", proxy_get_item},
    {"__setitem__", "(self, key, value, /)", "Set self[key].", proxy_set_item},
    {"__delitem__", "(self, key, /)", "Delete self[key].", proxy_delete_item},
    {"__contains__", "(self, key, /)", "Return key in self.", proxy_contains},
    {"__iter__", "(self, /)", "Return iter of the object.", proxy_iter},
    {"__next__", "(self, /)", "Return next of the object.", proxy_next},
    {"__hash__", "(self, /)", "Proxies have no hash.", proxy_hash},
    {"__int__", "(self, /)", "Return int of the object.", proxy_special<Special::Int>},
    {"__float__", "(self, /)", "Return float of the object.", proxy_special<Special::Float>},
    {"__index__", "(self, /)", "Return the object as an index.", proxy_special<Special::Index>},
    {"__bytes__", "(self, /)", "Return bytes of the object.", proxy_special<Special::Bytes>},
    {"__reversed__", "(self, /)", "Return reversed of the object.",
     proxy_special<Special::Reversed>},
    {"__abs__", "(self, /)", "Return abs of the object.", proxy_special<Special::Abs>},
    {"__neg__", "(self, /)", "Return -self.", proxy_unary<UnaryOperator::Neg>},
    {"__pos__", "(self, /)", "Return +self.", proxy_unary<UnaryOperator::Pos>},
    {"__invert__", "(self, /)", "Return ~self.", proxy_unary<UnaryOperator::Invert>},
    COMPARE("lt", Lt),
    COMPARE("le", Le),
    COMPARE("eq", Eq),
    COMPARE("ne", Ne),
    COMPARE("gt", Gt),
    COMPARE("ge", Ge),
    BINARY("add", Add),
    BINARY("sub", Sub),
    BINARY("mul", Mul),
    BINARY("matmul", MatMul),
    BINARY("truediv", TrueDiv),
    BINARY("floordiv", FloorDiv),
    BINARY("mod", Mod),
    BINARY("divmod", DivMod),
    BINARY("pow", Pow),
    BINARY("lshift", LShift),
    BINARY("rshift", RShift),
    BINARY("and", And),
    BINARY("or", Or),
    BINARY("xor", Xor),
    IN_PLACE("add", Add),
    IN_PLACE("sub", Sub),
    IN_PLACE("mul", Mul),
    IN_PLACE("matmul", MatMul),
    IN_PLACE("truediv", TrueDiv),
    IN_PLACE("floordiv", FloorDiv),
    IN_PLACE("mod", Mod),
    IN_PLACE("pow", Pow),
    IN_PLACE("lshift", LShift),
    IN_PLACE("rshift", RShift),
    IN_PLACE("and", And),
    IN_PLACE("or", Or),
    IN_PLACE("xor", Xor),
};
#undef BINARY
#undef IN_PLACE
#undef COMPARE

}  // namespace

const TypeSpec weak_proxy_type_spec = {
    .name = "ProxyType",
    .module = "weakref",
    .doc = "Behaves like an object without keeping it alive.",
    .instance_kind = Kind::WeakProxy,
    .instance_size = sizeof(WeakReference),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft

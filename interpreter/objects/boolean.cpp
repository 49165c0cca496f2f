// The type bool: two constants, ints otherwise.
#include "interpreter/objects/builtin_types.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/numbers_methods.h"
#include "interpreter/objects/operations.h"

namespace weft {

namespace {

Value bool_new(Thread& thread, Arguments arguments) {
  const Truth value = truth(thread, arguments[1]);
  return value == Truth::Error ? Value::error() : Value::boolean(value == Truth::True);
}

Value bool_repr(Thread& thread, Arguments arguments) {
  return value_or_error(intern(thread, arguments[0].is_true() ? "True" : "False"));
}

template <BinaryOperator op>
constexpr NativeCode operation = number_operator<is_int, op>;
template <BinaryOperator op>
constexpr NativeCode reflected = reflected_number_operator<is_int, op>;

constexpr NativeMethod Methods[] = {
    {"__new__", "(cls, x=False, /)", "Whether x is true.", bool_new},
    {"__repr__", "(self, /)", "Return repr(self).", bool_repr},
    {"__and__", "(self, value, /)", "Return self&value.", operation<BinaryOperator::And>},
    {"__rand__", "(self, value, /)", "Return value&self.", reflected<BinaryOperator::And>},
    {"__xor__", "(self, value, /)", "Return self^value.", operation<BinaryOperator::Xor>},
    {"__rxor__", "(self, value, /)", "Return value^self.", reflected<BinaryOperator::Xor>},
    {"__or__", "(self, value, /)", "Return self|value.", operation<BinaryOperator::Or>},
    {"__ror__", "(self, value, /)", "Return value|self.", reflected<BinaryOperator::Or>},
};

}  // namespace

const TypeSpec boolean_type_spec = {
    .name = "bool",
    .module = "builtins",
    .doc = "bool(x) -> bool\n\nThe truth of x. True and False are the only instances, and ints.",
    .instance_kind = Kind::Int,
    .instance_size = sizeof(Int),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = Methods,
    .attributes = {},
};

}  // namespace weft

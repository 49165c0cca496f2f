#include "interpreter/objects/function.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Function* self_of(Arguments arguments) { return arguments[0].as<Function>(); }

Value cell_or_none(const Cell* cell) { return cell == nullptr ? Value::none() : Value::cell(cell); }

Value function_new(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::Code))
    return raise_type_error(thread, text("function() argument 'code' must be code, not ",
                                         argument_type_name(thread, arguments[1])));
  if (!is_dict(arguments[2]))
    return raise_type_error(thread, text("function() argument 'globals' must be dict, not ",
                                         argument_type_name(thread, arguments[2])));
  auto* code = arguments[1].as<Code>();
  const Value name = arguments[3];
  const Value defaults = arguments[4];
  const Value closure = arguments[5];
  if (!name.is_none() && !is_str(name))
    return raise_type_error(thread, "arg 3 (name) must be None or string");
  if (!defaults.is_none() && !is_tuple(defaults))
    return raise_type_error(thread, "arg 4 (defaults) must be None or tuple");
  const uint64_t wanted = code->free_names->count;
  if (!is_tuple(closure) && !(closure.is_none() && wanted == 0))
    return raise_type_error(thread, closure.is_none() ? "arg 5 (closure) must be tuple"
                                                      : "arg 5 (closure) must be None or tuple");
  const uint64_t given = closure.is_none() ? 0 : closure.as<Tuple>()->count;
  if (given != wanted)
    return raise_value_error(
        thread, text(code->name->view(), " requires closure of length ", wanted, ", not ", given));
  for (uint64_t i = 0; i < given; ++i) {
    const Value box = closure.as<Tuple>()->values[i];
    if (!is_kind(box, Kind::Box))
      return raise_type_error(
          thread, text("arg 5 (closure) expected cell, found ", type_name(thread, box)));
  }
  Function* function = make_function(thread, code, arguments[2].as<Dict>(),
                                     given == 0 ? nullptr : closure.as<Tuple>());
  if (function == nullptr) return Value::error();
  if (is_str(name)) store(function, function->name, as_str(name));
  if (is_tuple(defaults)) store(function, function->defaults, defaults.as<Tuple>());
  return Value::cell(function);
}

Value function_repr(Thread& thread, Arguments arguments) {
  return Value::cell(make_str(thread, text("<function ", self_of(arguments)->qualified_name->view(),
                                           " at ", address_text(arguments[0]), ">")));
}

Value function_get(Thread& thread, Arguments arguments) {
  if (arguments[1].is_none() && arguments[2].is_none())
    return raise_type_error(thread, "__get__(None, None) is invalid");
  if (arguments[1].is_none()) return arguments[0];
  return make_bound_method(thread, arguments[0], arguments[1]);
}

Value function_call(Thread& thread, Arguments arguments) {
  return call_with_dict(thread, arguments[0], arguments[1].as<Tuple>(), arguments[2].as<Dict>());
}

Value get_code(Thread&, Value self) { return Value::cell(self.as<Function>()->code); }
bool set_code(Thread& thread, Value self, Value value) {
  if (!is_kind(value, Kind::Code)) {
    raise_type_error(thread, "__code__ must be set to a code object");
    return false;
  }
  auto* function = self.as<Function>();
  auto* code = value.as<Code>();
  const uint64_t boxes = function->closure == nullptr ? 0 : function->closure->count;
  if (boxes != code->free_names->count) {
    raise_value_error(thread, text(function->name->view(), "() requires a code object with ", boxes,
                                   " free vars, not ", code->free_names->count));
    return false;
  }
  store(function, function->code, code);
  return true;
}

Value get_defaults(Thread&, Value self) { return cell_or_none(self.as<Function>()->defaults); }
bool set_defaults(Thread& thread, Value self, Value value) {
  auto* function = self.as<Function>();
  if (value.is_unset() || value.is_none()) {
    function->defaults = nullptr;
    return true;
  }
  if (!is_tuple(value)) {
    raise_type_error(thread, "__defaults__ must be set to a tuple object");
    return false;
  }
  store(function, function->defaults, value.as<Tuple>());
  return true;
}

Value get_keyword_defaults(Thread&, Value self) {
  return cell_or_none(self.as<Function>()->keyword_defaults);
}
bool set_keyword_defaults(Thread& thread, Value self, Value value) {
  auto* function = self.as<Function>();
  if (value.is_unset() || value.is_none()) {
    function->keyword_defaults = nullptr;
    return true;
  }
  if (!is_dict(value)) {
    raise_type_error(thread, "__kwdefaults__ must be set to a dict object");
    return false;
  }
  store(function, function->keyword_defaults, value.as<Dict>());
  return true;
}

Value get_name(Thread&, Value self) { return Value::cell(self.as<Function>()->name); }
bool set_name(Thread& thread, Value self, Value value) {
  if (!is_str(value)) {
    raise_type_error(thread, "__name__ must be set to a string object");
    return false;
  }
  store(self.as_cell(), self.as<Function>()->name, as_str(value));
  return true;
}

Value get_qualified_name(Thread&, Value self) {
  return Value::cell(self.as<Function>()->qualified_name);
}
bool set_qualified_name(Thread& thread, Value self, Value value) {
  if (!is_str(value)) {
    raise_type_error(thread, "__qualname__ must be set to a string object");
    return false;
  }
  store(self.as_cell(), self.as<Function>()->qualified_name, as_str(value));
  return true;
}

Value get_doc(Thread&, Value self) { return self.as<Function>()->doc; }
bool set_doc(Thread&, Value self, Value value) {
  store(self.as_cell(), self.as<Function>()->doc, value.is_unset() ? Value::none() : value);
  return true;
}

Value get_module(Thread&, Value self) { return self.as<Function>()->module_name; }
bool set_module(Thread&, Value self, Value value) {
  store(self.as_cell(), self.as<Function>()->module_name, value.is_unset() ? Value::none() : value);
  return true;
}

Value get_globals(Thread&, Value self) { return Value::cell(self.as<Function>()->globals); }
Value get_closure(Thread&, Value self) { return cell_or_none(self.as<Function>()->closure); }
Value get_builtins(Thread& thread, Value) { return Value::cell(thread.isolate.builtins); }

Value get_annotations(Thread& thread, Value self) {
  return Value::cell(function_annotations(thread, self.as<Function>()));
}
bool set_annotations(Thread& thread, Value self, Value value) {
  if (!value.is_unset() && !value.is_none() && !is_dict(value)) {
    raise_type_error(thread, "__annotations__ must be set to a dict object");
    return false;
  }
  store(self.as_cell(), self.as<Function>()->annotations, value.is_none() ? Value::unset() : value);
  return true;
}

constexpr NativeMethod function_methods[] = {
    {"__new__", "(cls, code, globals, name=None, argdefs=None, closure=None)",
     "Create a function from a code object.", function_new},
    {"__repr__", "(self, /)", "Return repr(self).", function_repr},
    {"__get__", "(self, instance, owner=None, /)", "Bind the function to an instance.",
     function_get},
    {"__call__", "(self, /, *args, **kwargs)", "Call self as a function.", function_call},
};
constexpr NativeAttribute function_attributes[] = {
    {"__code__", "The compiled body.", get_code, set_code},
    {"__defaults__", "Defaults of positional parameters, a tuple or None.", get_defaults,
     set_defaults},
    {"__kwdefaults__", "Defaults of keyword-only parameters, a dict or None.", get_keyword_defaults,
     set_keyword_defaults},
    {"__name__", "The function's name.", get_name, set_name},
    {"__qualname__", "The name with those of the enclosing classes and functions.",
     get_qualified_name, set_qualified_name},
    {"__doc__", "The docstring or None.", get_doc, set_doc, AttributeForm::Member},
    {"__module__", "The name of the module it was defined in.", get_module, set_module,
     AttributeForm::Member},
    {"__globals__", "The namespace global names are looked up in.", get_globals, nullptr,
     AttributeForm::Member},
    {"__closure__", "The captured variables, a tuple of cells or None.", get_closure, nullptr,
     AttributeForm::Member},
    {"__builtins__", "The namespace of the built-in names.", get_builtins, nullptr,
     AttributeForm::Member},
    {"__annotations__", "Annotations of parameters and result.", get_annotations, set_annotations},
};

// --- Cells --------------------------------------------------------------------------------------

Value box_new(Thread& thread, Arguments arguments) {
  const uint64_t header = thread.isolate.types.cell->root_shape->object_header;
  return Value::cell(make_cell<Box>(thread, 0, header, arguments[1]));
}

Value box_repr(Thread& thread, Arguments arguments) {
  const Value value = arguments[0].as<Box>()->value;
  if (value.is_unset())
    return Value::cell(make_str(thread, text("<cell at ", address_text(arguments[0]), ": empty>")));
  return Value::cell(
      make_str(thread, text("<cell at ", address_text(arguments[0]), ": ", type_name(thread, value),
                            " object at ", address_text(value), ">")));
}

template <CompareOperator Op>
Value box_compare(Thread& thread, Arguments arguments) {
  if (!is_kind(arguments[1], Kind::Box)) return Value::not_implemented();
  const Value left = arguments[0].as<Box>()->value;
  const Value right = arguments[1].as<Box>()->value;
  if (!left.is_unset() && !right.is_unset()) return compare(thread, Op, left, right);
  // An empty cell is less than a full one.
  const Value left_full = Value::small_int(left.is_unset() ? 0 : 1);
  return compare(thread, Op, left_full, Value::small_int(right.is_unset() ? 0 : 1));
}

Value get_contents(Thread& thread, Value self) {
  const Value value = self.as<Box>()->value;
  return value.is_unset() ? raise_value_error(thread, "Cell is empty") : value;
}
bool set_contents(Thread&, Value self, Value value) {
  store(self.as_cell(), self.as<Box>()->value, value);
  return true;
}

constexpr NativeMethod box_methods[] = {
    {"__new__", "(cls, contents=<unset>, /)", "Create a cell.", box_new},
    {"__repr__", "(self, /)", "Return repr(self).", box_repr},
    {"__eq__", "(self, other, /)", "Return self==other.", box_compare<CompareOperator::Eq>},
    {"__ne__", "(self, other, /)", "Return self!=other.", box_compare<CompareOperator::Ne>},
    {"__lt__", "(self, other, /)", "Return self<other.", box_compare<CompareOperator::Lt>},
    {"__le__", "(self, other, /)", "Return self<=other.", box_compare<CompareOperator::Le>},
    {"__gt__", "(self, other, /)", "Return self>other.", box_compare<CompareOperator::Gt>},
    {"__ge__", "(self, other, /)", "Return self>=other.", box_compare<CompareOperator::Ge>},
};
constexpr NativeAttribute box_attributes[] = {
    {"cell_contents", "The value of the captured variable.", get_contents, set_contents},
};

}  // namespace

Function* make_function(Thread& thread, Code* code, Dict* globals, Tuple* closure) {
  auto* function = make_object<Function>(thread, thread.isolate.types.function);
  if (function == nullptr) return nullptr;
  function->code = code;
  function->globals = globals;
  function->closure = closure;
  function->defaults = nullptr;
  function->keyword_defaults = nullptr;
  function->name = code->name;
  function->qualified_name = code->qualified_name;
  function->doc = code->has(HasDocstring) ? code->constants[0] : Value::none();
  const Value module_name = dict_get_str(globals, thread.isolate.names.__name__);
  function->module_name = module_name.is_unset() ? Value::none() : module_name;
  function->annotations = Value::unset();
  function->overflow = nullptr;
  return function;
}

Dict* function_annotations(Thread& thread, Function* function) {
  if (function->annotations.is_unset()) {
    Dict* annotations = make_dict(thread);
    if (annotations == nullptr) return nullptr;
    store(function, function->annotations, Value::cell(annotations));
  }
  return function->annotations.as<Dict>();
}

const TypeSpec function_type_spec = {
    .name = "function",
    .module = "builtins",
    .doc = "A function made by def or lambda.",
    .instance_kind = Kind::Function,
    .instance_size = sizeof(Function),
    .is_base_type = false,
    .instances_have_dict = true,
    .methods = function_methods,
    .attributes = function_attributes,
};

const TypeSpec cell_type_spec = {
    .name = "cell",
    .module = "builtins",
    .doc = "A variable captured by a closure.",
    .instance_kind = Kind::Box,
    .instance_size = sizeof(Box),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = box_methods,
    .attributes = box_attributes,
};

}  // namespace weft

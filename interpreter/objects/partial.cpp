#include "interpreter/objects/partial.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Partial* self_of(Arguments arguments) { return arguments[0].as<Partial>(); }

bool has_no_attributes(const Partial* partial) {
  const Shape* shape = partial->shape();
  return shape->slot_count == 0 && !shape->is_dictionary;
}

// `given` overridden by `added`; null with an exception pending.
Dict* merged(Thread& thread, Dict* given, Dict* added) {
  Dict* result = dict_copy(thread, given);
  return result != nullptr && dict_update(thread, result, added) ? result : nullptr;
}

Value partial_new(Thread& thread, Arguments arguments) {
  Value function = arguments[1];
  if (function.is_unset()) {
    return raise_type_error(thread, "type 'partial' takes at least one argument");
  }
  if (!is_callable(thread, function)) {
    return raise_type_error(thread, "the first argument must be callable");
  }
  auto* positional = arguments[2].as<Tuple>();
  auto* keywords = arguments[3].as<Dict>();
  // A partial of a partial goes to the function itself, unless attributes would be lost.
  Partial* inner = cast_if<Partial>(function, Kind::Partial);
  if (inner != nullptr && inner->type() == as_type(arguments[0]) && has_no_attributes(inner)) {
    const Value joined = tuple_concat(thread, inner->arguments, positional);
    if (!joined) return joined;
    positional = joined.as<Tuple>();
    keywords = merged(thread, inner->keywords, keywords);
    if (keywords == nullptr) return Value::error();
    function = inner->function;
  }
  auto* self = new_instance<Partial>(thread, as_type(arguments[0]));
  if (self == nullptr) return Value::error();
  self->function = function;
  self->arguments = positional;
  self->keywords = keywords;
  return Value::cell(self);
}

Value partial_call(Thread& thread, Arguments arguments) {
  Partial* self = self_of(arguments);
  const Value positional = tuple_concat(thread, self->arguments, arguments[1].as<Tuple>());
  if (!positional) return positional;
  Dict* keywords = merged(thread, self->keywords, arguments[2].as<Dict>());
  if (keywords == nullptr) return Value::error();
  return call_with_dict(thread, self->function, positional.as<Tuple>(), keywords);
}

Value partial_repr(Thread& thread, Arguments arguments) {
  Partial* self = self_of(arguments);
  if (enter_repr(thread, arguments[0])) return Value::cell(make_str(thread, "..."));
  std::string shown = "functools.partial(";
  if (!is_exactly(arguments[0], Kind::Partial)) {
    shown = text(self->type()->qualified_name->view(), "(");
  }
  bool failed = false;
  const auto add = [&](std::string_view before, Value value) {
    if (failed) return;
    Str* piece = repr(thread, value);
    failed = piece == nullptr;
    if (!failed) shown += text(before, piece->view());
  };
  add("", self->function);
  for (const Value value : self->arguments->view()) add(", ", value);
  uint64_t position = 0;
  Value key;
  Value value;
  while (!failed && dict_next(self->keywords, position, key, value)) {
    Str* name = str(thread, key);
    failed = name == nullptr;
    if (!failed) add(text(", ", name->view(), "="), value);
  }
  leave_repr(thread, arguments[0]);
  return failed ? Value::error() : Value::cell(make_str(thread, shown + ")"));
}

Value partial_reduce(Thread& thread, Arguments arguments) {
  Partial* self = self_of(arguments);
  Dict* attributes = copy_instance_dict(thread, self);
  if (attributes == nullptr) return Value::error();
  const Value constructor_arguments[] = {self->function};
  Tuple* first = make_tuple(thread, constructor_arguments);
  if (first == nullptr) return Value::error();
  const Value state_parts[] = {self->function, Value::cell(self->arguments),
                               Value::cell(self->keywords),
                               attributes->count == 0 ? Value::none() : Value::cell(attributes)};
  Tuple* state = make_tuple(thread, state_parts);
  if (state == nullptr) return Value::error();
  const Value parts[] = {Value::cell(self->type()), Value::cell(first), Value::cell(state)};
  return Value::cell(make_tuple(thread, parts));
}

Value partial_setstate(Thread& thread, Arguments arguments) {
  const auto invalid = [&] { return raise_type_error(thread, "invalid partial state"); };
  Partial* self = self_of(arguments);
  if (!is_tuple(arguments[1]) || arguments[1].as<Tuple>()->count != 4) return invalid();
  const Value* parts = arguments[1].as<Tuple>()->values;
  if (!is_callable(thread, parts[0]) || !is_tuple(parts[1]) ||
      !(is_dict(parts[2]) || parts[2].is_none())) {
    return invalid();
  }
  Tuple* positional = make_tuple(thread, parts[1].as<Tuple>()->view());
  Dict* keywords = parts[2].is_none() ? make_dict(thread) : dict_copy(thread, parts[2].as<Dict>());
  if (positional == nullptr || keywords == nullptr) return Value::error();
  store(self, self->function, parts[0]);
  store(self, self->arguments, positional);
  store(self, self->keywords, keywords);
  if (!is_dict(parts[3])) return Value::none();
  Dict* attributes = instance_dict(thread, self);
  return attributes != nullptr && dict_update(thread, attributes, parts[3].as<Dict>())
             ? Value::none()
             : Value::error();
}

Value partial_class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, func=<unset>, /, *args, **keywords)",
     "A callable that calls func with these arguments and those it is called with.", partial_new},
    {"__call__", "(self, /, *args, **kwargs)", "Call the function.", partial_call},
    {"__repr__", "(self, /)", "The function and the arguments given.", partial_repr},
    {"__reduce__", "(self, /)", "What pickling needs.", partial_reduce},
    {"__setstate__", "(self, state, /)", "Take a state, as unpickling does.", partial_setstate},
    {"__class_getitem__", "(cls, item, /)", "The class with a type argument, for annotations.",
     partial_class_getitem},
};

constexpr NativeAttribute attributes[] = {
    {"func", "The function called.",
     [](Thread&, Value self) { return self.as<Partial>()->function; }, nullptr,
     AttributeForm::Member},
    {"args", "The positional arguments given.",
     [](Thread&, Value self) { return Value::cell(self.as<Partial>()->arguments); }, nullptr,
     AttributeForm::Member},
    {"keywords", "The keyword arguments given.",
     [](Thread&, Value self) { return Value::cell(self.as<Partial>()->keywords); }, nullptr,
     AttributeForm::Member},
};

}  // namespace

const TypeSpec partial_type_spec = {
    .name = "partial",
    .module = "functools",
    .doc = "A function with some of its arguments given already.",
    .instance_kind = Kind::Partial,
    .instance_size = sizeof(Partial),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

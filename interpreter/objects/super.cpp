#include "interpreter/objects/super.h"

#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/frame.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

// The class whose MRO is searched; null with TypeError pending.
Type* check_object(Thread& thread, Type* start, Value object) {
  if (is_type(object) && is_subtype(as_type(object), start)) return as_type(object);
  Type* type = class_of(thread, object);
  if (is_subtype(type, start)) return type;
  const Value claimed = find_attribute(thread, object, thread.isolate.names.__class__);
  if (!claimed) return nullptr;
  if (is_type(claimed) && is_subtype(as_type(claimed), start)) return as_type(claimed);
  raise_type_error(thread, "super(type, obj): obj must be an instance or subtype of type");
  return nullptr;
}

void fill(Super* self, Type* start, Value object, Type* object_type) {
  store(self, self->start, start);
  store(self, self->object, object);
  store(self, self->object_type, object_type);
}

// super() without arguments: the class in which the calling function was defined, and its first
// argument.
bool find_in_caller(Thread& thread, Type*& start, Value& object) {
  const Frame* frame = thread.frame;
  if (frame == nullptr) {
    raise_runtime_error(thread, "super(): no current frame");
    return false;
  }
  const Code* code = frame->code;
  if (code->positional_count == 0) {
    raise_runtime_error(thread, "super(): no arguments");
    return false;
  }
  object = frame->registers[code->parameter_base];
  if (is_exactly(object, Kind::Box)) object = object.as<Box>()->value;
  if (object.is_unset()) {
    raise_runtime_error(thread, "super(): arg[0] deleted");
    return false;
  }
  for (uint64_t i = 0; i < code->free_names->count; ++i) {
    if (code->free_names->values[i].as_cell() != thread.isolate.names.__class__) continue;
    const Value cls = frame->function->closure->values[i].as<Box>()->value;
    if (cls.is_unset()) {
      raise_runtime_error(thread, "super(): empty __class__ cell");
      return false;
    }
    if (!is_type(cls)) {
      raise_runtime_error(thread,
                          text("super(): __class__ is not a type (", type_name(thread, cls), ")"));
      return false;
    }
    start = as_type(cls);
    return true;
  }
  raise_runtime_error(thread, "super(): __class__ cell not found");
  return false;
}

Value super_new(Thread& thread, Arguments arguments) {
  auto* self = new_instance<Super>(thread, as_type(arguments[0]));
  if (self == nullptr) return Value::error();
  self->start = nullptr;
  self->object = Value::unset();
  self->object_type = nullptr;
  return Value::cell(self);
}

Value super_init(Thread& thread, Arguments arguments) {
  auto* self = arguments[0].as<Super>();
  Type* start = nullptr;
  const auto given = arguments[1].as<Tuple>()->view();
  if (given.size() > 2)
    return raise_type_error(thread,
                            text("super() expected at most 2 arguments, got ", given.size()));
  Value object = given.size() == 2 ? given[1] : Value::unset();
  if (given.empty()) {
    if (!find_in_caller(thread, start, object)) return Value::error();
  } else if (is_type(given[0])) {
    start = as_type(given[0]);
  } else {
    return raise_type_error(thread, text("super() argument 1 must be a type, not ",
                                         argument_type_name(thread, given[0])));
  }
  if (object.is_none() || object.is_unset()) {
    fill(self, start, Value::unset(), nullptr);
    return Value::none();
  }
  Type* object_type = check_object(thread, start, object);
  if (object_type == nullptr) return Value::error();
  fill(self, start, object, object_type);
  return Value::none();
}

Value super_getattribute(Thread& thread, Arguments arguments) {
  Str* name = attribute_name(thread, arguments[1]);
  if (name == nullptr) return Value::error();
  const Value found = find_super_attribute(thread, arguments[0], name);
  return found.is_unset() ? raise_no_attribute(thread, arguments[0], name) : found;
}

Value super_get(Thread& thread, Arguments arguments) {
  if (arguments[1].is_none() && arguments[2].is_none())
    return raise_type_error(thread, "__get__(None, None) is invalid");
  auto* self = arguments[0].as<Super>();
  if (arguments[1].is_none() || !self->object.is_unset()) return arguments[0];
  if (!is_exactly(arguments[0], Kind::Super))
    return call(thread, Value::cell(self->type()), {Value::cell(self->start), arguments[1]});
  return make_super(thread, self->start, arguments[1]);
}

Value super_repr(Thread& thread, Arguments arguments) {
  const auto* self = arguments[0].as<Super>();
  const std::string_view start = self->start == nullptr ? "NULL" : self->start->name->view();
  if (self->object_type == nullptr)
    return Value::cell(make_str(thread, text("<super: <class '", start, "'>, NULL>")));
  return Value::cell(make_str(thread, text("<super: <class '", start, "'>, <",
                                           self->object_type->name->view(), " object>>")));
}

Value cell_or_none(const Cell* cell) { return cell == nullptr ? Value::none() : Value::cell(cell); }

Value get_start(Thread&, Value self) { return cell_or_none(self.as<Super>()->start); }
Value get_self(Thread&, Value self) {
  const Value object = self.as<Super>()->object;
  return object.is_unset() ? Value::none() : object;
}
Value get_self_class(Thread&, Value self) { return cell_or_none(self.as<Super>()->object_type); }

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create an unbound super object.", super_new},
    {"__init__", "(self, /, *args)",
     "Bind to the calling method's class and object, or to those given.", super_init},
    {"__getattribute__", "(self, name, /)", "Return getattr(self, name).", super_getattribute},
    {"__get__", "(self, instance, owner=None, /)", "Bind an unbound super object.", super_get},
    {"__repr__", "(self, /)", "Return repr(self).", super_repr},
};
constexpr NativeAttribute attributes[] = {
    {"__thisclass__", "The class behind which the search begins.", get_start, nullptr,
     AttributeForm::Member},
    {"__self__", "What attributes are bound to.", get_self, nullptr, AttributeForm::Member},
    {"__self_class__", "The class whose MRO is searched.", get_self_class, nullptr,
     AttributeForm::Member},
};

}  // namespace

Value make_super(Thread& thread, Type* start, Value object) {
  Type* object_type = check_object(thread, start, object);
  if (object_type == nullptr) return Value::error();
  auto* self = make_object<Super>(thread, thread.isolate.types.super);
  if (self == nullptr) return Value::error();
  self->start = start;
  self->object = object;
  self->object_type = object_type;
  return Value::cell(self);
}

Value make_super_of_caller(Thread& thread) {
  Type* start = nullptr;
  Value object;
  if (!find_in_caller(thread, start, object)) return Value::error();
  if (!object.is_none()) return make_super(thread, start, object);
  auto* self = make_object<Super>(thread, thread.isolate.types.super);
  if (self == nullptr) return Value::error();
  self->start = start;
  self->object = Value::unset();
  self->object_type = nullptr;
  return Value::cell(self);
}

Value find_behind_start(const Super* super, Str* name) {
  if (super->object_type == nullptr) return Value::unset();
  const Tuple* order = super->object_type->mro;
  uint64_t i = 0;
  while (i < order->count && order->values[i].as_cell() != super->start) ++i;
  for (++i; i < order->count; ++i) {
    const Value found = dict_get_str(as_type(order->values[i])->dict, name);
    if (!found.is_unset()) return found;
  }
  return Value::unset();
}

Value find_super_attribute(Thread& thread, Value super, Str* name) {
  const auto* self = super.as<Super>();
  if (name != thread.isolate.names.__class__) {
    const Value found = find_behind_start(self, name);
    if (!found.is_unset()) {
      // super() in a class method binds to the class alone.
      const bool on_class = self->object.as_cell() == self->object_type;
      return call_descriptor_get(thread, found, on_class ? Value::unset() : self->object,
                                 self->object_type);
    }
  }
  return find_generic_attribute(thread, super, name);
}

const TypeSpec super_type_spec = {
    .name = "super",
    .module = "builtins",
    .doc = "super() gives access to methods of the next class in the MRO of the object.",
    .instance_kind = Kind::Super,
    .instance_size = sizeof(Super),
    .is_base_type = true,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

#include "interpreter/objects/module.h"

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

// An instance of `type` (module or a subclass) with an empty namespace.
Module* allocate_module(Thread& thread, Type* type) {
  Shape* shape = dictionary_shape_of(thread, type);
  if (shape == nullptr) return nullptr;
  Dict* dict = make_dict(thread, 8);
  if (dict == nullptr) return nullptr;
  auto* module = new_instance<Module>(thread, type);
  if (module == nullptr) return nullptr;
  module->set_header(shape->object_header);
  module->dict = dict;
  return module;
}

bool initialise(Thread& thread, Module* module, Value name, Value doc) {
  const Names& names = thread.isolate.names;
  Dict* dict = module->dict;
  return dict_set_str(thread, dict, names.__name__, name) &&
         dict_set_str(thread, dict, names.__doc__, doc) &&
         dict_set_str(thread, dict, names.__package__, Value::none()) &&
         dict_set_str(thread, dict, names.__loader__, Value::none()) &&
         dict_set_str(thread, dict, names.__spec__, Value::none());
}

Value module_new(Thread& thread, Arguments arguments) {
  return Value::cell(allocate_module(thread, as_type(arguments[0])));
}

Value module_init(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[1]))
    return raise_type_error(thread, text("module() argument 'name' must be str, not ",
                                         argument_type_name(thread, arguments[1])));
  return initialise(thread, arguments[0].as<Module>(), arguments[1], arguments[2]) ? Value::none()
                                                                                   : Value::error();
}

Value module_repr(Thread& thread, Arguments arguments) {
  const auto* module = arguments[0].as<Module>();
  const Names& names = thread.isolate.names;
  const Value name = dict_get_str(module->dict, names.__name__);
  Str* shown = name.is_unset() ? make_str(thread, "?") : repr(thread, name);
  if (shown == nullptr) return Value::error();
  const Value file = dict_get_str(module->dict, names.__file__);
  if (is_str(file))
    return Value::cell(
        make_str(thread, text("<module ", shown->view(), " from '", as_str(file)->view(), "'>")));
  // A module with a spec but no file is compiled in.
  const Value spec = dict_get_str(module->dict, names.__spec__);
  const bool is_builtin = !spec.is_unset() && !spec.is_none();
  return Value::cell(
      make_str(thread, text("<module ", shown->view(), is_builtin ? " (built-in)>" : ">")));
}

Value module_dir(Thread& thread, Arguments arguments) {
  auto* module = arguments[0].as<Module>();
  const Value own = dict_get_str(module->dict, thread.isolate.names.special_name(Special::Dir));
  if (!own.is_unset()) return call(thread, own, {});
  return Value::cell(list_from_iterable(thread, Value::cell(module->dict)));
}

Value get_annotations(Thread& thread, Value self) {
  auto* module = self.as<Module>();
  Str* name = thread.isolate.names.__annotations__;
  const Value own = dict_get_str(module->dict, name);
  if (!own.is_unset()) return own;
  const Value made = Value::cell(make_dict(thread));
  return made && dict_set_str(thread, module->dict, name, made) ? made : Value::error();
}

bool set_annotations(Thread& thread, Value self, Value value) {
  auto* module = self.as<Module>();
  Str* name = thread.isolate.names.__annotations__;
  if (!value.is_unset()) return dict_set_str(thread, module->dict, name, value);
  const Value removed = dict_remove_str(thread, module->dict, name);
  if (!removed.is_unset()) return static_cast<bool>(removed);
  raise(thread, thread.isolate.exceptions.attribute_error, name->view());
  return false;
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a module.", module_new},
    {"__init__", "(self, name, doc=None)", "Set name and docstring.", module_init},
    {"__repr__", "(self, /)", "Return repr(self).", module_repr},
    {"__dir__", "(self, /)", "Return the names in the module.", module_dir},
};
Value get_namespace(Thread&, Value self) { return Value::cell(self.as<Module>()->dict); }

constexpr NativeAttribute attributes[] = {
    {"__dict__", "The names in the module.", get_namespace, nullptr, AttributeForm::Member},
    {"__annotations__", "The annotations of the module's variables.", get_annotations,
     set_annotations},
};

// `__spec__._initializing`: the module's code is still running.
bool is_initialising(Thread& thread, const Module* module) {
  const Value spec = dict_get_str(module->dict, thread.isolate.names.__spec__);
  if (spec.is_unset() || spec.is_none()) return false;
  Str* name = intern(thread, "_initializing");
  const Value flag = name == nullptr ? Value::error() : find_attribute(thread, spec, name);
  const bool is_set = flag && flag.is_true();
  thread.pending = nullptr;
  return is_set;
}

}  // namespace

Module* make_module(Thread& thread, Str* name) {
  Module* module = allocate_module(thread, thread.isolate.types.module);
  if (module == nullptr) return nullptr;
  return initialise(thread, module, Value::cell(name), Value::none()) ? module : nullptr;
}

Value find_module_attribute(Thread& thread, Value module, Str* name) {
  const Value found = find_generic_attribute(thread, module, name);
  if (!found.is_unset()) return found;
  const Value fallback =
      dict_get_str(module.as<Module>()->dict, thread.isolate.names.special_name(Special::GetAttr));
  return fallback.is_unset() ? fallback : call(thread, fallback, {Value::cell(name)});
}

Value raise_no_module_attribute(Thread& thread, Value module, Str* name) {
  const auto* self = module.as<Module>();
  const Value own_name = dict_get_str(self->dict, thread.isolate.names.__name__);
  if (!is_str(own_name))
    return raise_attribute_error(thread, module, name,
                                 text("module has no attribute '", name->view(), "'"));
  const std::string_view shown = as_str(own_name)->view();
  if (is_initialising(thread, self))
    return raise_attribute_error(
        thread, module, name,
        text("partially initialized module '", shown, "' has no attribute '", name->view(),
             "' (most likely due to a circular import)"));
  return raise_attribute_error(thread, module, name,
                               text("module '", shown, "' has no attribute '", name->view(), "'"));
}

const TypeSpec module_type_spec = {
    .name = "module",
    .module = "builtins",
    .doc = "A module: a namespace with a name.",
    .instance_kind = Kind::Module,
    .instance_size = sizeof(Module),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

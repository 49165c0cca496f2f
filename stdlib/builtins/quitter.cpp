// exit and quit: what ends the program when it is called and says so when it is shown.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "stdlib/builtins/builtins.h"

namespace weft {
namespace {

Value quitter_init(Thread& thread, Arguments arguments) {
  for (const auto& [index, attribute] : {std::pair{1U, "name"}, {2U, "eof"}}) {
    Str* name = intern(thread, attribute);
    if (name == nullptr || !set_attribute(thread, arguments[0], name, arguments[index])) {
      return Value::error();
    }
  }
  return Value::none();
}

Value quitter_repr(Thread& thread, Arguments arguments) {
  std::string shown = "Use ";
  for (const auto& [attribute, after] : {std::pair{"name", "() or "}, {"eof", " to exit"}}) {
    Str* name = intern(thread, attribute);
    if (name == nullptr) return Value::error();
    const Value value = get_attribute(thread, arguments[0], name);
    if (!value) return value;
    Str* part = str(thread, value);
    if (part == nullptr) return Value::error();
    shown += text(part->view(), after);
  }
  Str* result = make_str(thread, shown);
  return result == nullptr ? Value::error() : Value::cell(result);
}

Value quitter_call(Thread& thread, Arguments arguments) {
  const Value made =
      call(thread, Value::cell(thread.isolate.exceptions.system_exit), {arguments[1]});
  return made ? raise(thread, made.as<Exception>()) : made;
}

constexpr NativeMethod methods[] = {
    {"__init__", "(self, name, eof)", "Sets the attributes that __repr__ shows.", quitter_init},
    {"__repr__", "(self, /)", "How to leave the program.", quitter_repr},
    {"__call__", "(self, code=None)", "Raises SystemExit(code).", quitter_call},
};

constexpr TypeSpec quitter_spec = {
    .name = "Quitter",
    .module = "_sitebuiltins",
    .doc = "Ends the program when called.",
    .instance_kind = Kind::Instance,
    .instance_size = sizeof(Instance),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = {},
};

}  // namespace

bool install_quitters(Thread& thread) {
  Type* type = make_builtin_type(thread, quitter_spec, nullptr);
  Str* end_of_input = make_str(thread, "Ctrl-D (i.e. EOF)");
  if (type == nullptr || end_of_input == nullptr) return false;
  for (const std::string_view each : {"exit", "quit"}) {
    Str* name = intern(thread, each);
    if (name == nullptr) return false;
    const Value made =
        call(thread, Value::cell(type), {Value::cell(name), Value::cell(end_of_input)});
    if (!made || !dict_set_str(thread, thread.isolate.builtins, name, made)) return false;
  }
  return true;
}

}  // namespace weft

// `exit` and `quit`: objects whose repr tells a person at the prompt how to leave, and whose call
// leaves.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/objects/str.h"
#include "stdlib/builtins/builtins.h"

namespace weft {
namespace {

Value quitter_repr(Thread& thread, Arguments arguments) {
  const Value name = get_attribute(thread, arguments[0], thread.isolate.names.name);
  Str* shown = name ? str(thread, name) : nullptr;
  if (shown == nullptr) return Value::error();
  Str* made = make_str(thread, text("Use ", shown->view(), "() or Ctrl-D (i.e. EOF) to exit"));
  return made == nullptr ? Value::error() : Value::cell(made);
}

Value quitter_call(Thread& thread, Arguments arguments) {
  // Who catches the exception and reads on finds the input closed.
  const Value input = dict_get_str(thread.isolate.sys, thread.isolate.names.stdin);
  if (!input.is_unset() && !input.is_none() && !call_method(thread, input, "close", {})) {
    thread.pending = nullptr;
  }
  const Value type = Value::cell(thread.isolate.exceptions.system_exit);
  const Value made = call(thread, type, {arguments[1]});
  return made ? raise(thread, made.as<Exception>()) : made;
}

constexpr NativeMethod methods[] = {
    {"__repr__", "(self, /)", "How to leave.", quitter_repr},
    {"__call__", "(self, code=None)", "Leaves the program with a status.", quitter_call},
};

constexpr TypeSpec quitter_spec = {
    .name = "Quitter",
    .module = "_sitebuiltins",
    .doc = "What exit and quit are.",
    .instance_kind = Kind::SimpleNamespace,
    .instance_size = sizeof(SimpleNamespace),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = {},
};

}  // namespace

bool install_quitters(Thread& thread) {
  Type* type = make_builtin_type(thread, quitter_spec, thread.isolate.types.simple_namespace);
  if (type == nullptr) return false;
  for (const std::string_view name : {"exit", "quit"}) {
    const Value quitter = call(thread, Value::cell(type), {});
    Str* interned = quitter ? intern(thread, name) : nullptr;
    if (interned == nullptr ||
        !set_attribute(thread, quitter, thread.isolate.names.name, Value::cell(interned)) ||
        !dict_set_str(thread, thread.isolate.builtins, interned, quitter)) {
      return false;
    }
  }
  return true;
}

}  // namespace weft

// Host callables as script functions.
//
// A host function is a native method bound to a receiver that carries the callable: scripts see a
// built-in function, the binding of arguments is the one of all native functions (native.h).
#include "interpreter/embed/implementation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"

namespace weft {

namespace {

struct HostReceiver : Object {
  using Object::Object;
  Interpreter* interpreter;
  HostFunction* function;  // owned by the interpreter
};

// The way from script into the host. C++ exceptions end here.
Value call_host(Thread& thread, Arguments arguments) {
  auto* receiver = arguments[0].as<HostReceiver>();
  Interpreter& interpreter = *receiver->interpreter;
  std::string failure;
  Value raised = Value::unset();
  try {
    std::vector<Handle> handles;
    handles.reserve(arguments.count() - 1);
    for (const Value value : arguments.span().subspan(1)) {
      handles.push_back(HandleAccess::make(interpreter, value));
    }
    const Handle result = receiver->function->callable(NativeCall(interpreter, std::move(handles)));
    return result.empty() ? Value::none() : HandleAccess::value(result);
  } catch (const ScriptError& error) {
    raised = HandleAccess::value(error.exception());
  } catch (const std::bad_alloc&) {
    return raise_memory_error(thread);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  if (!raised.is_unset()) {
    thread.pending = raised.as<Exception>();
    return Value::error();
  }
  return raise_runtime_error(thread, failure);
}

constexpr TypeSpec host_receiver_spec = {
    .name = "host_function_data",
    .module = "weft",
    .doc = "Carries a function of the host program.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(HostReceiver),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = {},
    .attributes = {},
};

// "(a, b=1)" to "(self, a, b=1)": the receiver comes first.
std::string with_receiver(std::string_view signature) {
  const size_t open = signature.find('(');
  std::string_view rest =
      open == std::string_view::npos ? std::string_view(")") : signature.substr(open + 1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.starts_with(')')) return "(self, /)";
  if (rest.starts_with('/')) return text("(self, ", rest);
  return text("(self, ", rest);
}

}  // namespace

void Interpreter::define_erased(const Handle& module, std::string_view name,
                                std::string_view signature, std::string_view doc,
                                ErasedFunction callable) {
  const HostEntry entry(*this);
  Implementation& own = *implementation_;
  Thread& thread = own.thread();
  if (own.host_function_type == nullptr) {
    Type* type = make_builtin_type(thread, host_receiver_spec, nullptr);
    check(*this, type != nullptr);
    // Reachable from the namespace of builtins, so that it lives as long as the isolate.
    check(*this, dict_set_str(thread, own.isolate.modules, own.intern_name("weft.host_function"),
                              Value::cell(type)));
    own.host_function_type = type;
  }
  HostFunction& function = own.host_functions.emplace_back();
  function.name = name;
  function.signature = with_receiver(signature);
  function.doc = doc;
  function.callable = std::move(callable);
  function.declaration = {function.name, function.signature, function.doc, call_host};

  auto* receiver = make_object<HostReceiver>(thread, own.host_function_type);
  check(*this, receiver != nullptr);
  receiver->interpreter = this;
  receiver->function = &function;
  const Value module_name = module.empty() ? Value::none()
                                           : find_attribute(thread, HandleAccess::value(module),
                                                            own.isolate.names.__name__);
  check(*this, module_name);
  NativeFunction* native =
      make_native_function(thread, function.declaration, own.host_function_type, module_name);
  check(*this, native != nullptr);
  const Value bound =
      check(*this, make_bound_method(thread, Value::cell(native), Value::cell(receiver)));
  Dict* names = own.isolate.builtins;
  if (!module.empty()) {
    const Value target = HandleAccess::value(module);
    if (!is_module(target)) {
      raise_type_error(thread, "define_in needs a module");
      throw_pending(*this);
    }
    names = target.as<Module>()->dict;
  }
  check(*this, dict_set_str(thread, names, own.intern_name(name), bound));
}

}  // namespace weft

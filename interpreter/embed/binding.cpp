// Host callables as script functions.
//
// A host function is a native method bound to a receiver that carries the callable: scripts see a
// built-in method, the binding of arguments is the one of all native functions (native.h).
#include <cxxabi.h>

#include <stdexcept>

#include "interpreter/embed/implementation.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "stdlib/custom_object.h"

namespace weft {

namespace {

struct HostReceiver : CustomObject {
  using CustomObject::CustomObject;
  Interpreter* interpreter;
  HostFunction* function;  // owned by the interpreter
};

// What became of a call of the host.
struct Outcome {
  Value result = Value::error();
  enum class Failure : uint8_t { None, Raised, OutOfMemory, Other } failure = Failure::None;
  std::string message;  // of Other
};

// The way from script into the host: body() gives a handle. C++ exceptions end here; what they
// become in the script is made after the handler has ended, for making it may run more of the host
// or switch the native stack.
template <class Body>
Outcome outcome_of(Interpreter& interpreter, Body&& body) {
  using Failure = Outcome::Failure;
  try {
    const Handle result = body();
    if (result.empty()) return {Value::none(), Failure::None, {}};
    return {HandleAccess::value(interpreter, result), Failure::None, {}};
  } catch (const ScriptError& error) {
    // One that comes from another interpreter is a C++ exception like others.
    if (!HandleAccess::belongs_to(interpreter, error.exception())) {
      return {Value::error(), Failure::Other, error.what()};
    }
    return {HandleAccess::value(interpreter, error.exception()), Failure::Raised, {}};
  } catch (const std::bad_alloc&) {
    return {Value::error(), Failure::OutOfMemory, {}};
  } catch (const std::exception& error) {
    return {Value::error(), Failure::Other, error.what()};
  } catch (const abi::__forced_unwind&) {
    throw;  // the thread is being cancelled
  } catch (...) {
    return {Value::error(), Failure::Other, "unknown C++ exception"};
  }
}

Value value_of(Thread& thread, const Outcome& outcome) {
  switch (outcome.failure) {
    case Outcome::Failure::None:
      return outcome.result;
    case Outcome::Failure::Raised:
      // As it is: no new context, the traceback goes on growing.
      thread.pending = outcome.result.as<Exception>();
      return Value::error();
    case Outcome::Failure::OutOfMemory:
      return raise_memory_error(thread);
    case Outcome::Failure::Other:
      break;
  }
  // Nobody says what encoding the text is in.
  Str* message = decode(thread, outcome.message, Encoding::Utf8, "replace");
  return message == nullptr ? Value::error() : raise_runtime_error(thread, message->view());
}

Value call_host(Thread& thread, Arguments arguments) {
  auto* receiver = arguments[0].as<HostReceiver>();
  Interpreter& interpreter = *receiver->interpreter;
  std::shared_ptr<PromiseResult> awaited;
  const Outcome outcome = outcome_of(interpreter, [&] {
    return receiver->function->callable(HandleAccess::call(interpreter, arguments, 1, awaited));
  });
  const Value value = value_of(thread, outcome);
  if (!value || awaited == nullptr) return value;
  return interpreter.implementation().promises.wait(thread, std::move(awaited));
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
  if (!signature.starts_with('(') || !signature.ends_with(')')) {
    throw std::invalid_argument("weft: a signature is written (name, …), not " +
                                std::string(signature));
  }
  const std::string_view parameters = signature.substr(1, signature.size() - 2);
  if (parameters.find_first_not_of(" /") == std::string_view::npos) return "(self, /)";
  return text("(self, ", parameters, ")");
}

}  // namespace

Value result_of_host(Thread& thread, Interpreter& interpreter,
                     const std::function<Handle(Interpreter&)>& maker) {
  return value_of(thread, outcome_of(interpreter, [&] { return maker(interpreter); }));
}

Handle NativeCall::argument(size_t index) const {
  if (index >= count_) throw std::out_of_range("weft: the signature has fewer parameters");
  return HandleAccess::make(interpreter_, static_cast<const Value*>(values_)[index]);
}

NativeCall HandleAccess::call(Interpreter& interpreter, Arguments arguments, uint32_t skipped,
                              std::shared_ptr<PromiseResult>& awaited) {
  return NativeCall(interpreter, arguments.span().data() + skipped, arguments.count() - skipped,
                    awaited);
}

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
  receiver->operations = nullptr;
  receiver->interpreter = this;
  receiver->function = &function;
  const Value module_name =
      module.empty()
          ? Value::none()
          : find_attribute(thread, HandleAccess::value(*this, module), own.isolate.names.__name__);
  check(*this, module_name);
  NativeFunction* native =
      make_native_function(thread, function.declaration, own.host_function_type, module_name);
  check(*this, native != nullptr);
  const Value bound =
      check(*this, make_bound_method(thread, Value::cell(native), Value::cell(receiver)));
  Dict* names = own.isolate.builtins;
  if (!module.empty()) {
    const Value target = HandleAccess::value(*this, module);
    if (!is_module(target)) {
      raise_type_error(thread, "define_in needs a module");
      throw_pending(*this);
    }
    names = target.as<Module>()->dict;
  }
  check(*this, dict_set_str(thread, names, own.intern_name(name), bound));
}

}  // namespace weft

#include "interpreter/embed/isolates.h"

#include <cstdio>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "interpreter/embed/implementation.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/vm/threads.h"
#include "runtime/schedule/helper_thread.h"
#include "stdlib/custom_object.h"
#include "stdlib/module_filling.h"
#include "stdlib/module_state.h"

namespace weft {
namespace {

// The whole life of an isolate. What it has in common with the one that started it is the process:
// descriptors are what they talk through.
void run_isolate(const InterpreterOptions& options, const std::string& source) {
  try {
    Interpreter interpreter(options);
    // Those of the process are the first isolate's.
    interpreter.implementation().isolate.may_take_signals = false;
    try {
      interpreter.run_main_text(source);
    } catch (const ScriptError& error) {
      std::fputs(error.traceback().c_str(), stderr);
    }
    static_cast<void>(interpreter.finish());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "weft: an isolate could not begin: %s\n", error.what());
  }
}

// The OS thread of an isolate. Who started it joins it: a process that ended meanwhile would take
// from under it what it still needs.
struct IsolateThread : CustomObject {
  using CustomObject::CustomObject;
  std::thread running;
};

void destroy_isolate_thread(CustomObject* object) {
  auto* isolate = static_cast<IsolateThread*>(object);
  if (isolate->running.joinable()) isolate->running.detach();
  isolate->running.~thread();
}
constexpr CustomOperations isolate_thread_operations = {nullptr, destroy_isolate_thread};

Value join_isolate(Thread& thread, Arguments arguments) {
  auto* isolate = arguments[0].as<IsolateThread>();
  // Taken out first, so that another who joins meanwhile does not join it twice.
  std::thread running = std::exchange(isolate->running, {});
  if (running.joinable()) without_gil(thread, [&] { running.join(); });
  return Value::none();
}

constexpr NativeMethod isolate_thread_methods[] = {
    {"join", "(self, /)", "Waits until the isolate has ended.", join_isolate},
};
constexpr TypeSpec isolate_thread_spec = {
    .name = "IsolateThread",
    .module = "_isolates",
    .doc = "The OS thread that runs an isolate.",
    .instance_kind = Kind::HostObject,
    .instance_size = sizeof(IsolateThread),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = isolate_thread_methods,
    .attributes = {},
};

struct IsolatesState final : runtime::RootSource {
  Type* thread_type = nullptr;
  void trace_roots(runtime::Marker& marker) override { marker.mark(thread_type); }
};

Value start_isolate(Thread& thread, Arguments arguments) {
  Str* source = str_argument(thread, arguments[0], "start", "1");
  if (source == nullptr) return Value::error();
  InterpreterOptions options;
  options.use_environment = false;
  const auto take = [&](Value texts, std::vector<std::string>& into) {
    return for_each(thread, texts, [&](Value each) {
      if (is_str(each)) into.emplace_back(as_str(each)->view());
      return true;
    });
  };
  if (!take(arguments[1], options.search_path) || !take(arguments[2], options.arguments)) {
    return Value::error();
  }
  auto* made = make_custom_object<IsolateThread>(
      thread, module_state<IsolatesState>(thread.isolate).thread_type, isolate_thread_operations);
  if (made == nullptr) return Value::error();
  new (&made->running) std::thread;
  try {
    made->running = runtime::start_helper_thread(
        [options, text = std::string(source->view())] { run_isolate(options, text); });
  } catch (const std::system_error&) {
    return raise_runtime_error(thread, "can't start new thread");
  }
  return Value::cell(made);
}

constexpr NativeMethod functions[] = {
    {"start", "(source, path, argv, /)",
     "Runs source text as the program of a new isolate on an OS thread of its own, which is to be "
     "joined.",
     start_isolate},
};

bool fill(Thread& thread, Module* module) {
  register_custom_objects(thread.isolate);
  Type*& type = module_state<IsolatesState>(thread.isolate).thread_type;
  type = make_builtin_type(thread, isolate_thread_spec, nullptr);
  return type != nullptr && put_functions(thread, module, functions);
}

}  // namespace

const NativeModule isolates_module = {"_isolates", "Other isolates of the process.", fill};

}  // namespace weft

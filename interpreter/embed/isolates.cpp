#include "interpreter/embed/isolates.h"

#include <signal.h>

#include <cstdio>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "interpreter/embed/implementation.h"
#include "interpreter/objects/iterators.h"
#include "stdlib/module_filling.h"

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
  // Signals are for the threads of the first isolate.
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = true;
  try {
    std::thread(run_isolate, options, std::string(source->view())).detach();
  } catch (const std::system_error&) {
    started = false;
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started ? Value::none() : raise_runtime_error(thread, "can't start new thread");
}

constexpr NativeMethod functions[] = {
    {"start", "(source, path, argv, /)",
     "Runs source text as the program of a new isolate on an OS thread of its own.", start_isolate},
};

bool fill(Thread& thread, Module* module) { return put_functions(thread, module, functions); }

}  // namespace

const NativeModule isolates_module = {"_isolates", "Other isolates of the process.", fill};

}  // namespace weft

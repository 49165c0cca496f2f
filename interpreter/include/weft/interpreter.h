// An interpreter: one isolated world of script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/error.h"
#include "weft/function.h"
#include "weft/handle.h"

namespace weft {

struct InterpreterOptions {
  // Memory the script may use, in bytes; beyond it raises MemoryError.
  size_t heap_limit_bytes = SIZE_MAX;
  // Nested script calls before RecursionError.
  uint32_t recursion_limit = 1000;
  // sys.argv; empty: [''].
  std::vector<std::string> arguments;
  // Folders modules are imported from (sys.path), before those of the WEFTPATH variable.
  std::vector<std::string> search_path;
  bool use_environment = true;  // whether WEFTPATH and WEFT_GC_STRESS are looked at
  std::string executable;       // sys.executable
};

class Interpreter {
 public:
  explicit Interpreter(const InterpreterOptions& options = {});
  ~Interpreter();
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  // --- Running code in the namespace of module __main__. All throw ScriptError.

  // Runs statements. `filename` is what tracebacks show; the source is shown with it.
  void run(std::string_view source, std::string_view filename = "<host>");
  void run_file(const std::string& path);
  // The value of an expression.
  Handle evaluate(std::string_view expression);

  // --- Names and modules

  Handle global(std::string_view name);  // of __main__, else of builtins; NameError
  void set_global(std::string_view name, const Handle& value);
  Handle import(std::string_view module_name);

  // Makes `callable` the function `name` of __main__ (and of every module: a builtin), or of a
  // module made by new_module. See function.h for what may be bound.
  template <class Callable>
  void define(std::string_view name, std::string_view signature, std::string_view doc,
              Callable callable) {
    define_erased(Handle(), name, signature, doc, erase(std::move(callable)));
  }
  template <class Callable>
  void define_in(const Handle& module, std::string_view name, std::string_view signature,
                 std::string_view doc, Callable callable) {
    define_erased(module, name, signature, doc, erase(std::move(callable)));
  }
  // An empty module that scripts can import by this name.
  Handle new_module(std::string_view name, std::string_view doc = {});

  // --- Making values

  Handle none();
  Handle make(bool value);
  Handle make(double value);
  Handle make(std::string_view text);
  Handle make(const char* text) { return make(std::string_view(text)); }
  Handle make(const std::string& text) { return make(std::string_view(text)); }
  Handle make(const Handle& handle) { return handle; }
  template <class Integer>
  requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>) Handle
      make(Integer value) {
    if constexpr (std::is_unsigned_v<Integer>) return make_unsigned(value);
    return make_signed(static_cast<int64_t>(value));
  }
  template <class Element>
  Handle make(const std::vector<Element>& elements) {
    std::vector<Handle> handles;
    for (const Element& element : elements) handles.push_back(make(element));
    return make_list(handles);
  }
  Handle make_list(std::span<const Handle> elements);

  // --- Control

  // Asks the running script to raise KeyboardInterrupt at its next safepoint. May be called from
  // any thread and from signal handlers.
  void interrupt() noexcept;
  // Collects garbage now.
  void collect();
  struct MemoryUse {
    size_t live_bytes;      // after the last collection
    size_t reserved_bytes;  // taken from the system
    uint64_t collections;
  };
  MemoryUse memory_use() const;

  // --- For command lines: programs run as CPython's `python` runs them.

  // Runs a file (`-` or an empty path: standard input), a module (`-m`), or text (`-c`) as
  // __main__.
  void run_main_file(const std::string& path);
  void run_main_module(const std::string& module_name);
  void run_main_text(std::string_view source);
  enum class Completeness : uint8_t { Complete, Incomplete };
  // Whether a prompt should ask for more lines before running `source`.
  Completeness check_complete(std::string_view source);
  // Runs one interactive input; expression values go to sys.displayhook.
  void run_interactive(std::string_view source);
  // The prompts sys.ps1 and sys.ps2.
  std::string prompt(bool continuation);
  // Shows the error as the top level does (sys.excepthook), on sys.stderr.
  void report(const ScriptError& error);
  // Flushes the standard streams and runs what was registered for the end. False: a stream failed.
  bool finish();
  // The bytecode of a source file, readable.
  std::string disassemble_file(const std::string& path);
  // Parses and compiles a file without running it.
  void compile_file(const std::string& path);

  // Internal; for the library's own files.
  struct Implementation;
  Implementation& implementation() { return *implementation_; }

 private:
  template <class Callable>
  ErasedFunction erase(Callable callable);
  void define_erased(const Handle& module, std::string_view name, std::string_view signature,
                     std::string_view doc, ErasedFunction function);
  Handle make_signed(int64_t value);
  Handle make_unsigned(uint64_t value);

  std::unique_ptr<Implementation> implementation_;
};

template <class Callable>
ErasedFunction Interpreter::erase(Callable callable) {
  using Traits = detail::TraitsOf<Callable>;
  using Parameters = typename Traits::ParameterTypes;
  return [callable = std::move(callable)](const NativeCall& call) mutable -> Handle {
    return [&]<size_t... Index>(std::index_sequence<Index...>)->Handle {
      if constexpr (std::is_void_v<typename Traits::ResultType>) {
        callable(call.argument(Index).to<std::tuple_element_t<Index, Parameters>>()...);
        return Handle();
      } else {
        return call.interpreter().make(
            callable(call.argument(Index).to<std::tuple_element_t<Index, Parameters>>()...));
      }
    }
    (std::make_index_sequence<std::tuple_size_v<Parameters>>());
  };
}

template <class... Arguments>
Handle Handle::operator()(const Arguments&... arguments) const {
  return call({interpreter().make(arguments)...});
}

}  // namespace weft

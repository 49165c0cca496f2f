// An interpreter: one isolated world of script.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weft/error.h"
#include "weft/function.h"
#include "weft/handle.h"
#include "weft/promise.h"

namespace weft {

struct InterpreterOptions {
  // Memory the script may use, in bytes; beyond it raises MemoryError.
  size_t heap_limit_bytes = SIZE_MAX;
  // Nested script calls before RecursionError.
  uint32_t recursion_limit = 1000;
  // Longest time one call of the host into the interpreter may take (see set_time_limit).
  std::optional<std::chrono::nanoseconds> time_limit;
  // False: scripts can open no files. There is no open(), and `import` finds the modules of the
  // library and of the host only. What the host itself runs by file name is still read.
  bool file_access = true;
  // sys.argv; empty: [''].
  std::vector<std::string> arguments;
  // Folders modules are imported from (sys.path), before those of the WEFTPATH variable.
  std::vector<std::string> search_path;
  // The only modules of the library scripts may import beside sys and builtins, with those they
  // need themselves (weakref needs _weakref); nullopt: all.
  std::optional<std::vector<std::string>> modules;
  bool use_environment = true;  // whether WEFTPATH and WEFT_GC_STRESS are looked at
  std::string executable;       // sys.executable
  // Whether DeadlockError is raised, after a report on standard error, when every fiber and thread
  // waits and nothing will wake one. Not for hosts whose other threads come in to do so.
  bool detect_deadlocks = false;
  // Time passes only while all wait, and then at once: programs that sleep end soon, with the same
  // output.
  bool virtual_time = false;
  // Not 0: who goes on is picked by a generator with this seed, among fibers that are ready and
  // among threads, which are fibers then and may be parted at any place where script code touches
  // what they share. So another order than first come first served can be had, and had again, and
  // with it whatever went wrong.
  uint64_t schedule_seed = 0;
  // When a fiber lets others of its thread that are ready wait for longer, the line it is at is
  // written to standard error.
  std::optional<std::chrono::milliseconds> stall_limit;
};

// May be used by several threads: they take turns as threads of a script do (a thread that computes
// gives way every few milliseconds). The first one inside is the script's main thread; what fibers
// another one leaves unfinished is dropped when its call ends. Handles are not for use by two
// threads at once.
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
  // Parses and compiles statements without running them: throws what run() would.
  void compile(std::string_view source, std::string_view filename = "<host>");
  // The bytecode of statements, readable.
  std::string disassemble(std::string_view source, std::string_view filename = "<host>");
  // The value of an expression.
  Handle evaluate(std::string_view expression);

  // --- Names and modules

  Handle global(std::string_view name);  // of __main__, else of builtins; NameError
  void set_global(std::string_view name, const Handle& value);
  Handle import(std::string_view module_name);
  // isinstance(value, class), the class given by its name in builtins.
  bool is_instance(const Handle& value, std::string_view builtin_class);

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
  Handle make(const Handle& handle) { return handle.empty() ? none() : handle; }
  template <class Element>
  Handle make(const std::optional<Element>& element) {
    return element ? make(*element) : none();
  }
  template <class Integer>
  requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>) Handle
      make(Integer value) {
    if constexpr (std::is_unsigned_v<Integer>) return make_unsigned(value);
    return make_signed(static_cast<int64_t>(value));
  }
  template <class Element>
  Handle make(const std::vector<Element>& elements) {
    std::vector<Handle> handles;
    handles.reserve(elements.size());
    for (const Element& element : elements) handles.push_back(make(element));
    return make_list(handles);
  }
  Handle make_list(std::span<const Handle> elements);

  // --- Control

  // Asks whatever the host has called to raise KeyboardInterrupt at its next safepoint; threads
  // that scripts have started go on. May be called from any thread and from signal handlers.
  void interrupt() noexcept;
  // Takes back an interrupt no script has seen yet; whether there was one. For prompts.
  bool take_interrupt() noexcept;
  // From any thread, and from signal handlers: soon everything that runs or waits is written to
  // standard error, with its stack.
  void request_dump() noexcept;
  // For host functions that block: runs body, which must not use the interpreter, while other
  // threads may. Only from inside, that is in a function the script has called.
  void let_others_in(const std::function<void()>& body);
  // Waits until the descriptor can be read. False: an interrupt or terminate() ended the wait. For
  // prompts too: an interrupt that comes before the wait is not lost.
  bool wait_for_input(int descriptor);
  // Ends what runs for good at its next safepoint, from any thread: calls of the host with a
  // ScriptError that has limit_reached(), and the threads that scripts have started. The script may
  // clean up (`finally`), but cannot go on by catching what is raised. Holds until the calls of the
  // host that are running have returned.
  void terminate() noexcept;
  // From the next call of the host on, each is terminated after this time, and with it the threads
  // that scripts have started; nullopt: no limit.
  // Safepoints are calls and loops of script code, loops of the library over elements, and waiting
  // for time or input: a function that computes for long without them ends before the script does.
  void set_time_limit(std::optional<std::chrono::nanoseconds> limit);
  // Collects garbage now.
  void collect();
  struct MemoryUse {
    size_t live_bytes;      // after the last collection
    size_t reserved_bytes;  // taken from the system
    uint64_t collections;
  };
  MemoryUse memory_use() const;

  // --- For command lines: programs run as CPython's `python` runs them.

  // Runs a file (`-` or an empty path: standard input; a folder: its __main__.py), a module (`-m`),
  // or text (`-c`) as __main__. The first two throw std::invalid_argument, saying why, where there
  // is nothing to run.
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
  // Flushes the standard streams. False: sys.stdout failed, which was told on standard error.
  bool flush();
  // What is due when a program has ended: waits for the threads it started, daemons excepted, and
  // flushes. Returns as flush() does.
  bool finish();
  // Whether a deadlock was found (InterpreterOptions::detect_deadlocks).
  bool found_deadlock() const;
  // Whether threads that scripts have started are still there. They end, as soon as they run script
  // code, before the interpreter goes; a program that is to end without that calls exit_process().
  bool has_running_threads() const;
  // Flushes and ends the process at once, whatever other threads do.
  [[noreturn]] void exit_process(int status);

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
  using Types = typename Traits::ArgumentTypes;
  if constexpr (std::is_same_v<Types, std::tuple<NativeCall>>) {
    return callable;
  } else {
    return [callable = std::move(callable)](const NativeCall& call) mutable -> Handle {
      return [&]<size_t... Index>(std::index_sequence<Index...>)->Handle {
        if constexpr (std::is_void_v<typename Traits::ResultType>) {
          callable(call.argument(Index).to<std::tuple_element_t<Index, Types>>()...);
          return Handle();
        } else if constexpr (std::is_same_v<typename Traits::ResultType, Promise>) {
          return call.wait(
              callable(call.argument(Index).to<std::tuple_element_t<Index, Types>>()...));
        } else {
          return call.interpreter().make(
              callable(call.argument(Index).to<std::tuple_element_t<Index, Types>>()...));
        }
      }
      (std::make_index_sequence<std::tuple_size_v<Types>>());
    };
  }
}

template <class T>
bool Promise::resolve(T value) const {
  static_assert(!std::is_same_v<T, Handle>, "a handle belongs to the thread of its interpreter");
  return settle(
      [value = std::move(value)](Interpreter& interpreter) { return interpreter.make(value); }, {});
}

template <class Key>
Handle Handle::item(const Key& key) const {
  return get_item(interpreter().make(key));
}

template <class Key>
void Handle::set_item(const Key& key, const Handle& value) const {
  put_item(interpreter().make(key), value);
}

template <class... Arguments>
Handle Handle::operator()(const Arguments&... arguments) const {
  return call(std::vector<Handle>{interpreter().make(arguments)...});
}

}  // namespace weft

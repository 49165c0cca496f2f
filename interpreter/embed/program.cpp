// Running whole programs as the command line does: files, modules, text, the prompt.
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <stdexcept>

#include "interpreter/compiler/compile.h"
#include "interpreter/embed/implementation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/lost_failures.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_intern.h"
#include "interpreter/objects/unraisable.h"
#include "interpreter/objects/weak_reference.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/syntax/utf8.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/threads.h"
#include "interpreter/vm/waiting.h"

namespace weft {

namespace {

std::string folder_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return "";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Puts a folder in front of sys.path.
void prepend_search_folder(Interpreter& interpreter, std::string_view folder) {
  Isolate& isolate = interpreter.implementation().isolate;
  Thread& thread = *isolate.running;
  const Value path = dict_get_str(isolate.sys, isolate.names.path);
  if (!is_list(path)) return;
  Str* text_value = make_str(thread, folder);
  check(interpreter, text_value != nullptr);
  check(interpreter,
        call_method(thread, path, "insert", {Value::small_int(0), Value::cell(text_value)}));
}

// What was typed is text and declares no encoding; if it is no UTF-8 the parser says so as of a
// file's bytes.
syntax::SourceOrigin origin_of_typed(std::string_view source) {
  return syntax::find_utf8_fault(source) == source.size() ? syntax::SourceOrigin::Text
                                                          : syntax::SourceOrigin::File;
}

// The path without symbolic links; as it is when there is no such file.
std::string real_path(const std::string& path) {
  char* resolved = realpath(path.empty() ? "." : path.c_str(), nullptr);
  std::string result = resolved == nullptr ? path : resolved;
  std::free(resolved);
  return result;
}

bool is_folder(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string absolute_path(const std::string& path) {
  char* folder = path.starts_with('/') ? nullptr : getcwd(nullptr, 0);
  if (folder == nullptr) return path;
  std::string result = text(folder, "/", path);
  std::free(folder);
  return result;
}

// All of standard input, which need not be a file that could be opened by a name.
std::string read_standard_input(Interpreter& interpreter) {
  Thread& thread = interpreter.implementation().thread();
  std::string contents;
  char buffer[16 * 1024];
  for (;;) {
    check(interpreter, wait_until(thread, STDIN_FILENO, std::nullopt));
    const ssize_t count = read(STDIN_FILENO, buffer, sizeof buffer);
    if (count == 0) return contents;
    if (count > 0) {
      contents.append(buffer, static_cast<size_t>(count));
    } else if (errno != EINTR) {
      raise_os_error(thread, errno, Value::unset());
      throw_pending(interpreter);
    }
  }
}

bool is_closed(Thread& thread, Value stream) {
  Str* name = intern(thread, "closed");
  const Value closed = name == nullptr ? Value::error() : find_attribute(thread, stream, name);
  const Truth result = closed && !closed.is_unset() ? truth(thread, closed) : Truth::False;
  thread.pending = nullptr;
  return result == Truth::True;
}

// Functions the program wants called at its end; what they raise they report themselves.
void run_exit_functions(Thread& thread) {
  Str* name = intern(thread, "atexit");
  const Value module =
      name == nullptr ? Value::unset() : dict_get_str(thread.isolate.modules, name);
  if (!module.is_unset()) static_cast<void>(call_method(thread, module, "_run_exitfuncs", {}));
  if (thread.pending != nullptr) write_report(format_exception(thread, take_pending(thread)));
}

}  // namespace

void Interpreter::run_main_file(const std::string& path) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  if (path.empty() || path == "-") {
    const std::string source = read_standard_input(*this);
    prepend_search_folder(*this, "");
    check(*this, run_source_as_main(thread, source, "<stdin>", {}));
    return;
  }
  std::string file = absolute_path(path);
  std::string folder = folder_of(real_path(path));
  if (is_folder(path)) {
    file += file.ends_with('/') ? "__main__.py" : "/__main__.py";
    folder = real_path(path);
    if (access(file.c_str(), F_OK) != 0) {
      throw std::invalid_argument("can't find '__main__' module in '" + real_path(path) + "'");
    }
  }
  const std::optional<std::string> source = read_file(thread, file);
  check(*this, source.has_value());
  prepend_search_folder(*this, folder);
  check(*this, run_source_as_main(thread, *source, file, {}));
}

void Interpreter::run_main_module(const std::string& module_name) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  prepend_search_folder(*this, real_path("."));
  FoundSource found;
  if (!find_source_of_module(thread, module_name, found)) {
    if (!pending_is(thread, thread.isolate.exceptions.module_not_found_error)) throw_pending(*this);
    Exception* exception = take_pending(thread);
    // What is missing may be a module that the package itself imports.
    if (exception->traceback != nullptr) {
      thread.pending = exception;
      throw_pending(*this);
    }
    Str* shown = weft::str(thread, Value::cell(exception));
    check(*this, shown != nullptr);
    std::string message(shown->view());
    // Quoted: a package on the way to the module is missing.
    if (message.starts_with("No module named '")) {
      message = text("Error while finding module specification for '", module_name,
                     "' (ModuleNotFoundError: ", message, ")");
    }
    throw std::invalid_argument(message);
  }
  const Value arguments =
      dict_get_str(implementation_->isolate.sys, implementation_->intern_name("argv"));
  if (is_list(arguments) && arguments.as<List>()->count != 0) {
    Str* name = make_str(thread, found.filename);
    check(*this,
          name != nullptr && set_item(thread, arguments, Value::small_int(0), Value::cell(name)));
  }
  check(*this, run_source_as_main(thread, found.source, found.filename, found.package));
}

void Interpreter::run_main_text(std::string_view source) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  prepend_search_folder(*this, "");
  compiler::CompileOptions options;
  options.origin = origin_of_typed(source);
  Code* code = compiler::compile_source(thread, source, "<string>", options);
  check(*this, code != nullptr);
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  check(*this, run_code(thread, code, names, nullptr));
}

Interpreter::Completeness Interpreter::check_complete(std::string_view source) {
  syntax::ParseOptions options;
  options.mode = syntax::ParseMode::Single;
  options.end_closes_blocks = false;
  const syntax::ParseResult result = syntax::parse(source, "<stdin>", options);
  return !result.ok() && result.diagnostic && result.diagnostic->incomplete
             ? Completeness::Incomplete
             : Completeness::Complete;
}

void Interpreter::run_interactive(std::string_view source) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  compiler::CompileOptions options;
  options.mode = compiler::CompileMode::Interactive;
  options.origin = origin_of_typed(source);
  Code* code = compiler::compile_source(thread, source, "<stdin>", options);
  check(*this, code != nullptr);
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  check(*this, run_code(thread, code, names, nullptr));
}

std::string Interpreter::prompt(bool continuation) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  const Value prompt = dict_get_str(implementation_->isolate.sys,
                                    implementation_->intern_name(continuation ? "ps2" : "ps1"));
  if (prompt.is_unset()) return continuation ? "... " : ">>> ";
  Str* shown = weft::str(thread, prompt);
  check(*this, shown != nullptr);
  return std::string(shown->view());
}

void Interpreter::report(const ScriptError& error) {
  const HostEntry entry(*this);
  Implementation& own = *implementation_;
  Thread& thread = own.thread();
  const Value exception = HandleAccess::value(*this, error.exception());
  auto* cell = exception.as<Exception>();
  const Value type = Value::cell(cell->type());
  const Value traceback = cell->traceback == nullptr ? Value::none() : Value::cell(cell->traceback);
  Dict* sys = own.isolate.sys;
  if (!dict_set_str(thread, sys, own.intern_name("last_type"), type) ||
      !dict_set_str(thread, sys, own.intern_name("last_value"), exception) ||
      !dict_set_str(thread, sys, own.intern_name("last_traceback"), traceback)) {
    take_pending(thread);
  }
  const Value hook = dict_get_str(sys, own.intern_name("excepthook"));
  if (hook.is_unset()) {
    write_report("sys.excepthook is missing\n");
  } else if (call(thread, hook, {type, exception, traceback})) {
    return;
  } else {
    write_report("Error in sys.excepthook:\n" + format_exception(thread, take_pending(thread)) +
                 "\nOriginal exception was:\n");
  }
  write_report(error.traceback());
}

bool Interpreter::finish() {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  const Value threading =
      dict_get_str(implementation_->isolate.modules, implementation_->intern_name("threading"));
  if (!threading.is_unset() && !call_method(thread, threading, "_shutdown", {})) {
    // Threads that wait for one another have been told of.
    if (!pending_is(thread, thread.isolate.exceptions.deadlock_error)) {
      report_unraisable(thread, threading);
    }
    thread.pending = nullptr;
  }
  report_lost_failures(thread);
  run_exit_functions(thread);
  run_all_finalizers(thread);
  return flush();
}

void Interpreter::exit_process(int status) {
  const HostEntry entry(*this);
  // No other thread runs script code from here on.
  static_cast<void>(flush());
  _exit(status);
}

bool Interpreter::has_running_threads() const {
  // A child of fork() has none of the threads whose end would be waited for.
  return implementation_->isolate.is_forked_child || started_threads(implementation_->isolate) != 0;
}

bool Interpreter::flush() {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  bool succeeded = true;
  for (const std::string_view name : {"stdout", "stderr"}) {
    const Value stream =
        dict_get_str(implementation_->isolate.sys, implementation_->intern_name(name));
    if (stream.is_unset() || stream.is_none() || is_closed(thread, stream)) continue;
    if (call_method(thread, stream, "flush", {})) continue;
    Exception* failure = take_pending(thread);
    if (name == "stderr") continue;  // nowhere to say so
    succeeded = false;
    Str* shown = weft::repr(thread, stream);
    if (shown == nullptr) take_pending(thread);
    write_report(text("Exception ignored in: ", shown == nullptr ? name : shown->view(), "\n",
                      format_exception(thread, failure)));
  }
  return succeeded;
}

}  // namespace weft

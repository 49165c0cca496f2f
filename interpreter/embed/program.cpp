// Running whole programs as the command line does: files, modules, text, the prompt.
#include <unistd.h>

#include "interpreter/compiler/compile.h"
#include "interpreter/compiler/disassembler.h"
#include "interpreter/embed/implementation.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/vm/imports.h"
#include "interpreter/vm/machine.h"

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
  Thread& thread = *isolate.main_thread;
  const Value path = dict_get_str(isolate.sys, isolate.names.path);
  if (!is_list(path)) return;
  Str* text_value = make_str(thread, folder);
  check(interpreter, text_value != nullptr);
  check(interpreter,
        call_method(thread, path, "insert", {Value::small_int(0), Value::cell(text_value)}));
}

std::string absolute_folder(const std::string& folder) {
  char* resolved = realpath(folder.empty() ? "." : folder.c_str(), nullptr);
  std::string result = resolved == nullptr ? folder : resolved;
  std::free(resolved);
  return result;
}

}  // namespace

void Interpreter::run_main_file(const std::string& path) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  const bool is_stdin = path.empty() || path == "-";
  std::optional<std::string> source = read_file(thread, is_stdin ? "/dev/stdin" : path);
  check(*this, source.has_value());
  prepend_search_folder(*this, is_stdin ? "" : absolute_folder(folder_of(path)));
  const std::string_view filename = is_stdin ? std::string_view("<stdin>") : path;
  check(*this, run_source_as_main(thread, *source, filename, {}));
}

void Interpreter::run_main_module(const std::string& module_name) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  prepend_search_folder(*this, absolute_folder(""));
  FoundSource found;
  check(*this, find_source_of_module(thread, module_name, found));
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
  Code* code = compiler::compile_source(thread, source, "<string>", {});
  check(*this, code != nullptr);
  Dict* names = implementation_->main_namespace();
  check(*this, names != nullptr);
  check(*this, run_code(thread, code, names, nullptr));
}

Interpreter::Completeness Interpreter::check_complete(std::string_view source) {
  syntax::ParseOptions options;
  options.mode = syntax::ParseMode::Interactive;
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
  Thread& thread = implementation_->thread();
  const Value exception = HandleAccess::value(error.exception());
  const Value hook =
      dict_get_str(implementation_->isolate.sys, implementation_->intern_name("excepthook"));
  auto* cell = exception.as<Exception>();
  const Value traceback = cell->traceback == nullptr ? Value::none() : Value::cell(cell->traceback);
  if (!hook.is_unset() && call(thread, hook, {Value::cell(cell->type()), exception, traceback})) {
    return;
  }
  std::string shown = error.traceback();
  if (thread.pending != nullptr) {
    Exception* second = take_pending(thread);
    shown = text("Error in sys.excepthook:\n", format_exception(thread, second),
                 "\nOriginal exception was:\n", shown);
  }
  std::string_view rest = shown;
  while (!rest.empty()) {
    const ssize_t count = write(STDERR_FILENO, rest.data(), rest.size());
    if (count <= 0) return;
    rest.remove_prefix(static_cast<size_t>(count));
  }
}

bool Interpreter::finish() {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  bool succeeded = true;
  for (const std::string_view name : {"stdout", "stderr"}) {
    const Value stream =
        dict_get_str(implementation_->isolate.sys, implementation_->intern_name(name));
    if (stream.is_unset() || stream.is_none()) continue;
    if (!call_method(thread, stream, "flush", {})) {
      take_pending(thread);
      succeeded = false;
    }
  }
  return succeeded;
}

std::string Interpreter::disassemble_file(const std::string& path) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  const std::optional<std::string> source = read_file(thread, path);
  check(*this, source.has_value());
  Code* code = compiler::compile_source(thread, *source, path, {});
  check(*this, code != nullptr);
  return compiler::disassemble(thread, code);
}

void Interpreter::compile_file(const std::string& path) {
  const HostEntry entry(*this);
  Thread& thread = implementation_->thread();
  const std::optional<std::string> source = read_file(thread, path);
  check(*this, source.has_value());
  check(*this, compiler::compile_source(thread, *source, path, {}) != nullptr);
}

}  // namespace weft

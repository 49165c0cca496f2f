#include "interpreter/compiler/compile.h"

#include <new>
#include <string>

#include "interpreter/compiler/code_generator.h"
#include "interpreter/compiler/future.h"
#include "interpreter/compiler/verifier.h"
#include "interpreter/compiler/warnings.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"

namespace weft::compiler {

namespace {

// What SyntaxError tells besides its message; numbers as the exception's attributes have them.
struct ErrorPlace {
  // Found while working out the scopes: CPython leaves the place out of the exception's args then.
  bool only_in_fields = false;
  int64_t line = 0;
  int64_t offset = 0;
  int64_t end_line = 0;
  int64_t end_offset = 0;
  bool has_end = true;
  const std::string* text = nullptr;  // null: None
};

void raise_syntax_error(Thread& thread, Type* type, std::string_view message, Str* filename,
                        const ErrorPlace& place) {
  Tuple* details = make_tuple(thread, 6);
  if (details == nullptr) return;
  store(details, details->values[0], Value::cell(filename));
  store(details, details->values[1], Value::small_int(place.line));
  store(details, details->values[2], Value::small_int(place.offset));
  if (place.text != nullptr) {
    Str* line = make_str(thread, *place.text);
    if (line == nullptr) return;
    store(details, details->values[3], Value::cell(line));
  }
  store(details, details->values[4], Value::small_int(place.end_line));
  if (place.has_end) store(details, details->values[5], Value::small_int(place.end_offset));
  Str* text = make_str(thread, message);
  Tuple* args = text == nullptr ? nullptr : make_tuple(thread, 2);
  if (args == nullptr) return;
  store(args, args->values[0], Value::cell(text));
  store(args, args->values[1], Value::cell(details));
  Exception* exception = make_exception(thread, type, args);
  if (exception == nullptr) return;
  if (place.only_in_fields) {
    Tuple* only_message = make_tuple(thread, args->view().first(1));
    if (only_message == nullptr) return;
    store(exception, exception->args, only_message);
  }
  static_cast<void>(raise(thread, exception));
}

// Bytes that could not be decoded: the details name the file, and no place in it.
void raise_undecodable(Thread& thread, std::string_view message, Str* filename) {
  const Value details[] = {Value::cell(filename), Value::small_int(0), Value::small_int(-1),
                           Value::none()};
  Str* text = make_str(thread, message);
  Tuple* place = text == nullptr ? nullptr : make_tuple(thread, details);
  if (place == nullptr) return;
  const Value pair[] = {Value::cell(text), Value::cell(place)};
  Tuple* args = make_tuple(thread, pair);
  if (args == nullptr) return;
  Exception* exception = make_exception(thread, thread.isolate.exceptions.syntax_error, args);
  if (exception != nullptr) static_cast<void>(raise(thread, exception));
}

void raise_diagnostic(Thread& thread, const syntax::Diagnostic& diagnostic, Str* filename,
                      syntax::SourceOrigin origin) {
  const ExceptionTypes& types = thread.isolate.exceptions;
  Type* type = types.syntax_error;
  switch (diagnostic.kind) {
    case syntax::ErrorKind::SyntaxError:
      break;
    case syntax::ErrorKind::IndentationError:
      type = types.indentation_error;
      break;
    case syntax::ErrorKind::TabError:
      type = types.tab_error;
      break;
    case syntax::ErrorKind::ValueError:
      type = types.value_error;
      break;
    case syntax::ErrorKind::RecursionError:
      type = types.recursion_error;
      break;
    case syntax::ErrorKind::MemoryError:
      type = types.memory_error;
      break;
  }
  if (diagnostic.line == 0) {
    if (type == types.syntax_error && origin == syntax::SourceOrigin::Bytes) {
      return raise_undecodable(thread, diagnostic.message, filename);
    }
    static_cast<void>(raise(thread, type, diagnostic.message));
    return;
  }
  ErrorPlace place;
  place.line = diagnostic.line;
  place.offset = diagnostic.offset;
  place.end_line = diagnostic.end_line;
  place.end_offset = diagnostic.end_offset;
  if (diagnostic.has_text) place.text = &diagnostic.text;
  raise_syntax_error(thread, type, diagnostic.message, filename, place);
}

void raise_compilation_error(const Compilation& compilation, std::string_view source) {
  const syntax::Location& where = compilation.location();
  // Offsets count bytes here, as CPython's compiler does; those of the parser count characters.
  ErrorPlace place;
  place.only_in_fields = !compilation.is_generating;
  place.line = where.line;
  place.offset = static_cast<int32_t>(where.column) + 1;
  place.end_line = where.end_line;
  place.end_offset = static_cast<int32_t>(where.end_column) + 1;
  if (compilation.location_is_start_only()) {
    place.end_line = place.line;
    place.has_end = false;
  }
  // The line is shown when the source is that of a file.
  std::string line;
  if (is_readable_file(compilation.filename->view())) {
    line = source_line(source, where.line);
    if (!line.empty()) place.text = &line;
  }
  Thread& thread = compilation.thread;
  raise_syntax_error(thread, thread.isolate.exceptions.syntax_error, compilation.message(),
                     compilation.filename, place);
}

syntax::ParseMode parse_mode(CompileMode mode) {
  switch (mode) {
    case CompileMode::Module:
      return syntax::ParseMode::Module;
    case CompileMode::Expression:
      return syntax::ParseMode::Expression;
    case CompileMode::Interactive:
      break;
  }
  return syntax::ParseMode::Single;
}

Code* compile_module(Compilation& compilation, const syntax::Module& module) {
  read_future_statements(compilation, module);
  if (compilation.failed()) return nullptr;
  ScopeTable scopes(compilation);
  scopes.build(module);
  if (compilation.failed()) return nullptr;
  compilation.is_generating = true;
  return CodeGenerator(compilation, scopes).module(module);
}

}  // namespace

Code* compile_source(Thread& thread, std::string_view source, std::string_view filename,
                     const CompileOptions& options) {
  try {
    Str* name = make_str(thread, filename);
    if (name == nullptr) return nullptr;
    syntax::ParseOptions parse_options;
    parse_options.mode = parse_mode(options.mode);
    parse_options.origin = options.origin;
    parse_options.end_closes_blocks = options.end_closes_blocks;
    parse_options.maximum_integer_digits = thread.isolate.int_max_str_digits;
    syntax::ParseResult parsed = syntax::parse(source, filename, parse_options);
    if (!parsed.ok()) {
      if (parsed.diagnostic->incomplete && options.tells_incomplete_input) {
        parsed.diagnostic->kind = syntax::ErrorKind::SyntaxError;
        parsed.diagnostic->message = "incomplete input";
      }
      raise_diagnostic(thread, *parsed.diagnostic, name, options.origin);
      return nullptr;
    }
    Compilation compilation(thread, name);
    compilation.future_flags = options.inherited_future_flags;
    compilation.optimisation = options.optimisation;
    compilation.is_interactive = options.mode == CompileMode::Interactive;
    Code* code = compile_module(compilation, *parsed.module);
    if (!parsed.warnings.empty() || !compilation.warnings().empty()) {
      show_warnings(compilation, parsed.warnings, source);
    }
    if (compilation.failed()) {
      if (!compilation.failed_with_pending()) raise_compilation_error(compilation, source);
      return nullptr;
    }
#ifdef WEFT_ASSERTIONS
    require_valid(thread, code);
#endif
    return code;
  } catch (const std::bad_alloc&) {
    static_cast<void>(raise_memory_error(thread));
    return nullptr;
  }
}

}  // namespace weft::compiler

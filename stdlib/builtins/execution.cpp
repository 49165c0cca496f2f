// Built-in functions that run code: exec, eval, compile, __import__, __build_class__.
#include <algorithm>

#include "interpreter/compiler/compile.h"
#include "interpreter/objects/buffer.h"
#include "interpreter/objects/codec.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/machine.h"
#include "stdlib/builtins/builtins.h"

namespace weft {
namespace {

// The text of `source` for the compiler, and where it is from. False: exception pending.
bool source_text(Thread& thread, Value source, std::string_view function, std::string_view what,
                 std::string& out, compiler::CompileOptions& options) {
  if (is_str(source)) {
    Str* contents = as_str(source);
    // Lone surrogates cannot be encoded: encode() says so.
    if (!contents->is_ascii && encode(thread, contents, Encoding::Utf8) == nullptr) return false;
    out = contents->view();
    options.origin = syntax::SourceOrigin::Text;
    return true;
  }
  if (is_bytes_like(source)) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, source);
    if (bytes) out = *bytes;
    options.origin = syntax::SourceOrigin::Bytes;
    return bytes.has_value();
  }
  raise_type_error(thread, text(function, "() arg 1 must be a ", what));
  return false;
}

uint32_t inherited_flags(Thread& thread) {
  return thread.frame == nullptr ? 0 : thread.frame->code->flags & FutureAnnotations;
}

// A path given as str, bytes or an object with __fspath__. False: exception pending.
bool filename_text(Thread& thread, Value given, std::string& out) {
  Value path = given;
  if (!is_str(path) && !is_kind(path, Kind::Bytes)) {
    Str* name = intern(thread, "__fspath__");
    if (name == nullptr) return false;
    if (type_lookup(thread, type_of(thread, given), name).is_unset()) {
      raise_type_error(thread, text("expected str, bytes or os.PathLike object, not ",
                                    type_name(thread, given)));
      return false;
    }
    path = call_method(thread, given, "__fspath__", {});
    if (!path) return false;
  }
  if (is_str(path)) {
    out = as_str(path)->view();
  } else if (is_kind(path, Kind::Bytes)) {
    const std::optional<std::string_view> bytes = readable_bytes(thread, path);
    if (!bytes) return false;
    out = *bytes;
  } else {
    raise_type_error(thread,
                     text("expected ", type_name(thread, given),
                          ".__fspath__() to return str or bytes, not ", type_name(thread, path)));
    return false;
  }
  if (out.find('\0') == std::string::npos) return true;
  raise_value_error(thread, "embedded null character");
  return false;
}

// The flags of compile(), whose bits programs know from modules ast, codeop and __future__.
bool take_flags(Thread& thread, int32_t flags, compiler::CompileOptions& options) {
  constexpr int32_t Nested = 0x10;
  constexpr int32_t DontImplyDedent = 0x200;
  constexpr int32_t OnlyTree = 0x400;
  constexpr int32_t TypeComments = 0x1000;
  constexpr int32_t TopLevelAwait = 0x2000;
  constexpr int32_t IncompleteInput = 0x4000;
  constexpr int32_t SettledFeatures = 0xfe0000;
  constexpr int32_t Annotations = 0x1000000;
  constexpr int32_t Known = Nested | DontImplyDedent | OnlyTree | TypeComments | TopLevelAwait |
                            IncompleteInput | SettledFeatures | Annotations;
  if ((flags & ~Known) != 0) {
    raise_value_error(thread, "compile(): unrecognised flags");
    return false;
  }
  if ((flags & (OnlyTree | TopLevelAwait)) != 0) {
    raise(thread, thread.isolate.exceptions.not_implemented_error,
          (flags & OnlyTree) != 0 ? "compile(): weft has no objects for syntax trees"
                                  : "compile(): weft does not allow await outside functions");
    return false;
  }
  if ((flags & Annotations) != 0) options.inherited_future_flags |= FutureAnnotations;
  options.end_closes_blocks = (flags & DontImplyDedent) == 0;
  options.tells_incomplete_input = (flags & IncompleteInput) != 0;
  return true;
}

// (source, filename, mode, flags, dont_inherit, optimize, _feature_version)
Value builtin_compile(Thread& thread, Arguments arguments) {
  std::string filename;
  if (!filename_text(thread, arguments[1], filename)) return Value::error();
  if (!is_str(arguments[2])) {
    return raise_type_error(thread, text("compile() argument 'mode' must be str, not ",
                                         argument_type_name(thread, arguments[2])));
  }
  const std::optional<int32_t> flags = to_int_argument(thread, arguments[3]);
  if (!flags) return Value::error();
  const Truth dont_inherit = truth(thread, arguments[4]);
  if (dont_inherit == Truth::Error) return Value::error();
  const std::optional<int32_t> optimise = to_int_argument(thread, arguments[5]);
  if (!optimise) return Value::error();
  compiler::CompileOptions options;
  if (!take_flags(thread, *flags, options)) return Value::error();
  if (*optimise < -1 || *optimise > 2) {
    return raise_value_error(thread, "compile(): invalid optimize value");
  }
  options.optimisation = static_cast<uint8_t>(std::max(*optimise, 0));
  if (dont_inherit == Truth::False) options.inherited_future_flags |= inherited_flags(thread);
  const std::string_view mode = arguments[2].as<Str>()->view();
  if (mode == "eval") {
    options.mode = compiler::CompileMode::Expression;
  } else if (mode == "single") {
    options.mode = compiler::CompileMode::Interactive;
  } else if (mode != "exec") {
    return raise_value_error(thread, mode == "func_type"
                                         ? "compile() mode 'func_type' requires flag "
                                           "PyCF_ONLY_AST"
                                         : "compile() mode must be 'exec', 'eval' or 'single'");
  }
  std::string source;
  if (!source_text(thread, arguments[0], "compile", "string, bytes or AST object", source,
                   options)) {
    return Value::error();
  }
  Code* code = compiler::compile_source(thread, source, filename, options);
  return code == nullptr ? Value::error() : Value::cell(code);
}

// The namespaces of exec and eval, defaults taken from the running frame.
struct Namespaces {
  Dict* globals = nullptr;
  Object* locals = nullptr;
};

bool find_namespaces(Thread& thread, Value globals, Value locals, std::string_view function,
                     Namespaces& out) {
  const bool is_eval = function == "eval";
  const bool bad_globals = !globals.is_none() && !is_dict(globals);
  const bool bad_locals =
      !locals.is_none() && find_special(thread, locals, Special::GetItem).is_unset();
  if (bad_locals && (is_eval || !bad_globals)) {
    raise_type_error(thread, is_eval ? std::string("locals must be a mapping")
                                     : text("locals must be a mapping or None, not ",
                                            type_name(thread, locals)));
    return false;
  }
  if (bad_globals) {
    const bool is_mapping = !find_special(thread, globals, Special::GetItem).is_unset();
    raise_type_error(
        thread, !is_eval
                    ? text(function, "() globals must be a dict, not ", type_name(thread, globals))
                : is_mapping ? "globals must be a real dict; try eval(code, {}, mapping)"
                             : "globals must be a dict");
    return false;
  }
  if (globals.is_none()) {
    if (thread.frame == nullptr) {
      raise(thread, thread.isolate.exceptions.system_error, "globals and locals cannot be NULL");
      return false;
    }
    out.globals = thread.frame->globals;
    if (locals.is_none()) {
      out.locals = frame_locals(thread, thread.frame);
      if (out.locals == nullptr) return false;
    } else {
      out.locals = locals.as<Object>();
    }
  } else {
    out.globals = globals.as<Dict>();
    out.locals = locals.is_none() ? out.globals : locals.as<Object>();
  }
  const Names& names = thread.isolate.names;
  if (dict_get_str(out.globals, names.__builtins__).is_unset()) {
    const Value module = dict_get_str(thread.isolate.modules, names.builtins);
    if (!module.is_unset() && !dict_set_str(thread, out.globals, names.__builtins__, module)) {
      return false;
    }
  }
  return true;
}

Value run_in(Thread& thread, Code* code, const Namespaces& namespaces) {
  return run_code(
      thread, code, namespaces.globals,
      namespaces.locals == static_cast<Object*>(namespaces.globals) ? nullptr : namespaces.locals);
}

Value builtin_exec(Thread& thread, Arguments arguments) {
  Namespaces namespaces;
  if (!find_namespaces(thread, arguments[1], arguments[2], "exec", namespaces)) {
    return Value::error();
  }
  const Value source = arguments[0];
  const Value closure = arguments[3];
  if (is_kind(source, Kind::Code)) {
    auto* code = source.as<Code>();
    if (code->free_names->count != 0) {
      if (!is_tuple(closure) || closure.as<Tuple>()->count != code->free_names->count) {
        return raise_type_error(thread, text("code object requires a closure of exactly length ",
                                             code->free_names->count));
      }
      Function* function = make_function(thread, code, namespaces.globals, closure.as<Tuple>());
      if (function == nullptr) return Value::error();
      const Value result = run_function_in_namespace(thread, function, namespaces.locals);
      return result ? Value::none() : result;
    }
    if (!closure.is_none()) {
      return raise_type_error(thread, "cannot use a closure with this code object");
    }
    const Value result = run_in(thread, code, namespaces);
    return result ? Value::none() : result;
  }
  if (!closure.is_none()) {
    return raise_type_error(thread, "closure can only be used when source is a code object");
  }
  std::string source_code;
  compiler::CompileOptions options;
  if (!source_text(thread, source, "exec", "string, bytes or code object", source_code, options)) {
    return Value::error();
  }
  options.inherited_future_flags = inherited_flags(thread);
  Code* code = compiler::compile_source(thread, source_code, "<string>", options);
  if (code == nullptr) return Value::error();
  const Value result = run_in(thread, code, namespaces);
  return result ? Value::none() : result;
}

Value builtin_eval(Thread& thread, Arguments arguments) {
  Namespaces namespaces;
  if (!find_namespaces(thread, arguments[1], arguments[2], "eval", namespaces)) {
    return Value::error();
  }
  const Value source = arguments[0];
  if (is_kind(source, Kind::Code)) {
    auto* code = source.as<Code>();
    if (code->free_names->count != 0) {
      return raise_type_error(thread,
                              "code object passed to eval() may not contain free variables");
    }
    return run_in(thread, code, namespaces);
  }
  std::string source_code;
  compiler::CompileOptions options;
  if (!source_text(thread, source, "eval", "string, bytes or code object", source_code, options)) {
    return Value::error();
  }
  const size_t begin = source_code.find_first_not_of(" \t");
  source_code.erase(0, begin == std::string::npos ? source_code.size() : begin);
  options.mode = compiler::CompileMode::Expression;
  options.inherited_future_flags = inherited_flags(thread);
  Code* code = compiler::compile_source(thread, source_code, "<string>", options);
  return code == nullptr ? Value::error() : run_in(thread, code, namespaces);
}

Value builtin_import(Thread& thread, Arguments arguments) {
  if (!is_str(arguments[0])) {
    return raise_type_error(thread, "module name must be a string");
  }
  const std::optional<int32_t> level = to_int_argument(thread, arguments[4]);
  if (!level) return Value::error();
  return import_by_statement(thread, arguments[0].as<Str>(), arguments[1], arguments[3], *level);
}

// --- class

// The value of `name` among keyword arguments, taken out; unset if absent.
Value take_keyword(Thread& thread, Dict* keywords, Str* name) {
  return dict_remove_str(thread, keywords, name);
}

// metaclass.__prepare__(name, bases, **keywords), or a fresh dict.
Value prepare_namespace(Thread& thread, Value metaclass, Str* name, Tuple* bases, Dict* keywords) {
  const Value prepare =
      find_attribute(thread, metaclass, thread.isolate.names.special_name(Special::Prepare));
  if (!prepare) return prepare;
  if (prepare.is_unset() || metaclass == Value::cell(thread.isolate.types.type)) {
    Dict* dict = make_dict(thread);
    return dict == nullptr ? Value::error() : Value::cell(dict);
  }
  const Value pair[] = {Value::cell(name), Value::cell(bases)};
  Tuple* arguments = make_tuple(thread, pair);
  if (arguments == nullptr) return Value::error();
  const Value made = call_with_dict(thread, prepare, arguments, keywords);
  if (made && find_special(thread, made, Special::GetItem).is_unset()) {
    const std::string shown = is_type(metaclass) ? std::string(metaclass.as<Type>()->name->view())
                                                 : std::string("<metaclass>");
    return raise_type_error(
        thread, text(shown, ".__prepare__() must return a mapping, not ", type_name(thread, made)));
  }
  return made;
}

// The box of `__class__` is set by type.__new__ from `__classcell__`; a metaclass that drops it is
// in error.
bool check_class_cell(Thread& thread, Code* body, Value box, Value made, Str* name) {
  static_cast<void>(body);
  if (!is_kind(box, Kind::Box) || !is_type(made)) return true;
  const Value held = box.as<Box>()->value;
  if (held == made) return true;
  if (held.is_unset()) {
    Str* shown = repr(thread, made);
    if (shown != nullptr)
      raise_runtime_error(thread,
                          text("__class__ not set defining '", name->view(), "' as ", shown->view(),
                               ". Was __classcell__ propagated to type.__new__?"));
    return false;
  }
  Str* shown_cell = repr(thread, held);
  Str* shown_class = repr(thread, made);
  if (shown_cell == nullptr || shown_class == nullptr) return false;
  raise_type_error(thread, text("__class__ set to ", shown_cell->view(), " defining '",
                                name->view(), "' as ", shown_class->view()));
  return false;
}

Value builtin_build_class(Thread& thread, Arguments arguments) {
  auto* positional = arguments[0].as<Tuple>();
  auto* keywords = arguments[1].as<Dict>();
  if (positional->count < 2) {
    return raise_type_error(thread, "__build_class__: not enough arguments");
  }
  if (!is_kind(positional->values[0], Kind::Function)) {
    return raise_type_error(thread, "__build_class__: func must be a function");
  }
  if (!is_str(positional->values[1])) {
    return raise_type_error(thread, "__build_class__: name is not a string");
  }
  auto* body = positional->values[0].as<Function>();
  auto* name = positional->values[1].as<Str>();
  Tuple* given = make_tuple(thread, positional->view().subspan(2));
  if (given == nullptr) return Value::error();
  Tuple* bases = resolve_bases(thread, given);
  if (bases == nullptr) return Value::error();
  Value metaclass = take_keyword(thread, keywords, thread.isolate.names.metaclass);
  if (!metaclass) return metaclass;
  if (metaclass.is_unset()) {
    metaclass = bases->count == 0 ? Value::cell(thread.isolate.types.type)
                                  : Value::cell(type_of(thread, bases->values[0]));
  }
  if (is_type(metaclass)) {
    Type* winner = most_derived_metaclass(thread, metaclass.as<Type>(), bases);
    if (winner == nullptr) return Value::error();
    metaclass = Value::cell(winner);
  }
  const Value names = prepare_namespace(thread, metaclass, name, bases, keywords);
  if (!names) return names;
  if (!run_function_in_namespace(thread, body, names.as<Object>())) return Value::error();
  if (bases != given) {
    Str* original = thread.isolate.names.__orig_bases__;
    if (!set_item(thread, names, Value::cell(original), Value::cell(given))) {
      return Value::error();
    }
  }
  Value box = Value::unset();
  if (is_dict(names)) box = dict_get_str(names.as<Dict>(), thread.isolate.names.__classcell__);
  const Value triple[] = {Value::cell(name), Value::cell(bases), names};
  Tuple* call_arguments = make_tuple(thread, triple);
  if (call_arguments == nullptr) return Value::error();
  const Value made = call_with_dict(thread, metaclass, call_arguments, keywords);
  if (!made || !check_class_cell(thread, body->code, box, made, name)) return Value::error();
  return made;
}

constexpr NativeMethod functions[] = {
    {"__build_class__", "(*args, **kwargs)",
     "Runs a class body and calls the metaclass; what the class statement does.",
     builtin_build_class},
    {"__import__", "(name, globals=None, locals=None, fromlist=(), level=0)",
     "Imports a module; what the import statement calls.", builtin_import},
    {"compile",
     "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
     "A code object of source text that exec() or eval() runs.", builtin_compile},
    {"eval", "(source, globals=None, locals=None, /)",
     "The value of an expression given as text or code object.", builtin_eval},
    {"exec", "(source, globals=None, locals=None, /, *, closure=None)",
     "Runs statements given as text or code object.", builtin_exec},
};

}  // namespace

std::span<const NativeMethod> execution_functions() { return functions; }

}  // namespace weft

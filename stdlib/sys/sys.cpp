#include "stdlib/sys/sys.h"

#include <unistd.h>

#include <algorithm>
#include <vector>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/unstarted_coroutines.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/machine.h"
#include "stdlib/io/file.h"
#include "stdlib/sys/sys_information.h"

namespace weft {
namespace {

Value as_value(Object* made) { return made == nullptr ? Value::error() : Value::cell(made); }

Value sys_exit(Thread& thread, Arguments arguments) {
  const ExceptionTypes& types = thread.isolate.exceptions;
  const Value status = arguments[0];
  // The status becomes the exception as in a raise of class and value.
  if (is_kind(status, Kind::Exception) &&
      is_subtype(status.as<Exception>()->type(), types.system_exit)) {
    return raise(thread, status.as<Exception>());
  }
  const Value type = Value::cell(types.system_exit);
  const Value made = status.is_none()   ? call(thread, type, {})
                     : is_tuple(status) ? call(thread, type, status.as<Tuple>()->view())
                                        : call(thread, type, {status});
  return made ? raise(thread, made.as<Exception>()) : made;
}

Value sys_getrecursionlimit(Thread& thread, Arguments) {
  return Value::small_int(thread.isolate.recursion_limit);
}

Value sys_getswitchinterval(Thread& thread, Arguments) {
  return make_float(thread, static_cast<double>(thread.isolate.gil.interval()) / 1e9);
}

Value sys_setswitchinterval(Thread& thread, Arguments arguments) {
  const std::optional<double> seconds = to_double(thread, arguments[0]);
  if (!seconds) return Value::error();
  if (!(*seconds > 0)) {
    return raise_value_error(thread, "switch interval must be strictly positive");
  }
  // More than a century is as good as for ever.
  constexpr double Longest = 4e9;
  thread.isolate.gil.set_interval(static_cast<int64_t>(std::min(*seconds, Longest) * 1e9));
  return Value::none();
}

Value sys_setrecursionlimit(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> limit = to_int_argument(thread, arguments[0]);
  if (!limit) return Value::error();
  if (*limit < 1) {
    return raise_value_error(thread, "recursion limit must be greater or equal than 1");
  }
  if (thread.depth >= static_cast<uint32_t>(*limit)) {
    return raise(thread, thread.isolate.exceptions.recursion_error,
                 text("cannot set the recursion limit to ", *limit, " at the recursion depth ",
                      thread.depth, ": the limit is too low"));
  }
  thread.isolate.recursion_limit = static_cast<uint32_t>(*limit);
  return Value::none();
}

Value sys_exc_info(Thread& thread, Arguments) {
  Value triple[3] = {Value::none(), Value::none(), Value::none()};
  if (Exception* handled = thread.handled) {
    triple[0] = Value::cell(handled->type());
    triple[1] = Value::cell(handled);
    if (handled->traceback != nullptr) triple[2] = Value::cell(handled->traceback);
  }
  return as_value(make_tuple(thread, triple));
}

Value sys_exception(Thread& thread, Arguments) {
  return thread.handled == nullptr ? Value::none() : Value::cell(thread.handled);
}

// Writes to sys.stderr, or to the descriptor when that is gone.
Value write_error_text(Thread& thread, std::string_view shown) {
  const Names& names = thread.isolate.names;
  const Value stream = dict_get_str(thread.isolate.sys, names.stderr);
  if (stream.is_unset() || stream.is_none()) return Value::none();
  Str* whole = make_str(thread, shown);
  if (whole == nullptr) return Value::error();
  // What was printed before comes before.
  const Value out = dict_get_str(thread.isolate.sys, names.stdout);
  if (is_exactly(out, Kind::File) && !flush_file(thread, out.as<File>())) thread.pending = nullptr;
  const Value write = get_attribute(thread, stream, names.write);
  if (!write || !call(thread, write, {Value::cell(whole)})) return Value::error();
  return call_method(thread, stream, "flush", {}) ? Value::none() : Value::error();
}

Value sys_excepthook(Thread& thread, Arguments arguments) {
  const Value exception = arguments[1];
  if (!is_kind(exception, Kind::Exception)) {
    return raise_type_error(thread, text("print_exception(): Exception expected for value, ",
                                         type_name(thread, exception), " found"));
  }
  return write_error_text(thread, format_exception(thread, exception.as<Exception>()));
}

Value sys_displayhook(Thread& thread, Arguments arguments) {
  const Names& names = thread.isolate.names;
  const Value value = arguments[0];
  if (value.is_none()) return Value::none();
  if (!dict_set_str(thread, thread.isolate.builtins, names._, Value::none())) return Value::error();
  const Value out = dict_get_str(thread.isolate.sys, names.stdout);
  if (out.is_unset()) return raise_runtime_error(thread, "lost sys.stdout");
  Str* shown = repr(thread, value);
  if (shown == nullptr) return Value::error();
  Str* line = make_str(thread, text(shown->view(), "\n"));
  if (line == nullptr) return Value::error();
  const Value write = get_attribute(thread, out, names.write);
  if (!write || !call(thread, write, {Value::cell(line)})) return Value::error();
  if (!dict_set_str(thread, thread.isolate.builtins, names._, value)) return Value::error();
  return Value::none();
}

Value sys_breakpointhook(Thread& thread, Arguments) {
  return raise_runtime_error(thread, "weft has no debugger: set sys.breakpointhook to yours");
}

Value sys_getframe(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> depth = to_int_argument(thread, arguments[0]);
  if (!depth) return Value::error();
  FrameObject* frame =
      thread.isolate.machine.frame_object(thread, static_cast<uint32_t>(std::max(*depth, 0)));
  if (frame == nullptr) {
    if (thread.pending != nullptr) return Value::error();
    return raise_value_error(thread, "call stack is not deep enough");
  }
  return Value::cell(reinterpret_cast<Cell*>(frame));
}

Value sys_intern(Thread& thread, Arguments arguments) {
  if (!is_exactly(arguments[0], Kind::Str)) {
    return raise_type_error(
        thread, text(is_str(arguments[0]) ? "can't intern " : "intern() argument must be str, not ",
                     argument_type_name(thread, arguments[0])));
  }
  return as_value(intern(thread, arguments[0].as<Str>()));
}

Value sys_getsizeof(Thread& thread, Arguments arguments) {
  if (!arguments[0].is_cell()) return Value::small_int(0);
  return make_uint(thread, thread.isolate.heap.cell_size(arguments[0].as_cell()));
}

Value sys_getrefcount(Thread&, Arguments) { return Value::small_int(1); }

Value sys_getdefaultencoding(Thread& thread, Arguments) {
  return as_value(make_str(thread, "utf-8"));
}

Value sys_getfilesystemencodeerrors(Thread& thread, Arguments) {
  return as_value(make_str(thread, "surrogateescape"));
}

Value sys_get_int_max_str_digits(Thread& thread, Arguments) {
  return Value::small_int(thread.isolate.int_max_str_digits);
}

Value sys_set_int_max_str_digits(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> digits = to_int_argument(thread, arguments[0]);
  if (!digits) return Value::error();
  if (*digits != 0 && *digits < 640) {
    return raise_value_error(thread, "maxdigits must be 0 or larger than 640");
  }
  thread.isolate.int_max_str_digits = static_cast<uint32_t>(*digits);
  return Value::none();
}

Value sys_set_origin_depth(Thread& thread, Arguments arguments) {
  const std::optional<int32_t> depth = to_int_argument(thread, arguments[0]);
  if (!depth) return Value::error();
  if (*depth < 0) return raise_value_error(thread, "depth must be >= 0");
  thread.isolate.unstarted_coroutines->origin_depth = static_cast<uint32_t>(*depth);
  return Value::none();
}

Value sys_get_origin_depth(Thread& thread, Arguments) {
  return Value::small_int(thread.isolate.unstarted_coroutines->origin_depth);
}

Value sys_set_asyncgen_hooks(Thread& thread, Arguments arguments) {
  for (const uint32_t index : {0u, 1u}) {
    const Value hook = arguments[index];
    if (hook.is_unset()) continue;
    if (!hook.is_none() && !is_callable(thread, hook)) {
      return raise_type_error(thread, text("callable ", index == 0 ? "firstiter" : "finalizer",
                                           " expected, got ", type_name(thread, hook)));
    }
    (index == 0 ? thread.async_generator_first_iteration : thread.async_generator_finalizer) = hook;
  }
  return Value::none();
}

Value sys_get_asyncgen_hooks(Thread& thread, Arguments) {
  const Value pair[] = {thread.async_generator_first_iteration, thread.async_generator_finalizer};
  return as_value(make_tuple(thread, pair));
}

// Tracing and profiling: nobody has set a function, and nobody can.
Value sys_no_hook(Thread&, Arguments) { return Value::none(); }

Value sys_refuse_hook(Thread& thread, Arguments arguments) {
  if (arguments[0].is_none()) return Value::none();
  return raise(thread, thread.isolate.exceptions.not_implemented_error,
               "weft calls no trace or profile functions");
}

Value sys_is_finalizing(Thread&, Arguments) { return Value::boolean(false); }

constexpr NativeMethod functions[] = {
    {"_getframe", "(depth=0, /)", "The frame depth calls up.", sys_getframe},
    {"breakpointhook", "(*args, **kws)", "What breakpoint() calls.", sys_breakpointhook},
    {"displayhook", "(object, /)", "Shows a value at the prompt and keeps it as _.",
     sys_displayhook},
    {"exc_info", "(/)", "Type, value and traceback of the exception being handled.", sys_exc_info},
    {"excepthook", "(exctype, value, traceback, /)", "Shows an uncaught exception.",
     sys_excepthook},
    {"exception", "(/)", "The exception being handled, or None.", sys_exception},
    {"exit", "(status=None, /)", "Ends the program with a status: raises SystemExit.", sys_exit},
    {"get_asyncgen_hooks", "(/)", "The hooks for async generators.", sys_get_asyncgen_hooks},
    {"get_int_max_str_digits", "(/)", "Most digits int() and str() convert; 0: any number.",
     sys_get_int_max_str_digits},
    {"getdefaultencoding", "(/)", "'utf-8'.", sys_getdefaultencoding},
    {"getfilesystemencodeerrors", "(/)", "'surrogateescape'.", sys_getfilesystemencodeerrors},
    {"getfilesystemencoding", "(/)", "'utf-8'.", sys_getdefaultencoding},
    {"getrecursionlimit", "(/)", "Nested calls allowed.", sys_getrecursionlimit},
    {"getrefcount", "(object, /)", "1: weft counts no references.", sys_getrefcount},
    {"getprofile", "(/)", "None: weft calls no profile functions.", sys_no_hook},
    {"getsizeof", "(object, default=<unset>, /)",
     "Bytes of the object itself; 0 for small ints and other values that need no memory.",
     sys_getsizeof},
    {"getswitchinterval", "(/)",
     "Seconds a thread that computes may keep others waiting before it is asked to give way.",
     sys_getswitchinterval},
    {"gettrace", "(/)", "None: weft calls no trace functions.", sys_no_hook},
    {"intern", "(string, /)", "The one interned copy of a string.", sys_intern},
    {"is_finalizing", "(/)", "Whether the interpreter is shutting down.", sys_is_finalizing},
    {"set_asyncgen_hooks", "(firstiter=<unset>, finalizer=<unset>)",
     "Sets the hooks for async generators.", sys_set_asyncgen_hooks},
    {"set_coroutine_origin_tracking_depth", "(depth)",
     "Sets how many calls on the way to a coroutine are noted in its cr_origin.",
     sys_set_origin_depth},
    {"get_coroutine_origin_tracking_depth", "()",
     "How many calls on the way to a coroutine are noted in its cr_origin.", sys_get_origin_depth},
    {"set_int_max_str_digits", "(maxdigits)",
     "Sets the most digits int() and str() convert; 0: any number.", sys_set_int_max_str_digits},
    {"setprofile", "(function, /)", "Takes None only.", sys_refuse_hook},
    {"setrecursionlimit", "(limit, /)", "Sets the nested calls allowed.", sys_setrecursionlimit},
    {"setswitchinterval", "(interval, /)", "Sets what getswitchinterval() gives.",
     sys_setswitchinterval},
    {"settrace", "(function, /)", "Takes None only.", sys_refuse_hook},
};

bool put(Thread& thread, Dict* dict, std::string_view name, Value value) {
  Str* key = intern(thread, name);
  return key != nullptr && value && dict_set_str(thread, dict, key, value);
}

Value str_value(Thread& thread, std::string_view contents) {
  return as_value(make_str(thread, contents));
}

Value list_of_strings(Thread& thread, std::span<const std::string> strings) {
  List* list = make_list(thread, strings.size());
  if (list == nullptr) return Value::error();
  for (const std::string& each : strings) {
    const Value element = str_value(thread, each);
    if (!element || !list_append(thread, list, element)) return Value::error();
  }
  return Value::cell(list);
}

Value names_of_native_modules(Thread& thread) {
  std::vector<std::string_view> names{"builtins", "sys"};
  for (const NativeModule& module : module_sources(thread.isolate).natives()) {
    names.push_back(module.name);
  }
  std::ranges::sort(names);
  Tuple* tuple = make_tuple(thread, names.size());
  for (size_t i = 0; tuple != nullptr && i < names.size(); ++i) {
    Str* name = intern(thread, names[i]);
    if (name == nullptr) return Value::error();
    store(tuple, tuple->values[i], Value::cell(name));
  }
  return as_value(tuple);
}

bool add_constants(Thread& thread, Dict* sys, const StandardLibraryOptions& options) {
  const Value builtin_names = names_of_native_modules(thread);
  const Value executable = str_value(thread, options.executable);
  return put(thread, sys, "argv", list_of_strings(thread, options.arguments)) &&
         put(thread, sys, "orig_argv", list_of_strings(thread, options.arguments)) &&
         put(thread, sys, "path", list_of_strings(thread, options.search_path)) &&
         put(thread, sys, "modules", Value::cell(thread.isolate.modules)) &&
         put(thread, sys, "builtin_module_names", builtin_names) &&
         put(thread, sys, "version", str_value(thread, "3.11.2 (weft 0.1.0)")) &&
         put(thread, sys, "hexversion", Value::small_int(0x030b02f0)) &&
         put(thread, sys, "api_version", Value::small_int(1013)) &&
         put(thread, sys, "platform", str_value(thread, "linux")) &&
         put(thread, sys, "byteorder", str_value(thread, "little")) &&
         put(thread, sys, "maxsize", make_int(thread, INT64_MAX)) &&
         put(thread, sys, "maxunicode", Value::small_int(0x10ffff)) &&
         put(thread, sys, "executable", executable) &&
         put(thread, sys, "prefix", str_value(thread, "/usr")) &&
         put(thread, sys, "exec_prefix", str_value(thread, "/usr")) &&
         put(thread, sys, "base_prefix", str_value(thread, "/usr")) &&
         put(thread, sys, "float_repr_style", str_value(thread, "short")) &&
         put(thread, sys, "dont_write_bytecode", Value::boolean(true)) &&
         put(thread, sys, "warnoptions", list_of_strings(thread, {})) &&
         put(thread, sys, "copyright", str_value(thread, "weft")) &&
         put(thread, sys, "__displayhook__", dict_get_str(sys, intern(thread, "displayhook"))) &&
         put(thread, sys, "__excepthook__", dict_get_str(sys, intern(thread, "excepthook"))) &&
         put(thread, sys, "__breakpointhook__",
             dict_get_str(sys, intern(thread, "breakpointhook")));
}

}  // namespace

bool install_sys(Thread& thread, const StandardLibraryOptions& options) {
  Str* name = intern(thread, "sys");
  if (name == nullptr) return false;
  Module* module = make_module(thread, name);
  if (module == nullptr ||
      !dict_set_str(thread, thread.isolate.modules, name, Value::cell(module))) {
    return false;
  }
  thread.isolate.sys = module->dict;
  return describe_native_module(thread, module, "sys") &&
         add_native_functions(thread, module->dict, Value::cell(name), functions) &&
         add_constants(thread, module->dict, options) && add_information(thread, module->dict) &&
         install_standard_files(thread, module->dict);
}

}  // namespace weft

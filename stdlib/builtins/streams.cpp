// print, input and breakpoint.
//
// One print is one write: its text is put together first, so that the lines of threads and fibers
// never run into one another.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_builder.h"
#include "stdlib/builtins/builtins.h"
#include "stdlib/io/file.h"

namespace weft {
namespace {

// An attribute of module sys; unset when it is gone.
Value sys_attribute(Thread& thread, Str* name) {
  return thread.isolate.sys == nullptr ? Value::unset() : dict_get_str(thread.isolate.sys, name);
}

// sep or end: null for None; false with TypeError pending.
bool separator(Thread& thread, Value value, std::string_view name, std::string_view fallback,
               std::string_view& out) {
  if (value.is_none()) {
    out = fallback;
    return true;
  }
  if (!is_str(value)) {
    raise_type_error(thread,
                     text(name, " must be None or a string, not ", type_name(thread, value)));
    return false;
  }
  out = value.as<Str>()->view();
  return true;
}

Value builtin_print(Thread& thread, Arguments arguments) {
  auto* values = arguments[0].as<Tuple>();
  const Names& names = thread.isolate.names;
  Value file = arguments[3];
  if (file.is_none()) {
    file = sys_attribute(thread, names.stdout);
    if (file.is_unset()) return raise_runtime_error(thread, "lost sys.stdout");
    if (file.is_none()) return Value::none();
  }
  std::string_view between;
  std::string_view end;
  if (!separator(thread, arguments[1], "sep", " ", between) ||
      !separator(thread, arguments[2], "end", "\n", end)) {
    return Value::error();
  }
  std::string line;
  for (uint64_t i = 0; i < values->count; ++i) {
    if (i != 0) line.append(between);
    Str* shown = str(thread, values->values[i]);
    if (shown == nullptr) return Value::error();
    line.append(shown->view());
  }
  line.append(end);
  if (is_exactly(file, Kind::File)) {
    if (!print_text(thread, file.as<File>(), line)) return Value::error();
  } else {
    Str* whole = make_str(thread, line);
    if (whole == nullptr) return Value::error();
    const Value write = get_attribute(thread, file, names.write);
    if (!write || !call(thread, write, {Value::cell(whole)})) return Value::error();
  }
  const Truth flush = truth(thread, arguments[4]);
  if (flush == Truth::Error) return Value::error();
  if (flush == Truth::True) {
    const Value method = get_attribute(thread, file, names.flush);
    if (!method || !call(thread, method, {})) return Value::error();
  }
  return Value::none();
}

Value builtin_input(Thread& thread, Arguments arguments) {
  const Names& names = thread.isolate.names;
  const Value in = sys_attribute(thread, names.stdin);
  const Value out = sys_attribute(thread, names.stdout);
  if (in.is_unset() || in.is_none()) {
    return raise_runtime_error(thread, "input(): lost sys.stdin");
  }
  if (out.is_unset() || out.is_none()) {
    return raise_runtime_error(thread, "input(): lost sys.stdout");
  }
  if (!arguments[0].is_unset()) {
    Str* prompt = str(thread, arguments[0]);
    if (prompt == nullptr) return Value::error();
    const Value write = get_attribute(thread, out, names.write);
    if (!write || !call(thread, write, {Value::cell(prompt)})) return Value::error();
  }
  const Value flush = get_attribute(thread, out, names.flush);
  if (!flush || !call(thread, flush, {})) return Value::error();
  const Value readline = get_attribute(thread, in, names.readline);
  if (!readline) return readline;
  const Value line = call(thread, readline, {});
  if (!line) return line;
  if (!is_str(line)) {
    return raise_type_error(thread, "object.readline() returned non-string");
  }
  Str* read = line.as<Str>();
  if (read->byte_count == 0) {
    return raise(thread, thread.isolate.exceptions.eof_error, "EOF when reading a line");
  }
  std::string_view kept = read->view();
  if (kept.ends_with('\n')) kept.remove_suffix(1);
  Str* result = make_str(thread, kept);
  return result == nullptr ? Value::error() : Value::cell(result);
}

Value builtin_breakpoint(Thread& thread, Arguments arguments) {
  Str* name = intern(thread, "breakpointhook");
  if (name == nullptr) return Value::error();
  const Value hook = sys_attribute(thread, name);
  if (hook.is_unset()) return raise_runtime_error(thread, "lost sys.breakpointhook");
  return call_with_dict(thread, hook, arguments[0].as<Tuple>(), arguments[1].as<Dict>());
}

constexpr NativeMethod functions[] = {
    {"breakpoint", "(*args, **kws)", "Calls sys.breakpointhook.", builtin_breakpoint},
    {"input", "(prompt=<unset>, /)", "Shows the prompt and reads one line, without its end.",
     builtin_input},
    {"print", "(*args, sep=' ', end='\n', file=None, flush=False)",
     "Writes the texts of the values, separated by sep and followed by end, in one write.",
     builtin_print},
};

}  // namespace

std::span<const NativeMethod> stream_functions() { return functions; }

}  // namespace weft

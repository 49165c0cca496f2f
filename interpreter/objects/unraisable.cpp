#include "interpreter/objects/unraisable.h"

#include <unistd.h>

#include <string>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Value cell_or_none(const Cell* cell) { return cell == nullptr ? Value::none() : Value::cell(cell); }

// What sys.unraisablehook is called with.
Value make_hook_arguments(Thread& thread, Exception* exception, Value origin,
                          std::string_view message) {
  Dict* fields = make_dict(thread);
  if (fields == nullptr) return Value::error();
  Str* shown_message = message.empty() ? nullptr : make_str(thread, message);
  if (shown_message == nullptr && !message.empty()) return Value::error();
  const std::pair<std::string_view, Value> entries[] = {
      {"exc_type", Value::cell(exception->type())},
      {"exc_value", Value::cell(exception)},
      {"exc_traceback", cell_or_none(exception->traceback)},
      {"err_msg", cell_or_none(shown_message)},
      {"object", origin}};
  for (const auto& [name, value] : entries) {
    Str* key = intern(thread, name);
    if (key == nullptr || !dict_set_str(thread, fields, key, value)) return Value::error();
  }
  return make_simple_namespace(thread, fields);
}

// sys.unraisablehook where a program has replaced it; unset otherwise.
Value script_hook(Thread& thread) {
  if (thread.isolate.sys == nullptr) return Value::unset();
  Str* name = intern(thread, "unraisablehook");
  if (name == nullptr) return Value::unset();
  const Value hook = dict_get_str(thread.isolate.sys, name);
  return is_kind(hook, Kind::NativeFunction) || hook.is_none() ? Value::unset() : hook;
}

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace

std::string unraisable_text(Thread& thread, Exception* exception, Value origin,
                            std::string_view message) {
  Str* shown = repr(thread, origin);
  if (shown == nullptr) thread.pending = nullptr;
  return text(message.empty() ? "Exception ignored in" : message, ": ",
              shown == nullptr ? std::string_view("<object repr() failed>") : shown->view(), "\n",
              format_exception(thread, exception));
}

void report_unraisable(Thread& thread, Value origin, std::string_view message) {
  Exception* exception = take_pending(thread);
  if (exception == nullptr) return;
  const Value hook = script_hook(thread);
  if (!hook.is_unset()) {
    const Value arguments = make_hook_arguments(thread, exception, origin, message);
    if (arguments && call(thread, hook, {arguments})) return;
    thread.pending = nullptr;
  }
  write_all(unraisable_text(thread, exception, origin, message));
  thread.pending = nullptr;
}

}  // namespace weft

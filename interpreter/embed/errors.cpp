// From the exception of a script to the ScriptError of the host.
#include "interpreter/objects/errors.h"
#include "interpreter/embed/implementation.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/str_intern.h"
#include "interpreter/vm/machine.h"

namespace weft {

namespace {

// The status SystemExit(code) asks for; anything but None and integers is shown and means 1.
std::optional<int> exit_code_of(Thread& thread, Exception* exception) {
  if (!is_subtype(exception->type(), thread.isolate.exceptions.system_exit)) return std::nullopt;
  Str* name = intern(thread, "code");
  const Value code =
      name == nullptr ? Value::error() : find_attribute(thread, Value::cell(exception), name);
  if (!code || code.is_unset()) {
    thread.pending = nullptr;
    return 1;
  }
  if (code.is_none()) return 0;
  if (!is_int(code)) return 1;
  const std::optional<int64_t> number = int_to_int64(code);
  return number ? static_cast<int>(*number & 0xffffffff) : -1;
}

std::string message_of(Thread& thread, Exception* exception) {
  if (Str* shown = str(thread, Value::cell(exception))) return std::string(shown->view());
  thread.pending = nullptr;
  return "<exception str() failed>";
}

// What the last line of a traceback says. Of a SyntaxError only that: where it is stands in lines
// of their own above it.
std::string summary_of(Thread& thread, Exception* exception) {
  std::string summary = format_exception_only(thread, exception);
  if (is_subtype(exception->type(), thread.isolate.exceptions.syntax_error)) {
    std::string_view rest = summary;
    // The lines of the place are indented.
    while (rest.starts_with(' ')) {
      const size_t end = rest.find('\n');
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    summary = std::string(rest);
  }
  while (summary.ends_with('\n')) summary.pop_back();
  return summary;
}

}  // namespace

void throw_pending(Interpreter& interpreter) {
  Thread& thread = interpreter.implementation().thread();
  Exception* exception = take_pending(thread);
  // What is raised at the limit is SystemExit; what else ends the script then is told as itself.
  const bool limit_reached =
      (thread.safepoint_requests.load(std::memory_order_relaxed) & TerminationRequested) != 0 &&
      exception->type() == thread.isolate.exceptions.system_exit;
  throw ScriptError(summary_of(thread, exception), std::string(exception->type()->name->view()),
                    message_of(thread, exception), format_exception(thread, exception),
                    HandleAccess::make(interpreter, Value::cell(exception)),
                    limit_reached ? std::nullopt : exit_code_of(thread, exception), limit_reached);
}

}  // namespace weft

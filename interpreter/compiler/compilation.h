// What the phases of one compilation share: thread, memory, names, and the first error.
//
// Errors are not thrown. The first one found is kept, everything that comes after it is ignored,
// and each recursive function asks may_go_on() at its beginning, so a failed compilation unwinds
// quickly. Two sorts: a SyntaxError with its place, turned into an exception by compile.cpp, and an
// exception already pending in the thread (MemoryError, RecursionError).
#pragma once

#include <string>
#include <vector>

#include "interpreter/compiler/identifiers.h"
#include "interpreter/objects/code.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/str.h"
#include "interpreter/syntax/arena.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/diagnostic.h"

namespace weft::compiler {

class Compilation {
 public:
  Compilation(Thread& owner, Str* name_of_file)
      : thread(owner), filename(name_of_file), identifiers(owner, arena) {}

  Thread& thread;
  Str* filename;              // alive on the native stack of compile_source
  uint32_t future_flags = 0;  // CodeFlags that hold for all code of the source
  // Line of the last `from __future__` that stands where it may; later ones are errors.
  uint32_t last_future_line = 0;
  uint8_t optimisation = 0;  // as in CompileOptions
  bool is_interactive = false;
  // Before whatever reads or changes what threads share others may have a turn (vm/turns.h). Code
  // of the library is no place for it: what a seed is to find are races of programs.
  const bool offers_turns =
      thread.isolate.schedule_state != 0 && !filename->view().starts_with("<weft>/");
  bool is_generating = false;  // names are resolved
  syntax::Arena arena;         // scopes, symbols, identifiers
  IdentifierTable identifiers;

  bool failed() const { return failed_; }
  bool failed_with_pending() const { return pending_; }
  const std::string& message() const { return message_; }
  const syntax::Location& location() const { return location_; }
  // Where the error's end column is not known, as for errors about `from __future__`.
  bool location_is_start_only() const { return start_only_; }

  void fail(const syntax::Location& location, std::string message) {
    if (failed_) return;
    failed_ = true;
    location_ = location;
    message_ = std::move(message);
  }
  void fail_at_start_of(const syntax::Location& location, std::string message) {
    start_only_ = !failed_;
    fail(location, std::move(message));
  }
  // An exception is pending in the thread.
  void fail_with_pending() {
    if (!failed_) failed_ = pending_ = true;
  }

  void warn(const syntax::Location& location, std::string message) {
    warnings_.push_back({syntax::WarningKind::SyntaxWarning, std::move(message), location.line});
  }
  const std::vector<syntax::Warning>& warnings() const { return warnings_; }

  // Asked at the beginning of every recursive function: false once the compilation has failed, or
  // (with RecursionError pending) when the native stack is nearly used up.
  [[nodiscard]] bool may_go_on() {
    if (failed_) [[unlikely]]
      return false;
    if (thread.check_native_stack()) [[likely]]
      return true;
    fail_by_recursion();
    return false;
  }

 private:
  void fail_by_recursion();

  bool failed_ = false;
  bool pending_ = false;
  bool start_only_ = false;
  std::string message_;
  std::vector<syntax::Warning> warnings_;
  syntax::Location location_;
};

}  // namespace weft::compiler

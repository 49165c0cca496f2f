// Imports under way: who else imports a module waits until its code has run.
//
// Entries lie on the native stacks of those who import, linked from the isolate's ModuleSources.
// Two imports that wait for one another would never end: then the module is given as it is, half
// made, as with circular imports of one thread.
#pragma once

#include "interpreter/objects/isolate.h"

namespace weft {

struct Lock;

struct ImportUnderWay {
  Str* name;
  Fiber* owner;
  Lock* lock;  // held until the import has ended
  ImportUnderWay* next;
};

struct ImportWait {
  Fiber* who;
  Fiber* for_whom;
  ImportWait* next;
};

struct ImportsUnderWay {
  ImportUnderWay* first = nullptr;
  ImportWait* first_wait = nullptr;
};

// Brackets the running of a module's code. `is_good` is false when there was no memory (pending).
class ImportScope {
 public:
  ImportScope(Thread& thread, ImportsUnderWay& imports, Str* name);
  ~ImportScope();
  ImportScope(const ImportScope&) = delete;
  ImportScope& operator=(const ImportScope&) = delete;
  bool is_good() const { return entry_.lock != nullptr; }

 private:
  Thread& thread_;
  ImportsUnderWay& imports_;
  ImportUnderWay entry_;
};

// Waits until nobody else is importing `name`. False: an exception is pending.
[[nodiscard]] bool wait_for_import(Thread& thread, ImportsUnderWay& imports, Str* name);

}  // namespace weft

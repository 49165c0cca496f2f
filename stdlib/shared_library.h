// Libraries of the system that are loaded when a module first needs them: programs that do not need
// them need not pay for it, nor have them. Of their headers only the types are used.
#pragma once

#include <dlfcn.h>

#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"

namespace weft {

class SharedLibrary {
 public:
  // `user` is the module that needs it, `package` what brings it in Debian; for messages.
  SharedLibrary(std::string_view user, const char* name, std::string_view package)
      : user_(user),
        name_(name),
        package_(package),
        handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}  // for as long as the process runs

  // Sets `place` to the function of that name.
  template <class Function>
  void find(Function*& place, const char* function) {
    if (handle_ == nullptr) return;
    place = reinterpret_cast<Function*>(dlsym(handle_, function));
    if (place == nullptr) missing_ = function;
  }

  // Whether all that was looked for was found; false: ImportError pending.
  [[nodiscard]] bool is_complete(Thread& thread) const {
    if (handle_ != nullptr && missing_ == nullptr) return true;
    raise(thread, thread.isolate.exceptions.import_error,
          handle_ == nullptr
              ? text(user_, " needs ", name_, " (Debian: ", package_, "), which is not installed")
              : text(user_, ": ", name_, " lacks ", missing_));
    return false;
  }

 private:
  std::string_view user_;
  const char* name_;
  std::string_view package_;
  void* handle_;
  const char* missing_ = nullptr;
};

}  // namespace weft

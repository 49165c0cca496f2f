#include "interpreter/compiler/compilation.h"

#include "interpreter/objects/errors.h"

namespace weft::compiler {

void Compilation::fail_by_recursion() {
  take_pending(thread);
  static_cast<void>(raise_recursion_error(thread, " during compilation"));
  fail_with_pending();
}

}  // namespace weft::compiler

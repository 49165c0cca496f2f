// The table of the instruction set, generated from the list.
#include "interpreter/compiler/opcodes.h"

namespace weft::compiler {

const OpcodeInfo opcode_infos[OpcodeCount] = {
#define OPCODE(name, a, b, c, extension, meaning) \
  {#name, Role::a, Role::b, Role::c, Extension::extension, meaning},
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
};

static_assert(OpcodeCount <= 256, "an opcode is one byte");

}  // namespace weft::compiler

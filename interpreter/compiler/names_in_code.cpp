#include "interpreter/compiler/names_in_code.h"

#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"

namespace weft::compiler {

namespace {

// Null if the instruction has no name. `word` is followed by its extension.
Str* name_of(const Code* code, const uint32_t* word) {
  const Opcode opcode = opcode_of(*word);
  const OpcodeInfo& info = info_of(opcode);
  if (info.b == Role::WideCache) return code->inline_caches[operand_bx(*word)].name;
  if (info.extension == Extension::Cache) return code->inline_caches[word[1]].name;
  if (opcode == Opcode::ImportName || opcode == Opcode::ImportFrom) {
    return as_str(code->constants[word[1]]);
  }
  return nullptr;
}

}  // namespace

Tuple* names_in_code(Thread& thread, Code* code) {
  Dict* names = make_dict(thread);
  if (names == nullptr) return nullptr;
  for (uint32_t i = 0; i < code->instruction_count; ++i) {
    Str* name = name_of(code, code->instructions + i);
    if (name != nullptr && !dict_set_str(thread, names, name, Value::none())) return nullptr;
    if (info_of(opcode_of(code->instructions[i])).extension != Extension::None) ++i;
  }
  return tuple_from_iterable(thread, Value::cell(names));
}

}  // namespace weft::compiler

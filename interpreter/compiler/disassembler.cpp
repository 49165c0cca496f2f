#include "interpreter/compiler/disassembler.h"

#include <cstdio>
#include <vector>

#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft::compiler {

namespace {

constexpr struct {
  CodeFlags flag;
  std::string_view name;
} flag_names[] = {
    {HasVarArguments, "*args"},
    {HasVarKeywords, "**kwargs"},
    {IsGenerator, "generator"},
    {IsCoroutine, "coroutine"},
    {IsAsyncGenerator, "async generator"},
    {UsesNamespace, "namespace"},
    {IsNested, "nested"},
    {HasBoxedParameters, "boxed parameters"},
    {IsClassBody, "class body"},
    {HasDocstring, "docstring"},
    {IsSimpleCall, "simple call"},
    {FutureAnnotations, "future annotations"},
    {IsIterableCoroutine, "iterable coroutine"},
    {GivesWay, "gives way"},
};

class Disassembler {
 public:
  Disassembler(Thread& thread, const Code* code, std::string& out)
      : thread_(thread), code_(code), out_(out) {}

  void run() {
    header();
    uint32_t line = 0;
    for (uint32_t offset = 0; offset < code_->instruction_count;) {
      if (code_->position_count != 0) {
        const uint32_t here = line_of(offset);
        append(here == line ? text("      ") : padded(here, 6));
        line = here;
      }
      append(padded(offset, 6));
      offset += instruction(offset);
    }
    exceptions();
  }

 private:
  void append(std::string_view piece) { out_.append(piece); }

  static std::string padded(uint32_t number, size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), ' ') + digits : digits;
  }

  uint32_t line_of(uint32_t offset) {
    while (position_ + 1 < code_->position_count &&
           code_->positions()[position_ + 1].offset <= offset) {
      ++position_;
    }
    return code_->positions()[position_].line;
  }

  void header() {
    append(text("code ", code_->qualified_name->view(), " line ", code_->first_line, ": ",
                code_->register_count, " registers"));
    if (code_->parameter_count() != 0) append(text(", ", code_->parameter_count(), " parameters"));
    for (const auto& [flag, name] : flag_names) {
      if (code_->has(flag)) append(text(", ", name));
    }
    append("\n");
    names("locals", code_->local_names);
    names("cells", code_->cell_names);
    names("free", code_->free_names);
  }

  void names(std::string_view title, const Tuple* tuple) {
    if (tuple->count == 0) return;
    append(text("  ", title, ":"));
    for (const Value name : tuple->view()) append(text(" ", as_str(name)->view()));
    append("\n");
  }

  std::string reg(uint32_t number) const {
    for (uint32_t i = 0; i < code_->local_count; ++i) {
      if (code_->local_registers->values[i] == Value::small_int(number)) {
        return std::string(as_str(code_->local_names->values[i])->view());
      }
    }
    return text("r", number);
  }

  std::string constant(uint32_t index) {
    constexpr size_t Longest = 60;
    const Value value = code_->constants[index];
    if (is_kind(value, Kind::Code)) {
      return text("<code ", value.as<Code>()->qualified_name->view(), ">");
    }
    Str* shown = repr(thread_, value);
    if (shown == nullptr) {
      take_pending(thread_);
      return "?";
    }
    std::string piece(shown->view());
    if (piece.size() > Longest) piece = piece.substr(0, Longest) + "…";
    return piece;
  }

  std::string cache_name(uint32_t index) const {
    return std::string(code_->inline_caches[index].name->view());
  }

  std::string operand(Role role, uint32_t value) {
    switch (role) {
      case Role::Constant:
        return constant(value);
      case Role::Count:
      case Role::Flag:
        return std::to_string(value);
      default:
        return reg(value);
    }
  }

  std::string target(uint32_t site) const {
    return text("-> ", static_cast<int64_t>(site) + 1 + operand_sax(code_->instructions[site]));
  }
  std::string branch_target(uint32_t site) const {
    return text("-> ", static_cast<int64_t>(site) +
                           branch_distance(code_->instructions[site]) / int64_t{sizeof(uint32_t)});
  }

  // The number of words it takes.
  uint32_t instruction(uint32_t offset) {
    const uint32_t word = code_->instructions[offset];
    const Opcode opcode = opcode_of(word);
    const OpcodeInfo& info = info_of(opcode);
    std::vector<std::string> operands;
    const bool is_wide =
        info.b == Role::WideConstant || info.b == Role::WideCache || info.b == Role::WideIndex;
    if (info.a == Role::Jump) {
      operands.push_back(target(offset));
    } else if (info.a != Role::None) {
      operands.push_back(operand(info.a, operand_a(word)));
    }
    if (is_wide) {
      operands.push_back(wide(info.b, opcode, operand_bx(word)));
    } else {
      if (info.b != Role::None) operands.push_back(operand(info.b, operand_b(word)));
      if (info.c != Role::None && info.c != Role::CallSite)
        operands.push_back(operand(info.c, operand_c(word)));
    }
    switch (info.extension) {
      case Extension::None:
        break;
      case Extension::Cache:
        operands.push_back("." + cache_name(code_->instructions[offset + 1]));
        break;
      case Extension::Const:
        operands.push_back(constant(code_->instructions[offset + 1]));
        break;
      case Extension::Number:
        operands.push_back(std::to_string(code_->instructions[offset + 1]));
        break;
      case Extension::Branch:
        operands.push_back(branch_target(offset + 1));
        break;
    }
    append("  ");
    append(info.name);
    if (!operands.empty()) {
      constexpr size_t Column = 16;
      append(std::string(info.name.size() < Column ? Column - info.name.size() : 1, ' '));
    }
    for (size_t i = 0; i < operands.size(); ++i) {
      if (i != 0) append(", ");
      append(operands[i]);
    }
    append("\n");
    return info.extension == Extension::None ? 1 : 2;
  }

  std::string wide(Role role, Opcode opcode, uint32_t bx) {
    if (role == Role::WideConstant) return constant(bx);
    if (role == Role::WideCache) return cache_name(bx);
    if (opcode == Opcode::LoadFar || opcode == Opcode::StoreFar) {
      return reg(FirstFarRegister + bx);
    }
    return std::string(as_str(code_->free_names->values[bx])->view());
  }

  void exceptions() {
    for (uint32_t i = 0; i < code_->exception_count; ++i) {
      const ExceptionEntry& entry = code_->exceptions()[i];
      append(text("  exceptions of ", entry.begin, "..", entry.end, " -> ", entry.handler, " in ",
                  reg(entry.exception_register), "\n"));
    }
  }

  Thread& thread_;
  const Code* code_;
  std::string& out_;
  uint32_t position_ = 0;
};

void disassemble_into(Thread& thread, const Code* code, std::string& out) {
  Disassembler(thread, code, out).run();
  for (const Value constant : code->constant_tuple->view()) {
    if (!is_kind(constant, Kind::Code)) continue;
    out += '\n';
    disassemble_into(thread, constant.as<Code>(), out);
  }
}

}  // namespace

std::string disassemble(Thread& thread, const Code* code) {
  std::string out;
  disassemble_into(thread, code, out);
  return out;
}

}  // namespace weft::compiler

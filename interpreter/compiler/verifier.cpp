#include "interpreter/compiler/verifier.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "interpreter/compiler/disassembler.h"
#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/str.h"

namespace weft::compiler {

namespace {

class Verifier {
 public:
  explicit Verifier(const Code* code)
      : code_(code), near_(std::min(code->register_count, FirstFarRegister)) {}

  std::string verify() {
    if (code_->instruction_count == 0) return describe("no instructions");
    find_instructions();
    for (uint32_t offset = 0; error_.empty() && offset < code_->instruction_count;) {
      offset_ = offset;
      instruction();
      offset += length(offset);
    }
    offset_ = 0;
    if (error_.empty()) tables();
    if (error_.empty()) names();
    return error_;
  }

 private:
  uint32_t word(uint32_t offset) const { return code_->instructions[offset]; }
  uint32_t length(uint32_t offset) const {
    return info_of(opcode_of(word(offset))).extension == Extension::None ? 1 : 2;
  }
  std::string describe(std::string_view what) const {
    return text(code_->qualified_name->view(), " at ", offset_, ": ", what);
  }
  void require(bool condition, std::string_view what) {
    if (!condition && error_.empty()) error_ = describe(what);
  }

  void find_instructions() {
    starts_.assign(code_->instruction_count, false);
    uint32_t last = 0;
    for (uint32_t offset = 0; offset < code_->instruction_count;) {
      offset_ = last = offset;
      if ((word(offset) & 0xff) >= static_cast<uint32_t>(OpcodeCount)) {
        require(false, "unknown opcode");
        return;
      }
      starts_[offset] = true;
      offset += length(offset);
      require(offset <= code_->instruction_count, "extension word missing");
    }
    switch (opcode_of(word(last))) {
      case Opcode::Return:
      case Opcode::ReturnConst:
      case Opcode::Raise:
      case Opcode::RaiseFrom:
      case Opcode::RaiseCurrent:
      case Opcode::Reraise:
      case Opcode::Jump:
      case Opcode::JumpBack:
        break;
      default:
        require(false, "runs off the end");
    }
  }

  void window(uint32_t first, uint32_t count) {
    require(first + count <= near_, "window beyond the registers");
  }

  void operand(Role role, uint32_t value) {
    switch (role) {
      case Role::None:
        require(value == 0, "unused operand is not 0");
        break;
      case Role::Out:
      case Role::In:
      case Role::InOut:
        require(value < near_, "no such register");
        break;
      case Role::Constant:
        require(value < constant_count(), "no such constant");
        break;
      case Role::CallSite:
        require(value < code_->caches->call_count, "no such call cache");
        break;
      case Role::Window:
      case Role::OutWindow:
      case Role::Count:
      case Role::Flag:
        break;
      case Role::WideConstant:
      case Role::WideCache:
      case Role::WideIndex:
      case Role::Jump:
        break;  // not of 8 bits
    }
  }

  uint64_t constant_count() const { return code_->constant_tuple->count; }
  bool is_constant(uint32_t index, Kind kind) const {
    return index < constant_count() && is_kind(code_->constants[index], kind);
  }

  void jump(uint32_t site, bool backwards, bool is_extension = false) {
    const int64_t target =
        is_extension ? int64_t{site} + branch_distance(word(site)) / int64_t{sizeof(uint32_t)}
                     : int64_t{site} + 1 + operand_sax(word(site));
    require(target >= 0 && target < code_->instruction_count && starts_[target],
            "jump into the void");
    require(!backwards || target <= site, "JumpBack goes forward");
    require(backwards || target > site || is_extension, "Jump goes back");
  }

  void wide(const OpcodeInfo& info, Opcode opcode, uint32_t bx) {
    switch (info.b) {
      case Role::WideConstant:
        require(bx < constant_count(), "no such constant");
        if (opcode != Opcode::LoadConst && opcode != Opcode::ReturnConst)
          require(is_constant(bx, Kind::Str), "name is no str");
        break;
      case Role::WideCache:
        cache(bx);
        break;
      case Role::WideIndex:
        if (opcode == Opcode::LoadFar || opcode == Opcode::StoreFar) {
          require(FirstFarRegister + bx < code_->register_count, "no such far register");
        } else {
          require(bx < code_->free_names->count, "no such free variable");
        }
        break;
      default:
        break;
    }
  }

  void cache(uint32_t index) {
    require(index < code_->cache_count, "no such cache");
    if (!error_.empty()) return;
    require(code_->inline_caches[index].name != nullptr, "cache without a name");
  }

  void instruction() {
    const uint32_t instruction = word(offset_);
    const Opcode opcode = opcode_of(instruction);
    const OpcodeInfo& info = info_of(opcode);
    const uint32_t a = operand_a(instruction);
    const uint32_t b = operand_b(instruction);
    const uint32_t c = operand_c(instruction);
    const uint32_t extension = info.extension == Extension::None ? 0 : word(offset_ + 1);
    if (info.a == Role::Jump) {
      jump(offset_, opcode == Opcode::JumpBack);
      return;
    }
    operand(info.a, a);
    if (info.b == Role::WideConstant || info.b == Role::WideCache || info.b == Role::WideIndex) {
      wide(info, opcode, operand_bx(instruction));
    } else {
      operand(info.b, b);
      operand(info.c, c);
    }
    switch (info.extension) {
      case Extension::None:
      case Extension::Number:
        break;
      case Extension::Cache:
        cache(extension);
        break;
      case Extension::Const:
        require(extension < constant_count(), "no such constant");
        break;
      case Extension::Branch:
        jump(offset_ + 1, false, true);
        break;
    }
    windows(opcode, a, b, c, extension);
  }

  // Runs of registers, and constants of a certain kind.
  void windows(Opcode opcode, uint32_t a, uint32_t b, uint32_t c, uint32_t extension) {
    switch (opcode) {
      case Opcode::LoadMethod:
        window(a, 2);
        break;
      case Opcode::BuildSlice:
        window(b, 3);
        break;
      case Opcode::UnpackSequence:
        window(a, c);
        break;
      case Opcode::UnpackEx:
        window(a, c + 1 + extension);
        break;
      case Opcode::Call:
        window(a, 1 + b);
        break;
      case Opcode::CallMethod:
        window(a, 2 + b);
        break;
      case Opcode::CallKw:
      case Opcode::CallMethodKw:
        window(a, (opcode == Opcode::CallKw ? 1 : 2) + b);
        require(is_constant(extension, Kind::Tuple), "keyword names are no tuple");
        if (error_.empty()) {
          require(code_->constants[extension].as<Tuple>()->count <= b, "more names than values");
        }
        break;
      case Opcode::CallEx:
        window(a, b == 0 ? 2 : 3);
        break;
      case Opcode::MakeFunction:
        window(a, 4);
        require(is_constant(extension, Kind::Code), "function without code");
        break;
      case Opcode::ImportName:
      case Opcode::ImportFrom:
        require(is_constant(extension, Kind::Str), "name is no str");
        break;
      case Opcode::WithEnter:
        window(a, 4);
        break;
      case Opcode::ExceptionTriple:
        window(a, 3);
        break;
      case Opcode::BuildList:
      case Opcode::BuildTuple:
      case Opcode::BuildSet:
      case Opcode::BuildString:
        window(b, c);
        break;
      case Opcode::BuildDict:
        window(b, 2 * c);
        break;
      case Opcode::FormatValue:
        window(b, (c & 4) != 0 ? 2 : 1);
        break;
      case Opcode::MatchClass:
        window(c, 2);
        break;
      default:
        break;
    }
  }

  void tables() {
    for (uint32_t i = 0; i < code_->exception_count; ++i) {
      const ExceptionEntry& entry = code_->exceptions()[i];
      offset_ = entry.begin;
      const bool in_range = entry.begin < entry.end && entry.end <= code_->instruction_count &&
                            entry.handler < code_->instruction_count;
      require(in_range, "protected range out of the code");
      if (!in_range) return;
      require(starts_[entry.begin] && starts_[entry.handler] &&
                  (entry.end == code_->instruction_count || starts_[entry.end]),
              "protected range cuts an instruction");
      require(entry.exception_register < near_, "no such register for the exception");
    }
    for (uint32_t i = 1; i < code_->position_count; ++i) {
      require(code_->positions()[i - 1].offset < code_->positions()[i].offset,
              "positions out of order");
    }
    require(code_->position_count == 0 || code_->positions()[0].offset == 0,
            "first instruction without a position");
  }

  void names() {
    require(code_->local_names->count == code_->local_count &&
                code_->local_registers->count == code_->local_count,
            "names of locals do not fit");
    require(code_->parameter_count() <= code_->local_count, "more parameters than locals");
    for (const Value reg : code_->local_registers->view()) {
      require(reg.is_small_int() && reg.as_small_int() >= 0 &&
                  reg.as_small_int() < code_->register_count,
              "no such register for a local");
    }
  }

  const Code* code_;
  uint32_t near_;
  uint32_t offset_ = 0;
  std::vector<bool> starts_;
  std::string error_;
};

}  // namespace

std::string verify(const Code* code) {
  std::string error = Verifier(code).verify();
  if (!error.empty()) return error;
  for (const Value constant : code->constant_tuple->view()) {
    if (!is_kind(constant, Kind::Code)) continue;
    error = verify(constant.as<Code>());
    if (!error.empty()) return error;
  }
  return {};
}

void require_valid(Thread& thread, const Code* code) {
  const std::string error = verify(code);
  if (error.empty()) return;
  std::fprintf(stderr, "invalid bytecode: %s\n%s", error.c_str(),
               disassemble(thread, code).c_str());
  std::abort();
}

}  // namespace weft::compiler

// Builds the code object of one scope: instructions, registers, jumps, protected ranges, positions.
//
// Knows the instruction format and nothing of the language. What it does on its own:
//  * Dead code: after a jump, return or raise nothing is emitted until a label that somebody jumps
//  to
//    is bound. Callers go on as if nothing happened, so errors in dead code are still found.
//  * Definite assignment: follows which near locals are certainly set on every way to the current
//    instruction. The set travels with the jumps: a label keeps what all jumps to it agree on.
//  * Temporaries: a stack of registers above the near locals; the highest one used gives the
//  frame's
//    exact size.
//
// Jumps to a label that is not bound yet are chained through their own distance fields, so a label
// costs no memory of its own.
#pragma once

#include <array>
#include <vector>

#include "interpreter/compiler/constants.h"
#include "interpreter/compiler/opcodes.h"
#include "interpreter/compiler/scope.h"

namespace weft::compiler {

using Register = uint32_t;

// A set of near locals.
class LocalSet {
 public:
  static LocalSet all() {
    LocalSet set;
    set.words_.fill(~uint64_t{0});
    return set;
  }
  void add(Register local) { words_[local / 64] |= uint64_t{1} << (local % 64); }
  void remove(Register local) { words_[local / 64] &= ~(uint64_t{1} << (local % 64)); }
  bool has(Register local) const { return (words_[local / 64] >> (local % 64) & 1) != 0; }
  void keep_common(const LocalSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void remove_all(const LocalSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }

 private:
  std::array<uint64_t, (MaximumNearLocals + 63) / 64> words_{};
};

// A place that jumps may go to: those before it is bound go ahead, those after it go back.
struct Label {
  static constexpr uint32_t NoSite = 0x7fffff;
  uint32_t last_site = NoSite;          // the jumps ahead to it, latest first
  uint32_t position = NoSite;           // where it is bound
  LocalSet assigned = LocalSet::all();  // what they agree on
  bool is_used() const { return last_site != NoSite; }
};

// A run of instructions whose exceptions go to one handler. It may have holes: the code that leaves
// it early by return, break or continue is not protected by it.
struct Region {
  struct Segment {
    uint32_t begin, end;
  };
  std::vector<Segment> segments;
  uint32_t begin = 0;
  bool is_open = false;
  LocalSet assigned;  // at its beginning: what the handler may rely on
};

class FunctionBuilder {
 public:
  FunctionBuilder(Compilation& compilation, Scope* scope);

  Scope* scope() const { return scope_; }
  Compilation& compilation() { return compilation_; }

  void fail_too_large();

  // --- Instructions
  // Where the following instructions come from.
  void at(const syntax::Location& location) {
    location_ = location;
    location_changed_ = true;
  }
  const syntax::Location& location() const { return location_; }
  void emit(Opcode opcode, Register a = 0, Register b = 0, uint32_t c = 0) {
    if (reachable_) push_instruction(encode(opcode, a, b, c));
  }
  void emit_wide(Opcode opcode, Register a, uint32_t bx) {
    if (bx > UINT16_MAX) fail_too_large();
    if (reachable_) push_instruction(encode_wide(opcode, a, bx));
  }
  void emit_extended(Opcode opcode, Register a, Register b, uint32_t c, uint32_t extension) {
    if (!reachable_) return;
    push_instruction(encode(opcode, a, b, c));
    code_.push_back(extension);
  }
  // With an attribute cache as extension.
  void emit_attribute(Opcode opcode, Register a, Register b, const Identifier* name);
  // Call and CallMethod.
  void emit_call(Opcode opcode, Register window, uint32_t count) {
    if (!reachable_) return;
    if (call_count_ < MaximumCallCaches) ++call_count_;
    emit(opcode, window, count, call_count_ - 1);
  }
  // With a name cache as BX.
  void emit_named(Opcode opcode, Register a, const Identifier* name);
  // Return, Raise and the like: what follows is dead.
  void emit_last(Opcode opcode, Register a = 0, Register b = 0) {
    emit(opcode, a, b);
    reachable_ = false;
  }
  void return_constant(Value value);
  bool is_reachable() const { return reachable_; }
  void set_unreachable() { reachable_ = false; }
  uint32_t here() const { return static_cast<uint32_t>(code_.size()); }

  // --- Jumps
  void jump(Label& label);
  void branch(Opcode test, uint32_t flag, Register b, uint32_t c, Label& label);
  void bind(Label& label);
  // Binds the head of a loop: what the loop deletes is not set there.
  void begin_loop(Label& head);
  // The same for a loop that is entered at the test at its end.
  void begin_loop_at_end(Label& head, Label& test);

  // --- Protected ranges
  void open(Region& region);
  void suspend(Region& region);
  void resume(Region& region);
  // Ends the range; the handler begins here, with the exception in `exception`. False if nothing in
  // the range can have raised: the handler is dead code.
  void close(Region& region);
  bool begin_handler(Region& region, Register exception);

  // --- Registers
  Register top() const { return top_; }
  Register allocate(uint32_t count = 1);
  void release_to(Register mark) { top_ = mark; }
  bool is_local(Register reg) const { return reg < near_locals_; }
  // A far register for a value that finds no near one.
  uint32_t allocate_far();
  uint32_t far_mark() const { return far_top_; }
  void release_far_to(uint32_t mark) { far_top_ = mark; }

  // --- Locals
  // Boxes for the captured ones. To be called before anything else is emitted.
  void emit_prologue();
  // The box of `__class__`, of a class that needs one.
  Register class_box() const { return 0; }
  LocalSet& assigned() { return assigned_; }
  const LocalSet& deletable() const { return deletable_; }

  // --- Constants
  void load_constant(Register destination, Value value);
  // The index as an operand of 8 bits, or NoIndex when there are too many constants for that.
  uint32_t short_constant(Value value);
  // As an extension word.
  uint32_t extension_constant(Value value);
  // Of a name, 16 bits.
  uint32_t name_constant(const Identifier* name);
  void set_docstring(Value docstring) { constants_.append(docstring); }

  // The names this code takes from its closure, in closure order.
  const std::vector<Symbol*>& free_symbols() const { return free_; }

  // --- The end
  struct Description {
    Str* name;
    Str* qualified_name;
    uint32_t first_line;
    uint32_t flags;
    uint32_t positional_count;
    uint32_t positional_only_count;
    uint32_t keyword_only_count;
  };
  // Null after the compilation has failed.
  [[nodiscard]] Code* finish(const Description& description);

 private:
  void push_instruction(uint32_t word) {
    if (location_changed_) note_position();
    if (compilation_.offers_turns) [[unlikely]]
      offer_turn(opcode_of(word));
    code_.push_back(word);
  }
  // For a seeded schedule: if the instruction that follows reads or changes what threads share.
  void offer_turn(Opcode following);
  // The same if it goes back to `target`.
  void offer_turn_before(const Label& target);
  void note_position();
  void push_jump(Label& label);
  void lay_out_locals();
  void number_local(Symbol* symbol, Register reg);
  uint32_t name_cache(const Identifier* name);
  Tuple* constant_tuple();
  void thread_jumps();
  void number_caches();
  Tuple* name_tuple(const std::vector<Symbol*>& symbols);
  CodeCaches* make_caches();
  template <class Entry>
  ByteBuffer* make_table(const std::vector<Entry>& entries);

  Compilation& compilation_;
  Scope* scope_;
  std::vector<uint32_t> code_;
  std::vector<PositionEntry> positions_;
  std::vector<ExceptionEntry> exceptions_;
  ConstantTable constants_;

  // Caches of attribute sites, and of global names, one a name (what they remember is the same at
  // every site). The latter must have the lower numbers, for their index has 16 bits only. Numbered
  // when all are known.
  std::vector<const Identifier*> attribute_caches_;
  std::vector<uint32_t> attribute_cache_sites_;
  std::vector<const Identifier*> name_caches_;
  uint32_t call_count_ = 0;  // call caches

  std::vector<Symbol*> locals_;  // by local index
  std::vector<Symbol*> cells_;
  std::vector<Symbol*> free_;

  syntax::Location location_{};
  bool location_changed_ = true;
  bool reachable_ = true;
  Register near_locals_ = 0;
  Register top_ = 0;
  Register highest_ = 0;
  uint32_t far_locals_ = 0;
  uint32_t far_top_ = 0;
  uint32_t far_highest_ = 0;
  LocalSet assigned_;
  LocalSet deletable_;
};

}  // namespace weft::compiler

#include "interpreter/compiler/function_builder.h"

#include <algorithm>

namespace weft::compiler {

namespace {

// Statements nested this deep at most leave enough temporaries beside MaximumNearLocals locals: a
// block takes three at most.
constexpr uint16_t OrdinaryBlockDepth = 20;
// For code nested deeper.
constexpr uint32_t FewNearLocals = 64;

bool by_name(const Symbol* left, const Symbol* right) {
  return left->name->text < right->name->text;
}

}  // namespace

FunctionBuilder::FunctionBuilder(Compilation& compilation, Scope* scope)
    : compilation_(compilation), scope_(scope), constants_(compilation.thread.isolate.heap) {
  code_.reserve(64);
  positions_.reserve(32);
  lay_out_locals();
}

void FunctionBuilder::number_local(Symbol* symbol, Register reg) {
  symbol->local_index = static_cast<uint32_t>(locals_.size());
  symbol->register_index = reg;
  locals_.push_back(symbol);
  if (symbol->binding == Binding::Cell) cells_.push_back(symbol);
}

void FunctionBuilder::lay_out_locals() {
  const uint32_t near_limit =
      scope_->deepest_block <= OrdinaryBlockDepth ? MaximumNearLocals : FewNearLocals;
  std::vector<Symbol*> captured;
  std::vector<Symbol*> plain;
  uint32_t parameters = 0;
  for (Symbol* symbol = scope_->symbols.first(); symbol != nullptr; symbol = symbol->next) {
    symbol->name_cache = NoIndex;
    if (symbol->free_index != NoIndex) free_.push_back(symbol);
    if (!scope_->is_function()) continue;
    if (symbol->is(IsParameter)) {
      ++parameters;
    } else if (symbol->binding == Binding::Local) {
      plain.push_back(symbol);
    } else if (symbol->binding == Binding::Cell) {
      captured.push_back(symbol);
    }
  }
  std::sort(free_.begin(), free_.end(), by_name);
  for (uint32_t i = 0; i < free_.size(); ++i) free_[i]->free_index = i;
  if (!scope_->is_function()) {
    if (scope_->needs_class_box) {
      Identifier* name = compilation_.identifiers.find_or_add("__class__");
      Symbol* box = compilation_.arena.create<Symbol>();
      box->name = name;
      box->binding = Binding::Cell;
      number_local(box, near_locals_++);
    }
    top_ = highest_ = near_locals_;
    return;
  }

  const auto place = [&](Symbol* symbol) {
    if (near_locals_ < near_limit) {
      number_local(symbol, near_locals_++);
    } else {
      number_local(symbol, FirstFarRegister + far_locals_++);
    }
  };
  scope_->parameter_count = parameters;
  scope_->parameters_are_far = parameters > near_limit;
  for (Symbol* symbol = scope_->symbols.first(); symbol != nullptr; symbol = symbol->next) {
    if (!symbol->is(IsParameter)) continue;
    if (scope_->parameters_are_far) {
      number_local(symbol, FirstFarRegister + far_locals_++);
      continue;
    }
    place(symbol);
    assigned_.add(symbol->register_index);
  }
  for (Symbol* symbol : plain) place(symbol);
  std::sort(captured.begin(), captured.end(), by_name);
  for (Symbol* symbol : captured) place(symbol);
  for (const Symbol* symbol : locals_) {
    if (symbol->is(IsDeletable) && symbol->register_index < near_locals_) {
      deletable_.add(symbol->register_index);
    }
  }
  top_ = highest_ = near_locals_;
  far_top_ = far_highest_ = far_locals_;
}

void FunctionBuilder::emit_prologue() {
  for (const Symbol* symbol : cells_) {
    if (symbol->register_index < FirstFarRegister) {
      emit(Opcode::MakeBox, symbol->register_index);
      continue;
    }
    const Register box = allocate();
    emit_wide(Opcode::LoadFar, box, symbol->register_index - FirstFarRegister);
    emit(Opcode::MakeBox, box);
    emit_wide(Opcode::StoreFar, box, symbol->register_index - FirstFarRegister);
    release_to(box);
  }
}

void FunctionBuilder::fail_too_large() {
  compilation_.fail(location_, "code is too large to compile");
}

// --- Instructions

void FunctionBuilder::note_position() {
  location_changed_ = false;
  constexpr uint32_t Unknown = 0xffff;
  PositionEntry entry;
  entry.offset = here();
  entry.line = location_.line;
  entry.end_line = location_.end_line;
  entry.column = static_cast<uint16_t>(std::min(location_.column, Unknown));
  entry.end_column = static_cast<uint16_t>(std::min(location_.end_column, Unknown));
  if (!positions_.empty()) {
    const PositionEntry& last = positions_.back();
    if (last.line == entry.line && last.column == entry.column && last.end_line == entry.end_line &&
        last.end_column == entry.end_column) {
      return;
    }
    if (last.offset == entry.offset) positions_.pop_back();
  }
  positions_.push_back(entry);
}

void FunctionBuilder::emit_attribute(Opcode opcode, Register a, Register b,
                                     const Identifier* name) {
  if (!reachable_) return;
  push_instruction(encode(opcode, a, b));
  attribute_cache_sites_.push_back(here());
  code_.push_back(static_cast<uint32_t>(attribute_caches_.size()));
  attribute_caches_.push_back(name);
}

uint32_t FunctionBuilder::name_cache(const Identifier* name) {
  Symbol* symbol = scope_->find(name);
  if (symbol != nullptr && symbol->name_cache != NoIndex) return symbol->name_cache;
  const auto cache = static_cast<uint32_t>(name_caches_.size());
  name_caches_.push_back(name);
  if (cache > UINT16_MAX) fail_too_large();
  if (symbol != nullptr) symbol->name_cache = cache;
  return cache;
}

void FunctionBuilder::emit_named(Opcode opcode, Register a, const Identifier* name) {
  if (!reachable_) return;
  push_instruction(encode_wide(opcode, a, name_cache(name)));
}

// --- Jumps

void FunctionBuilder::push_jump(Label& label) {
  const uint32_t site = here();
  if (site >= Label::NoSite) fail_too_large();
  if (label.position != Label::NoSite) {
    code_.push_back(encode_jump(
        Opcode::Jump, static_cast<int32_t>(label.position) - static_cast<int32_t>(site + 1)));
    return;
  }
  code_.push_back(encode_jump(Opcode::Jump, static_cast<int32_t>(label.last_site)));
  label.last_site = site;
  label.assigned.keep_common(assigned_);
}

void FunctionBuilder::jump(Label& label) {
  if (!reachable_) return;
  if (location_changed_) note_position();
  offer_turn_before(label);
  push_jump(label);
  if (label.position != Label::NoSite) {
    code_.back() = encode_jump(Opcode::JumpBack, operand_sax(code_.back()));
  }
  reachable_ = false;
}

void FunctionBuilder::branch(Opcode test, uint32_t flag, Register b, uint32_t c, Label& label) {
  if (!reachable_) return;
  offer_turn_before(label);
  push_instruction(encode(test, flag, b, c));
  push_jump(label);
}

void FunctionBuilder::bind(Label& label) {
  label.position = here();
  if (!label.is_used()) return;
  for (uint32_t site = label.last_site; site != Label::NoSite;) {
    const auto previous = static_cast<uint32_t>(operand_sax(code_[site]));
    code_[site] = encode_jump(Opcode::Jump, static_cast<int32_t>(here() - (site + 1)));
    site = previous;
  }
  if (reachable_) {
    assigned_.keep_common(label.assigned);
  } else {
    assigned_ = label.assigned;
    reachable_ = true;
  }
  label.last_site = Label::NoSite;
}

void FunctionBuilder::begin_loop(Label& head) {
  // What the body deletes is not set the second time round.
  assigned_.remove_all(deletable_);
  bind(head);
}

void FunctionBuilder::offer_turn_before(const Label& target) {
  const bool goes_back = target.position != Label::NoSite;
  if (compilation_.offers_turns && goes_back) code_.push_back(encode(Opcode::OfferTurn, 0, 0, 0));
}

void FunctionBuilder::offer_turn(Opcode following) {
  switch (following) {
    case Opcode::LoadGlobal:
    case Opcode::StoreGlobal:
    case Opcode::DeleteGlobal:
    case Opcode::LoadName:
    case Opcode::StoreName:
    case Opcode::DeleteName:
    case Opcode::LoadBox:
    case Opcode::StoreBox:
    case Opcode::DeleteBox:
    case Opcode::LoadFree:
    case Opcode::StoreFree:
    case Opcode::DeleteFree:
    case Opcode::GetAttr:
    case Opcode::SetAttr:
    case Opcode::DeleteAttr:
    case Opcode::LoadMethod:
    case Opcode::GetItem:
    case Opcode::GetItemK:
    case Opcode::SetItem:
    case Opcode::DeleteItem:
    case Opcode::Call:
    case Opcode::CallKw:
    case Opcode::CallMethod:
    case Opcode::CallMethodKw:
    case Opcode::CallEx:
    case Opcode::In:
    case Opcode::NotIn:
    case Opcode::TestIn:
      code_.push_back(encode(Opcode::OfferTurn, 0, 0, 0));
      break;
    default:
      break;
  }
}

void FunctionBuilder::begin_loop_at_end(Label& head, Label& test) {
  assigned_.remove_all(deletable_);
  const bool is_entered = reachable_;
  jump(test);
  bind(head);
  reachable_ = is_entered;
}

// --- Protected ranges

void FunctionBuilder::open(Region& region) {
  region.begin = here();
  region.is_open = true;
  region.assigned = assigned_;
}

void FunctionBuilder::suspend(Region& region) {
  if (!region.is_open) return;
  region.is_open = false;
  if (region.begin == here()) return;
  if (!region.segments.empty() && region.segments.back().end == region.begin) {
    region.segments.back().end = here();
  } else {
    region.segments.push_back({region.begin, here()});
  }
}

void FunctionBuilder::resume(Region& region) {
  region.begin = here();
  region.is_open = true;
}

void FunctionBuilder::close(Region& region) { suspend(region); }

bool FunctionBuilder::begin_handler(Region& region, Register exception) {
  reachable_ = !region.segments.empty();
  assigned_ = region.assigned;
  assigned_.remove_all(deletable_);
  for (const Region::Segment& segment : region.segments) {
    exceptions_.push_back({segment.begin, segment.end, here(), exception});
  }
  return reachable_;
}

// --- Registers and constants

Register FunctionBuilder::allocate(uint32_t count) {
  const Register first = top_;
  top_ += count;
  if (top_ > highest_) {
    if (top_ > FirstFarRegister) {
      fail_too_large();
      top_ = FirstFarRegister;
      return FirstFarRegister - count;
    }
    highest_ = top_;
  }
  return first;
}

uint32_t FunctionBuilder::allocate_far() {
  const uint32_t index = far_top_++;
  far_highest_ = std::max(far_highest_, far_top_);
  if (index > UINT16_MAX) fail_too_large();
  return index;
}

}  // namespace weft::compiler

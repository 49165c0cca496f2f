// match statements.
//
// A pattern tests the subject in a register and goes to the next case at the first mismatch. Names
// are bound only when the whole pattern has matched: until then a capture is a note of which
// temporary holds the value, and temporaries with captures in them are kept.
#include <algorithm>

#include "interpreter/compiler/code_generator.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/set.h"

namespace weft::compiler {

using syntax::PatternKind;

namespace {

struct Capture {
  std::string_view name;
  Register reg;  // FirstFarRegister and above: far
};

// Captures in registers above this are put into far ones, to leave room for the rest of the
// pattern.
constexpr Register HighestCapture = 200;
constexpr size_t NoStar = SIZE_MAX;

bool is_wildcard(const syntax::Pattern* node) {
  return node->is(PatternKind::MatchAs) && node->as<syntax::MatchAs>()->pattern == nullptr &&
         node->as<syntax::MatchAs>()->name.empty();
}

bool is_wildcard_star(const syntax::Pattern* node) {
  return node->is(PatternKind::MatchStar) && node->as<syntax::MatchStar>()->name.empty();
}

// The names a pattern binds; of alternatives those of the first.
void collect_names(const syntax::Pattern* node, std::vector<std::string_view>& names) {
  const auto add = [&](std::string_view name) {
    if (!name.empty()) names.push_back(name);
  };
  switch (node->kind) {
    case PatternKind::MatchValue:
    case PatternKind::MatchSingleton:
      break;
    case PatternKind::MatchSequence:
      for (const auto* part : node->as<syntax::MatchSequence>()->patterns) {
        collect_names(part, names);
      }
      break;
    case PatternKind::MatchMapping:
      for (const auto* part : node->as<syntax::MatchMapping>()->patterns) {
        collect_names(part, names);
      }
      add(node->as<syntax::MatchMapping>()->rest);
      break;
    case PatternKind::MatchClass:
      for (const auto* part : node->as<syntax::MatchClass>()->patterns) collect_names(part, names);
      for (const auto* part : node->as<syntax::MatchClass>()->kwd_patterns) {
        collect_names(part, names);
      }
      break;
    case PatternKind::MatchStar:
      add(node->as<syntax::MatchStar>()->name);
      break;
    case PatternKind::MatchAs:
      if (node->as<syntax::MatchAs>()->pattern != nullptr) {
        collect_names(node->as<syntax::MatchAs>()->pattern, names);
      }
      add(node->as<syntax::MatchAs>()->name);
      break;
    case PatternKind::MatchOr:
      collect_names(node->as<syntax::MatchOr>()->patterns[0], names);
      break;
  }
}

}  // namespace

struct CodeGenerator::PatternState {
  Label* mismatch;
  bool may_be_irrefutable;
  std::vector<Capture> captures;
  size_t near_captures = 0;
  // Of the pattern visited last, where CPython reports errors about the names.
  const syntax::Location* last = nullptr;
};

void CodeGenerator::match_statement(syntax::Match* node) {
  FunctionBuilder& b = *builder_;
  const Register mark = b.top();
  Operand operand = value(node->subject, Anywhere);
  Register subject = operand.reg;
  if (!operand.is_temporary()) {
    subject = b.allocate();
    load(subject, operand);
  }
  Label end;
  for (size_t i = 0; i < node->cases.size(); ++i) {
    const syntax::MatchCase* arm = node->cases[i];
    if (!compilation_.may_go_on()) break;
    Label next;
    const uint32_t far_mark = b.far_mark();
    PatternState state{&next, arm->guard != nullptr || i + 1 == node->cases.size(), {}, 0, nullptr};
    unit_->expression_base = b.top();
    pattern(arm->pattern, subject, state);
    store_captures(state);
    b.release_to(subject + 1);
    b.release_far_to(far_mark);
    if (arm->guard != nullptr) {
      b.at(arm->pattern->location);
      condition(arm->guard, false, next);
    }
    b.release_to(subject + 1);
    statements(arm->body);
    b.jump(end);
    b.bind(next);
  }
  b.bind(end);
  b.release_to(mark);
}

void CodeGenerator::store_captures(PatternState& state) {
  FunctionBuilder& b = *builder_;
  for (const Capture& capture : state.captures) {
    Register reg = capture.reg;
    const Register mark = b.top();
    if (reg >= FirstFarRegister) {
      reg = b.allocate();
      b.emit_wide(Opcode::LoadFar, reg, capture.reg - FirstFarRegister);
    }
    store_name(mangle(capture.name), Operand::of_temporary(reg));
    b.release_to(mark);
  }
}

void CodeGenerator::capture(std::string_view name, Register reg, PatternState& state) {
  FunctionBuilder& b = *builder_;
  if (name.empty()) return;
  if (refuse_debug(name, *state.last)) return;
  for (const Capture& other : state.captures) {
    if (other.name.data() == name.data()) {
      fail(*state.last, text("multiple assignments to name '", name, "' in pattern"));
      return;
    }
  }
  if (reg > HighestCapture) {
    const uint32_t far = b.allocate_far();
    b.emit_wide(Opcode::StoreFar, reg, far);
    state.captures.push_back({name, FirstFarRegister + far});
    return;
  }
  state.captures.push_back({name, reg});
  ++state.near_captures;
}

void CodeGenerator::fail_unless_equal(Register subject, Operand expected,
                                      syntax::CompareOperator op, PatternState& state) {
  const Register mark = builder_->top();
  compare_branch(op, Operand::of_temporary(subject), expected, false, *state.mismatch);
  builder_->release_to(mark);
}

void CodeGenerator::subpattern(syntax::Pattern* node, Register subject, PatternState& state) {
  const bool before = state.may_be_irrefutable;
  state.may_be_irrefutable = true;
  pattern(node, subject, state);
  state.may_be_irrefutable = before;
}

void CodeGenerator::pattern(syntax::Pattern* node, Register subject, PatternState& state) {
  FunctionBuilder& b = *builder_;
  if (!compilation_.may_go_on()) return;
  state.last = &node->location;
  b.at(node->location);
  const Register mark = b.top();
  const size_t captures = state.near_captures;
  switch (node->kind) {
    case PatternKind::MatchValue: {
      if (node->as<syntax::MatchValue>()->value->is(syntax::ExpressionKind::JoinedStr)) {
        fail(node->location, "patterns may only match literals and attribute lookups");
      }
      const Operand expected = value(node->as<syntax::MatchValue>()->value, Anywhere);
      b.at(node->location);
      fail_unless_equal(subject, expected, syntax::CompareOperator::Eq, state);
      break;
    }
    case PatternKind::MatchSingleton: {
      const syntax::ConstantKind kind = node->as<syntax::MatchSingleton>()->value;
      const Value constant = kind == syntax::ConstantKind::None
                                 ? Value::none()
                                 : Value::boolean(kind == syntax::ConstantKind::True);
      fail_unless_equal(subject, Operand::of_constant(constant), syntax::CompareOperator::Is,
                        state);
      break;
    }
    case PatternKind::MatchSequence:
      sequence_pattern(node->as<syntax::MatchSequence>(), subject, state);
      break;
    case PatternKind::MatchMapping:
      mapping_pattern(node->as<syntax::MatchMapping>(), subject, state);
      break;
    case PatternKind::MatchClass:
      class_pattern(node->as<syntax::MatchClass>(), subject, state);
      break;
    case PatternKind::MatchStar:
      capture(node->as<syntax::MatchStar>()->name, subject, state);
      break;
    case PatternKind::MatchAs: {
      const auto* as = node->as<syntax::MatchAs>();
      if (as->pattern != nullptr) {
        pattern(as->pattern, subject, state);
      } else if (!state.may_be_irrefutable) {
        fail(node->location,
             as->name.empty()
                 ? std::string("wildcard makes remaining patterns unreachable")
                 : text("name capture '", as->name, "' makes remaining patterns unreachable"));
        return;
      }
      capture(as->name, subject, state);
      break;
    }
    case PatternKind::MatchOr:
      or_pattern(node->as<syntax::MatchOr>(), subject, state);
      break;
  }
  if (state.near_captures == captures) b.release_to(mark);
}

// --- Sequences

void CodeGenerator::require_length(Register subject, size_t length, syntax::CompareOperator op,
                                   PatternState& state) {
  FunctionBuilder& b = *builder_;
  const Register actual = b.allocate();
  b.emit(Opcode::GetLength, actual, subject);
  fail_unless_equal(actual, Operand::of_constant(Value::small_int(static_cast<int64_t>(length))),
                    op, state);
  b.release_to(actual);
}

void CodeGenerator::sequence_pattern(syntax::MatchSequence* node, Register subject,
                                     PatternState& state) {
  FunctionBuilder& b = *builder_;
  const syntax::Patterns patterns = node->patterns;
  size_t star = NoStar;
  bool only_wildcards = true;
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i]->is(PatternKind::MatchStar)) {
      if (star != NoStar) {
        fail(node->location, "multiple starred names in sequence pattern");
        return;
      }
      star = i;
    }
    only_wildcards &= is_wildcard(patterns[i]) || is_wildcard_star(patterns[i]);
  }
  const Register is_sequence = b.allocate();
  b.emit(Opcode::MatchSequence, is_sequence, subject);
  b.branch(Opcode::TestTrue, 0, is_sequence, 0, *state.mismatch);
  b.release_to(is_sequence);
  if (star == NoStar) {
    require_length(subject, patterns.size(), syntax::CompareOperator::Eq, state);
  } else if (patterns.size() > 1) {
    require_length(subject, patterns.size() - 1, syntax::CompareOperator::GtE, state);
  }
  if (only_wildcards) return;
  if (star != NoStar && is_wildcard_star(patterns[star])) {
    indexed_elements(patterns, star, subject, state);
  } else if (fits_window(patterns.size() + 8)) {
    unpacked_elements(patterns, star, subject, state);
  } else if (star == NoStar) {
    indexed_elements(patterns, star, subject, state);
  } else {
    fail(node->location, "too many expressions in star-unpacking sequence pattern");
  }
}

void CodeGenerator::unpacked_elements(syntax::Patterns patterns, size_t star, Register subject,
                                      PatternState& state) {
  FunctionBuilder& b = *builder_;
  const auto count = static_cast<uint32_t>(patterns.size());
  const Register window = b.allocate(count);
  if (star == NoStar) {
    b.emit(Opcode::UnpackSequence, window, subject, count);
  } else {
    b.emit_extended(Opcode::UnpackEx, window, subject, static_cast<uint32_t>(star),
                    static_cast<uint32_t>(patterns.size() - star - 1));
  }
  for (uint32_t i = 0; i < count; ++i) subpattern(patterns[i], window + i, state);
}

// Elements that matter are fetched one by one, those behind the star counted from the end.
void CodeGenerator::indexed_elements(syntax::Patterns patterns, size_t star, Register subject,
                                     PatternState& state) {
  FunctionBuilder& b = *builder_;
  const syntax::Location location = b.location();
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (i == star || is_wildcard(patterns[i])) continue;
    const Register element = b.allocate();
    b.at(location);
    if (star == NoStar || i < star) {
      b.load_constant(element, Value::small_int(static_cast<int64_t>(i)));
    } else {
      const Register distance = b.allocate();
      b.emit(Opcode::GetLength, element, subject);
      b.load_constant(distance, Value::small_int(static_cast<int64_t>(patterns.size() - i)));
      b.emit(Opcode::Sub, element, element, distance);
      b.release_to(distance);
    }
    b.emit(Opcode::GetItem, element, subject, element);
    const size_t captures = state.near_captures;
    subpattern(patterns[i], element, state);
    if (state.near_captures == captures) b.release_to(element);
  }
}

// --- Mappings

void CodeGenerator::refuse_duplicate_keys(syntax::MatchMapping* node) {
  weft::Set* seen = make_set(thread());
  if (!check(seen)) return;
  for (syntax::Expression* key : node->keys) {
    const Value constant = fold(compilation_, key);
    if (constant.is_unset()) continue;
    const Truth known = set_contains(thread(), seen, constant);
    if (known == Truth::Error || !set_add(thread(), seen, constant)) {
      compilation_.fail_with_pending();
      return;
    }
    if (known == Truth::True) {
      Str* shown = repr(thread(), constant);
      if (!check(shown)) return;
      fail(node->location, text("mapping pattern checks duplicate key (", shown->view(), ")"));
      return;
    }
  }
}

void CodeGenerator::mapping_pattern(syntax::MatchMapping* node, Register subject,
                                    PatternState& state) {
  FunctionBuilder& b = *builder_;
  const auto count = static_cast<uint32_t>(node->keys.size());
  refuse_duplicate_keys(node);
  const Register is_mapping = b.allocate();
  b.emit(Opcode::MatchMapping, is_mapping, subject);
  b.branch(Opcode::TestTrue, 0, is_mapping, 0, *state.mismatch);
  b.release_to(is_mapping);
  if (count == 0 && node->rest.empty()) return;
  if (count != 0) require_length(subject, count, syntax::CompareOperator::GtE, state);
  const Register keys = b.allocate();
  tuple_value(node->keys, node->location, in(keys));
  const Register values = b.allocate();
  b.at(node->location);
  b.emit(Opcode::MatchKeys, values, subject, keys);
  fail_unless_equal(values, Operand::of_constant(Value::none()), syntax::CompareOperator::IsNot,
                    state);
  const Register rest = node->rest.empty() ? 0 : b.allocate();
  if (fits_window(size_t{count} + 4)) {
    unpacked_elements(node->patterns, NoStar, values, state);
  } else {
    indexed_elements(node->patterns, NoStar, values, state);
  }
  if (!node->rest.empty()) {
    b.at(node->location);
    b.emit(Opcode::CopyWithoutKeys, rest, subject, keys);
    capture(node->rest, rest, state);
  }
}

// --- Classes

void CodeGenerator::refuse_repeated_attributes(syntax::MatchClass* node) {
  for (size_t i = 0; i < node->kwd_attrs.size(); ++i) {
    if (refuse_debug(node->kwd_attrs[i], node->kwd_patterns[i]->location)) return;
    for (size_t j = i + 1; j < node->kwd_attrs.size(); ++j) {
      if (node->kwd_attrs[i].data() != node->kwd_attrs[j].data()) continue;
      fail(node->kwd_patterns[j]->location,
           text("attribute name repeated in class pattern: ", node->kwd_attrs[i]));
      return;
    }
  }
}

void CodeGenerator::class_pattern(syntax::MatchClass* node, Register subject, PatternState& state) {
  FunctionBuilder& b = *builder_;
  const size_t count = node->patterns.size() + node->kwd_patterns.size();
  if (!fits_window(count + 4)) {
    fail(node->location,
         text("too many sub-patterns in class pattern ", node->cls->is(syntax::ExpressionKind::Name)
                                                             ? node->cls->as<syntax::Name>()->id
                                                             : std::string_view()));
    return;
  }
  refuse_repeated_attributes(node);
  const Register window = push(node->cls);
  Tuple* names = make_tuple(thread(), node->kwd_attrs.size());
  if (!check(names)) return;
  for (size_t i = 0; i < node->kwd_attrs.size(); ++i) {
    store(names, names->values[i], str_constant(node->kwd_attrs[i]));
  }
  b.load_constant(b.allocate(), Value::cell(names));
  b.at(node->location);
  b.emit_extended(Opcode::MatchClass, window, subject, window,
                  static_cast<uint32_t>(node->patterns.size()));
  b.release_to(window + 1);
  fail_unless_equal(window, Operand::of_constant(Value::none()), syntax::CompareOperator::IsNot,
                    state);
  if (count == 0) return;
  const Register elements = b.allocate(static_cast<uint32_t>(count));
  b.emit(Opcode::UnpackSequence, elements, window, static_cast<uint32_t>(count));
  Register element = elements;
  for (syntax::Pattern* part : node->patterns) subpattern(part, element++, state);
  for (syntax::Pattern* part : node->kwd_patterns) subpattern(part, element++, state);
}

// --- Alternatives

void CodeGenerator::or_pattern(syntax::MatchOr* node, Register subject, PatternState& state) {
  FunctionBuilder& b = *builder_;
  // Each alternative puts its captures into the same registers.
  std::vector<std::string_view> names;
  collect_names(node->patterns[0], names);
  std::vector<Register> places;
  for (size_t i = 0; i < names.size(); ++i) {
    places.push_back(b.top() <= HighestCapture ? b.allocate()
                                               : FirstFarRegister + b.allocate_far());
  }
  const Register mark = b.top();
  Label matched;
  for (size_t i = 0; i < node->patterns.size(); ++i) {
    const bool is_last = i + 1 == node->patterns.size();
    Label next;
    PatternState alternative{is_last ? state.mismatch : &next,
                             is_last && state.may_be_irrefutable,
                             {},
                             0,
                             &node->patterns[i]->location};
    pattern(node->patterns[i], subject, alternative);
    state.last = alternative.last;
    if (compilation_.failed()) return;
    bool same_names = alternative.captures.size() == names.size();
    for (const Capture& capture : alternative.captures) {
      const auto found = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
        return name.data() == capture.name.data();
      });
      if (found == names.end()) {
        same_names = false;
        break;
      }
      const Register place = places[static_cast<size_t>(found - names.begin())];
      Register reg = capture.reg;
      const Register scratch = b.top();
      if (reg >= FirstFarRegister) {
        reg = b.allocate();
        b.emit_wide(Opcode::LoadFar, reg, capture.reg - FirstFarRegister);
      }
      if (place >= FirstFarRegister) {
        b.emit_wide(Opcode::StoreFar, reg, place - FirstFarRegister);
      } else {
        move(place, reg);
      }
      b.release_to(scratch);
    }
    if (!same_names) {
      fail(*state.last, "alternative patterns bind different names");
      return;
    }
    b.release_to(mark);
    if (!is_last) b.jump(matched);
    b.bind(next);
  }
  b.bind(matched);
  for (size_t i = 0; i < names.size(); ++i) {
    if (places[i] < FirstFarRegister) {
      capture(names[i], places[i], state);
      continue;
    }
    const Register copy = b.allocate();
    b.emit_wide(Opcode::LoadFar, copy, places[i] - FirstFarRegister);
    capture(names[i], copy, state);
    b.release_to(copy);
  }
}

}  // namespace weft::compiler

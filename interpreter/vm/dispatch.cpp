// The dispatch loop: one computed goto an instruction, hot state in locals.
//
// Rules for editing this file
//  1. Hot state is `pc`, `registers`, `constants`, `caches`, `frame`. Whenever thread.frame may
//     have changed, go to `enter`, which reloads all five; nothing else may be assumed.
//  2. Store `frame->pc = pc` before calling anything that may raise, allocate, run script code or
//     be asked for a line number. `pc` then stands behind the instruction's last consumed word:
//     behind a cache or number word, *before* a Branch word.
//  3. A register is stored to in memory before the next instruction begins; nothing lives only in a
//     local across an instruction.
//  4. Inline cases hold what is common and cheap. All else goes to slow_paths.h by one call and one
//     of the shared tails (`store_result`, `test_result`, `check_status`): inline code here costs
//     registers in every other handler.
//  5. Results of slow paths: unset means another frame was entered. Never store a slow path's
//     result without passing through a tail.
//  6. No C++ object with a destructor may live across a dispatch.
#include "interpreter/vm/dispatch.h"

#include "interpreter/compiler/opcodes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/format.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/range.h"
#include "interpreter/objects/set.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/vm/arithmetic.h"
#include "interpreter/vm/caches.h"
#include "interpreter/vm/fibers.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/machine.h"
#include "interpreter/vm/slow_paths.h"
#include "interpreter/vm/turns.h"

namespace weft {

namespace {

// The instruction in hand and its operands are as wide as an index, which spares every use of them
// as one a widening.
using Word = uint64_t;
inline Word operand_a(Word word) { return (word >> 8) & 0xff; }
inline Word operand_b(Word word) { return (word >> 16) & 0xff; }
inline Word operand_c(Word word) { return word >> 24; }
inline Word operand_bx(Word word) { return word >> 16; }
inline int32_t operand_sax(Word word) { return compiler::operand_sax(static_cast<uint32_t>(word)); }

// Whether `value`, which is not unset, is of that kind.
inline bool set_value_is(Value value, Kind kind) {
  return value.is_cell_or_error() && value.as_cell()->kind_byte() == static_cast<uint8_t>(kind);
}

// text[index] where that is a character of ASCII text met before; unset in all other cases.
inline Value ascii_character(Thread& thread, Str* text, int64_t index) {
  if (index < 0) index += text->char_count;
  if (static_cast<uint64_t>(index) >= text->char_count || !text->is_ascii) return Value::unset();
  Str* character = thread.isolate.char_strings[static_cast<uint8_t>(text->data[index])];
  return character == nullptr ? Value::unset() : Value::cell(character);
}

bool is_test_operator(compiler::Opcode opcode) {
  return opcode >= compiler::Opcode::TestLt && opcode <= compiler::Opcode::TestGeK;
}

}  // namespace

// What the label of an instruction reads as below.
#define OP(name) op_##name:
#define NEXT()                 \
  do {                         \
    word = *pc++;              \
    goto* labels[word & 0xff]; \
  } while (false)
#define RA registers[operand_a(word)]
#define RB registers[operand_b(word)]
#define RC registers[operand_c(word)]
#define KC constants[operand_c(word)]

Value run(Thread& thread, bool raising) {
  static const void* const labels[256] = {
#define OPCODE(name, a, b, c, extension, meaning) &&op_##name,
#include "interpreter/compiler/opcodes.def"
#undef OPCODE
  };

  Frame* frame;
  const uint32_t* pc;
  Value* registers;
  const Value* constants;
  InlineCache* caches;
  Word word = 0;
  Value result;
  // Of the call instructions, which share code.
  Value* arguments = nullptr;
  uint32_t count = 0;
  bool receiver_checked = false;  // the method was found on the type of its receiver
  Value callee;
  Function* function = nullptr;
  CallCache* call = nullptr;
  ReturnAction action = ReturnAction::Plain;

  if (raising) goto unwind_here;

enter:
  frame = thread.frame;
  pc = frame->pc;
  registers = frame->registers;
  constants = frame->code->constants;
  caches = frame->code->inline_caches;
  NEXT();

  // --- Moves and constants

  OP(Nop) NEXT();
  OP(OfferTurn) {
    frame->pc = pc;
    offer_turn(thread);
    NEXT();
  }
  OP(Move) {
    RA = RB;
    NEXT();
  }
  OP(LoadConst) {
    RA = constants[operand_bx(word)];
    NEXT();
  }
  OP(CheckLocal) {
    if (RA.is_unset()) [[unlikely]] {
      raise_unbound_local(thread, constants[operand_bx(word)]);
      goto error;
    }
    NEXT();
  }
  OP(DeleteLocal) {
    if (RA.is_unset()) [[unlikely]] {
      raise_unbound_local(thread, constants[operand_bx(word)]);
      goto error;
    }
    RA = Value::unset();
    NEXT();
  }
  OP(LoadFar) {
    RA = registers[compiler::FirstFarRegister + operand_bx(word)];
    NEXT();
  }
  OP(StoreFar) {
    registers[compiler::FirstFarRegister + operand_bx(word)] = RA;
    NEXT();
  }
  OP(Unset) {
    RA = Value::unset();
    NEXT();
  }

  // --- Variables

  OP(LoadGlobal) {
    InlineCache& cache = caches[operand_bx(word)];
    Dict* globals = frame->globals;
    if (cache.version == globals->keys_version) [[likely]] {
      if (cache.version_cell == nullptr || *cache.version_cell == cache.header) [[likely]] {
        RA = *cached_entry(cache);
        NEXT();
      }
    }
    frame->pc = pc;
    result = slow_load_global(thread, frame, &cache);
    goto store_result;
  }
  OP(StoreGlobal) {
    InlineCache& cache = caches[operand_bx(word)];
    Dict* globals = frame->globals;
    if (cache.version == globals->keys_version && cache.version_cell == nullptr) [[likely]] {
      store(globals->table, *cached_entry(cache), RA);
      NEXT();
    }
    frame->pc = pc;
    if (!store_global(thread, frame, &cache, RA)) goto error;
    NEXT();
  }
  OP(DeleteGlobal) {
    frame->pc = pc;
    if (!delete_global(thread, frame, caches[operand_bx(word)].name)) goto error;
    NEXT();
  }
  OP(LoadName) {
    if (frame->locals == nullptr) [[likely]]
      goto op_LoadGlobal;
    frame->pc = pc;
    result = load_name(thread, frame, &caches[operand_bx(word)]);
    goto store_result;
  }
  OP(StoreName) {
    if (frame->locals == nullptr) [[likely]]
      goto op_StoreGlobal;
    frame->pc = pc;
    if (!store_name(thread, frame, &caches[operand_bx(word)], RA)) goto error;
    NEXT();
  }
  OP(DeleteName) {
    frame->pc = pc;
    if (!delete_name(thread, frame, caches[operand_bx(word)].name)) goto error;
    NEXT();
  }
  OP(MakeBox) {
    frame->pc = pc;
    result = make_box(thread, RA);
    goto store_result;
  }
  OP(LoadBox) {
    result = RB.as<Box>()->value;
    if (result.is_unset()) [[unlikely]] {
      frame->pc = pc;
      raise_unbound_box(thread, frame, operand_b(word));
      goto error;
    }
    RA = result;
    NEXT();
  }
  OP(StoreBox) {
    Box* box = RB.as<Box>();
    store(box, box->value, RA);
    NEXT();
  }
  OP(DeleteBox) {
    Box* box = RB.as<Box>();
    if (box->value.is_unset()) [[unlikely]] {
      frame->pc = pc;
      raise_unbound_box(thread, frame, operand_b(word));
      goto error;
    }
    store(box, box->value, Value::unset());
    NEXT();
  }
  OP(LoadFree) {
    result = frame->function->closure->values[operand_bx(word)].as<Box>()->value;
    if (result.is_unset()) [[unlikely]] {
      frame->pc = pc;
      raise_unbound_free(thread, frame, operand_bx(word));
      goto error;
    }
    RA = result;
    NEXT();
  }
  OP(StoreFree) {
    Box* box = frame->function->closure->values[operand_bx(word)].as<Box>();
    store(box, box->value, RA);
    NEXT();
  }
  OP(DeleteFree) {
    Box* box = frame->function->closure->values[operand_bx(word)].as<Box>();
    if (box->value.is_unset()) [[unlikely]] {
      frame->pc = pc;
      raise_unbound_free(thread, frame, operand_bx(word));
      goto error;
    }
    store(box, box->value, Value::unset());
    NEXT();
  }
  OP(LoadFreeBox) {
    RA = frame->function->closure->values[operand_bx(word)];
    NEXT();
  }
  OP(LoadClassFree) {
    frame->pc = pc;
    result = load_class_free(thread, frame, operand_bx(word));
    goto store_result;
  }
  OP(LoadLocals) {
    RA = Value::cell(frame->locals == nullptr ? static_cast<Object*>(frame->globals)
                                              : frame->locals);
    NEXT();
  }
  OP(SetupAnnotations) {
    frame->pc = pc;
    if (!setup_annotations(thread, frame)) goto error;
    NEXT();
  }
  OP(LoadIntrinsic) {
    frame->pc = pc;
    result = load_intrinsic(thread, operand_b(word));
    goto store_result;
  }

  // --- Attributes and items

  OP(GetAttr) {
    const Value object = RB;
    InlineCache& cache = caches[*pc++];
    if (cache_hits(object, cache) && cache.state == CacheState::Slot) [[likely]] {
      result = *cached_slot(object.as_cell(), cache);
      if (!result.is_unset()) [[likely]] {
        RA = result;
        NEXT();
      }
    }
    frame->pc = pc;
    result = slow_get_attribute(thread, frame, &cache, object,
                                {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(SetAttr) {
    const Value object = RA;
    InlineCache& cache = caches[*pc++];
    if (cache_hits(object, cache)) [[likely]] {
      if (cache.state == CacheState::Slot) {
        store(object.as_cell(), *cached_slot(object.as_cell(), cache), RB);
        NEXT();
      }
      if (cache.state == CacheState::AddSlot) {
        store(object.as_cell(), *cached_slot(object.as_cell(), cache), RB);
        object.as_cell()->set_header(cache.value.bits() - 1);
        NEXT();
      }
    }
    frame->pc = pc;
    result = slow_set_attribute(thread, frame, &cache, object, RB);
    goto check_status;
  }
  OP(DeleteAttr) {
    InlineCache& cache = caches[*pc++];
    frame->pc = pc;
    if (!delete_attribute(thread, RA, cache.name)) goto error;
    NEXT();
  }
  OP(LoadMethod) {
    const Value object = RB;
    InlineCache& cache = caches[*pc++];
    if (cache_hits(object, cache) && cache.state == CacheState::Method) [[likely]] {
      Value* window = &RA;
      window[1] = object;
      window[0] = cache.value;
      NEXT();
    }
    frame->pc = pc;
    result = slow_load_method(thread, frame, &cache, object, &RA,
                              {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto check_status;
  }
  OP(GetItem) {
    const Value object = RB;
    const Value key = RC;
    if (key.is_small_int() && is_exactly(object, Kind::List)) {
      List* list = object.as<List>();
      int64_t index = key.as_small_int();
      if (index < 0) index += static_cast<int64_t>(list->count);
      if (static_cast<uint64_t>(index) < list->count) [[likely]] {
        RA = list->items->values[index];
        NEXT();
      }
    } else if (is_exactly(object, Kind::Dict) && is_exactly(key, Kind::Str)) {
      result = dict_get_str(object.as<Dict>(), key.as<Str>());
      if (!result.is_unset()) [[likely]] {
        RA = result;
        NEXT();
      }
    } else if (key.is_small_int() && is_exactly(object, Kind::Tuple)) {
      Tuple* tuple = object.as<Tuple>();
      int64_t index = key.as_small_int();
      if (index < 0) index += static_cast<int64_t>(tuple->count);
      if (static_cast<uint64_t>(index) < tuple->count) [[likely]] {
        RA = tuple->values[index];
        NEXT();
      }
    } else if (key.is_small_int() && is_exactly(object, Kind::Str)) {
      result = ascii_character(thread, object.as<Str>(), key.as_small_int());
      if (!result.is_unset()) [[likely]] {
        RA = result;
        NEXT();
      }
    }
    frame->pc = pc;
    result = slow_get_item(thread, object, key,
                           {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(GetItemK) {
    const Value object = RB;
    const Value key = KC;
    if (key.is_small_int() && object.is_cell()) {
      const uint16_t kind = object.as_cell()->kind_and_flags();
      int64_t index = key.as_small_int();
      if (kind == (static_cast<uint16_t>(Kind::List) | uint16_t{ExactFlag} << 8)) {
        List* list = object.as<List>();
        if (index < 0) index += static_cast<int64_t>(list->count);
        if (static_cast<uint64_t>(index) < list->count) [[likely]] {
          RA = list->items->values[index];
          NEXT();
        }
      } else if (kind == (static_cast<uint16_t>(Kind::Tuple) | uint16_t{ExactFlag} << 8)) {
        Tuple* tuple = object.as<Tuple>();
        if (index < 0) index += static_cast<int64_t>(tuple->count);
        if (static_cast<uint64_t>(index) < tuple->count) [[likely]] {
          RA = tuple->values[index];
          NEXT();
        }
      }
    }
    frame->pc = pc;
    result = slow_get_item(thread, object, key,
                           {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(SetItem) {
    const Value object = RA;
    const Value key = RB;
    if (key.is_small_int() && is_exactly(object, Kind::List)) {
      List* list = object.as<List>();
      int64_t index = key.as_small_int();
      if (index < 0) index += static_cast<int64_t>(list->count);
      if (static_cast<uint64_t>(index) < list->count) [[likely]] {
        store(list->items, list->items->values[index], RC);
        NEXT();
      }
    }
    frame->pc = pc;
    if (is_exactly(object, Kind::Dict)) {
      if (!dict_set(thread, object.as<Dict>(), key, RC)) goto error;
      NEXT();
    }
    result = slow_set_item(thread, object, key, RC);
    goto check_status;
  }
  OP(DeleteItem) {
    frame->pc = pc;
    result = slow_delete_item(thread, RA, RB);
    goto check_status;
  }
  OP(BuildSlice) {
    frame->pc = pc;
    Value* window = &RB;
    result = make_slice(thread, window[0], window[1], window[2]);
    goto store_result;
  }

  // --- Operators

#define BINARY_HANDLERS(name)                                             \
  OP(name) OP(InPlace##name) {                                            \
    Value computed;                                                       \
    if (fast_binary<BinaryOperator::name>(RB, RC, computed)) [[likely]] { \
      RA = computed;                                                      \
      NEXT();                                                             \
    }                                                                     \
    goto operator_slow;                                                   \
  }                                                                       \
  OP(name##K) OP(InPlace##name##K) {                                      \
    Value computed;                                                       \
    if (fast_binary<BinaryOperator::name>(RB, KC, computed)) [[likely]] { \
      RA = computed;                                                      \
      NEXT();                                                             \
    }                                                                     \
    goto operator_slow;                                                   \
  }
  BINARY_HANDLERS(Add)
  BINARY_HANDLERS(Sub)
  BINARY_HANDLERS(Mul)
  BINARY_HANDLERS(TrueDiv)
  BINARY_HANDLERS(FloorDiv)
  BINARY_HANDLERS(Mod)
  BINARY_HANDLERS(LShift)
  BINARY_HANDLERS(RShift)
  BINARY_HANDLERS(And)
  BINARY_HANDLERS(Or)
  BINARY_HANDLERS(Xor)
#undef BINARY_HANDLERS
  OP(MatMul)
  OP(MatMulK)
  OP(InPlaceMatMul)
  OP(InPlaceMatMulK) OP(Pow) OP(PowK) OP(InPlacePow) OP(InPlacePowK) goto operator_slow;

#define COMPARE_HANDLER(name)                                            \
  OP(name) {                                                             \
    bool truth;                                                          \
    if (fast_compare<CompareOperator::name>(RB, RC, truth)) [[likely]] { \
      RA = Value::boolean(truth);                                        \
      NEXT();                                                            \
    }                                                                    \
    goto operator_slow;                                                  \
  }
  COMPARE_HANDLER(Lt)
  COMPARE_HANDLER(Le)
  COMPARE_HANDLER(Eq)
  COMPARE_HANDLER(Ne)
  COMPARE_HANDLER(Gt)
  COMPARE_HANDLER(Ge)
#undef COMPARE_HANDLER

  OP(Neg) {
    const Value operand = RB;
    if (operand.is_small_int() && operand.as_small_int() != Value::SmallIntMin) {
      RA = Value::small_int(-operand.as_small_int());
      NEXT();
    }
    frame->pc = pc;
    result = slow_unary(thread, UnaryOperator::Neg, operand,
                        {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(Pos) {
    frame->pc = pc;
    result = slow_unary(thread, UnaryOperator::Pos, RB,
                        {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(Invert) {
    frame->pc = pc;
    result = slow_unary(thread, UnaryOperator::Invert, RB,
                        {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(Not) {
    bool truth;
    if (fast_truth(RB, truth)) {
      RA = Value::boolean(!truth);
      NEXT();
    }
    frame->pc = pc;
    result =
        slow_truth(thread, RB, {ReturnAction::ToBool, static_cast<uint8_t>(operand_a(word)), 1});
    goto store_negated;
  }
  OP(Is) {
    RA = Value::boolean(RB == RC);
    NEXT();
  }
  OP(IsNot) {
    RA = Value::boolean(RB != RC);
    NEXT();
  }
  OP(In) {
    frame->pc = pc;
    result = slow_contains(thread, RC, RB,
                           {ReturnAction::ToBool, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(NotIn) {
    frame->pc = pc;
    result = slow_contains(thread, RC, RB,
                           {ReturnAction::ToBool, static_cast<uint8_t>(operand_a(word)), 1});
    goto store_negated;
  }

  // --- Branches. A test leaves pc before the branch word; taking it means following its distance.

#define TAKE_BRANCH()                                                                  \
  do {                                                                                 \
    if (thread.safepoint_requests.load(std::memory_order_relaxed) != 0) [[unlikely]] { \
      goto at_branch;                                                                  \
    }                                                                                  \
    pc = compiler::branch_target(pc);                                                  \
    NEXT();                                                                            \
  } while (false)
#define BRANCH(condition)         \
  do {                            \
    if (condition) TAKE_BRANCH(); \
    ++pc;                         \
    NEXT();                       \
  } while (false)

  OP(Jump) {
    pc += operand_sax(word);
    NEXT();
  }
  OP(JumpBack) {
    if (thread.safepoint_requests.load(std::memory_order_relaxed) != 0) [[unlikely]] {
      goto at_back_edge;
    }
    pc += operand_sax(word);
    NEXT();
  }
  OP(TestTrue) {
    bool truth;
    result = RB;
    if (fast_truth(result, truth)) [[likely]]
      BRANCH(truth == (operand_a(word) != 0));
    goto test_result;
  }

#define TEST_COMPARE_HANDLERS(name)                                      \
  OP(Test##name) {                                                       \
    bool truth;                                                          \
    if (fast_compare<CompareOperator::name>(RB, RC, truth)) [[likely]] { \
      BRANCH(truth == (operand_a(word) != 0));                           \
    }                                                                    \
    goto test_operator_slow;                                             \
  }                                                                      \
  OP(Test##name##K) {                                                    \
    bool truth;                                                          \
    if (fast_compare<CompareOperator::name>(RB, KC, truth)) [[likely]] { \
      BRANCH(truth == (operand_a(word) != 0));                           \
    }                                                                    \
    goto test_operator_slow;                                             \
  }
  TEST_COMPARE_HANDLERS(Lt)
  TEST_COMPARE_HANDLERS(Le)
  TEST_COMPARE_HANDLERS(Eq)
  TEST_COMPARE_HANDLERS(Ne)
  TEST_COMPARE_HANDLERS(Gt)
  TEST_COMPARE_HANDLERS(Ge)
#undef TEST_COMPARE_HANDLERS

  OP(TestIs) BRANCH((RB == RC) == (operand_a(word) != 0));
  OP(TestIsK) BRANCH((RB == KC) == (operand_a(word) != 0));
  OP(TestIn) {
    frame->pc = pc;
    result = slow_contains(thread, RC, RB,
                           {ReturnAction::Test, 0, static_cast<uint8_t>(operand_a(word))});
    goto test_result;
  }
  OP(TestException) {
    frame->pc = pc;
    const Truth matches = exception_matches(thread, RB.as<Exception>(), RC);
    if (matches == Truth::Error) goto error;
    BRANCH((matches == Truth::True) == (operand_a(word) != 0));
  }

  // --- Iteration

  OP(GetIter) {
    frame->pc = pc;
    result = slow_get_iterator(
        thread, RB, {ReturnAction::CheckIterator, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(ForIter) {
    const Value iterator = RB;
    if (!iterator.is_cell_or_error()) [[unlikely]]
      goto for_iter_slow;
    const auto kind = static_cast<Kind>(iterator.as_cell()->kind_byte());
    if (kind == Kind::RangeIterator) {
      auto* range = iterator.as<RangeIterator>();
      if (range->remaining == 0) goto for_iter_end;
      --range->remaining;
      const int64_t number = range->next;
      range->next += range->step;
      RA = Value::small_int(number);
      TAKE_BRANCH();
    }
    if (kind == Kind::ListIterator) {
      auto* cursor = iterator.as<ListIterator>();
      List* list = cursor->list;
      if (list == nullptr || cursor->index >= list->count) goto for_iter_slow;
      RA = list->items->values[cursor->index++];
      TAKE_BRANCH();
    }
    if (kind == Kind::Generator) {
      auto* generator = iterator.as<Generator>();
      if (generator->state != GeneratorState::Suspended ||
          generator->delegation != Delegation::None) {
        goto for_iter_slow;
      }
      if (thread.depth >= thread.isolate.recursion_limit) [[unlikely]]
        goto for_iter_slow;
      frame->pc = pc;
      Frame* resumed = &generator->frame;
      resumed->action = ReturnAction::Iterate;
      resumed->destination = static_cast<uint8_t>(operand_a(word));
      resumed->caller = frame;
      generator->state = GeneratorState::Running;
      generator->outer_handled = thread.handled;
      if (generator->handled != nullptr) [[unlikely]]
        thread.handled = generator->handled;
      ++thread.depth;
      thread.frame = resumed;
      frame = resumed;
      pc = resumed->pc;
      registers = resumed->registers;
      constants = resumed->code->constants;
      caches = resumed->code->inline_caches;
      registers[operand_a(pc[-1])] = Value::none();
      NEXT();
    }
    if (kind == Kind::TupleIterator) {
      auto* cursor = iterator.as<TupleIterator>();
      Tuple* tuple = cursor->tuple;
      if (tuple == nullptr || cursor->index >= tuple->count) goto for_iter_slow;
      RA = tuple->values[cursor->index++];
      TAKE_BRANCH();
    }
    goto for_iter_slow;
  }
  OP(UnpackSequence) {
    const Value source = RB;
    const uint32_t count = operand_c(word);
    const Value* values;
    if (is_exactly(source, Kind::Tuple) && source.as<Tuple>()->count == count) {
      values = source.as<Tuple>()->values;
    } else if (is_exactly(source, Kind::List) && source.as<List>()->count == count && count != 0) {
      values = source.as<List>()->items->values;
    } else {
      frame->pc = pc;
      if (!unpack_sequence(thread, source, &RA, count)) goto error;
      NEXT();
    }
    Value* out = &RA;
    for (uint32_t i = 0; i < count; ++i) out[i] = values[i];
    NEXT();
  }
  OP(UnpackEx) {
    const uint32_t after = *pc++;
    frame->pc = pc;
    if (!unpack_extended(thread, RB, &RA, operand_c(word), after)) goto error;
    NEXT();
  }

  // --- Calls

  // The two begin with the case of a plain function met before; all else goes on below with the
  // variables of calls.
#define ENTER_CALLED(site, entered)                                                    \
  do {                                                                                 \
    frame = (entered);                                                                 \
    registers = frame->registers;                                                      \
    pc = (site)->instructions;                                                         \
    constants = (site)->constants;                                                     \
    caches = frame->code->inline_caches;                                               \
    if (thread.safepoint_requests.load(std::memory_order_relaxed) != 0) [[unlikely]] { \
      goto at_safepoint;                                                               \
    }                                                                                  \
    NEXT();                                                                            \
  } while (false)

  OP(CallMethod) {
    Value* window = &RA;
    CallCache* site = call_cache(caches, operand_c(word));
    if (set_value_is(window[0], Kind::Function)) [[likely]] {
      auto* known = window[0].as<Function>();
      Code* code = known->code;
      if (code == site->code) [[likely]] {
        frame->pc = pc;
        const Value* first = window + 1;
        uint32_t given = operand_b(word) + 1;
        if (first->is_unset()) {
          ++first;
          --given;
        }
        Frame* entered = push_call(thread, frame, pc, code, known, first, given,
                                   Frame::leaving_to_first_register(ReturnAction::Plain, word));
        if (entered != nullptr) [[likely]]
          ENTER_CALLED(site, entered);
      }
    }
    callee = window[0];
    call = site;
    receiver_checked = !window[1].is_unset();
    arguments = window + (receiver_checked ? 1 : 2);
    count = operand_b(word) + (receiver_checked ? 1 : 0);
    goto call_any;
  }
  OP(Call) {
    Value* window = &RA;
    CallCache* site = call_cache(caches, operand_c(word));
    if (set_value_is(window[0], Kind::Function)) [[likely]] {
      auto* known = window[0].as<Function>();
      Code* code = known->code;
      if (code == site->code) [[likely]] {
        frame->pc = pc;
        Frame* entered = push_call(thread, frame, pc, code, known, window + 1, operand_b(word),
                                   Frame::leaving_to_first_register(ReturnAction::Plain, word));
        if (entered != nullptr) [[likely]]
          ENTER_CALLED(site, entered);
      }
    }
    callee = window[0];
    arguments = window + 1;
    count = operand_b(word);
    call = site;
    receiver_checked = false;
    if (is_kind(callee, Kind::BoundMethod)) {
      auto* method = callee.as<BoundMethod>();
      if (is_kind(method->function, Kind::NativeFunction)) {
        // As below.
        --arguments;
        ++count;
        *arguments = method->self;
        receiver_checked = true;
        callee = method->function;
        goto call_native_callee;
      }
    }
  }
call_any:
  if (is_kind(callee, Kind::Function)) {
    action = ReturnAction::Plain;
    function = callee.as<Function>();
    if (function->code == call->code) goto enter_at_boundary;
    goto call_function;
  }
call_callee:
  if (is_kind(callee, Kind::NativeFunction)) {
  call_native_callee:
    auto* native = callee.as<NativeFunction>();
    if (native->owner != nullptr && !receiver_checked) goto call_slow;
    frame->pc = pc;
    result = native->simple && native->positional_count == count
                 ? native->code(thread, Arguments(arguments, count))
                 : begin_native_method(thread, native, arguments, count);
    goto store_result;
  }
  if (is_kind(callee, Kind::Type)) {
    Type* type = callee.as<Type>();
    if (type->version == call->version) [[likely]] {
      function = type->specials[static_cast<int>(Special::Init)].as<Function>();
    } else {
      function = plain_initialiser(thread, type);
      if (function == nullptr) goto call_slow;
    }
    frame->pc = pc;
    Object* instance = make_plain_instance(thread, type);
    if (instance == nullptr) [[unlikely]]
      goto error;
    --arguments;
    ++count;
    *arguments = Value::cell(instance);
    RA = Value::cell(instance);
    action = ReturnAction::Initialise;
    if (function->code == call->code) [[likely]] {
      call->version = type->version;
      goto enter_function;
    }
    goto call_function;
  }
  if (is_kind(callee, Kind::BoundMethod)) {
    // The register before the arguments held the callee, or nothing: it takes the receiver.
    auto* method = callee.as<BoundMethod>();
    --arguments;
    ++count;
    *arguments = method->self;
    receiver_checked = true;
    callee = method->function;
    if (!is_kind(callee, Kind::Function)) goto call_callee;
    action = ReturnAction::Plain;
    function = callee.as<Function>();
    if (function->code == call->code) goto enter_function;
    goto call_function;
  }
  goto call_slow;
call_function:
  frame->pc = pc;
  if (!remember_call(frame->code, call, function->code, count)) {
    if (function->code->has(GivesWay) &&
        give_way(thread, frame, static_cast<uint32_t>(word), function, arguments, count)) {
      result = yield_value(thread, Value::none(), false);
      if (!result.is_unset()) return result;
      goto enter;
    }
    if (enter_with_defaults(thread, function, arguments, count,
                            {action, static_cast<uint8_t>(operand_a(word)), 0})) {
      goto enter;
    }
    if (thread.pending != nullptr) goto error;
    result = begin_function(thread, function, arguments, count, nullptr,
                            {action, static_cast<uint8_t>(operand_a(word)), 0});
    if (action == ReturnAction::Initialise && result && !result.is_unset()) {
      // __init__ was a generator or coroutine function.
      result = finish_action(thread, frame, {action, 0, 0}, result);
      goto check_status;
    }
    goto store_result;
  }
  // Falls through.
enter_function : {
  frame->pc = pc;
  Frame* entered = push_call(thread, frame, pc, call->code, function, arguments, count,
                             Frame::leaving_to_first_register(action, word));
  if (entered == nullptr) [[unlikely]]
    goto enter_at_boundary;
  ENTER_CALLED(call, entered);
}
enter_at_boundary:
  if (!push_call_at_boundary(thread, function, arguments, count,
                             {action, static_cast<uint8_t>(operand_a(word)), 0})) {
    goto error;
  }
  goto enter;
call_slow : {
  frame->pc = pc;
  result = begin_call(thread, callee, arguments, count, nullptr,
                      {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
  goto store_result;
}
  OP(CallKw) {
    auto* names = constants[*pc++].as<Tuple>();
    frame->pc = pc;
    result = begin_call(thread, RA, &RA + 1, operand_b(word), names,
                        {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(CallMethodKw) {
    auto* names = constants[*pc++].as<Tuple>();
    frame->pc = pc;
    Value* window = &RA;
    const uint32_t self_count = window[1].is_unset() ? 0 : 1;
    result = begin_call(thread, window[0], window + 2 - self_count, operand_b(word) + self_count,
                        names, {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(CallEx) {
    frame->pc = pc;
    Value* window = &RA;
    result = begin_call_spread(thread, window[0], window[1],
                               operand_b(word) != 0 ? window[2] : Value::unset(),
                               {ReturnAction::Plain, static_cast<uint8_t>(operand_a(word)), 0});
    goto store_result;
  }
  OP(Return) {
    result = RA;
    goto return_result;
  }
  OP(ReturnConst) result = constants[operand_bx(word)];
return_result : {
  const uint32_t leaving = frame->leaving();
  if (Frame::leaves_plainly(leaving)) [[likely]] {
    const uint8_t destination = Frame::destination_of(leaving);
    thread.stack->pop(frame, false);
    pc = frame->return_pc;
    frame = frame->caller;
    thread.frame = frame;
    --thread.depth;
    registers = frame->registers;
    constants = frame->code->constants;
    caches = frame->code->inline_caches;
    registers[destination] = result;
    NEXT();
  }
  frame->pc = pc;
  if (frame->action == ReturnAction::Operator && frame->leave_flags == 0 &&
      !result.is_not_implemented()) {
    // As a plain return where the operator's value is stored; where it is tested, too, if a bool.
    const uint32_t site = frame->return_pc[-1];
    const bool is_test = is_test_operator(compiler::opcode_of(site));
    if (!is_test || result.is_bool()) {
      word = site;
      pop_frame(thread, frame);
      frame = thread.frame;
      pc = frame->pc;
      registers = frame->registers;
      constants = frame->code->constants;
      caches = frame->code->inline_caches;
      if (is_test) BRANCH(result.is_true() == (operand_a(word) != 0));
      RA = result;
      NEXT();
    }
  }
  if (frame->in_generator) {
    bool leave = false;
    result = return_from_generator(thread, result, leave);
    if (leave) return result;
  } else {
    const Delivery delivery{frame->action, frame->destination, frame->action_flag};
    pop_frame(thread, frame);
    if (delivery.action == ReturnAction::ExitRun) return result;
    result = finish_action(thread, thread.frame, delivery, result);
  }
  if (!result) goto unwind_here;
  goto enter;
}
  OP(MakeFunction) {
    Code* made = constants[*pc++].as<Code>();
    frame->pc = pc;
    result = make_function_from(thread, frame, made, &RA, operand_b(word));
    goto store_result;
  }

  // --- Generators and coroutines

  OP(Yield) {
    frame->pc = pc;
    if (frame->action == ReturnAction::Iterate) [[likely]] {
      Generator* generator = generator_of(frame);
      result = RB;
      generator->state = GeneratorState::Suspended;
      if (generator->handled != nullptr) [[unlikely]]
        thread.handled = generator->outer_handled;
      const uint8_t destination = frame->destination;
      frame = frame->caller;
      thread.frame = frame;
      --thread.depth;
      pc = compiler::branch_target(frame->pc);
      registers = frame->registers;
      constants = frame->code->constants;
      caches = frame->code->inline_caches;
      registers[destination] = result;
      NEXT();
    }
    result = yield_value(thread, RB, true);
    if (!result.is_unset()) return result;
    goto enter;
  }
  OP(YieldFrom) {
    frame->pc = pc;
    bool yielded = false;
    result = yield_from(thread, frame, word, yielded);
    if (!yielded) goto store_result;
    result = yield_value(thread, result, false);
    if (!result.is_unset()) return result;
    goto enter;
  }
  OP(GetYieldFromIter) {
    frame->pc = pc;
    result = get_yield_from_iterator(thread, frame, RB);
    goto store_result;
  }
  OP(GetAwaitable) {
    frame->pc = pc;
    result = get_awaitable(thread, RB, operand_c(word));
    goto store_result;
  }
  OP(GetAIter) {
    frame->pc = pc;
    result = get_async_iterator(thread, RB);
    goto store_result;
  }
  OP(GetANext) {
    frame->pc = pc;
    result = get_async_next(thread, RB);
    goto store_result;
  }

  // --- Exceptions

  OP(Raise) {
    frame->pc = pc;
    raise_value(thread, RA);
    goto error;
  }
  OP(RaiseFrom) {
    frame->pc = pc;
    raise_from(thread, RA, RB);
    goto error;
  }
  OP(RaiseCurrent) {
    frame->pc = pc;
    if (thread.handled == nullptr) {
      raise_current(thread);
      goto error;
    }
    thread.pending = thread.handled;
    goto unwind_again;
  }
  OP(Reraise) {
    frame->pc = pc;
    thread.pending = RA.as<Exception>();
    goto unwind_again;
  }
  OP(PushHandled) {
    Exception* before = thread.handled;
    thread.handled = RB.as<Exception>();
    if (frame->in_generator) [[unlikely]]
      before = exchange_handled(generator_of(frame), thread.handled);
    RA = before == nullptr ? Value::none() : Value::cell(reinterpret_cast<Cell*>(before));
    NEXT();
  }
  OP(PopHandled) {
    thread.handled = RA.is_none() ? nullptr : RA.as<Exception>();
    if (frame->in_generator) [[unlikely]] {
      Generator* generator = generator_of(frame);
      exchange_handled(generator, thread.handled);
      if (thread.handled == nullptr) thread.handled = outer_handled_of(generator);
    }
    NEXT();
  }
  OP(MatchGroup) {
    frame->pc = pc;
    Value matched;
    if (!match_group(thread, RB, RC, matched)) goto error;
    RA = matched;
    NEXT();
  }
  OP(CombineGroup) {
    frame->pc = pc;
    result = combine_group(thread, RB, RC);
    goto store_result;
  }

  // --- with

  OP(WithEnter) {
    frame->pc = pc;
    if (!with_enter(thread, RB, operand_c(word) != 0, &RA)) goto error;
    NEXT();
  }
  OP(ExceptionTriple) {
    Value* window = &RA;
    auto* exception = RB.as<Exception>();
    window[2] = exception->traceback == nullptr ? Value::none() : Value::cell(exception->traceback);
    window[1] = Value::cell(exception);
    window[0] = Value::cell(exception->type());
    NEXT();
  }

  // --- Building

  OP(BuildList) {
    frame->pc = pc;
    List* list = make_list(thread, std::span<const Value>(&RB, operand_c(word)));
    if (list == nullptr) goto error;
    RA = Value::cell(list);
    NEXT();
  }
  OP(BuildTuple) {
    frame->pc = pc;
    Tuple* tuple = make_tuple(thread, std::span<const Value>(&RB, operand_c(word)));
    if (tuple == nullptr) goto error;
    RA = Value::cell(tuple);
    NEXT();
  }
  OP(BuildSet) {
    frame->pc = pc;
    result = build_set(thread, &RB, operand_c(word));
    goto store_result;
  }
  OP(BuildDict) {
    frame->pc = pc;
    result = build_dict(thread, &RB, operand_c(word));
    goto store_result;
  }
  OP(BuildString) {
    frame->pc = pc;
    Str* joined = join_strings(thread, std::span<const Value>(&RB, operand_c(word)));
    if (joined == nullptr) goto error;
    RA = Value::cell(joined);
    NEXT();
  }
  OP(FormatValue) {
    frame->pc = pc;
    Value* window = &RB;
    const uint32_t flags = operand_c(word);
    if (flags == 8 && window[0].is_small_int()) {
      RA = window[0];
      NEXT();
    }
    Str* shown = format_value(thread, window[0], static_cast<Conversion>(flags & 3),
                              (flags & 4) != 0 ? window[1].as<Str>() : nullptr);
    if (shown == nullptr) goto error;
    RA = Value::cell(shown);
    NEXT();
  }
  OP(ListAppend) {
    frame->pc = pc;
    if (!list_append(thread, RA.as<List>(), RB)) goto error;
    NEXT();
  }
  OP(ListExtend) {
    frame->pc = pc;
    if (!extend_list_by_star(thread, RA, RB)) goto error;
    NEXT();
  }
  OP(ListToTuple) {
    frame->pc = pc;
    Tuple* tuple = make_tuple(thread, RB.as<List>()->values());
    if (tuple == nullptr) goto error;
    RA = Value::cell(tuple);
    NEXT();
  }
  OP(SetAdd) {
    frame->pc = pc;
    if (!set_add(thread, RA.as<Set>(), RB)) goto error;
    NEXT();
  }
  OP(SetUpdate) {
    frame->pc = pc;
    if (!set_update(thread, RA.as<Set>(), RB)) goto error;
    NEXT();
  }
  OP(DictSet) {
    frame->pc = pc;
    if (!dict_set(thread, RA.as<Dict>(), RB, RC)) goto error;
    NEXT();
  }
  OP(DictUpdate) {
    frame->pc = pc;
    if (!update_dict_by_stars(thread, RA, RB)) goto error;
    NEXT();
  }
  OP(DictMerge) {
    frame->pc = pc;
    if (!merge_keywords(thread, RA, RB, RC)) goto error;
    NEXT();
  }

  // --- Imports

  OP(ImportName) {
    Str* name = constants[*pc++].as<Str>();
    frame->pc = pc;
    result = import_name(thread, frame, name, RB, RC);
    goto store_result;
  }
  OP(ImportFrom) {
    Str* name = constants[*pc++].as<Str>();
    frame->pc = pc;
    result = import_from(thread, RB, name);
    goto store_result;
  }
  OP(ImportStar) {
    frame->pc = pc;
    if (!import_star(thread, frame, RA)) goto error;
    NEXT();
  }

  // --- Pattern matching

  OP(GetLength) {
    frame->pc = pc;
    const std::optional<uint64_t> items = length(thread, RB);
    if (!items) goto error;
    RA = Value::small_int(static_cast<int64_t>(*items));
    NEXT();
  }
  OP(MatchSequence) {
    RA = Value::boolean(match_sequence(thread, RB));
    NEXT();
  }
  OP(MatchMapping) {
    RA = Value::boolean(match_mapping(thread, RB));
    NEXT();
  }
  OP(MatchKeys) {
    frame->pc = pc;
    result = match_keys(thread, RB, RC);
    goto store_result;
  }
  OP(MatchClass) {
    const uint32_t positional = *pc++;
    frame->pc = pc;
    result = match_class(thread, RB, RC, (&RC)[1], positional);
    goto store_result;
  }
  OP(CopyWithoutKeys) {
    frame->pc = pc;
    result = copy_without_keys(thread, RB, RC);
    goto store_result;
  }
  OP(PrintExpr) {
    frame->pc = pc;
    if (!print_expression(thread, RA)) goto error;
    NEXT();
  }

  // --- Shared tails

operator_slow:
  frame->pc = pc;
  result = run_operator(thread, frame, word, 0);
  // Falls through.

store_result:
  if (result.is_unset()) goto enter;
  if (!result) [[unlikely]]
    goto unwind_here;
  RA = result;
  NEXT();

store_negated:
  if (result.is_unset()) goto enter;
  if (!result) [[unlikely]]
    goto unwind_here;
  RA = Value::boolean(result.is_false());
  NEXT();

check_status:
  if (result.is_unset()) goto enter;
  if (!result) [[unlikely]]
    goto unwind_here;
  NEXT();

test_operator_slow:
  frame->pc = pc;
  result = run_operator(thread, frame, word, 0);
  // Falls through.

test_result : {
  if (result.is_unset()) goto enter;
  if (!result) [[unlikely]]
    goto unwind_here;
  bool truth;
  if (!fast_truth(result, truth)) {
    frame->pc = pc;
    result =
        slow_truth(thread, result, {ReturnAction::Test, 0, static_cast<uint8_t>(operand_a(word))});
    if (result.is_unset()) goto enter;
    if (!result) [[unlikely]]
      goto unwind_here;
    truth = result.is_true();
  }
  BRANCH(truth == (operand_a(word) != 0));
}

for_iter_end:
  ++pc;
  NEXT();

for_iter_slow:
  frame->pc = pc;
  if (operand_c(word) != 0) {
    const uint32_t* unpack = compiler::branch_target(pc);
    switch (for_iter_pair(thread, RB, &registers[operand_a(*unpack)])) {
      case PairStep::Pair:
        pc = unpack + 1;
        if (thread.safepoint_requests.load(std::memory_order_relaxed) != 0) [[unlikely]] {
          goto at_safepoint;
        }
        NEXT();
      case PairStep::End:
        goto for_iter_end;
      case PairStep::Error:
        goto unwind_here;
      case PairStep::NoPair:
        break;
    }
  }
  switch (slow_for_iter(thread, RB, &RA,
                        {ReturnAction::Iterate, static_cast<uint8_t>(operand_a(word)), 0})) {
    case Step::Value:
      TAKE_BRANCH();
    case Step::End:
      goto for_iter_end;
    case Step::Entered:
      goto enter;
    case Step::Error:
      goto unwind_here;
  }

at_safepoint:
  frame->pc = pc;
  if (!safepoint(thread)) goto unwind_here;
  NEXT();
  // Jumps ask before they go: what is raised belongs to their line and to the handlers around them,
  // and what stands in the code before their target may belong to others.
at_back_edge:
  frame->pc = pc;
  if (!safepoint(thread)) goto unwind_here;
  pc += operand_sax(word);
  NEXT();
at_branch:
  frame->pc = pc;
  if (!safepoint(thread)) goto unwind_here;
  pc = compiler::branch_target(pc);
  NEXT();

error:
  frame->pc = pc;
unwind_here:
  // A native function that waits gives the error value, too.
  if (thread.leaving != Leaving::No) {
    const Left left = leave_fiber(thread, static_cast<uint8_t>(operand_a(word)));
    if (left == Left::GoOn) goto enter;
    if (left == Left::Return) return take_main_result(thread);
  }
  if (!unwind(thread, true)) return Value::error();
  goto enter;
unwind_again:
  if (!unwind(thread, false)) return Value::error();
  goto enter;
}

}  // namespace weft

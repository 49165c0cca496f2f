// Slow paths of the dispatch loop: everything an instruction does when its inline case fails.
//
// Convention for those that return a Value: a value is the result; the error word means an
// exception is pending; *unset* means a frame was pushed (thread.frame is it) whose end delivers
// the result by its ReturnAction, so the loop just goes on with the new frame. That is how special
// methods, properties, constructors and generators written in script run without recursion in C++.
// `caller.pc` has been stored before any of them is called.
#pragma once

#include <optional>
#include <string>

#include "interpreter/objects/frame.h"
#include "interpreter/objects/generator.h"
#include "interpreter/objects/operations.h"

namespace weft {

// How a result reaches the running frame; see ReturnAction.
// One word, made in a register: put together from bytes in memory, every slow path would begin by
// waiting for a load that spans several stores.
struct Delivery {
  ReturnAction action : 8 = ReturnAction::Plain;
  uint32_t destination : 8 = 0;
  uint32_t flag : 16 = 0;
};
static_assert(sizeof(Delivery) == sizeof(uint32_t));
// Beside the branch condition or negation in the flag of ToBool and Test: the value comes from
// __bool__ and must be a bool.
inline constexpr uint8_t StrictBool = 2;
// The flag of AttributeFallback: __getattr__ itself is running, an AttributeError of it goes on.
inline constexpr uint8_t NoFallbackLeft = 1;

// --- calls.cpp
// Of the dispatch loop's calls of plain functions (CallCache in objects/code.h).
// Notes that a call site calls this code, if it takes just the site's number of plain arguments.
[[nodiscard]] bool remember_call(Code* caller, CallCache* call, Code* code, uint32_t count);
// Enters a plain function where push_call() gave up. False with an exception pending.
[[nodiscard]] bool push_call_at_boundary(Thread& thread, Function* function, const Value* arguments,
                                         uint32_t count, Delivery delivery);
// Enters a plain function some of whose last arguments have their defaults. False when the call is
// not of that kind, or with an exception pending.
[[nodiscard]] bool enter_with_defaults(Thread& thread, Function* function, const Value* arguments,
                                       uint32_t count, Delivery delivery);
// The __init__ of a class whose construction is a plain instance and one call; null for others.
[[nodiscard]] Function* plain_initialiser(Thread& thread, Type* type);
// Calls anything. Positional values followed by one a keyword name.
[[nodiscard]] Value begin_call(Thread& thread, Value callable, const Value* values, uint32_t count,
                               Tuple* keyword_names, Delivery delivery);
// Makes the call that a native function has asked for (call_last in operations.h).
[[nodiscard]] Value begin_last_call(Thread& thread, Delivery delivery);
[[nodiscard]] Value begin_function(Thread& thread, Function* function, const Value* values,
                                   uint32_t count, Tuple* keyword_names, Delivery delivery);
[[nodiscard]] Value begin_call_spread(Thread& thread, Value callable, Value arguments,
                                      Value keywords, Delivery delivery);
// "module.qualified_name()" as the errors of spread calls name the callable; its text if it has no
// such name. Nullopt with an exception pending.
[[nodiscard]] std::optional<std::string> callable_text(Thread& thread, Value callable);
// A special method of `receiver` as type_lookup gives it, descriptors respected; values[0] is the
// receiver itself.
[[nodiscard]] Value begin_special(Thread& thread, Value method, const Value* values, uint32_t count,
                                  Delivery delivery);
// Constructs with the fast path for plain script classes.
[[nodiscard]] Value begin_construct(Thread& thread, Type* type, const Value* values, uint32_t count,
                                    Tuple* keyword_names, Delivery delivery);

// --- binding.cpp
// Fills the parameters of `frame` (linked, all registers unset). False: TypeError pending.
[[nodiscard]] bool bind_arguments(Thread& thread, Frame* frame, Function* function,
                                  const Value* values, uint32_t count, Tuple* keyword_names);

// --- actions.cpp
// Delivers `value` (never unset) to the running frame `caller` as `delivery` says. The result: None
// when delivered and caller.pc is where to go on; unset when another frame was entered; error.
[[nodiscard]] Value finish_action(Thread& thread, Frame* caller, Delivery delivery, Value value);

// --- operators.cpp
// The operator instruction `word` of the running frame (arithmetic, comparison, their K, in-place
// and Test forms): tries built-in types, then the candidate special methods from `candidate` on. A
// value is the operator's result, for the instruction to store or test.
[[nodiscard]] Value run_operator(Thread& thread, Frame* frame, uint32_t word, uint8_t candidate);
[[nodiscard]] Value slow_unary(Thread& thread, UnaryOperator op, Value operand, Delivery delivery);
// A boolean, or entered.
[[nodiscard]] Value slow_contains(Thread& thread, Value container, Value item, Delivery delivery);
// Truth of any value as a boolean, or entered.
[[nodiscard]] Value slow_truth(Thread& thread, Value value, Delivery delivery);

// --- attributes.cpp
[[nodiscard]] Value slow_get_attribute(Thread& thread, Frame* frame, InlineCache* cache,
                                       Value object, Delivery delivery);
// Fills method[0], method[1] itself unless the result is unset (then the delivery does).
[[nodiscard]] Value slow_load_method(Thread& thread, Frame* frame, InlineCache* cache, Value object,
                                     Value* method, Delivery delivery);
[[nodiscard]] Value slow_set_attribute(Thread& thread, Frame* frame, InlineCache* cache,
                                       Value object, Value value);
[[nodiscard]] Value attribute_fallback(Thread& thread, Frame* frame, uint8_t destination);
// Lets the pending AttributeError of the frame's attribute instruction tell of what it is about.
void complete_attribute_error(Thread& thread, Frame* frame);

// --- items.cpp
[[nodiscard]] Value slow_get_item(Thread& thread, Value object, Value key, Delivery delivery);
[[nodiscard]] Value slow_set_item(Thread& thread, Value object, Value key, Value value);
[[nodiscard]] Value slow_delete_item(Thread& thread, Value object, Value key);

// --- namespaces.cpp
[[nodiscard]] Value slow_load_global(Thread& thread, Frame* frame, InlineCache* cache);
[[nodiscard]] bool store_global(Thread& thread, Frame* frame, InlineCache* cache, Value value);
[[nodiscard]] bool delete_global(Thread& thread, Frame* frame, Str* name);
[[nodiscard]] Value load_name(Thread& thread, Frame* frame, InlineCache* cache);
[[nodiscard]] bool store_name(Thread& thread, Frame* frame, InlineCache* cache, Value value);
[[nodiscard]] bool delete_name(Thread& thread, Frame* frame, Str* name);
[[nodiscard]] Value load_class_free(Thread& thread, Frame* frame, uint32_t index);
[[nodiscard]] bool setup_annotations(Thread& thread, Frame* frame);
[[nodiscard]] Value load_intrinsic(Thread& thread, uint32_t which);
[[nodiscard]] Value make_box(Thread& thread, Value initial);
Value raise_unbound_local(Thread& thread, Value name);
Value raise_unbound_box(Thread& thread, Frame* frame, uint32_t box_register);
Value raise_unbound_free(Thread& thread, Frame* frame, uint32_t index);
[[nodiscard]] Value import_name(Thread& thread, Frame* frame, Str* name, Value level,
                                Value from_list);
[[nodiscard]] Value import_from(Thread& thread, Value module, Str* name);
[[nodiscard]] bool import_star(Thread& thread, Frame* frame, Value module);

// --- iteration.cpp
enum class Step : uint8_t { Value, End, Error, Entered };
[[nodiscard]] Value slow_get_iterator(Thread& thread, Value iterable, Delivery delivery);
// Next value of any iterator, for ForIter; generators are resumed in the loop.
[[nodiscard]] Step slow_for_iter(Thread& thread, Value iterator, Value* result, Delivery delivery);
// The same for an iterator of pairs whose elements go to two registers: no tuple is made. NoPair:
// nothing was done, the iterator is of another sort.
enum class PairStep : uint8_t { Pair, End, Error, NoPair };
[[nodiscard]] PairStep for_iter_pair(Thread& thread, Value iterator, Value* pair);
[[nodiscard]] bool unpack_sequence(Thread& thread, Value iterable, Value* out, uint32_t count);
[[nodiscard]] bool unpack_extended(Thread& thread, Value iterable, Value* out, uint32_t before,
                                   uint32_t after);

// --- generators.cpp
// A new generator, coroutine or async generator; its frame's registers are unset.
[[nodiscard]] Generator* make_generator(Thread& thread, Code* code, Function* function,
                                        Dict* globals);
// For a coroutine with its arguments: notes who called for it.
[[nodiscard]] bool note_coroutine(Thread& thread, Generator* coroutine);
// A call of a function with GivesWay, by the instruction `word`, that is awaited at once: makes the
// running frame stand behind the YieldFrom instruction of that await, for the caller to yield None
// there, instead of a coroutine. In the register of the iterator lies the function, in that of the
// result the delay: who wants to see what is awaited (cr_await, throw()) has it made of these.
// False: nothing was done, the call is to be made.
[[nodiscard]] bool give_way(Thread& thread, Frame* frame, uint32_t word, Function* function,
                            const Value* arguments, uint32_t count);
// The instruction YieldFrom: a value: R[A] := it and go on; unset: another frame was entered;
// `yielded` set: the iterator yielded the result, pass it on; error.
[[nodiscard]] Value yield_from(Thread& thread, Frame* frame, uint32_t word, bool& yielded);
[[nodiscard]] Value get_yield_from_iterator(Thread& thread, Frame* frame, Value iterable);
[[nodiscard]] Value get_awaitable(Thread& thread, Value value, uint32_t context);
[[nodiscard]] Value get_async_iterator(Thread& thread, Value value);
[[nodiscard]] Value get_async_next(Thread& thread, Value value);

// --- chains.cpp
// The generator that resuming `iterator` resumes, if that is all it does; else null.
[[nodiscard]] Generator* delegate_behind(Value iterator);
// Makes the innermost of a created or suspended chain the running frame, `sent` being the value of
// its yield. False: ValueError, RecursionError or TypeError pending.
[[nodiscard]] bool enter_generator(Thread& thread, Generator* generator, Value sent,
                                   Delivery delivery);
// The same, without a value: the caller sees to how it goes on.
[[nodiscard]] bool link_generator(Thread& thread, Generator* generator, Delivery delivery);
// Takes `generator`, that another delegates to, out of that suspended chain.
void cut_chain(Generator* generator);
// What code further out, in the chain or of its resumer, is handling while the innermost generator
// of a running chain runs; null if nothing.
[[nodiscard]] Exception* outer_handled_of(const Generator* innermost);
// What is handled while it runs: by itself or by those further out.
inline Exception* handled_while_running(const Generator* innermost) {
  return innermost->handled != nullptr ? innermost->handled : outer_handled_of(innermost);
}
// Takes the running generator frame off, which has ended.
void end_generator(Thread& thread, Generator* generator);
// The same, with an exception that it did not catch.
void fail_generator(Thread& thread, Generator* generator);
// `yield` in the running frame: hands `value` to whoever resumed the chain. Unset: go on with
// thread.frame; else leave the loop with the value.
[[nodiscard]] Value yield_value(Thread& thread, Value value, bool own_yield);
// `return` in a generator's frame. None: go on with thread.frame; error: raise there; *leave set:
// leave the loop with the value.
[[nodiscard]] Value return_from_generator(Thread& thread, Value value, bool& leave);

// --- unwinding.cpp
// The pending exception leaves the instruction thread.frame's pc stands behind: finds who catches
// it. True: go on with thread.frame at its pc. False: leave the loop, the exception still pending.
[[nodiscard]] bool unwind(Thread& thread, bool add_to_traceback);
void raise_value(Thread& thread, Value exception);
void raise_from(Thread& thread, Value exception, Value cause);
void raise_current(Thread& thread);
// The exception a generator's own code is handling from now on; returns the one so far.
Exception* exchange_handled(Generator* generator, Exception* handled);
[[nodiscard]] bool match_group(Thread& thread, Value& rest, Value pattern, Value& matched);
[[nodiscard]] Value combine_group(Thread& thread, Value original, Value raised);

// --- with, building, matching
[[nodiscard]] bool with_enter(Thread& thread, Value manager, bool asynchronous, Value* out);
[[nodiscard]] Value make_function_from(Thread& thread, Frame* frame, Code* code, Value* window,
                                       uint32_t flags);
[[nodiscard]] Value build_dict(Thread& thread, const Value* pairs, uint32_t count);
[[nodiscard]] Value build_set(Thread& thread, const Value* values, uint32_t count);
[[nodiscard]] bool extend_list_by_star(Thread& thread, Value list, Value iterable);
[[nodiscard]] bool update_dict_by_stars(Thread& thread, Value dict, Value mapping);
[[nodiscard]] bool merge_keywords(Thread& thread, Value dict, Value mapping, Value callable);
[[nodiscard]] bool match_sequence(Thread& thread, Value value);
[[nodiscard]] bool match_mapping(Thread& thread, Value value);
[[nodiscard]] Value match_keys(Thread& thread, Value subject, Value keys);
[[nodiscard]] Value match_class(Thread& thread, Value subject, Value type, Value keyword_names,
                                uint32_t positional);
[[nodiscard]] Value copy_without_keys(Thread& thread, Value mapping, Value keys);
[[nodiscard]] bool print_expression(Thread& thread, Value value);

}  // namespace weft

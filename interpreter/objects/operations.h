// The object protocol: what can be done with any value, by native code.
//
// Each function takes the fast way for built-in types and falls back to the special methods of the
// value's type, reflected forms and NotImplemented included, with CPython's rules and error texts.
// All may run script code (and so allocate, collect, switch). They are re-entrant: script code is
// run by a nested dispatch loop on the native stack. The dispatch loop itself uses them only where
// no script method is involved, or for slow paths.
//
// Failure: the error value / false / Truth::Error / nullopt, with an exception pending.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "interpreter/objects/object.h"

namespace weft {

enum class [[nodiscard]] Truth : int8_t{Error = -1, False = 0, True = 1};
constexpr Truth to_truth(bool value) { return value ? Truth::True : Truth::False; }

// Attributes. `name` is interned.
[[nodiscard]] Value get_attribute(Thread& thread, Value object, Str* name);
// Unset instead of AttributeError when absent.
[[nodiscard]] Value find_attribute(Thread& thread, Value object, Str* name);
[[nodiscard]] bool set_attribute(Thread& thread, Value object, Str* name, Value value);
[[nodiscard]] bool delete_attribute(Thread& thread, Value object, Str* name);
// The raw attribute in the MRO (no descriptor call); unset when absent. Cannot raise.
Value type_lookup(Thread& thread, Type* type, Str* name);
// type(object).special as a raw attribute; unset when absent.
Value find_special(Thread& thread, Value object, Special special);
// Calls object.special(arguments…); the caller knows it exists (find_special).
[[nodiscard]] Value call_special(Thread& thread, Value object, Special special,
                                 std::span<const Value> arguments);

// Calls.
[[nodiscard]] Value call(Thread& thread, Value callable, std::span<const Value> arguments);
[[nodiscard]] Value call(Thread& thread, Value callable, std::initializer_list<Value> arguments);
// As the last act of a native function: what the callable returns is the function's result. Script
// code that is called so may wait without holding a native stack.
[[nodiscard]] Value call_last(Thread& thread, Value callable,
                              std::initializer_list<Value> arguments);
// `values`: positional ones, then one for each of `keyword_names`.
[[nodiscard]] Value call_with_keywords(Thread& thread, Value callable,
                                       std::span<const Value> values, Tuple* keyword_names);
// What a script's `import name` gives: builtins.__import__ is asked.
[[nodiscard]] Value import_by_name(Thread& thread, std::string_view name);
[[nodiscard]] Value call_method(Thread& thread, Value object, std::string_view name,
                                std::initializer_list<Value> arguments);
// function(*args, **keywords); `keywords` may be null.
[[nodiscard]] Value call_with_dict(Thread& thread, Value callable, Tuple* args, Dict* keywords);
bool is_callable(Thread& thread, Value value);

// Truth, identity, comparison, hash.
Truth truth(Thread& thread, Value value);
[[nodiscard]] Value compare(Thread& thread, CompareOperator op, Value left, Value right);
Truth compare_truth(Thread& thread, CompareOperator op, Value left, Value right);
Truth equal(Thread& thread, Value left, Value right);                    // identity first, then ==
[[nodiscard]] std::optional<int64_t> hash(Thread& thread, Value value);  // as hash() returns it

// Operators.
[[nodiscard]] Value binary(Thread& thread, BinaryOperator op, Value left, Value right);
[[nodiscard]] Value binary_in_place(Thread& thread, BinaryOperator op, Value left, Value right);
[[nodiscard]] Value power(Thread& thread, Value base, Value exponent,
                          Value modulus);  // modulus may be None
[[nodiscard]] Value unary(Thread& thread, UnaryOperator op, Value operand);
// left op= right where `left` has no in-place method (or it gave up).
[[nodiscard]] Value binary_in_place_by_value(Thread& thread, BinaryOperator op, Value left,
                                             Value right);
// The TypeError of an operator no operand implements, in the words the operands call for; the error
// value.
Value raise_unsupported_operands(Thread& thread, BinaryOperator op, bool in_place, Value left,
                                 Value right);

// Containers.
[[nodiscard]] std::optional<uint64_t> length(Thread& thread, Value object);
[[nodiscard]] Value get_item(Thread& thread, Value object, Value key);
[[nodiscard]] bool set_item(Thread& thread, Value object, Value key, Value value);
[[nodiscard]] bool delete_item(Thread& thread, Value object, Value key);
Truth contains(Thread& thread, Value container, Value item);

// Iteration. `next` returns unset at the end (StopIteration is swallowed).
[[nodiscard]] Value get_iterator(Thread& thread, Value iterable);
[[nodiscard]] Value next(Thread& thread, Value iterator);
// __length_hint__ or a default; nullopt on error.
[[nodiscard]] std::optional<uint64_t> length_hint(Thread& thread, Value iterable,
                                                  uint64_t fallback);

// Text forms.
[[nodiscard]] Str* repr(Thread& thread, Value value);
[[nodiscard]] Str* str(Thread& thread, Value value);
[[nodiscard]] Str* ascii(Thread& thread, Value value);
[[nodiscard]] Str* format(Thread& thread, Value value, Str* specification);

// Guards recursion through repr of containers that hold themselves: true when `object` is being
// shown already ("[...]"). Leave must follow a false Enter.
bool enter_repr(Thread& thread, Value object);
void leave_repr(Thread& thread, Value object);

// Numbers as native code wants them, by __index__ / __float__, with CPython's errors.
[[nodiscard]] std::optional<int64_t> to_index(Thread& thread,
                                              Value value);  // OverflowError if too big
// As to_index, for arguments of native functions: the same range and that of a C int, with the
// OverflowErrors that name those types.
[[nodiscard]] std::optional<int64_t> to_size_argument(Thread& thread, Value value);
[[nodiscard]] std::optional<int32_t> to_int_argument(Thread& thread, Value value);
// For slices and repeat counts: clamps instead of raising.
[[nodiscard]] std::optional<int64_t> to_index_clamped(Thread& thread, Value value);
[[nodiscard]] std::optional<double> to_double(Thread& thread, Value value);

// Classes.
Truth is_instance(Thread& thread, Value object, Value class_or_tuple);  // with __instancecheck__
Truth is_subclass(Thread& thread, Value derived, Value class_or_tuple);
// The same without asking the class's own __instancecheck__ or __subclasscheck__.
Truth default_is_instance(Thread& thread, Value object, Value candidate);
Truth default_is_subclass(Thread& thread, Value derived, Value candidate);
bool is_subtype(const Type* derived, const Type* base);  // by MRO, cannot raise
inline bool has_type(Thread& thread, Value value, Type* base) {
  return is_subtype(type_of(thread, value), base);
}

}  // namespace weft

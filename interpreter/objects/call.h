// Calling, in the parts that operations.h puts together.
#pragma once

#include <span>

#include "interpreter/objects/object.h"

namespace weft {

// Room for a few values on the native stack, undefined until filled in.
template <uint32_t Capacity>
class ValueRoom {
 public:
  Value* data() { return reinterpret_cast<Value*>(storage_); }

 private:
  alignas(Value) char storage_[Capacity * sizeof(Value)];
};

// The first few one by one: compilers make of a plain loop a string instruction or call, whose
// start takes longer than most copies.
inline void copy_arguments(Value* out, const Value* in, size_t count) {
  if (count == 0) return;
  out[0] = in[0];
  if (count == 1) return;
  out[1] = in[1];
  if (count == 2) return;
  out[2] = in[2];
  for (size_t i = 3; i < count; ++i) out[i] = in[i];
}

// Calls an attribute found on the receiver's class: functions get the receiver as first argument,
// other descriptors are bound to it first.
[[nodiscard]] Value call_raw(Thread& thread, Value attribute, Value receiver,
                             std::span<const Value> values, Tuple* keyword_names);
// type.__call__: __new__, then __init__.
[[nodiscard]] Value construct(Thread& thread, Type* type, std::span<const Value> values,
                              Tuple* keyword_names);
[[nodiscard]] Value construct_with_dict(Thread& thread, Type* type, Tuple* args, Dict* keywords);
// "Can't instantiate abstract class …"; the error value.
Value raise_abstract(Thread& thread, Type* type);

// Whether `method` is the __add__, __mul__ or in-place form of one of the built-in sequences. To
// the language these are no arithmetic: a reflected method of the other operand goes before them.
bool is_sequence_operation(Thread& thread, Value method);
// Whether `method`, of the left operand's class, gives way so. It does not when the class has a
// reflected method of its own making: then it takes part in arithmetic as any class does.
bool gives_way_to_reflected(Thread& thread, BinaryOperator op, const Type* left, Value method);
// Whether the operator passes `method` over because it repeats a sequence and `operand` is no
// count. Called by its name the method would raise TypeError.
bool is_repetition_refused(Thread& thread, BinaryOperator op, Value method, Value receiver,
                           Value operand);

}  // namespace weft

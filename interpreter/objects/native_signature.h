// The parameters of a native function, parsed from its signature text on the first call.
#pragma once

#include <string_view>

#include "interpreter/objects/native.h"

namespace weft {

// A view of the ValueArray a NativeFunction keeps: counts, then the names of the parameters in the
// order of the signature (*args and **kwargs included), then their defaults, which are followed by
// unset values where there are few.
class NativeSignature {
 public:
  static constexpr uint32_t MaximumParameters = 24;
  // Of functions some of whose arguments may be left out without much ado.
  static constexpr uint32_t FewParameters = 5;

  explicit NativeSignature(ValueArray* storage) : storage_(storage) {}

  // Parses; null with MemoryError pending.
  static ValueArray* parse(Thread& thread, std::string_view text);

  uint32_t positional_only_count() const { return count_at(0); }
  uint32_t positional_count() const { return count_at(1); }
  uint32_t required_positional_count() const { return count_at(2); }
  bool has_var_arguments() const { return (count_at(3) & 1) != 0; }
  bool has_var_keywords() const { return (count_at(3) & 2) != 0; }
  // Optional parameters stand in brackets: "x[, y]", or "x, [y]" for a group (native.h).
  bool has_nested_brackets() const { return (count_at(3) & 4) != 0; }
  bool has_bracketed_group() const { return (count_at(3) & 8) != 0; }
  uint32_t parameter_count() const { return count_at(4); }
  uint32_t keyword_only_count() const {
    return parameter_count() - positional_count() - (has_var_arguments() ? 1 : 0) -
           (has_var_keywords() ? 1 : 0);
  }
  // Index of the first keyword-only parameter.
  uint32_t first_keyword_only() const { return positional_count() + (has_var_arguments() ? 1 : 0); }
  // No parameter may be given by name.
  bool takes_no_keywords() const {
    return positional_only_count() == positional_count() && keyword_only_count() == 0 &&
           !has_var_keywords();
  }
  Str* name(uint32_t parameter) const {
    return storage_->values[HeaderCount + parameter].as<Str>();
  }
  // The error word when the parameter must be given.
  Value default_value(uint32_t parameter) const { return defaults()[parameter]; }
  // Of all parameters; they lie in the storage.
  const Value* defaults() const { return storage_->values + HeaderCount + parameter_count(); }

 private:
  static constexpr uint32_t HeaderCount = 5;
  uint32_t count_at(uint32_t index) const {
    return static_cast<uint32_t>(storage_->values[index].as_small_int());
  }
  ValueArray* storage_;
};

}  // namespace weft

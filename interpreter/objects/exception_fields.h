// The fields of the built-in exception classes: reserved slots, in the order they are declared,
// those of the base class first.
#pragma once

#include "interpreter/objects/exception.h"
#include "interpreter/objects/native.h"

namespace weft {

// By position in exception_types.def.
const TypeSpec& exception_type_spec(uint32_t index);
uint32_t exception_field_count(uint32_t index);
// Enters the descriptors of the fields in the class's dict.
[[nodiscard]] bool add_exception_fields(Thread& thread, Type* type, uint32_t index);

// Slot numbers.
namespace field {
inline constexpr uint32_t StopIterationValue = 0;
inline constexpr uint32_t SystemExitCode = 0;
inline constexpr uint32_t NameErrorName = 0;
inline constexpr uint32_t AttributeErrorName = 0;
inline constexpr uint32_t AttributeErrorObject = 1;
inline constexpr uint32_t ImportErrorMessage = 0;
inline constexpr uint32_t ImportErrorName = 1;
inline constexpr uint32_t ImportErrorPath = 2;
inline constexpr uint32_t OsErrorNumber = 0;
inline constexpr uint32_t OsErrorText = 1;
inline constexpr uint32_t OsErrorFilename = 2;
inline constexpr uint32_t OsErrorFilename2 = 3;
inline constexpr uint32_t OsErrorCharactersWritten = 4;
inline constexpr uint32_t SyntaxErrorMessage = 0;
inline constexpr uint32_t SyntaxErrorFilename = 1;
inline constexpr uint32_t SyntaxErrorLine = 2;
inline constexpr uint32_t SyntaxErrorOffset = 3;
inline constexpr uint32_t SyntaxErrorText = 4;
inline constexpr uint32_t SyntaxErrorEndLine = 5;
inline constexpr uint32_t SyntaxErrorEndOffset = 6;
inline constexpr uint32_t SyntaxErrorPrintFileAndLine = 7;
inline constexpr uint32_t UnicodeErrorEncoding = 0;
inline constexpr uint32_t UnicodeErrorObject = 1;
inline constexpr uint32_t UnicodeErrorStart = 2;
inline constexpr uint32_t UnicodeErrorEnd = 3;
inline constexpr uint32_t UnicodeErrorReason = 4;
inline constexpr uint32_t GroupMessage = 0;
inline constexpr uint32_t GroupExceptions = 1;
}  // namespace field

// The value of a field, None while unset.
inline Value exception_field(const Exception* exception, uint32_t slot) {
  const Value value = exception->slots[slot];
  return value.is_unset() ? Value::none() : value;
}
inline void set_exception_field(Exception* exception, uint32_t slot, Value value) {
  store(exception, exception->slots[slot], value);
}

}  // namespace weft

// The fields of the built-in exception classes: reserved slots, in the order they are declared,
// those of the base class first.
#pragma once

#include "interpreter/objects/exception.h"
#include "interpreter/objects/native.h"

namespace weft {

// By position in exception_types.def.
const TypeSpec& exception_type_spec(uint32_t index);
// The names of the fields the class itself adds.
std::span<const std::string_view> exception_field_names(uint32_t index);

// Methods of the classes that have some of their own.
extern const NativeMethod base_exception_methods[8];
extern const NativeAttribute base_exception_attributes[5];
extern const NativeMethod stop_iteration_methods[1];
extern const NativeMethod system_exit_methods[1];
extern const NativeMethod key_error_methods[1];
extern const NativeMethod name_error_methods[1];
extern const NativeMethod attribute_error_methods[1];
extern const NativeMethod import_error_methods[3];
extern const NativeMethod syntax_error_methods[2];
extern const NativeMethod unicode_decode_error_methods[2];
extern const NativeMethod unicode_encode_error_methods[2];
extern const NativeMethod unicode_translate_error_methods[2];
extern const NativeMethod os_error_methods[4];
extern const NativeMethod exception_group_methods[6];

// What BaseException.__new__ gives: args set, fields not.
[[nodiscard]] Exception* make_bare_exception(Thread& thread, Type* type,
                                             std::span<const Value> values);
[[nodiscard]] Exception* make_bare_exception(Thread& thread, Type* type, Tuple* args);
// Whether the class has BaseException's own __new__, or __init__.
bool is_made_as_base_exception(const Type* type);
bool is_initialised_as_base_exception(const Type* type);
// Sets the fields of a new exception (StopIteration.value, OSError.errno, ...) from its args, as
// the built-in constructor does when no keywords are given. False with an exception pending.
[[nodiscard]] bool set_fields_from_args(Thread& thread, Exception* exception);
// The subclass of OSError for an errno, or OSError itself.
Type* os_error_class(Thread& thread, int errno_value);
// The part of set_fields_from_args for OSError (exception_os.cpp).
[[nodiscard]] bool set_os_error(Thread& thread, Exception* exception);

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

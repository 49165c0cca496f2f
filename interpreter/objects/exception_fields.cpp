// Exceptions with fields of their own, OSError and groups excepted.
//
// Each constructor keeps its arguments in `args` and some of them in fields too; the texts are made
// from the fields, which scripts may have changed.
#include "interpreter/objects/exception_fields.h"

#include <cstdio>

#include "interpreter/objects/buffer.h"
#include "interpreter/objects/bytes.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/unicode_utf8.h"

namespace weft {
namespace {

Exception* self_of(Arguments arguments) { return arguments[0].as<Exception>(); }

bool is_a(Thread& thread, const Exception* exception, Type* ExceptionTypes::*member) {
  return is_subtype(exception->type(), thread.isolate.exceptions.*member);
}

// Base class behaviour: args := arguments[1], no keywords in arguments[2].
bool take_args(Thread& thread, Arguments arguments) {
  Exception* self = self_of(arguments);
  if (arguments.count() > 2 && arguments[2].as<Dict>()->count != 0) {
    raise_type_error(thread, text(self->type()->name->view(), "() takes no keyword arguments"));
    return false;
  }
  store(self, self->args, arguments[1].as<Tuple>());
  return true;
}

Value plain_text(Thread& thread, const Exception* self) {
  const Tuple* args = self->args;
  if (args->count == 0) return Value::cell(thread.isolate.empty_str);
  return Value::cell(str(thread, args->count == 1 ? args->values[0] : Value::cell(args)));
}

// --- StopIteration, SystemExit, KeyError --------------------------------------------------------

void set_stop_iteration(Exception* self) {
  set_exception_field(self, field::StopIterationValue,
                      self->args->count > 0 ? self->args->values[0] : Value::none());
}

void set_system_exit(Exception* self) {
  const Tuple* args = self->args;
  if (args->count == 0) return;
  set_exception_field(self, field::SystemExitCode,
                      args->count == 1 ? args->values[0] : Value::cell(args));
}

Value stop_iteration_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, arguments)) return Value::error();
  set_stop_iteration(self_of(arguments));
  return Value::none();
}

Value system_exit_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, arguments)) return Value::error();
  set_system_exit(self_of(arguments));
  return Value::none();
}

Value key_error_str(Thread& thread, Arguments arguments) {
  const Exception* self = self_of(arguments);
  // A missing key '' would leave an empty message: the key is shown as repr does.
  if (self->args->count == 1) return Value::cell(repr(thread, self->args->values[0]));
  return plain_text(thread, self);
}

// --- NameError, AttributeError, ImportError -----------------------------------------------------

Value name_error_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, Arguments(arguments.span().data(), 2))) return Value::error();
  set_exception_field(self_of(arguments), field::NameErrorName, arguments[2]);
  return Value::none();
}

Value attribute_error_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, Arguments(arguments.span().data(), 2))) return Value::error();
  set_exception_field(self_of(arguments), field::AttributeErrorName, arguments[2]);
  set_exception_field(self_of(arguments), field::AttributeErrorObject, arguments[3]);
  return Value::none();
}

void set_import_error(Exception* self) {
  if (self->args->count == 1)
    set_exception_field(self, field::ImportErrorMessage, self->args->values[0]);
}

Value import_error_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, Arguments(arguments.span().data(), 2))) return Value::error();
  Exception* self = self_of(arguments);
  set_import_error(self);
  set_exception_field(self, field::ImportErrorName, arguments[2]);
  set_exception_field(self, field::ImportErrorPath, arguments[3]);
  return Value::none();
}

Value import_error_str(Thread& thread, Arguments arguments) {
  const Value message = exception_field(self_of(arguments), field::ImportErrorMessage);
  if (is_exactly(message, Kind::Str)) return message;
  return plain_text(thread, self_of(arguments));
}

Value import_error_reduce(Thread& thread, Arguments arguments) {
  const Exception* self = self_of(arguments);
  Dict* state = make_dict(thread);
  if (state == nullptr) return Value::error();
  const std::pair<Str*, uint32_t> fields[] = {{thread.isolate.names.name, field::ImportErrorName},
                                              {thread.isolate.names.path, field::ImportErrorPath}};
  for (const auto& [name, slot] : fields) {
    const Value value = exception_field(self, slot);
    if (!value.is_none() && !dict_set_str(thread, state, name, value)) return Value::error();
  }
  const Value parts[] = {Value::cell(self->type()), Value::cell(self->args), Value::cell(state)};
  return Value::cell(make_tuple(thread, std::span(parts, state->count == 0 ? 2 : 3)));
}

// --- SyntaxError --------------------------------------------------------------------------------

bool set_syntax_error(Thread& thread, Exception* self) {
  const Tuple* args = self->args;
  if (args->count >= 1) set_exception_field(self, field::SyntaxErrorMessage, args->values[0]);
  if (args->count != 2) return true;
  Tuple* details = tuple_from_iterable(thread, args->values[1]);
  if (details == nullptr) return false;
  if (details->count < 4 || details->count > 6) {
    raise_type_error(thread, text("function takes at ", details->count < 4 ? "least 4" : "most 6",
                                  " arguments (", details->count, " given)"));
    return false;
  }
  constexpr uint32_t targets[] = {field::SyntaxErrorFilename, field::SyntaxErrorLine,
                                  field::SyntaxErrorOffset,   field::SyntaxErrorText,
                                  field::SyntaxErrorEndLine,  field::SyntaxErrorEndOffset};
  for (uint64_t i = 0; i < details->count; ++i)
    set_exception_field(self, targets[i], details->values[i]);
  if (details->count == 5) {
    raise_type_error(thread, "end_offset must be provided when end_lineno is provided");
    return false;
  }
  return true;
}

Value syntax_error_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, arguments)) return Value::error();
  return set_syntax_error(thread, self_of(arguments)) ? Value::none() : Value::error();
}

Value syntax_error_str(Thread& thread, Arguments arguments) {
  const Exception* self = self_of(arguments);
  Str* message = str(thread, exception_field(self, field::SyntaxErrorMessage));
  if (message == nullptr) return Value::error();
  const Value filename = exception_field(self, field::SyntaxErrorFilename);
  const Value line = exception_field(self, field::SyntaxErrorLine);
  std::string shown(message->view());
  const bool has_line = line.is_small_int();
  if (is_str(filename)) {
    std::string_view name = as_str(filename)->view();
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
    shown +=
        has_line ? text(" (", name, ", line ", line.as_small_int(), ")") : text(" (", name, ")");
  } else if (has_line) {
    shown += text(" (line ", line.as_small_int(), ")");
  } else {
    return Value::cell(message);
  }
  return Value::cell(make_str(thread, shown));
}

// --- Unicode errors -----------------------------------------------------------------------------

// One argument of a Unicode error's constructor; false with TypeError pending.
bool check_argument(Thread& thread, Value value, uint32_t position, bool fits,
                    std::string_view wanted) {
  if (fits) return true;
  raise_type_error(thread, text("argument ", position, " must be ", wanted, ", not ",
                                argument_type_name(thread, value)));
  return false;
}

bool check_position(Thread& thread, Value value) { return to_index(thread, value).has_value(); }

// `with_encoding`: (encoding, object, start, end, reason), else without the encoding.
bool set_unicode_error(Thread& thread, Exception* self, bool with_encoding, bool object_is_bytes) {
  const Tuple* args = self->args;
  const uint64_t wanted = with_encoding ? 5 : 4;
  if (args->count != wanted) {
    raise_type_error(
        thread, text("function takes exactly ", wanted, " arguments (", args->count, " given)"));
    return false;
  }
  uint32_t next = 0;
  if (with_encoding) {
    if (!check_argument(thread, args->values[0], 1, is_str(args->values[0]), "str")) return false;
    set_exception_field(self, field::UnicodeErrorEncoding, args->values[0]);
    next = 1;
  }
  Value object = args->values[next];
  if (object_is_bytes) {
    if (!is_kind(object, Kind::Bytes)) {
      const auto bytes = readable_bytes(thread, object);
      Bytes* copy = bytes ? make_bytes(thread, *bytes) : nullptr;
      if (copy == nullptr) return false;
      object = Value::cell(copy);
    }
  } else if (!check_argument(thread, object, next + 1, is_str(object), "str")) {
    return false;
  }
  set_exception_field(self, field::UnicodeErrorObject, object);
  if (!check_position(thread, args->values[next + 1]) ||
      !check_position(thread, args->values[next + 2]))
    return false;
  set_exception_field(self, field::UnicodeErrorStart, args->values[next + 1]);
  set_exception_field(self, field::UnicodeErrorEnd, args->values[next + 2]);
  const Value reason = args->values[next + 3];
  if (!check_argument(thread, reason, next + 4, is_str(reason), "str")) return false;
  set_exception_field(self, field::UnicodeErrorReason, reason);
  return true;
}

template <bool WithEncoding, bool ObjectIsBytes>
Value unicode_error_init(Thread& thread, Arguments arguments) {
  if (!take_args(thread, arguments)) return Value::error();
  return set_unicode_error(thread, self_of(arguments), WithEncoding, ObjectIsBytes)
             ? Value::none()
             : Value::error();
}

struct UnicodeErrorParts {
  std::string encoding;
  std::string reason;
  int64_t start = 0;
  int64_t end = 0;
  Value object;
};

// False: an exception is pending, or (when `is_set` is false) the exception was never initialised.
bool unicode_error_parts(Thread& thread, const Exception* self, UnicodeErrorParts& parts,
                         bool& is_set) {
  parts.object = exception_field(self, field::UnicodeErrorObject);
  is_set = !parts.object.is_none();
  if (!is_set) return false;
  Str* encoding = str(thread, exception_field(self, field::UnicodeErrorEncoding));
  if (encoding == nullptr) return false;
  parts.encoding = encoding->view();
  Str* reason = str(thread, exception_field(self, field::UnicodeErrorReason));
  if (reason == nullptr) return false;
  parts.reason = reason->view();
  const auto start = to_index(thread, exception_field(self, field::UnicodeErrorStart));
  const auto end = to_index(thread, exception_field(self, field::UnicodeErrorEnd));
  if (!start || !end) return false;
  parts.start = *start;
  parts.end = *end;
  return true;
}

// "character '\xe9' in position 1" or "characters in position 1-2".
std::string describe_characters(const UnicodeErrorParts& parts) {
  const auto* object = parts.object.as<Str>();
  if (parts.end == parts.start + 1 && parts.start >= 0 && parts.start < object->char_count) {
    const std::string_view view = object->view();
    const char* at = view.data();
    for (int64_t i = 0; i < parts.start; ++i) at += utf8::sequence_size(*at);
    const uint32_t code_point = utf8::decode(at);
    char buffer[48];
    std::snprintf(buffer, sizeof buffer,
                  code_point <= 0xff     ? "character '\\x%02x' in position "
                  : code_point <= 0xffff ? "character '\\u%04x' in position "
                                         : "character '\\U%08x' in position ",
                  code_point);
    return text(buffer, parts.start);
  }
  return text("characters in position ", parts.start, "-", parts.end - 1);
}

Value unicode_encode_error_str(Thread& thread, Arguments arguments) {
  UnicodeErrorParts parts;
  bool is_set;
  if (!unicode_error_parts(thread, self_of(arguments), parts, is_set))
    return is_set ? Value::error() : Value::cell(thread.isolate.empty_str);
  return Value::cell(make_str(thread, text("'", parts.encoding, "' codec can't encode ",
                                           describe_characters(parts), ": ", parts.reason)));
}

Value unicode_decode_error_str(Thread& thread, Arguments arguments) {
  UnicodeErrorParts parts;
  bool is_set;
  if (!unicode_error_parts(thread, self_of(arguments), parts, is_set))
    return is_set ? Value::error() : Value::cell(thread.isolate.empty_str);
  const auto* object = parts.object.as<Bytes>();
  std::string where = text("bytes in position ", parts.start, "-", parts.end - 1);
  if (parts.end == parts.start + 1 && parts.start >= 0 &&
      static_cast<uint64_t>(parts.start) < object->count) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "byte 0x%02x",
                  static_cast<unsigned char>(object->bytes[parts.start]));
    where = text(buffer, " in position ", parts.start);
  }
  return Value::cell(make_str(
      thread, text("'", parts.encoding, "' codec can't decode ", where, ": ", parts.reason)));
}

Value unicode_translate_error_str(Thread& thread, Arguments arguments) {
  UnicodeErrorParts parts;
  bool is_set;
  if (!unicode_error_parts(thread, self_of(arguments), parts, is_set))
    return is_set ? Value::error() : Value::cell(thread.isolate.empty_str);
  return Value::cell(
      make_str(thread, text("can't translate ", describe_characters(parts), ": ", parts.reason)));
}

}  // namespace

bool set_fields_from_args(Thread& thread, Exception* exception) {
  // Classes without fields are the common case.
  if (reserved_slot_count(exception->type()) == 0) return true;
  if (is_a(thread, exception, &ExceptionTypes::stop_iteration)) {
    set_stop_iteration(exception);
  } else if (is_a(thread, exception, &ExceptionTypes::system_exit)) {
    set_system_exit(exception);
  } else if (is_a(thread, exception, &ExceptionTypes::import_error)) {
    set_import_error(exception);
  } else if (is_a(thread, exception, &ExceptionTypes::os_error)) {
    return set_os_error(thread, exception);
  } else if (is_a(thread, exception, &ExceptionTypes::syntax_error)) {
    return set_syntax_error(thread, exception);
  } else if (is_a(thread, exception, &ExceptionTypes::unicode_encode_error)) {
    return set_unicode_error(thread, exception, true, false);
  } else if (is_a(thread, exception, &ExceptionTypes::unicode_decode_error)) {
    return set_unicode_error(thread, exception, true, true);
  }
  return true;
}

const NativeMethod stop_iteration_methods[1] = {
    {"__init__", "(self, /, *args, **kwargs)", "Set the value.", stop_iteration_init}};
const NativeMethod system_exit_methods[1] = {
    {"__init__", "(self, /, *args, **kwargs)", "Set the exit code.", system_exit_init}};
const NativeMethod key_error_methods[1] = {
    {"__str__", "(self, /)", "Return str(self): the key as repr shows it.", key_error_str}};
const NativeMethod name_error_methods[1] = {
    {"__init__", "(self, /, *args, name=None)", "Set the name.", name_error_init}};
const NativeMethod attribute_error_methods[1] = {
    {"__init__", "(self, /, *args, name=None, obj=None)", "Set the name and the object.",
     attribute_error_init}};
const NativeMethod import_error_methods[3] = {
    {"__init__", "(self, /, *args, name=None, path=None)", "Set the name and the path.",
     import_error_init},
    {"__str__", "(self, /)", "Return str(self).", import_error_str},
    {"__reduce__", "(self, /)", "Return what copying and pickling need.", import_error_reduce}};
const NativeMethod syntax_error_methods[2] = {
    {"__init__", "(self, /, *args, **kwargs)", "Set message and place.", syntax_error_init},
    {"__str__", "(self, /)", "Return str(self).", syntax_error_str}};
const NativeMethod unicode_decode_error_methods[2] = {
    {"__init__", "(self, /, *args, **kwargs)", "Set the fields.", unicode_error_init<true, true>},
    {"__str__", "(self, /)", "Return str(self).", unicode_decode_error_str}};
const NativeMethod unicode_encode_error_methods[2] = {
    {"__init__", "(self, /, *args, **kwargs)", "Set the fields.", unicode_error_init<true, false>},
    {"__str__", "(self, /)", "Return str(self).", unicode_encode_error_str}};
const NativeMethod unicode_translate_error_methods[2] = {
    {"__init__", "(self, /, *args, **kwargs)", "Set the fields.", unicode_error_init<false, false>},
    {"__str__", "(self, /)", "Return str(self).", unicode_translate_error_str}};

}  // namespace weft

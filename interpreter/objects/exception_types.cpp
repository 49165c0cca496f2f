// The declarations of the built-in exception classes.
#include "interpreter/objects/exception_fields.h"

namespace weft {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view stop_iteration_fields[] = {"value"};
constexpr std::string_view system_exit_fields[] = {"code"};
constexpr std::string_view name_error_fields[] = {"name"};
constexpr std::string_view attribute_error_fields[] = {"name", "obj"};
constexpr std::string_view import_error_fields[] = {"msg", "name", "path"};
constexpr std::string_view os_error_fields[] = {"errno", "strerror", "filename", "filename2",
                                                "characters_written"};
constexpr std::string_view syntax_error_fields[] = {
    "msg",  "filename",   "lineno",     "offset",
    "text", "end_lineno", "end_offset", "print_file_and_line"};
constexpr std::string_view unicode_error_fields[] = {"encoding", "object", "start", "end",
                                                     "reason"};
constexpr std::string_view group_fields[] = {"message", "exceptions"};

struct Declaration {
  std::string_view name;
  std::string_view doc;
  std::span<const NativeMethod> methods = {};
  Names fields = {};
  std::span<const NativeAttribute> attributes = {};
  std::string_view module = "builtins";
};

constexpr Declaration declarations[] = {
    {"BaseException",
     "The root of all exceptions.",
     base_exception_methods,
     {},
     base_exception_attributes},
    {"BaseExceptionGroup",
     "Several unrelated exceptions raised together.",
     exception_group_methods,
     group_fields,
     {}},
    {"Exception", "The base of all exceptions that do not ask the program to end."},
    {"GeneratorExit", "Raised inside a generator that is closed."},
    {"KeyboardInterrupt", "The user interrupted the program."},
    {"SystemExit", "Asks the interpreter to end.", system_exit_methods, system_exit_fields, {}},
    {"ArithmeticError", "The base of arithmetic errors."},
    {"AssertionError", "An assertion failed."},
    {"AttributeError",
     "An object has no such attribute.",
     attribute_error_methods,
     attribute_error_fields,
     {}},
    {"BufferError", "A buffer can not be changed or given out."},
    {"EOFError", "The input ended before anything was read."},
    {"ImportError",
     "A module, or a name in it, could not be imported.",
     import_error_methods,
     import_error_fields,
     {}},
    {"LookupError", "The base of failed lookups by key or index."},
    {"MemoryError", "There is not enough memory."},
    {"NameError", "A name is not bound.", name_error_methods, name_error_fields, {}},
    {"OSError", "The operating system refused a request.", os_error_methods, os_error_fields, {}},
    {"ReferenceError", "A weak proxy was used after its object died."},
    {"RuntimeError", "An error that fits no other class."},
    {"StopAsyncIteration", "An asynchronous iterator has ended."},
    {"StopIteration", "An iterator has ended.", stop_iteration_methods, stop_iteration_fields, {}},
    {"SyntaxError", "Source text is not valid.", syntax_error_methods, syntax_error_fields, {}},
    {"SystemError", "The interpreter itself is at fault."},
    {"TypeError", "An operation does not suit the type of its operand."},
    {"ValueError", "An argument has the right type but an unsuitable value."},
    {"Warning", "The base of warnings."},
    {"FloatingPointError", "A floating-point operation failed."},
    {"OverflowError", "A result is too large to be represented."},
    {"ZeroDivisionError", "A division or remainder by zero."},
    {"BytesWarning", "Suspicious use of bytes or bytearray."},
    {"DeprecationWarning", "Something will be removed; meant for developers."},
    {"EncodingWarning", "The default encoding of the locale was used silently."},
    {"FutureWarning", "Something will change; meant for users."},
    {"ImportWarning", "A probable mistake in an import."},
    {"PendingDeprecationWarning", "Something is going to be deprecated."},
    {"ResourceWarning", "A resource was not released."},
    {"RuntimeWarning", "Suspicious behaviour at run time."},
    {"SyntaxWarning", "Suspicious syntax."},
    {"UnicodeWarning", "A problem with Unicode text."},
    {"UserWarning", "A warning made by a program."},
    {"BlockingIOError", "The operation would have to wait."},
    {"ChildProcessError", "An operation on a child process failed."},
    {"ConnectionError", "The base of failures of connections."},
    {"FileExistsError", "The file is there already."},
    {"FileNotFoundError", "There is no such file or directory."},
    {"InterruptedError", "A signal interrupted the operation."},
    {"IsADirectoryError", "The file is a directory."},
    {"NotADirectoryError", "The file is no directory."},
    {"PermissionError", "The operation is not permitted."},
    {"ProcessLookupError", "There is no such process."},
    {"TimeoutError", "The operation took too long."},
    {"IndentationError", "Lines are indented wrongly."},
    {"IndexError", "An index is out of range."},
    {"KeyError", "A mapping has no such key.", key_error_methods, {}, {}},
    {"ModuleNotFoundError", "There is no such module."},
    {"NotImplementedError", "A method is to be provided by a subclass."},
    {"RecursionError", "Calls are nested too deeply."},
    {"UnboundLocalError", "A local variable was used before it was assigned."},
    {"UnicodeError", "The base of errors in Unicode conversions."},
    {"BrokenPipeError", "Nobody reads the other end of the pipe."},
    {"ConnectionAbortedError", "The connection was aborted."},
    {"ConnectionRefusedError", "The connection was refused."},
    {"ConnectionResetError", "The connection was reset."},
    {"TabError", "Tabs and blanks are mixed inconsistently."},
    {"UnicodeDecodeError",
     "Bytes could not be decoded.",
     unicode_decode_error_methods,
     unicode_error_fields,
     {}},
    {"UnicodeEncodeError",
     "Text could not be encoded.",
     unicode_encode_error_methods,
     unicode_error_fields,
     {}},
    {"UnicodeTranslateError",
     "Text could not be translated.",
     unicode_translate_error_methods,
     unicode_error_fields,
     {}},
    {"ExceptionGroup", "Several unrelated exceptions (no BaseExceptions) raised together."},
    {"DeadlockError", "Nothing can go on: everybody waits for one another.", {}, {}, {}, "weft"},
    {"GreenletExit", "Ends the greenlet it is raised in, quietly.", {}, {}, {}, "greenlet"},
    {"error", "Misuse of greenlets.", {}, {}, {}, "greenlet"},
    {"Empty", "A queue had nothing to give in time.", {}, {}, {}, "_queue"},
    {"Cancelled", "Ends the task it is raised in.", {}, {}, {}, "weft"},
    {"ChannelClosed", "Nothing can be sent, and nothing is left to receive.", {}, {}, {}, "weft"},
};

constexpr const Declaration& declaration_of(std::string_view name) {
  for (const Declaration& declaration : declarations)
    if (declaration.name == name) return declaration;
  __builtin_unreachable();  // not a constant: does not build
}

constexpr TypeSpec spec_of(std::string_view name) {
  const Declaration& declaration = declaration_of(name);
  return {.name = declaration.name,
          .module = declaration.module,
          .doc = declaration.doc,
          .instance_kind = Kind::Exception,
          .instance_size = sizeof(Exception),
          .is_base_type = true,
          .instances_have_dict = true,
          .methods = declaration.methods,
          .attributes = declaration.attributes};
}

constexpr TypeSpec specs[] = {
#define EXCEPTION_TYPE(member, name, base) spec_of(#name),
#include "interpreter/objects/exception_types.def"
#undef EXCEPTION_TYPE
};
constexpr Names fields[] = {
#define EXCEPTION_TYPE(member, name, base) declaration_of(#name).fields,
#include "interpreter/objects/exception_types.def"
#undef EXCEPTION_TYPE
};

}  // namespace

const TypeSpec& exception_type_spec(uint32_t index) { return specs[index]; }

std::span<const std::string_view> exception_field_names(uint32_t index) { return fields[index]; }

}  // namespace weft

// Native functions: the one way C++ code is offered to scripts, for built-in types, the standard
// library and hosts.
//
// A declaration is data: name, signature text, docstring, code.
//
//   Value list_insert(Thread& thread, Arguments arguments) { … }
//   constexpr NativeMethod methods[] = {
//       {"insert", "(self, index, object, /)", "Insert object before index.", list_insert},
//       {"sort", "(self, /, *, key=None, reverse=False)", "Sort in place.", list_sort},
//   };
//
// The signature is Python's own notation and binds the call: the function receives exactly one
// value a parameter, in order: defaults filled in (None, True, False, integers, floats, 'strings',
// () and
// `<unset>`, which passes Value::unset() for "not given"), `*args` as a tuple, `**kwargs` as a
// dict. A wrong call raises CPython's TypeError before the function runs. A positional call with
// the exact number of plain positional parameters binds nothing and copies nothing.
//
// Where CPython documents optional parameters in brackets instead of a signature, the brackets are
// written: "(sub[, start=None[, end=None]], /)", or "(x, [base=<unset>], /)" for one group. They
// change how wrong counts are reported and that scripts see no __text_signature__, nothing else.
//
// A method's first parameter is `self`; for a method of a built-in type the binding has checked
// that it is an instance of the type. `cls` as the first parameter makes a class method, no first
// parameter named so a static one when `NativeMethod` stands in a type.
//
// A native function returns a value, or the error value with an exception pending in `thread`.
#pragma once

#include <span>
#include <string_view>

#include "interpreter/objects/object.h"

namespace weft {

// The bound arguments of a native call; they stay alive during the call.
class Arguments {
 public:
  Arguments(const Value* values, uint32_t count) : values_(values), count_(count) {}
  Value operator[](uint32_t index) const { return values_[index]; }
  uint32_t count() const { return count_; }
  std::span<const Value> span() const { return {values_, count_}; }

 private:
  const Value* values_;
  uint32_t count_;
};

using NativeCode = Value (*)(Thread& thread, Arguments arguments);

// For functions that take what comes: `values` are the positional arguments followed by one a
// keyword name. The names are null when there are none.
using RawNativeCode = Value (*)(Thread& thread, std::span<const Value> values,
                                Tuple* keyword_names);

struct NativeMethod {
  std::string_view name;
  std::string_view signature;  // "(self, x, /, *, key=None)"
  std::string_view doc;
  NativeCode code;
  RawNativeCode raw_code =
      nullptr;  // instead of `code`: nothing is bound, the signature only shown
};

// As what scripts see the descriptor of a native attribute: getset_descriptor or member_descriptor.
// The two answer differently when a read-only one is written to.
enum class AttributeForm : uint8_t { Computed, Member };

// An attribute of a built-in type.
struct NativeAttribute {
  std::string_view name;
  std::string_view doc;
  Value (*get)(Thread& thread, Value self);
  // null: read-only. `value` is unset for deletion. False: exception pending.
  bool (*set)(Thread& thread, Value self, Value value);
  AttributeForm form = AttributeForm::Computed;
};

// A table of methods that another file holds.
using MethodTable = std::span<const NativeMethod> (*)();

// Everything a built-in type is made from. Types point at it and functions at their declarations,
// to the very end of the process: all of it is constant data.
struct TypeSpec {
  std::string_view name;
  std::string_view module;  // "builtins" …
  std::string_view doc;
  Kind instance_kind;
  uint32_t instance_size;                 // sizeof(the struct)
  bool is_base_type;                      // scripts may derive from it
  bool instances_have_dict;               // attribute slots of their own
  std::span<const NativeMethod> methods;  // dunders included: they are the protocol; `__new__`
                                          // takes (cls, …) and is made a static method
  std::span<const NativeAttribute> attributes;
  std::span<const MethodTable> more_methods = {};
};

// The text forms of native functions differ by how they are found; the struct is one.
//   native_function          of a module, `__new__` of a type, or a static method
//   method_descriptor        `list.append`; reading it from an instance binds it
//   wrapper_descriptor       the same for a special method that stands for an operation
//   class_method_descriptor  `dict.fromkeys`; reading it binds it to the class
//
// Nothing of the signature is looked at before the first call. The dispatch loop may call `code`
// directly when `simple` is set, no keyword is given, the number of values is `positional_count`,
// and either `owner` is null or the method was found on the receiver's type; in every other case it
// goes through call_native().
struct NativeFunction : Object {
  using Object::Object;
  NativeCode code;
  const NativeMethod* declaration;
  Str* name;
  Value module_name;  // str or None
  Type* owner;        // the type it is a method of, else null
  Value bound_self;   // the module or class a function belongs to (`__self__`, not passed to the
                      // code); unset for none
  Cell* signature;    // native_signature.h; null until the first call
  const Value* defaults;  // of all parameters, inside `signature`; null unless any of the optional
                          // ones may be left out of a call, and they are few
  uint16_t positional_count;  // `self` included; 0 until the first call, as are the next three
  uint16_t required_count;
  uint16_t parameter_count;
  bool simple;       // positional parameters only
  bool takes_self;   // a method: the first value is checked to be an instance of `owner`
  bool takes_class;  // `__new__`: the first value is checked to be a subclass of `owner`
};

[[nodiscard]] NativeFunction* make_native_function(Thread& thread, const NativeMethod& declaration,
                                                   Type* owner, Value module_name);

// Binds and calls: `values` are the positional ones followed by one value a keyword name. A
// function that waits (hub.h) is waited for here, on this native stack.
[[nodiscard]] Value call_native(Thread& thread, NativeFunction* function,
                                std::span<const Value> values, Tuple* keyword_names);
// The same for the dispatch loop, which is told by thread.leaving that the running fiber waits.
// Of the second the caller has checked that the receiver is one.
[[nodiscard]] Value begin_native(Thread& thread, NativeFunction* function,
                                 std::span<const Value> values, Tuple* keyword_names);
[[nodiscard]] Value begin_native_method(Thread& thread, NativeFunction* function,
                                        const Value* values, uint32_t count);

// Makes a built-in type from its declaration. `base` null means object.
[[nodiscard]] Type* make_builtin_type(Thread& thread, const TypeSpec& spec, Type* base);

// Adds native functions to the namespace of a module.
[[nodiscard]] bool add_native_functions(Thread& thread, Dict* module_namespace, Value module_name,
                                        std::span<const NativeMethod> functions);

}  // namespace weft

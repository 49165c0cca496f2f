// The types of None, NotImplemented and Ellipsis.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

template <uint64_t Bits>
Value singleton_new(Thread& thread, Arguments arguments) {
  if (arguments[1].as<Tuple>()->count == 0 && arguments[2].as<Dict>()->count == 0)
    return Value::from_bits(Bits);
  // The error names the class as module types does.
  const std::string_view name = Bits == Value::EllipsisBits ? std::string_view("EllipsisType")
                                                            : as_type(arguments[0])->name->view();
  return raise_type_error(thread, text(name, " takes no arguments"));
}

Value none_repr(Thread& thread, Arguments) { return Value::cell(intern(thread, "None")); }
Value none_bool(Thread&, Arguments) { return Value::boolean(false); }
Value none_hash(Thread&, Arguments) { return Value::small_int(0xfca86420); }

Value not_implemented_repr(Thread& thread, Arguments) {
  return Value::cell(intern(thread, "NotImplemented"));
}
Value ellipsis_repr(Thread& thread, Arguments) { return Value::cell(intern(thread, "Ellipsis")); }

constexpr NativeMethod none_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Return None.", singleton_new<Value::NoneBits>},
    {"__repr__", "(self, /)", "Return repr(self).", none_repr},
    {"__bool__", "(self, /)", "False.", none_bool},
    {"__hash__", "(self, /)", "Return hash(self).", none_hash},
};
constexpr NativeMethod not_implemented_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Return NotImplemented.",
     singleton_new<Value::NotImplementedBits>},
    {"__repr__", "(self, /)", "Return repr(self).", not_implemented_repr},
    {"__reduce__", "(self, /)", "Return the name, for copying and pickling.", not_implemented_repr},
};
constexpr NativeMethod ellipsis_methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Return Ellipsis.",
     singleton_new<Value::EllipsisBits>},
    {"__repr__", "(self, /)", "Return repr(self).", ellipsis_repr},
    {"__reduce__", "(self, /)", "Return the name, for copying and pickling.", ellipsis_repr},
};

constexpr TypeSpec spec(std::string_view name, std::string_view doc,
                        std::span<const NativeMethod> methods) {
  return {.name = name,
          .module = "builtins",
          .doc = doc,
          .instance_kind = Kind::Instance,
          .instance_size = sizeof(Object),
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = {}};
}

}  // namespace

const TypeSpec none_type_spec = spec("NoneType", "The type of None.", none_methods);
const TypeSpec not_implemented_type_spec =
    spec("NotImplementedType", "The type of NotImplemented.", not_implemented_methods);
const TypeSpec ellipsis_type_spec = spec("ellipsis", "The type of Ellipsis.", ellipsis_methods);

}  // namespace weft

// The built-in types of an isolate, by name.
#pragma once

#include "interpreter/objects/object.h"

namespace weft {

struct BuiltinTypes {
#define BUILTIN_TYPE(member, base) Type* member;
#include "interpreter/objects/builtin_types.def"
#undef BUILTIN_TYPE
};

// Each type's declaration; defined beside the type's code.
#define BUILTIN_TYPE(member, base) extern const TypeSpec member##_type_spec;
#include "interpreter/objects/builtin_types.def"
#undef BUILTIN_TYPE

struct ExceptionTypes {
#define EXCEPTION_TYPE(member, name, base) Type* member;
#include "interpreter/objects/exception_types.def"
#undef EXCEPTION_TYPE
};

}  // namespace weft

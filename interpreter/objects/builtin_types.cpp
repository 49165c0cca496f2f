#include "interpreter/objects/builtin_types.h"

#include <algorithm>

#include "interpreter/objects/bootstrap.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception_fields.h"
#include "interpreter/objects/instance.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "interpreter/objects/type_internal.h"

namespace weft {
namespace {

struct BuiltinEntry {
  Type* BuiltinTypes::*member;
  Type* BuiltinTypes::*base;
  const TypeSpec* spec;
};
constexpr BuiltinEntry builtin_entries[] = {
#define BUILTIN_TYPE(member, base) \
  {&BuiltinTypes::member, &BuiltinTypes::base, &member##_type_spec},
#include "interpreter/objects/builtin_types.def"
#undef BUILTIN_TYPE
};

struct ExceptionClass {
  Type* ExceptionTypes::*member;
  Type* ExceptionTypes::*base;
};
constexpr ExceptionClass exception_entries[] = {
#define EXCEPTION_TYPE(member, name, base) {&ExceptionTypes::member, &ExceptionTypes::base},
#include "interpreter/objects/exception_types.def"
#undef EXCEPTION_TYPE
};

// Classes made by scripts add the ability where their base lacks it.
bool supports_weak_references(Kind kind) {
  switch (kind) {
    case Kind::MemoryView:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Type:
    case Kind::Function:
    case Kind::BoundMethod:
    case Kind::Partial:
    case Kind::Deque:
    case Kind::NativeFunction:
    case Kind::Code:
    case Kind::Module:
    case Kind::GenericAlias:
    case Kind::Fiber:
    case Kind::Generator:
    case Kind::Coroutine:
    case Kind::AsyncGenerator:
    case Kind::EventLoop:
    case Kind::LoopHandle:
    case Kind::Future:
    case Kind::Task:
    case Kind::File:
    case Kind::NativeObject:
    case Kind::HostObject:
      return true;
    default:
      return false;
  }
}

// The fields that need no other object: where instances keep what, and whose layout it extends.
void lay_out(Type* type, const TypeSpec& spec, Type* base) {
  type->base = base;
  type->spec = &spec;
  type->instance_kind = spec.instance_kind;
  type->is_base_type = spec.is_base_type;
  type->instances_have_dict = spec.instances_have_dict;
  type->instances_have_weakrefs = supports_weak_references(spec.instance_kind);
  type->instance_size = spec.instance_size;
  type->slots_offset = NoSlots;
  if (spec.instances_have_dict) {
    // The struct ends with its overflow word.
    type->instance_size -= sizeof(Cell*);
    type->slots_offset = type->instance_size;
  }
}

bool add_root_shape(Thread& thread, Type* type, uint32_t reserved) {
  Shape* shape = make_root_shape(thread, type, reserved, static_cast<uint16_t>(reserved));
  if (shape == nullptr) return false;
  store(type, type->root_shape, shape);
  return true;
}

bool set_tuple(Thread& thread, Type* type, Tuple*& field, std::initializer_list<Value> values) {
  Tuple* tuple = make_tuple(thread, std::span<const Value>(values.begin(), values.size()));
  if (tuple == nullptr) return false;
  store(type, field, tuple);
  return true;
}

// bases and MRO of a type with a single base.
bool link_line(Thread& thread, Type* type) {
  Type* base = type->base;
  if (base == nullptr) {
    store(type, type->bases, thread.isolate.empty_tuple);
    return set_tuple(thread, type, type->mro, {Value::cell(type)});
  }
  if (!set_tuple(thread, type, type->bases, {Value::cell(base)})) return false;
  Tuple* mro = make_tuple(thread, base->mro->count + 1);
  if (mro == nullptr) return false;
  store(mro, mro->values[0], Value::cell(type));
  for (uint64_t i = 0; i < base->mro->count; ++i)
    store(mro, mro->values[i + 1], base->mro->values[i]);
  store(type, type->mro, mro);
  return true;
}

// Static methods stand in the dict wrapped; the rest as they are.
Value method_entry(Thread& thread, Type* type, const NativeMethod& declaration,
                   NativeFunction* function) {
  if (function->type() == thread.isolate.types.native_function && declaration.name != "__new__") {
    store(function, function->bound_self, Value::cell(type));
    return make_static_method(thread, Value::cell(function));
  }
  return Value::cell(function);
}

bool add_methods(Thread& thread, Type* type, std::span<const NativeMethod> methods) {
  for (const NativeMethod& declaration : methods) {
    NativeFunction* function = make_native_function(thread, declaration, type, Value::none());
    if (function == nullptr) return false;
    const Value entry = method_entry(thread, type, declaration, function);
    if (!entry || !dict_set_str(thread, type->dict, function->name, entry)) return false;
  }
  return true;
}

bool fill_dict(Thread& thread, Type* type) {
  const TypeSpec& spec = *type->spec;
  const Names& names = thread.isolate.names;
  Dict* dict = make_dict(thread, spec.methods.size() + spec.attributes.size() + 2);
  if (dict == nullptr) return false;
  store(type, type->dict, dict);
  if (!add_methods(thread, type, spec.methods)) return false;
  for (const MethodTable table : spec.more_methods) {
    if (!add_methods(thread, type, table())) return false;
  }
  for (const NativeAttribute& declaration : spec.attributes) {
    Str* name = intern(thread, declaration.name);
    const Value descriptor = make_attribute_descriptor(thread, type, declaration);
    if (!descriptor || !dict_set_str(thread, dict, name, descriptor)) return false;
  }
  if (spec.instances_have_dict && (type->base == nullptr || !type->base->instances_have_dict) &&
      dict_get_str(dict, names.__dict__).is_unset()) {
    const Value descriptor = make_attribute_descriptor(thread, type, instance_dict_attribute);
    if (!descriptor || !dict_set_str(thread, dict, names.__dict__, descriptor)) return false;
  }
  Str* hash = names.special_name(Special::Hash);
  if (!dict_get_str(dict, names.special_name(Special::Eq)).is_unset() &&
      dict_get_str(dict, hash).is_unset() && !dict_set_str(thread, dict, hash, Value::none()))
    return false;
  // A class whose instances compute their docstring shows its own from the declaration.
  if (!dict_get_str(dict, names.__doc__).is_unset()) return true;
  Value doc = Value::none();
  if (!spec.doc.empty()) {
    Str* doc_text = make_str(thread, spec.doc);
    if (doc_text == nullptr) return false;
    doc = Value::cell(doc_text);
  }
  return dict_set_str(thread, dict, names.__doc__, doc);
}

// Descriptors of the reserved slots an exception class adds to its base's.
bool add_fields(Thread& thread, Type* type, std::span<const std::string_view> names) {
  uint32_t slot = reserved_slot_count(type) - static_cast<uint32_t>(names.size());
  for (const std::string_view text : names) {
    Str* name = intern(thread, text);
    if (name == nullptr) return false;
    const Value descriptor =
        make_slot_descriptor(thread, type, name, slot++, text != "characters_written");
    if (!descriptor || !dict_set_str(thread, type->dict, name, descriptor)) return false;
    // What a group holds is settled when it is made.
    descriptor.as<SlotDescriptor>()->read_only =
        type == thread.isolate.exceptions.base_exception_group;
  }
  return true;
}

// Every exception class initialises its instances itself, if only as its base does: what scripts
// see of it, and the class a wrong receiver is told, is the class's own.
bool add_own_init(Thread& thread, Type* type) {
  Str* name = thread.isolate.names.special_name(Special::Init);
  if (!dict_get_str(type->dict, name).is_unset()) return true;
  const auto* inherited = dict_get_str(type->base->dict, name).as<NativeFunction>();
  NativeFunction* own = make_native_function(thread, *inherited->declaration, type, Value::none());
  return own != nullptr && dict_set_str(thread, type->dict, name, Value::cell(own));
}

bool name_type(Thread& thread, Type* type) {
  Str* name = intern(thread, type->spec->name);
  if (name == nullptr) return false;
  store(type, type->name, name);
  store(type, type->qualified_name, name);
  return true;
}

}  // namespace

bool bootstrap_layouts(Thread& thread) {
  Isolate& isolate = thread.isolate;
  BuiltinTypes& types = isolate.types;
  const uint64_t bare = Cell::make_header(nullptr, static_cast<uint8_t>(Kind::Type), ExactFlag);
  for (const BuiltinEntry& entry : builtin_entries)
    if ((types.*entry.member = allocate_type(thread, bare)) == nullptr) return false;
  for (const ExceptionClass& entry : exception_entries)
    if ((isolate.exceptions.*entry.member = allocate_type(thread, bare)) == nullptr) return false;

  for (const BuiltinEntry& entry : builtin_entries) {
    Type* type = types.*entry.member;
    lay_out(type, *entry.spec, type == types.object ? nullptr : types.*entry.base);
    if (!add_root_shape(thread, type, 0)) return false;
  }
  // Attributes of classes are kept in their dict.
  types.type->instances_have_dict = true;
  uint32_t index = 0;
  for (const ExceptionClass& entry : exception_entries) {
    Type* type = isolate.exceptions.*entry.member;
    Type* base = isolate.exceptions.*entry.base;
    lay_out(type, exception_type_spec(index), base == type ? types.object : base);
    const uint32_t inherited = base == type ? 0 : reserved_slot_count(base);
    const auto own = static_cast<uint32_t>(exception_field_names(index).size());
    if (!add_root_shape(thread, type, inherited + own)) return false;
    ++index;
  }
  const uint64_t header = types.type->root_shape->object_header;
  for (const BuiltinEntry& entry : builtin_entries) (types.*entry.member)->set_header(header);
  for (const ExceptionClass& entry : exception_entries)
    (isolate.exceptions.*entry.member)->set_header(header);
  isolate.bound_native_shape = make_special_shape(thread, types.native_function, Kind::BoundMethod);
  return isolate.bound_native_shape != nullptr;
}

bool bootstrap_types(Thread& thread) {
  Isolate& isolate = thread.isolate;
  for (const BuiltinEntry& entry : builtin_entries) {
    Type* type = isolate.types.*entry.member;
    if (!name_type(thread, type) || !link_line(thread, type)) return false;
  }
  for (const ExceptionClass& entry : exception_entries) {
    Type* type = isolate.exceptions.*entry.member;
    if (!name_type(thread, type) || !link_line(thread, type)) return false;
  }
  Type* exception_group = isolate.exceptions.exception_group;
  if (!set_tuple(thread, exception_group, exception_group->bases,
                 {Value::cell(isolate.exceptions.base_exception_group),
                  Value::cell(isolate.exceptions.exception)}) ||
      !set_tuple(
          thread, exception_group, exception_group->mro,
          {Value::cell(exception_group), Value::cell(isolate.exceptions.base_exception_group),
           Value::cell(isolate.exceptions.exception),
           Value::cell(isolate.exceptions.base_exception), Value::cell(isolate.types.object)}))
    return false;
  for (const BuiltinEntry& entry : builtin_entries) {
    Type* type = isolate.types.*entry.member;
    if (!fill_dict(thread, type)) return false;
    refresh_specials(thread, type);
  }
  uint32_t index = 0;
  for (const ExceptionClass& entry : exception_entries) {
    Type* type = isolate.exceptions.*entry.member;
    if (!fill_dict(thread, type) || !add_own_init(thread, type) ||
        !add_fields(thread, type, exception_field_names(index)))
      return false;
    refresh_specials(thread, type);
    ++index;
  }
  // Subclass lists come last: they hold weak references, which need everything above.
  for (const BuiltinEntry& entry : builtin_entries)
    if (!link_to_bases(thread, isolate.types.*entry.member)) return false;
  for (const ExceptionClass& entry : exception_entries)
    if (!link_to_bases(thread, isolate.exceptions.*entry.member)) return false;
  return true;
}

void trace_types(Isolate& isolate, Marker& marker) {
  for (const BuiltinEntry& entry : builtin_entries) marker.mark(isolate.types.*entry.member);
  for (const ExceptionClass& entry : exception_entries)
    marker.mark(isolate.exceptions.*entry.member);
}

Type* allocate_type(Thread& thread, uint64_t header) {
  auto* type = make_cell<Type>(thread, 0, header);
  if (type == nullptr) return nullptr;
  type->name = nullptr;
  type->qualified_name = nullptr;
  type->base = nullptr;
  type->bases = nullptr;
  type->mro = nullptr;
  type->dict = nullptr;
  type->root_shape = nullptr;
  type->dictionary_shape = nullptr;
  type->version = thread.isolate.next_version();
  type->subclasses = nullptr;
  type->spec = nullptr;
  type->instance_size = sizeof(Object);
  type->slots_offset = NoSlots;
  type->inline_slots_hint = 0;
  type->instance_kind = Kind::Instance;
  type->is_heap_type = false;
  type->is_base_type = true;
  type->instances_have_dict = false;
  type->instances_have_weakrefs = false;
  type->has_finalizer = false;
  type->is_abstract = false;
  type->has_getattribute = false;
  type->has_getattr = false;
  type->has_setattr = false;
  std::fill(std::begin(type->specials), std::end(type->specials), Value::unset());
  return type;
}

Type* make_builtin_type(Thread& thread, const TypeSpec& spec, Type* base) {
  Type* type = allocate_type(thread, thread.isolate.types.type->root_shape->object_header);
  if (type == nullptr) return nullptr;
  if (base == nullptr) base = thread.isolate.types.object;
  lay_out(type, spec, base);
  if (!add_root_shape(thread, type, 0) || !name_type(thread, type) || !link_line(thread, type) ||
      !fill_dict(thread, type))
    return nullptr;
  refresh_specials(thread, type);
  return link_to_bases(thread, type) ? type : nullptr;
}

}  // namespace weft

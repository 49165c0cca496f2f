// How the collector sees the kinds that belong to no area of their own: storage, shapes, classes,
// functions, exceptions, frames.
#include "interpreter/objects/context.h"
#include "interpreter/objects/descriptor.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/kinds.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/module.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/native_object.h"
#include "interpreter/objects/partial.h"
#include "interpreter/objects/shape.h"
#include "interpreter/objects/simple_namespace.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/super.h"
#include "interpreter/objects/weak_reference.h"

namespace weft {
namespace {

void trace_shape(Cell* cell, Marker& marker) {
  auto* shape = static_cast<Shape*>(cell);
  marker.mark(shape->type);
  marker.mark(shape->parent);
  marker.mark(shape->name);
  marker.mark(shape->transitions);
  marker.mark(shape->lookup_table);
}

void trace_shape_table(Cell* cell, Marker& marker) {
  auto* table = static_cast<ShapeTable*>(cell);
  for (uint32_t i = 0; i < table->capacity; ++i) {
    marker.mark(table->entries[i].name);
    marker.mark(table->entries[i].value);
  }
}

void trace_type(Cell* cell, Marker& marker) {
  auto* type = static_cast<Type*>(cell);
  marker.mark(type->name);
  marker.mark(type->qualified_name);
  marker.mark(type->base);
  marker.mark(type->bases);
  marker.mark(type->mro);
  marker.mark(type->dict);
  marker.mark(type->root_shape);
  marker.mark(type->dictionary_shape);
  marker.mark(type->subclasses);
  // `specials` repeats what the dicts of the MRO hold.
}

void trace_instance(Cell* cell, Marker& marker) { trace_slots(static_cast<Object*>(cell), marker); }

void trace_function(Cell* cell, Marker& marker) {
  auto* function = static_cast<Function*>(cell);
  marker.mark(function->code);
  marker.mark(function->globals);
  marker.mark(function->closure);
  marker.mark(function->defaults);
  marker.mark(function->keyword_defaults);
  marker.mark(function->name);
  marker.mark(function->qualified_name);
  marker.mark(function->doc);
  marker.mark(function->module_name);
  marker.mark(function->annotations);
  marker.mark(function->overflow);
}

void trace_bound_method(Cell* cell, Marker& marker) {
  auto* method = static_cast<BoundMethod*>(cell);
  marker.mark(method->function);
  marker.mark(method->self);
}

void trace_partial(Cell* cell, Marker& marker) {
  auto* partial = static_cast<Partial*>(cell);
  marker.mark(partial->function);
  marker.mark(partial->arguments);
  marker.mark(partial->keywords);
  trace_slots(partial, marker);
}

void trace_native_object(Cell* cell, Marker& marker) {
  auto* object = static_cast<NativeObject*>(cell);
  marker.mark_range(std::begin(object->values), std::end(object->values));
  if ((object->flags_byte() & ExactFlag) == 0) trace_slots(object, marker);
}

void trace_native_function(Cell* cell, Marker& marker) {
  auto* function = static_cast<NativeFunction*>(cell);
  marker.mark(function->name);
  marker.mark(function->module_name);
  marker.mark(function->owner);
  marker.mark(function->bound_self);
  marker.mark(function->signature);
}

void trace_box(Cell* cell, Marker& marker) { marker.mark(static_cast<Box*>(cell)->value); }

void trace_code(Cell* cell, Marker& marker) {
  auto* code = static_cast<Code*>(cell);
  marker.mark(code->name);
  marker.mark(code->qualified_name);
  marker.mark(code->filename);
  marker.mark(code->instruction_storage);
  marker.mark(code->constant_tuple);
  marker.mark(code->caches);
  marker.mark(code->exception_table);
  marker.mark(code->position_table);
  marker.mark(code->local_names);
  marker.mark(code->local_registers);
  marker.mark(code->cell_names);
  marker.mark(code->free_names);
}

void trace_code_caches(Cell* cell, Marker& marker) {
  auto* caches = static_cast<CodeCaches*>(cell);
  for (uint64_t i = 0; i < caches->call_count; ++i) marker.mark(caches->calls()[i].code);
  for (uint64_t i = 0; i < caches->count; ++i) {
    marker.mark(caches->entries()[i].name);
    marker.mark(caches->entries()[i].value);
    // What the other words mean depends on the site. Where they are addresses (the shape in a
    // header word, the version cell in a class or dict) the cell behind must stay, lest its memory
    // is given to another while the site still compares with it.
    const uint64_t words[] = {caches->entries()[i].header & Cell::PointerMask,
                              reinterpret_cast<uint64_t>(caches->entries()[i].version_cell)};
    if (words[0] != 0 || words[1] != 0) marker.mark_conservatively(words, words + 2);
  }
}

void trace_property(Cell* cell, Marker& marker) {
  auto* property = static_cast<Property*>(cell);
  marker.mark(property->getter);
  marker.mark(property->setter);
  marker.mark(property->deleter);
  marker.mark(property->doc);
  marker.mark(property->name);
  trace_slots(property, marker);
}

void trace_class_method(Cell* cell, Marker& marker) {
  auto* method = static_cast<ClassMethod*>(cell);
  marker.mark(method->callable);
  trace_slots(method, marker);
}

void trace_getset(Cell* cell, Marker& marker) {
  auto* descriptor = static_cast<GetSetDescriptor*>(cell);
  marker.mark(descriptor->owner);
  marker.mark(descriptor->name);
}

void trace_slot_descriptor(Cell* cell, Marker& marker) {
  auto* descriptor = static_cast<SlotDescriptor*>(cell);
  marker.mark(descriptor->owner);
  marker.mark(descriptor->name);
}

void trace_super(Cell* cell, Marker& marker) {
  auto* super = static_cast<Super*>(cell);
  marker.mark(super->start);
  marker.mark(super->object);
  marker.mark(super->object_type);
  trace_slots(super, marker);
}

void trace_generic_alias(Cell* cell, Marker& marker) {
  auto* alias = static_cast<GenericAlias*>(cell);
  marker.mark(alias->origin);
  marker.mark(alias->arguments);
  marker.mark(alias->parameters);
  trace_slots(alias, marker);
}

void trace_union_type(Cell* cell, Marker& marker) {
  auto* type = static_cast<UnionType*>(cell);
  marker.mark(type->arguments);
  marker.mark(type->parameters);
}

void trace_weak_reference(Cell* cell, Marker& marker) {
  // The target is looked after by the table of weak references.
  auto* reference = static_cast<WeakReference*>(cell);
  marker.mark(reference->callback);
  trace_slots(reference, marker);
}

void trace_generator(Cell* cell, Marker& marker) {
  auto* generator = static_cast<Generator*>(cell);
  marker.mark(generator->name);
  marker.mark(generator->qualified_name);
  marker.mark(generator->code);
  marker.mark(generator->handled);
  marker.mark(generator->outer_handled);
  marker.mark(generator->attachment);
  Frame& frame = generator->frame;
  if (generator->state == GeneratorState::Linked) marker.mark(generator_of(frame.caller));
  marker.mark(frame.function);
  marker.mark(frame.globals);
  marker.mark(frame.locals);
  marker.mark(frame.frame_object);
  marker.mark_range(frame.registers, frame.registers + generator->code->register_count);
}

void trace_async_awaitable(Cell* cell, Marker& marker) {
  auto* awaitable = static_cast<AsyncGeneratorAwaitable*>(cell);
  marker.mark(awaitable->generator);
  marker.mark(awaitable->sent);
  marker.mark(awaitable->exception);
}

void trace_coroutine_awaiter(Cell* cell, Marker& marker) {
  auto* awaiter = static_cast<CoroutineAwaiter*>(cell);
  marker.mark(awaiter->awaited);
  marker.mark(awaiter->fallback);
}

void trace_frame_object(Cell* cell, Marker& marker) {
  auto* object = static_cast<FrameObject*>(cell);
  marker.mark(object->generator);
  marker.mark(object->code);
  marker.mark(object->function);
  marker.mark(object->globals);
  marker.mark(object->locals);
  marker.mark(object->back);
  marker.mark(object->registers);
}

void trace_exception(Cell* cell, Marker& marker) {
  auto* exception = static_cast<Exception*>(cell);
  marker.mark(exception->args);
  marker.mark(exception->traceback);
  marker.mark(exception->cause);
  marker.mark(exception->context);
  trace_slots(exception, marker);
}

void trace_traceback(Cell* cell, Marker& marker) {
  auto* traceback = static_cast<Traceback*>(cell);
  marker.mark(traceback->next);
  marker.mark(traceback->code);
  marker.mark(traceback->globals);
  marker.mark(traceback->frame_object);
  marker.mark(traceback->function);
  marker.mark(traceback->locals);
  marker.mark_range(traceback->values, traceback->values + traceback->local_count);
}

void trace_context(Cell* cell, Marker& marker) { marker.mark(static_cast<Context*>(cell)->values); }

void trace_context_variable(Cell* cell, Marker& marker) {
  auto* variable = static_cast<ContextVariable*>(cell);
  marker.mark(variable->name);
  marker.mark(variable->default_value);
}

void trace_context_token(Cell* cell, Marker& marker) {
  auto* token = static_cast<ContextToken*>(cell);
  marker.mark(token->context);
  marker.mark(token->variable);
  marker.mark(token->old_value);
}

struct Entry {
  Kind kind;
  const char* name;
  void (*trace)(Cell* cell, Marker& marker);
};
constexpr Entry entries[] = {
    {Kind::ValueArray, "values", ValueArray::trace},
    {Kind::ByteBuffer, "bytes buffer", nullptr},
    {Kind::Shape, "shape", trace_shape},
    {Kind::ShapeTable, "shape table", trace_shape_table},
    {Kind::CodeCaches, "inline caches", trace_code_caches},
    {Kind::Type, "class", trace_type},
    {Kind::Instance, "instance", trace_instance},
    {Kind::Function, "function", trace_function},
    {Kind::BoundMethod, "bound method", trace_bound_method},
    {Kind::NativeObject, "native object", trace_native_object},
    {Kind::Partial, "partial", trace_partial},
    {Kind::NativeFunction, "native function", trace_native_function},
    {Kind::Box, "cell", trace_box},
    {Kind::Code, "code", trace_code},
    {Kind::Property, "property", trace_property},
    {Kind::ClassMethod, "classmethod", trace_class_method},
    {Kind::StaticMethod, "staticmethod", trace_class_method},
    {Kind::GetSetDescriptor, "computed attribute", trace_getset},
    {Kind::SlotDescriptor, "slot", trace_slot_descriptor},
    {Kind::Super, "super", trace_super},
    {Kind::Module, "module", trace_instance},
    {Kind::SimpleNamespace, "namespace", trace_instance},
    {Kind::GenericAlias, "generic alias", trace_generic_alias},
    {Kind::UnionType, "union", trace_union_type},
    {Kind::WeakReference, "weak reference", trace_weak_reference},
    {Kind::WeakProxy, "weak proxy", trace_weak_reference},
    {Kind::Context, "context", trace_context},
    {Kind::ContextVariable, "context variable", trace_context_variable},
    {Kind::ContextToken, "context token", trace_context_token},
    {Kind::Generator, "generator", trace_generator},
    {Kind::Coroutine, "coroutine", trace_generator},
    {Kind::AsyncGenerator, "async generator", trace_generator},
    {Kind::AsyncGeneratorAwaitable, "async generator step", trace_async_awaitable},
    {Kind::CoroutineAwaiter, "coroutine iterator", trace_coroutine_awaiter},
    {Kind::FrameObject, "frame", trace_frame_object},
    {Kind::Exception, "exception", trace_exception},
    {Kind::Traceback, "traceback", trace_traceback},
};

}  // namespace

void register_object_kinds(runtime::Heap& heap) {
  for (const Entry& entry : entries)
    heap.register_kind(static_cast<uint8_t>(entry.kind),
                       {.name = entry.name, .trace = entry.trace});
}

}  // namespace weft

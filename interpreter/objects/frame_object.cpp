#include "interpreter/objects/frame_object.h"

#include <algorithm>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/function.h"
#include "interpreter/objects/generator.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

FrameObject* allocate(Thread& thread, Code* code, Dict* globals) {
  auto* object = make_object<FrameObject>(thread, thread.isolate.types.frame);
  if (object == nullptr) return nullptr;
  object->frame = nullptr;
  object->generator = nullptr;
  object->code = code;
  object->function = nullptr;
  object->globals = globals;
  object->locals = nullptr;
  object->back = nullptr;
  object->registers = nullptr;
  object->offset = 0;
  return object;
}

// The word that is running; the pc of a frame is behind it.
uint32_t running_offset(const Frame* frame) {
  const uint32_t next = frame->offset_of(frame->pc);
  return next == 0 ? 0 : next - 1;
}

// A suspended generator has no caller.
Frame* caller_of(Frame* frame) {
  if (frame->in_generator && state_of(generator_of(frame)) != GeneratorState::Running)
    return nullptr;
  return frame->caller;
}

bool add_local(Thread& thread, Dict* locals, Value name, Value value) {
  if (is_exactly(value, Kind::Box)) value = value.as<Box>()->value;
  return value.is_unset() || dict_set_str(thread, locals, as_str(name), value);
}

FrameObject* self_of(Value self) { return self.as<FrameObject>(); }

Value get_locals(Thread& thread, Value self) {
  const FrameObject* object = self_of(self);
  const Code* code = object->code;
  if (code->has(UsesNamespace))
    return object->locals == nullptr ? Value::cell(object->globals) : Value::cell(object->locals);
  Dict* locals = make_dict(thread);
  if (locals == nullptr) return Value::error();
  const Value* registers = object->frame != nullptr       ? object->frame->registers
                           : object->registers != nullptr ? object->registers->values
                                                          : nullptr;
  if (registers == nullptr) return Value::cell(locals);
  for (uint64_t i = 0; i < code->local_names->count; ++i) {
    const auto place = static_cast<uint64_t>(code->local_registers->values[i].as_small_int());
    if (!add_local(thread, locals, code->local_names->values[i], registers[place]))
      return Value::error();
  }
  if (object->function == nullptr || object->function->closure == nullptr)
    return Value::cell(locals);
  for (uint64_t i = 0; i < code->free_names->count; ++i)
    if (!add_local(thread, locals, code->free_names->values[i],
                   object->function->closure->values[i]))
      return Value::error();
  return Value::cell(locals);
}

Value get_back(Thread& thread, Value self) {
  const FrameObject* object = self_of(self);
  if (object->frame == nullptr)
    return object->back == nullptr ? Value::none() : Value::cell(object->back);
  Frame* caller = caller_of(object->frame);
  return caller == nullptr ? Value::none() : Value::cell(frame_object_of(thread, caller));
}

Value get_code(Thread&, Value self) { return Value::cell(self_of(self)->code); }
Value get_globals(Thread&, Value self) { return Value::cell(self_of(self)->globals); }
Value get_builtins(Thread& thread, Value) { return Value::cell(thread.isolate.builtins); }
Value get_line(Thread&, Value self) { return Value::small_int(frame_object_line(self_of(self))); }
Value get_last_instruction(Thread&, Value self) {
  const FrameObject* object = self_of(self);
  const uint32_t offset = object->frame == nullptr ? object->offset : running_offset(object->frame);
  return Value::small_int(int64_t{offset} * 4);
}
Value get_no_trace(Thread&, Value) { return Value::none(); }
// Tracing functions are accepted and never called.
bool ignore_trace(Thread&, Value, Value) { return true; }

Value frame_repr(Thread& thread, Arguments arguments) {
  const FrameObject* object = self_of(arguments[0]);
  return Value::cell(make_str(
      thread,
      text("<frame at ", address_text(arguments[0]), ", file '", object->code->filename->view(),
           "', line ", frame_object_line(object), ", code ", object->code->name->view(), ">")));
}

Value frame_clear(Thread& thread, Arguments arguments) {
  FrameObject* object = self_of(arguments[0]);
  if (object->frame != nullptr) {
    if (object->generator == nullptr || state_of(object->generator) == GeneratorState::Running)
      return raise_runtime_error(thread, "cannot clear an executing frame");
    return call_method(thread, Value::cell(object->generator), "close", {});
  }
  object->registers = nullptr;
  return Value::none();
}

constexpr NativeMethod methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", frame_repr},
    {"clear", "(self, /)", "Drop the local variables of a frame that has ended.", frame_clear},
};
constexpr NativeAttribute attributes[] = {
    {"f_back", "The caller's frame or None.", get_back, nullptr},
    {"f_code", "The code being run.", get_code, nullptr},
    {"f_locals", "The local variables.", get_locals, nullptr},
    {"f_globals", "The global namespace.", get_globals, nullptr},
    {"f_builtins", "The namespace of the built-in names.", get_builtins, nullptr},
    {"f_lineno", "The line being run.", get_line, nullptr},
    {"f_lasti", "The instruction being run, as an offset in bytes.", get_last_instruction, nullptr},
    {"f_trace", "None.", get_no_trace, ignore_trace},
};

}  // namespace

FrameObject* frame_object_of(Thread& thread, Frame* frame) {
  if (frame->frame_object != nullptr) return frame->frame_object;
  FrameObject* object = allocate(thread, frame->code, frame->globals);
  if (object == nullptr) return nullptr;
  object->frame = frame;
  object->generator = frame->in_generator ? generator_of(frame) : nullptr;
  object->function = frame->function;
  object->locals = frame->locals;
  frame->frame_object = object;
  frame->leave_flags |= HasFrameObject;
  return object;
}

FrameObject* frame_object_of(Thread& thread, const Traceback* entry) {
  for (Frame* frame = thread.frame; frame != nullptr; frame = frame->caller)
    if (frame == entry->frame && frame->code == entry->code) return frame_object_of(thread, frame);
  FrameObject* object = allocate(thread, entry->code, entry->globals);
  if (object == nullptr) return nullptr;
  object->function = entry->function;
  object->locals = entry->locals;
  object->offset = entry->offset == Traceback::NotStarted ? 0 : entry->offset;
  if (entry->local_count == 0) return object;
  auto* registers =
      make_cell<ValueArray>(thread, entry->local_count * sizeof(Value),
                            internal_header(Kind::ValueArray), uint64_t{entry->local_count});
  if (registers == nullptr) return nullptr;
  std::copy(entry->values, entry->values + entry->local_count, registers->values);
  store(object, object->registers, registers);
  return object;
}

void detach_frame_object(Thread& thread, Frame* frame) {
  FrameObject* object = frame->frame_object;
  if (object == nullptr) return;
  // A frame may end because an exception passes; what fails here fails silently.
  Exception* pending = thread.pending;
  // It has been left already; but until its registers are copied, only it keeps what is in them.
  Frame* const running = thread.frame;
  if (!frame->in_generator) thread.frame = frame;
  const uint64_t count = frame->code->register_count;
  auto* registers = make_cell<ValueArray>(thread, count * sizeof(Value),
                                          internal_header(Kind::ValueArray), count);
  if (registers != nullptr) {
    for (uint64_t i = 0; i < count; ++i) registers->values[i] = frame->registers[i];
    store(object, object->registers, registers);
  }
  Frame* caller = caller_of(frame);
  if (caller != nullptr) store(object, object->back, frame_object_of(thread, caller));
  object->offset = running_offset(frame);
  object->frame = nullptr;
  frame->frame_object = nullptr;
  thread.frame = running;
  thread.pending = pending;
}

uint32_t frame_object_line(const FrameObject* frame_object) {
  const Code* code = frame_object->code;
  // What has not begun stands at its definition.
  if (frame_object->frame != nullptr && frame_object->frame->pc == code->instructions)
    return code->first_line;
  const uint32_t offset =
      frame_object->frame == nullptr ? frame_object->offset : running_offset(frame_object->frame);
  return code->position_count == 0 ? code->first_line : position_at(code, offset).line;
}

const TypeSpec frame_type_spec = {
    .name = "frame",
    .module = "builtins",
    .doc = "The activation of a code object.",
    .instance_kind = Kind::FrameObject,
    .instance_size = sizeof(FrameObject),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

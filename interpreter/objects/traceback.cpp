// Traceback objects.
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"

namespace weft {
namespace {

Traceback* self_of(Value self) { return self.as<Traceback>(); }

Value get_next(Thread&, Value self) {
  const Traceback* next = self_of(self)->next;
  return next == nullptr ? Value::none() : Value::cell(next);
}

bool set_next(Thread& thread, Value self, Value value) {
  if (value.is_unset()) {
    raise_type_error(thread, "can't delete tb_next attribute");
    return false;
  }
  if (!value.is_none() && !is_kind(value, Kind::Traceback)) {
    raise_type_error(
        thread, text("expected traceback object or None, got '", type_name(thread, value), "'"));
    return false;
  }
  Traceback* next = value.is_none() ? nullptr : value.as<Traceback>();
  for (const Traceback* link = next; link != nullptr; link = link->next)
    if (link == self_of(self)) {
      raise_value_error(thread, "traceback loop detected");
      return false;
    }
  store(self_of(self), self_of(self)->next, next);
  return true;
}

Value get_frame(Thread& thread, Value self) {
  Traceback* traceback = self_of(self);
  if (traceback->frame_object == nullptr) {
    FrameObject* made = frame_object_of(thread, traceback);
    if (made == nullptr) return Value::error();
    store(traceback, traceback->frame_object, made);
  }
  return Value::cell(traceback->frame_object);
}

Value get_line(Thread&, Value self) { return Value::small_int(self_of(self)->line); }
Value get_last_instruction(Thread&, Value self) {
  const uint32_t offset = self_of(self)->offset;
  return Value::small_int(offset == Traceback::NotStarted ? -1 : int64_t{offset} * 4);
}

Value traceback_new(Thread& thread, Arguments arguments) {
  if (!arguments[1].is_none() && !is_kind(arguments[1], Kind::Traceback))
    return raise_type_error(thread, text("expected traceback object or None, got '",
                                         type_name(thread, arguments[1]), "'"));
  if (!is_kind(arguments[2], Kind::FrameObject))
    return raise_type_error(thread, text("traceback() argument 'tb_frame' must be frame, not ",
                                         argument_type_name(thread, arguments[2])));
  const auto offset = to_index(thread, arguments[3]);
  const auto line = offset ? to_index(thread, arguments[4]) : offset;
  if (!line) return Value::error();
  auto* frame_object = arguments[2].as<FrameObject>();
  auto* made = make_object<Traceback>(thread, thread.isolate.types.traceback);
  if (made == nullptr) return Value::error();
  made->next = arguments[1].is_none() ? nullptr : arguments[1].as<Traceback>();
  made->code = frame_object->code;
  made->offset = static_cast<uint32_t>(*offset / 4);
  made->line = static_cast<uint32_t>(*line);
  made->globals = frame_object->globals;
  made->frame_object = frame_object;
  made->frame = nullptr;
  made->function = nullptr;
  made->locals = nullptr;
  made->local_count = 0;
  return Value::cell(made);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", "Create a traceback entry.",
     traceback_new},
};
constexpr NativeAttribute attributes[] = {
    {"tb_next", "The entry of the frame called, or None.", get_next, set_next},
    {"tb_frame", "The frame.", get_frame, nullptr, AttributeForm::Member},
    {"tb_lineno", "The line that was running.", get_line, nullptr},
    {"tb_lasti", "The instruction that was running, as an offset in bytes.", get_last_instruction,
     nullptr, AttributeForm::Member},
};

}  // namespace

const TypeSpec traceback_type_spec = {
    .name = "traceback",
    .module = "builtins",
    .doc = "Where an exception passed, outermost frame first.",
    .instance_kind = Kind::Traceback,
    .instance_size = sizeof(Traceback),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

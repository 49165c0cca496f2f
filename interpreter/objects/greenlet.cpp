// The class greenlet: fibers that scripts switch between by hand.
//
// Switching is explicit: a greenlet runs until it switches to another or ends; when it ends its
// parent goes on with the value. See hub.h for what switch_to() leaves to the dispatch loop.
#include <memory>
#include <utility>

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/context.h"
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/greenlet.h"
#include "interpreter/objects/hub.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {

namespace {

Fiber* self_of(Value value) { return value.as<Fiber>(); }

bool is_living(const Fiber* fiber) {
  return fiber->has_begun && fiber->state != FiberState::Finished;
}

Value raise_attribute(Thread& thread, std::string_view message) {
  raise(thread, make_exception(thread, thread.isolate.exceptions.attribute_error, message));
  return Value::error();
}

// What a switch with these arguments gives on the other side.
Value packed(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  const size_t named = keyword_names == nullptr ? 0 : keyword_names->count;
  const auto positional = values.first(values.size() - named);
  Value arguments;
  if (positional.size() == 1 && named == 0) {
    arguments = positional[0];
  } else {
    arguments = positional.empty() ? Value::cell(thread.isolate.empty_tuple)
                                   : Value::cell(make_tuple(thread, positional));
  }
  if (named == 0 || !arguments) return arguments;
  Dict* keywords = make_dict(thread);
  if (keywords == nullptr) return Value::error();
  for (size_t i = 0; i < named; ++i) {
    if (!dict_set(thread, keywords, keyword_names->values[i], values[positional.size() + i])) {
      return Value::error();
    }
  }
  if (positional.empty()) return Value::cell(keywords);
  if (positional.size() == 1) {
    arguments = Value::cell(make_tuple(thread, positional));
    if (!arguments) return Value::error();
  }
  const Value both[] = {arguments, Value::cell(keywords)};
  return Value::cell(make_tuple(thread, both));
}

// The callable a greenlet begins with: its own, or what its class says. False: AttributeError.
bool find_run(Thread& thread, Fiber* fiber) {
  if (!fiber->run.is_unset() && fiber->type() == thread.isolate.types.greenlet) return true;
  Str* name = intern(thread, "run");
  if (name == nullptr) return false;
  const Value run = get_attribute(thread, Value::cell(fiber), name);
  if (!run) return false;
  store(fiber, fiber->run, run);
  return true;
}

// Hands the arguments of a switch to `target`. False: an exception is pending.
bool give(Thread& thread, Fiber* target, std::span<const Value> values, Tuple* keyword_names) {
  if (target->has_begun) {
    const Value value = packed(thread, values, keyword_names);
    if (!value) return false;
    store(target, target->resume_value, value);
    return true;
  }
  return find_run(thread, target) && set_fiber_arguments(thread, target, values, keyword_names);
}

bool check_thread(Thread& thread, const Fiber* target) {
  if (target->thread == &thread) return true;
  raise(thread, make_exception(thread, thread.isolate.exceptions.greenlet_error,
                               "cannot switch to a different thread"));
  return false;
}

Fiber* living(Fiber* fiber) {
  while (fiber->state == FiberState::Finished) fiber = fiber->parent;
  return fiber;
}

// --- Methods ------------------------------------------------------------------------------------

Value greenlet_new(Thread& thread, Arguments arguments) {
  return Value::cell(make_fiber(thread, as_type(arguments[0])));
}

bool set_parent(Thread& thread, Value self, Value value) {
  Fiber* fiber = self_of(self);
  if (value.is_unset()) {
    raise_attribute(thread, "can't delete attribute");
    return false;
  }
  if (fiber->is_main) {
    raise_attribute(thread, "cannot set the parent of a main greenlet");
    return false;
  }
  if (!is_kind(value, Kind::Fiber)) {
    raise_type_error(thread, text("GreenletChecker: Expected any type of greenlet, not ",
                                  type_name(thread, value)));
    return false;
  }
  Fiber* parent = self_of(value);
  for (const Fiber* each = parent; each != nullptr; each = each->parent) {
    if (each == fiber) {
      raise_value_error(thread, "cyclic parent chain");
      return false;
    }
  }
  if (parent->thread != fiber->thread) {
    // One that nobody has begun or scheduled yet belongs to the thread of its parent.
    if (fiber->state != FiberState::Created || fiber->alive_index != Fiber::NotKept) {
      raise_value_error(thread, "parent cannot be on a different thread");
      return false;
    }
    fiber->thread = parent->thread;
  }
  store(fiber, fiber->parent, parent);
  return true;
}

bool set_run(Thread& thread, Value self, Value value) {
  Fiber* fiber = self_of(self);
  if (fiber->has_begun) {
    raise_attribute(thread, "run cannot be set after the start of the greenlet");
    return false;
  }
  store(fiber, fiber->run, value);
  return true;
}

Value greenlet_init(Thread& thread, Arguments arguments) {
  if (!arguments[1].is_none() && !set_run(thread, arguments[0], arguments[1])) {
    return Value::error();
  }
  if (!arguments[2].is_none() && !set_parent(thread, arguments[0], arguments[2])) {
    return Value::error();
  }
  return Value::none();
}

// (By itself, so that the commonest switch needs no frame.)
[[gnu::noinline]] Value switch_any(Thread& thread, Fiber* self, std::span<const Value> values,
                                   Tuple* keyword_names) {
  if (!check_thread(thread, self)) return Value::error();
  Fiber* target = living(self);
  if (target == thread.fiber) return packed(thread, values, keyword_names);
  if (!give(thread, target, values, keyword_names)) return Value::error();
  return switch_to(thread, target);
}

Value greenlet_switch(Thread& thread, std::span<const Value> values, Tuple* keyword_names) {
  Fiber* self = self_of(values[0]);
  values = values.subspan(1);
  if (self->state == FiberState::Suspended && self->has_begun && self->thread == &thread &&
      keyword_names == nullptr && values.size() <= 1) [[likely]] {
    const Value value = values.empty() ? Value::cell(thread.isolate.empty_tuple) : values[0];
    store(self, self->resume_value, value);
    return switch_to(thread, self);
  }
  return switch_any(thread, self, values, keyword_names);
}

Value greenlet_throw(Thread& thread, Arguments arguments) {
  Fiber* self = self_of(arguments[0]);
  const Value type =
      arguments[1].is_unset() ? Value::cell(thread.isolate.exceptions.greenlet_exit) : arguments[1];
  if (!is_exception_class(type) && !is_exception(type)) {
    return raise_type_error(
        thread, text("exceptions must be classes, or instances, not ", type_name(thread, type)));
  }
  Exception* exception =
      exception_to_throw(thread, type, arguments[2].is_none() ? Value::unset() : arguments[2],
                         arguments[3].is_none() ? Value::unset() : arguments[3]);
  if (exception == nullptr || !check_thread(thread, self)) return Value::error();
  Fiber* target = living(self);
  const bool was_dead = target != self;
  if (was_dead && is_subtype(exception->type(), thread.isolate.exceptions.greenlet_exit)) {
    // To a dead greenlet that is no more than its end.
    if (target == thread.fiber) return Value::cell(exception);
    target->resume_value = Value::cell(exception);
    return switch_to(thread, target);
  }
  if (target == thread.fiber) {
    raise(thread, exception);
    return Value::error();
  }
  store(target, target->resume_exception, exception);
  return switch_to(thread, target);
}

Value greenlet_bool(Thread&, Arguments arguments) {
  return Value::boolean(is_living(self_of(arguments[0])));
}

Value greenlet_repr(Thread& thread, Arguments arguments) {
  const Fiber* self = self_of(arguments[0]);
  // A class of the script is told by its own name.
  const std::string_view name = self->type() == thread.isolate.types.greenlet
                                    ? "greenlet.greenlet"
                                    : self->type()->name->view();
  const std::string identity = self->has_begun ? address_text(arguments[0]) : "0x(nil)";
  std::string_view state = " pending";
  if (self->state == FiberState::Finished) {
    state = " dead";
  } else if (self == thread.fiber) {
    state = " current active started";
  } else if (self->has_begun) {
    state = " suspended active started";
  }
  return Value::cell(
      make_str(thread, text("<", name, " object at ", address_text(arguments[0]),
                            " (otid=", identity, ")", state, self->is_main ? " main" : "", ">")));
}

Value get_parent(Thread&, Value self) {
  Fiber* parent = self_of(self)->parent;
  return parent == nullptr ? Value::none() : Value::cell(parent);
}
Value get_dead(Thread&, Value self) {
  return Value::boolean(self_of(self)->state == FiberState::Finished);
}
Value get_run(Thread& thread, Value self) {
  const Fiber* fiber = self_of(self);
  if (fiber->has_begun || fiber->run.is_unset()) {
    return raise_attribute(thread, "run");
  }
  return fiber->run;
}
Value get_frame(Thread& thread, Value self) {
  Fiber* fiber = self_of(self);
  if (fiber->frame == nullptr) return Value::none();
  return Value::cell(frame_object_of(thread, fiber->frame));
}

Value get_context(Thread& thread, Value self) {
  const Fiber* fiber = self_of(self);
  Object* context = fiber == thread.fiber ? thread.context : fiber->context;
  return context == nullptr ? Value::none() : Value::cell(context);
}
bool set_context(Thread& thread, Value self, Value value) {
  Fiber* fiber = self_of(self);
  if (value.is_unset()) {
    raise_attribute(thread, "can't delete context attribute");
    return false;
  }
  if (!value.is_none() && !is_context(value)) {
    raise_type_error(thread, "greenlet context must be a contextvars.Context or None");
    return false;
  }
  Object* context = value.is_none() ? nullptr : value.as<Context>();
  if (fiber == thread.fiber) {
    thread.context = context;
  } else {
    store(fiber, fiber->context, context);
  }
  return true;
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a greenlet.", greenlet_new},
    {"__init__", "(self, run=None, parent=None)", "Set what it runs and who goes on after it.",
     greenlet_init},
    {"__bool__", "(self, /)", "Whether it has begun and not ended.", greenlet_bool},
    {"__repr__", "(self, /)", "Return repr(self).", greenlet_repr},
    {"switch", "(self, /, *args, **kwargs)",
     "Go on with this greenlet; what is given here is what its own switch returns, or the "
     "arguments it begins with.",
     nullptr, greenlet_switch},
    {"throw", "(self, type=<unset>, value=None, traceback=None, /)",
     "Go on with this greenlet by raising an exception in it; GreenletExit by default.",
     greenlet_throw},
};
constexpr NativeAttribute attributes[] = {
    {"parent", "The greenlet that goes on when this one ends.", get_parent, set_parent},
    {"dead", "Whether it has ended.", get_dead, nullptr},
    {"run", "What it runs; gone once it has begun.", get_run, set_run},
    {"gr_frame", "The frame it waits in; None while it runs.", get_frame, nullptr},
    {"gr_context", "Its context of context variables; None for an empty one.", get_context,
     set_context},
};

}  // namespace

Fiber* make_fiber(Thread& thread, Type* type) {
  auto* fiber = new_instance<Fiber>(thread, type);
  if (fiber == nullptr) return nullptr;
  initialise_fiber(fiber, thread);
  fiber->parent = thread.fiber;
  return fiber;
}

// A main fiber is not one of very many: its script stack begins with room for some hundred frames.
// A loop whose calls cross from one chunk to the next pays as much again for each of them.
constexpr size_t MainFirstChunk = 32 * 1024;

bool make_main_fiber(Thread& thread) {
  Fiber* fiber = make_fiber(thread, thread.isolate.types.greenlet);
  if (fiber == nullptr) return false;
  std::destroy_at(&fiber->stack);
  std::construct_at(&fiber->stack, MainFirstChunk);
  fiber->has_begun = true;
  fiber->is_main = true;
  fiber->state = FiberState::Running;
  thread.fiber = fiber;
  thread.main_fiber = fiber;
  thread.stack = &fiber->stack;
  return true;
}

bool set_fiber_arguments(Thread& thread, Fiber* fiber, std::span<const Value> values,
                         Tuple* keyword_names) {
  if (values.empty()) return true;
  Tuple* arguments = make_tuple(thread, values);
  if (arguments == nullptr) return false;
  store(fiber, fiber->arguments, arguments);
  store(fiber, fiber->keywords, keyword_names);
  return true;
}

const TypeSpec greenlet_type_spec = {
    .name = "greenlet",
    .module = "greenlet",
    .doc = "A flow of control that is switched to by hand.",
    .instance_kind = Kind::Fiber,
    .instance_size = sizeof(Fiber),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = attributes,
};

}  // namespace weft

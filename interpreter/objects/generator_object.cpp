#include "interpreter/objects/generator_object.h"

#include "interpreter/objects/address_text.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/frame_object.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"

namespace weft {
namespace {

Generator* self_of(Value value) { return value.as<Generator>(); }
Generator* self_of(Arguments arguments) { return arguments[0].as<Generator>(); }

std::string_view noun(const Generator* generator) {
  switch (generator->kind()) {
    case Kind::Coroutine:
      return "coroutine";
    case Kind::AsyncGenerator:
      return "async generator";
    default:
      return "generator";
  }
}

Value raise_reused(Thread& thread) {
  return raise_runtime_error(thread, "cannot reuse already awaited coroutine");
}

// Ends a generator that never ran.
void end_without_running(Thread& thread, Generator* generator) {
  Frame* frame = &generator->frame;
  if (frame->frame_object != nullptr) detach_frame_object(thread, frame);
  generator->state = GeneratorState::Finished;
  generator->yielded = false;
  for (uint32_t i = 0; i < generator->code->register_count; ++i)
    frame->registers[i] = Value::unset();
}

Value send_method(Thread& thread, Arguments arguments) {
  return generator_send_last(thread, self_of(arguments), arguments[1]);
}
Value next_method(Thread& thread, Arguments arguments) {
  return generator_send_last(thread, self_of(arguments), Value::none());
}
Value throw_method(Thread& thread, Arguments arguments) {
  Exception* exception = exception_to_throw(thread, arguments[1], arguments[2], arguments[3]);
  return exception == nullptr ? Value::error()
                              : generator_throw(thread, self_of(arguments), exception);
}
Value close_method(Thread& thread, Arguments arguments) {
  return generator_close(thread, self_of(arguments)) ? Value::none() : Value::error();
}
Value self_method(Thread&, Arguments arguments) { return arguments[0]; }

Value generator_repr(Thread& thread, Arguments arguments) {
  const Generator* self = self_of(arguments);
  return Value::cell(make_str(
      thread, text("<", self->type()->name->view(), " object ", self->qualified_name->view(),
                   " at ", address_text(arguments[0]), ">")));
}

Value class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

// --- Attributes ---------------------------------------------------------------------------------

Value get_name(Thread&, Value self) { return Value::cell(self_of(self)->name); }
bool set_name(Thread& thread, Value self, Value value) {
  if (!is_str(value)) {
    raise_type_error(thread, "__name__ must be set to a string object");
    return false;
  }
  store(self_of(self), self_of(self)->name, as_str(value));
  return true;
}
Value get_qualified_name(Thread&, Value self) { return Value::cell(self_of(self)->qualified_name); }
bool set_qualified_name(Thread& thread, Value self, Value value) {
  if (!is_str(value)) {
    raise_type_error(thread, "__qualname__ must be set to a string object");
    return false;
  }
  store(self_of(self), self_of(self)->qualified_name, as_str(value));
  return true;
}
Value get_frame(Thread& thread, Value self) {
  Generator* generator = self_of(self);
  if (generator->state == GeneratorState::Finished) return Value::none();
  return Value::cell(frame_object_of(thread, &generator->frame));
}
Value get_running(Thread&, Value self) {
  return Value::boolean(state_of(self_of(self)) == GeneratorState::Running);
}
Value get_suspended(Thread&, Value self) {
  return Value::boolean(state_of(self_of(self)) == GeneratorState::Suspended);
}
Value get_code(Thread&, Value self) { return Value::cell(self_of(self)->code); }

// What it waits for by `yield from` or `await`.
Value get_delegate(Thread& thread, Value self) {
  Generator* generator = self_of(self);
  if (generator->delegation == Delegation::None ||
      state_of(generator) != GeneratorState::Suspended) {
    return Value::none();
  }
  // Of the YieldFrom instruction, operand B (bits 16 to 23) is the iterator, operand A (from bit 8
  // on) where its result goes.
  const uint32_t* pc = generator->frame.pc;
  const uint32_t word = generator->delegation == Delegation::Iterator ? *pc : pc[-1];
  Value& iterator = generator->frame.registers[(word >> 16) & 0xff];
  if (!is_kind(iterator, Kind::Function)) return iterator;
  const Value function = iterator;
  const Value coroutine =
      make_giving_way(thread, function, generator->frame.registers[(word >> 8) & 0xff]);
  if (!coroutine) return coroutine;
  // Another thread may have had its turn.
  if (generator->frame.pc != pc || iterator != function) return get_delegate(thread, self);
  store(generator, iterator, coroutine);
  return coroutine;
}
Value get_origin(Thread&, Value self) {
  const Value origin = self_of(self)->attachment;
  return is_kind(origin, Kind::Tuple) ? origin : Value::none();
}
Value get_async_running(Thread&, Value self) {
  return Value::boolean(self_of(self)->async_running);
}

constexpr NativeMethod generator_methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", generator_repr},
    {"__iter__", "(self, /)", "Return self.", self_method},
    {"__next__", "(self, /)", "Return the next value.", next_method},
    {"send", "(self, arg, /)", "Resume with a value and return the next one.", send_method},
    {"throw", "(self, type, value=<unset>, traceback=<unset>, /)",
     "Raise an exception where the generator waits.", throw_method},
    {"close", "(self, /)", "End the generator.", close_method},
};
constexpr NativeAttribute generator_attributes[] = {
    {"__name__", "The generator's name.", get_name, set_name},
    {"__qualname__", "The name with those of enclosing scopes.", get_qualified_name,
     set_qualified_name},
    {"gi_frame", "Its frame, or None when it has ended.", get_frame, nullptr},
    {"gi_running", "Whether it is running.", get_running, nullptr},
    {"gi_suspended", "Whether it waits at a yield.", get_suspended, nullptr},
    {"gi_code", "Its code.", get_code, nullptr, AttributeForm::Member},
    {"gi_yieldfrom", "What it iterates over by `yield from`, or None.", get_delegate, nullptr},
};

// --- Coroutines ---------------------------------------------------------------------------------

Value coroutine_await(Thread& thread, Arguments arguments) {
  auto* awaiter = make_object<CoroutineAwaiter>(thread, thread.isolate.types.coroutine_awaiter);
  if (awaiter == nullptr) return Value::error();
  awaiter->awaited = arguments[0];
  awaiter->fallback = Value::unset();
  return Value::cell(awaiter);
}

constexpr NativeMethod coroutine_methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", generator_repr},
    {"__await__", "(self, /)", "Return an iterator that runs the coroutine.", coroutine_await},
    {"send", "(self, arg, /)", "Resume with a value and return the next one.", send_method},
    {"throw", "(self, type, value=<unset>, traceback=<unset>, /)",
     "Raise an exception where the coroutine waits.", throw_method},
    {"close", "(self, /)", "End the coroutine.", close_method},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     class_getitem},
};
constexpr NativeAttribute coroutine_attributes[] = {
    {"__name__", "The coroutine's name.", get_name, set_name},
    {"__qualname__", "The name with those of enclosing scopes.", get_qualified_name,
     set_qualified_name},
    {"cr_frame", "Its frame, or None when it has ended.", get_frame, nullptr},
    {"cr_running", "Whether it is running.", get_running, nullptr},
    {"cr_suspended", "Whether it waits.", get_suspended, nullptr},
    {"cr_code", "Its code.", get_code, nullptr, AttributeForm::Member},
    {"cr_await", "What it awaits, or None.", get_delegate, nullptr},
    {"cr_origin", "The calls on the way to it, if they were noted.", get_origin, nullptr,
     AttributeForm::Member},
};

// --- What __await__ returns ---------------------------------------------------------------------

Generator* coroutine_of(Arguments arguments) {
  return arguments[0].as<CoroutineAwaiter>()->awaited.as<Generator>();
}
Value awaiter_send(Thread& thread, Arguments arguments) {
  return generator_send(thread, coroutine_of(arguments), arguments[1]);
}
Value awaiter_next(Thread& thread, Arguments arguments) {
  return generator_send(thread, coroutine_of(arguments), Value::none());
}
Value awaiter_throw(Thread& thread, Arguments arguments) {
  Exception* exception = exception_to_throw(thread, arguments[1], arguments[2], arguments[3]);
  return exception == nullptr ? Value::error()
                              : generator_throw(thread, coroutine_of(arguments), exception);
}
Value awaiter_close(Thread& thread, Arguments arguments) {
  return generator_close(thread, coroutine_of(arguments)) ? Value::none() : Value::error();
}

constexpr NativeMethod awaiter_methods[] = {
    {"__iter__", "(self, /)", "Return self.", self_method},
    {"__next__", "(self, /)", "Run the coroutine to its next yield.", awaiter_next},
    {"send", "(self, arg, /)", "Resume the coroutine with a value.", awaiter_send},
    {"throw", "(self, type, value=<unset>, traceback=<unset>, /)",
     "Raise an exception in the coroutine.", awaiter_throw},
    {"close", "(self, /)", "End the coroutine.", awaiter_close},
};

// --- Async generators ---------------------------------------------------------------------------

using Awaitable = AsyncGeneratorAwaitable;

Value async_next(Thread& thread, Arguments arguments) {
  return make_async_awaitable(thread, self_of(arguments), Awaitable::Action::Send, Value::none(),
                              nullptr);
}
Value async_send(Thread& thread, Arguments arguments) {
  return make_async_awaitable(thread, self_of(arguments), Awaitable::Action::Send, arguments[1],
                              nullptr);
}
Value async_throw(Thread& thread, Arguments arguments) {
  Exception* exception = exception_to_throw(thread, arguments[1], arguments[2], arguments[3]);
  if (exception == nullptr) return Value::error();
  return make_async_awaitable(thread, self_of(arguments), Awaitable::Action::Throw, Value::none(),
                              exception);
}
Value async_close(Thread& thread, Arguments arguments) {
  return make_async_awaitable(thread, self_of(arguments), Awaitable::Action::Close, Value::none(),
                              nullptr);
}

constexpr NativeMethod async_generator_methods[] = {
    {"__repr__", "(self, /)", "Return repr(self).", generator_repr},
    {"__aiter__", "(self, /)", "Return self.", self_method},
    {"__anext__", "(self, /)", "Return an awaitable of the next value.", async_next},
    {"asend", "(self, arg, /)", "Return an awaitable that sends a value.", async_send},
    {"athrow", "(self, type, value=<unset>, traceback=<unset>, /)",
     "Return an awaitable that raises an exception in the generator.", async_throw},
    {"aclose", "(self, /)", "Return an awaitable that ends the generator.", async_close},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     class_getitem},
};
constexpr NativeAttribute async_generator_attributes[] = {
    {"__name__", "The generator's name.", get_name, set_name},
    {"__qualname__", "The name with those of enclosing scopes.", get_qualified_name,
     set_qualified_name},
    {"ag_frame", "Its frame, or None when it has ended.", get_frame, nullptr},
    {"ag_running", "Whether an awaitable of it is in progress.", get_async_running, nullptr,
     AttributeForm::Member},
    {"ag_code", "Its code.", get_code, nullptr, AttributeForm::Member},
    {"ag_await", "What it awaits, or None.", get_delegate, nullptr},
};

constexpr TypeSpec spec(std::string_view name, std::string_view doc, Kind kind, uint32_t size,
                        std::span<const NativeMethod> methods,
                        std::span<const NativeAttribute> attributes) {
  return {.name = name,
          .module = "builtins",
          .doc = doc,
          .instance_kind = kind,
          .instance_size = size,
          .is_base_type = false,
          .instances_have_dict = false,
          .methods = methods,
          .attributes = attributes};
}

}  // namespace

Value make_giving_way(Thread& thread, Value function, Value delay) {
  const Value coroutine = call(thread, function, {delay});
  if (!coroutine) return coroutine;
  const Value yielded = thread.isolate.machine.resume_generator(thread, coroutine.as<Generator>(),
                                                                Value::none(), nullptr);
  return yielded ? coroutine : yielded;
}

Value generator_send(Thread& thread, Generator* generator, Value sent) {
  if (generator->state == GeneratorState::Finished) {
    if (generator->kind() == Kind::Coroutine) return raise_reused(thread);
    return raise_stop_iteration(thread, Value::none());
  }
  const Value value = thread.isolate.machine.resume_generator(thread, generator, sent, nullptr);
  if (!value || generator->yielded) return value;
  return raise_stop_iteration(thread, value);
}

Value generator_send_last(Thread& thread, Generator* generator, Value sent) {
  if (generator->state == GeneratorState::Finished) return generator_send(thread, generator, sent);
  thread.last_call.callable = Value::cell(generator);
  thread.last_call.arguments[0] = sent;
  thread.last_call.count = SendsToGenerator;
  thread.leaving = Leaving::Call;
  return Value::error();
}

Value generator_throw(Thread& thread, Generator* generator, Exception* exception) {
  if (generator->state == GeneratorState::Finished) {
    if (generator->kind() == Kind::Coroutine) return raise_reused(thread);
    thread.pending = exception;
    return Value::error();
  }
  const Value value =
      thread.isolate.machine.resume_generator(thread, generator, Value::none(), exception);
  if (!value || generator->yielded) return value;
  return raise_stop_iteration(thread, value);
}

bool generator_close(Thread& thread, Generator* generator) {
  switch (state_of(generator)) {
    case GeneratorState::Finished:
      return true;
    case GeneratorState::Created:
      end_without_running(thread, generator);
      return true;
    case GeneratorState::Running:
      raise_value_error(thread, text(noun(generator), " already executing"));
      return false;
    case GeneratorState::Suspended:
    case GeneratorState::Linked:
      break;
  }
  Exception* exit =
      make_exception(thread, thread.isolate.exceptions.generator_exit, thread.isolate.empty_tuple);
  if (exit == nullptr) return false;
  if (thread.handled != nullptr) set_context(exit, thread.handled);
  const Value value =
      thread.isolate.machine.resume_generator(thread, generator, Value::none(), exit);
  if (value) {
    if (!generator->yielded) return true;
    raise_runtime_error(thread, text(noun(generator), " ignored GeneratorExit"));
    return false;
  }
  return clear_pending_if(thread, thread.isolate.exceptions.generator_exit) ||
         clear_pending_if(thread, thread.isolate.exceptions.stop_iteration);
}

Exception* exception_to_throw(Thread& thread, Value type, Value value, Value traceback) {
  if (!traceback.is_unset() && !traceback.is_none() && !is_kind(traceback, Kind::Traceback)) {
    raise_type_error(thread, "throw() third argument must be a traceback object");
    return nullptr;
  }
  const bool has_value = !value.is_unset() && !value.is_none();
  Exception* exception = nullptr;
  if (is_exception_class(type)) {
    if (has_value && is_exception(value) && is_subtype(class_of(thread, value), as_type(type)))
      exception = value.as<Exception>();
    else if (has_value && is_kind(value, Kind::Tuple)) {
      const Value made = call(thread, type, value.as<Tuple>()->view());
      exception = made && is_exception(made) ? made.as<Exception>() : nullptr;
    } else {
      exception = instantiate_exception(thread, as_type(type), has_value ? value : Value::unset());
    }
  } else if (is_exception(type)) {
    if (has_value) {
      raise_type_error(thread, "instance exception may not have a separate value");
      return nullptr;
    }
    exception = type.as<Exception>();
  } else {
    raise_type_error(thread,
                     text("exceptions must be classes or instances deriving from BaseException, "
                          "not ",
                          type_name(thread, type)));
    return nullptr;
  }
  if (exception != nullptr && is_kind(traceback, Kind::Traceback))
    store(exception, exception->traceback, traceback.as<Traceback>());
  return exception;
}

const TypeSpec generator_type_spec =
    spec("generator", "What a function with yield returns.", Kind::Generator, sizeof(Generator),
         generator_methods, generator_attributes);
const TypeSpec coroutine_type_spec =
    spec("coroutine", "What an async function returns.", Kind::Coroutine, sizeof(Generator),
         coroutine_methods, coroutine_attributes);
const TypeSpec async_generator_type_spec =
    spec("async_generator", "What an async function with yield returns.", Kind::AsyncGenerator,
         sizeof(Generator), async_generator_methods, async_generator_attributes);
const TypeSpec coroutine_awaiter_type_spec =
    spec("coroutine_wrapper", "An iterator that runs a coroutine.", Kind::CoroutineAwaiter,
         sizeof(CoroutineAwaiter), awaiter_methods, {});

}  // namespace weft

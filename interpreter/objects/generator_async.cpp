// The awaitables of async generators: one step of the generator each.
//
// A value the generator itself yields ends the awaiting (StopIteration with the value); what it
// yields on behalf of an `await` inside passes through to the event loop.
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/isolate.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {
namespace {

using Awaitable = AsyncGeneratorAwaitable;

Awaitable* self_of(Arguments arguments) { return arguments[0].as<Awaitable>(); }

// Whether the value just given is the generator's own, not one of an inner await.
bool is_own_value(const Generator* generator) {
  return generator->yielded && generator->async_value;
}

Value raise_stop_async(Thread& thread) {
  return raise(thread, thread.isolate.exceptions.stop_async_iteration, {});
}

// Resumes the generator (`exception` null: with `sent`). Its end is StopAsyncIteration.
Value resume(Thread& thread, Generator* generator, Value sent, Exception* exception) {
  if (generator->state == GeneratorState::Finished) {
    generator->yielded = false;
    if (exception == nullptr) return raise_stop_async(thread);
    thread.pending = exception;
    return Value::error();
  }
  const Value value = thread.isolate.machine.resume_generator(thread, generator, sent, exception);
  if (!value || generator->yielded) return value;
  return raise_stop_async(thread);
}

// The end of a step: own values become StopIteration, ends close the generator.
Value deliver(Thread& thread, Generator* generator, Value value) {
  if (!value) {
    const ExceptionTypes& exceptions = thread.isolate.exceptions;
    if (pending_is(thread, exceptions.stop_async_iteration) ||
        pending_is(thread, exceptions.generator_exit))
      generator->async_closed = true;
    generator->async_running = false;
    return value;
  }
  if (!is_own_value(generator)) return value;
  generator->async_running = false;
  Value args[] = {value};
  Exception* stop = make_exception(thread, thread.isolate.exceptions.stop_iteration,
                                   make_tuple(thread, std::span<const Value>(args)));
  return stop == nullptr ? Value::error() : raise(thread, stop);
}

Value raise_closed(Thread& thread, const Awaitable* self) {
  return raise_runtime_error(thread, self->action == Awaitable::Action::Send
                                         ? "cannot reuse already awaited __anext__()/asend()"
                                         : "cannot reuse already awaited aclose()/athrow()");
}

Value ignored_exit(Thread& thread, Awaitable* self) {
  self->generator->async_running = false;
  self->state = Awaitable::State::Closed;
  return raise_runtime_error(thread, "async generator ignored GeneratorExit");
}

// After a failed step of athrow or aclose: for aclose the generator's end is what was wanted.
Value end_of_throw(Thread& thread, Awaitable* self) {
  self->generator->async_running = false;
  self->state = Awaitable::State::Closed;
  if (self->action == Awaitable::Action::Close &&
      (clear_pending_if(thread, thread.isolate.exceptions.stop_async_iteration) ||
       clear_pending_if(thread, thread.isolate.exceptions.generator_exit)))
    return raise_stop_iteration(thread, Value::none());
  return Value::error();
}

Value step_send(Thread& thread, Awaitable* self, Value sent) {
  Generator* generator = self->generator;
  if (self->state == Awaitable::State::Created) {
    if (generator->async_running)
      return raise_runtime_error(thread, "anext(): asynchronous generator is already running");
    if (sent.is_none()) sent = self->sent;
    self->state = Awaitable::State::Running;
  }
  generator->async_running = true;
  const Value value = deliver(thread, generator, resume(thread, generator, sent, nullptr));
  if (!value) self->state = Awaitable::State::Closed;
  return value;
}

Value begin_throw(Thread& thread, Awaitable* self, Value sent) {
  Generator* generator = self->generator;
  const bool is_close = self->action == Awaitable::Action::Close;
  if (generator->async_running) {
    self->state = Awaitable::State::Closed;
    return raise_runtime_error(thread, is_close
                                           ? "aclose(): asynchronous generator is already running"
                                           : "athrow(): asynchronous generator is already running");
  }
  if (generator->async_closed) {
    self->state = Awaitable::State::Closed;
    return raise_stop_async(thread);
  }
  if (!sent.is_none())
    return raise_runtime_error(thread, "can't send non-None value to a just-started coroutine");
  self->state = Awaitable::State::Running;
  generator->async_running = true;
  if (!is_close) {
    const Value value =
        deliver(thread, generator, resume(thread, generator, Value::none(), self->exception));
    return value ? value : end_of_throw(thread, self);
  }
  generator->async_closed = true;
  Exception* exit =
      make_exception(thread, thread.isolate.exceptions.generator_exit, thread.isolate.empty_tuple);
  if (exit == nullptr) return Value::error();
  const Value value = resume(thread, generator, Value::none(), exit);
  if (!value) return end_of_throw(thread, self);
  return is_own_value(generator) ? ignored_exit(thread, self) : value;
}

Value step_throw(Thread& thread, Awaitable* self, Value sent) {
  Generator* generator = self->generator;
  if (generator->state == GeneratorState::Finished) {
    self->state = Awaitable::State::Closed;
    return raise_stop_iteration(thread, Value::none());
  }
  if (self->state == Awaitable::State::Created) return begin_throw(thread, self, sent);
  const Value value = resume(thread, generator, sent, nullptr);
  if (self->action == Awaitable::Action::Throw) return deliver(thread, generator, value);
  if (!value) return end_of_throw(thread, self);
  return is_own_value(generator) ? ignored_exit(thread, self) : value;
}

Value step(Thread& thread, Awaitable* self, Value sent) {
  if (self->state == Awaitable::State::Closed) return raise_closed(thread, self);
  return self->action == Awaitable::Action::Send ? step_send(thread, self, sent)
                                                 : step_throw(thread, self, sent);
}

Value awaitable_send(Thread& thread, Arguments arguments) {
  return step(thread, self_of(arguments), arguments[1]);
}
Value awaitable_next(Thread& thread, Arguments arguments) {
  return step(thread, self_of(arguments), Value::none());
}

Value awaitable_throw(Thread& thread, Arguments arguments) {
  Awaitable* self = self_of(arguments);
  if (self->state == Awaitable::State::Closed) return raise_closed(thread, self);
  Exception* exception = exception_to_throw(thread, arguments[1], arguments[2], arguments[3]);
  if (exception == nullptr) return Value::error();
  Generator* generator = self->generator;
  const Value value = resume(thread, generator, Value::none(), exception);
  if (self->action == Awaitable::Action::Close) {
    if (!value) return end_of_throw(thread, self);
    return is_own_value(generator) ? ignored_exit(thread, self) : value;
  }
  const Value delivered = deliver(thread, generator, value);
  if (!delivered && self->action == Awaitable::Action::Send) self->state = Awaitable::State::Closed;
  return delivered;
}

Value awaitable_close(Thread&, Arguments arguments) {
  self_of(arguments)->state = Awaitable::State::Closed;
  return Value::none();
}
Value awaitable_self(Thread&, Arguments arguments) { return arguments[0]; }

constexpr NativeMethod methods[] = {
    {"__await__", "(self, /)", "Return self.", awaitable_self},
    {"__iter__", "(self, /)", "Return self.", awaitable_self},
    {"__next__", "(self, /)", "Go on with the generator.", awaitable_next},
    {"send", "(self, arg, /)", "Go on with the generator.", awaitable_send},
    {"throw", "(self, type, value=<unset>, traceback=<unset>, /)",
     "Raise an exception where the generator waits.", awaitable_throw},
    {"close", "(self, /)", "Give up.", awaitable_close},
};

// Tells the event loop of a generator it has not seen yet.
bool call_hooks(Thread& thread, Generator* generator) {
  if (generator->hooks_called) return true;
  generator->hooks_called = true;
  if (!thread.async_generator_finalizer.is_none())
    store(generator, generator->attachment, thread.async_generator_finalizer);
  const Value hook = thread.async_generator_first_iteration;
  return hook.is_none() || call(thread, hook, {Value::cell(generator)});
}

}  // namespace

Value make_async_awaitable(Thread& thread, Generator* generator,
                           AsyncGeneratorAwaitable::Action action, Value sent,
                           Exception* exception) {
  if (!call_hooks(thread, generator)) return Value::error();
  auto* awaitable = make_object<Awaitable>(thread, thread.isolate.types.async_generator_awaitable);
  if (awaitable == nullptr) return Value::error();
  awaitable->generator = generator;
  awaitable->sent = sent;
  awaitable->exception = exception;
  awaitable->action = action;
  awaitable->state = Awaitable::State::Created;
  return Value::cell(awaitable);
}

const TypeSpec async_generator_awaitable_type_spec = {
    .name = "async_generator_asend",
    .module = "builtins",
    .doc = "One step of an async generator, to be awaited.",
    .instance_kind = Kind::AsyncGeneratorAwaitable,
    .instance_size = sizeof(AsyncGeneratorAwaitable),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft

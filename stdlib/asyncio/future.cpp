// Future, and what awaiting one iterates over.
#include <algorithm>
#include <optional>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/generic_alias.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/asyncio/event_loop.h"

namespace weft::asyncio {
namespace {

Future* self_of(Value value) { return value.as<Future>(); }
Future* self_of(Arguments arguments) { return self_of(arguments[0]); }

// The callback may be a task that awaits the future, or a gathering; then there is no context.
bool schedule_callback(Thread& thread, Future* future, Value callback, Value context) {
  if (context.is_unset()) {
    if (is_task(callback)) return wake_task(thread, callback.as<Task>(), future);
    LoopHandle* handle = make_handle(thread, future->loop, callback, Value::cell(future),
                                     thread.isolate.empty_tuple, nullptr);
    return handle != nullptr && push_handle(thread, handle);
  }
  return call_soon(thread, future->loop, callback, Value::cell(future), context.as<Context>());
}

// The future is done: its callbacks go to the loop.
bool schedule_callbacks(Thread& thread, Future* future) {
  const Value callback = future->first_callback;
  if (callback.is_unset()) return true;
  const Value context = future->first_context;
  List* more = future->more_callbacks;
  set(future, future->first_callback, Value::unset());
  set(future, future->first_context, Value::unset());
  store(future, future->more_callbacks, static_cast<List*>(nullptr));
  if (!schedule_callback(thread, future, callback, context)) return false;
  if (more == nullptr) return true;
  for (uint64_t i = 0; i + 1 < more->count; i += 2)
    if (!schedule_callback(thread, future, more->items->values[i], more->items->values[i + 1]))
      return false;
  return true;
}

Value future_new(Thread& thread, Arguments arguments) {
  auto* future = new_instance<Future>(thread, as_type(arguments[0]));
  if (future == nullptr) return Value::error();
  initialise_future(future, Value::none());
  return Value::cell(future);
}

Value future_init(Thread& thread, Arguments arguments) {
  return begin_future(thread, self_of(arguments), arguments[1]) ? Value::none() : Value::error();
}

bool check_initialised(Thread& thread, const Future* future) {
  if (!future->loop.is_none()) return true;
  raise_runtime_error(thread, "Future object is not initialized.");
  return false;
}

Value future_result_method(Thread& thread, Arguments arguments) {
  return future_result(thread, self_of(arguments));
}

Value future_exception_method(Thread& thread, Arguments arguments) {
  Future* self = self_of(arguments);
  if (self->state == FutureState::Cancelled) {
    Exception* error = make_cancelled_error(thread, self);
    return error == nullptr ? Value::error() : raise(thread, error);
  }
  if (self->state == FutureState::Pending)
    return raise_invalid_state(thread, "Exception is not set.");
  note_seen(thread, self);
  return self->exception.is_unset() ? Value::none() : self->exception;
}

Value future_set_result(Thread& thread, Arguments arguments) {
  Future* self = self_of(arguments);
  return check_initialised(thread, self) && set_future_result(thread, self, arguments[1])
             ? Value::none()
             : Value::error();
}

Value future_set_exception(Thread& thread, Arguments arguments) {
  Future* self = self_of(arguments);
  return check_initialised(thread, self) && set_future_exception(thread, self, arguments[1])
             ? Value::none()
             : Value::error();
}

Value future_add_done_callback(Thread& thread, Arguments arguments) {
  Future* self = self_of(arguments);
  if (!check_initialised(thread, self)) return Value::error();
  Value context = arguments[2];
  if (context.is_none()) {
    Context* copy = copy_current_context(thread);
    if (copy == nullptr) return Value::error();
    context = Value::cell(copy);
  } else if (!is_context(context)) {
    return raise_type_error(thread, "context must be a contextvars.Context object");
  }
  return add_future_callback(thread, self, arguments[1], context) ? Value::none() : Value::error();
}

Value future_remove_done_callback(Thread& thread, Arguments arguments) {
  Future* self = self_of(arguments);
  if (self->first_callback.is_unset()) return Value::small_int(0);
  // All that stay are put into a new list first: comparing may run script code.
  List* kept = make_list(thread);
  List* all = make_list(thread);
  if (kept == nullptr || all == nullptr || !list_append(thread, all, self->first_callback) ||
      !list_append(thread, all, self->first_context) ||
      (self->more_callbacks != nullptr &&
       !list_extend(thread, all, Value::cell(self->more_callbacks))))
    return Value::error();
  int64_t removed = 0;
  for (uint64_t i = 0; i + 1 < all->count; i += 2) {
    const Value callback = all->items->values[i];
    Truth same = Truth::False;
    if (!all->items->values[i + 1].is_unset()) same = equal(thread, callback, arguments[1]);
    if (same == Truth::Error) return Value::error();
    if (same == Truth::True) {
      ++removed;
    } else if (!list_append(thread, kept, callback) ||
               !list_append(thread, kept, all->items->values[i + 1])) {
      return Value::error();
    }
  }
  if (removed == 0) return Value::small_int(0);
  set(self, self->first_callback, kept->count == 0 ? Value::unset() : kept->items->values[0]);
  set(self, self->first_context, kept->count == 0 ? Value::unset() : kept->items->values[1]);
  List* more = nullptr;
  if (kept->count > 2) {
    more = list_get_slice(thread, kept, 2, kept->count);
    if (more == nullptr) return Value::error();
  }
  store(self, self->more_callbacks, more);
  return Value::small_int(removed);
}

Value future_cancel(Thread& thread, Arguments arguments) {
  const std::optional<bool> done = cancel_future(thread, self_of(arguments), arguments[1]);
  return done ? Value::boolean(*done) : Value::error();
}
Value future_cancelled(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->state == FutureState::Cancelled);
}
Value future_done(Thread&, Arguments arguments) {
  return Value::boolean(self_of(arguments)->state != FutureState::Pending);
}
Value future_get_loop(Thread& thread, Arguments arguments) {
  return check_initialised(thread, self_of(arguments)) ? self_of(arguments)->loop : Value::error();
}
Value future_join(Thread& thread, Arguments arguments) {
  return call(thread, state_of(thread).join_future, {arguments[0], arguments[1]});
}
Value future_repr(Thread& thread, Arguments arguments) {
  return call(thread, state_of(thread).show_future, {arguments[0]});
}
Value future_make_cancelled_error(Thread& thread, Arguments arguments) {
  Exception* error = make_cancelled_error(thread, self_of(arguments));
  return error == nullptr ? Value::error() : Value::cell(error);
}
Value class_getitem(Thread& thread, Arguments arguments) {
  return make_generic_alias(thread, arguments[0], arguments[1]);
}

Value future_iterate(Thread& thread, Arguments arguments) {
  return make_future_iterator(thread, self_of(arguments));
}

// What lost exceptions and lost tasks are told by, when the collector finds the object dead.
Value future_del(Thread& thread, Arguments arguments) {
  Future* self = self_of(arguments);
  self->is_registered = false;
  const bool is_lost_task =
      self->state == FutureState::Pending && is_task(arguments[0]) && self->logs_destruction;
  if (!is_lost_task && !self->logs_traceback) return Value::none();
  Dict* report = make_dict(thread);
  if (report == nullptr) return Value::error();
  const auto put = [&](std::string_view name, Value value) {
    Str* key = intern(thread, name);
    return key != nullptr && value && dict_set_str(thread, report, key, value);
  };
  const std::string_view class_name = self->type()->name->view();
  const std::string message = is_lost_task ? std::string("Task was destroyed but it is pending!")
                                           : text(class_name, " exception was never retrieved");
  const bool filled =
      put(is_lost_task ? "task" : "message",
          is_lost_task ? arguments[0] : Value::cell(make_str(thread, message))) &&
      (is_lost_task ? put("message", Value::cell(make_str(thread, message)))
                    : put("exception", self->exception) && put("future", arguments[0])) &&
      (self->source_traceback.is_none() || put("source_traceback", self->source_traceback));
  note_seen(thread, self);
  return filled ? call_method(thread, self->loop, "call_exception_handler", {Value::cell(report)})
                : Value::error();
}

// --- Attributes ---------------------------------------------------------------------------------

Value get_state(Thread& thread, Value self) {
  const FutureState state = self_of(self)->state;
  return Value::cell(intern(thread, state == FutureState::Pending     ? "PENDING"
                                    : state == FutureState::Cancelled ? "CANCELLED"
                                                                      : "FINISHED"));
}
Value none_if_unset(Value value) { return value.is_unset() ? Value::none() : value; }
Value get_result(Thread&, Value self) { return none_if_unset(self_of(self)->result); }
Value get_exception(Thread&, Value self) { return none_if_unset(self_of(self)->exception); }
Value get_loop(Thread&, Value self) { return self_of(self)->loop; }
Value get_cancel_message(Thread&, Value self) { return self_of(self)->cancel_message; }
bool set_cancel_message(Thread&, Value self, Value value) {
  set(self_of(self), self_of(self)->cancel_message, value.is_unset() ? Value::none() : value);
  return true;
}
Value get_source_traceback(Thread&, Value self) { return self_of(self)->source_traceback; }
Value get_blocking(Thread&, Value self) { return Value::boolean(self_of(self)->is_blocking); }
bool set_blocking(Thread& thread, Value self, Value value) {
  const Truth blocking = value.is_unset() ? Truth::False : truth(thread, value);
  self_of(self)->is_blocking = blocking == Truth::True;
  return blocking != Truth::Error;
}
Value get_log_traceback(Thread&, Value self) {
  return Value::boolean(self_of(self)->logs_traceback);
}
bool set_log_traceback(Thread& thread, Value self, Value value) {
  const Truth logs = value.is_unset() ? Truth::False : truth(thread, value);
  if (logs == Truth::Error) return false;
  if (logs == Truth::True) {
    raise_value_error(thread, "_log_traceback can only be set to False");
    return false;
  }
  note_seen(thread, self_of(self));
  return true;
}
// Pairs of callback and context; None when there are none. A task that waits stands for itself.
Value get_callbacks(Thread& thread, Value self) {
  const Future* future = self_of(self);
  if (future->first_callback.is_unset()) return Value::none();
  List* list = make_list(thread);
  const auto add = [&](Value callback, Value context) {
    const Value pair[] = {callback, none_if_unset(context)};
    Tuple* tuple = make_tuple(thread, pair);
    return tuple != nullptr && list_append(thread, list, Value::cell(tuple));
  };
  if (list == nullptr || !add(future->first_callback, future->first_context)) return Value::error();
  for (uint64_t i = 0; future->more_callbacks != nullptr && i + 1 < future->more_callbacks->count;
       i += 2)
    if (!add(future->more_callbacks->items->values[i],
             future->more_callbacks->items->values[i + 1]))
      return Value::error();
  return Value::cell(list);
}

constexpr NativeMethod methods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", "Create a future.", future_new},
    {"__init__", "(self, *, loop=None)", "A future of a loop, by default the current one.",
     future_init},
    {"__repr__", "(self, /)", "Return repr(self).", future_repr},
    {"__del__", "(self, /)", "Reports an exception nobody looked at.", future_del},
    {"__await__", "(self, /)", "Return an iterator that waits for the result.", future_iterate},
    {"__iter__", "(self, /)", "Return an iterator that waits for the result.", future_iterate},
    {"result", "(self, /)", "The result, or the exception is raised.", future_result_method},
    {"exception", "(self, /)", "The exception, or None.", future_exception_method},
    {"set_result", "(self, result, /)", "End the future with a result.", future_set_result},
    {"set_exception", "(self, exception, /)", "End the future with an exception.",
     future_set_exception},
    {"add_done_callback", "(self, fn, /, *, context=None)",
     "Call fn(future) when it is done, in a round of the loop.", future_add_done_callback},
    {"remove_done_callback", "(self, fn, /)", "Remove all callbacks equal to fn; how many.",
     future_remove_done_callback},
    {"cancel", "(self, /, msg=None)", "Cancel it. False when it is done already.", future_cancel},
    {"cancelled", "(self, /)", "Whether it was cancelled.", future_cancelled},
    {"done", "(self, /)", "Whether it has a result, an exception, or was cancelled.", future_done},
    {"join", "(self, /, timeout=None)",
     "For fibers, not for tasks of the loop: wait until it is done, at most `timeout` seconds; "
     "whether it is.",
     future_join},
    {"get_loop", "(self, /)", "The loop it belongs to.", future_get_loop},
    {"_make_cancelled_error", "(self, /)", "The CancelledError its result() raises.",
     future_make_cancelled_error},
    {"__class_getitem__", "(cls, item, /)", "Return the class parameterised by item.",
     class_getitem},
};
constexpr NativeAttribute attributes[] = {
    {"_state", "PENDING, CANCELLED or FINISHED.", get_state, nullptr},
    {"_result", "The result, or None.", get_result, nullptr},
    {"_exception", "The exception, or None.", get_exception, nullptr},
    {"_loop", "The loop.", get_loop, nullptr},
    {"_callbacks", "Pairs of callback and context, or None.", get_callbacks, nullptr},
    {"_cancel_message", "What cancel() was given.", get_cancel_message, set_cancel_message},
    {"_source_traceback", "Where it was made; None but in debug mode.", get_source_traceback,
     nullptr},
    {"_asyncio_future_blocking", "Whether it was yielded by an await.", get_blocking, set_blocking},
    {"_log_traceback", "Whether an exception was set that nobody looked at.", get_log_traceback,
     set_log_traceback},
};

// --- FutureIterator -----------------------------------------------------------------------------

FutureIterator* iterator_of(Arguments arguments) { return arguments[0].as<FutureIterator>(); }

// See NativeAwaiter.
Value resume_iterator(Thread& thread, NativeAwaiter* awaiter, bool& yielded) {
  auto* self = static_cast<FutureIterator*>(awaiter);
  Future* future = self->future;
  if (future == nullptr) {
    yielded = self->yields_once;
    self->yields_once = false;
    return Value::none();
  }
  if (future->state == FutureState::Pending) {
    if (future->is_blocking) return raise_runtime_error(thread, "await wasn't used with future");
    future->is_blocking = true;
    yielded = true;
    return Value::cell(future);
  }
  store(self, self->future, static_cast<Future*>(nullptr));
  return future_result(thread, future);
}

Value iterator_next(Thread& thread, Arguments arguments) {
  bool yielded = false;
  const Value value = resume_iterator(thread, iterator_of(arguments), yielded);
  return yielded || !value ? value : raise_stop_iteration(thread, value);
}

Value iterator_throw(Thread& thread, Arguments arguments) {
  FutureIterator* self = iterator_of(arguments);
  store(self, self->future, static_cast<Future*>(nullptr));
  self->yields_once = false;
  Exception* exception = exception_to_throw(thread, arguments[1], arguments[2], arguments[3]);
  if (exception != nullptr) thread.pending = exception;
  return Value::error();
}

Value iterator_close(Thread&, Arguments arguments) {
  FutureIterator* self = iterator_of(arguments);
  store(self, self->future, static_cast<Future*>(nullptr));
  self->yields_once = false;
  return Value::none();
}

Value iterator_self(Thread&, Arguments arguments) { return arguments[0]; }

constexpr NativeMethod iterator_methods[] = {
    {"__iter__", "(self, /)", "Return self.", iterator_self},
    {"__await__", "(self, /)", "Return self.", iterator_self},
    {"__next__", "(self, /)", "The future while it is pending; then its result ends it.",
     iterator_next},
    {"send", "(self, value, /)", "As next().", iterator_next},
    {"throw", "(self, type, value=<unset>, traceback=<unset>, /)", "Raise an exception.",
     iterator_throw},
    {"close", "(self, /)", "End it.", iterator_close},
};

}  // namespace

void initialise_future(Future* future, Value loop) {
  future->loop = loop;
  future->result = Value::unset();
  future->exception = Value::unset();
  future->traceback = nullptr;
  future->cancel_message = Value::none();
  future->own = Value::none();
  future->first_callback = Value::unset();
  future->first_context = Value::unset();
  future->more_callbacks = nullptr;
  future->source_traceback = Value::none();
  future->state = FutureState::Pending;
  future->is_blocking = false;
  future->logs_traceback = false;
  future->is_registered = future->type()->has_finalizer;
  future->logs_destruction = true;
  future->must_cancel = false;
  future->is_gathering = false;
}

Value make_future_iterator(Thread& thread, Future* future) {
  auto* iterator = make_object<FutureIterator>(thread, state_of(thread).future_iterator_type);
  if (iterator == nullptr) return Value::error();
  iterator->resume = resume_iterator;
  iterator->future = future;
  iterator->yields_once = future == nullptr;
  return Value::cell(iterator);
}

bool begin_future(Thread& thread, Future* future, Value loop) {
  if (loop.is_none()) {
    loop = running_loop(thread);
    if (loop.is_unset()) loop = call(thread, state_of(thread).get_event_loop, {});
    if (!loop) return false;
  }
  set(future, future->loop, loop);
  bool debugging = false;
  if (is_event_loop(loop)) {
    debugging = loop.as<EventLoop>()->is_debugging;
  } else {
    const Value answer = call_method(thread, loop, "get_debug", {});
    if (!answer) return false;
    debugging = truth(thread, answer) == Truth::True;
  }
  if (!debugging) return true;
  const Value source = call(thread, state_of(thread).extract_stack, {});
  if (!source) return false;
  set(future, future->source_traceback, source);
  return true;
}

Value raise_invalid_state(Thread& thread, std::string_view message) {
  Exception* error = instantiate_exception(thread, state_of(thread).invalid_state_error,
                                           Value::cell(make_str(thread, message)));
  return error == nullptr ? Value::error() : raise(thread, error);
}

void note_seen(Thread& thread, Future* future) {
  if (!future->logs_traceback) return;
  future->logs_traceback = false;
  State& state = state_of(thread);
  --state.unseen_exceptions;
  state.unseen_before = std::min(state.unseen_before, state.unseen_exceptions);
}

bool set_future_result(Thread& thread, Future* future, Value result) {
  if (future->state != FutureState::Pending) {
    static_cast<void>(raise_invalid_state(thread, "invalid state"));
    return false;
  }
  set(future, future->result, result);
  future->state = FutureState::Finished;
  return schedule_callbacks(thread, future);
}

bool set_future_exception(Thread& thread, Future* future, Value exception) {
  if (future->state != FutureState::Pending) {
    static_cast<void>(raise_invalid_state(thread, "invalid state"));
    return false;
  }
  if (is_exception_class(exception)) exception = call(thread, exception, {});
  if (!exception) return false;
  if (!is_exception(exception)) {
    raise_type_error(thread, "invalid exception object");
    return false;
  }
  if (is_subtype(exception.as<Exception>()->type(), thread.isolate.exceptions.stop_iteration)) {
    raise_type_error(thread,
                     "StopIteration interacts badly with generators and cannot be raised into a "
                     "Future");
    return false;
  }
  set(future, future->exception, exception);
  store(future, future->traceback, exception.as<Exception>()->traceback);
  future->state = FutureState::Finished;
  future->logs_traceback = true;
  ++state_of(thread).unseen_exceptions;
  if (!future->is_registered) {
    future->is_registered = true;
    thread.isolate.heap.set_finalizable(future);
  }
  return schedule_callbacks(thread, future);
}

std::optional<bool> cancel_future(Thread& thread, Future* future, Value message) {
  if (future->is_gathering)
    return cancel_gathering(thread, static_cast<Gathering*>(future), message);
  note_seen(thread, future);
  if (future->state != FutureState::Pending) return false;
  future->state = FutureState::Cancelled;
  set(future, future->cancel_message, message);
  if (!schedule_callbacks(thread, future)) return std::nullopt;
  return true;
}

bool add_future_callback(Thread& thread, Future* future, Value callback, Value context) {
  if (future->state != FutureState::Pending)
    return schedule_callback(thread, future, callback, context);
  if (future->first_callback.is_unset()) {
    set(future, future->first_callback, callback);
    set(future, future->first_context, context);
    return true;
  }
  if (future->more_callbacks == nullptr) {
    List* list = make_list(thread, 4);
    if (list == nullptr) return false;
    store(future, future->more_callbacks, list);
  }
  return list_append(thread, future->more_callbacks, callback) &&
         list_append(thread, future->more_callbacks, context);
}

Value future_result(Thread& thread, Future* future) {
  switch (future->state) {
    case FutureState::Pending:
      return raise_invalid_state(thread, "Result is not set.");
    case FutureState::Cancelled: {
      Exception* error = make_cancelled_error(thread, future);
      return error == nullptr ? Value::error() : raise(thread, error);
    }
    case FutureState::Finished:
      break;
  }
  note_seen(thread, future);
  if (future->exception.is_unset()) return future->result;
  auto* exception = future->exception.as<Exception>();
  store(exception, exception->traceback, future->traceback);
  return raise(thread, exception);
}

Exception* make_cancelled_error(Thread& thread, Future* future) {
  if (is_exception(future->own)) {
    auto* exception = future->own.as<Exception>();
    set(future, future->own, Value::none());
    return exception;
  }
  return instantiate_exception(
      thread, state_of(thread).cancelled_error,
      future->cancel_message.is_none() ? Value::unset() : future->cancel_message);
}

const TypeSpec future_spec = {
    .name = "Future",
    .module = "_asyncio",
    .doc = "A result that will be there later.",
    .instance_kind = Kind::Future,
    .instance_size = sizeof(Future) + sizeof(Cell*),
    .is_base_type = true,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = attributes,
};
const TypeSpec future_iterator_spec = {
    .name = "FutureIter",
    .module = "_asyncio",
    .doc = "What awaiting a future iterates over.",
    .instance_kind = Kind::FutureIterator,
    .instance_size = sizeof(FutureIterator),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = iterator_methods,
    .attributes = {},
};

}  // namespace weft::asyncio

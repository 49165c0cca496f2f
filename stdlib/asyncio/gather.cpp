// gather(): one future for the results of many.
//
// Its children know it by a handle without context as their callback; when a child is done the
// handle stands in the ready queue as any callback would, and then child_done() is called without
// running script code.
#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/exception.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/native.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"
#include "interpreter/objects/type.h"
#include "stdlib/asyncio/event_loop.h"

namespace weft::asyncio {
namespace {

// The children, one an argument; the same child may stand there several times.
List* children_of(const Gathering* gathering) { return gathering->own.as<List>(); }

// What a child that was cancelled is among the results.
Value cancelled_result(Thread& thread, const Future* child) {
  const Value message = child->cancel_message.is_none() ? Value::cell(thread.isolate.empty_str)
                                                        : child->cancel_message;
  return call(thread, Value::cell(state_of(thread).cancelled_error), {message});
}

// result(), or the exception as a value, of a child that is done.
Value outcome(Thread& thread, Value child) {
  if (is_future(child) && !child.as<Future>()->is_gathering) {
    auto* future = child.as<Future>();
    if (future->state == FutureState::Cancelled) return cancelled_result(thread, future);
    note_seen(thread, future);
    return future->exception.is_unset() ? future->result : future->exception;
  }
  const Value cancelled = call_method(thread, child, "cancelled", {});
  if (!cancelled) return cancelled;
  if (truth(thread, cancelled) == Truth::True) {
    const Value error = call_method(thread, child, "_make_cancelled_error", {});
    return error;
  }
  const Value exception = call_method(thread, child, "exception", {});
  if (!exception || !exception.is_none()) return exception;
  return call_method(thread, child, "result", {});
}

bool finish(Thread& thread, Gathering* gathering, Value last_child) {
  List* children = children_of(gathering);
  List* results = make_list(thread, children->count);
  if (results == nullptr) return false;
  for (uint64_t i = 0; i < children->count; ++i) {
    const Value result = outcome(thread, children->items->values[i]);
    if (!result || !list_append(thread, results, result)) return false;
  }
  set(gathering, gathering->own, Value::none());
  if (!gathering->cancel_requested)
    return set_future_result(thread, gathering, Value::cell(results));
  // It is cancelled although each child has ended in its own way.
  const Value error = call_method(thread, last_child, "_make_cancelled_error", {});
  return error && set_future_exception(thread, gathering, error);
}

// A child is done. False: exception pending.
bool note_child(Thread& thread, Gathering* gathering, Value child) {
  --gathering->left;
  const Value cancelled = call_method(thread, child, "cancelled", {});
  if (!cancelled) return false;
  const bool was_cancelled = truth(thread, cancelled) == Truth::True;
  if (gathering->state != FutureState::Pending) {
    // Nobody else will look at its exception.
    return was_cancelled || call_method(thread, child, "exception", {});
  }
  if (!gathering->returns_exceptions) {
    Value error = Value::none();
    if (was_cancelled) {
      error = call_method(thread, child, "_make_cancelled_error", {});
    } else {
      error = call_method(thread, child, "exception", {});
    }
    if (!error) return false;
    if (!error.is_none()) {
      set(gathering, gathering->own, Value::none());
      return set_future_exception(thread, gathering, error);
    }
  }
  return gathering->left > 0 || finish(thread, gathering, child);
}

// The same for our own futures that have a result: nothing has to be asked.
bool note_plain_child(Thread& thread, Gathering* gathering, Future* child) {
  if (child->state != FutureState::Finished || !child->exception.is_unset())
    return note_child(thread, gathering, Value::cell(child));
  --gathering->left;
  if (gathering->state != FutureState::Pending || gathering->left > 0) return true;
  return finish(thread, gathering, Value::cell(child));
}

Value gathering_child_done(Thread& thread, Arguments arguments) {
  auto* gathering = arguments[0].as<Gathering>();
  return note_child(thread, gathering, arguments[1]) ? Value::none() : Value::error();
}

// The future of one argument of gather(). `loop` unset: the first child says.
Value child_of(Thread& thread, Value argument, Value& loop, Value ensure_future) {
  Value child = argument;
  if (!is_future(argument)) {
    const bool is_plain = is_kind(argument, Kind::Coroutine) && is_event_loop(loop) &&
                          loop.as<EventLoop>()->is_plain &&
                          loop.as<EventLoop>()->task_factory.is_none();
    if (is_plain && !loop.as<EventLoop>()->is_closed) {
      Task* task = make_task(thread, loop, argument, Value::none(), Value::none());
      child = task == nullptr ? Value::error() : Value::cell(task);
    } else {
      child = call(thread, ensure_future, {argument, loop.is_unset() ? Value::none() : loop});
    }
    if (!child) return child;
    if (child != argument && is_future(child)) child.as<Future>()->logs_destruction = false;
  } else if (!loop.is_unset() && argument.as<Future>()->loop != loop) {
    return raise_value_error(thread,
                             "The future belongs to a different loop than the one specified as the "
                             "loop argument");
  }
  if (loop.is_unset()) {
    loop = is_future(child) ? child.as<Future>()->loop : call_method(thread, child, "get_loop", {});
    if (!loop) return loop;
  }
  return child;
}

constexpr NativeMethod methods[] = {
    {"_child_done", "(self, child, /)", "A child is done.", gathering_child_done},
};

}  // namespace

bool child_done(Thread& thread, Gathering* gathering, Future* child) {
  return child->is_gathering || !child->type()->spec
             ? note_child(thread, gathering, Value::cell(child))
             : note_plain_child(thread, gathering, child);
}

std::optional<bool> cancel_gathering(Thread& thread, Gathering* gathering, Value message) {
  if (gathering->state != FutureState::Pending || gathering->own.is_none()) return false;
  List* children = children_of(gathering);
  bool cancelled = false;
  for (uint64_t i = 0; i < children->count; ++i) {
    const std::optional<bool> done = cancel_any(thread, children->items->values[i], message);
    if (!done) return std::nullopt;
    cancelled |= *done;
  }
  if (cancelled) gathering->cancel_requested = true;
  return cancelled;
}

Value gather(Thread& thread, Tuple* arguments, bool returns_exceptions, Value ensure_future) {
  Value loop = running_loop(thread);
  List* children = make_list(thread, arguments->count);
  Dict* known = make_dict(thread);
  auto* gathering = new_instance<Gathering>(thread, state_of(thread).gathering_type);
  if (gathering == nullptr) return Value::error();
  initialise_future(gathering, Value::none());
  gathering->is_gathering = true;
  gathering->own = Value::none();
  gathering->left = 0;
  gathering->returns_exceptions = returns_exceptions;
  gathering->cancel_requested = false;
  if (children == nullptr || known == nullptr) return Value::error();
  for (const Value argument : arguments->view()) {
    Value child = dict_get(thread, known, argument);
    if (!child) return child;
    if (child.is_unset()) {
      child = child_of(thread, argument, loop, ensure_future);
      if (!child || !dict_set(thread, known, argument, child)) return Value::error();
      ++gathering->left;
      if (is_future(child)) {
        if (!add_future_callback(thread, child.as<Future>(), Value::cell(gathering),
                                 Value::unset()))
          return Value::error();
      } else {
        Str* name = intern(thread, "_child_done");
        const Value callback =
            name == nullptr ? Value::error() : get_attribute(thread, Value::cell(gathering), name);
        if (!callback || !call_method(thread, child, "add_done_callback", {callback}))
          return Value::error();
      }
    }
    if (!list_append(thread, children, child)) return Value::error();
  }
  set(gathering, gathering->own, Value::cell(children));
  return begin_future(thread, gathering, loop) ? Value::cell(gathering) : Value::error();
}

const TypeSpec gathering_spec = {
    .name = "_GatheringFuture",
    .module = "asyncio.tasks",
    .doc = "What gather() returns: to cancel it is to cancel all its children.",
    .instance_kind = Kind::Future,
    .instance_size = sizeof(Gathering) + sizeof(Cell*),
    .is_base_type = false,
    .instances_have_dict = true,
    .methods = methods,
    .attributes = {},
};

}  // namespace weft::asyncio

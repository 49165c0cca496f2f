// aiter and anext.
//
// anext() with a default gives an object that drives what __anext__ gave and turns the end of the
// iteration into the default. It is a CoroutineAwaiter of a class of its own, made when first
// needed.
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/operations.h"
#include "stdlib/builtins/builtins.h"
#include "stdlib/module_state.h"

namespace weft {
namespace {

struct AsyncNextState final : runtime::RootSource {
  Type* type = nullptr;
  void trace_roots(runtime::Marker& marker) override { marker.mark(type); }
};

Value builtin_aiter(Thread& thread, Arguments arguments) {
  const Value iterable = arguments[0];
  if (find_special(thread, iterable, Special::AIter).is_unset()) {
    return raise_type_error(
        thread, text("'", type_name(thread, iterable), "' object is not an async iterable"));
  }
  const Value iterator = call_special(thread, iterable, Special::AIter, {});
  if (iterator && find_special(thread, iterator, Special::ANext).is_unset()) {
    return raise_type_error(thread, text("aiter() returned not an async iterator of type '",
                                         type_name(thread, iterator), "'"));
  }
  return iterator;
}

// --- anext with a default

// The iterator of what is awaited, taken on first use.
Value awaited_iterator(Thread& thread, CoroutineAwaiter* self) {
  const Value awaited = self->awaited;
  if (!find_special(thread, awaited, Special::Next).is_unset()) return awaited;
  if (find_special(thread, awaited, Special::Await).is_unset()) {
    return raise_type_error(thread, text("object ", type_name(thread, awaited),
                                         " can't be used in 'await' expression"));
  }
  const Value iterator = call_special(thread, awaited, Special::Await, {});
  if (!iterator) return iterator;
  if (find_special(thread, iterator, Special::Next).is_unset()) {
    return raise_type_error(thread, text("__await__() returned non-iterator of type '",
                                         type_name(thread, iterator), "'"));
  }
  store(self, self->awaited, iterator);
  return iterator;
}

// One step; the end of the asynchronous iteration is the default, as the value of the await.
template <class Step>
Value drive(Thread& thread, Arguments arguments, Step&& step) {
  auto* self = arguments[0].as<CoroutineAwaiter>();
  const Value iterator = awaited_iterator(thread, self);
  if (!iterator) return iterator;
  const Value result = step(iterator);
  if (result || !clear_pending_if(thread, thread.isolate.exceptions.stop_async_iteration)) {
    return result;
  }
  return raise_stop_iteration(thread, self->fallback);
}

Value async_next_self(Thread&, Arguments arguments) { return arguments[0]; }

Value async_next_next(Thread& thread, Arguments arguments) {
  return drive(thread, arguments,
               [&](Value iterator) { return call_special(thread, iterator, Special::Next, {}); });
}

Value async_next_send(Thread& thread, Arguments arguments) {
  return drive(thread, arguments, [&](Value iterator) {
    return call_method(thread, iterator, "send", {arguments[1]});
  });
}

Value async_next_throw(Thread& thread, Arguments arguments) {
  return drive(thread, arguments, [&](Value iterator) {
    if (arguments[2].is_unset()) return call_method(thread, iterator, "throw", {arguments[1]});
    const Value traceback = arguments[3].is_unset() ? Value::none() : arguments[3];
    return call_method(thread, iterator, "throw", {arguments[1], arguments[2], traceback});
  });
}

Value async_next_close(Thread& thread, Arguments arguments) {
  return drive(thread, arguments,
               [&](Value iterator) { return call_method(thread, iterator, "close", {}); });
}

constexpr NativeMethod methods[] = {
    {"__await__", "(self, /)", "Return self.", async_next_self},
    {"__iter__", "(self, /)", "Return self.", async_next_self},
    {"__next__", "(self, /)", "Go on to the next value.", async_next_next},
    {"send", "(self, value, /)", "Go on to the next value.", async_next_send},
    {"throw", "(self, type, value=<unset>, traceback=<unset>, /)",
     "Raise an exception where the iterator waits.", async_next_throw},
    {"close", "(self, /)", "Give up.", async_next_close},
};

constexpr TypeSpec anext_awaitable_spec = {
    .name = "anext_awaitable",
    .module = "builtins",
    .doc = "The next value of an async iterator, or a default; to be awaited.",
    .instance_kind = Kind::CoroutineAwaiter,
    .instance_size = sizeof(CoroutineAwaiter),
    .is_base_type = false,
    .instances_have_dict = false,
    .methods = methods,
    .attributes = {},
};

Value builtin_anext(Thread& thread, Arguments arguments) {
  const Value iterator = arguments[0];
  const Value fallback = arguments[1];
  if (find_special(thread, iterator, Special::ANext).is_unset()) {
    return raise_type_error(
        thread, text("'", type_name(thread, iterator), "' object is not an async iterator"));
  }
  const Value awaitable = call_special(thread, iterator, Special::ANext, {});
  if (!awaitable || fallback.is_unset()) return awaitable;
  auto& state = module_state<AsyncNextState>(thread.isolate);
  if (state.type == nullptr) {
    state.type = make_builtin_type(thread, anext_awaitable_spec, nullptr);
    if (state.type == nullptr) return Value::error();
  }
  auto* made = make_object<CoroutineAwaiter>(thread, state.type);
  if (made == nullptr) return Value::error();
  made->awaited = awaitable;
  made->fallback = fallback;
  return Value::cell(made);
}

constexpr NativeMethod functions[] = {
    {"aiter", "(async_iterable, /)", "The async iterator of an async iterable.", builtin_aiter},
    {"anext", "(aiterator, default=<unset>, /)",
     "An awaitable of the async iterator's next element; at its end the default, or "
     "StopAsyncIteration.",
     builtin_anext},
};

}  // namespace

std::span<const NativeMethod> async_iteration_functions() { return functions; }

}  // namespace weft

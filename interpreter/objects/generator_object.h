// Objects around generators: what awaiting a coroutine or an async generator's methods gives.
#pragma once

#include "interpreter/objects/generator.h"
#include "interpreter/objects/thread.h"

namespace weft {

// What coroutine.__await__() returns, and what anext() with a default does: something that drives
// another awaitable.
struct CoroutineAwaiter : Object {
  using Object::Object;
  Value awaited;   // the coroutine; anext: what __anext__() gave, later its iterator
  Value fallback;  // anext: the default; else unset
};

// What asend, athrow, aclose and __anext__ of an async generator return.
struct AsyncGeneratorAwaitable : Object {
  using Object::Object;
  enum class Action : uint8_t { Send, Throw, Close };
  enum class State : uint8_t { Created, Running, Closed };
  Generator* generator;
  Value sent;            // Send: the value; else None
  Exception* exception;  // Throw: what is thrown; else null
  Action action;
  State state;
};

// An iterator of native code that `await` resumes without a call (kind FutureIterator). `resume`
// gives what it yields, with `yielded` set, or the value of the await, or error; it runs no script
// code.
struct NativeAwaiter : Object {
  using Object::Object;
  Value (*resume)(Thread& thread, NativeAwaiter* self, bool& yielded);
};

// generator.send, throw and close, for all three kinds. Send raises StopIteration with the value
// the generator returned.
[[nodiscard]] Value generator_send(Thread& thread, Generator* generator, Value sent);
// The same as the last act of a native function: the dispatch loop resumes it as its own, and what
// the generator waits for needs no native stack. Asked for as a call (Leaving::Call) with this
// number of arguments, the first of which is what is sent.
[[nodiscard]] Value generator_send_last(Thread& thread, Generator* generator, Value sent);
inline constexpr uint32_t SendsToGenerator = LastCall::MostArguments + 1;
[[nodiscard]] Value generator_throw(Thread& thread, Generator* generator, Exception* exception);
[[nodiscard]] bool generator_close(Thread& thread, Generator* generator);
// The exception throw(type, value, traceback) throws. Null with TypeError pending.
[[nodiscard]] Exception* exception_to_throw(Thread& thread, Value type, Value value,
                                            Value traceback);
// The coroutine that `await function(delay)` waits for where the call gave way without one, in the
// state that it would have by now. See give_way() in vm/slow_paths.h.
[[nodiscard]] Value make_giving_way(Thread& thread, Value function, Value delay);
[[nodiscard]] Value make_async_awaitable(Thread& thread, Generator* generator,
                                         AsyncGeneratorAwaitable::Action action, Value sent,
                                         Exception* exception);

}  // namespace weft

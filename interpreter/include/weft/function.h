// Binding C++ functions: any callable of the host becomes a function of the script.
//
// Parameters may be bool, integers, floating point, std::string, std::string_view, Handle, and
// std::optional or std::vector of these; the result likewise, or void for None. The signature text
// is Python's own ("(name, count=1, /, *, loud=False)") and decides how arguments are bound, named
// and defaulted; its parameters match the callable's, one to one, `*args` being a tuple and
// `**options` a dict. Defaults are None, True, False, integers, floats and 'texts'. Instead of
// typed parameters a callable may take one `const NativeCall&` and return a Handle. One that
// returns a Promise (promise.h) has its caller wait for what that is resolved with.
//
// An exception derived from std::exception that leaves the callable becomes RuntimeError with its
// text in the script, std::bad_alloc becomes MemoryError; a ScriptError goes on as the exception it
// carries.
#pragma once

#include <functional>
#include <memory>
#include <tuple>
#include <utility>

#include "weft/handle.h"
#include "weft/promise.h"

namespace weft {

// A call in progress. Valid until the callable returns.
class NativeCall {
 public:
  Interpreter& interpreter() const { return interpreter_; }
  // What the parameter is bound to.
  Handle argument(size_t index) const;
  size_t argument_count() const { return count_; }
  // `return call.wait(promise);`: the call of the script comes back with the promise's result.
  Handle wait(const Promise& promise) const;

 private:
  friend struct HandleAccess;
  NativeCall(Interpreter& interpreter, const void* values, size_t count,
             std::shared_ptr<PromiseResult>& awaited)
      : interpreter_(interpreter), values_(values), count_(count), awaited_(awaited) {}

  Interpreter& interpreter_;
  const void* values_;  // the argument words of the call; the caller keeps them alive
  size_t count_;
  std::shared_ptr<PromiseResult>& awaited_;  // the caller's; null: the call gives its result itself
};

// Takes the call, gives the result; an empty handle means None.
using ErasedFunction = std::function<Handle(const NativeCall&)>;

namespace detail {

// What a parameter is converted to before the call: a view needs something to look at.
template <class T>
struct ArgumentOf {
  using Type = T;
};
template <>
struct ArgumentOf<std::string_view> {
  using Type = std::string;
};

template <class Signature>
struct CallableTraits;
template <class Result, class... Parameters>
struct CallableTraits<Result(Parameters...)> {
  using ResultType = Result;
  using ArgumentTypes = std::tuple<typename ArgumentOf<std::decay_t<Parameters>>::Type...>;
};
template <class Result, class... Parameters>
struct CallableTraits<Result (*)(Parameters...)> : CallableTraits<Result(Parameters...)> {};
template <class Result, class... Parameters>
struct CallableTraits<Result (*)(Parameters...) noexcept> : CallableTraits<Result(Parameters...)> {
};
template <class Class, class Result, class... Parameters>
struct CallableTraits<Result (Class::*)(Parameters...)> : CallableTraits<Result(Parameters...)> {};
template <class Class, class Result, class... Parameters>
struct CallableTraits<Result (Class::*)(Parameters...) const>
    : CallableTraits<Result(Parameters...)> {};
template <class Class, class Result, class... Parameters>
struct CallableTraits<Result (Class::*)(Parameters...) noexcept>
    : CallableTraits<Result(Parameters...)> {};
template <class Class, class Result, class... Parameters>
struct CallableTraits<Result (Class::*)(Parameters...) const noexcept>
    : CallableTraits<Result(Parameters...)> {};

template <class Callable, bool HasOperator = std::is_class_v<Callable>>
struct TraitsOf : CallableTraits<decltype(&Callable::operator())> {};
template <class Callable>
struct TraitsOf<Callable, false> : CallableTraits<Callable> {};

}  // namespace detail

}  // namespace weft

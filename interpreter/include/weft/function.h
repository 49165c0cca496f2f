// Binding C++ functions: any callable of the host becomes a function of the script.
//
// Parameters may be bool, integers, floating point, std::string, Handle or std::vector of these;
// the result likewise, or void for None. The signature text is Python's own ("(name, count=1, /)")
// and decides how arguments are bound, named and defaulted; its parameters match the callable's,
// one to one. An exception derived from std::exception that leaves the callable becomes
// RuntimeError with its text in the script; a ScriptError goes on as the exception it carries.
#pragma once

#include <functional>
#include <tuple>
#include <utility>

#include "weft/handle.h"

namespace weft {

// A call in progress, without the types: what the wrapped callable is given.
class NativeCall {
 public:
  NativeCall(Interpreter& interpreter, std::vector<Handle> arguments)
      : interpreter_(interpreter), arguments_(std::move(arguments)) {}
  Interpreter& interpreter() const { return interpreter_; }
  const Handle& argument(size_t index) const { return arguments_[index]; }
  size_t argument_count() const { return arguments_.size(); }

 private:
  Interpreter& interpreter_;
  std::vector<Handle> arguments_;
};

// Takes the call, gives the result; an empty handle means None.
using ErasedFunction = std::function<Handle(const NativeCall&)>;

namespace detail {

template <class Signature>
struct CallableTraits;
template <class Result, class... Parameters>
struct CallableTraits<Result(Parameters...)> {
  using ResultType = Result;
  using ParameterTypes = std::tuple<std::decay_t<Parameters>...>;
};
template <class Result, class... Parameters>
struct CallableTraits<Result (*)(Parameters...)> : CallableTraits<Result(Parameters...)> {};
template <class Class, class Result, class... Parameters>
struct CallableTraits<Result (Class::*)(Parameters...)> : CallableTraits<Result(Parameters...)> {};
template <class Class, class Result, class... Parameters>
struct CallableTraits<Result (Class::*)(Parameters...) const>
    : CallableTraits<Result(Parameters...)> {};

template <class Callable, bool HasOperator = std::is_class_v<Callable>>
struct TraitsOf : CallableTraits<decltype(&Callable::operator())> {};
template <class Callable>
struct TraitsOf<Callable, false> : CallableTraits<Callable> {};

}  // namespace detail

}  // namespace weft

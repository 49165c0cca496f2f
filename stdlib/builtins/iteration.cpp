// Built-in functions over iterables.
#include <array>

#include "interpreter/objects/dict.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/generator_object.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/sort.h"
#include "interpreter/objects/str.h"
#include "stdlib/builtins/builtins.h"
#include "stdlib/module_state.h"

namespace weft {
namespace {

// --- Loops of script: they resume generators and call functions of the script without going
// through native code, several times as fast; and what those wait for needs no native stack.

enum Loop : uint8_t { AnyLoop, AllLoop, SumLoop, NextLoop, MinLoop, MaxLoop, LoopCount };
constexpr std::array<std::string_view, LoopCount> loop_names = {"any",  "all", "sum",
                                                                "next", "min", "max"};

struct LoopState final : runtime::RootSource {
  void trace_roots(runtime::Marker& marker) override {
    for (const Value loop : loops) marker.mark(loop);
  }
  std::array<Value, LoopCount> loops{};  // functions of _builtins_script; error until it is there
};

Value call_loop(Thread& thread, Loop which, std::initializer_list<Value> arguments) {
  auto& state = module_state<LoopState>(thread.isolate);
  if (!state.loops[which]) {
    const Value module = import_module(thread, "_builtins_script");
    Str* name = module ? intern(thread, loop_names[which]) : nullptr;
    if (name == nullptr) return Value::error();
    state.loops[which] = get_attribute(thread, module, name);
    if (!state.loops[which]) return Value::error();
  }
  return call_last(thread, state.loops[which], arguments);
}

// ------------------------------------------------------------------------------------------------

Value builtin_iter(Thread& thread, Arguments arguments) {
  if (arguments[1].is_unset()) return get_iterator(thread, arguments[0]);
  if (!is_callable(thread, arguments[0])) {
    return raise_type_error(thread, "iter(v, w): v must be callable");
  }
  return make_callable_iterator(thread, arguments[0], arguments[1]);
}

Value builtin_next(Thread& thread, Arguments arguments) {
  const Value iterator = arguments[0];
  const Value fallback = arguments[1];
  if (find_special(thread, iterator, Special::Next).is_unset()) {
    return raise_type_error(thread,
                            text("'", type_name(thread, iterator), "' object is not an iterator"));
  }
  if (is_kind(iterator, Kind::Generator)) {
    auto* generator = iterator.as<Generator>();
    if (fallback.is_unset()) return generator_send_last(thread, generator, Value::none());
    return call_loop(thread, NextLoop, {iterator, fallback});
  }
  if (fallback.is_unset()) {
    // The exception's own value matters: no swallowing and making it anew.
    if (is_kind(iterator, Kind::Instance)) return call_special(thread, iterator, Special::Next, {});
    const Value value = next(thread, iterator);
    return value.is_unset() ? raise_stop_iteration(thread, Value::unset()) : value;
  }
  const Value value = next(thread, iterator);
  return value.is_unset() ? fallback : value;
}

// True when an element's truth is `wanted`, which ends the search.
Value search_truth(Thread& thread, Value iterable, Truth wanted) {
  Truth found = Truth::False;
  const bool finished = for_each(thread, iterable, [&](Value element) {
    const Truth here = truth(thread, element);
    if (here == wanted) found = Truth::True;
    if (here == Truth::Error) found = Truth::Error;
    return found == Truth::False;
  });
  if (found == Truth::True) return Value::boolean(wanted == Truth::True);
  if (!finished || found == Truth::Error) return Value::error();
  return Value::boolean(wanted != Truth::True);
}

Value builtin_any(Thread& thread, Arguments arguments) {
  if (is_exactly(arguments[0], Kind::Generator)) return call_loop(thread, AnyLoop, {arguments[0]});
  return search_truth(thread, arguments[0], Truth::True);
}
Value builtin_all(Thread& thread, Arguments arguments) {
  if (is_exactly(arguments[0], Kind::Generator)) return call_loop(thread, AllLoop, {arguments[0]});
  return search_truth(thread, arguments[0], Truth::False);
}

Value builtin_sum(Thread& thread, Arguments arguments) {
  const Value start = arguments[1];
  if (is_kind(start, Kind::Str)) {
    return raise_type_error(thread, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (is_kind(start, Kind::Bytes)) {
    return raise_type_error(thread, "sum() can't sum bytes [use b''.join(seq) instead]");
  }
  if (is_kind(start, Kind::ByteArray)) {
    return raise_type_error(thread, "sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  if (is_exactly(arguments[0], Kind::Generator))
    return call_loop(thread, SumLoop, {arguments[0], start});
  Value total = start;
  const bool finished = for_each(thread, arguments[0], [&](Value element) {
    int64_t bits;
    if (total.is_small_int() && element.is_small_int() &&
        !__builtin_add_overflow(static_cast<int64_t>(total.bits()),
                                static_cast<int64_t>(element.bits()) - 1, &bits)) {
      total = Value::from_bits(static_cast<uint64_t>(bits));
      return true;
    }
    if (is_float(total) && is_float(element)) {
      total = make_float(thread, as_double(total) + as_double(element));
    } else {
      total = binary(thread, BinaryOperator::Add, total, element);
    }
    return static_cast<bool>(total);
  });
  return finished ? total : Value::error();
}

// min and max: the first element than which no other is `better`.
Value extreme(Thread& thread, Arguments arguments, CompareOperator better, Loop loop) {
  const std::string_view name = loop_names[loop];
  auto* positional = arguments[0].as<Tuple>();
  const Value fallback = arguments[1];
  const Value key = arguments[2];
  if (positional->count == 0) {
    return raise_type_error(thread, text(name, " expected at least 1 argument, got 0"));
  }
  if (positional->count > 1 && !fallback.is_unset()) {
    return raise_type_error(thread, text("Cannot specify a default for ", name,
                                         "() with multiple positional arguments"));
  }
  const Value source = positional->count == 1 ? positional->values[0] : Value::cell(positional);
  if (is_kind(key, Kind::Function)) {
    return call_loop(
        thread, loop,
        {source, key, Value::boolean(!fallback.is_unset()), fallback.is_unset() ? key : fallback});
  }
  Value best = Value::unset();
  Value best_key = Value::unset();
  const bool finished = for_each(thread, source, [&](Value element) {
    Value element_key = element;
    if (!key.is_none()) {
      element_key = call(thread, key, {element});
      if (!element_key) return false;
    }
    if (best.is_unset()) {
      best = element;
      best_key = element_key;
      return true;
    }
    const Truth is_better = compare_truth(thread, better, element_key, best_key);
    if (is_better == Truth::Error) return false;
    if (is_better == Truth::True) {
      best = element;
      best_key = element_key;
    }
    return true;
  });
  if (!finished) return Value::error();
  if (!best.is_unset()) return best;
  if (!fallback.is_unset()) return fallback;
  return raise_value_error(thread, text(name, "() arg is an empty sequence"));
}

Value builtin_min(Thread& thread, Arguments arguments) {
  return extreme(thread, arguments, CompareOperator::Lt, MinLoop);
}
Value builtin_max(Thread& thread, Arguments arguments) {
  return extreme(thread, arguments, CompareOperator::Gt, MaxLoop);
}

Value builtin_sorted(Thread& thread, Arguments arguments) {
  List* list = list_from_iterable(thread, arguments[0]);
  if (list == nullptr) return Value::error();
  // The keywords are those of list.sort, which is what errors name.
  auto* options = arguments[1].as<Dict>();
  if (options->count > 2)
    return raise_type_error(
        thread, text("sort() takes at most 2 keyword arguments (", options->count, " given)"));
  Value key = Value::none();
  bool reverse = false;
  uint64_t position = 0;
  Value name, option;
  while (dict_next(options, position, name, option)) {
    if (as_str(name)->view() == "key") {
      key = option;
    } else if (as_str(name)->view() == "reverse") {
      const std::optional<int32_t> number = to_int_argument(thread, option);
      if (!number) return Value::error();
      reverse = *number != 0;
    } else {
      return raise_type_error(
          thread, text("'", as_str(name)->view(), "' is an invalid keyword argument for sort()"));
    }
  }
  return sort_list(thread, list, key, reverse) ? Value::cell(list) : Value::error();
}

constexpr NativeMethod functions[] = {
    {"all", "(iterable, /)", "Whether every element is true (also of nothing).", builtin_all},
    {"any", "(iterable, /)", "Whether some element is true.", builtin_any},
    {"iter", "(object, sentinel=<unset>, /)",
     "The iterator of an iterable; or one that calls the object until it returns the sentinel.",
     builtin_iter},
    {"max", "(*args[, default=<unset>, key=None])",
     "The largest of the arguments, or of one iterable's elements.", builtin_max},
    {"min", "(*args[, default=<unset>, key=None])",
     "The smallest of the arguments, or of one iterable's elements.", builtin_min},
    {"next", "(iterator, default=<unset>, /)",
     "The iterator's next element; at its end the default, or StopIteration.", builtin_next},
    {"sorted", "(iterable, /, **options)",
     "A new list of the elements in ascending order; equal ones keep their order.", builtin_sorted},
    {"sum", "(iterable, /, start=0)", "start plus all elements.", builtin_sum},
};

}  // namespace

std::span<const NativeMethod> iteration_functions() { return functions; }

}  // namespace weft

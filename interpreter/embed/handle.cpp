#include "interpreter/embed/implementation.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/str.h"

namespace weft {

Handle HandleAccess::make(Interpreter& interpreter, Value value) {
  return Handle(interpreter,
                std::make_shared<HandleSlot>(interpreter.implementation().isolate.heap, value));
}

namespace {

// What every function of a handle begins with.
struct Use {
  explicit Use(const Handle& handle)
      : entry(handle.interpreter()),
        interpreter(handle.interpreter()),
        thread(interpreter.implementation().thread()),
        value(HandleAccess::value(handle)) {}
  HostEntry entry;
  Interpreter& interpreter;
  Thread& thread;
  Value value;
};

}  // namespace

bool Handle::is_none() const { return HandleAccess::value(*this).is_none(); }

bool Handle::is_true() const {
  const Use use(*this);
  const Truth result = truth(use.thread, use.value);
  check(use.interpreter, result != Truth::Error);
  return result == Truth::True;
}

std::string Handle::type_name() const {
  const Use use(*this);
  return std::string(weft::type_name(use.thread, use.value));
}

std::string Handle::str() const {
  const Use use(*this);
  Str* shown = weft::str(use.thread, use.value);
  check(use.interpreter, shown != nullptr);
  return std::string(shown->view());
}

std::string Handle::repr() const {
  const Use use(*this);
  Str* shown = weft::repr(use.thread, use.value);
  check(use.interpreter, shown != nullptr);
  return std::string(shown->view());
}

Handle Handle::attribute(std::string_view name) const {
  const Use use(*this);
  Str* key = use.interpreter.implementation().intern_name(name);
  return HandleAccess::make(use.interpreter,
                            check(use.interpreter, get_attribute(use.thread, use.value, key)));
}

void Handle::set_attribute(std::string_view name, const Handle& value) const {
  const Use use(*this);
  Str* key = use.interpreter.implementation().intern_name(name);
  check(use.interpreter,
        weft::set_attribute(use.thread, use.value, key, HandleAccess::value(value)));
}

bool Handle::has_attribute(std::string_view name) const {
  const Use use(*this);
  Str* key = use.interpreter.implementation().intern_name(name);
  return !check(use.interpreter, find_attribute(use.thread, use.value, key)).is_unset();
}

Handle Handle::item(const Handle& key) const {
  const Use use(*this);
  return HandleAccess::make(
      use.interpreter,
      check(use.interpreter, get_item(use.thread, use.value, HandleAccess::value(key))));
}

void Handle::set_item(const Handle& key, const Handle& value) const {
  const Use use(*this);
  check(use.interpreter, weft::set_item(use.thread, use.value, HandleAccess::value(key),
                                        HandleAccess::value(value)));
}

size_t Handle::length() const {
  const Use use(*this);
  const std::optional<uint64_t> count = weft::length(use.thread, use.value);
  check(use.interpreter, count.has_value());
  return *count;
}

Handle Handle::call(const std::vector<Handle>& arguments) const {
  const Use use(*this);
  runtime::RootedVector values(use.thread.isolate.heap);
  values.reserve(arguments.size());
  for (const Handle& argument : arguments) values.push_back(HandleAccess::value(argument));
  const Value result =
      weft::call(use.thread, use.value, std::span<const Value>(values.data(), values.size()));
  return HandleAccess::make(use.interpreter, check(use.interpreter, result));
}

bool Handle::to_bool() const {
  const Use use(*this);
  if (!use.value.is_bool()) {
    raise_type_error(use.thread,
                     text("expected bool, got ", weft::type_name(use.thread, use.value)));
    throw_pending(use.interpreter);
  }
  return use.value.is_true();
}

int64_t Handle::to_int64() const {
  const Use use(*this);
  const std::optional<int64_t> number = to_index(use.thread, use.value);
  check(use.interpreter, number.has_value());
  return *number;
}

uint64_t Handle::to_uint64() const {
  const Use use(*this);
  const Value wide = binary(use.thread, BinaryOperator::And, use.value,
                            check(use.interpreter, make_uint(use.thread, UINT64_MAX)));
  check(use.interpreter, wide);
  const Truth same = equal(use.thread, wide, use.value);
  check(use.interpreter, same != Truth::Error);
  if (same == Truth::False) throw_out_of_range("a 64-bit unsigned integer");
  const Value low = check(
      use.interpreter, binary(use.thread, BinaryOperator::And, wide, Value::small_int(UINT32_MAX)));
  const Value high = check(use.interpreter,
                           binary(use.thread, BinaryOperator::RShift, wide, Value::small_int(32)));
  return static_cast<uint64_t>(high.as_small_int()) << 32 |
         static_cast<uint64_t>(low.as_small_int());
}

double Handle::to_double() const {
  const Use use(*this);
  const std::optional<double> number = weft::to_double(use.thread, use.value);
  check(use.interpreter, number.has_value());
  return *number;
}

std::string Handle::to_string() const {
  const Use use(*this);
  if (!is_str(use.value)) {
    raise_type_error(use.thread,
                     text("expected str, got ", weft::type_name(use.thread, use.value)));
    throw_pending(use.interpreter);
  }
  return std::string(as_str(use.value)->view());
}

std::vector<Handle> Handle::to_list() const {
  const Use use(*this);
  List* list = list_from_iterable(use.thread, use.value);
  check(use.interpreter, list != nullptr);
  std::vector<Handle> handles;
  for (const Value element : list->values()) {
    handles.push_back(HandleAccess::make(use.interpreter, element));
  }
  return handles;
}

void Handle::throw_out_of_range(std::string_view type) const {
  const Use use(*this);
  raise_overflow_error(use.thread, text("the int does not fit ", type));
  throw_pending(use.interpreter);
}

}  // namespace weft

#include "weft/handle.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "interpreter/embed/implementation.h"
#include "interpreter/objects/errors.h"
#include "interpreter/objects/iterators.h"
#include "interpreter/objects/list.h"
#include "interpreter/objects/numbers.h"
#include "interpreter/objects/operations.h"
#include "interpreter/objects/slice.h"
#include "interpreter/objects/str.h"
#include "runtime/heap/rooted.h"

namespace weft {

namespace {

// What every function of a handle that works on the value begins with.
struct Use {
  explicit Use(const Handle& handle)
      : interpreter(handle.interpreter()),
        entry(interpreter),
        thread(interpreter.implementation().thread()),
        value(HandleAccess::slot(handle).value) {}

  Str* name(std::string_view text) { return interpreter.implementation().intern_name(text); }
  Value value_of(const Handle& handle) { return HandleAccess::value(interpreter, handle); }
  Handle make(Value result) { return HandleAccess::make(interpreter, check(interpreter, result)); }

  Interpreter& interpreter;
  HostEntry entry;
  Thread& thread;
  Value value;
};

std::string text_of(Use& use, Str* shown) {
  check(use.interpreter, shown != nullptr);
  return std::string(shown->view());
}

// An int as two's complement of 64 bits; nullopt when it does not fit `uint64_t`.
std::optional<uint64_t> to_unsigned(Use& use) {
  if (use.value.is_small_int()) {
    const int64_t number = use.value.as_small_int();
    if (number < 0) return std::nullopt;
    return static_cast<uint64_t>(number);
  }
  const Value mask = check(use.interpreter, make_uint(use.thread, UINT64_MAX));
  const Value low =
      check(use.interpreter, binary(use.thread, BinaryOperator::And, use.value, mask));
  const Truth same = equal(use.thread, low, use.value);
  check(use.interpreter, same != Truth::Error);
  if (same == Truth::False) return std::nullopt;
  const auto part = [&](Value number) {
    const Value half = check(use.interpreter, binary(use.thread, BinaryOperator::And, number,
                                                     Value::small_int(UINT32_MAX)));
    return static_cast<uint64_t>(half.as_small_int());
  };
  const Value high =
      check(use.interpreter, binary(use.thread, BinaryOperator::RShift, low, Value::small_int(32)));
  return part(high) << 32 | part(low);
}

[[noreturn]] void throw_type_error(Use& use, std::string_view expected) {
  raise_type_error(use.thread,
                   text("expected ", expected, ", got ", weft::type_name(use.thread, use.value)));
  throw_pending(use.interpreter);
}

}  // namespace

// --- The table

HandleTable::~HandleTable() {
  for (HandleSlot* slot : slots_) {
    slot->table = nullptr;
    if (slot->references.fetch_sub(1) == 1) delete slot;
  }
}

void HandleTable::drop_unused() {
  std::erase_if(slots_, [](HandleSlot* slot) {
    if (slot->references.load() != 1) return false;
    delete slot;
    return true;
  });
}

HandleSlot* HandleTable::add(Value value) {
  if (slots_.size() >= most_slots_) {
    drop_unused();
    most_slots_ = std::max(FewSlots, 2 * slots_.size());
  }
  auto made = std::make_unique<HandleSlot>(this, value);
  slots_.push_back(made.get());
  return made.release();
}

void HandleTable::trace_roots(runtime::Marker& marker) {
  drop_unused();
  for (const HandleSlot* slot : slots_) marker.mark(slot->value);
}

Handle HandleAccess::make(Interpreter& interpreter, Value value) {
  return Handle(interpreter.implementation().handles.add(value));
}

HandleSlot& HandleAccess::slot(const Handle& handle) {
  if (handle.slot_ == nullptr) throw std::logic_error("weft: an empty handle has no value");
  if (handle.slot_->table == nullptr) {
    throw std::logic_error("weft: the interpreter of this handle is gone");
  }
  return *handle.slot_;
}

bool HandleAccess::belongs_to(const Interpreter& interpreter, const Handle& handle) {
  return handle.slot_ != nullptr && handle.slot_->table != nullptr &&
         &handle.slot_->table->interpreter() == &interpreter;
}

Value HandleAccess::value(const Interpreter& interpreter, const Handle& handle) {
  const HandleSlot& found = slot(handle);
  if (&found.table->interpreter() != &interpreter) {
    throw std::logic_error("weft: a handle of another interpreter");
  }
  return found.value;
}

void Handle::retain() const noexcept {
  if (slot_ != nullptr) slot_->references.fetch_add(1, std::memory_order_relaxed);
}

void Handle::release() noexcept {
  // The table, while there is one, has a reference itself.
  if (slot_ != nullptr && slot_->references.fetch_sub(1) == 1) delete slot_;
}

Interpreter& Handle::interpreter() const { return HandleAccess::slot(*this).table->interpreter(); }

// --- What handles can do

bool Handle::is_none() const { return HandleAccess::slot(*this).value.is_none(); }

bool Handle::is(const Handle& other) const {
  return HandleAccess::slot(*this).value == HandleAccess::slot(other).value;
}

bool Handle::is_true() const {
  Use use(*this);
  const Truth result = truth(use.thread, use.value);
  check(use.interpreter, result != Truth::Error);
  return result == Truth::True;
}

std::string Handle::type_name() const {
  Use use(*this);
  return std::string(weft::type_name(use.thread, use.value));
}

std::string Handle::str() const {
  Use use(*this);
  return text_of(use, weft::str(use.thread, use.value));
}

std::string Handle::repr() const {
  Use use(*this);
  return text_of(use, weft::repr(use.thread, use.value));
}

Handle Handle::attribute(std::string_view name) const {
  Use use(*this);
  return use.make(get_attribute(use.thread, use.value, use.name(name)));
}

void Handle::set_attribute(std::string_view name, const Handle& value) const {
  Use use(*this);
  check(use.interpreter,
        weft::set_attribute(use.thread, use.value, use.name(name), use.value_of(value)));
}

bool Handle::has_attribute(std::string_view name) const {
  Use use(*this);
  return !check(use.interpreter, find_attribute(use.thread, use.value, use.name(name))).is_unset();
}

void Handle::delete_attribute(std::string_view name) const {
  Use use(*this);
  check(use.interpreter, weft::delete_attribute(use.thread, use.value, use.name(name)));
}

Handle Handle::get_item(const Handle& key) const {
  Use use(*this);
  return use.make(weft::get_item(use.thread, use.value, use.value_of(key)));
}

void Handle::put_item(const Handle& key, const Handle& value) const {
  Use use(*this);
  check(use.interpreter,
        weft::set_item(use.thread, use.value, use.value_of(key), use.value_of(value)));
}

size_t Handle::length() const {
  Use use(*this);
  const std::optional<uint64_t> count = weft::length(use.thread, use.value);
  check(use.interpreter, count.has_value());
  return *count;
}

Handle Handle::call(const std::vector<Handle>& arguments,
                    const std::vector<KeywordArgument>& keywords) const {
  Use use(*this);
  runtime::RootedVector values(use.thread.isolate.heap);
  runtime::RootedVector names(use.thread.isolate.heap);
  for (const Handle& argument : arguments) values.push_back(use.value_of(argument));
  for (const auto& [name, value] : keywords) {
    names.push_back(Value::cell(use.name(name)));
    values.push_back(use.value_of(value));
  }
  Tuple* keyword_names = nullptr;
  if (!keywords.empty()) {
    keyword_names = make_tuple(use.thread, {names.data(), names.size()});
    check(use.interpreter, keyword_names != nullptr);
  }
  return use.make(
      call_with_keywords(use.thread, use.value, {values.data(), values.size()}, keyword_names));
}

// --- Conversions. The commonest kinds need no way in.

bool Handle::to_bool() const {
  const Value value = HandleAccess::slot(*this).value;
  if (!value.is_bool()) {
    Use use(*this);
    throw_type_error(use, "bool");
  }
  return value.is_true();
}

int64_t Handle::to_int64() const {
  const Value value = HandleAccess::slot(*this).value;
  if (value.is_small_int()) return value.as_small_int();
  Use use(*this);
  const std::optional<int64_t> number = to_index(use.thread, value);
  check(use.interpreter, number.has_value());
  return *number;
}

uint64_t Handle::to_uint64() const {
  Use use(*this);
  use.value = check(use.interpreter, to_index_value(use.thread, use.value));
  const std::optional<uint64_t> fitting = to_unsigned(use);
  if (!fitting) throw_out_of_range("a 64-bit unsigned integer");
  return *fitting;
}

double Handle::to_double() const {
  const Value value = HandleAccess::slot(*this).value;
  if (is_float(value)) return as_double(value);
  Use use(*this);
  const std::optional<double> number = weft::to_double(use.thread, use.value);
  check(use.interpreter, number.has_value());
  return *number;
}

std::string Handle::to_string() const {
  const Value value = HandleAccess::slot(*this).value;
  if (!is_str(value)) {
    Use use(*this);
    throw_type_error(use, "str");
  }
  return std::string(as_str(value)->view());
}

std::vector<Handle> Handle::to_list() const {
  Use use(*this);
  List* list = list_from_iterable(use.thread, use.value);
  check(use.interpreter, list != nullptr);
  std::vector<Handle> handles;
  handles.reserve(list->count);
  for (const Value element : list->values()) {
    handles.push_back(HandleAccess::make(use.interpreter, element));
  }
  return handles;
}

void Handle::throw_out_of_range(std::string_view type) const {
  Use use(*this);
  raise_overflow_error(use.thread, text("the int does not fit ", type));
  throw_pending(use.interpreter);
}

}  // namespace weft

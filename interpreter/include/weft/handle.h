// A host's reference to a value of the script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace weft {

class Handle;
class Interpreter;
struct HandleSlot;  // internal: the rooted word

// An argument passed by keyword.
using KeywordArgument = std::pair<std::string_view, Handle>;

// Keeps its value alive. Copies refer to the same value; an empty handle (default-constructed)
// refers to none. A handle may outlive its interpreter, in a caught ScriptError for instance, but
// then it is good for nothing more than destruction: other uses, like those of empty handles, throw
// std::logic_error. A handle is used by one thread at a time; its copies may go on any thread, at
// any time.
//
// Functions that run script code throw ScriptError when it raises.
class Handle {
 public:
  Handle() = default;
  Handle(const Handle& other) noexcept : slot_(other.slot_) { retain(); }
  Handle(Handle&& other) noexcept : slot_(std::exchange(other.slot_, nullptr)) {}
  Handle& operator=(Handle other) noexcept {
    std::swap(slot_, other.slot_);
    return *this;
  }
  ~Handle() { release(); }

  bool empty() const { return slot_ == nullptr; }
  bool is_none() const;
  bool is_true() const;  // Python's truth of the value
  // Name of the value's class, as "int" or "Player".
  std::string type_name() const;
  // Whether both are the same object (`is`).
  bool is(const Handle& other) const;

  // Converts to bool, an integer type, floating point, std::string, Handle, std::optional of these
  // (None is nullopt) or std::vector of these (from any iterable). Throws ScriptError (TypeError,
  // OverflowError) when the value is another kind or does not fit.
  template <class T>
  T to() const;

  std::string str() const;   // str(value)
  std::string repr() const;  // repr(value)

  Handle attribute(std::string_view name) const;
  void set_attribute(std::string_view name, const Handle& value) const;
  bool has_attribute(std::string_view name) const;
  void delete_attribute(std::string_view name) const;
  // value[key]; the key is a Handle or anything Interpreter::make takes.
  template <class Key>
  Handle item(const Key& key) const;
  template <class Key>
  void set_item(const Key& key, const Handle& value) const;
  size_t length() const;

  // value(arguments...), each a Handle or anything Interpreter::make takes.
  template <class... Arguments>
  Handle operator()(const Arguments&... arguments) const;
  Handle call(const std::vector<Handle>& arguments,
              const std::vector<KeywordArgument>& keywords = {}) const;

  Interpreter& interpreter() const;

 private:
  friend struct HandleAccess;
  explicit Handle(HandleSlot* slot) : slot_(slot) {}  // takes one reference over
  void retain() const noexcept;
  void release() noexcept;

  bool to_bool() const;
  int64_t to_int64() const;
  uint64_t to_uint64() const;
  double to_double() const;
  std::string to_string() const;
  std::vector<Handle> to_list() const;
  Handle get_item(const Handle& key) const;
  void put_item(const Handle& key, const Handle& value) const;
  [[noreturn]] void throw_out_of_range(std::string_view type) const;

  HandleSlot* slot_ = nullptr;
};

namespace detail {
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
inline constexpr bool AlwaysFalse = false;
}  // namespace detail

template <class T>
T Handle::to() const {
  if constexpr (std::is_same_v<T, Handle>) {
    return *this;
  } else if constexpr (std::is_same_v<T, bool>) {
    return to_bool();
  } else if constexpr (std::is_floating_point_v<T>) {
    return static_cast<T>(to_double());
  } else if constexpr (std::is_integral_v<T> && std::is_unsigned_v<T>) {
    const uint64_t number = to_uint64();
    if (static_cast<T>(number) != number) throw_out_of_range("an unsigned integer type");
    return static_cast<T>(number);
  } else if constexpr (std::is_integral_v<T>) {
    const int64_t number = to_int64();
    if (static_cast<T>(number) != number) throw_out_of_range("an integer type");
    return static_cast<T>(number);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return to_string();
  } else if constexpr (detail::IsOptional<T>::value) {
    if (is_none()) return std::nullopt;
    return to<typename T::value_type>();
  } else if constexpr (detail::IsVector<T>::value) {
    T result;
    for (const Handle& element : to_list()) {
      result.push_back(element.to<typename T::value_type>());
    }
    return result;
  } else {
    static_assert(detail::AlwaysFalse<T>, "no conversion from a script value to this type");
  }
}

}  // namespace weft
